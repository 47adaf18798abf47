"""A page before it is written: its path in the site, its template and the values for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

PAGE_ROWS = 250  # a list with more is split, so that every page opens fast


@dataclass(frozen=True, slots=True)
class Page:
    """Where it lies, what draws it, and with what."""

    path: str
    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a long list, with the names of all its pages."""

    rows: Sequence[Any]
    number: int
    paths: tuple[str, ...]
    total: int


def parts(rows: Sequence[Any], stem: str) -> Iterator[tuple[str, Part]]:
    """Split a list over ``stem.html``, ``stem-2.html``, …; an empty list has one empty page."""
    starts = range(0, max(len(rows), 1), PAGE_ROWS)
    paths = tuple(f"{stem}.html" if place == 0 else f"{stem}-{place + 1}.html" for place in range(len(starts)))
    for place, start in enumerate(starts):
        yield paths[place], Part(rows[start : start + PAGE_ROWS], place, paths, len(rows))
