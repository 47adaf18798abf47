"""The line that says when an article was put out.

In: a line, or the text of a page. Out: whether it is a dateline, and the day it states. Judgements: a dateline
holds nothing but days, times and words of ``datelines.csv`` (`입력 2024-12-26 06:00`); with a clock behind the
day a name of at most `NAMES` words may stand before it (`홍길동 기자 2024.12.26 06:00`), but no label (`일시:
…`), and buttons and their counts behind it (`댓글 3`). The day first published wins over one of an update; a
word like `등록일` also stands in mastheads, so in a whole page it counts only with a time of day beside it; a
day must have a year and be a possible one. Days written 12/26/2024 are not read: nobody can tell them from
26/12.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

import re2

from pipeline.cleaning.phrases import is_button
from pipeline.languages import folders, table

LONGEST = 160
PIECES = 400
NAMES = 4
COUNTED = "counted"
LABELS = ":=：|"
ORDER = ("published", "listed", "", "updated")
TIME = re2.compile(r"T?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?|\d{1,2}시\s?\d{1,2}분")
NUMBERS = re2.compile(r"((?:19|20)\d{2})\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})\s?[일.]?")
CLOCK = re2.compile(r"\d{1,2}:\d{2}")
YEAR = re2.compile(r"(?:19|20)\d{2}")
HOUR = re2.compile(r"(?i)\b\d{1,2}\s?(?:[ap]\.?m\b|시|min)|지면\s?[A-Z]?\d{1,2}면?")
WORDS = re2.compile(r"\pL+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day a line states: `role` as in ``datelines.csv`` (empty without a word), `timed` with a time of day."""

    day: date
    role: str
    timed: bool


def dateline(line: str) -> Dateline | None:
    """What the line states, when it is a dateline and states a possible day."""
    if len(line) > LONGEST or not YEAR.search(line):
        return None
    rest, days = _days(line)
    if not days:
        return None
    name = rest[: days[0][0]] if _is_name(rest[: days[0][0]]) and CLOCK.search(rest) else ""
    words = HOUR.sub(" ", TIME.sub(" ", rest[len(name) :]))
    roles = list(map(_role, WORDS.findall(words)))
    if None in roles or (COUNTED not in roles and any(map(str.isdigit, words))):
        return None
    role = next((role for role in roles if role in ORDER), "")
    return Dateline(days[0][1], role, words != rest[len(name) :])


def _role(word: str) -> str | None:
    return _words().get(word.lower()) or (COUNTED if is_button(word) else None)


def _is_name(before: str) -> bool:
    """What stands before the day may be the name of an author."""
    words = WORDS.findall(before)
    is_bare = not any(char.isdecimal() or char in LABELS for char in before)
    return is_bare and len(words) <= NAMES and not any(word.lower() in _words() for word in words)


def in_page(page: str) -> date | None:
    """The day of publication that the text of a whole page states, a line a piece."""
    pieces = page.split("\n", PIECES)[:PIECES]
    pairs = (f"{one} {two}" for one, two in zip(pieces, pieces[1:] + [""]))
    found = [stated for pair in zip(pieces, pairs) for stated in map(dateline, pair) if stated]
    certain = [stated for stated in found if stated.role == "published" or (stated.role == "listed" and stated.timed)]
    return first_published(certain)


def first_published(found: list[Dateline]) -> date | None:
    """The day of the most telling dateline, the first of equals."""
    return min(found, key=lambda stated: ORDER.index(stated.role)).day if found else None


def _days(line: str) -> tuple[str, list[tuple[int, date]]]:
    """The line with its days blanked out, and those that are possible with their places, in order."""
    found = [(match.span(), _day(*match.groups())) for match in NUMBERS.finditer(line)]
    found += [(match.span(), _named(match)) for match in _month_names().finditer(line)]
    rest = line
    for (start, end), _ in found:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return rest, sorted((start, day) for (start, _), day in found if day)


def _named(match: re2._Match) -> date | None:
    month, day, year, day_first, month_after, year_after = match.groups()
    number = _months()[(month or month_after).lower()]
    return _day(year or year_after, str(number), day or day_first)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _words() -> dict[str, str]:
    rows = [row for code in sorted(folders()) for row in table(code, "datelines")]
    return {row["word"]: row["role"] for row in rows if row["role"] != "month"}


@cache
def _months() -> dict[str, int]:
    rows = [row for code in sorted(folders()) for row in table(code, "datelines")]
    return {row["word"]: int(row["value"]) for row in rows if row["role"] == "month"}


@cache
def _month_names() -> re2._Regexp:
    names = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    year, day = r"((?:19|20)\d{2})", r"(\d{1,2})(?:st|nd|rd|th)?"
    return re2.compile(
        rf"(?i)\b(?:({names})\.?\s{{1,3}}{day},?\s{{1,3}}{year}|{day}\s{{1,3}}({names})\.?,?\s{{1,3}}{year})\b"
    )
