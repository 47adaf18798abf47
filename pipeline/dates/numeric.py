"""Dates in digits alone: ``2024-12-26 06:00``, ``'24.12.26.``, ``2024/12``, ``12/26/2024``, ``4/22``.

In: a text, the place of the first digit (or of the apostrophe), and the orders in which the language writes
three numbers of two digits, or a month and a day with their sign (``m/d``). Out: a `Numeric` or None; of
``3Q24`` and ``'25.3Q`` a `Shorthand`. Judgements: four digits are the year, an apostrophe marks one too; with the
year last, the first number is the month unless it is above 12; between a month and a day alone stands a stroke, or
another sign of the language if the day has two digits; between a year and a month a stroke, or a dot on both sides,
because ``2024.12`` is a number, or a hyphen, if the two cannot be years (``2010-12``); a month and a year have a
stroke or hyphen (``12/2024``); two years in a row with a stroke between (``2014/15``) are one financial year, season or
crop. Eight digits in a row are a day as ISO 8601 writes it (``20240226``), a year with ``W`` and a number one of its
weeks. Groups joined by different signs and longer runs (IP addresses, versions, telephone numbers) are no dates.
Impossible ones (``2024-02-30``) are returned as they stand.
"""

from __future__ import annotations

from typing import NamedTuple

import re2

WINDOW = 40
SHORTHAND = 8
GROUPS = ("quoted", "year", "short", "sign", "second", "other_sign", "third", "late_year", "dot", "hour", "minute")
FORM = re2.compile(
    r"(?:['’‘]([0-9]{2})|([0-9]{4})|([0-9]{1,2}))"
    r" ?([-./]) ?([0-9]{1,2})(?: ?([-./]) ?([0-9]{4}|[0-9]{1,2})|,([0-9]{4}))?"
    r"(\.)?"
    r"(?:(?:[Tt]|,? {1,2}|\()([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?(?:[Zz]|\))?)?"
)
MONTH_AND_YEAR = re2.compile(r"(0?[1-9]|1[0-2])(?:([-/])| ([-/]) )((?:19|20)[0-9]{2})")
MONTH_AND_DAY = re2.compile(r"([0-9]{1,2})/([0-9]{1,2}) ?[-–] ?[0-9]{1,2}/")
QUARTER = re2.compile(
    r"(?:([1-4])([qh])(?:['’]?([0-9]{2}|20[0-9]{2})| (20[0-9]{2}))|['’]?([0-9]{2}|20[0-9]{2})(?:[.]|년 ?)([1-4])([qh]))"
)
WEEK = re2.compile(r"((?:19|20)[0-9]{2})[- ]?w([1-4][0-9]|5[0-3]|0?[1-9])")
COMPACT = re2.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
POINTED = re2.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
SEASON = re2.compile(r"((?:19|20)[0-9]{2})/((?:19|20)?[0-9]{2})")
QUOTES = "'’‘"
SIGNS = ("-", ".", "/")
LONGEST = 5
HALVES = 2
PADDED = 2
YEARS = range(1000, 3000)
RECENT = range(1900, 2100)
MONTHS = range(1, 13)
DAYS = range(1, 32)
LIKELY_MONTHS = range(20)
LIKELY_DAYS = range(40)


class Shorthand(NamedTuple):
    """A quarter or half with its year, or a year of one's own: `kind` is the letter Q, H or F of ``date_words``."""

    end: int
    year: int
    kind: str
    number: int


class Numeric(NamedTuple):
    end: int
    year: int | None
    month: int
    day: int | None
    time: str | None


def read_numeric(text: str, place: int, orders: tuple[str, ...]) -> Numeric | None:
    """The date in digits that begins at a place."""
    if not _has_sign(text, place):
        return None
    window = text[place : place + WINDOW]
    match = MONTH_AND_YEAR.match(window)
    if match and not goes_on(text, place + match.end(), match[2] or match[3]):
        return Numeric(place + match.end(), int(match[4]), int(match[1]), None, None)
    match = MONTH_AND_DAY.match(window) if "/" in window[:LONGEST] else None
    if match:
        return _before_another(match, place)
    match = FORM.match(window)
    if match is None:
        return None
    found = dict(zip(GROUPS, match.groups(), strict=True))
    if found["other_sign"] not in (None, found["sign"]):
        return None
    end = place + _length(match, found)
    numbers = _numbers(found, orders)
    if numbers is None or goes_on(text, end, found["sign"]):
        return None
    return Numeric(end, *numbers, f"{int(found['hour']):02}:{found['minute']}" if found["hour"] else None)


def _before_another(match, place: int) -> Numeric | None:
    """``10/1`` before ``-11/7``."""
    numbers = _month_and_day(int(match[1]), int(match[2]))
    return numbers and Numeric(place + match.end(2), *numbers, None)


def read_quarter(text: str, place: int) -> Shorthand | None:
    """A quarter or half of a year in the shorthand of brokers."""
    ahead = text[place : place + SHORTHAND]
    match = QUARTER.match(ahead) if "q" in ahead or "h" in ahead else None
    after = text[place + match.end() : place + match.end() + 1] if match else ""
    if match is None or after.isascii() and after.isalnum():
        return None
    number, letter = match.group(1, 2) if match[1] else match.group(6, 7)
    year = match[3] or match[4] or match[5]
    if letter == "h" and int(number) > HALVES:
        return None
    return Shorthand(place + match.end(), full_year(int(year)), letter.upper(), int(number))


