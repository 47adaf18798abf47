"""The period that a report goes on about.

In: a claim and the last ones that stated when. Out: the claim, with the period it goes on in where it has none of its
own. Judgements:
- Results (what is measured over a period) go on in the period of the last results; other subjects do too, because a
  report on one quarter tells of many companies. Forecasts go on in that of the last forecast of the same subject.
- What is traded goes on in the trading day that the text is about, whatever days before it are told of in between
  (`지난 3일 1,430원까지 내렸던 환율은 이날`); what is bought and sold is of that day or of a month's trade, whichever
  was told of last.
- Anything else goes on only about the same metric, from the sentence before in its paragraph.
- An earlier time that a report looks back to holds to the end of its paragraph, behind which the report goes on.
- Where a year is only compared with and the report is about a part of the next one, that part of the year is meant.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.words import word_ends
from pipeline.claims.times.governing import DAILY

FARTHEST = 600
# A full stop's space, and a quotation mark that closes behind it.
NEXT = 3
# Room for an hour and the word that makes a day one as of which figures are.
NEAR = 12
MONTHS = 3
LONGEST_MONTH = timedelta(days=31)
LONGEST_PART = timedelta(days=300)
LONGEST_PERIOD = timedelta(days=380)
TRADED_IN = "trade_volume"
# What is done once, in no report's period.
ACTS = ("layoffs",)
UNNAMED, BUDGET = "other", "budget"


class Periods(NamedTuple):
    """The last claims that stated when: of results, of an earlier time that a report looks back to, of what is
    forecast, of a trading day, of anything."""

    results: Claim | None = None
    passing: Claim | None = None
    forecast: Claim | None = None
    trading: Claim | None = None
    last: Claim | None = None


def opened(over: Claim) -> Periods:
    """What a heading says for all of its list."""
    return Periods(results=over)


def is_passing(document: Document, claim: Claim, words: str) -> bool:
    """Whether nothing goes on in the time of a claim: one right before that of the report (`전월 5조원에서 늘었다`,
    unlike `전날 오후 6시 기준`), or one to come of what is told as it is; `words` are those of its date."""
    if not document.traits.head_final or claim.as_of_start is None:
        return False
    ahead = document.published_on is not None and claim.as_of_start > document.published_on
    if ahead and claim.modality == "reported" and claim.metric != BUDGET:
        return True
    end = document.text.find(words, claim.quote_start, claim.quote_end) + len(words)
    point = any(word in document.text[end : end + NEAR] for word in word_ends(document.language, "claims_points"))
    return words.startswith(word_ends(document.language, "claims_previous")) and not point


def periods_after(periods: Periods, claim: Claim, taken: bool) -> Periods:
    """The periods that hold on after a claim, which has `taken` its own from one of them or states it."""
    stated = claim.as_of_basis == "stated" and (claim.as_of_start or claim.as_of_label) and not _is_open(claim)
    frame = _frame(periods, claim)
    last = claim if stated else periods.last
    before = getattr(periods, frame) if frame else None
    if stated and frame is None and claim.as_of_label and periods.results is None and claim.modality == "reported":
        return periods._replace(last=last, results=claim)
    if not stated or frame is None or frame == "trading" and _is_background(before, claim):
        return periods._replace(last=last)
    if taken and periods.passing is not None and frame == "results":
        return periods._replace(last=last, passing=periods.passing._replace(quote_end=claim.quote_end))
    if taken and before is not None:
        claim = before._replace(quote_start=claim.quote_start, quote_end=claim.quote_end)
    elif _is_earlier(before, claim):
        claim = before
    elif frame == "results" and (_is_long_before(before, claim) or _is_wider(before, claim)):
        return periods._replace(last=last, passing=claim, results=before._replace(quote_end=claim.quote_end))
    return periods._replace(last=last, **{frame: claim})


def _is_long_before(last: Claim | None, claim: Claim) -> bool:
    """Whether a claim looks back to a time that was over when that of the report began."""
    known = last is not None and last.as_of_start is not None and claim.as_of_end is not None
    return known and claim.as_of_end < last.as_of_start


def _is_wider(last: Claim | None, claim: Claim) -> bool:
    """`올들어 이달 20일까지`, in a report on those days of the month: whether a claim sums up more to the same end,
    which is no end of a quarter that the report would go on about."""
    if last is None or last.as_of_start is None or claim.as_of_start is None or claim.as_of_end != last.as_of_end:
        return False
    end = claim.as_of_end
    quarter = end.month % MONTHS == 0 and end.day == monthrange(end.year, end.month)[1]
    return claim.as_of_start < last.as_of_start and not quarter


def _is_background(trading: Claim | None, claim: Claim) -> bool:
    """Whether something traded is told of more than a day, or of one before the day that the report is about."""
    if claim.as_of_start is None or claim.as_of_start != claim.as_of_end:
        return True
    return trading is not None and claim.as_of_start < trading.as_of_start


def _frame(periods: Periods, claim: Claim) -> str | None:
    """Which of the periods a claim goes on in or sets."""
    if claim.modality == "forecast":
        return "forecast" if metrics()[claim.metric].time == "period" else None
    if claim.modality != "reported":
        return None
    if claim.metric in DAILY:
        told = claim.as_of_start is not None or periods.results is not None and periods.results.metric in DAILY
        of_period = (claim.metric == TRADED_IN or told) and not _is_of_a_day(periods, claim)
        return "results" if of_period else "trading"
    return "results" if metrics()[claim.metric].time == "period" and claim.metric not in ACTS else None


def _is_of_a_day(periods: Periods, claim: Claim) -> bool:
    """Whether what is bought and sold is a day's: by its own date, else by what was told of last."""
    if claim.as_of_start is not None:
        return claim.as_of_start == claim.as_of_end
    if periods.trading is None or periods.results is None:
        return periods.trading is not None
    return periods.trading.quote_start >= periods.results.quote_start


