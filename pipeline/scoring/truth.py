"""The hand-checked truth, read.

In: a folder such as ``seeds/gold``. Out: its lines, grouped. ``quantities.jsonl``, ``dates.jsonl``,
``findings.jsonl`` and ``not_flagged.jsonl`` are about the documents of the corpus; every
``sentences_<set>.jsonl`` brings its own texts. A file that is not there has no lines; a line that is
not JSON or lacks a field is an error that names it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Line = dict[str, Any]
PREFIX = "sentences_"


class TruthError(ValueError):
    """A line of truth that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Truth:
    """Lines about the corpus, and the sets of sentences by name."""

    quantities: tuple[Line, ...]
    dates: tuple[Line, ...]
    findings: tuple[Line, ...]
    not_flagged: tuple[Line, ...]
    sentences: dict[str, tuple[Line, ...]]


def load(folder: Path) -> Truth:
    """All the truth of a folder; FileNotFoundError when there is no such folder."""
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: there is no truth to compare with")
    sets = {path.stem.removeprefix(PREFIX): path.name for path in sorted(folder.glob(f"{PREFIX}*.jsonl"))}
    return Truth(
        _lines(folder / "quantities.jsonl", "id", "start", "end", "surface"),
        _lines(folder / "dates.jsonl", "id", "start", "end", "surface"),
        _lines(folder / "findings.jsonl", "code", "surfaces"),
        _lines(folder / "not_flagged.jsonl", "codes", "documents", "surfaces"),
        {name: _lines(folder / file, "id", "language", "text", "quantities") for name, file in sets.items()},
    )


def _lines(source: Path, *fields: str) -> tuple[Line, ...]:
    return tuple(_parsed(source, fields)) if source.is_file() else ()


def _parsed(source: Path, fields: tuple[str, ...]) -> Iterator[Line]:
    for number, written in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            line = json.loads(written)
        except json.JSONDecodeError as error:
            raise TruthError(f"{source}:{number}: expected a JSON object: {error}") from error
        missing = [name for name in fields if name not in line]
        if missing:
            raise TruthError(f"{source}:{number}: {', '.join(missing)} is missing")
        yield line
