"""The tables: their contracts, their ids, reading and writing them as Parquet."""

from pipeline.tables.contract import READING_ORDER, Column, Contract, contract, names, vocabulary
from pipeline.tables.ids import mention_ids, row_id
from pipeline.tables.storage import ContractError, Row, path, read, rows, schema_differences, write

__all__ = [
    "READING_ORDER",
    "Column",
    "Contract",
    "ContractError",
    "Row",
    "contract",
    "mention_ids",
    "names",
    "path",
    "read",
    "row_id",
    "rows",
    "schema_differences",
    "vocabulary",
    "write",
]
