"""The first page: how much there is and how good, what changed, what does not add up, who disagrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.quality.baseline import Baseline
from pipeline.renderers.html import facts, findings, glance
from pipeline.renderers.html.charts import bars
from pipeline.renderers.html.corpus import Corpus
from pipeline.renderers.html.page import Page
from pipeline.renderers.html.wording import agreed, topic, words
from pipeline.tables import Row

COUNTED = ("documents", "claims", "facts", "findings", "rejects")
SHOWN = 5
BARS = 12


@dataclass(frozen=True, slots=True)
class Tile:
    """A count, where it leads, and how it compares with the baseline."""

    name: str
    count: int
    baseline: int | None

    @property
    def change(self) -> str:
        """What changed since the baseline, in words."""
        if self.baseline is None:
            return "no baseline"
        difference = self.count - self.baseline
        return f"{difference:+,} against the baseline" if difference else "as in the baseline"


def pages(corpus: Corpus, baseline: Baseline) -> Iterator[Page]:
    """One page."""
    values = {
        "tiles": tiles(corpus, baseline),
        "findings": [findings.show(row, corpus) for row in gravest(corpus)],
        "conflicts": conflicts(corpus),
        "quality": quality(corpus),
        "severities": list(glance.severities(corpus)),
        "glance": glance.columns(corpus, baseline),
        "restatements": sum(row["is_restatement"] for row in corpus["documents"]),
        "languages": Counter(row["language"] for row in corpus["documents"]),
        "publishers": len({row["source_publisher"] for row in corpus["documents"]} - {None}),
        "metrics": metric_counts(corpus),
        "chart": metric_chart(corpus),
    }
    yield Page("index.html", "index.html", "Overview", values)


def tiles(corpus: Corpus, baseline: Baseline) -> list[Tile]:
    """The counts of the tables that people ask for."""
    return [Tile(table, len(corpus[table]), baseline.rows.get(table)) for table in COUNTED]


def gravest(corpus: Corpus) -> list[Row]:
    """The first findings to look at."""
    return corpus.ranked_findings[:SHOWN]


def conflicts(corpus: Corpus) -> list[tuple[Row, str, str, str]]:
    """The facts that documents disagree about: the fact, its topic, the agreed value, where it is shown."""
    held = [fact for fact in corpus.ranked_facts if fact["status"] == "conflicting"]
    return [(fact, topic(fact), agreed(fact), facts.href(fact, corpus)) for fact in held[:SHOWN]]


def quality(corpus: Corpus) -> dict[str, tuple[int, int]]:
    """Severity to how many expectations held, of how many."""
    rows = corpus["validation"]
    return {
        severity: (
            sum(row["success"] for row in rows if row["severity"] == severity),
            sum(row["severity"] == severity for row in rows),
        )
        for severity in ("critical", "warning", "info")
    }


def metric_counts(corpus: Corpus) -> list[tuple[str, int]]:
    """The metrics that most claims are about."""
    counted = Counter(words(row["metric"]) for row in corpus["claims"])
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:BARS]


def metric_chart(corpus: Corpus) -> str | None:
    """The same as a chart; None without claims."""
    counts = metric_counts(corpus)
    return bars(counts, "Claims by what they measure") if counts else None
