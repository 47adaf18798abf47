"""From, to and change: what a sentence says of a growth, and what its two ends give.

In: the places where the relation ``growth`` is expressed. Out: `Growth` values of one unit, all numbers
above zero. Judgements:
- A percentage is often cut off instead of rounded, so a whole unit of its last digit is allowed to
  either side; hedged, at least 5 %.
- Sizes are compared without their sign: which way it went is the verb's matter.
- A change of each year or month (`연평균 3%`, `3% a year`) is not that of the whole stretch, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.passages import related
from pipeline.evidence.tolerance import HUNDRED, Interval, one_unit, positive, rounded, stated
from pipeline.languages import table
from pipeline.tables import Row

PERCENT, POINT = "percent", "percentage_point"
ONE = Decimal(1)
FARTHEST = Decimal(1000)
LONGEST_PACE = 24
BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Growth:
    """The three numbers of a growth; `change` is a percentage, points, or in the unit of the others."""

    start: Row
    end: Row
    change: Row

    @property
    def relative(self) -> Interval:
        """The change in percent that the two ends allow, without sign."""
        quotient = rounded(self.end).over(rounded(self.start))
        return _sizes(Interval((quotient.low - ONE) * HUNDRED, (quotient.high - ONE) * HUNDRED))

    @property
    def difference(self) -> Interval:
        """The change in the unit of the two ends, without sign."""
        return _sizes(rounded(self.end).minus(rounded(self.start)))

    @property
    def share(self) -> Decimal:
        """The change in percent as computed from the printed numbers, without sign."""
        return abs(stated(self.end) / stated(self.start) - ONE) * HUNDRED

    @property
    def likely(self) -> bool:
        """The ends are near enough to be the same thing: no earnings beside earnings a share."""
        return 1 / FARTHEST < stated(self.end) / stated(self.start) < FARTHEST

    @property
    def of_shares(self) -> bool:
        """The two ends are percentages themselves."""
        return self.start["kind"] == PERCENT

    def said(self, band: Decimal) -> Interval:
        """The changes that the words allow."""
        number, step = stated(self.change), self.change["resolution"] or ONE
        hedged = self.change["approximate"] or self.change["bound"] == "approx"
        width = max(step, number * band) if hedged else step
        low = Decimal(0) if self.change["bound"] in ("lt", "le") else number - width
        high = Decimal("Infinity") if self.change["bound"] in ("gt", "ge") else number + width
        return Interval(low, high)


def growths(corpus: Corpus, doc_id: str) -> Iterator[Growth]:
    """The growths that a document states."""
    for found in related(corpus, doc_id, "growth"):
        start, end, change = (found.rows[name] for name in ("from", "to", "change"))
        if one_unit(start, end) and start["per"] == end["per"] and positive(*map(stated, (start, end, change))):
            growth = Growth(start, end, change)
            if growth.likely and not _is_pace(corpus.documents[doc_id], change):
                yield growth


def _is_pace(document: Row, change: Row) -> bool:
    """Whether words beside a change make it one of each year or month."""
    before = document["text"][max(0, change["start"] - LONGEST_PACE) : change["start"]].rstrip().lower()
    after = document["text"][change["end"] : change["end"] + LONGEST_PACE].lstrip().lower()
    rows = table(document["language"], "growth_paces")
    return any(before.endswith(r["word"]) if r["side"] == BEFORE else after.startswith(r["word"]) for r in rows)


def _sizes(change: Interval) -> Interval:
    """An interval of signed changes as sizes."""
    if change.low >= 0:
        return change
    if change.high <= 0:
        return Interval(-change.high, -change.low)
    return Interval(Decimal(0), max(-change.low, change.high))
