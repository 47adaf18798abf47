"""Dates that count from another one: ``3년 전``, ``three weeks ago today``, ``전년 동기``, ``1년 전보다``.

In: the tokens of a form and the `Anchors` so far. Out: a `Meaning`, or None for a form that is no date after all.
Judgements: so many months, quarters or years before or after is the whole unit, no sharper than the words, with
``today`` behind it the day; a week is seven days, so ``two weeks ago`` is the day, which names nothing that later
dates count from; half a year more is six months, half a month 15 days (``2년 반 전``, ``a year and a half ago``);
after 뒤 and 후 one counts from the date written just before, else from the publication; ``a year earlier`` is the
period last named, a year before, and so is ``a year ago`` where a sentence about a month, quarter or year compares it
with that; 전년 동기 is the stretch last named, a year before.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.dates import periods
from pipeline.dates.anchors import Anchors
from pipeline.dates.periods import Period
from pipeline.dates.resolve import Meaning, of_slots
from pipeline.dates.slots import finest_of, slots_of
from pipeline.dates.tokens import Token

HALF, SAME, ON = "½", "same", "ª"
HALVES = {"century": (50, "year"), "decade": (5, "year"), "year": (6, "month"), "month": (15, "day"), "day": (0, "day")}


def shifted(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """So many units before or after."""
    amounts = amounts_of(tokens)
    finest = finest_of(amounts)
    finest = "day" if finest == "week" else finest
    sign, anchor = tokens[-1].value
    if any(not isinstance(count, int) for count, _ in amounts):
        return Meaning(None, finest)
    if anchor == "other" and finest == "year" and anchors.period:
        return _compared(years_away(anchors.period, sign * amounts[0][0]))
    base, label = anchors.nearby(tokens[0].start) if anchor == "nearby" else anchors.base(anchor, finest)
    if base is None:
        return Meaning(None, finest)
    for count, unit in amounts:
        base = periods.moved(base, unit, sign * count)
    names_nothing = any(unit == "week" for _, unit in amounts)
    return Meaning(periods.around(base, finest), finest, "relative", label, compared=names_nothing)


def half_shifted(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``two and a half years ago``."""
    number, half, unit, way = tokens
    return shifted([Token(number.start, unit.end, "u", (number.value, unit.value)), half, way], anchors)


def amounts_of(tokens: Sequence[Token]) -> list[tuple[int | None, str]]:
    """So many of each unit, a half one in smaller units."""
    found: list[tuple[int | None, str]] = []
    for token in tokens:
        if token.kind == HALF:
            found.append(HALVES.get(found[-1][1], (None, found[-1][1])))
        elif token.kind in "uD":
            found.append(token.value if token.kind == "u" else (token.value, "day"))
    return found


def shifted_day(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``three weeks ago today``, ``3년 전 오늘``: to the day."""
    (count, unit), (sign, _), (offset, anchor) = (token.value for token in tokens)
    base, label = anchors.base(anchor, "day")
    if base is None or not isinstance(count, int):
        return Meaning(None, "day")
    day = periods.moved(periods.moved(base, "day", offset), unit, sign * count)
    return Meaning(periods.day(day), "day", "relative", label)


def shifted_weekday(tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    """``2주 후 월요일``: the Monday of that week."""
    day = shifted([token for token in tokens[:-1] if token.kind != ON], anchors)
    if day.period is None or tokens[0].value[1] != "week":
        return Meaning(None, "day")
    week = periods.week(day.period.start)
    return day._replace(period=periods.nth_weekday(week, tokens[-1].value, 1), compared=False)


def weekday_after_next(tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    """``the Monday after next``, ``the Monday before last``: that of the week after next or before last."""
    weekday, direction, sign = (next(token.value for token in tokens if token.kind == kind) for kind in "WGa")
    if (direction, sign) not in (("next", 1), ("past", -1)):
        return None
    return of_slots({"w": (2 * sign, "published"), "W": weekday}, anchors)


def weekdays_away(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """``two Sundays from now``, ``three Mondays ago``."""
    count, weekday, (sign, anchor) = (token.value for token in tokens)
    base, label = anchors.base(anchor, "day")
    if base is None or not isinstance(count, int):
        return Meaning(None, "day")
    near = (weekday - base.weekday()) % 7 or 7
    days = near + 7 * (count - 1) if sign > 0 else 7 * count - near % 7
    return Meaning(periods.day(base + sign * days * periods.DAY), "day", "relative", label)


def compared(tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    """``1년 전보다`` in a sentence about a month, quarter or year: the same, so much before."""
    (count, unit), named = tokens[0].value, anchors.here
    if named is None or not isinstance(count, int) or len(tokens) != 2 or tokens[1].value[0] > 0:
        return None
    if unit == "year":
        return _compared(years_away(named, -count))
    if unit != named.granularity or unit not in periods.MONTHS:
        return None
    return _compared(periods.next_to(named.start, unit, -count))


def same(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """The period last named, in the year that the words say; nothing is compared with itself."""
    slots = slots_of([token for token in tokens if token.kind not in "ub"])
    said = slots.get("s")
    offset, anchor = slots.get("y") or (said if isinstance(said, tuple) else (-1, "other"))
    month = anchors.month if "m" in slots else None
    named = periods.around(month, "month") if month else anchors.stretch or anchors.period
    if named is None or anchor == "published" and anchors.published is None:
        return Meaning(None, named.granularity if named else "year")
    years = offset if anchor != "published" else anchors.published.year + offset - named.end.year
    if "Y" in slots:
        year = slots["Y"]
        years = year[0] - named.start.year if isinstance(year, tuple) else year - named.end.year
    return _compared(years_away(named, years or -1))


def repeated(tokens: Sequence[Token], anchors: Anchors) -> Meaning | None:
    """``costs fell in the same period``: the one last named, where the words themselves are not about another year."""
    named = anchors.stretch or anchors.period
    if named is None or any(isinstance(token.value, tuple) for token in tokens):
        return None
    return Meaning(named, named.granularity, "relative", "other")


def _compared(period: Period) -> Meaning:
    return Meaning(period, period.granularity, "relative", "other", compared=True)


def years_away(named: Period, years: int) -> Period:
    """The same stretch in another year; 28 February answers to 29 February."""
    end = periods.moved(named.end + periods.DAY, "year", years) - periods.DAY
    return Period(periods.moved(named.start, "year", years), end, named.granularity)
