"""Cleaning: what kind of text stands where in a document. Text is marked, never deleted.

In: a document's stored text and the length of its front matter. Out: `Cleaned`: its sections, the
headline found in it, the day its datelines state. Every judgement is in the module that makes it:
`lines` (what a line is), `phrases` (what pages put around an article), `bylines`, `datelines`, `marks`
(lines to kinds), `identify` (language).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.cleaning import bylines, datelines
from pipeline.cleaning.datelines import in_page
from pipeline.cleaning.identify import identify
from pipeline.cleaning.lines import Line, lines_of
from pipeline.cleaning.marks import mark
from pipeline.mentions import Section

__all__ = ["Cleaned", "clean", "identify", "in_page"]

HEADING = "#"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`sections` follow each other without overlap and leave out only white space."""

    sections: tuple[Section, ...]
    title: str | None
    published_on: date | None


def clean(text: str, front_matter: int = 0) -> Cleaned:
    """The sections of a text whose first `front_matter` characters are metadata."""
    lines = lines_of(text, front_matter)
    kinds = mark(lines)
    before = [Section(0, len(text[:front_matter].rstrip()), "front_matter")] if front_matter else []
    pieces = [piece for line, kind in zip(lines, kinds) for piece in _pieces(line, kind)]
    return Cleaned(tuple(before + _merged(pieces)), _title(lines, kinds), _published(lines, kinds))


def _pieces(line: Line, kind: str) -> list[Section]:
    """A line of running text without the bylines at its ends; any other line as it is."""
    if kind != "body":
        return [Section(line.start, line.end, kind)]
    start, end = line.start + bylines.head(line.text), line.end
    end -= bylines.tail(text_after(line, start))
    ends = [(line.start, start, "byline"), (start, end, "body"), (end, line.end, "byline")]
    return [Section(first, last, kind) for first, last, kind in ends if first < last]


def text_after(line: Line, start: int) -> str:
    """The text of a line from a position in the document on."""
    return line.text[start - line.start :]


def _merged(pieces: Iterable[Section]) -> list[Section]:
    """Neighbours of one kind as one section."""
    sections: list[Section] = []
    for piece in pieces:
        if sections and sections[-1].kind == piece.kind:
            piece = Section(sections.pop().start, piece.end, piece.kind)
        sections.append(piece)
    return sections


def _title(lines: list[Line], kinds: list[str]) -> str | None:
    first = next((line.text for line, kind in zip(lines, kinds) if kind == "title"), None)
    return first.lstrip(HEADING).strip() or None if first else None


def _published(lines: list[Line], kinds: list[str]) -> date | None:
    stated = [datelines.dateline(line.text) for line, kind in zip(lines, kinds) if kind == "byline"]
    return datelines.first_published([found for found in stated if found])
