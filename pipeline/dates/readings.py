"""One reading for each form of the table ``date_forms``: which of its tokens says what.

In: the tokens of a form and the `Anchors` so far. Out: a `Meaning`, or None for a form that is no date after
all. Judgements: ``24년 3월`` is a month, ``1년 6월`` a term of imprisonment; after 뒤 and 후 one counts from the
date written just before, else from the publication; ``a year earlier`` and 전년 동기 are the period last
named, a year before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from pipeline.dates import periods
from pipeline.dates.anchors import Anchors
from pipeline.dates.comparisons import (
    half_shifted,
    same,
    shifted,
    shifted_day,
    shifted_weekday,
    weekday_after_next,
    weekdays_away,
    years_away,
)
from pipeline.dates.lengths import FORM, length
from pipeline.dates.numeric import full_year
from pipeline.dates.periods import Period
from pipeline.dates.resolve import Bounds, Meaning, of_slots
from pipeline.dates.slots import RELATIVE, finest_of, slots_of
from pipeline.dates.tokens import Token
from pipeline.dates.weeks import week_number, week_of, weekend

Reading = Callable[[Sequence[Token], Anchors], Meaning | None]

SHORTEST_YEAR, NTH = 20, "oOÔ"
AHEAD = Token(0, 0, "b", (1, "published"))
LAST = -1
ORDINAL_UNITS = {"quarter": "Q", "half": "H", "century": "C"}
ENDED = {"1 week": "week", "1 month": "month", "3 month": "quarter", "6 month": "half", "12 month": "year"}


def _calendar(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    return of_slots(slots_of(tokens), anchors)


def _numeric(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """A date in digits, with its time of day if one is written."""
    meaning = of_slots(slots_of(tokens), anchors)
    time = next(token.value.time for token in tokens if token.kind == "N")
    if time is None:
        return meaning
    period = meaning.period._replace(granularity="minute") if meaning.period else None
    return meaning._replace(period=period, granularity="minute", time=time)


def ordinal(tokens: Sequence[Token], anchors: Anchors, bounds: Bounds = Bounds()) -> Meaning:
    """``the third quarter of 2025``, ``the last week of October``, ``the first Friday of next month``."""
    if tokens[0].kind == "s" or tokens[1].kind == "s":
        return _a_year_before(ordinal([token for token in tokens if token.kind not in "ts"], anchors))
    counted = NTH if any(token.kind in NTH for token in tokens) else "G"
    place = next(at for at, token in enumerate(tokens) if token.kind in counted and tokens[at + 1].kind in "UW")
    number = LAST if tokens[place].kind == "G" else tokens[place].value
    rest = slots_of([*tokens[:place], *tokens[place + 2 :]])
    if tokens[place + 1].kind == "W":
        return of_slots({**rest, "O": number, "W": tokens[place + 1].value}, anchors, bounds)
    unit = tokens[place + 1].value
    if unit in ORDINAL_UNITS:
        return of_slots({**rest, ORDINAL_UNITS[unit]: _last(number, unit)}, anchors, bounds)
    return of_slots({**rest, "O": number, "U": unit}, anchors, bounds)


def _fiscal(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``the first fiscal quarter`` says no more than ``the fiscal first quarter``."""
    return ordinal(sorted(tokens, key=lambda token: token.kind != "F"), anchors)


def _a_year_before(meaning: Meaning) -> Meaning:
    """``the year-earlier third quarter``."""
    return meaning._replace(period=years_away(meaning.period, -1)) if meaning.period else meaning


