"""What a phrase means: a form by itself, or two that belong together.

In: a `Phrase` and the `Anchors` so far. Out: a `Meaning`, or None for what is no date after all; without a
period where the calendar has none. Judgements: of a range the end that says less takes the year or month from
the other, and is as absolute as that; a bare date in a list is not before the one beside it; so many units
after a date keep that date's granularity.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from pipeline.dates import periods
from pipeline.dates.anchors import Anchors
from pipeline.dates.comparisons import SAME, amounts_of, compared, repeated, years_away
from pipeline.dates.lengths import FORM, named_length
from pipeline.dates.periods import Period
from pipeline.dates.phrase import Phrase
from pipeline.dates.ranges import AMOUNTS
from pipeline.dates.readings import AHEAD, READINGS, ordinal, so_far
from pipeline.dates.resolve import IMPOSSIBLE, Bounds, Meaning, joined, of_slots
from pipeline.dates.slots import coarseness, finest_of, pair_in, slots_of
from pipeline.dates.weeks import week_number, week_of, weekend

RUNNING, WEEKDAY = "l", "W"
COUNTED = ("shifted", "half_shifted", "weekdays_away")
YEAR, HALF_A_YEAR = timedelta(days=366), timedelta(days=180)
WEEKS = {"week_number": week_number, "week_of": week_of}
CALENDAR = ("calendar", "numeric", "loose", "nth_day")


def meaning_of(phrase: Phrase, anchors: Anchors, before: Meaning | None = None) -> Meaning | None:
    """What a phrase means, `before` being the meaning of the one in front of it; None for what is no date after all."""
    if phrase.link in AFTER:
        return AFTER[phrase.link](phrase, before, anchors)
    if phrase.other is not None:
        return _linked(phrase, phrase.other, anchors)
    meaning = _read(phrase, anchors.told() if phrase.sides.told else anchors)
    running = phrase.sides.running or any(token.kind == RUNNING for token in phrase.tokens)
    return so_far(meaning, anchors) if running and meaning else meaning


def _linked(phrase: Phrase, other: Phrase, anchors: Anchors) -> Meaning | None:
    """What two make of each other; beyond the calendar's first and last year a date without days."""
    try:
        return LINKS[phrase.link](phrase, other, anchors)
    except IMPOSSIBLE:
        return Meaning(None, "day")


def _read(phrase: Phrase, anchors: Anchors) -> Meaning | None:
    """What a form by itself means; a day that no calendar has is a date without days."""
    try:
        return _beside(phrase, anchors) or _alone(phrase, anchors)
    except IMPOSSIBLE:
        return Meaning(None, "day", is_length=phrase.form == FORM)


def _beside(phrase: Phrase, anchors: Anchors) -> Meaning | None:
    """What the words at its sides make of a form; None where they make nothing else of it."""
    sides = phrase.sides
    if sides.owned:
        return READINGS[phrase.form](phrase.tokens, anchors)._replace(period=None, anchor="none")
    if sides.repeated and phrase.form == SAME:
        return repeated(phrase.tokens, anchors)
    if (sides.coming or sides.told) and phrase.form in CALENDAR and not _is_timed(phrase):
        return of_slots(slots_of(phrase.tokens), anchors, Bounds(coming=sides.coming, told=sides.told))
    if (sides.coming or sides.told) and phrase.form == "ordinal":
        meaning = ordinal(phrase.tokens, anchors, Bounds(coming=sides.coming, told=sides.told))
        return _over(phrase, meaning, anchors) if sides.told else meaning
    if (sides.coming or sides.told) and phrase.form in WEEKS:
        return WEEKS[phrase.form](phrase.tokens, anchors, Bounds(coming=sides.coming, told=sides.told))
    if sides.elsewhere and phrase.form == FORM:
        return named_length(phrase.tokens, anchors, sides.told)
    if phrase.form == "weekend":
        return weekend(phrase.tokens, anchors, sides.coming, sides.told)
    if sides.compared and phrase.form == "shifted":
        return compared(phrase.tokens, anchors)
    return None


def _over(phrase: Phrase, meaning: Meaning, anchors: Anchors) -> Meaning:
    """``rose in the last quarter of the year``: told of in spring, it is that of the year that is over."""
    ahead = meaning.period.start - anchors.published if meaning.period and anchors.published else None
    if ahead is None or ahead < HALF_A_YEAR or "".join(token.kind for token in phrase.tokens[-2:]) != "tU":
        return meaning
    return meaning._replace(period=years_away(meaning.period, -1))


def _alone(phrase: Phrase, anchors: Anchors) -> Meaning | None:
    """What a form means; ``will leave two weeks later`` counts from the publication where the text names nothing."""
    meaning = READINGS[phrase.form](phrase.tokens, anchors)
    if phrase.form not in COUNTED or not phrase.sides.coming or meaning.period:
        return meaning
    return READINGS[phrase.form]([*phrase.tokens[:-1], phrase.tokens[-1]._replace(value=AHEAD.value)], anchors)


def _is_timed(phrase: Phrase) -> bool:
    """A date in digits with its year, perhaps with a time of day."""
    return any(token.kind == "N" and token.value.year for token in phrase.tokens)


def _bounded(phrase: Phrase, anchors: Anchors, bounds: Bounds) -> Meaning | None:
    """What a phrase means beside another one."""
    slots = slots_of(phrase.tokens)
    if phrase.form not in CALENDAR or pair_in(slots):
        return _read(phrase, anchors)
    return of_slots(slots, anchors, bounds)


