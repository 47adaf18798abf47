"""The tables of one state of the project, and what of them is worth a look.

In: the folder in which they were made. Out: `Tables`, as Arrow. Judgement: a corpus is large and a change small,
so what is the same in the old and the new state, documents with all their rows and facts, is left out before
rows become objects; a document that differs at all keeps every row, because rows are told apart by the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.comparison.ingredients import read as recipe

PLACE = ("doc_id", "start", "end", "surface")
NEEDED = {
    "documents": ("doc_id", "text", "sha256"),
    "quantities": ("quantity_id", *PLACE),
    "claims": ("claim_id", "doc_id", "quantity_id", "quote", "quote_start"),
    "facts": ("fact_id",),
    "findings": ("finding_id", "code", "fact_id", *PLACE),
}
OF_DOCUMENTS = ("documents", "quantities", "claims", "findings")
AT_ONCE = 1000
Tables = Mapping[str, pa.Table]


def read(folder: Path) -> Tables:
    """The tables that were made in a folder; KeyError for a column that comparing needs."""
    where = recipe(folder).table
    found = {name: pq.read_table(folder / where(name)) for name in NEEDED}
    for name, columns in NEEDED.items():
        if missing := [column for column in columns if column not in found[name].column_names]:
            raise KeyError(f"{name} has no {', '.join(missing)}")
    return found


def unlike(states: Sequence[Tables]) -> list[Tables]:
    """The tables without the documents and facts that the first and the last state have alike."""
    ends = states[0], states[-1]
    documents = _alike(*(_digests([state[name] for name in OF_DOCUMENTS], "doc_id") for state in ends))
    left = [_left(state, OF_DOCUMENTS, "doc_id", documents) for state in states]
    told = {name for state in left for name in state["findings"]["fact_id"].to_pylist()}
    facts = _alike(*(_digests([state["facts"]], "fact_id") for state in ends)) - told
    return [_left(state, ("facts",), "fact_id", facts) for state in left]


def _digests(some: Sequence[pa.Table], key: str) -> dict[str, int]:
    """Key to a hash of every row that has it, in order."""
    found: dict[str, int] = {}
    for table in some:
        for batch in table.to_batches(max_chunksize=AT_ONCE):
            for row in batch.to_pylist():
                found[row[key]] = hash((found.get(row[key]), repr(row)))
    return found


def _alike(old: Mapping[str, int], new: Mapping[str, int]) -> set[str]:
    """The keys whose rows are the same in both."""
    return {name for name, digest in old.items() if new.get(name) == digest}


def _left(state: Tables, names: Sequence[str], key: str, without: Collection[str]) -> Tables:
    """The state, some of its tables without the rows of some keys."""
    values = pa.array(sorted(without), pa.string())
    return {**state, **{name: state[name].filter(pc.invert(pc.is_in(state[name][key], values))) for name in names}}
