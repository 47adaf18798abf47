"""What is scored: a set of texts in one language, its truth and what was extracted from it.

In: the corpus as tables, or sentences that bring their own text and are read here by the extractor that
is handed in. Out: `Sample` values, one a set and language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.scoring.mentions import Mention, found_dates, found_quantities, true_date, true_quantity
from pipeline.scoring.truth import Line, Truth
from pipeline.tables import Row, contract

CORPUS = "corpus"
Read = Callable[[Row, list[Row]], Mapping[str, list[Row]]]


@dataclass(frozen=True, slots=True)
class Sample:
    """True and found mentions of one set in one language; no true dates where the set has none."""

    name: str
    language: str
    true: list[Mention]
    found: list[Mention]
    true_dates: list[Mention]
    found_dates: list[Mention]


def of_corpus(truth: Truth, tables: Mapping[str, list[Row]]) -> list[Sample]:
    """The documents that the truth is about, by language."""
    judged = {line["id"] for line in (*truth.quantities, *truth.dates)}
    languages = {row["doc_id"]: row["language"] for row in tables["documents"] if row["doc_id"] in judged}
    whole = Sample(
        CORPUS,
        "",
        [true_quantity(line, line["id"]) for line in truth.quantities],
        found_quantities(tables["quantities"], tables["claims"]),
        [true_date(line) for line in truth.dates],
        found_dates(tables["dates"]),
    )
    return [_within(whole, language, languages) for language in sorted(set(languages.values()))]


def _within(whole: Sample, language: str, languages: Mapping[str, str]) -> Sample:
    def kept(mentions: Iterable[Mention]) -> list[Mention]:
        return [item for item in mentions if languages.get(item.doc_id) == language]

    return Sample(
        whole.name, language, kept(whole.true), kept(whole.found), kept(whole.true_dates), kept(whole.found_dates)
    )


def of_sentences(name: str, lines: Iterable[Line], read: Read) -> list[Sample]:
    """A set of sentences, each read as a document of its own, by language."""
    grouped: dict[str, list[Line]] = {}
    for line in lines:
        grouped.setdefault(line["language"], []).append(line)
    return [_read(name, language, grouped[language], read) for language in sorted(grouped)]


def _read(name: str, language: str, lines: list[Line], read: Read) -> Sample:
    true = [true_quantity(quantity, line["id"]) for line in lines for quantity in line["quantities"]]
    rows = [read(_document(line), _body(line)) for line in lines]
    found = [item for one in rows for item in found_quantities(one["quantities"], one["claims"])]
    return Sample(name, language, true, found, [], [])


def _document(line: Line) -> Row:
    """A sentence as a row of documents; what it does not say is null."""
    published = line.get("published")
    said = {"doc_id": line["id"], "language": line["language"], "text": line["text"], "n_chars": len(line["text"])}
    empty = {column.name: None for column in contract("documents").columns}
    return empty | said | {"published_on": date.fromisoformat(published) if published else None}


def _body(line: Line) -> list[Row]:
    return [{"doc_id": line["id"], "start": 0, "end": len(line["text"]), "kind": "body"}]
