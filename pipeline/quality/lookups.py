"""What a check of one row needs to know of other tables, read once a folder.

In: the name of a lookup and the folder of the tables. Out: a mapping. A new lookup is a function here;
`forget` empties the store, for a folder that was written again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline import reference
from pipeline.tables import Row, path


@cache
def lookup(name: str, folder: str) -> Mapping[Any, Any] | frozenset[Any]:
    """The lookup of that name over the tables of a folder; KeyError lists the names there are."""
    if name not in LOOKUPS:
        raise KeyError(f"no lookup {name!r}; there are {', '.join(sorted(LOOKUPS))}")
    return LOOKUPS[name](Path(folder))


def forget() -> None:
    """Read everything anew from now on."""
    lookup.cache_clear()
    values.cache_clear()


@cache
def values(target: str, folder: str) -> frozenset[Any]:
    """All values of ``table.column``."""
    table, column = target.split(".")
    return frozenset(row[column] for row in _columns(Path(folder), table, column))


def following(starts: list[int], start: int) -> int | None:
    """The next of the sorted starts after `start`."""
    position = bisect_right(starts, start)
    return starts[position] if position < len(starts) else None


def _columns(folder: Path, table: str, *columns: str) -> list[Row]:
    return pq.read_table(path(table, folder), columns=list(columns)).to_pylist()


def _texts(folder: Path) -> dict[str, str]:
    return {row["doc_id"]: row["text"] for row in _columns(folder, "documents", "doc_id", "text")}


def _starts(table: str) -> Callable[[Path], dict[str, list[int]]]:
    """Document to the sorted starts of a table's rows."""

    def read(folder: Path) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for row in _columns(folder, table, "doc_id", "start"):
            if row["start"] is not None:
                found[row["doc_id"]].append(row["start"])
        return {doc_id: sorted(starts) for doc_id, starts in found.items()}

    return read


def _sections(folder: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Document to its sections (start, end, kind)."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in _columns(folder, "sections", "doc_id", "start", "end", "kind"):
        found[row["doc_id"]].append((row["start"], row["end"], row["kind"]))
    return found


def _rows(table: str, key: str, *columns: str) -> Callable[[Path], dict[str, Row]]:
    """Key to the row's other columns."""
    return lambda folder: {row[key]: row for row in _columns(folder, table, key, *columns)}


def _counts(table: str, column: str, *, only: str | None = None) -> Callable[[Path], Counter[str]]:
    """How many rows of a table name each value of a column; `only` is a boolean column."""

    def read(folder: Path) -> Counter[str]:
        wanted = (column, only) if only else (column,)
        return Counter(row[column] for row in _columns(folder, table, *wanted) if not only or row[only])

    return read


def _ids(table: str) -> Callable[[Path], frozenset[str]]:
    """The first column of a reference table, which lies with the seeds whatever the folder."""
    return lambda _: frozenset(next(iter(row.values())) for row in reference.table(table))


def _dimensions(_: Path) -> dict[str, set[str]]:
    """Kind to the units it may have: what the units table says, currencies for money."""
    allowed: defaultdict[str, set[str]] = defaultdict(set)
    for row in reference.table("units"):
        allowed[row["kind"]].add(row["unit"])
    allowed["money"] = {row["currency"] for row in reference.table("currencies")}
    return allowed


LOOKUPS: dict[str, Callable[[Path], Any]] = {
    "texts": _texts,
    "sections": _sections,
    "section_starts": _starts("sections"),
    "sentence_starts": _starts("sentences"),
    "quantity_starts": _starts("quantities"),
    "sentences": _rows("sentences", "sentence_id", "doc_id", "start", "end", "section"),
    "quantities": _rows(
        "quantities", "quantity_id", "doc_id", "start", "end", "kind", "unit", "per", "low", "high", "bound", "status"
    ),
    "claims": _rows("claims", "claim_id", "doc_id", "subject_id", "kind", "quote_start", "quote_end"),
    "facts": _rows("facts", "fact_id", "status"),
    "members": _counts("fact_claims", "fact_id"),
    "agreeing": _counts("fact_claims", "fact_id", only="agrees"),
    "spans": _counts("finding_spans", "finding_id"),
    "claimed": _counts("claims", "quantity_id"),
    "metrics": _ids("metrics"),
    "entities": _ids("entities"),
    "units": _dimensions,
}
