"""Stretches of calendar time, and how to step from one to the next.

In: years, months, parts as numbers and names. Out: `Period` values with inclusive ends.

Judgements: 초, 중순, 말 (early, mid, late) of a month are days 1-10, 11-20, 21-end; of a year the first,
the middle two and the last quarter; of a week Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday.
후반, the latter of two, is the second half of a year, of a month the days from the 16th on, and late in a week.
Of a quarter, half or decade they narrow nothing: the whole stands, because no usual reading is sharper.
Weeks run from Monday to Sunday, a weekend is Saturday and Sunday, a working week the days before. A decade starts
with its round year and so does a century, as ISO 8601 counts them: the 20th is 1900 to 1999, the first has no year 0.
Seasons are those of the northern weather service: spring is March to May, winter December to February of the next
year. Working days are Monday to Friday: the holidays between differ by country and trade, and the words name neither.
A period before the year 1 or after 9999 does not exist: ValueError.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)
WORKDAY, WORKWEEK, WORKDAYS = "workday", "workweek", 5
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
HALF_A_MONTH = 15
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "latter": (16, 31)}
YEAR_PARTS = {"early": (1, 3), "mid": (4, 9), "late": (10, 12), "latter": (7, 12)}
WEEK_PARTS = {"early": (0, 2), "mid": (1, 3), "late": (3, 6), "latter": (3, 6)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


class Period(NamedTuple):
    """From `start` to `end`, both included; `granularity` as in the contract of the table dates."""

    start: date
    end: date
    granularity: str


def day(when: date) -> Period:
    return Period(when, when, "day")


def weekend(monday: date) -> Period:
    return Period(monday + 5 * DAY, monday + 6 * DAY, "day")


def week(when: date) -> Period:
    """The week, Monday to Sunday, in which the day lies."""
    monday = when - when.weekday() * DAY
    return Period(monday, monday + 6 * DAY, "week")


def months(year: int, first: int, count: int, granularity: str) -> Period:
    """`count` months from the given one on."""
    start = date(year, first, 1)
    return Period(start, start + relativedelta(months=count) - DAY, granularity)


def month(year: int, number: int) -> Period:
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def quarter(year: int, number: int) -> Period:
    return months(year, number * 3 - 2, 3, "quarter")


def half(year: int, number: int) -> Period:
    return months(year, number * 6 - 5, 6, "half")


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Period:
    return Period(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Period:
    first = number * 100 - 100
    return Period(date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century")


def season(year_number: int, name: str) -> Period:
    return months(year_number, SEASONS[name], 3, "part_of_year")


def part_of_month(year_number: int, number: int, part: str) -> Period:
    first, last = MONTH_PARTS[part]
    longest = monthrange(year_number, number)[1]
    return Period(date(year_number, number, first), date(year_number, number, min(last, longest)), "part_of_month")


def half_of_month(of: Period, number: int) -> Period:
    """Its first fifteen days, or the others."""
    middle = of.start + HALF_A_MONTH * DAY
    ends = (of.start, middle - DAY) if number == 1 else (middle, of.end)
    return Period(*ends, "part_of_month")


def part_of_year(number: int, part: str) -> Period:
    first, last = YEAR_PARTS[part]
    return months(number, first, last - first + 1, "part_of_year")


def part_of_week(monday: date, part: str) -> Period:
    """Some days of a week; like a weekend they are days."""
    first, last = WEEK_PARTS[part]
    return Period(monday + first * DAY, monday + last * DAY, "day")


def part(of: Period, name: str) -> Period:
    """The early, middle or late part of a week, month or year; of anything else the whole."""
    if of.granularity == "week":
        return part_of_week(of.start, name)
    if of.granularity == "month":
        return part_of_month(of.start.year, of.start.month, name)
    if of.granularity == "year":
        return part_of_year(of.start.year, name)
    return of


def around(when: date, unit: str) -> Period:
    """The day, week, month, quarter, half, year, decade or century in which a day lies."""
    if unit == "day":
        return day(when)
    if unit == "week":
        return week(when)
    if unit == WORKWEEK:
        return Period(week(when).start, week(when).start + (WORKDAYS - 1) * DAY, "day")
    if unit == "decade":
        return decade(when.year // 10 * 10)
    if unit == "century":
        return century(when.year // 100 + 1)
    span = MONTHS[unit]
    return months(when.year, (when.month - 1) // span * span + 1, span, unit)


def moved(when: date, unit: str, count: int) -> date:
    """The day `count` units later, cut to the month's length; earlier for a negative count."""
    if unit == "day":
        return when + count * DAY
    if unit == WORKDAY:
        return _workdays_away(when, count)
    if unit in ("week", WORKWEEK):
        return when + 7 * count * DAY
    return when + relativedelta(months=count * MONTHS[unit])


def _workdays_away(when: date, count: int) -> date:
    """The day so many working days later; from a weekend they count as from its Friday, backwards from its Monday."""
    step = DAY if count > 0 else -DAY
    while count and when.weekday() >= WORKDAYS:
        when -= step
    weeks, days = divmod(abs(count), WORKDAYS)
    when += 7 * weeks * step
    for _ in range(days):
        when += step
        while when.weekday() >= WORKDAYS:
            when += step
    return when


def next_to(when: date, unit: str, count: int) -> Period:
    """The period of that unit which is `count` of them after the one the day lies in."""
    return around(moved(around(when, unit).start, unit, count), unit)


def nth_week(of: Period, number: int) -> Period:
    """The n-th week of a period, whose first week has at least four days in it; -1 is the last."""
    weeks = [found for found in _weeks(of) if of.start <= found.start + 3 * DAY <= of.end]
    return weeks[number - 1 if number > 0 else number]


def nth_weekday(of: Period, weekday: int, number: int) -> Period:
    """The n-th such weekday of a period; -1 is the last. ValueError when there are fewer."""
    if number < 0:
        last = of.end - (of.end.weekday() - weekday) % 7 * DAY
        return day(last)
    found = of.start + ((weekday - of.start.weekday()) % 7 + 7 * (number - 1)) * DAY
    if found > of.end:
        raise ValueError(f"{of} has no {number}. weekday {weekday}")
    return day(found)


def _weeks(of: Period) -> list[Period]:
    first = week(of.start).start
    count = (of.end - first).days // 7 + 1
    return [week(first + 7 * number * DAY) for number in range(count)]
