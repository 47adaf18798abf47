"""What a rule checks, and the whole way of one row, in text.

In: the code of a rule, or the id of a quantity, claim, fact or finding and the folder of its tables. Out:
lines for a terminal. The way of a row is what it rests on and what rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pipeline import tables
from pipeline.evidence.finding import Fires, Silent
from pipeline.rules import documentation, rules
from pipeline.tables import Row

TABLES = {"q": "quantities", "c": "claims", "f": "facts", "n": "findings", "d": "dates", "s": "sentences"}
UNTOLD = ("_id", "_f64", "start", "end", "quote", "text", "extractor")


def rule_list() -> str:
    """A line a rule: code, severity, name, and what it catches."""
    lines = [
        f"{rule.code}  {rule.severity:<8} {rule.name:<26} {documentation(rule.code).splitlines()[0]}"
        for rule in rules().values()
    ]
    return "\n".join(lines)


def explain_rule(code: str) -> str:
    """A rule's documentation with its tolerance and its examples; KeyError lists the codes there are."""
    text = documentation(code)
    rule = rules()[code]
    head = f"{rule.code} {rule.name} ({rule.severity})\n\n{text}\n\nTolerance: {rule.tolerance}."
    fires, silent = ([_example(one) for one in rule.examples if isinstance(one, kind)] for kind in (Fires, Silent))
    return "\n".join([head, "", "Finds:", *fires, "", "Passes:", *silent])


def _example(example: Fires | Silent) -> str:
    """The documents of an example on one line, with the day they are of and what is suggested."""
    day = f" ({example.published})" if example.published else ""
    suggestion = example.suggestion if isinstance(example, Fires) else None
    told = "  //  ".join(" / ".join(text.split("\n\n")) for text in example.texts)
    return f"  {told}{day}{f'  → {suggestion}' if suggestion else ''}"


def explain_row(row_id: str, folder: Path) -> str:
    """The whole way of a row; KeyError when no table of the folder has it."""
    name = TABLES.get(row_id.partition("-")[0])
    row = _row(name, row_id, folder) if name else None
    if row is None:
        raise KeyError(f"{row_id}: no such rule, and no such row in {folder}")
    return "\n".join(_way(name, row, folder))


def _way(name: str, row: Row, folder: Path) -> Iterator[str]:
    yield from _told(name, row)
    if "start" in row and "doc_id" in row:
        yield from _words(row, folder)
    for title, more in _related(name, row, folder):
        for other in more:
            yield ""
            yield from _told(title, other)


def _told(name: str, row: Row) -> Iterator[str]:
    """The id, then every column that says something."""
    key = tables.contract(name).key[0]
    yield f"{name} {row[key]}"
    for column, value in row.items():
        if value not in (None, [], False) and not column.endswith(UNTOLD):
            yield f"    {column:<18} {_shown(value)}"


def _words(row: Row, folder: Path) -> Iterator[str]:
    document = _row("documents", row["doc_id"], folder)
    line = document["text"].count("\n", 0, row["start"]) + 1
    begin = document["text"].rfind("\n", 0, row["start"]) + 1
    end = document["text"].find("\n", row["end"])
    yield f"    {'stands in':<18} {document['source_path']}, line {line}, characters {row['start']} to {row['end']}"
    yield f"    {'line':<18} {document['text'][begin : end if end >= 0 else None].strip()}"


def _related(name: str, row: Row, folder: Path) -> Iterator[tuple[str, list[Row]]]:
    """The rows that this one rests on and that rest on it, by table."""
    if name == "quantities":
        yield "claims", _where("claims", "quantity_id", row["quantity_id"], folder)
    if name == "claims":
        yield "quantities", _where("quantities", "quantity_id", row["quantity_id"], folder)
        yield "roles", _where("roles", "claim_id", row["claim_id"], folder)
        links = _where("fact_claims", "claim_id", row["claim_id"], folder)
        yield "facts", [_row("facts", link["fact_id"], folder) for link in links]
        spans = _where("finding_spans", "claim_id", row["claim_id"], folder)
        yield "findings", [_row("findings", id_, folder) for id_ in sorted({span["finding_id"] for span in spans})]
    if name == "facts":
        links = _where("fact_claims", "fact_id", row["fact_id"], folder)
        yield "claims", [_row("claims", link["claim_id"], folder) for link in links]
        yield "findings", _where("findings", "fact_id", row["fact_id"], folder)
    if name == "findings":
        yield "finding_spans", _where("finding_spans", "finding_id", row["finding_id"], folder)


def _row(name: str, key: str, folder: Path) -> Row | None:
    return next(iter(_where(name, tables.contract(name).key[0], key, folder)), None)


def _where(name: str, column: str, value: str, folder: Path) -> list[Row]:
    return [row for row in tables.rows(name, folder) if row[column] == value]


def _shown(value: object) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
