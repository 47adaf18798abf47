"""Tables in plain text: price lists, rows of figures, Markdown and tab-separated tables.

In: lines and what is known of them. Out: runs of lines that are a table. Judgements: a row has cells
between bars or tabs, or a label and two bare figures (with a currency sign at most) or more, and takes a
second row beside it; a column that was laid out line by line has a bare figure on at least a third of its
short lines, and three of them. A figure with a unit or a scale (`3조 원`, `$5 million`) is no bare one: it
can be read where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import re2

from pipeline.cleaning.lines import Line

FEWEST_ROWS = 2
FEWEST_FIGURES = 3
CELL_LENGTH = 30
ROW_LENGTH = 300
FIGURE = r"[-+−–▲▼△▽↑↓($€£¥₩]{0,3}\s?\d[\d,.]{0,20}\s?%?\)?"
SPACES = re2.compile(r"\s+")
BARE = re2.compile(rf"(?:[-•·*]\s{{0,3}})?{FIGURE}")
BARS = re2.compile(r"^\|.*\||^[^|]+\|[^|]+\|[^|]+")
FIGURES = re2.compile(rf"\S.{{0,30}}?(?:[ :]{{1,3}}{FIGURE}){{2,12}}")


def runs(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Start and end of every table among the lines that are not marked."""
    yield from _row_runs(lines, kinds)
    yield from _cell_runs(lines, kinds)


def _row_runs(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    rows = [not kind and is_row(line) for line, kind in zip(lines, kinds)]
    for start, end in _stretches(rows):
        if end - start >= FEWEST_ROWS:
            yield start, end


def _cell_runs(lines: Sequence[Line], kinds: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    cells = [not kind and not line.is_sentence and len(line.text) <= CELL_LENGTH for line, kind in zip(lines, kinds)]
    for start, end in _stretches(cells):
        figures = [place for place in range(start, end) if is_figure(lines[place])]
        if len(figures) >= FEWEST_FIGURES and 3 * len(figures) >= end - start:
            yield start, end


def is_figure(line: Line) -> bool:
    """The line is a bare figure."""
    return len(line.text) <= CELL_LENGTH and bool(BARE.fullmatch(line.text))


def is_row(line: Line) -> bool:
    """The line has cells: between bars, between tabs, or a label and bare figures."""
    if len(line.text) > ROW_LENGTH:
        return False
    text = SPACES.sub(" ", line.text)
    return line.text.count("\t") >= 2 or bool(BARS.match(text)) or bool(FIGURES.fullmatch(text))


def _stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Start and end of every run of true values."""
    start = None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            yield start, place
            start = None