def _is_open(claim: Claim) -> bool:
    """Whether a number holds for years on end (`since 2019`), which nothing goes on about."""
    return claim.as_of_start is not None and claim.as_of_end - claim.as_of_start > LONGEST_PERIOD


def _is_earlier(last: Claim | None, claim: Claim) -> bool:
    """Whether a claim of the same sentence only looks back (`작년 동기(4억원)보다`)."""
    if last is None or last.as_of_start is None or claim.as_of_start is None:
        return False
    return last.quote_start == claim.quote_start and claim.as_of_start < last.as_of_start


def in_paragraph(document: Document, periods: Periods, start: int) -> Periods:
    """The periods for a sentence at `start`: a time that the text looks back to holds to the end of its paragraph."""
    passing = periods.passing
    if passing is None or "\n" not in document.text[passing.quote_end : start]:
        return periods
    return periods._replace(passing=None)


def in_period(
    periods: Periods, claim: Claim, looks_back: bool, same_day: bool = False, benchmark: bool = False
) -> Claim:
    """The claim with the period that it goes on in; `looks_back` for what is only compared with, `same_day` where its
    date only says that it is the day told of (`이날`), `benchmark` for what was expected of a result."""
    frame = _frame(periods, claim)
    last = getattr(periods, frame) if frame else None
    last = periods.passing or last if frame == "results" else last
    if same_day and frame == "trading" and last is not None:
        return claim.dated_like(last)
    if benchmark and claim.as_of_basis != "stated" and periods.results and _is_near(periods.results, claim):
        return claim.dated_like(periods.results)
    if frame == "forecast" and last is not None and not _is_of_same(last, claim):
        last = None
    if last is not None and (_is_near(last, claim) or frame == "trading"):
        if claim.as_of_basis == "stated":
            return year_before(last, claim, 1, 0) if looks_back else _so_far(last, claim)
        return claim.dated_like(last)
    return claim.dated_like(periods.last) if _goes_on(periods.last, claim) else claim


def _so_far(last: Claim, claim: Claim) -> Claim:
    """`이달 무역수지는`, in a report on the first twenty days of a month: those days."""
    known = None not in (last.as_of_start, claim.as_of_start)
    part = known and last.as_of_start == claim.as_of_start and last.as_of_end < claim.as_of_end
    month = part and claim.as_of_end - claim.as_of_start <= LONGEST_MONTH
    return claim.dated_like(last) if month and last.as_of_end > last.as_of_start else claim


def _goes_on(last: Claim | None, claim: Claim) -> bool:
    """Whether an undated claim only goes on about the measure of the last dated one, right after it."""
    if last is None or claim.as_of_basis == "stated" or claim.metric == UNNAMED:
        return False
    near = 0 <= claim.quote_start - last.quote_end <= NEXT or claim.quote_start == last.quote_start
    return near and (claim.metric, claim.modality) == (last.metric, last.modality)


def _is_of_same(last: Claim, claim: Claim) -> bool:
    return (last.subject_id or last.subject) == (claim.subject_id or claim.subject)


def _is_near(last: Claim, claim: Claim) -> bool:
    return claim.quote_start >= last.quote_start and claim.quote_start - last.quote_end <= FARTHEST


def year_before(last: Claim | None, claim: Claim, farthest: int, nearest: int = 1) -> Claim:
    """`3분기 71억원, 전년(12억원)보다`: a year before a quarter is told of, at most `farthest`, means that year's
    quarter; so does `last year` in January, which would hold the quarter itself (`nearest` 0)."""
    if last is None or None in (last.as_of_start, last.as_of_end, claim.as_of_start, claim.as_of_end):
        return claim
    year = claim.as_of_start.year
    whole = (claim.as_of_start, claim.as_of_end) == (date(year, 1, 1), date(year, 12, 31))
    if (
        not whole
        or not nearest <= last.as_of_start.year - year <= farthest
        or last.as_of_end - last.as_of_start >= LONGEST_PART
    ):
        return claim
    start, end = (
        day + relativedelta(years=min(-1, year - last.as_of_start.year)) for day in (last.as_of_start, last.as_of_end)
    )
    return claim._replace(as_of_start=start, as_of_end=end)
