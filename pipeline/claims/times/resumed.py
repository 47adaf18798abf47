"""Periods that a sentence only points back to: `for the year`, `in the quarter`, `in the 1988 period`.

In: a scene, a quantity's phrase, its claim and the last ones that stated theirs. Out: the claim with the period
that is meant. Judgements: only words in the quantity's own clause count, and only where the clause names no date of
its own for it; a month or quarter is the last one told of, if it was no longer; the year is the one that the last
period lies in, else, for what is only expected, the publication's; `the 1988 period` is that part of 1988 which the
last period is of its year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Claim, Document, Phrase
from pipeline.claims.scene import Scene
from pipeline.claims.times.bases import looks_back
from pipeline.claims.times.governing import is_apart
from pipeline.claims.times.periods import FARTHEST, NEXT, Periods, year_before
from pipeline.languages import table

WITHIN = ("in", "for", "other", "at")
ANY, YEAR = "any", "year"
ANYWHERE, BACK = "in", "back"
# How long a period may be to be called so.
LONGEST = {"week": 8, "month": 31, "quarter": 98, "half": 185, ANY: 400}
CENTURY = 100
AHEAD = ("forecast", "planned")


def resumed(scene: Scene, place: int | None, periods: Periods, claim: Claim, words: str) -> Claim:
    """The claim with the period that words of its clause point back to; `words` are those of its date."""
    if place is None or scene.quantities[scene.phrase(place).item].kind in ("duration", "age"):
        return claim
    last = periods.results
    if not claim.as_of_label and is_year_ago(scene.document, words, looks_back(scene, place)):
        return _a_year_before(periods, claim)
    if claim.as_of_basis == "stated":
        return year_before(last, claim, CENTURY) if _is_part_of_year(scene, claim) else claim
    span = pointed_back(scene, place)
    period = _meant(scene, span, last, claim) if span else None
    if period is None:
        return claim
    return claim._replace(as_of_start=period[0], as_of_end=period[1], as_of_basis="stated")


def pointed_back(scene: Scene, place: int) -> str | None:
    """What kind of period the quantity's clause points back to."""
    return next(_spans(scene, place), None) if table(scene.document.language, "claims_resumed") else None


def is_year_ago(document: Document, words: str, backward: bool = False) -> bool:
    """Whether the words of a date are only `a year ago`, `the year-ago quarter`, or `the same period` of a number that
    looks `backward`."""
    known, said = table(document.language, "claims_year_ago"), words.lower()
    return bool(said) and any(
        said == row["word"] and (backward or row["where"] != BACK) or row["where"] == ANYWHERE and row["word"] in said
        for row in known
    )


def _a_year_before(periods: Periods, claim: Claim) -> Claim:
    """`$104 million in the fourth quarter, compared with $90 million a year ago`: a year before the period that the
    text is about, not before its publication; a week has no such week."""
    period = metrics()[claim.metric].time == "period"
    last, farthest = (periods.results, FARTHEST) if period else (periods.last, NEXT)
    near = last is not None and last.as_of_start is not None and claim.quote_start - last.quote_end <= farthest
    if not near or timedelta(0) < last.as_of_end - last.as_of_start < timedelta(days=LONGEST["week"]):
        return claim
    start, end = (day + relativedelta(years=-1) for day in (last.as_of_start, last.as_of_end))
    return claim._replace(as_of_start=start, as_of_end=end, as_of_label=None, as_of_basis="stated")


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
    for number in sorted((n for n in near if not is_apart(scene, place, n)), key=lambda n: abs(n - place)):
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