def _run(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``the first nine months of 2024``, ``the last two weeks of the year``."""
    place = next(at for at, token in enumerate(tokens) if token.kind == "u")
    count, unit = tokens[place].value
    rest = slots_of(tokens[place + 1 :])
    whole = of_slots(rest, anchors) if rest.keys() - set("tf") else _year_with(count, unit, anchors)
    if whole.period is None or not isinstance(count, int):
        return Meaning(None, unit)
    start, end = whole.period.start, whole.period.end
    if tokens[place - 1].value in ("past", -1):
        start = periods.moved(end + periods.DAY, unit, -count)
    else:
        end = periods.moved(start, unit, count) - periods.DAY
    granularity = finest_of([(count, unit)])
    return whole._replace(period=Period(start, end, granularity), granularity=granularity)


def _year_with(count: int | None, unit: str, anchors: Anchors) -> Meaning:
    """The year whose first months are over by the publication."""
    day = anchors.published
    if day is None or not isinstance(count, int):
        return Meaning(None, unit)
    over = periods.moved(date(day.year, 1, 1), unit, count) <= day
    return Meaning(periods.year(day.year if over else day.year - 1), unit, "relative", "published")


def _last(number: int, unit: str) -> int:
    """The last quarter is the fourth, the last half the second."""
    return {"quarter": 4, "half": 2}.get(unit, number) if number == LAST else number


def _ended(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """The months or weeks up to a day or a month: ``the year ended March 31``."""
    place = next(at for at, token in enumerate(tokens) if token.kind in "Rr")
    count, unit = tokens[place].value
    last = of_slots(slots_of(tokens[place + 1 :]), anchors, Bounds(told=tokens[place].kind == "R"))
    granularity = ENDED.get(f"{count} {unit}", unit)
    if last.period is None:
        return Meaning(None, granularity, last.basis)
    start = periods.moved(last.period.end + periods.DAY, unit, -count)
    period = Period(start, last.period.end, granularity)
    return last._replace(period=period, granularity=granularity, month_stated=False)


def _quarter_of(tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    """``the December quarter``: the quarter, half or year that ends with the month."""
    unit = next(token.value for token in tokens if token.kind == "U")
    if unit not in periods.MONTHS or unit == "month":
        return None
    last = _calendar([token for token in tokens if token.kind not in "tU"], anchors)
    if last.period is None:
        return last._replace(granularity=unit)
    start = periods.moved(last.period.end + periods.DAY, "month", -periods.MONTHS[unit])
    return last._replace(period=Period(start, last.period.end, unit), granularity=unit, month_stated=False)


def _rest(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``the rest of the week``: from the publication to its end; the whole of what has not begun."""
    return _from_now(_calendar([token for token in tokens if token.kind not in "tK"], anchors), anchors)


def _from_now(whole: Meaning, anchors: Anchors) -> Meaning:
    """What is left of a period at the publication; the whole of what has not begun or is over."""
    day = anchors.published
    if whole.period is None or day is None or not whole.period.start <= day <= whole.period.end:
        return whole
    return whole._replace(period=whole.period._replace(start=day))


def so_far(whole: Meaning, anchors: Anchors) -> Meaning:
    """What is over of a period at the publication (``올해 들어``); the whole of what has not begun or is over, and of
    a decade."""
    day = anchors.published
    if whole.period is None or day is None or not whole.period.start <= day <= whole.period.end:
        return whole
    if whole.granularity in ("decade", "century"):
        return whole
    return whole._replace(period=whole.period._replace(end=day), basis="relative", anchor="published")


def _to_date(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``year to date``: from January on; of a quarter, month or week from its first day."""
    unit = next(token.value for token in tokens if token.kind == "l")
    return so_far(of_slots({RELATIVE[unit]: (0, "published")}, anchors), anchors)


def _side(tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    """``earlier this month``: up to the publication; ``later this week``: from it; of others the early or late part."""
    sign = tokens[0].value[0]
    if tokens[-1].value == "day":
        return None
    rest = [token for token in tokens[1:] if token.kind not in "tfi"]
    whole = _calendar(rest, anchors)
    now = whole.period is not None and anchors.published is not None
    if now and whole.period.start <= anchors.published <= whole.period.end:
        return so_far(whole, anchors) if sign < 0 else _from_now(whole, anchors)
    return _calendar([Token(0, 0, "P", "early" if sign < 0 else "late"), *rest], anchors)


def _of_year(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``May 5 last year``; of a shorter unit (``May 5 this week``) the day says enough."""
    return _calendar(tokens if tokens[-1].value == "year" else tokens[:-2], anchors)


def _term(tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    (count, unit), part = tokens[0].value, tokens[1]
    whole = isinstance(count, int) and not (part.kind == "M" and isinstance(part.value, tuple))
    if unit != "year" or not whole or count < SHORTEST_YEAR:
        return None
    return of_slots({"Y": full_year(count), part.kind: part.value}, anchors)


READINGS: dict[str, Reading] = {
    "numeric": _numeric,
    "calendar": _calendar,
    "nth": lambda tokens, anchors: of_slots(slots_of(tokens, ordinals=True), anchors),
    "loose": _calendar,
    "nth_day": _calendar,
    "ordinal": ordinal,
    "fiscal": _fiscal,
    "run": _run,
    "weekend": weekend,
    "ended": _ended,
    "rest": _rest,
    "side": _side,
    "to_date": _to_date,
    "quarter_of": _quarter_of,
    "ahead": lambda tokens, anchors: shifted([*tokens, AHEAD], anchors),
    "shifted_weekday": shifted_weekday,
    "week_of": week_of,
    "shifted_day": shifted_day,
    "week_number": week_number,
    "weekdays_away": weekdays_away,
    "no_year": lambda tokens, anchors: Meaning(None, "part_of_year"),
    "no_month": lambda tokens, anchors: Meaning(None, "day"),
    "weekday_after_next": weekday_after_next,
    "shifted": shifted,
    "same": same,
    FORM: length,
    "term": _term,
    "day_beside": lambda tokens, anchors: of_slots({"d": tokens[0].value}, anchors),
    "of_year": _of_year,
    "half_shifted": half_shifted,
    "old_year": lambda tokens, anchors: of_slots({"Y": tokens[0].value[0]}, anchors),
}
