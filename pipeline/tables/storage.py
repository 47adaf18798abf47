"""Tables as Parquet files: ``<folder>/<table>.parquet``, the same bytes for the same rows.

In: rows as dictionaries (a column left out is null). Out: a file sorted as the contract says, with the
contract's schema and its metadata and nothing else (no pandas metadata, no clock).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.tables.contract import Column, Contract, contract

Row = dict[str, Any]


class ContractError(ValueError):
    """Rows that break the contract of their table; the message names table, column and row."""


def path(name: str, folder: Path) -> Path:
    """Where a table lies in a folder."""
    return folder / f"{name}.parquet"


def write(name: str, rows: Iterable[Row], folder: Path) -> Path:
    """Write the rows of a table, sorted; raises ContractError where they break its contract."""
    agreed = contract(name)
    ordered = sorted(rows, key=lambda row: tuple(row[column] for column in agreed.sort))
    _check_names(agreed, ordered)
    arrays = [_array(agreed, column, ordered) for column in agreed.columns]
    folder.mkdir(parents=True, exist_ok=True)
    target = path(name, folder)
    pq.write_table(pa.Table.from_arrays(arrays, schema=agreed.schema), target, compression="zstd")
    return target


def read(name: str, folder: Path) -> pa.Table:
    """A table as Arrow; raises ContractError where its schema is not the contract's."""
    source = path(name, folder)
    if not source.is_file():
        raise FileNotFoundError(f"{source}: the table {name} is not there; run the stage that writes it")
    table = pq.read_table(source)
    differences = schema_differences(name, table.schema)
    if differences:
        raise ContractError(f"{source}: {'; '.join(differences)}; run the stage that writes it again")
    return table


def rows(name: str, folder: Path) -> list[Row]:
    """A table as a list of dictionaries: amounts as Decimal, dates as `datetime.date`."""
    return read(name, folder).to_pylist()


def schema_differences(name: str, schema: pa.Schema) -> list[str]:
    """What separates a schema from the contract's, a sentence each; empty when nothing does."""
    expected = contract(name).schema
    missing = [f"column {field} is missing" for field in expected.names if field not in schema.names]
    unknown = [f"column {field} is not in the contract" for field in schema.names if field not in expected.names]
    both = [field for field in expected.names if field in schema.names]
    wrong = [
        f"column {field} is {schema.field(field).type}, expected {expected.field(field).type}"
        for field in both
        if not schema.field(field).type.equals(expected.field(field).type)
    ]
    order = [] if missing or unknown or schema.names == expected.names else ["columns are in another order"]
    return missing + unknown + wrong + order


def _check_names(agreed: Contract, rows: Sequence[Row]) -> None:
    known = {column.name for column in agreed.columns}
    for row in rows:
        unknown = row.keys() - known
        if unknown:
            raise ContractError(f"table {agreed.name} has no column {', '.join(sorted(unknown))}: {row}")


def _array(agreed: Contract, column: Column, rows: Sequence[Row]) -> pa.Array:
    values = [row.get(column.twin_of or column.name) for row in rows]
    if column.twin_of:
        return pa.array([None if value is None else float(value) for value in values], pa.float64())
    _check_values(agreed, column, values, rows)
    try:
        return _encoded(column, values)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ContractError(f"table {agreed.name}, column {column.name}: {error}") from error


def _encoded(column: Column, values: Sequence[Any]) -> pa.Array:
    """A closed list is written with all its values in the contract's order, so that codes are stable."""
    if not column.values:
        return pa.array(values, column.field.type)
    codes = {value: code for code, value in enumerate(column.values)}
    indices = pa.array([None if value is None else codes[value] for value in values], pa.int16())
    return pa.DictionaryArray.from_arrays(indices, pa.array(column.values, pa.string()))


def _check_values(agreed: Contract, column: Column, values: Sequence[Any], rows: Sequence[Row]) -> None:
    allowed = set(column.values or ())
    for value, row in zip(values, rows):
        if value is None and not column.nullable:
            problem = "is null"
        elif allowed and value is not None and value not in allowed:
            problem = f"is {value!r}, none of {', '.join(column.values or ())}"
        else:
            continue
        where = ", ".join(f"{name}={row.get(name)}" for name in agreed.key)
        raise ContractError(f"table {agreed.name}, column {column.name} {problem} where {where}")
