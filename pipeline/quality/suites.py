"""The suites in ``expectations/``: one JSON file a table, in the form Great Expectations loads.

What a contract says (not null, closed lists, forms, minima, unique keys, references) is written into
the suite by `renew` and marked ``"meta": {"from": "contract"}``; so is the row count, whose range comes
from the baseline when the suite runs. The rest is written by hand and left as it is. A test compares.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.tables import READING_ORDER, Column, Contract, contract

FOLDER = Path(__file__).resolve().parents[2] / "expectations"
CHECKED = tuple(name for name in READING_ORDER if name != "validation")
Expectation = dict[str, Any]
Suite = dict[str, Any]


class SuiteError(ValueError):
    """A suite that Great Expectations does not take as it stands."""


def load(table: str, folder: Path = FOLDER) -> Suite:
    """A table's suite; FileNotFoundError says how to make one."""
    source = folder / f"{table}.json"
    if not source.is_file():
        remedy = "write it with python -m pipeline.validate --write-suites"
        raise FileNotFoundError(f"{source}: no suite for {table}; {remedy}")
    return json.loads(source.read_text(encoding="utf-8"))


def by_hand(suite: Suite) -> list[Expectation]:
    """What the suite says beyond the contract."""
    return [item for item in suite["expectations"] if item.get("meta", {}).get("from") != "contract"]


def renew(folder: Path = FOLDER) -> list[Path]:
    """Write what the contracts say into every suite, keeping what was written by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_renew(table, folder) for table in CHECKED]


def _renew(table: str, folder: Path) -> Path:
    target = folder / f"{table}.json"
    kept = by_hand(load(table, folder)) if target.is_file() else []
    suite = {"name": table, "expectations": from_contract(contract(table)) + kept}
    target.write_text(json.dumps(suite, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return target


def from_contract(agreed: Contract) -> list[Expectation]:
    """The expectations that a contract says."""
    said = [_row_count(), _key(agreed)]
    return said + [item for column in agreed.columns for item in _column(column)]


def _row_count() -> Expectation:
    bounds = {"min_value": {"$PARAMETER": "min_rows"}, "max_value": {"$PARAMETER": "max_rows"}}
    return _expect("table_row_count_to_be_between", severity="warning", **bounds)


def _key(agreed: Contract) -> Expectation:
    if len(agreed.key) == 1:
        return _expect("column_values_to_be_unique", column=agreed.key[0])
    return _expect("compound_columns_to_be_unique", column_list=list(agreed.key))


def _column(column: Column) -> list[Expectation]:
    """What the contract says of one column; a float twin repeats its amount and is checked against it."""
    if column.twin_of:
        return [_expect("float_to_equal_amount", column_list=[column.name, column.twin_of])]
    said = []
    if not column.nullable:
        said.append(_expect("column_values_to_not_be_null", column=column.name))
    if column.values:
        said.append(_expect("column_values_to_be_in_set", column=column.name, value_set=list(column.values)))
    if column.form:
        said.append(_expect("column_values_to_match_regex", column=column.name, regex=f"^(?:{column.form})$"))
    if column.minimum is not None:
        said.append(_expect("column_values_to_be_between", column=column.name, min_value=column.minimum))
    if column.references:
        place = {"target": column.references, "folder": {"$PARAMETER": "folder"}}
        said.append(_expect("column_values_to_refer_to", column=column.name, **place))
    return said


def _expect(name: str, severity: str = "critical", **kwargs: Any) -> Expectation:
    return {"type": f"expect_{name}", "kwargs": kwargs, "severity": severity, "meta": {"from": "contract"}}
