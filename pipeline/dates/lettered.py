"""Dates in digits with the month in letters, one sign between all three: ``2015/18/Sep``, ``Sep-2015-18``.

In: a text in lower case, a place and the `Lexicon`. Out: a `Numeric` or None. Judgements: the month's place is free;
of the two numbers the one of four digits is the year and the other the day, because of two short ones no place tells
which is which. Other signs between, or more that follows, make an address or a code of it.
"""

from __future__ import annotations

from functools import cache

import re2

from pipeline.dates.lexicon import Lexicon
from pipeline.dates.numeric import DAYS, RECENT, SIGNS, Numeric, goes_on

WINDOW = 24
YEAR = 4


@cache
def _pattern(words: Lexicon) -> object | None:
    """Three parts, each a number or a month of the language; None where its months are no words."""
    months = sorted({name.rstrip(".") for name in _months(words)}, key=lambda name: (-len(name), name))
    part = rf"([0-9]{{1,4}}|{'|'.join(map(re2.escape, months))})"
    return re2.compile(rf"{part}([-/.]){part}([-/.]){part}") if months else None


def _months(words: Lexicon) -> dict[str, int]:
    return {name: int(row["value"]) for name, row in words.words.items() if row.get("kind") == "M" and name.isascii()}


def read_lettered(text: str, place: int, words: Lexicon) -> Numeric | None:
    """The date that begins at a place."""
    pattern = _pattern(words)
    match = pattern.match(text[place : place + WINDOW]) if pattern else None
    if match is None or match[2] != match[4] or goes_on(text, place + match.end(), match[2]):
        return None
    names = [part for part in match.group(1, 3, 5) if not part.isdecimal()]
    numbers = sorted((part for part in match.group(1, 3, 5) if part.isdecimal()), key=len)
    if len(names) != 1 or len(numbers[0]) == YEAR or len(numbers[1]) != YEAR:
        return None
    day, year = map(int, numbers)
    known = day in DAYS and year in RECENT
    return Numeric(place + match.end(), year, int(words.words[names[0]]["value"]), day, None) if known else None


def may_be_lettered(text: str, end: int) -> bool:
    """Whether a sign follows the month, or ends it: any other place costs no pattern."""
    return text[end : end + 1] in SIGNS and text[end + 1 : end + 2].isdecimal() or text[end - 1] == "."
