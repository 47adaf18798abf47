"""Dates that name no year: the nearest in the direction that the words point to.

In: slots without a year and the day to look from. Out: the `Period`; ValueError when the calendar has none
(31 April). Judgements: without a direction it is the last that has begun by that day; 지난 and last want
one that is over, 오는 one that is to begin, 이번 the one of this year, month or week; ``next Friday`` is the
Friday of next week; the end of a range is the first that begins with it or later. A weekday written beside
a day of the month decides between the last and the coming month. A month, with or without its day, or a holiday
of this year, or within `NEW_YEAR` days, that is nearer ahead than the last is past is the coming one unless the
sentence tells of the past: news gives such a past one its year; so is a quarter or half of this year (``3분기`` in
June); a month with its day even then, within `SHORT` days where the last is `LONG_AGO`. Words that point forward do
not make a next year of what is `JUST_OVER` or more than `HALF_A_YEAR` ahead, nor a next month of a bare day of
`THESE_DAYS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from pipeline.dates import periods
from pipeline.dates.periods import Period
from pipeline.dates.slots import Slots, in_month, in_year

Candidates = Callable[[int], Period]

KNOWN = 4096
LEAP_CYCLE = 8
YEAR_OF_MONTHS = 12
SHORT = 45
NEW_YEAR = 60
LONG_AGO = 270
WEEKS_OF_A_MONTH = 6
HALF_A_YEAR = 180
THESE_DAYS = 7
SHORTLY = 21
JUST_OVER = (31, 92)
YEARLY = frozenset("MQHSvA")
MONTHLY, QUARTERLY = frozenset("MA"), frozenset("QH")
DATED = ("begun", "coming", "told")
BARE_DAY = frozenset("Dz")
FITS: dict[str, Callable[[Period, date], bool]] = {
    "begun": lambda period, day: period.start <= day,
    "told": lambda period, day: period.start <= day,
    "past": lambda period, day: period.end < day,
    "future": lambda period, day: period.start > day,
    "next": lambda period, day: period.start > day,
    "coming": lambda period, day: period.end >= day,
    "since": lambda period, day: period.start >= day,
    "until": lambda period, day: period.start <= day,
}
OPPOSITE = {"begun": "future", "coming": "begun"}
FORWARD = frozenset({"future", "next", "since", "coming"})


def nearest(slots: Slots, day: date, direction: str) -> Period:
    """The period that the slots name, seen from a day."""
    return _nearest(tuple(slots.items()), day, direction)


@lru_cache(maxsize=KNOWN)
def _nearest(said: tuple[tuple[str, object], ...], day: date, direction: str) -> Period:
    """The same of slots in a row: a text names few dates without a year, and those often."""
    slots = dict(said)
    candidates = _candidates(slots, day)
    weekday = slots.get("W") if "D" in slots else None
    if direction == "this":
        return _this(candidates, day)
    if direction == "begun" and slots.get("U") == "week" and slots["O"] > WEEKS_OF_A_MONTH:
        return min((candidates(step) for step in (-1, 0, 1)), key=lambda week: abs(week.start - day))
    if direction in DATED and slots.keys() & YEARLY:
        return _nearer(candidates, slots, day, direction)
    if direction == "coming" and slots.keys() <= BARE_DAY:
        return _nearer_day(candidates, day)
    found = _first(candidates, _steps(direction, "W" in slots and "D" not in slots), direction, day)
    if weekday is None or found.start.weekday() == weekday or direction not in OPPOSITE:
        return found
    other = _first(candidates, _steps(OPPOSITE[direction], False), OPPOSITE[direction], day)
    if other.start.weekday() == weekday or "M" in slots:
        return other if other.start.weekday() == weekday else found
    return _on_weekday(candidates, weekday, direction) or found


def _on_weekday(candidates: Candidates, weekday: int, direction: str) -> Period | None:
    """``Tuesday 13th`` where neither the last nor the coming 13th is one: the nearest of a year that is, of those that
    the words point to before others."""
    back, forth = range(0, -YEAR_OF_MONTHS - 1, -1), range(YEAR_OF_MONTHS + 1)
    steps = (*forth, *back) if direction == "coming" else (*back, *forth)
    days = (_possible(candidates, step) for step in steps)
    return next((found for found in days if found and found.start.weekday() == weekday), None)


def _possible(candidates: Candidates, step: int) -> Period | None:
    try:
        return candidates(step)
    except (ValueError, IndexError):
        return None


def _nearer(candidates: Candidates, slots: Slots, day: date, direction: str) -> Period:
    """The last or the coming one of a year, whatever the words say, where only that one is near."""
    last = _first(candidates, _steps("begun", False), "begun", day)
    coming = _first(candidates, _steps("coming", False), "coming", day)
    over, ahead = (day - last.end).days, (coming.start - day).days
    if direction == "told":
        return coming if "D" in slots and ahead <= SHORT and over > LONG_AGO else last
    if direction == "begun":
        this_year = coming.start.year == day.year
        near = ahead <= (HALF_A_YEAR if this_year else NEW_YEAR)
        unsaid = slots.keys() & MONTHLY or this_year and slots.keys() & QUARTERLY
        return coming if unsaid and near and ahead < over else last
    if coming.start.year > day.year and ahead > HALF_A_YEAR:
        return last
    return last if over <= JUST_OVER[last.granularity == "quarter"] and ahead > SHORT else coming


def _nearer_day(candidates: Candidates, day: date) -> Period:
    """A bare day of the month whose sentence looks ahead: the coming one, unless only the last is near."""
    last = _first(candidates, _steps("begun", False), "begun", day)
    coming = _first(candidates, _steps("coming", False), "coming", day)
    near = (coming.start - day).days <= SHORTLY and (day - last.end).days >= THESE_DAYS
    return coming if near else last


def _candidates(slots: Slots, day: date) -> Candidates:
    """From a step to the candidate so many years, months or weeks away."""
    if slots.keys() & YEARLY or slots.get("U") == "week" and slots["O"] > WEEKS_OF_A_MONTH:
        return lambda step: in_year(slots, day.year + step)
    if "W" in slots and not slots.keys() & set("DO"):
        return lambda step: periods.nth_weekday(periods.next_to(day, "week", step), slots["W"], 1)
    return lambda step: _in_month_of(slots, periods.moved(day.replace(day=1), "month", step))


def _in_month_of(slots: Slots, when: date) -> Period:
    return in_month(slots, when.year, when.month)


def _this(candidates: Candidates, day: date) -> Period:
    """The one of this year, month or week; a winter that began last year lasts."""
    try:
        before = candidates(-1)
        return before if before.end >= day else candidates(0)
    except IndexError:
        return candidates(0)


def _first(candidates: Candidates, steps: Iterable[int], direction: str, day: date) -> Period:
    for step in steps:
        try:
            period = candidates(step)
        except (ValueError, IndexError):
            continue
        if FITS[direction](period, day):
            return period
    raise ValueError("the calendar has no such day")


def _steps(direction: str, weekly: bool) -> Iterable[int]:
    if direction == "next" and weekly:
        return (1,)
    sign = 1 if direction in FORWARD else -1
    return range(0, sign * (LEAP_CYCLE + 1), sign)
