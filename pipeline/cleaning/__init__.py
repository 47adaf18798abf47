"""Cleaning: what kind of text stands where in a document. Text is marked, never deleted.

In: a document's stored text and the length of its front matter. Out: `Cleaned`: its sections, the
headline found in it, the day its datelines state. Every judgement is in the module that makes it:
`lines` (what a line is), `phrases` (what pages put around an article), `bylines`, `datelines`, `headlines`,
`tables`, `marks` (lines to kinds), `identify` (language).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.cleaning import bylines, datelines
from pipeline.cleaning.datelines import in_page
from pipeline.cleaning.headlines import headline
from pipeline.cleaning.identify import identify
from pipeline.cleaning.lines import Line, lines_of
from pipeline.cleaning.marks import mark
from pipeline.mentions import Section

__all__ = ["Cleaned", "clean", "identify", "in_page"]


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
    titles = [line.text for line, kind in zip(lines, kinds) if kind == "title"]
    pieces = [piece for line, kind in zip(lines, kinds) for piece in _pieces(line, kind)]
    return Cleaned(tuple(before + _merged(pieces)), headline(titles), _published(lines, kinds))


def _pieces(line: Line, kind: str) -> list[Section]:
    """A line of running text without the bylines at its ends; any other line as it is."""
    if kind != "body":
        return [Section(line.start, line.end, kind)]
    first = bylines.head(line.text)
    last = len(line.text) - bylines.tail(line.text[first:])
    ends = [(0, first, "byline"), (first, last, "body"), (last, len(line.text), "byline")]
    return [_section(line, *end) for end in ends if line.text[end[0] : end[1]].strip()]


def _section(line: Line, start: int, end: int, kind: str) -> Section:
    """Part of a line, without the white space around it."""
    part = line.text[start:end]
    first = line.start + start + len(part) - len(part.lstrip())
    return Section(first, first + len(part.strip()), kind)


def _merged(pieces: Iterable[Section]) -> list[Section]:
    """Neighbours of one kind as one section."""
    sections: list[Section] = []
    for piece in pieces:
        if sections and sections[-1].kind == piece.kind:
            piece = Section(sections.pop().start, piece.end, piece.kind)
        sections.append(piece)
    return sections


def _published(lines: list[Line], kinds: list[str]) -> date | None:
    """The day that bylines state: whole lines, and those at the head of running text."""
    whole = [line.text for line, kind in zip(lines, kinds) if kind == "byline"]
    heads = [line.text[: bylines.head(line.text)] for line, kind in zip(lines, kinds) if kind == "body"]
    stated = map(datelines.dateline, whole + heads)
    return datelines.first_published([found for found in stated if found])
