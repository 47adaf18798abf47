"""The data dictionary: every table and column, told once by its contract.

Out: values for the templates of the release and the report, and for the two package descriptions. A
release shows the hashes beside withheld columns; the pipeline's own tables do not have them.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from pipeline.publishing.withholding import hash_field, withheld_columns
from pipeline.tables import READING_ORDER, Column, contract, names


@dataclass(frozen=True, slots=True)
class Entry:
    """A column as readers of the data see it."""

    name: str
    type: str
    nullable: bool
    description: str
    unit: str | None = None
    values: tuple[str, ...] = ()
    references: str | None = None
    form: str | None = None
    minimum: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A table as readers of the data see it."""

    name: str
    description: str
    key: tuple[str, ...]
    entries: tuple[Entry, ...]


def ordered() -> list[str]:
    """Every table in reading order: documents first, what was made of them after; new tables last."""
    known = [name for name in READING_ORDER if name in names()]
    return known + [name for name in names() if name not in known]


def page(table: str, *, released: bool = False) -> Page:
    """The dictionary of one table."""
    agreed = contract(table)
    withheld = {column.name for column in withheld_columns(table)} if released else set()
    entries = [entry for column in agreed.columns for entry in _entries(column, column.name in withheld)]
    return Page(table, agreed.description, agreed.key, tuple(entries))


def _entries(column: Column, withheld: bool) -> list[Entry]:
    told = Entry(
        column.name,
        type_name(column.field.type),
        column.nullable or withheld,
        column.description,
        column.unit,
        column.values or (),
        column.references,
        column.form,
        column.minimum,
    )
    if not withheld:
        return [told]
    beside = hash_field(column)
    meaning = beside.metadata[b"description"].decode()
    return [told, Entry(beside.name, "string", beside.nullable, meaning, form="[0-9a-f]{64}")]


def type_name(arrow: pa.DataType) -> str:
    """What a reader calls the type: a dictionary is its values' type."""
    if pa.types.is_dictionary(arrow):
        return type_name(arrow.value_type)
    if pa.types.is_list(arrow):
        return f"list<{type_name(arrow.value_type)}>"
    return str(arrow).replace("decimal128", "decimal").replace("[day]", "")
