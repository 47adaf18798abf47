"""Scores of findings: those the truth has, and comparisons that must not fire.

In: lines of findings.jsonl and not_flagged.jsonl, rows of findings and finding_spans, the texts. A
finding is the truth's when the code is the same, every document it compares is one of the truth's,
and its surfaces are among the truth's or the truth's among them. It is a false alarm when it compares
nothing but two or more surfaces of a line that says its code must not fire.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.scoring.measures import Counts, Score, accuracy

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A finding by what it compares."""

    code: str
    documents: frozenset[str]
    surfaces: frozenset[str]
    suggestion: str | None = None


def expected(line: Row) -> Comparison:
    """A finding as the truth has it."""
    documents = line["documents"] if "documents" in line else [line["id"]]
    return Comparison(line["code"], frozenset(documents), frozenset(line["surfaces"]), line.get("suggestion"))


def found(findings: Iterable[Row], spans: Iterable[Row], texts: Mapping[str, str]) -> list[Comparison]:
    """The findings of the tables, with the words they compare."""
    held: defaultdict[str, list[Row]] = defaultdict(list)
    for span in spans:
        held[span["finding_id"]].append(span)
    return [_found(row, held[row["finding_id"]], texts) for row in findings]


def _found(row: Row, spans: Sequence[Row], texts: Mapping[str, str]) -> Comparison:
    words = frozenset(texts[span["doc_id"]][span["start"] : span["end"]] for span in spans)
    documents = frozenset(span["doc_id"] for span in spans)
    return Comparison(row["code"], documents | {row["doc_id"]}, words | {row["surface"]}, row["suggestion"])


def matches(truth: Comparison, item: Comparison) -> bool:
    """Whether a finding is the one the truth means."""
    if truth.code != item.code or not item.documents <= truth.documents:
        return False
    return item.surfaces <= truth.surfaces or truth.surfaces <= item.surfaces


def score(truths: Sequence[Comparison], items: Sequence[Comparison], silent: Iterable[Row]) -> dict[str, Score]:
    """Precision, recall, right suggestions, and how many comparisons fired that must not."""
    right = sum(any(matches(truth, item) for truth in truths) for item in items)
    recalled = [[item for item in items if matches(truth, item)] for truth in truths]
    suggested = [(truth, held) for truth, held in zip(truths, recalled) if truth.suggestion and held]
    return {
        "precision": Counts(right, len(items), 0).precision,
        "recall": Counts(sum(map(bool, recalled)), 0, len(truths)).recall,
        "suggestion": accuracy(held[0].suggestion == truth.suggestion for truth, held in suggested),
        "false_alarms": sum(_fires(line, items) for line in silent),
    }


def _fires(line: Row, items: Iterable[Comparison]) -> bool:
    documents, surfaces = frozenset(line["documents"]), frozenset(line["surfaces"])
    return any(
        item.code in line["codes"] and item.documents <= documents and item.surfaces <= surfaces for item in items
    )