def _range(first: Phrase, last: Phrase, anchors: Anchors) -> Meaning | None:
    """One period; the end that says less takes the year or month from the other."""
    if last.form == "loose" and len(last.tokens) > 1:
        first = first._replace(tokens=(*first.tokens, last.tokens[-1]))
        last = last._replace(tokens=last.tokens[:1])
    if coarseness(slots_of(first.tokens)) < coarseness(slots_of(last.tokens)):
        end = _read(last, anchors)
        if end is None or end.period is None:
            return end
        start = _like(_bounded(first, anchors, Bounds(until=end.period.start)), end)
        return _named(joined(start, end), end) if _is_lent(start, end) else end._replace(period=None)
    start = _read(first, anchors)
    if start is None or start.period is None:
        return start
    if last.tokens[-1].kind == WEEKDAY and not any(token.kind == WEEKDAY for token in first.tokens):
        whole = joined(start, _read(last, anchors) or start)
        if whole.period:
            return whole
    if last.form == "quarter_of":
        return _quarter(start, last, anchors)
    end = _like(_bounded(last, anchors, Bounds(since=start.period.start)), start)
    return _named(joined(start, end), end)


def _quarter(start: Meaning, last: Phrase, anchors: Anchors) -> Meaning:
    """``the July-to-September quarter`` ends with the first such month, whichever the last such quarter is."""
    unit = next(token.value for token in last.tokens if token.kind == "U")
    month = last._replace(form="calendar", tokens=tuple(token for token in last.tokens if token.kind not in "tU"))
    whole = joined(start, _like(_bounded(month, anchors, Bounds(since=start.period.start)), start))
    return whole._replace(period=whole.period and whole.period._replace(granularity=unit), granularity=unit)


def _named(whole: Meaning, end: Meaning) -> Meaning:
    """``the October-to-December quarter``: a range whose end names the whole of it is that."""
    if whole.period is None or end.period is None or whole.period.start < end.period.start:
        return whole
    return whole._replace(period=end.period, granularity=end.granularity)


def _is_lent(start: Meaning, end: Meaning) -> bool:
    """Whether the year that a beginning takes from the end has such a day: 2019 had no 29 February."""
    return start.period is None or start.anchor == "published" or end.period.start - start.period.start < YEAR


def _like(meaning: Meaning | None, other: Meaning) -> Meaning:
    """An end of a range that takes its year from the other end is as absolute as that."""
    if meaning is None:
        return other
    return meaning._replace(basis=other.basis, anchor=other.anchor) if meaning.anchor == "other" else meaning


def _list(phrase: Phrase, before: Meaning | None, anchors: Anchors) -> Meaning | None:
    """A bare date that is not before the one in front of it."""
    if before is None or before.period is None:
        return _read(phrase, anchors)
    return _bounded(phrase, anchors, Bounds(since=before.period.start))


def _same_day(phrase: Phrase, before: Meaning | None, anchors: Anchors) -> Meaning | None:
    """``전날(1일)``: the number of the day in front of it."""
    day = before.period if before else None
    if day is None or day.start != day.end or day.start.day != phrase.tokens[0].value:
        return _read(phrase, anchors)
    return Meaning(day, "day", "relative", "other")


WHOLE_OF = {"minute": "day", "part_of_month": "month", "part_of_year": "year"}


def _offset(phrase: Phrase, other: Phrase, anchors: Anchors) -> Meaning | None:
    """``two days after December 3``, ``어제로부터 4일 후``."""
    base = meaning_of(other, anchors)
    *tokens, last = (token for token in phrase.tokens if token.kind != WEEKDAY)
    amounts = amounts_of(tokens)
    finest = finest_of(amounts)
    if base is None or base.period is None or any(not isinstance(count, int) for count, _ in amounts):
        return Meaning(None, finest)
    sign = last.value[0] if isinstance(last.value, tuple) else last.value
    unit = WHOLE_OF.get(base.granularity, base.granularity)
    moved = _moved(base.period.start, amounts, sign, unit)
    weekday = next((token.value for token in phrase.tokens if token.kind == WEEKDAY), None)
    moved = moved if weekday is None else _on_weekday(moved.start, weekday, finest)
    return Meaning(moved, moved.granularity, "relative", "other")


def _on_weekday(day: date, weekday: int, unit: str) -> Period:
    """``three weeks after Christmas on Friday``: that of the week; after months or years the first from the day on."""
    ahead = weekday - day.weekday()
    return periods.day(day + timedelta(days=ahead if unit == "week" else ahead % 7))


def _moved(day: date, amounts: Sequence[tuple[int, str]], sign: int, granularity: str) -> Period:
    for count, unit in amounts:
        day = periods.moved(day, unit, sign * count)
    return periods.around(day, granularity)


Link = Callable[[Phrase, Phrase, Anchors], Meaning | None]
After = Callable[[Phrase, Meaning | None, Anchors], Meaning | None]


def _lasting(begin: Phrase, span: Phrase, anchors: Anchors) -> Meaning | None:
    """``2018년부터 5년간``: so long from the first day on."""
    start = _read(begin, anchors)
    if start is None or start.period is None:
        return start
    amounts = [token.value for token in span.tokens if isinstance(token.value, tuple) and token.kind in AMOUNTS]
    day, finest = start.period.start, finest_of(amounts)
    for count, unit in amounts:
        day = periods.moved(day, unit, count)
    return start._replace(period=Period(start.period.start, day - periods.DAY, finest), granularity=finest)


LINKS: dict[str, Link] = {"range": _range, "offset": _offset, "years": _range, "lasting": _lasting}
AFTER: dict[str, After] = {"list": _list, "same": _same_day}
