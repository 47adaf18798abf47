"""Rows of tables for tests, complete as their contracts want them; name only what matters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from pipeline.tables import Row, contract, names, row_id, write


def amount(number: object) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def blank(table: str) -> Row:
    """A row of nulls."""
    return {column.name: None for column in contract(table).columns if not column.twin_of}


def document(doc_id: str, text: str = "…", published: date | None = None, **more: object) -> Row:
    return blank("documents") | {
        "doc_id": doc_id, "source_path": doc_id, "sha256": "0" * 64, "is_restatement": False, "language": "ko",
        "published_on": published, "published_basis": "metadata" if published else "none", "text": text,
        "n_chars": len(text), "source_publisher": f"publisher of {doc_id}",
    } | more  # fmt: skip


def quantity(doc_id: str, surface: str, low: object, high: object = "same", **more: object) -> Row:
    ends = (amount(low), amount(low if high == "same" else high))
    size = more.pop("resolution", None)
    coarse = more.pop("resolution_coarse", size)
    start = more.get("start", 0)
    return blank("quantities") | {
        "quantity_id": row_id("q", doc_id, surface, start), "doc_id": doc_id, "sentence_id": row_id("s", doc_id),
        "section": "body", "start": start, "end": start + len(surface), "surface": surface, "kind": "money",
        "unit": "USD", "low": ends[0], "high": ends[1], "bound": "eq", "approximate": False,
        "resolution": amount(size), "resolution_coarse": amount(coarse), "status": "ok",
    } | more  # fmt: skip


def claim(number: Row, subject: str | None, metric: str, **more: object) -> Row:
    copied = ("doc_id", "quantity_id", "kind", "unit", "per", "low", "high", "bound", "approximate")
    return blank("claims") | {column: number[column] for column in copied} | {
        "claim_id": row_id("c", number["quantity_id"]), "subject": subject, "metric": metric, "aspect": "level",
        "as_of_basis": "none", "modality": "reported", "quote": "…", "quote_start": 0, "quote_end": 1,
        "confidence": "high", "extractor": "test",
    } | more  # fmt: skip


def folder_of(folder: Path, **tables: list[Row]) -> Path:
    """Every table of the contracts but validation, empty where nothing is given."""
    for name in names():
        if name != "validation":
            write(name, tables.get(name, []), folder)
    return folder
