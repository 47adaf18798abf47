"""JSON Lines: a document a line, an object with ``text`` and, if known, what is known about it.

Fields read: id, text, title, published_on, publisher, author, url, language, licence, reports_on. ``text``
is kept as it is but for NFC. A line that cannot be used is a reject of its own and the others are read.
Judgements: empty lines are no records; ``id`` may be a whole number; without one it is the file's id and
the line number; a line is never held beyond the limit on a record's size.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import IO, Any

from pipeline.parameters import DocumentParameters
from pipeline.readers.encoding import decode
from pipeline.readers.fields import record_of
from pipeline.readers.source import BadInput, Record, Reject, Source, too_large

EXTENSIONS = (".jsonl", ".ndjson")
CHUNK = 1 << 20


def read(source: Source, parameters: DocumentParameters) -> Iterator[Record | Reject]:
    """A record or reject for every line that is not empty; BadInput (empty) when all are."""
    found = False
    with source.path.open("rb") as stream:
        for number, (line, sha256, size) in enumerate(_lines(stream, parameters.max_bytes), start=1):
            if line is not None and not line.strip().removeprefix(b"\xef\xbb\xbf"):
                continue
            found = True
            try:
                if line is None:
                    raise too_large(size, parameters.max_bytes)
                yield record_of(_fields(line), source, number, sha256)
            except BadInput as error:
                yield Reject(source.shown, number, sha256, error.reason, error.detail)
    if not found:
        raise BadInput("empty", "no line holds a record; remove the file or fill it")


def _lines(stream: IO[bytes], longest: int) -> Iterator[tuple[bytes | None, str, int]]:
    """Each line without its end, None for one beyond the limit, with its SHA-256 and its size."""
    while line := stream.readline(longest + 2):
        if line.endswith(b"\n") or len(line) <= longest:
            bare = line.rstrip(b"\r\n")
            yield bare, hashlib.sha256(bare).hexdigest(), len(bare)
        else:
            yield None, *_skipped(stream, line)


def _skipped(stream: IO[bytes], start: bytes) -> tuple[str, int]:
    """SHA-256 and size of a line that is too long, read on to its end."""
    seen, size, part = hashlib.sha256(), 0, start
    while part:
        bare = part.rstrip(b"\r\n")
        seen.update(bare)
        size += len(bare)
        part = b"" if part.endswith(b"\n") else stream.readline(CHUNK)
    return seen.hexdigest(), size


def _fields(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        raise BadInput("not-json", f"expected one JSON object a line: {_problem(error)}") from error
    if not isinstance(said, dict):
        raise BadInput("not-an-object", f'expected {{"id": …, "text": …}}, found {type(said).__name__}')
    return said


def _problem(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number too long to read"
