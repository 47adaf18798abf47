"""The time that an institution's figures are of, for those that state none.

In: the readings of a document, in reading order, and its dates. Out: the same, with that time. Judgements:
- It is the period that the institution told of last before, else the first that it tells of; one that was over when
  the period of the report began is only looked back to, and what others are only compared with is none.
- A single day is such a period only where words say that the figures are as of it (`27일 기준`). Where they are of
  weeks, the week of that day means the day, and the week before the day a week earlier.
- It is a year or so from the publication at most, or a fiscal year under its label, and no figure far from where it is
  told is of it.
- Only what words measure, and what is itself told; lengths of time and ages have none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from pipeline.claims.claim import Reading
from pipeline.claims.model import Claim, Document
from pipeline.claims.sources.reporters import identity
from pipeline.claims.sources.reports import UNSOURCED_KINDS, publishes
from pipeline.claims.times.periods import FARTHEST, LONGEST_PERIOD
from pipeline.claims.times.points import is_point
from pipeline.mentions import Date, Quantity

DAY, WEEK = timedelta(days=1), timedelta(days=7)
# How long before its publication a report's period ends at most, or after it (a budget's).
OLDEST = timedelta(days=500)
REPORTED = "reported"


def of_one_period(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    dates: Sequence[Date],
    compared: Collection[int],
) -> list[Reading]:
    """The readings of each institution in the period that it reports on; `compared` are the positions of what others
    are only compared with."""
    days = base_days(document, dates)
    done = [_on_base_day(reading, days) for reading in readings]
    ahead = _first_told(document, done, days, compared)
    for number, reading in enumerate(done):
        if not publishes(document, reading):
            continue
        name, claim = identity(document, reading.speaker), reading.claim
        known = ahead.get(name)
        if number not in compared and _is_period(document, claim, days) and not _is_over(claim, known):
            ahead[name] = claim
        elif known is not None and _is_near(known, claim) and _is_undated(reading, quantities):
            done[number] = reading._replace(claim=claim.dated_like(known))
            ahead[name] = known._replace(quote_end=max(known.quote_end, claim.quote_end))
    return done


def _first_told(
    document: Document, readings: Sequence[Reading], days: Collection[date], compared: Collection[int]
) -> dict[str, Claim]:
    """The first period that each institution tells of."""
    first: dict[str, Claim] = {}
    for number, reading in enumerate(readings):
        if number not in compared and _is_period(document, reading.claim, days) and publishes(document, reading):
            first.setdefault(identity(document, reading.speaker), reading.claim)
    return first


def base_days(document: Document, dates: Sequence[Date]) -> frozenset[date]:
    """The days as of which figures are told (`27일 기준`, `11일 조사 기준`, `16일 오전 11시 현재`)."""
    days = (d for d in dates if d.granularity == "day" and d.date_start is not None)
    return frozenset(d.date_start for d in days if is_point(document, d))


def _on_base_day(reading: Reading, days: Collection[date]) -> Reading:
    """A claim of the week of a base day, or of the week before, on that day or a week before it."""
    start, end = reading.claim.as_of_start, reading.claim.as_of_end
    if not days or start is None or end - start != WEEK - DAY:
        return reading
    for back in (timedelta(), WEEK):
        day = next((d - back for d in sorted(days) if start <= d - back <= end), None)
        if day is not None:
            return reading._replace(claim=reading.claim._replace(as_of_start=day, as_of_end=day))
    return reading


def _is_near(told: Claim, claim: Claim) -> bool:
    """Whether a figure stands near the last one of a period, on either side of it."""
    return claim.quote_start - told.quote_end <= FARTHEST and told.quote_start - claim.quote_end <= FARTHEST


def _is_period(document: Document, claim: Claim, days: Collection[date]) -> bool:
    """Whether a claim states a period that a report can be on."""
    if claim.as_of_label is not None and claim.modality == REPORTED:
        return True
    if claim.as_of_start is None or claim.as_of_basis != "stated" or claim.modality != REPORTED:
        return False
    published = document.published_on
    if published is not None and abs(claim.as_of_end - published) > OLDEST:
        return False
    length = claim.as_of_end - claim.as_of_start
    return DAY <= length <= LONGEST_PERIOD or claim.as_of_start in days


def _is_over(claim: Claim, report: Claim) -> bool:
    """Whether a claim only looks back to what was over before the period of the report; labels sort by their years."""
    if report.as_of_start is None or claim.as_of_end is None:
        return (report.as_of_label or "") > (claim.as_of_label or "")
    return claim.as_of_end < report.as_of_start


def _is_undated(reading: Reading, quantities: Sequence[Quantity]) -> bool:
    """Whether a figure is of a time and does not say which."""
    claim = reading.claim
    measured = any(role.role == "metric" for role in reading.roles) or reading.figure
    dateless = claim.as_of_basis == "stated" or quantities[claim.quantity].kind in UNSOURCED_KINDS
    return measured and claim.modality == REPORTED and not dateless
