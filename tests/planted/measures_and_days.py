"""Faults in converted measures, ranges, dates and periods."""

from __future__ import annotations

import csv
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

from tests.planted import Pair
from tests.planted.currencies import twice
from tests.planted.words import story

WEEKDAYS = {
    "ko": "월화수목금토일",
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMERALS = (
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
)
MEASURES = Path(__file__).parent / "measures.csv"
VOTE = range(94, 103)


@cache
def measures(language: str) -> tuple[dict[str, str], ...]:
    with MEASURES.open(encoding="utf-8", newline="") as lines:
        return tuple(row for row in csv.DictReader(lines) if row["language"] == language)


def uni101(random: Random, language: str) -> Pair:
    """The converted measure is 12 to 60 % off."""
    row = random.choice(measures(language))
    number = random.randint(int(row["low"]), int(row["high"]))
    true = Decimal(number) * Decimal(row["factor"])
    wrong = true * Decimal(random.choice([random.randint(112, 160), random.randint(55, 88)])) / 100
    places = 1 if true < 10_000 else 0
    sound, faulty = twice(
        random,
        lambda b: story(random, language, "measure", a=f"{number:,}{row['unit']}", b=f"{b:,.{places}f}{row['other']}"),
        {"b": true},
        {"b": wrong},
    )
    return Pair((sound,), (faulty,))


def rng101(random: Random, language: str) -> Pair:
    """The ends of a range are swapped; two percentages that may be the sides of a vote are left out."""
    low = random.randint(2, 60)
    high = low + random.randint(2, 35)
    if low + high in VOTE:
        return rng101(random, language)
    ends = {"a": low, "b": high}, {"a": high, "b": low}
    sound, faulty = twice(random, lambda **ends: story(random, language, "range", **ends), *ends)
    return Pair((sound,), (faulty,))


def written(random: Random, day: tuple[int, int, int], language: str) -> str:
    """A day in one of the ways that newspapers write it."""
    year, month, number = day
    name = MONTHS[month - 1]
    ways = {
        "ko": (f"{year}년 {month}월 {number}일", f"{year}년 {month}월 {number}일", f"{year}. {month}. {number}"),
        "en": (f"{name} {number}, {year}", f"{number} {name} {year}", f"{name} {number}, {year}"),
    }
    return random.choice(ways[language])


def dat101(random: Random, language: str) -> Pair:
    """A day beyond the end of its month."""
    year, month = random.randint(2005, 2025), random.choice([2, 4, 6, 9, 11])
    last = monthrange(year, month)[1]
    numbers = {"number": random.randint(1, last)}, {"number": last + 1}
    crowd = random.randint(200, 900)
    sound, faulty = twice(
        random,
        lambda number: story(
            random, language, "happened", day=written(random, (year, month, number), language), n=crowd
        ),
        *numbers,
    )
    return Pair((sound,), (faulty,))


def dat102(random: Random, language: str) -> Pair:
    """The weekday of another day."""
    day = date(2010, 1, 1) + timedelta(days=random.randrange(5500))
    right = day.weekday()
    wrong = (right + random.randint(1, 6)) % 7
    crowd = random.randint(200, 900)
    sound, faulty = twice(
        random,
        lambda w: story(
            random,
            language,
            "weekday",
            day=written(random, (day.year, day.month, day.day), language),
            w=WEEKDAYS[language][w],
            n=crowd,
        ),
        {"w": right},
        {"w": wrong},
    )
    return Pair((sound,), (faulty,))


def dat103(random: Random, language: str) -> Pair:
    """Told as done a month to ten years after the publication."""
    published = date(2012, 1, 1) + timedelta(days=random.randrange(4500))
    days = [published + timedelta(days=days) for days in (-random.randint(2, 900), random.randint(30, 3650))]
    sound, faulty = twice(
        random,
        lambda day: story(random, language, "past", day=written(random, (day.year, day.month, day.day), language)),
        *({"day": day} for day in days),
    )
    return Pair((sound,), (faulty,), published)


def dat104(random: Random, language: str) -> Pair:
    """The length is two or three off, for years, months and days."""
    family, length, slots = random.choice((_years, _years, _years, _days, _months))(random, language)
    wrong = length + random.choice([-3, -2, 3])
    numeral = random.random() < 0.5 and language == "en"
    sound, faulty = twice(
        random,
        lambda n: story(random, language, family, n=NUMERALS[n] if numeral else n, **slots),
        {"n": length},
        {"n": wrong},
    )
    return Pair((sound,), (faulty,), date(2024, 6, 20))


def _years(random: Random, language: str) -> tuple[str, int, dict]:
    start, years = random.randint(1985, 2015), random.randint(4, 10)
    return "years", years, {"s": start, "e": start + years, "m": random.randint(11, 99)}


def _days(random: Random, language: str) -> tuple[str, int, dict]:
    first, days = random.randint(1, 16), random.randint(4, 10)
    month = random.randint(1, 12)
    shown = month if language == "ko" else MONTHS[month - 1]
    return "days", days, {"mo": shown, "d1": first, "d2": first + days - 1}


def _months(random: Random, language: str) -> tuple[str, int, dict]:
    first, months = random.randint(1, 5), random.randint(4, 7)
    ends = (first, first + months - 1)
    shown = ends if language == "ko" else tuple(MONTHS[end - 1] for end in ends)
    return "months", months, {"y": random.randint(2005, 2024), "m1": shown[0], "m2": shown[1]}
