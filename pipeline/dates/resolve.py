"""From the words of a date to the days they mean.

In: a form, its tokens and the `Anchors` so far. Out: a `Meaning`: the period, or None where nothing
resolves it, with its granularity, basis and anchor as the contract of the table dates names them.

Judgements:
- What is built on a year, month or week that the text has named has the anchor other; if the text has
  named none, nothing is guessed.
- A bare month or quarter in the sentence of another one is of the same year if that does not lead back; a quarter
  or half also if the one of the next year has not begun.
- So many years ago is that whole year, so many months ago that whole month: no sharper than the words; so many
  weeks are days; two or more units (``3년 5개월 전``) are as sharp as the smallest.
- A fiscal year is its company's own: it has no dates; nor has a quarter, half or month of two years (`the third quarter
  of 2017-18`), whose year is one too.
- A range that runs backwards has none either.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.dates import periods
from pipeline.dates.anchors import Anchors
from pipeline.dates.nearest import nearest
from pipeline.dates.periods import Period
from pipeline.dates.slots import OF_UNIT, Slots, fineness, granularity_of, in_month, in_year, narrowed, pair_in

IMPOSSIBLE = (ValueError, OverflowError, IndexError)
WINTER_ENDS, NOTHING = 3, (0, "")
DATED = frozenset("MD")
QUARTERS = frozenset("QH")
PARTS_OF_FISCAL = frozenset("QHM")
TOLD = ("past", "this", "future")


class Meaning(NamedTuple):
    period: Period | None
    granularity: str
    basis: str = "relative"
    anchor: str = "none"
    time: str | None = None
    year_stated: bool = False
    month_stated: bool = False
    compared: bool = False
    is_length: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the words around say: the date is not before or not after another one, is still to come, or is over."""

    since: date | None = None
    until: date | None = None
    coming: bool = False
    told: bool = False


def of_slots(slots: Slots, anchors: Anchors, bounds: Bounds = Bounds()) -> Meaning:
    """What a calendar date means; never an exception: an impossible day has no period."""
    pair = pair_in(slots)
    if pair is None:
        return _possible(slots, anchors, bounds)
    low, high = slots[pair]
    if pair == "Y" and slots.keys() & PARTS_OF_FISCAL:
        return Meaning(None, granularity_of(slots), "absolute")
    if pair_in({**slots, pair: low}):  # ``7~8월 1~5일``: no one stretch
        return Meaning(None, granularity_of(slots), "absolute" if "Y" in slots else "relative")
    if pair in "MQH" and not bounds.coming and not slots.keys() & {"G", *RULED}:
        return _over(slots, pair, anchors, bounds)
    first = _possible({**slots, pair: low}, anchors, bounds)
    if first.period is None:
        return first
    last = _possible({**slots, pair: high}, anchors, Bounds(since=first.period.start))
    return joined(first, last._replace(basis=first.basis, anchor=first.anchor))


def _over(slots: Slots, pair: str, anchors: Anchors, bounds: Bounds) -> Meaning:
    """Bare months or quarters (``1~3분기``): the last of them has begun, not only the first."""
    low, high = slots[pair]
    last = _possible({**slots, pair: high}, anchors, bounds)
    if last.period is None:
        return last
    first = _possible({**slots, pair: low}, anchors, Bounds(until=last.period.start))
    return joined(first._replace(basis=last.basis, anchor=last.anchor), last)


def joined(first: Meaning, last: Meaning) -> Meaning:
    """One period from the beginning of the first to the end of the last."""
    granularity = max(first.granularity, last.granularity, key=fineness)
    basis = "absolute" if first.basis == last.basis == "absolute" else "relative"
    if first.period is None or last.period is None or last.period.end < first.period.start:
        return Meaning(None, granularity, basis)
    period = Period(first.period.start, last.period.end, granularity)
    anchor = first.anchor if first.basis == "relative" else last.anchor
    return first._replace(period=period, granularity=granularity, basis=basis, anchor=anchor)


def _possible(slots: Slots, anchors: Anchors, bounds: Bounds) -> Meaning:
    if bounds.coming and slots.get("y", NOTHING)[1] == "other" and slots["y"][0] > 0 and anchors.year is None:
        slots = {**slots, "y": (slots["y"][0], "published")}
    try:
        return _ruled(slots, anchors) if RULED & slots.keys() else _bare(slots, anchors, bounds)
    except IMPOSSIBLE:
        return Meaning(None, granularity_of(slots), "absolute" if "Y" in slots else "relative")


def _ruled(slots: Slots, anchors: Anchors) -> Meaning:
    """What a year, or a unit counted from an anchor, makes of the slots; the first that they have."""
    fixed = next((rule for kind, rule in FIXED.items() if kind in slots), None)
    return fixed(slots) if fixed else next(rule for kind, rule in RULES.items() if kind in slots)(slots, anchors)


def _fiscal(slots: Slots) -> Meaning:
    said = {kind: value for kind, value in slots.items() if kind != "D"}
    return Meaning(None, granularity_of(said), "relative" if said.keys() & set("yj") else "absolute")


def _in_stated_year(slots: Slots) -> Meaning:
    period = in_year(slots, slots["Y"])
    return Meaning(period, period.granularity, "absolute", "none", None, True, "M" in slots)


