"""Who wrote and photographed: whole lines, and the marks at either end of running text.

In: a line. Out: whether it is a byline, or where in it bylines stand. The patterns are data: the
``bylines.csv`` of every language, all of them tried, with `place` line, head or tail. Judgement: only the
first and last `REACH` characters of a line are looked at; what an article quotes in its middle is text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import re2

from pipeline.languages import folders, table

REACH = 160


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that is a byline; `ends`: nothing of the article follows such a line."""

    ends: bool


def byline(line: str) -> Byline | None:
    """The byline that this whole line is."""
    if len(line) > REACH:
        return None
    if _pattern("line", "yes").fullmatch(line):
        return Byline(True)
    return Byline(False) if _pattern("line", "no").fullmatch(line) else None


def head(line: str) -> int:
    """How many characters at the start of a line name its author or place."""
    found = _pattern("head", "no").match(line[:REACH])
    return found.end() if found else 0


def tail(line: str) -> int:
    """How many characters at the end of a line name its author or photographer."""
    found = _pattern("tail", "no").search(line[-REACH:])
    return found.end() - found.start() if found else 0


@cache
def _pattern(place: str, ends: str) -> re2._Regexp:
    rows = [row for code in sorted(folders()) for row in table(code, "bylines")]
    forms = [row["pattern"] for row in rows if (row["place"], row["ends"]) == (place, ends)]
    return re2.compile(f"(?:{'|'.join(forms)}){'$' if place == 'tail' else ''}")
