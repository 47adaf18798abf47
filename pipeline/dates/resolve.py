"""From the words of a date to the days they mean.

In: a form, its tokens and the `Anchors` so far. Out: a `Meaning`: the period, or None where nothing
resolves it, with its granularity, basis and anchor as the contract of the table dates names them.

Judgements:
- A bare month, day, quarter or weekday is the nearest that has begun by the publication; 지난 and last ask
  for one that is over, 오는 and next for one to come, 이번 and this for the one of the year or week.
- What is built on a year, month or week that the text has named has the anchor other; if the text has
  named none, nothing is guessed.
- So many years ago is that whole year, so many months ago that whole month: no sharper than the words.
- Two or more units (``3년 5개월 전``) are as sharp as the smallest.
- A fiscal year is its company's own: it has no dates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.dates import periods
from pipeline.dates.anchors import Anchors
from pipeline.dates.periods import Period
from pipeline.dates.scan import Token

UNIT_OF = {"y": "year", "j": "year", "m": "month", "w": "week", "d": "day", "q": "quarter", "h": "half"}
GRANULARITY = {**UNIT_OF, "Y": "year", "M": "month", "D": "day", "Q": "quarter", "H": "half", "W": "day"}
FINENESS = ("century", "decade", "year", "half", "quarter", "month", "week", "day")
LEAP_CYCLE = 8


@dataclass(frozen=True, slots=True)
class Meaning:
    period: Period | None
    granularity: str
    basis: str = "relative"
    anchor: str = "none"
    time: str | None = None
    year_stated: bool = False
    month_stated: bool = False


Slots = dict[str, object]


def resolve(form: str, tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    """What the tokens of a form mean; None for a form that is no date after all."""
    try:
        return RESOLVERS[form](tokens, anchors)
    except (ValueError, OverflowError, IndexError):
        slots = _slots(tokens)
        return Meaning(None, _granularity(slots), "absolute" if "Y" in slots else "relative")


def _numeric(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    found = tokens[0].value
    if found.day is None:
        return Meaning(periods.month(found.year, found.month), "month", "absolute", "none", None, True, True)
    granularity = "minute" if found.time else "day"
    try:
        day = date(found.year, found.month, found.day)
    except ValueError:
        return Meaning(None, granularity, "absolute")
    return Meaning(Period(day, day, granularity), granularity, "absolute", "none", found.time, True, True)


def _calendar(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    return _of_slots(_slots(tokens), anchors)


def _slots(tokens: Sequence[Token]) -> Slots:
    """What the tokens say, by kind: ``next year`` as one relative year, a year of two digits in full."""
    slots: Slots = {token.kind: token.value for token in tokens}
    if "u" in slots:
        slots["Y"] = _short_year(slots.pop("u")[0])
    if "o" in slots:
        slots.setdefault("D", slots.pop("o"))
    if "G" in slots and "U" in slots:
        unit, direction = slots.pop("U"), slots.pop("G")
        slots[RELATIVE[unit]] = (STEP[direction], "published")
    return slots


def _ordinal(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``the third quarter of 2025``, ``the last week of October``, ``the first Friday of next month``."""
    place = next(place for place, token in enumerate(tokens) if token.kind in "oG" and tokens[place + 1].kind in "UW")
    number = -1 if tokens[place].kind == "G" else tokens[place].value
    rest = _slots([token for at, token in enumerate(tokens) if at not in (place, place + 1)])
    if tokens[place + 1].kind == "W":
        return _of_slots({**rest, "O": number, "W": tokens[place + 1].value}, anchors)
    unit = tokens[place + 1].value
    if unit in ORDINAL_UNITS:
        return _of_slots({**rest, ORDINAL_UNITS[unit]: number}, anchors)
    return _of_slots({**rest, "O": number, "U": unit}, anchors)


