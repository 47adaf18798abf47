"""What the tokens of a date say, by kind, and the stretch of a given year or month that they name.

In: tokens of `scan`. Out: `Slots`, their granularity, and `Period` values. Judgements: ``next year`` and its
like become one relative unit; a number of the order before a month is its day; two digits before a month, and a
second day behind it (``26-Dec-24``), are a year (1930 to 2029). ValueError where the calendar has no such day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.dates import holidays, periods
from pipeline.dates.numeric import full_years
from pipeline.dates.periods import Period
from pipeline.dates.tokens import Token

Slots = dict[str, object]

CALENDAR, BETWEEN = "calendar", "÷"
NO_YEAR = 0
PAIRED = "DMQHYECO"
FINENESS = ("century", "decade", "year", "half", "quarter", "month", "week", "day")
RELATIVE = {"year": "y", "half": "h", "quarter": "q", "month": "m", "week": "w", "day": "d"}
RELATIVE |= {"decade": "r", "century": "x", "workweek": "5"}
STEP = {"past": -1, "this": 0, "next": 1, "future": 1}
OF_UNIT = {letter: unit for unit, letter in RELATIVE.items()}
UNITS = {**OF_UNIT, "j": "year", "Y": "year", "F": "year", "H": "half", "Q": "quarter", "M": "month", "E": "decade"}
UNITS |= {"C": "century"}
DAYS = frozenset("DdWeLA5")
PARTS = frozenset("PvV")
MONTHLY = frozenset("MmV")


def slots_of(tokens: Sequence[Token], ordinals: bool = False) -> Slots:
    """Kind to value; a number of the order is the day unless `ordinals` are wanted."""
    slots: Slots = {token.kind: token.value for token in tokens}
    days = [token.value for token in tokens if token.kind == "D"]
    if slots.pop(BETWEEN, None) is not None:
        ends = [end for day in days for end in (day if isinstance(day, tuple) else (day,))]
        slots["D"] = (ends[0], ends[-1]) if len(ends) > 1 else ends[0]
    elif len(days) > 1:
        slots |= {"D": days[0], "Y": full_years(days[-1])}
    if "u" in slots:
        many, unit = slots.pop("u")
        slots["Y"] = full_years(many or NO_YEAR) if unit == "year" else NO_YEAR
    if "Z" in slots:
        quarter = slots.pop("Z")
        slots |= {"Y": quarter.year, quarter.kind: quarter.number}
    if "ÿ" in slots:
        slots["Y"] = slots.pop("ÿ")
    if "k" in slots:
        slots["Y"] = full_years(slots.pop("k"))
    if slots.get("F") == CALENDAR:
        del slots["F"]
        slots |= {"Y": full_years(slots.pop("D"))} if "D" in slots else {}
    if "J" in slots:
        slots |= {"O": slots.pop("J"), "U": "week"}
    if not ordinals and slots.keys() & set("oO"):
        slots["D"] = slots.pop("o", None) or slots.pop("O")
    if "N" in slots:
        number = slots.pop("N")
        slots |= {kind: value for kind, value in zip("YMD", number[1:4], strict=True) if value is not None}
    if "G" in slots and "U" in slots:
        unit, direction = slots.pop("U"), slots.pop("G")
        slots[RELATIVE[unit]] = (STEP[direction], "published")
    elif "U" in slots and not slots.keys() & set("OYMymwqhd"):
        slots[RELATIVE[slots.pop("U")]] = (0, "published")
    return slots


def pair_in(slots: Slots) -> str | None:
    """The kind whose value is a pair of numbers, if there is one."""
    return next((kind for kind, value in slots.items() if isinstance(value, tuple) and kind in PAIRED), None)


def fineness(granularity: str) -> int:
    """The greater, the sharper; parts of a month or year count as days."""
    return FINENESS.index(granularity) if granularity in FINENESS else FINENESS.index("day")


def coarseness(slots: Slots) -> int:
    """How much a date says of where it lies: 3 with a year, 2 with a month, 1 with a week."""
    for rank, kinds in ((3, "Yyjd"), (2, "Mm"), (1, "w")):
        if slots.keys() & set(kinds):
            return rank
    return 0


def finest_of(amounts: Iterable[tuple[object, str]]) -> str:
    """The sharpest unit of some amounts; a working day is a day."""
    unit = max((unit for _, unit in amounts), key=fineness)
    return "day" if unit == periods.WORKDAY else unit


def granularity_of(slots: Slots) -> str:
    """How sharp the words are, resolved or not."""
    if slots.keys() & DAYS:
        return "day"
    if "P" in slots and "w" in slots:
        return "day"
    if slots.keys() & PARTS:
        return "part_of_month" if slots.keys() & MONTHLY else "part_of_year"
    if "S" in slots:
        return "part_of_year"
    if "U" in slots:
        return str(slots["U"])
    named = [UNITS[kind] for kind in slots if kind in UNITS]
    return max(named, key=fineness) if named else "year"


def in_year(slots: Slots, year: int) -> Period:
    """The part of a year that the slots name."""
    if "A" in slots:
        return _holiday(slots, year)
    if "M" in slots:
        return in_month(slots, year, slots["M"])
    if "Q" in slots:
        return periods.quarter(year, slots["Q"])
    if "H" in slots:
        return periods.half(year, slots["H"])
    if "S" in slots:
        return periods.season(year, slots["S"])
    if "O" in slots:
        return _nth(slots, periods.year(year))
    if "D" in slots:
        raise ValueError("a day without its month")
    part = slots.get("P") or slots.get("v")
    return periods.part_of_year(year, part) if part else periods.year(year)


def _holiday(slots: Slots, year: int) -> Period:
    """A holiday, with the days off or the weekend around it where they are named."""
    if "I" in slots:
        return holidays.days_off(slots["A"], year)
    return holidays.weekend(slots["A"], year) if "B" in slots else periods.day(holidays.day_of(slots["A"], year))


def in_month(slots: Slots, year: int, month: int) -> Period:
    """The part of a month that the slots name."""
    if not 1 <= month <= 12:
        raise ValueError(f"a month {month}")
    if "D" in slots:
        return periods.day(date(year, month, slots["D"]))
    whole = periods.month(year, month)
    if "O" in slots:
        return _nth(slots, whole)
    if "L" in slots:
        return periods.day(whole.end)
    if "H" in slots:
        return periods.half_of_month(whole, slots["H"])
    part = slots.get("P") or slots.get("V")
    return periods.part(whole, part) if part else whole


def narrowed(slots: Slots, whole: Period) -> Period:
    """What the slots name of a period that is no year or month: the n-th unit of it, or all."""
    return _nth(slots, whole) if "O" in slots else whole


def _nth(slots: Slots, of: Period) -> Period:
    """The n-th week, weekday, month, decade or day of a period."""
    number, unit = slots["O"], slots.get("U")
    if "W" in slots:
        return periods.nth_weekday(of, slots["W"], number)
    if unit == "week":
        return periods.nth_week(of, number)
    if unit in ("month", "decade"):
        return periods.next_to(of.start if number > 0 else of.end, unit, number - 1 if number > 0 else number + 1)
    return periods.day(of.end if number < 0 else periods.moved(of.start, "day", number - 1))
