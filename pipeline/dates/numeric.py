"""Dates in digits alone: ``2024-12-26 06:00``, ``'24.12.26.``, ``2024.12``, ``12/26/2024``.

In: a text and the place of the first digit (or of the apostrophe). Out: a `Numeric` or None. Judgements:
four digits are the year; with the year last, the first number is the month unless it is above 12; two
digits before two others are the year only after an apostrophe or in front of dots or strokes when nothing
else fits (``21/04/16``). Groups joined by different signs, longer runs (IP addresses, versions, telephone
numbers) and a year outside 1000-2999 are no dates. Impossible ones (``2024-02-30``) are returned as they
stand: the resolver finds that they have no day.
"""

from __future__ import annotations

from typing import NamedTuple

import re2

WINDOW = 40
FORM = re2.compile(
    r"(?:['’‘]([0-9]{2})|([0-9]{4})|([0-9]{1,2}))"
    r"(?: ?([-./])(?: ?)([0-9]{1,2})(?: ?([-./]) ?([0-9]{4}|[0-9]{1,2}))?)"
    r"(\.)?"
    r"(?:(?:[Tt]|,? {1,2}|\()([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?(?:[Zz]|\))?)?"
)


class Numeric(NamedTuple):
    end: int
    year: int
    month: int
    day: int | None
    time: str | None


def read_numeric(text: str, place: int) -> Numeric | None:
    """The date in digits that begins at a place."""
    match = FORM.match(text[place : place + WINDOW])
    if match is None or _goes_on(text, place + match.end()):
        return None
    quoted, year, short, first_sign, second, second_sign, third, dot, hour, minute = match.groups()
    if second_sign and first_sign != second_sign:
        return None
    order = _order(quoted, year, short, first_sign + (dot or ""), second, third)
    if order is None:
        return None
    end = place + (match.end() if hour else match.end(8) if dot and _closing_dot(quoted, first_sign) else _bare_end(match))
    return Numeric(end, *order, f"{int(hour):02}:{minute}" if hour else None)


def _bare_end(match) -> int:
    return match.end(7) if match.group(7) else match.end(5)


def _closing_dot(quoted: str | None, sign: str) -> bool:
    """Whether a final dot belongs to the date: it does in ``'24.12.26.``."""
    return sign[0] == "." and quoted is not None


def _goes_on(text: str, end: int) -> bool:
    """Whether more digits or letters follow: then it is an address, a version or a code."""
    after = text[end : end + 2]
    if not after:
        return False
    return after[0].isdecimal() or after[0] in "-./:%" and after[1:].isdecimal() or after[0].isascii() and after[0].isalpha()


def _order(quoted, year, short, sign, second, third) -> tuple[int, int, int | None] | None:
    if year and not 1000 <= int(year) <= 2999:
        return None
    if year:
        return _year_first(int(year), int(second), third, sign)
    if quoted:
        return _year_first(_century(int(quoted)), int(second), third, sign)
    if third is None:
        return None
    if len(third) == 4:
        return _year_last(int(short), int(second), int(third))
    return _two_digits(int(short), int(second), int(third), len(short) == 2 and len(second) == 2 and len(third) == 2)


def _year_first(year: int, month: int, day: str | None, sign: str) -> tuple[int, int, int | None] | None:
    """A month alone is one only after a stroke, or before a closing dot: ``2024.12`` is a number."""
    if day is not None:
        return (year, month, int(day)) if len(day) < 3 and month <= 19 and int(day) <= 39 else None
    return (year, month, None) if sign in ("/", "..") and 1 <= month <= 12 else None


def _year_last(first: int, second: int, year: int) -> tuple[int, int, int] | None:
    if not 1000 <= year <= 2999:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return (year, month, day) if month <= 12 and day <= 31 else None


def _two_digits(first: int, second: int, third: int, full: bool) -> tuple[int, int, int] | None:
    if not full or not 1 <= second <= 31:
        return None
    if 1 <= second <= 12 and 1 <= third <= 31:
        return _century(first), second, third
    if 1 <= first <= 12 and second > 12:
        return _century(third), first, second
    return None


def _century(short: int) -> int:
    return short + (1900 if short >= 30 else 2000)
