"""From a position in a document's stored text back to the user's file.

In: the file, the record's number and an offset in the stored text. Out: line, column and that line as
the file has it, lines and columns counted from 1 in Unicode code points. Judgements: for plain text and
Markdown the stored text is the file's but for a byte order mark and NFC, so the place is found again by
reading the file; a record of JSON Lines is on its line, without a column; other formats have no place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.readers.encoding import decode, normalized
from pipeline.readers.source import BadInput

WHOLE_TEXT = (".txt", ".text", ".md", ".markdown")
LINE_RECORDS = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file; `column` and `line_text` are None where only the line is known."""

    line: int
    column: int | None = None
    line_text: str | None = None


def source_position(path: Path, record: int, offset: int) -> Position | None:
    """Where character `offset` of the stored text stands in the file; None when that cannot be said."""
    if path.suffix.lower() in WHOLE_TEXT:
        try:
            return _in_text(_raw(path, path.stat().st_mtime_ns), offset)
        except (OSError, BadInput):
            return None
    return Position(record) if path.suffix.lower() in LINE_RECORDS else None


def _in_text(raw: str, offset: int) -> Position:
    place = offset if normalized(raw) is raw else _raw_offset(raw, offset)
    start = max(raw.rfind("\n", 0, place), raw.rfind("\r", 0, place)) + 1
    ends = [end for end in (raw.find("\n", place), raw.find("\r", place)) if end >= 0]
    before = raw[:start].replace("\r\n", "\n").replace("\r", "\n")
    return Position(before.count("\n") + 1, place - start + 1, raw[start : min(ends, default=len(raw))])


@lru_cache(maxsize=8)
def _raw(path: Path, changed: int) -> str:
    """The file's text; `changed` makes a file that was saved again be read again."""
    return decode(path.read_bytes())


def _raw_offset(raw: str, offset: int) -> int:
    """Where the character at `offset` of the normalized text begins in the raw one."""
    start = written = 0
    for end in _joints(raw):
        length = len(normalized(raw[start:end]))
        if written + length > offset:
            return start
        start, written = end, written + length
    return len(raw)


def _joints(raw: str) -> Iterator[int]:
    """Every end of a stretch that normalizes by itself."""
    for place in range(1, len(raw)):
        if _begins(raw[place]):
            yield place
    yield len(raw)


def _begins(char: str) -> bool:
    """Nothing before this character can melt into it: ASCII, a syllable, an initial consonant, a Han sign."""
    return char < "\x80" or "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u1112" or "\u4e00" <= char <= "\u9fff"