def _in_relative_year(slots: Slots, anchors: Anchors) -> Meaning:
    offset, anchor = slots.get("y") or slots["j"]
    base, label = anchors.base(anchor, "year")
    if base is None:
        return Meaning(None, granularity_of(slots))
    year = base.year + offset
    if slots.get("S") == "winter" and base.month < WINTER_ENDS:
        year -= 1
    period = in_year(slots, year)
    return Meaning(period, period.granularity, "relative", label, None, True, "M" in slots, _is_base(offset, anchor))


def _in_relative_month(slots: Slots, anchors: Anchors) -> Meaning:
    offset, anchor = slots["m"]
    base, label = anchors.base(anchor, "month")
    if base is None:
        return Meaning(None, granularity_of(slots))
    start = periods.next_to(base, "month", offset).start
    period = in_month(slots, start.year, start.month)
    return Meaning(period, period.granularity, "relative", label, None, False, True, _is_base(offset, anchor))


def _is_base(offset: int, anchor: str) -> bool:
    """Whether a period is only what another one is compared with (전년, 전월, 전날), and names nothing itself."""
    return anchor != "published" and offset < 0


def _in_relative_week(slots: Slots, anchors: Anchors) -> Meaning:
    offset, anchor = slots["w"]
    base, label = anchors.base(anchor, "week")
    if base is None:
        return Meaning(None, granularity_of(slots))
    week = periods.next_to(base, "week", offset)
    period = periods.nth_weekday(week, slots["W"], 1) if "W" in slots else narrowed(slots, week)
    period = periods.part(period, slots["P"]) if "P" in slots else period
    return Meaning(period, period.granularity, "relative", label)


def _stepped(slots: Slots, anchors: Anchors) -> Meaning:
    """이번 분기, 지난 반기, 오늘: so many units from the one that holds the anchor."""
    kind = next(kind for kind in "dqhrx5" if kind in slots)
    offset, anchor = slots[kind]
    base, label = anchors.base(anchor, OF_UNIT[kind])
    if base is None:
        return Meaning(None, granularity_of(slots))
    period = narrowed(slots, periods.next_to(base, OF_UNIT[kind], offset))
    compared = _is_base(offset, anchor)
    return Meaning(period, period.granularity, "relative", label, compared=compared)


def _weekend(slots: Slots, anchors: Anchors) -> Meaning:
    offset, anchor = slots["e"]
    base, label = anchors.base(anchor, "week")
    if base is None:
        return Meaning(None, "day")
    return Meaning(periods.weekend(periods.next_to(base, "week", offset).start), "day", "relative", label)


def _round(slots: Slots) -> Meaning:
    """A decade or a century; two digits are a decade of the twentieth century."""
    if "C" in slots:
        return Meaning(periods.century(slots["C"]), "century", "absolute")
    first = slots["E"] + (1900 if slots["E"] < 100 else 0)
    return Meaning(periods.decade(first // 10 * 10), "decade", "absolute")


def _bare(slots: Slots, anchors: Anchors, bounds: Bounds) -> Meaning:
    """No year is said."""
    day, direction, label = _view(slots, anchors, bounds)
    if day is None:
        return Meaning(None, granularity_of(slots))
    period = nearest(slots, day, direction)
    if direction == "since" and slots.keys() & QUARTERS and _not_begun(period, anchors):
        period = in_year(slots, day.year)
    return Meaning(period, period.granularity, "relative", label, None, False, "M" in slots)


def _not_begun(period: Period, anchors: Anchors) -> bool:
    return anchors.published is not None and period.start > anchors.published


def _view(slots: Slots, anchors: Anchors, bounds: Bounds) -> tuple[date | None, str, str]:
    """The day to look from, the direction, and the name of that anchor."""
    if bounds.since and slots.get("G") not in TOLD and not _is_own_week(slots):
        return bounds.since, "since", "other"
    if bounds.until and not (slots.keys() & DATED and slots.get("G") in TOLD):
        return bounds.until, "until", "other"
    if "G" in slots:
        return anchors.published, str(slots["G"]), "published"
    if bounds.coming:
        return anchors.published, "coming", "published"
    beside = anchors.same_year(slots.get("M"), slots.keys())
    if beside:
        return beside, "since", "other"
    if bounds.told:
        return anchors.published, "told", "published"
    return anchors.published, "this" if slots.keys() & set("vV") else "begun", "published"


def _is_own_week(slots: Slots) -> bool:
    """``until next Sunday``: a weekday whose week the words say."""
    return {"G", "W"} <= slots.keys() and not slots.keys() & DATED


FIXED: dict[str, Callable[[Slots], Meaning]] = {
    "F": _fiscal,
    "Y": _in_stated_year,
    "C": _round,
    "E": _round,
}
RULES: dict[str, Callable[[Slots, Anchors], Meaning]] = {
    "y": _in_relative_year,
    "j": _in_relative_year,
    "m": _in_relative_month,
    "w": _in_relative_week,
    "d": _stepped,
    "q": _stepped,
    "h": _stepped,
    "r": _stepped,
    "x": _stepped,
    "5": _stepped,
    "e": _weekend,
}
RULED = FIXED.keys() | RULES.keys()
