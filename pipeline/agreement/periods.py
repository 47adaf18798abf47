"""Which dates are compared: a metric's own time decides.

In: observations that share a key, and the metric's time. Out: buckets; only claims of one bucket are
compared. Judgements:
- timeless (a model's training cost, a benchmark score): one bucket, whatever the dates.
- state (users, a price): the same stated period; without one the number is read as its publication's:
  it joins the stated period that ended most recently within the window before it, else other undated
  ones published within the window of the earliest of them. Without any date it is compared with
  nothing.
- period (revenue, growth): the same stated period. Undated ones join only one another within the
  window: they may speak of any quarter or year.
- unsettled (a duration, a length, anything that a unit alone made the metric): one subject has many, so
  claims of one period join where the numbers meet, and none makes a conflict.
- cumulative (investment): the same stated period; an undated one joins where the numbers meet and
  never makes a conflict.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.agreement.intervals import Span, meeting_groups
from pipeline.agreement.observations import Observation
from pipeline.reference import table

Period = tuple[date, date] | None
TIMELESS, STATE, CUMULATIVE, UNSETTLED = "timeless", "state", "cumulative", "unsettled"


@dataclass(frozen=True, slots=True)
class Bucket:
    """Positions of the observations that are compared, and the period that they share."""

    period: Period
    members: tuple[int, ...]


def metric_times() -> dict[str, str]:
    """Metric to its time; unsettled where a unit alone gives the metric."""
    return {row["id"]: UNSETTLED if row["default_for"] else row["time"] for row in table("metrics")}


def buckets(seen: Sequence[Observation], spans: Sequence[Span], time: str, window: timedelta) -> list[Bucket]:
    """The observations, earliest first, split by time."""
    everyone = range(len(seen))
    if time == TIMELESS:
        return [Bucket(None, tuple(everyone))]
    dated: dict[Period, list[int]] = defaultdict(list)
    undated = []
    for position in everyone:
        period = seen[position].period
        (dated[period] if period else undated).append(position)
    if time == UNSETTLED:
        everything = [*dated.items(), (None, undated)]
        return [bucket for period, members in everything for bucket in meeting(period, members, spans)]
    if time == CUMULATIVE:
        rest = _where_numbers_meet(undated, dated, spans)
    else:
        rest = _by_publication(undated, dated if time == STATE else {}, seen, window)
    stated = [Bucket(period, tuple(members)) for period, members in dated.items()]
    return stated + [Bucket(None, tuple(members)) for members in rest]


def _by_publication(
    undated: Sequence[int], dated: dict[Period, list[int]], seen: Sequence[Observation], window: timedelta
) -> list[list[int]]:
    """Undated states, joined to a stated period (`dated` grows) or to one another."""
    ends = sorted((end, start) for start, end in dated)
    groups: list[list[int]] = []
    first = None
    for position in undated:
        published = seen[position].published
        if published is None:
            groups.append([position])
            continue
        place = bisect_right(ends, (published, date.max)) - 1
        if place >= 0 and published - ends[place][0] <= window:
            dated[(ends[place][1], ends[place][0])].append(position)
        elif first is not None and published - first <= window:
            groups[-1].append(position)
        else:
            groups.append([position])
            first = published
    return groups


def _where_numbers_meet(
    undated: Sequence[int], dated: dict[Period, list[int]], spans: Sequence[Span]
) -> list[list[int]]:
    """Undated totals, joined to the stated period whose number they meet, or to one another."""
    of_period = [(period, i) for period, members in dated.items() for i in members]
    stated = sorted((spans[i].near_low, spans[i].near_high, period) for period, i in of_period)
    lows = [low for low, _, _ in stated]
    left = []
    for position in undated:
        place = bisect_right(lows, spans[position].near_high) - 1
        if place >= 0 and stated[place][1] >= spans[position].near_low:
            dated[stated[place][2]].append(position)
        else:
            left.append(position)
    return [list(bucket.members) for bucket in meeting(None, left, spans)]


def meeting(period: Period, members: Sequence[int], spans: Sequence[Span]) -> list[Bucket]:
    """The members split into buckets whose numbers meet."""
    groups = meeting_groups([spans[i] for i in members])
    return [Bucket(period, tuple(members[i] for i in sorted(group))) for group in groups]
