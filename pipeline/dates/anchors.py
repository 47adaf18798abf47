"""What a relative date counts from: the publication, and the dates that the text has named so far.

In: periods in reading order. Out: a new `Anchors` after each. Judgements: a day names its month and year
too, if they are written with it; a bare day names none, so that ``다음해`` counts from the year last written
and not from the ``23일`` in between. ``이날`` means the day last named.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from pipeline.dates.periods import Period

NEARBY = 80
FINE = ("day", "minute")
MONTHLY = (*FINE, "month", "part_of_month")
WHOLE = ("month", "quarter", "half", "year")
SENTENCE_ENDS = (". ", ".\n", "\n", "。", "! ", "? ")
SENTENCE = 200


class Anchors(NamedTuple):
    """`year`, `month`, `day`, `week`: a day in the one last named.

    `period` is the last month, quarter, half or year; `stated` the last date that stands in the text with
    its year or month, ending at `place`; `beside` the same, while its sentence lasts.
    """

    published: date | None
    year: date | None = None
    month: date | None = None
    day: date | None = None
    week: date | None = None
    period: Period | None = None
    stated: Period | None = None
    beside: Period | None = None
    place: int = 0

    def base(self, anchor: str, unit: str) -> tuple[date | None, str]:
        """The day to count from, and what it is called: published, other or none."""
        named = self._named(unit) if anchor in ("other", "named") else None
        if named:
            return named, "other"
        if anchor in ("published", "named") and self.published:
            return self.published, "published"
        return None, "none"

    def _named(self, unit: str) -> date | None:
        if unit in ("year", "month", "day"):
            return getattr(self, unit)
        if unit == "week":
            return self.week or self.day
        return self.period.start if self.period and self.period.granularity == unit else None

    def nearby(self, place: int) -> tuple[date | None, str]:
        """What ``두 달 뒤`` counts from: the date written just before, else the publication."""
        if self.stated and place - self.place <= NEARBY:
            return self.stated.start, "other"
        return self.base("published", "day")

    def same_year(self, month: object, kinds: Collection[str]) -> date | None:
        """The beginning of the date in this sentence whose year a bare month or quarter shares."""
        if self.beside is None or "D" in kinds and month is None:
            return None
        if "M" in kinds and self.beside.granularity in MONTHLY and month >= self.beside.start.month:
            return self.beside.start.replace(day=1)
        shared = "Q" if self.beside.granularity == "quarter" else "H" if self.beside.granularity == "half" else ""
        return self.beside.start if shared and shared in kinds else None

    def elsewhere(self) -> Anchors:
        """The anchors where another stretch of the text begins: nothing stands close by."""
        return self._replace(stated=None, beside=None, place=0)

    def reading(self, text: str, place: int) -> Anchors:
        """The anchors at a place: what stood in a sentence before is no longer beside it."""
        if self.beside is None:
            return self
        between = text[self.place : place] if place - self.place <= SENTENCE else "\n"
        ended = any(mark in between for mark in SENTENCE_ENDS)
        return self._replace(beside=None) if ended else self

    def after(self, period: Period, year_stated: bool, month_stated: bool, place: int) -> Anchors:
        """The anchors once a period has been named that ends at a place."""
        said, grain = year_stated or month_stated, period.granularity
        return Anchors(
            self.published,
            period.end if year_stated or grain in WHOLE[1:] else self.year,
            period.start if month_stated and grain in MONTHLY else self.month,
            period.end if grain in FINE else self.day,
            period.start if grain == "week" else self.week,
            period if grain in WHOLE else self.period,
            period if said else self.stated,
            period if year_stated else self.beside,
            place if said else self.place,
        )
