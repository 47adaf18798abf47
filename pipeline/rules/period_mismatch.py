"""A period and its length do not agree.

What it checks: periods with both ends and a length in years (``2018년부터 2022년까지 3년간``, ``over the three years
from 2018 to 2022``).

Why it matters: yearly averages, growth rates and sums of the period depend on which is right.

How it decides: from 2018 to 2022 is four years, or five with both ends counted; both are accepted, and
one more where the ends are days or months. Only whole years are compared.

Known limits: fiscal years; lengths in months or days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.passages import Related, related
from pipeline.evidence.tolerance import stated
from pipeline.evidence.wording import exact

FAR_OFF = 11


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every length that its two ends exclude."""
    for doc_id in corpus.documents:
        for found in related(corpus, doc_id, "period"):
            ends = _ends(found)
            if ends and _in_years(found) and 1 <= ends[1].year - ends[0].year:
                yield from _judged(found, *ends)


def _ends(found: Related) -> tuple[date, date] | None:
    first, last = (found.rows.get(name, found.rows.get("period")) for name in ("first", "last"))
    resolved = first and last and first["date_start"] and last["date_end"]
    return (first["date_start"], last["date_end"]) if resolved else None


def _in_years(found: Related) -> bool:
    years = found.rows["years"]
    whole_years = (years["kind"], years["unit"], years["bound"]) == ("duration", "year", "eq")
    return whole_years and stated(years) is not None


def _judged(found: Related, start: date, end: date) -> Iterator[Finding]:
    years, span = found.rows["years"], end.year - start.year
    said = stated(years)
    if said not in (span, span + 1) and abs(said - span) < FAR_OFF:
        dates = [row for name, row in found.rows.items() if name != "years"]
        yield Finding(
            parts=(Part("duration", years), *(Part("period", row) for row in dates)),
            stated=f"{exact(said)} years",
            expected=f"{span} or {span + 1} years",
            deviation=f"{said - span:+.0f} years",
            basis="the two ends, with or without the last year counted",
            message=(
                f"from {start.year} to {end.year} is {span} years, {span + 1} with both counted, "
                f"called {years['surface']}"
            ),
        )


RULE = Rule(
    code="DAT104",
    name="period-mismatch",
    severity="warning",
    tolerance="one year, for counting both ends or not",
    check=check,
    examples=(
        Fires("ko", ("2018년부터 2022년까지 3년간 400억원을 썼다.",), ("2018년부터 2022년", "3년")),
        Fires(
            "en",
            ("From 2018 to 2022, a period of three years, it spent $40 million.",),
            ("three years", "From 2018 to 2022"),
        ),
        Silent("ko", ("2018년부터 2022년까지 5년간 400억원을 썼다.",)),
        Silent("ko", ("2018년부터 2022년까지 4년간 400억원을 썼다.",)),
        Silent("en", ("From 2018 to 2022, a period of four years, it spent $40 million.",)),
        Silent("en", ("From 2018 to 2022 it spent $40 million; a three-year plan followed.",)),
    ),
)
