"""What a relative date counts from: the publication, and the dates that the text has named so far.

In: periods in reading order. Out: a new `Anchors` after each. Judgements: a day names its month and year
too, if they are written with it; a bare day names none, so that ``다음해`` counts from the year last written
and not from the ``23일`` in between. ``이날`` means the day last named, never a ``전날``; where its sentence tells of
the past, the last that is not to come. ``같은 기간`` means the last stretch of some days, months or quarters, not a
whole year.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.dates.periods import Period

NEARBY = 80
FINE = ("day", "minute")
MONTHLY = (*FINE, "month", "part_of_month")
WHOLE = ("month", "quarter", "half", "year")
STRETCHES = ("day", "month", "quarter", "half")
DAY, YEAR = timedelta(days=1), timedelta(days=365)
SENTENCE_ENDS = (". ", ".\n", "\n", "。", "! ", "? ")
SENTENCE = 200


class Anchors(NamedTuple):
    """`year`, `month`, `day`, `week`: a day in the one last named.

    `past_day` is the last that is not to come. `period` is the last month, quarter, half or year, `stretch` the
    last one shorter than a year and longer than a day; `stated` the last date that stands in the text with its
    year or month, ending at `place`; `beside` the last with its year and `here` the last stretch or year, while
    their sentence lasts; `seen` is where the last date of any kind ends, `back` whether the sentence tells of the past.
    """

    published: date | None
    year: date | None = None
    month: date | None = None
    day: date | None = None
    past_day: date | None = None
    week: date | None = None
    period: Period | None = None
    stretch: Period | None = None
    stated: Period | None = None
    beside: Period | None = None
    here: Period | None = None
    place: int = 0
    seen: int = 0
    back: bool = False

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
        named = (period for period in (self.period, self.stretch) if period and period.granularity == unit)
        return next((period.start for period in named), None)

    def told(self) -> Anchors:
        """The anchors of a sentence that tells of the past."""
        ahead = self.day is not None and self._is_ahead(self.day)
        return self._replace(day=self.past_day if ahead else self.day, back=True)

    def nearby(self, place: int) -> tuple[date | None, str]:
        """What ``두 달 뒤`` counts from: the date written just before, else the publication; ``사흘 뒤 떠났다`` the
        last
        day that is over."""
        if self.stated and place - self.place <= NEARBY:
            return self.stated.start, "other"
        if self.back and self.past_day:
            return self.past_day, "other"
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
        return self._replace(stated=None, beside=None, here=None, place=0, seen=0)

    def reading(self, text: str, start: int, end: int) -> Anchors:
        """The anchors at a date: what stood in a sentence before is no longer beside it."""
        between = text[self.seen : start] if start - self.seen <= SENTENCE else "\n"
        if any(mark in between for mark in SENTENCE_ENDS):
            return self._replace(beside=None, here=None, seen=end)
        return self._replace(seen=end)

    def after(self, period: Period, year_stated: bool, month_stated: bool, place: int) -> Anchors:
        """The anchors once a period has been named that ends at a place."""
        said, grain = year_stated or month_stated, period.granularity
        is_stretch = grain in STRETCHES and DAY < period.end - period.start < YEAR
        lasts = is_stretch or grain in WHOLE
        day = period.end if grain in FINE else None
        return Anchors(
            self.published,
            period.end if year_stated or grain in WHOLE[1:] else self.year,
            period.start if month_stated and grain in MONTHLY else self.month,
            day or self.day,
            day if day and not self._is_ahead(day) else self.past_day,
            period.start if grain == "week" else self.week,
            period if grain in WHOLE else self.period,
            period if is_stretch else self.stretch,
            period if said else self.stated,
            period if year_stated else self.beside,
            period if lasts else self.here,
            place if said else self.place,
            self.seen,
        )

    def _is_ahead(self, day: date) -> bool:
        return self.published is not None and day > self.published
