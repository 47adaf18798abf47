"""Something is reported as done on a day after the document's own publication.

What it checks: sentences whose verb is past and whose only date, written with its year, lies later than
the publication.

Why it matters: the year is mistyped, or a plan is told as a fact.

How it decides: a whole day is later than the publication by more than one (time zones), the sentence
ends in a past tense directly about it, and holds no word that points ahead (예정, 까지, will, until) or that
reports what somebody said.

Known limits: clauses inside longer sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import has_cue
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.passages import Related, related
from pipeline.tables import Row

ZONES = timedelta(days=1)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every past event dated to the future."""
    for doc_id in corpus.documents:
        published = corpus.published(doc_id)
        for found in related(corpus, doc_id, "past") if published else ():
            row = found.rows["day"]
            later = row["date_start"] is not None and row["date_start"] - published > ZONES
            if later and _written_out(row) and not _ahead(corpus.language(doc_id), found):
                yield _finding(row, published)


def _written_out(row: Row) -> bool:
    return row["granularity"] == "day" and row["basis"] == "absolute"


def _ahead(language: str, found: Related) -> bool:
    """Something in the sentence points ahead, or the date is that of something it describes."""
    described = has_cue(language, "describing", found.cues.get("clause", "") + " ")
    return described or has_cue(language, "ahead", " ".join(found.cues.values()))


def _finding(row: Row, published: date) -> Finding:
    late = (row["date_start"] - published).days
    return Finding(
        parts=(Part("date", row),),
        stated=str(row["date_start"]),
        expected=f"not after {published}",
        deviation=f"+{late} days",
        basis="the day of publication; one day is left for time zones",
        message=f"reported as done on {row['date_start']}, {late} days after the publication on {published}",
    )


RULE = Rule(
    code="DAT103",
    name="event-after-publication",
    severity="warning",
    tolerance="one day, for time zones",
    check=check,
    examples=(
        Fires("ko", ("공장은 2026년 3월 1일 문을 열었다.",), ("2026년 3월 1일",), date(2025, 3, 2)),
        Fires("en", ("The plant opened on March 1, 2026.",), ("March 1, 2026",), date(2025, 3, 2)),
        Silent("ko", ("공장은 2025년 3월 1일 문을 열었다.",), date(2025, 3, 2)),
        Silent("ko", ("공장은 2026년 3월 1일 문을 열기로 했다고 밝혔다.",), date(2025, 3, 2)),
        Silent("ko", ("공장은 2026년 3월 1일 문을 열었다.",)),
        Silent("en", ("The plant said it was to open on March 1, 2026.",), date(2025, 3, 2)),
    ),
)
