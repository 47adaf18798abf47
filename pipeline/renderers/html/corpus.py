"""All tables of a folder, with the ways from row to row that pages walk.

In: the folder with the tables, and what the evaluation left beside them. Out: a `Corpus`. Nothing is
computed here that a table does not say; lists are in the order in which people should look at them.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.renderers.html.page import parts
from pipeline.renderers.html.wording import topic
from pipeline.tables import READING_ORDER, Row, rows

SEVERITIES = ("error", "warning", "info")
STATUSES = ("conflicting", "corroborated", "superseded", "single")
Rows = Sequence[Row]
Grouped = Mapping[Any, list[Row]]


@dataclass(frozen=True)
class Corpus:
    """Tables by name, the metrics of the evaluation, and the lines of plots/fields.csv."""

    tables: Mapping[str, Rows]
    metrics: Mapping[str, Any]
    scores: Rows

    def __getitem__(self, table: str) -> Rows:
        return self.tables[table]

    def of(self, table: str, doc_id: str) -> Rows:
        """A document's rows of a table, in the table's order."""
        return self._by_document[table].get(doc_id, [])

    @cached_property
    def _by_document(self) -> Mapping[str, Grouped]:
        return {name: grouped(held, "doc_id") for name, held in self.tables.items()}

    @cached_property
    def documents(self) -> Mapping[str, Row]:
        """By doc_id."""
        return keyed(self["documents"], "doc_id")

    @cached_property
    def quantities(self) -> Mapping[str, Row]:
        """By quantity_id."""
        return keyed(self["quantities"], "quantity_id")

    @cached_property
    def claims(self) -> Mapping[str, Row]:
        """By claim_id."""
        return keyed(self["claims"], "claim_id")

    @cached_property
    def claim_of_quantity(self) -> Mapping[str, Row]:
        """By quantity_id."""
        return keyed(self["claims"], "quantity_id")

    @cached_property
    def facts(self) -> Mapping[str, Row]:
        """By fact_id."""
        return keyed(self["facts"], "fact_id")

    @cached_property
    def roles(self) -> Grouped:
        """Evidence by claim_id."""
        return grouped(self["roles"], "claim_id")

    @cached_property
    def members(self) -> Grouped:
        """Rows of fact_claims by fact_id."""
        return grouped(self["fact_claims"], "fact_id")

    @cached_property
    def fact_of_claim(self) -> Mapping[str, str]:
        """claim_id to fact_id."""
        return {row["claim_id"]: row["fact_id"] for row in self["fact_claims"]}

    @cached_property
    def spans(self) -> Grouped:
        """What findings compare, by finding_id."""
        return grouped(self["finding_spans"], "finding_id")

    @cached_property
    def findings_of_fact(self) -> Grouped:
        """By fact_id."""
        return grouped(self.ranked_findings, "fact_id")

    @cached_property
    def ranked_findings(self) -> Rows:
        """Gravest first, in the table's order within; acknowledged ones last."""
        return sorted(self["findings"], key=_weight)

    @cached_property
    def ranked_facts(self) -> Rows:
        """Conflicts first, then what is told most often."""
        return sorted(self["facts"], key=_interest)

    @cached_property
    def place_of_finding(self) -> Mapping[str, str]:
        """Where a finding is shown, by finding_id."""
        split = parts(self.ranked_findings, "findings")
        return {row["finding_id"]: f"{path}#{row['finding_id']}" for path, part in split for row in part.rows}

    @cached_property
    def findings_of_document(self) -> Grouped:
        """Every finding that compares something in a document, by doc_id, gravest first."""
        touching: defaultdict[str, list[Row]] = defaultdict(list)
        for finding in self.ranked_findings:
            places = [finding, *self.spans.get(finding["finding_id"], ())]
            for doc_id in dict.fromkeys(place["doc_id"] for place in places):
                touching[doc_id].append(finding)
        return touching

    def sentence_around(self, doc_id: str, start: int, end: int) -> tuple[int, int]:
        """The sentence, or sentences, that a span lies in; the span itself where there is none."""
        held = [row for row in self.of("sentences", doc_id) if row["start"] < end and start < row["end"]]
        if not held:
            return start, end
        return min(start, held[0]["start"]), max(end, held[-1]["end"])


def load(folder: Path) -> Corpus:
    """Read everything; a missing or misshapen table is an error that names it."""
    tables = {name: rows(name, folder) for name in READING_ORDER}
    return Corpus(tables, _metrics(folder / "metrics"), _scores(folder / "plots" / "fields.csv"))


def keyed(held: Iterable[Row], column: str) -> dict[Any, Row]:
    """Rows by a column that is unique."""
    return {row[column]: row for row in held}


def grouped(held: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    """Rows by a column, where it is there and not null."""
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in held:
        if row.get(column) is not None:
            found[row[column]].append(row)
    return dict(found)


def _weight(finding: Row) -> tuple[bool, int]:
    return finding["acknowledged"] is not None, SEVERITIES.index(finding["severity"])


def _interest(fact: Row) -> tuple[int, int, str, str]:
    return STATUSES.index(fact["status"]), -fact["n_claims"], topic(fact), fact["fact_id"]


def _metrics(folder: Path) -> Mapping[str, Any]:
    """The scores by set and language, from files named by both."""
    metrics: dict[str, dict[str, Any]] = {}
    for source in sorted(folder.glob("*.json")):
        name, _, language = source.stem.rpartition("-")
        metrics.setdefault(name, {})[language] = json.loads(source.read_text(encoding="utf-8"))
    return metrics


def _scores(source: Path) -> Rows:
    if not source.is_file():
        return []
    with source.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
