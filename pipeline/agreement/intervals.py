"""Which stated numbers can all be true at once.

In: one `Span` a claim, widened already by its rounding and its hedge. Out: the largest set that
shares a common point. Judgements:
- Agreement is not transitive: 10±1 and 12±1 both meet 11±1, yet no point lies in all three.
- A bound (``over 13``) meets every value on its side. Two bounds on the same side are compared by
  their stated numbers, each with room for one unit of its last non-zero digit on the side it leaves
  open (`near`): over 13 and over 13.75 agree, over 13 and over 130 do not.
- Of sets of the same size the one wins in which most bounds stand near the common point, then the
  one with the earliest member.
Costs O(n log n) however the spans lie.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import heappop, heappush


@dataclass(frozen=True, slots=True)
class Span:
    """What one claim allows: `low` to `high`, None where a bound leaves it open.

    `near_low` to `near_high` is where its stated number stands; the same as low and high without a
    bound.
    """

    low: Decimal | None
    high: Decimal | None
    near_low: Decimal
    near_high: Decimal

    @property
    def side(self) -> str:
        """Which end is open: none, above or below."""
        return "none" if None not in (self.low, self.high) else "above" if self.high is None else "below"


def largest_group(spans: Sequence[Span]) -> frozenset[int]:
    """Positions of the largest set of spans with a common point; `spans` come earliest first."""
    if not spans:
        return frozenset()
    points = sorted({point for span in spans for point in (span.low, span.high) if point is not None})
    closed = _Cover([span for span in spans if span.side == "none"])
    above = _Depth([span for span in spans if span.side == "above"])
    below = _Depth([_mirrored(span) for span in spans if span.side == "below"])
    near = _Cover([Span(span.near_low, span.near_high, span.near_low, span.near_high) for span in spans])
    earliest = _earliest(spans, points)
    best = max(
        points,
        key=lambda p: (closed.at(p) + above.upto(p) + below.upto(-p), near.at(p), -earliest[p], -p),
    )
    return frozenset(_members(spans, best, above.point(best), below.point(-best)))


def meeting_groups(spans: Sequence[Span]) -> list[frozenset[int]]:
    """The spans split into sets that share a point near all their stated numbers, as few as possible."""
    order = sorted(range(len(spans)), key=lambda i: (spans[i].near_high, spans[i].near_low, i))
    waiting = sorted(order, key=lambda i: (spans[i].near_low, i), reverse=True)
    groups: list[frozenset[int]] = []
    taken: set[int] = set()
    for position in order:
        if position in taken:
            continue
        group = []
        while waiting and spans[waiting[-1]].near_low <= spans[position].near_high:
            group.append(waiting.pop())
        taken.update(group)
        groups.append(frozenset(group))
    return groups


class _Cover:
    """How many closed spans lie over a point."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._lows = sorted(span.low for span in spans)
        self._highs = sorted(span.high for span in spans)

    def at(self, point: Decimal) -> int:
        return bisect_right(self._lows, point) - bisect_left(self._highs, point)


class _Depth:
    """Bounds that leave the upper side open: how many of those below a point agree by their numbers."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._lows: list[Decimal] = []
        self._best: list[tuple[int, Decimal]] = []
        ends: list[Decimal] = []
        for span in sorted(spans, key=lambda span: (span.near_low, span.near_high)):
            while ends and ends[0] < span.near_low:
                heappop(ends)
            heappush(ends, span.near_high)
            record = self._best[-1] if self._best else (0, span.near_low)
            self._lows.append(span.near_low)
            self._best.append(max(record, (len(ends), span.near_low)))

    def _record(self, point: Decimal) -> tuple[int, Decimal | None]:
        place = bisect_right(self._lows, point)
        return self._best[place - 1] if place else (0, None)

    def upto(self, point: Decimal) -> int:
        return self._record(point)[0]

    def point(self, point: Decimal) -> Decimal | None:
        """Where the numbers of the most such bounds meet."""
        return self._record(point)[1]


def _mirrored(span: Span) -> Span:
    return Span(-span.high, None, -span.near_high, -span.near_low)


def _earliest(spans: Sequence[Span], points: Sequence[Decimal]) -> dict[Decimal, int]:
    """For each point the first span whose stated number stands over it; len(spans) where none does."""
    order = sorted(range(len(spans)), key=lambda i: spans[i].near_low, reverse=True)
    active: list[tuple[int, Decimal]] = []
    first = {}
    for point in points:
        while order and spans[order[-1]].near_low <= point:
            position = order.pop()
            heappush(active, (position, spans[position].near_high))
        while active and active[0][1] < point:
            heappop(active)
        first[point] = active[0][0] if active else len(spans)
    return first


def _members(spans: Sequence[Span], point: Decimal, above: Decimal | None, below: Decimal | None) -> list[int]:
    meeting = {"none": point, "above": above, "below": None if below is None else -below}
    return [
        position
        for position, span in enumerate(spans)
        if _over(span, point)
        and (meet := meeting[span.side]) is not None
        and (span.side == "none" or span.near_low <= meet <= span.near_high)
    ]


def _over(span: Span, point: Decimal) -> bool:
    return (span.low is None or span.low <= point) and (span.high is None or point <= span.high)
