"""The report on one screen, as Markdown for a pull request or a CI summary.

In: a `Corpus` and the baseline. Out: Markdown. Text from documents is escaped as in a release's papers.
"""

from __future__ import annotations

from pipeline.publishing.papers import cell
from pipeline.quality.baseline import Baseline
from pipeline.renderers.html import overview
from pipeline.renderers.html.corpus import Corpus
from pipeline.renderers.html.wording import counted, heading, score, short

SHOWN = 8
SCORED = (("quantities", "f1"), ("quantities", "value"), ("claims", "metric"), ("claims", "subject"), ("dates", "f1"))


def render(corpus: Corpus, baseline: Baseline) -> str:
    """Counts, the gravest findings, failed expectations and the main scores."""
    blocks = [
        "# claimtrack",
        _origin(corpus),
        _counts(corpus, baseline),
        _findings(corpus),
        _quality(corpus),
        _scores(corpus),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _table(header: tuple[str, ...], lines: list[tuple[str, ...]]) -> str:
    told = [header, tuple("---" for _ in header), *lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in told)


def _origin(corpus: Corpus) -> str:
    restated = sum(row["is_restatement"] for row in corpus["documents"])
    told = f"{restated} of {counted(len(corpus['documents']), 'document')}"
    return f"{told} restate in other words what a named source reported." if restated else ""


def _counts(corpus: Corpus, baseline: Baseline) -> str:
    lines = [(tile.name, f"{tile.count:,}", tile.change) for tile in overview.tiles(corpus, baseline)]
    return _table(("table", "rows", "change"), lines)


def _findings(corpus: Corpus) -> str:
    listed = corpus.ranked_findings
    if not listed:
        return "No finding."
    lines = [_finding(row, corpus) for row in listed[:SHOWN]]
    rest = f"\n\n{len(listed) - SHOWN} more in the report." if len(listed) > SHOWN else ""
    return "## Findings\n\n" + _table(("severity", "code", "document", "message", "suggestion"), lines) + rest


def _finding(row: dict, corpus: Corpus) -> tuple[str, ...]:
    document = heading(corpus.documents[row["doc_id"]])
    told = (row["severity"], row["code"], short(document, 50), short(row["message"], 140), row["suggestion"])
    return tuple(cell(value) for value in told)


def _quality(corpus: Corpus) -> str:
    failed = [row for row in corpus["validation"] if not row["success"]]
    held = len(corpus["validation"]) - len(failed)
    head = f"## Quality\n\n{held} of {len(corpus['validation'])} expectations hold."
    lines = [_failed(row) for row in sorted(failed, key=lambda row: row["severity"])[:SHOWN]]
    return "\n".join([head, "", *lines]) if lines else head


def _failed(row: dict) -> str:
    table, column, name, seen = (cell(row[one]) for one in ("table", "column", "expectation", "observed"))
    return f"- {row['severity']}: {table} {column}: {name} ({seen})"


def _scores(corpus: Corpus) -> str:
    """A line for every set and language, the scores that matter most."""
    lines = [
        (name, language, *(score(told.get(group, {}).get(one)) for group, one in SCORED))
        for name, languages in corpus.metrics.items()
        for language, told in languages.items()
        if language != "findings"
    ]
    head = ("set", "language", *(f"{group} {one}" for group, one in SCORED))
    return "## Evaluation\n\n" + _table(head, lines) if lines else ""
