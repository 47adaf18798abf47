"""The period that a report goes on about.

In: a claim and the last one that stated its period. Out: the claim, with that period where it has none of its own.
Judgements: only what is measured over a period takes one over, and only from what is as real and stands near; other
subjects do too, because a report on one quarter tells of many companies. Where a year is only compared with and the
report is about a part of the next one, that part of the year is meant.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from pipeline.claims.metrics import metrics
from pipeline.claims.model import Claim

FARTHEST = 600
LONGEST_PART = timedelta(days=300)
LONGEST_PERIOD = timedelta(days=380)


def period_after(last: Claim | None, claim: Claim, taken: bool) -> Claim | None:
    """The claim whose period holds on after this one, which has `taken` its own from it or states it."""
    if not _is_periodic(claim):
        return last
    if taken:
        return replace(last, quote_start=claim.quote_start, quote_end=claim.quote_end)
    stated = claim.as_of_basis == "stated" and (claim.as_of_start or claim.as_of_label) and not _is_open(claim)
    if stated:
        return last if _is_earlier(last, claim) else claim
    return last


def _is_open(claim: Claim) -> bool:
    """Whether a number holds for years on end (`since 2019`), which nothing goes on about."""
    return claim.as_of_start is not None and claim.as_of_end - claim.as_of_start > LONGEST_PERIOD


def _is_earlier(last: Claim | None, claim: Claim) -> bool:
    """Whether a claim of the same sentence only looks back (`작년 동기(4억원)보다`)."""
    if last is None or last.as_of_start is None or claim.as_of_start is None:
        return False
    return last.quote_start == claim.quote_start and claim.as_of_start < last.as_of_start


def in_period(last: Claim | None, claim: Claim, looks_back: bool) -> Claim:
    """The claim with the period of the last one, where it goes on about it; `looks_back` for what is only compared
    with."""
    if last is None or not _is_near(last, claim) or not _is_periodic(claim):
        return claim
    if claim.as_of_basis == "stated":
        return year_before(last, claim, 1) if looks_back else claim
    return replace(
        claim,
        as_of_start=last.as_of_start,
        as_of_end=last.as_of_end,
        as_of_label=last.as_of_label,
        as_of_basis="stated",
    )


def _is_near(last: Claim, claim: Claim) -> bool:
    return claim.quote_start >= last.quote_start and claim.quote_start - last.quote_end <= FARTHEST


def year_before(last: Claim | None, claim: Claim, farthest: int) -> Claim:
    """`3분기 71억원, 전년(12억원)보다`: a year before a quarter is told of, at most `farthest`, means that year's
    quarter."""
    if last is None or None in (last.as_of_start, last.as_of_end, claim.as_of_start, claim.as_of_end):
        return claim
    year = claim.as_of_start.year
    whole = (claim.as_of_start, claim.as_of_end) == (date(year, 1, 1), date(year, 12, 31))
    if (
        not whole
        or not 0 < last.as_of_start.year - year <= farthest
        or last.as_of_end - last.as_of_start >= LONGEST_PART
    ):
        return claim
    start, end = (day + relativedelta(years=year - last.as_of_start.year) for day in (last.as_of_start, last.as_of_end))
    return replace(claim, as_of_start=start, as_of_end=end)


def _is_periodic(claim: Claim) -> bool:
    return metrics()[claim.metric].time == "period" and claim.modality == "reported"
