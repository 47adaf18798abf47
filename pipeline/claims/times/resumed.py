"""Periods that a sentence only points back to: `for the year`, `in the quarter`, `in the 1988 period`.

In: a scene, a quantity's phrase, its claim and the last ones that stated theirs. Out: the claim with the period
that is meant. Judgements: only words in the quantity's own clause count, and only where the clause names no date of
its own for it; a month or quarter is the last one told of, if it was no longer; the year is the one that the last
period lies in, else, for what is only expected, the publication's; `the 1988 period` is that part of 1988 which the
last period is of its year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Claim, Phrase
from pipeline.claims.names.naming import word_list
from pipeline.claims.scene import Scene
from pipeline.claims.times.periods import NEXT, Periods, year_before
from pipeline.languages import table

WITHIN = ("in", "for", "other", "at")
ANY, YEAR = "any", "year"
# How long a period may be to be called so.
LONGEST = {"week": 8, "month": 31, "quarter": 98, "half": 185, ANY: 400}
CENTURY = 100
AHEAD = ("forecast", "planned")


def resumed(scene: Scene, place: int | None, periods: Periods, claim: Claim) -> Claim:
    """The claim with the period that words of its clause point back to."""
    if place is None or scene.quantities[scene.phrase(place).item].kind in ("duration", "age"):
        return claim
    last = periods.results
    if claim.as_of_basis == "stated":
        if _is_year_ago(scene, claim):
            return _a_year_before(last if metrics()[claim.metric].time == "period" else periods.last, claim)
        return year_before(last, claim, CENTURY) if _is_part_of_year(scene, claim) else claim
    span = next(_spans(scene, place), None)
    period = _meant(scene, span, last, claim) if span else None
    if period is None:
        return claim
    return replace(claim, as_of_start=period[0], as_of_end=period[1], as_of_basis="stated")


def _is_year_ago(scene: Scene, claim: Claim) -> bool:
    """Whether the claim's date is only `a year ago`."""
    days = (scene.dates[p.item] for p in scene.parse.phrases if p.kind == "date")
    words = word_list(scene.document.language, "claims_year_ago")
    own = (claim.as_of_start, claim.as_of_end)
    return any(day.surface.lower() in words and (day.date_start, day.date_end) == own for day in days)


def _a_year_before(last: Claim | None, claim: Claim) -> Claim:
    """`$104 million in the fourth quarter, compared with $90 million a year ago`: a year before the period that the
    text is about, not before its publication; a week has no such week."""
    near = last is not None and last.as_of_start is not None and claim.quote_start - last.quote_end <= NEXT
    if not near or timedelta(0) < last.as_of_end - last.as_of_start < timedelta(days=LONGEST["week"]):
        return claim
    start, end = (day + relativedelta(years=-1) for day in (last.as_of_start, last.as_of_end))
    return replace(claim, as_of_start=start, as_of_end=end)


def _meant(scene: Scene, span: str, last: Claim | None, claim: Claim) -> tuple[date, date] | None:
    known = last is not None and last.as_of_start is not None
    if span != YEAR:
        fits = known and last.as_of_end - last.as_of_start <= timedelta(days=LONGEST[span])
        return (last.as_of_start, last.as_of_end) if fits else None
    if known and last.as_of_end - last.as_of_start > timedelta(days=LONGEST["half"]):
        return last.as_of_start, last.as_of_end
    if known and last.as_of_end - last.as_of_start > timedelta(days=LONGEST["quarter"]) and last.as_of_end.month % 6:
        return None
    published = scene.document.published_on if claim.modality in AHEAD else None
    year = last.as_of_end.year if known else published.year if published else None
    return (date(year, 1, 1), date(year, 12, 31)) if year else None


def _spans(scene: Scene, place: int) -> Iterator[str]:
    """What kinds of period the clause points back to, the nearest phrase first."""
    clause = scene.phrase(place).clause
    near = [n for n, p in enumerate(scene.parse.phrases) if p.kind in ("noun", "adverb") and p.clause == clause]
    for number in sorted(near, key=lambda n: abs(n - place)):
        yield from _span(scene, scene.phrase(number))


def _span(scene: Scene, phrase: Phrase) -> Iterator[str]:
    """`for the year`, and `full-year` in front of what is measured."""
    words = phrase.text.lower()
    for row in table(scene.document.language, "claims_resumed"):
        alone = words == row["word"] and (phrase.case in WITHIN or phrase.kind == "adverb")
        if alone or "-" in row["word"] and f" {words} ".find(f" {row['word']} ") >= 0:
            yield row["span"]


def _is_part_of_year(scene: Scene, claim: Claim) -> bool:
    """`in the 1988 period`: a year that only says which one of a part of it is meant."""
    ends = {row["word"].split(" ")[-1] for row in table(scene.document.language, "claims_resumed")}
    phrases = scene.parse.phrases
    return any(
        day.kind == "date"
        and scene.dates[day.item].date_start == claim.as_of_start
        and scene.dates[day.item].date_end == claim.as_of_end
        and after.kind == "noun"
        and after.text.lower() in ends
        for day, after in zip(phrases, phrases[1:], strict=False)
    )
