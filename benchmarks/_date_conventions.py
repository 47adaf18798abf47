"""Where a suite's convention for dates is not ours: what then counts as the same reading, for every case alike.

In: a row of ours or the durations of a text, and the period that a suite allows (ends as it writes them, the last
one excluded). Out: whether one of the conventions explains the difference. The conventions, all of them:

- whole unit: so many months or years ago is that whole unit with us, one day of it with the suite;
- part: early, mid, late, earlier and later cut a week, month or year at other places: one end agrees and one
  of the two periods holds the other;
- open side: before, after and since are no part of a date with us; the named date touches the suite's one end;
- weekend: a bare one is the last that has begun in news, the coming one for an assistant;
- length of time: ``3 weeks`` that no word puts beside the publication is only a duration with us, a quantity; it leads
  from the reference day to the suite's far end.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.dates.lexicon import lexicon
from pipeline.dates.periods import around, moved
from pipeline.mentions import Date, Quantity

Ends = tuple[str | None, str | None]

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
UNITS = ("month", "quarter", "year")
STEPS = ("day", "week", "month", "year")
PARTS = "Pb"


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def whole_unit(row: Date, start: date | None, end: date | None) -> bool:
    if start is None or start != end or row.granularity not in UNITS:
        return False
    whole = around(start, row.granularity)
    return (whole.start, whole.end) == (row.date_start, row.date_end)


def part(row: Date, start: date | None, end: date | None, language: str) -> bool:
    names = [word for word, said in lexicon(language).words.items() if said.get("kind") in tuple(PARTS)]
    if start is None or end is None or not any(name in row.surface.lower() for name in names):
        return False
    last = end - DAY
    holds = row.date_start <= start and last <= row.date_end or start <= row.date_start and row.date_end <= last
    return holds and (row.date_start == start or row.date_end in (last, end))


def open_side(row: Date, start: date | None, end: date | None) -> bool:
    given = start or end
    touching = (row.date_start, row.date_start - DAY, row.date_end, row.date_end + DAY)
    return (start is None) != (end is None) and given in touching


def weekend(row: Date, start: date | None) -> bool:
    bare = row.surface.lower() in ("weekend", "the weekend", "주말")
    return bare and start is not None and row.date_start + WEEK == start


def explained(row: Date, ends: Ends, language: str) -> bool:
    """Whether a convention makes a row and an allowed period the same."""
    if row.date_start is None:
        return False
    start, end = map(_day, ends)
    return (
        whole_unit(row, start, end)
        or part(row, start, end, language)
        or open_side(row, start, end)
        or weekend(row, start)
    )


def is_duration(quantities: Sequence[Quantity], ends: Ends, reference: date) -> bool:
    """Whether a length of time leads from the reference day to the far end of an allowed period."""
    start, end = map(_day, ends)
    if start is None or end is None:
        return False
    for row in quantities:
        if row.kind != "duration" or row.unit not in STEPS or row.low is None or row.low != int(row.low):
            continue
        count = int(row.low)
        forth, back = (moved(reference, row.unit, step) for step in (count, -count))
        if start - DAY <= reference <= start and end in (forth, forth + DAY) or start == back and end == reference:
            return True
    return False
