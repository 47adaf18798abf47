"""A date that no calendar has.

What it checks: days written out, such as 31 April, 30 February, or a thirteenth month.

Why it matters: the event is dated to a day that never was; sorted by date it is lost.

How it decides: a day with its month that the date reader recognises but cannot resolve, neither with the document's
publication nor read alone from any of several days of reference, a leap year's among them.

Known limits: days that the reader does not take for one (``32일``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from pipeline.dates import find_dates
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import cue_words
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent

REFERENCE_DAYS = (date(2024, 12, 31), date(2024, 2, 29), date(2023, 1, 31), date(2023, 8, 15))


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every day that no reference resolves."""
    for doc_id in corpus.documents:
        for row in corpus.of("dates", doc_id):
            unresolved = row["granularity"] == "day" and row["date_start"] is None
            if unresolved and _impossible(row["surface"], corpus.language(doc_id)):
                yield Finding(
                    parts=(Part("date", row),),
                    stated=row["surface"],
                    expected="a day of the calendar",
                    basis="the calendar",
                    message=f"{row['surface']} is no day of the calendar",
                )


@lru_cache(maxsize=4096)
def _impossible(surface: str, language: str) -> bool:
    return any(_no_day(day, language) for day in cue_words(language, "calendar", surface))


def _no_day(surface: str, language: str) -> bool:
    readings = [find_dates(surface, language, day) for day in REFERENCE_DAYS]
    return any(readings) and all(found.date_start is None for reading in readings for found in reading)


RULE = Rule(
    code="DAT101",
    name="date-impossible",
    severity="error",
    tolerance="none",
    check=check,
    examples=(
        Fires("ko", ("축제는 4월 31일에 2만명이 모인 가운데 열렸다.",), ("4월 31일",), date(2024, 5, 10)),
        Fires("en", ("The plant opened on February 30, 2024 with 200 workers.",), ("February 30, 2024",)),
        Silent("ko", ("축제는 4월 30일에 2만명이 모인 가운데 열렸다.",)),
        Silent("ko", ("2~3일 전부터 2만명이 모였다.",)),
        Silent("ko", ("축제는 2024년 2월 29일에 2만명이 모인 가운데 열렸다.",)),
        Silent("en", ("The plant opened on February 29 with 200 workers.",), date(2023, 5, 10)),
        Silent("en", ("The plant opened on May 31 with 200 workers.",)),
    ),
)
