"""The tables as a rule sees them: rows by document and by id, read once, never changed.

In: the rows of documents, sentences, quantities, dates, claims, facts and fact_claims. Out: lookups
that answer with an empty tuple or None where there is nothing. Only quantities whose amount could be
read as a whole are shown: a rule never meets a null at both ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.parameters import FindingParameters
from pipeline.tables import Row

Rows = tuple[Row, ...]
CUT = " ."


@dataclass(frozen=True)
class Corpus:
    """Build it with `corpus`; parameters are those of the findings."""

    parameters: FindingParameters
    documents: dict[str, Row]
    quantities: dict[str, Row]
    claims: dict[str, Row]
    facts: dict[str, Row]
    _of_document: dict[tuple[str, str], Rows]
    _claim_of: dict[str, Row]
    _of_fact: dict[str, Rows]
    _fact_of: dict[str, str] = field(default_factory=dict)

    def text(self, row: Row) -> str:
        """The words between a row's offsets."""
        return self.documents[row["doc_id"]]["text"][row["start"] : row["end"]]

    def between(self, first: Row, second: Row) -> str:
        """The text between two rows of one document, in reading order."""
        return self.documents[first["doc_id"]]["text"][first["end"] : second["start"]]

    def published(self, doc_id: str) -> date | None:
        return self.documents[doc_id]["published_on"]

    def language(self, doc_id: str) -> str:
        return self.documents[doc_id]["language"]

    def of(self, table: str, doc_id: str) -> Rows:
        """Rows of sentences, quantities or dates in a document, in reading order."""
        return self._of_document.get((table, doc_id), ())

    def claim_of(self, quantity: Row) -> Row | None:
        """The claim that a quantity became."""
        return self._claim_of.get(quantity["quantity_id"])

    def quantity_of(self, claim: Row) -> Row | None:
        return self.quantities.get(claim["quantity_id"])

    def members(self, fact_id: str) -> tuple[tuple[Row, bool], ...]:
        """The claims of a fact, earliest first, with whether they agree."""
        return tuple((self.claims[link["claim_id"]], link["agrees"]) for link in self._of_fact.get(fact_id, ()))

    def fact_of(self, claim: Row | None) -> str | None:
        """The fact that a claim counts in."""
        return self._fact_of.get(claim["claim_id"]) if claim else None

    def conversions(self, doc_id: str) -> tuple[tuple[Row, Row], ...]:
        """Amounts of a document with the amount that restates each, in reading order."""
        return tuple(
            (self.quantities[row["converts"]], row)
            for row in self.of("quantities", doc_id)
            if row["converts"] in self.quantities
        )


def corpus(parameters: FindingParameters, tables: dict[str, Iterable[Row]]) -> Corpus:
    """The view of some tables; a table left out is empty."""
    documents = {row["doc_id"]: row for row in tables.get("documents", ())}
    readable = [row for row in tables.get("quantities", ()) if _readable(row) and not _cut(row, documents)]
    placed = {"sentences": tables.get("sentences", ()), "quantities": readable, "dates": tables.get("dates", ())}
    of_document: dict[tuple[str, str], Rows] = {}
    for name, rows in placed.items():
        groups = _grouped(rows, lambda row: row["doc_id"])
        for doc_id, members in groups.items():
            of_document[(name, doc_id)] = tuple(sorted(members, key=lambda row: row["start"]))
    claims = {row["claim_id"]: row for row in tables.get("claims", ())}
    links = [link for link in tables.get("fact_claims", ()) if link["claim_id"] in claims]
    return Corpus(
        parameters,
        documents,
        {row["quantity_id"]: row for row in readable},
        claims,
        {row["fact_id"]: row for row in tables.get("facts", ())},
        of_document,
        {row["quantity_id"]: row for row in claims.values()},
        {fact: _by_time(members, claims) for fact, members in _grouped(links, lambda link: link["fact_id"]).items()},
        {link["claim_id"]: link["fact_id"] for link in links},
    )


def _readable(quantity: Row) -> bool:
    return quantity["status"] == "ok" and not (quantity["low"] is None and quantity["high"] is None)


def _cut(quantity: Row, documents: dict[str, Row]) -> bool:
    """A blank stands inside the number, so that only its front was read: ``EUR2 .5 m``."""
    document = documents.get(quantity["doc_id"])
    behind = document["text"][quantity["end"] : quantity["end"] + len(CUT) + 1] if document else ""
    return behind.startswith(CUT) and behind[len(CUT) :].isdecimal()


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _by_time(links: Sequence[Row], claims: dict[str, Row]) -> Rows:
    return tuple(
        sorted(links, key=lambda link: (claims[link["claim_id"]]["published_on"] or date.max, link["claim_id"]))
    )
