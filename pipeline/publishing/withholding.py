"""Leave out the words that are not ours to give.

In: a table as Arrow and the documents that may be passed on. Out: the table with every ``public: false``
column null in the other documents' rows, and beside it ``<column>_sha256``, the hash of the words as
UTF-8. Offsets stay, so that whoever holds the text can check every row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection

import pyarrow as pa

from pipeline.tables import Column, contract


def withheld_columns(table: str) -> list[Column]:
    """The columns whose words need a licence."""
    return [column for column in contract(table).columns if not column.public]


def public(table: str, rows: pa.Table, may_show: Collection[str]) -> pa.Table:
    """The table as it may be given away."""
    for column in withheld_columns(table):
        rows = _withhold(rows, column, may_show)
    return rows


def hash_field(column: Column) -> pa.Field:
    """The field of a withheld column's hash."""
    notes = {"description": f"SHA-256 of {column.name} as UTF-8, for whoever holds the words."}
    return pa.field(f"{column.name}_sha256", pa.string(), column.nullable, notes)


def _withhold(rows: pa.Table, column: Column, may_show: Collection[str]) -> pa.Table:
    words, documents = rows[column.name].to_pylist(), rows["doc_id"].to_pylist()
    shown = [word if doc_id in may_show else None for word, doc_id in zip(words, documents)]
    hashes = [None if word is None else hashlib.sha256(word.encode()).hexdigest() for word in words]
    place = rows.schema.get_field_index(column.name)
    field = rows.schema.field(place).with_nullable(True)
    rows = rows.set_column(place, field, pa.array(shown, pa.string()))
    return rows.add_column(place + 1, hash_field(column), pa.array(hashes, pa.string()))
