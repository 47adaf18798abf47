"""Parquet: a document a row, with the columns that JSON Lines has as fields.

Columns it does not know are not read. Judgements: the SHA-256 of a row is that of its known columns as
JSON with sorted names, since a row has no bytes of its own; a file is read batch by batch, and one that
breaks in the middle keeps the rows before and is a reject from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.parameters import DocumentParameters
from pipeline.readers.fields import record_of
from pipeline.readers.metadata import FIELDS
from pipeline.readers.source import BadInput, Record, Reject, Source, digest, too_large

EXTENSIONS = (".parquet",)
BATCH = 256


def read(source: Source, parameters: DocumentParameters) -> Iterator[Record | Reject]:
    """A record or reject for every row; BadInput for a file that is no Parquet or has no text."""
    try:
        with pq.ParquetFile(source.path) as table:
            columns = _columns(table.schema_arrow)
            if not table.metadata.num_rows:
                raise BadInput("empty", "the table has no rows; remove the file or fill it")
            rows = (row for batch in table.iter_batches(BATCH, columns=columns) for row in batch.to_pylist())
            for number, row in enumerate(rows, start=1):
                yield _row(row, source, number, parameters.max_bytes)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise BadInput(
            "malformed", f"not a Parquet file that can be read: {' '.join(str(error).split())[:200]}"
        ) from error


def _columns(schema: pa.Schema) -> list[str]:
    if "text" not in schema.names:
        raise BadInput("missing-column", f"expected a column `text`, found {', '.join(schema.names)[:200]}")
    return [name for name in schema.names if name in ("id", "text", *FIELDS)]


def _row(row: dict[str, Any], source: Source, number: int, max_bytes: int) -> Record | Reject:
    content = json.dumps(row, ensure_ascii=True, sort_keys=True, default=str).encode()
    sha256 = digest(content)
    try:
        text = row["text"]
        size = len(text.encode()) if isinstance(text, str) else 0
        if size > max_bytes:
            raise too_large(size, max_bytes)
        return record_of(row, source, number, sha256)
    except BadInput as error:
        return Reject(source.shown, number, sha256, error.reason, error.detail)
