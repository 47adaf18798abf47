"""Marks in a text: spans that may touch, nest and overlap become a row of pieces.

In: a text, a window of it, and marks. Out: pieces that follow each other, each with the marks that cover
it; together they are the window's text, unchanged. Linear in text and marks (after sorting); the
templates escape each piece, so text never becomes markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with a kind (a CSS class), where it leads, and its own id in the page."""

    start: int
    end: int
    kind: str
    href: str | None = None
    anchor: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with what its marks say; anchors stand on the first piece of their mark."""

    text: str
    kinds: tuple[str, ...] = ()
    href: str | None = None
    anchor: str | None = None
    title: str | None = None


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """The pieces of text[start:end]; marks outside it are left out, marks across its edge are cut."""
    end = len(text) if end is None else end
    held = sorted((mark for mark in marks if mark.start < end and start < mark.end), key=lambda mark: mark.start)
    cuts = sorted({start, end} | {max(start, mark.start) for mark in held} | {min(end, mark.end) for mark in held})
    made, open_marks, place = [], [], 0
    for first, last in zip(cuts, cuts[1:]):
        while place < len(held) and held[place].start <= first:
            heappush(open_marks, (held[place].end, place))
            place += 1
        while open_marks and open_marks[0][0] <= first:
            heappop(open_marks)
        covering = [held[position] for position in sorted(position for _, position in open_marks)]
        made.append(_piece(text[first:last], first, covering))
    return made


def _piece(text: str, first: int, covering: list[Mark]) -> Piece:
    leading = next((mark for mark in covering if mark.href), None)
    anchors = [mark.anchor for mark in covering if mark.anchor and mark.start == first]
    told = [mark.title for mark in covering if mark.title]
    return Piece(
        text,
        tuple(dict.fromkeys(mark.kind for mark in covering)),
        leading.href if leading else None,
        anchors[0] if anchors else None,
        "; ".join(dict.fromkeys(told)) or None,
    )
