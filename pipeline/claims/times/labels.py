"""Fiscal periods that are told once under their label, and then in other words.

In: a scene, a quantity's phrase, its claim with the words of its date, and the last result that stated its period. Out:
the claim under the label that is meant. Judgements:
- `the fourth quarter`, without a year, is that part of the fiscal year told of last; `the year` is all of it, `the
  quarter` the last part itself.
- `a year earlier`, `the previous fiscal` are the label of the year before; the same part of it, unless the words are of
  a whole year.
- `the same period of 2016-17` is the part told of last of that year.
- Days that are as long as the part told of, and over not long before the publication, are that part (`the first half of
  fiscal 2025`, then `the six months to September 30`); a year of days is the fiscal year that it can be.
"""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Claim
from pipeline.claims.scene import Scene
from pipeline.claims.times.bases import looks_back
from pipeline.claims.times.fiscal import fiscal, parts
from pipeline.claims.times.periods import FARTHEST, NEXT
from pipeline.claims.times.resumed import pointed_back
from pipeline.languages import table

DATELESS = ("duration", "age")
MONTH = 30.4
# Months of a part of a fiscal year, by the first letter of its label, and of the year.
MONTHS, WHOLE = {"Q": 3, "H": 6}, 12
# How long after its end companies report on a period, and usually.
LONGEST_SINCE, USUALLY = timedelta(days=140), timedelta(days=40)
YEAR = timedelta(days=365)
NEAR = timedelta(days=100)
# Room for the word in front of `period of 2016-17`.
LONGEST_WORD = 15
STARTS = ("the ", "a ", "its ")


def in_fiscal_year(scene: Scene, place: int | None, last: Claim | None, claim: Claim, words: str) -> Claim:
    """The claim under the label that its words mean; `words` are those of its date."""
    if place is None or last is None or not last.as_of_label or not _goes_on(last, claim):
        return claim
    if scene.quantities[scene.phrase(place).item].kind in DATELESS:
        return claim
    year, part = _read(last.as_of_label)
    if claim.as_of_label:
        return claim._replace(as_of_label=_same_part(scene, place, part, claim))
    said = words.lower()
    for start in STARTS:
        said = said.removeprefix(start)
    label = _pointed(scene, place, year, part, said) or _named(scene, year, said) or _dated(scene, year, part, claim)
    if label is None and claim.as_of_basis != "stated":
        label = _resumed(scene, place, year, part)
    return claim._replace(as_of_start=None, as_of_end=None, as_of_label=label, as_of_basis="stated") if label else claim


def _same_part(scene: Scene, place: int, part: str, claim: Claim) -> str:
    """`the same period of 2016-17`: the part told of last of the year that a claim states."""
    own = fiscal(scene, place, metrics()[claim.metric].time)
    begin = max(scene.parse.start, own.start - LONGEST_WORD) if own else 0
    said = scene.document.text[begin : own.end].lower() if own else ""
    same = any(row["word"] in said for row in table(scene.document.language, "claims_fiscal_pointing"))
    return f"{claim.as_of_label}-{part}" if part and same and "-" not in claim.as_of_label else claim.as_of_label


def _goes_on(last: Claim, claim: Claim) -> bool:
    """Whether a claim is still of the report: a result not far from the last one, or anything right behind it."""
    between = claim.quote_start - last.quote_end
    return between <= (FARTHEST if metrics()[claim.metric].time == "period" else NEXT)


def _read(label: str) -> tuple[int, str]:
    """The year and the part of `FY2026-Q1`."""
    year, _, part = label.removeprefix("FY").partition("-")
    return int(year), part


def _label(year: int, part: str) -> str:
    return f"FY{year}-{part}" if part else f"FY{year}"


def _pointed(scene: Scene, place: int, year: int, part: str, said: str) -> str | None:
    """`the previous fiscal year`, `the year-ago period`."""
    rows = [row for row in table(scene.document.language, "claims_fiscal_pointing") if said and row["word"] in said]
    found = next((row for row in rows if not row["back"] or looks_back(scene, place)), None)
    return _label(year + int(found["years"]), "" if found["whole"] else part) if found else None


def _named(scene: Scene, year: int, said: str) -> str | None:
    """`the fourth quarter`, without a year of its own."""
    part = parts(scene.document.language).get(said.replace("-", " "))
    return _label(year, part) if part else None


def _resumed(scene: Scene, place: int, year: int, part: str) -> str | None:
    """`for the year`, `in the quarter`."""
    span = pointed_back(scene, place)
    if span == "year":
        return _label(year, "")
    fits = span == "any" or span == "quarter" and part.startswith("Q") or span == "half" and part.startswith("H")
    return _label(year, part) if span and fits else None


def _dated(scene: Scene, year: int, part: str, claim: Claim) -> str | None:
    """The label of days that state a period as long as the one told of, or a whole year."""
    published = scene.document.published_on
    if claim.as_of_start is None or claim.as_of_end is None or published is None or _is_calendar_year(claim):
        return None
    months = round((claim.as_of_end - claim.as_of_start).days / MONTH)
    if part and months == MONTHS[part[0]]:
        return _label(year, part) if timedelta(0) <= published - claim.as_of_end <= LONGEST_SINCE else None
    years = _years_on(published, part, claim.as_of_end) if months == WHOLE else None
    return _label(year + years, "") if years is not None else None


def _is_calendar_year(claim: Claim) -> bool:
    return (claim.as_of_start.month, claim.as_of_start.day, claim.as_of_end.month) == (1, 1, 12)


def _years_on(published: date, part: str, end: date) -> int | None:
    """How many fiscal years after the one whose part has just been reported on a year of days ends; None where it can
    be no such year."""
    left = WHOLE - MONTHS[part[0]] * int(part[1:]) if part else 0
    apart = end - published + USUALLY - timedelta(days=left * MONTH)
    years = round(apart / YEAR)
    return years if abs(apart - years * YEAR) <= NEAR else None