def read_week(text: str, place: int) -> Shorthand | None:
    """A week with its year: ``2016-W31``."""
    match = WEEK.match(text[place : place + SHORTHAND + 1]) if "w" in text[place : place + SHORTHAND] else None
    if match is None or goes_on(text, place + match.end(), "-"):
        return None
    return Shorthand(place + match.end(), int(match[1]), "W", int(match[2]))


def read_compact(text: str, place: int) -> Numeric | None:
    """A day in eight digits: ``20240226``."""
    match = COMPACT.match(text[place : place + SHORTHAND])
    end = place + SHORTHAND
    amount = match and text[end : end + 1] == "," and text[end + 1 : end + 2].isdecimal()
    return None if match is None or amount or goes_on(text, end, "-") else Numeric(end, *map(int, match.groups()), None)


def read_pointed(text: str, place: int) -> Numeric | None:
    """A month and a day with a point, whatever their digits: ``7.6``, for where only a day can stand."""
    match = POINTED.match(text[place : place + LONGEST])
    if match is None or goes_on(text, place + match.end(), "."):
        return None
    numbers = _month_and_day(*map(int, match.groups()))
    return numbers and Numeric(place + match.end(), *numbers, None)


def read_season(text: str, place: int) -> Shorthand | None:
    """A year of its own that begins in one of the calendar and ends in the next: ``2014/15``, ``2023/2024``."""
    ahead = text[place : place + SHORTHAND + 2]
    match = SEASON.match(ahead) if "/" in ahead[:LONGEST] else None
    if match is None or goes_on(text, place + match.end(), "/"):
        return None
    first, last = int(match[1]), int(match[2])
    return Shorthand(place + match.end(), first, "F", last) if last in (first + 1, (first + 1) % 100) else None


def _has_sign(text: str, place: int) -> bool:
    """Whether digits and then a sign stand here: any other place costs no pattern."""
    end = place + (text[place] in QUOTES)
    while end < place + LONGEST and text[end : end + 1].isdecimal():
        end += 1
    return text[end : end + 2].lstrip(" ")[:1] in SIGNS


def _length(match, found: dict[str, str | None]) -> int:
    """A closing dot belongs to the date after an apostrophe (``'24.12.26.``) and after a month (``2024.12.``)."""
    if found["hour"]:
        return match.end()
    if found["dot"] and found["sign"] == "." and (found["quoted"] or found["year"] and not found["third"]):
        return match.end(GROUPS.index("dot") + 1)
    if found["late_year"]:
        return match.end(GROUPS.index("late_year") + 1)
    return match.end(GROUPS.index("third") + 1) if found["third"] else match.end(GROUPS.index("second") + 1)


def goes_on(text: str, end: int, sign: str) -> bool:
    """Whether more digits or Latin letters follow: then it is an address, a version or a code."""
    after = text[end : end + 2]
    if not after:
        return False
    if after[0] in "-./:" and after[1:].isdecimal():
        return after[0] != "-" or sign == "-"
    return after[0].isdecimal() or after[0] == "%" or after[0].isascii() and after[0].isalpha()


def _numbers(found: dict[str, str | None], orders: tuple[str, ...]) -> tuple[int | None, int, int | None] | None:
    second, third = int(found["second"]), found["third"]
    if found["year"] or found["quoted"]:
        year = int(found["year"]) if found["year"] else full_year(int(found["quoted"]))
        return _year_first(year, second, third, found["sign"] + (found["dot"] or ""))
    first = int(found["short"])
    if found["late_year"]:
        return _year_last(first, second, int(found["late_year"])) if found["sign"] == "/" else None
    if third is None:
        written = f"m{found['sign']}d" in orders and (found["sign"] == "/" or len(found["second"]) == PADDED)
        return _month_and_day(first, second) if written else None
    if len(third) == 4:
        return _year_last(first, second, int(third))
    names = ("third",) if found["sign"] == "-" and "m-d" in orders else ("short", "second", "third")
    padded = all(len(found[name]) == PADDED for name in names)
    return _by_order(first, second, int(third), orders) if padded or found["sign"] == "/" else None


def _year_first(year: int, month: int, day: str | None, signs: str) -> tuple[int, int, int | None] | None:
    if year not in YEARS:
        return None
    if day is not None:
        return (year, month, int(day)) if month in LIKELY_MONTHS and int(day) in LIKELY_DAYS else None
    written = signs in ("/", "..") or signs == "-" and month <= year % 100
    return (year, month, None) if written and month in MONTHS and year in RECENT else None


def _year_last(first: int, second: int, year: int) -> tuple[int, int, int] | None:
    month, day = (second, first) if first > MONTHS[-1] else (first, second)
    return (year, month, day) if year in YEARS and month in MONTHS and day in DAYS else None


def _month_and_day(first: int, second: int) -> tuple[None, int, int] | None:
    month, day = (second, first) if first > MONTHS[-1] else (first, second)
    return (None, month, day) if month in MONTHS and day in DAYS else None


def _by_order(first: int, second: int, third: int, orders: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Two digits each: the first order of the language that gives a month and a day."""
    for order in filter(str.isalpha, orders):
        said = dict(zip(order, (first, second, third), strict=True))
        if said["m"] in MONTHS and said["d"] in DAYS:
            return full_year(said["y"]), said["m"], said["d"]
    return None


def full_year(short: int) -> int:
    """1930 to 2029 for two digits."""
    return short + (1900 if short >= 30 else 2000) if short < 100 else short


def full_years(value: object) -> object:
    """A year of two digits, or a pair of them, in full."""
    return tuple(full_year(one) for one in value) if isinstance(value, tuple) else full_year(value)
