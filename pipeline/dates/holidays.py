"""The day of a holiday in a year, and the days off around it.

In: a rule as the tables write it, ``12-25`` for a month and a day, ``05/6/2`` for the second Sunday of May (Monday is
0, -1 the last one), or a column of ``seeds/reference/holidays.csv`` (see `export`) with a number of days,
``thanksgiving+1``; and a year. Out: a `Period`; ValueError where the table does not know the year. Judgements: the
break of a Korean holiday is the day with one before and one after it, as the law has it; what is bridged or given
beside it is not known from the words. The weekend of a holiday runs from it to the nearer weekend, from a Wednesday
to neither.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import re2

from pipeline.dates.periods import DAY, Period, nth_weekday, week
from pipeline.dates.periods import month as month_of
from pipeline.reference import table

RULE = re2.compile(r"([a-z_]{1,40})([+-][0-9]{1,3})?")
NTH = re2.compile(r"([0-9]{2})/([0-6])/(-?[1-5])")
WEDNESDAY, SATURDAY = 2, 5


@cache
def _table() -> dict[str, dict[str, date]]:
    """Year, as printed, to holiday to day."""
    return {
        row["year"]: {name: date.fromisoformat(day) for name, day in row.items() if name != "year" and day}
        for row in table("holidays")
    }


@cache
def day_of(rule: str, year: int) -> date:
    """The day that a rule gives in a year."""
    nth = NTH.fullmatch(rule)
    if nth:
        month, weekday, number = map(int, nth.groups())
        return nth_weekday(month_of(year, month), weekday, number).start
    if rule[0].isdecimal():
        month, _, number = rule.partition("-")
        return date(year, int(month), int(number))
    name, days = RULE.fullmatch(rule).groups()
    known = _table().get(str(year), {}).get(name)
    if known is None:
        raise ValueError(f"the day of {name} in {year} is not known")
    return known + int(days or 0) * DAY


def days_off(rule: str, year: int) -> Period:
    """``추석 연휴``."""
    day = day_of(rule, year)
    return Period(day - DAY, day + DAY, "day")


def weekend(rule: str, year: int) -> Period:
    """``Labor Day weekend``, ``Thanksgiving weekend``."""
    day = day_of(rule, year)
    if day.weekday() == WEDNESDAY:
        raise ValueError(f"no weekend is nearer to {day}")
    saturday = week(day).start + SATURDAY * DAY
    if day.weekday() < WEDNESDAY:
        return Period(saturday - 7 * DAY, day, "day")
    return Period(min(day, saturday), saturday + DAY, "day")
