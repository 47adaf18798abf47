"""The claims, facts and findings of one state of the project, ready to be compared.

In: its tables, with columns that may be older or newer than ours. Out: `Snapshot`.
Judgements about what is compared:
- Not the ids, which only name a row, and not the places of characters, which move when words before
  them change; a claim that restates or repeats another is compared by that claim's words.
- Not the float64 twins, which say the same again, and not the name and version of the extractor, which
  would make every claim a changed one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pyarrow as pa

from pipeline.comparison.causes import tables
from pipeline.comparison.reading import NEEDED, PLACE, Tables
from pipeline.tables import Column, Row, contract

REFERRED = ("restates", "repeats")
STAMP = "extractor"
LEAD = 60


@dataclass(frozen=True, slots=True)
class Item:
    """A row: its id, its columns (null where an older revision has none), where it stands, the words before."""

    id: str
    row: Row
    doc_id: str | None = None
    start: int = 0
    end: int = 0
    surface: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Items by table, the columns to compare by table, and the text and content hash of each document."""

    items: Mapping[str, list[Item]]
    columns: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str]
    contents: Mapping[str, str]


def snapshot(read: Tables) -> Snapshot:
    """The items of the tables."""
    documents = read["documents"].select(NEEDED["documents"]).to_pylist()
    texts = {row["doc_id"]: row["text"] for row in documents}
    items = {name: [_led(item, texts) for item in _items(name, read)] for name in tables()}
    columns = {name: tuple(compared(name, read)) for name in tables()}
    return Snapshot(items, columns, texts, {row["doc_id"]: row["sha256"] for row in documents})


def _led(item: Item, texts: Mapping[str, str]) -> Item:
    """With the words before it, where it stands in a document."""
    return replace(item, lead=texts[item.doc_id][max(0, item.start - LEAD) : item.start]) if item.doc_id else item


def compared(name: str, read: Tables) -> list[str]:
    """The columns of a table that are compared; one that is newer or older than ours is."""
    silent = {column.name for column in contract(name).columns if not _tells(column)} | {STAMP}
    return [column for column in read[name].column_names if column in REFERRED or column not in silent]


def _items(name: str, read: Tables) -> list[Item]:
    key, known = contract(name).key[0], dict.fromkeys(column.name for column in contract(name).columns)
    rows = [known | row for row in read[name].to_pylist()]
    if name == "claims":
        return _claims(rows, read["quantities"])
    return [Item(row[key], row, *(row[part] for part in PLACE if part in row)) for row in rows]


def _claims(rows: list[Row], quantities: pa.Table) -> list[Item]:
    """Claims stand where their quantities do."""
    listed = quantities.select(NEEDED["quantities"]).to_pylist()
    spans = {row["quantity_id"]: row for row in listed}
    surfaces = {row["claim_id"]: spans[row["quantity_id"]]["surface"] for row in rows}
    items = []
    for row in rows:
        span = spans[row["quantity_id"]]
        words = {column: surfaces.get(row[column]) for column in REFERRED}
        items.append(Item(row["claim_id"], row | words, row["doc_id"], span["start"], span["end"], span["surface"]))
    return items


def _tells(column: Column) -> bool:
    return column.type != "id" and column.twin_of is None and column.unit != "code points"
