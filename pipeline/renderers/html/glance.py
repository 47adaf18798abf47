"""What a data owner asks first: what is good, what wants looking at, what changed since the baseline.

In: a `Corpus` and the baseline. Out: lines, each with where the rows stand that it counts. Judgements: a
claim that names no subject or no metric wants looking at; a table has changed when it has another number
of rows, and far when that lies outside the range which the baseline allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.quality.baseline import Baseline
from pipeline.renderers.html.corpus import SEVERITIES, Corpus
from pipeline.renderers.html.wording import counted
from pipeline.tables import Row

NOUNS = {"error": "error", "warning": "warning", "info": "remark"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, and the page that shows it."""

    text: str
    href: str


def columns(corpus: Corpus, baseline: Baseline) -> list[tuple[str, list[Line]]]:
    """The three answers, each under its heading."""
    return [
        ("Good", list(good(corpus))),
        ("To look at", list(suspicious(corpus))),
        ("Changed since the baseline", list(changed(corpus, baseline))),
    ]


def good(corpus: Corpus) -> Iterator[Line]:
    """What can be relied on."""
    expectations = corpus["validation"]
    if expectations:
        yield Line(f"{_of(_held(expectations), expectations, 'expectations')} hold", "quality.html")
    if corpus["documents"] and not corpus["rejects"]:
        yield Line("Every document could be read", "documents.html")
    agreed = [fact for fact in corpus["facts"] if fact["status"] == "corroborated"]
    if agreed:
        yield Line(f"{counted(len(agreed), 'fact')} told alike in several documents", "facts.html?status=corroborated")
    named = [claim for claim in corpus["claims"] if claim["confidence"] != "low"]
    if named:
        yield Line(f"{_of(len(named), corpus['claims'], 'claims')} name subject and metric", "documents.html")


def suspicious(corpus: Corpus) -> Iterator[Line]:
    """What somebody should look at, gravest first."""
    failed = [row for row in corpus["validation"] if not row["success"]]
    if any(row["severity"] == "critical" for row in failed):
        yield Line("A critical expectation does not hold", "quality.html?outcome=failed&weight=critical")
    for severity, count, href in severities(corpus):
        yield Line(f"{counted(count, NOUNS[severity])} among the findings", href)
    conflicts = sum(fact["status"] == "conflicting" for fact in corpus["facts"])
    if conflicts:
        yield Line(f"{counted(conflicts, 'fact')} on which documents disagree", "facts.html?status=conflicting")
    if corpus["rejects"]:
        yield Line(f"{counted(len(corpus['rejects']), 'record')} could not be read", "rejects.html")
    if failed:
        yield Line(f"{counted(len(failed), 'expectation')} not met", "quality.html?outcome=failed")
    undated = sum(document["published_on"] is None for document in corpus["documents"])
    if undated:
        yield Line(f"{counted(undated, 'document')} without a day of publication", "documents.html?q=unknown")


def changed(corpus: Corpus, baseline: Baseline) -> Iterator[Line]:
    """The tables with more or fewer rows than when somebody last looked."""
    if not baseline.rows:
        yield Line("There is no baseline yet: make baseline", "quality.html")
    for table in (name for name in baseline.rows if len(corpus[name]) != baseline.rows[name]):
        rows, before = len(corpus[table]), baseline.rows[table]
        fewest, most = baseline.range(table)
        far = "" if fewest <= rows <= (rows if most is None else most) else ", further than the baseline allows"
        yield Line(f"{table}: {rows - before:+,}, from {before:,} to {rows:,}{far}", f"quality.html?table={table}")


def severities(corpus: Corpus) -> Iterator[tuple[str, int, str]]:
    """Severity, how many findings, and the page where they begin; gravest first, those that there are."""
    for severity in SEVERITIES:
        held = [row for row in corpus.ranked_findings if row["severity"] == severity]
        if held:
            page = corpus.place_of_finding[held[0]["finding_id"]].partition("#")[0]
            yield severity, len(held), f"{page}?severity={severity}"


def _held(expectations: list[Row]) -> int:
    return sum(row["success"] for row in expectations)


def _of(some: int, rows: list[Row], nouns: str) -> str:
    """`11 of 12 claims`."""
    return f"{some:,} of {len(rows):,} {nouns}"
