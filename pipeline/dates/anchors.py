"""What a relative date counts from: the publication, and the dates that the text has named so far.

In: resolutions in reading order. Out: a new `Anchors` after each. Judgements: a day names its month and
year too; a bare day does not name a year, so that ``다음해`` counts from the year last written, not from the
``23일`` in between. ``이날`` means the day last named.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pipeline.dates.periods import Period

NEARBY = 80
FINE = ("day", "minute")
MONTHLY = (*FINE, "month", "part_of_month")


@dataclass(frozen=True, slots=True)
class Anchors:
    """`year`, `month`, `day`: a day in the one last named; `period`: the last stretch of a quarter or so."""

    published: date | None
    year: date | None = None
    month: date | None = None
    day: date | None = None
    week: date | None = None
    period: Period | None = None
    stated: Period | None = None
    place: int = 0

    def named(self, unit: str) -> date | None:
        """A day in the unit last named."""
        if unit == "year":
            return self.year
        if unit == "day":
            return self.day
        if unit == "week":
            return self.week or self.day
        if unit == "month":
            return self.month
        return self.period.start if self.period and self.period.granularity == unit else None

    def nearby(self, place: int) -> tuple[date | None, str]:
        """What ``두 달 뒤`` counts from: the date written just before, else the publication."""
        if self.stated and place - self.place <= NEARBY:
            return self.stated.start, "other"
        return self.published, "published"

    def after(self, period: Period, year_stated: bool, month_stated: bool, place: int) -> Anchors:
        """The anchors once a period has been named that ends at a place of the text."""
        changes: dict[str, object] = {}
        if year_stated or month_stated:
            changes |= {"stated": period, "place": place}
        if year_stated:
            changes["year"] = period.end
        if month_stated and period.granularity in MONTHLY:
            changes["month"] = period.start
        if period.granularity in FINE:
            changes["day"] = period.end
        if period.granularity == "week":
            changes["week"] = period.start
        if period.granularity in ("month", "quarter", "half", "year"):
            changes["period"] = period
        return replace(self, **changes) if changes else self
