"""A period and its length do not agree.

What it checks: periods with both ends and a length in years, months or days (``2018년부터 2022년까지 3년간``,
``for two months from March to July``, ``3월 3일부터 7일까지 3일간``).

Why it matters: yearly averages, growth rates and sums of the period depend on which is right.

How it decides: from 2018 to 2022 is four years, or five with both ends counted; both are accepted, and
three where the ends are days or months. The same goes for months between months and for days between days, of
which at least three and at most 62 are compared. A length more than ten off is of something else.

Known limits: fiscal years; weeks; ends that the text does not date.
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
MONTHS = 12
FEWEST_DAYS, MOST_DAYS = 2, 62


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every length that its two ends exclude."""
    for doc_id in corpus.documents:
        for found in related(corpus, doc_id, "period"):
            ends, length = _ends(found), found.rows["years"]
            if ends and length["kind"] == "duration" and length["bound"] == "eq" and stated(length) is not None:
                yield from _judged(found, *ends)


def _ends(found: Related) -> tuple[date, date, str] | None:
    """First and last day, and what the ends are: days, months or years."""
    first, last = (found.rows.get(name, found.rows.get("period")) for name in ("first", "last"))
    resolved = first and last and first["date_start"] and last["date_end"]
    return (first["date_start"], last["date_end"], last["granularity"]) if resolved else None


def _judged(found: Related, start: date, end: date, granularity: str) -> Iterator[Finding]:
    length = found.rows["years"]
    unit, said, span = length["unit"], stated(length), _span(length["unit"], start, end, granularity)
    begun = {span - 1} if unit == "year" != granularity and span else set()
    if span is not None and said not in {span, span + 1} | begun and abs(said - span) < FAR_OFF:
        dates = [row for name, row in found.rows.items() if name != "years"]
        yield Finding(
            parts=(Part("duration", length), *(Part("period", row) for row in dates)),
            stated=f"{exact(said)} {unit}s",
            expected=f"{span} or {span + 1} {unit}s",
            deviation=f"{said - span:+.0f} {unit}s",
            basis=f"the two ends, with or without the last {unit} counted",
            message=(
                f"from {_told(start, unit)} to {_told(end, unit)} is {span} {unit}s, {span + 1} with both counted, "
                f"called {length['surface']}"
            ),
        )


def _span(unit: str | None, start: date, end: date, granularity: str) -> int | None:
    """The length without the last end, in the unit; None where the ends are too coarse or too near for it."""
    if unit == "year":
        return end.year - start.year or None
    if unit == "month" and granularity == "month":
        return (end.year - start.year) * MONTHS + end.month - start.month or None
    days = (end - start).days
    return days if unit == "day" and granularity == "day" and FEWEST_DAYS <= days <= MOST_DAYS else None


def _told(day: date, unit: str) -> str:
    """The end as precisely as the length asks for."""
    return {"year": f"{day.year}", "month": f"{day:%Y-%m}"}.get(unit, f"{day}")


RULE = Rule(
    code="DAT104",
    name="period-mismatch",
    severity="warning",
    tolerance="one year, month or day, for counting both ends or not",
    check=check,
    examples=(
        Fires("ko", ("2018년부터 2022년까지 3년간 400억원을 썼다.",), ("2018년부터 2022년", "3년")),
        Fires(
            "en",
            ("From 2018 to 2022, a period of three years, it spent $40 million.",),
            ("three years", "From 2018 to 2022"),
        ),
        Fires("ko", ("장터는 2024년 3월 3일부터 7일까지 3일간 열렸다.",), ("2024년 3월 3일부터 7일", "3일")),
        Fires(
            "en",
            ("For two months, from March 2024 to July 2024, the road was closed.",),
            ("two months", "from March 2024 to July 2024"),
        ),
        Silent("ko", ("2018년부터 2022년까지 5년간 400억원을 썼다.",)),
        Silent("ko", ("장터는 2024년 3월 3일부터 7일까지 5일간 열렸다.",)),
        Silent("en", ("For a year, from May 2018 to April 2019, the road was closed.",)),
        Silent("ko", ("2018년부터 2022년까지 4년간 400억원을 썼다.",)),
        Silent("en", ("From 2018 to 2022, a period of four years, it spent $40 million.",)),
        Silent("en", ("From 2018 to 2022 it spent $40 million; a three-year plan followed.",)),
    ),
)