def _english_weekend(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    direction = next((token.value for token in tokens if token.kind == "G"), "this")
    return _of_slots({"e": (STEP[direction], "published")}, anchors)


def _ended(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """The months up to a day or a month: ``the year ended March 31``."""
    count = next(token.value for token in tokens if token.kind == "R")
    last = _calendar([token for token in tokens if token.kind != "R"], anchors)
    granularity = ENDED[count]
    if last.period is None:
        return Meaning(None, granularity, last.basis)
    start = periods.moved(last.period.end + periods.DAY, "month", -count)
    period = Period(start, last.period.end, granularity)
    return Meaning(period, granularity, last.basis, last.anchor, None, last.year_stated, False)


def _of_slots(slots: Slots, anchors: Anchors) -> Meaning:
    pair = next((kind for kind in "DMQHYEC" if isinstance(slots.get(kind), tuple)), None)
    if pair is None:
        return _one(slots, anchors, None)
    low, high = slots[pair]
    first = _one({**slots, pair: low}, anchors, None)
    if first.period is None:
        return first
    return joined(first, _one({**slots, pair: high}, anchors, first.period.start))


def joined(first: Meaning, last: Meaning) -> Meaning:
    """One period from the beginning of the first to the end of the last; without dates if it runs backwards."""
    stated = {"year_stated": first.year_stated, "month_stated": first.month_stated}
    if first.period is None or last.period is None or last.period.end < first.period.start:
        return Meaning(None, last.granularity, first.basis, "none", None, **stated)
    granularity = max(first.granularity, last.granularity, key=_fineness)
    period = Period(first.period.start, last.period.end, granularity)
    basis = "absolute" if first.basis == last.basis == "absolute" else "relative"
    anchor = first.anchor if first.anchor != "none" else last.anchor
    return Meaning(period, granularity, basis, anchor if basis == "relative" else "none", None, **stated)


def _fineness(granularity: str) -> int:
    return FINENESS.index(granularity) if granularity in FINENESS else FINENESS.index("day")


def following(form: str, tokens: Sequence[Token], since: date, anchors: Anchors) -> Meaning | None:
    """What the second date of a range means, which lies after the first where it says no year itself."""
    slots = _slots(tokens)
    if form != "calendar" or any(isinstance(slots.get(kind), tuple) for kind in "DMQHYEC"):
        return resolve(form, tokens, anchors)
    try:
        return _one(slots, anchors, since)
    except (ValueError, OverflowError, IndexError):
        return Meaning(None, _granularity(slots))


def _one(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    """A date without pairs of numbers; `since` is the beginning of the range that it ends."""
    for kind, rule in TOPS.items():
        if kind in slots:
            return rule(slots, anchors, since)
    return _bare(slots, anchors, since)


def _fiscal(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    return Meaning(None, _granularity(slots), "relative" if slots.keys() & set("yj") else "absolute")


def _in_stated_year(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    period = _in_year(slots, slots["Y"])
    return Meaning(period, period.granularity, "absolute", "none", None, True, "M" in slots)


def _in_relative_year(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    offset, anchor = slots.get("y") or slots["j"]
    base, label = _base(anchor, "year", anchors)
    if base is None:
        return Meaning(None, _granularity(slots))
    year = base.year + offset
    if slots.get("S") == "winter" and base.month < 3:
        year -= 1
    period = _in_year(slots, year)
    return Meaning(period, period.granularity, "relative", label, None, True, "M" in slots)


def _in_relative_month(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    offset, anchor = slots["m"]
    base, label = _base(anchor, "month", anchors)
    if base is None:
        return Meaning(None, _granularity(slots))
    start = periods.next_to(base, "month", offset).start
    period = _in_month(slots, start.year, start.month)
    return Meaning(period, period.granularity, "relative", label, None, False, True)


def _in_relative_week(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    offset, anchor = slots["w"]
    base, label = _base(anchor, "week", anchors)
    if base is None:
        return Meaning(None, _granularity(slots))
    week = periods.next_to(base, "week", offset)
    period = periods.nth_weekday(week, slots["W"], 1) if "W" in slots else week
    return Meaning(period, period.granularity, "relative", label)


def _stepped(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    """이번 분기, 지난 반기, 오늘: so many units from the one that holds the anchor."""
    kind = next(kind for kind in "dqh" if kind in slots)
    offset, anchor = slots[kind]
    base, label = _base(anchor, UNIT_OF[kind], anchors)
    if base is None:
        return Meaning(None, UNIT_OF[kind])
    period = periods.next_to(base, UNIT_OF[kind], offset)
    return Meaning(period, period.granularity, "relative", label)


def _weekend(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    offset, anchor = slots["e"]
    base, label = _base(anchor, "week", anchors)
    if base is None:
        return Meaning(None, "day")
    return Meaning(periods.weekend(periods.next_to(base, "week", offset).start), "day", "relative", label)


def _round(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    """A decade or a century; two digits are the decade of the twentieth century."""
    if "C" in slots:
        return Meaning(periods.century(slots["C"]), "century", "absolute")
    first = slots["E"] + (1900 if slots["E"] < 100 else 0)
    return Meaning(periods.decade(first // 10 * 10), "decade", "absolute")


def _bare(slots: Slots, anchors: Anchors, since: date | None) -> Meaning:
    """No year is said: the nearest such period in the direction that the words point to."""
    reference = since or anchors.published
    granularity = _granularity(slots)
    if reference is None:
        return Meaning(None, granularity)
    direction = "since" if since else slots.get("G") or ("this" if slots.keys() & set("vV") else "begun")
    period = _nearest(_builder(slots, reference), reference, direction, "W" in slots and granularity == "day")
    label = "other" if since else "published"
    return Meaning(period, period.granularity, "relative", label, None, False, "M" in slots)


def _builder(slots: Slots, reference: date) -> Callable[[int], Period]:
    """From a step to the candidate so many years, months or weeks away."""
    if slots.keys() & set("MQHSv") or "D" not in slots and "O" in slots and "V" not in slots:
        return lambda step: _in_year(slots, reference.year + step)
    if "W" in slots and "D" not in slots:
        return lambda step: periods.nth_weekday(periods.next_to(reference, "week", step), slots["W"], 1)
    return lambda step: _in_month_of(slots, periods.moved(reference.replace(day=1), "month", step))


def _nearest(build: Callable[[int], Period], reference: date, direction: str, weekly: bool) -> Period:
    """The nearest candidate that fits; ValueError when the calendar has none (31 April)."""
    for step in _steps(direction, weekly):
        try:
            period = build(step)
        except (ValueError, IndexError):
            continue
        if FITS[direction](period, reference):
            return period
    raise ValueError("no such day in the calendar")


def _steps(direction: str, weekly: bool) -> Iterator[int]:
    if direction == "this":
        return iter((-1, 0))
    if direction == "next" and weekly:
        return iter((1,))
    sign = 1 if direction in ("future", "next", "since") else -1
    return iter(range(0, sign * (LEAP_CYCLE + 1), sign))


FITS: dict[str, Callable[[Period, date], bool]] = {
    "begun": lambda period, reference: period.start <= reference,
    "past": lambda period, reference: period.end < reference,
    "future": lambda period, reference: period.start > reference,
    "next": lambda period, reference: period.start > reference,
    "since": lambda period, reference: period.start >= reference,
    "this": lambda period, reference: period.end >= reference or period.start.year == reference.year,
}


def _in_year(slots: Slots, year: int) -> Period:
    """The part of a year that the slots name."""
    if "M" in slots:
        return _in_month(slots, year, slots["M"])
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


def _in_month_of(slots: Slots, when: date) -> Period:
    return _in_month(slots, when.year, when.month)


def _in_month(slots: Slots, year: int, month: int) -> Period:
    """The part of a month that the slots name."""
    whole = periods.month(year, month)
    if "D" in slots:
        return periods.day(date(year, month, slots["D"]))
    if "O" in slots:
        return _nth(slots, whole)
    if "L" in slots:
        return periods.day(whole.end)
    part = slots.get("P") or slots.get("V")
    return periods.part(whole, part) if part else whole


def _nth(slots: Slots, of: Period) -> Period:
    """The n-th week, weekday or day of a period."""
    if slots.get("U") == "week":
        week = periods.nth_week(of, slots["O"])
        return periods.nth_weekday(week, slots["W"], 1) if "W" in slots else week
    if "W" in slots:
        return periods.nth_weekday(of, slots["W"], slots["O"])
    return periods.day(of.end if slots["O"] < 0 else periods.moved(of.start, "day", slots["O"] - 1))


def _base(anchor: str, unit: str, anchors: Anchors) -> tuple[date | None, str]:
    """The day to count from, and what it is called: published, other or none."""
    named = anchors.named(unit) if anchor in ("other", "named") else None
    if named:
        return named, "other"
    if anchor in ("published", "named") and anchors.published:
        return anchors.published, "published"
    return None, "none"


def _granularity(slots: Slots) -> str:
    """How sharp the words are, resolved or not."""
    if slots.keys() & set("DdWekL"):
        return "day"
    if slots.keys() & set("PvV"):
        return "part_of_month" if slots.keys() & set("MmV") else "part_of_year"
    if "S" in slots:
        return "part_of_year"
    if "U" in slots:
        return str(slots["U"])
    named = [GRANULARITY[kind] for kind in slots if kind in GRANULARITY]
    return max(named, key=_fineness) if named else "year"


def _short_year(count: int | None) -> int:
    if count is None:
        raise ValueError("a vague year")
    return count + (1900 if 30 <= count < 100 else 2000) if count < 100 else count


def _shifted(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """So many units before or after."""
    amounts = [token.value if token.kind == "u" else (token.value, "day") for token in tokens[:-1]]
    finest = max((unit for _, unit in amounts), key=_fineness)
    sign, anchor = tokens[-1].value
    if anchor == "other" and finest == "year" and anchors.period and amounts[0][0]:
        return Meaning(_years_away(anchors.period, sign * amounts[0][0]), anchors.period.granularity, "relative", "other")
    base, label = _base(anchor, finest, anchors)
    if anchor == "nearby":
        base, label = anchors.nearby(tokens[0].start)
    if base is None or any(count is None or isinstance(count, tuple) for count, _ in amounts):
        return Meaning(None, finest)
    for count, unit in amounts:
        base = periods.moved(base, unit, sign * count)
    return Meaning(periods.around(base, finest), finest, "relative", label)


def _same(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """전년 동기, the same period last year: the period last named, in another year."""
    slots = _slots([token for token in tokens if token.kind not in "ub"])
    offset, anchor = slots.get("y") or (slots["s"] if isinstance(slots["s"], tuple) else (-1, "other"))
    named = anchors.period
    if named is None or anchor == "published" and anchors.published is None:
        return Meaning(None, named.granularity if named else "year")
    years = offset if anchor != "published" else anchors.published.year + offset - named.end.year
    if "Y" in slots:
        years = slots["Y"] - named.end.year
    return Meaning(_years_away(named, years), named.granularity, "relative", "other")


def _years_away(named: Period, years: int) -> Period:
    return Period(periods.moved(named.start, "year", years), _same_end(named.end, years), named.granularity)


def _same_end(end: date, years: int) -> date:
    """The end of the same month in another year: 28 February answers to 29 February."""
    return periods.moved(end + periods.DAY, "year", years) - periods.DAY


def _term(tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    """``24년 3월`` is a month, ``1년 6월`` a term of imprisonment."""
    count, month = tokens[0].value[0], tokens[1].value
    if count is None or count < SHORTEST_YEAR or isinstance(month, tuple):
        return None
    period = periods.month(_short_year(count), month)
    return Meaning(period, "month", "absolute", "none", None, True, True)


SHORTEST_YEAR = 20
RELATIVE = {"year": "y", "month": "m", "week": "w", "day": "d", "quarter": "q", "half": "h", "decade": "t", "century": "t"}
STEP = {"past": -1, "this": 0, "next": 1, "future": 1}
ORDINAL_UNITS = {"quarter": "Q", "half": "H", "century": "C"}
ENDED = {3: "quarter", 6: "half", 9: "month", 12: "year"}
TOPS: dict[str, Callable[[Slots, Anchors, date | None], Meaning]] = {
    "F": _fiscal,
    "Y": _in_stated_year,
    "y": _in_relative_year,
    "j": _in_relative_year,
    "m": _in_relative_month,
    "w": _in_relative_week,
    "d": _stepped,
    "q": _stepped,
    "h": _stepped,
    "e": _weekend,
    "k": _weekend,
    "C": _round,
    "E": _round,
}
RESOLVERS: dict[str, Callable[[Sequence[Token], Anchors], Meaning | None]] = {
    "numeric": _numeric,
    "calendar": _calendar,
    "shifted": _shifted,
    "same": _same,
    "term": _term,
    "ordinal": _ordinal,
    "weekend": _english_weekend,
    "ended": _ended,
}
