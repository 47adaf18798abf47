"""Findings as diagnostics: what every output form needs, with places in the file as the user has it.

In: the tables of a folder and the inputs they came from. Out: `Diagnostic` values in the order of file,
line, column and code. Judgement: where the stored text has no map back to the file (HTML, Parquet, a
record of JSON Lines) there is no column, and where not even the line is known there is no line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline import tables
from pipeline.readers import Position, source_position
from pipeline.tables import Row

SEVERITIES = tables.vocabulary()["severity"]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file; line and columns count from 1, `end_column` is the one behind it, `line_text` the line."""

    path: str
    surface: str
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    line_text: str | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, ready to be shown."""

    finding_id: str
    code: str
    name: str
    severity: str
    message: str
    place: Place
    compared: tuple[Place, ...]
    suggestion: str | None
    alternatives: tuple[str, ...]
    basis: str


def diagnostics(folder: Path, records: Mapping[str, int]) -> list[Diagnostic]:
    """The findings of a folder that nobody acknowledged; `records` is doc_id to line or row number."""
    documents = {row["doc_id"]: row for row in tables.rows("documents", folder)}
    spans: dict[str, list[Row]] = defaultdict(list)
    for span in tables.rows("finding_spans", folder):
        spans[span["finding_id"]].append(span)
    found = [
        _diagnostic(row, spans[row["finding_id"]], documents, records)
        for row in tables.rows("findings", folder)
        if row["acknowledged"] is None
    ]
    return sorted(found, key=_order)


def _order(item: Diagnostic) -> tuple[str, int, int, str, str]:
    place = item.place
    return (place.path, place.line or 0, place.column or 0, item.code, item.finding_id)


def _diagnostic(row: Row, spans: list[Row], documents: Mapping[str, Row], records: Mapping[str, int]) -> Diagnostic:
    return Diagnostic(
        row["finding_id"],
        row["code"],
        row["name"],
        row["severity"],
        row["message"],
        _place(row, documents, records),
        tuple(_place(span, documents, records) for span in spans),
        row["suggestion"],
        tuple(row["alternatives"]),
        row["basis"],
    )


def _place(span: Row, documents: Mapping[str, Row], records: Mapping[str, int]) -> Place:
    document, record = documents[span["doc_id"]], records.get(span["doc_id"], 0)
    surface = document["text"][span["start"] : span["end"]]
    path = Path(document["source_path"])
    first, behind = (source_position(path, record, span[end]) or Position(None) for end in ("start", "end"))
    end = behind.column if behind.line == first.line else len(first.line_text) + 1
    return Place(document["source_path"], surface, first.line, first.column, end, first.line_text, span.get("role", ""))
