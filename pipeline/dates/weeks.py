"""Weeks and weekends: ``the week of April 10``, ``week 12 of 2017``, ``the coming weekend``.

In: the tokens of such a form and the `Anchors`. Out: a `Meaning`, or None for a form that is no date after all.
Judgements: weeks are counted as ISO 8601 does; a number of one without its year is the nearest, one of the first weeks
this year's, because no month has so many; a weekend that comes is the first from the publication on.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.dates import periods
from pipeline.dates.anchors import Anchors
from pipeline.dates.nearest import WEEKS_OF_A_MONTH
from pipeline.dates.resolve import Bounds, Meaning, of_slots
from pipeline.dates.slots import STEP, pair_in, slots_of
from pipeline.dates.tokens import Token

THURSDAY, SATURDAY = 3, 5
HOLDING = ("week", "month")


def weekend(tokens: Sequence[Token], anchors: Anchors, coming: bool = False, told: bool = False) -> Meaning:
    """A bare weekend is the last that has begun where its sentence tells of the past, the coming one where it looks
    ahead; else as the table says, the coming or the nearer one, which from Thursday on is the coming one."""
    direction = next((token.value for token in tokens if token.kind == "G"), None)
    coming = coming or direction == "future" or any(token.value == "coming" for token in tokens)
    day = anchors.published.weekday() if anchors.published else 0
    over = day < SATURDAY if told else day < THURSDAY and not coming
    step = -over if direction in (None, "future") else STEP[direction]
    return of_slots({"e": (step + (direction == "future" and day >= SATURDAY), "published")}, anchors)


def week_of(tokens: Sequence[Token], anchors: Anchors, bounds: Bounds = Bounds()) -> Meaning | None:
    """``the week of April 10``, ``the month of September 16``: the whole one that holds the day; ``the weekend of May
    3-4`` is those days."""
    slots = slots_of([token for token in tokens if token.kind not in "UXBRf."])
    day = of_slots(slots, anchors, bounds)
    if tokens[0].kind == "B":
        named = pair_in(slots) or day.period is None
        return day if named else day._replace(period=periods.weekend(periods.week(day.period.start).start))
    unit = next(token.value for token in tokens if token.kind in "UX")
    whole = day.period and unit in HOLDING and periods.around(day.period.start, unit)
    return day._replace(period=whole or None, granularity=unit) if unit in HOLDING else None


def week_number(tokens: Sequence[Token], anchors: Anchors, bounds: Bounds = Bounds()) -> Meaning | None:
    """``week 12 of 2017``, ``the week 31``, counted as ISO 8601 does; without its year the nearest one, of the
    first weeks this year's: no month has so many."""
    said = {token.kind: token.value for token in tokens}
    if "Ž" in said:
        return of_slots({"Y": said["Ž"].year, "O": said["Ž"].number, "U": "week"}, anchors)
    unit = next(token.value for token in tokens if token.kind == "U")
    week = {"O": said.get("D") or said["J"], "U": "week"}
    if unit != "week" or not isinstance(week["O"], int):
        return None
    if "G" in said:
        return of_slots({"y": (STEP[said["G"]], "published"), **week}, anchors) if said["U"] == "year" else None
    if "Y" not in said and week["O"] in range(WEEKS_OF_A_MONTH + 1):
        return of_slots({"y": (0, "published"), **week}, anchors)
    return of_slots({"Y": said["Y"], **week} if "Y" in said else week, anchors, bounds)
