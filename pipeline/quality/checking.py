"""Run a table's suite with Great Expectations.

In: an Arrow table, its suite, the folder of the other tables, the baseline. Out: one `Outcome` an
expectation, in the suite's order. Judgements: Great Expectations drops an expectation that it does not
know, so a shorter suite is an error; an expectation that raised has failed; severity is ours to weigh.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import great_expectations as gx
import pandas as pd
import pyarrow as pa
from great_expectations.data_context import AbstractDataContext

from pipeline.parameters import Parameters
from pipeline.quality import across_tables, references, single_rows, twins
from pipeline.quality.baseline import Baseline
from pipeline.quality.row_expectations import ROW_EXPECTATIONS
from pipeline.quality.suites import Expectation, Suite, SuiteError
from pipeline.tables import contract

OURS = (across_tables, references, single_rows, twins)  # importing them registers their expectations
KEY_SEPARATOR = " · "
SHORT_SET = 4  # values that a name can hold


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one expectation; the fields are those of the table `validation`."""

    table: str
    expectation: str
    column: str
    severity: str
    success: bool
    observed: str | None
    unexpected_count: int
    sample_ids: tuple[str, ...]


def new_context() -> AbstractDataContext:
    """What Great Expectations keeps suites and results in: in memory, and it says nothing."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    return context


def check(
    table: str,
    rows: pa.Table,
    suite: Suite,
    folder: Path,
    baseline: Baseline,
    parameters: Parameters,
    context: AbstractDataContext | None = None,
) -> list[Outcome]:
    """The outcome of every expectation of the suite over the rows; SuiteError for a suite with a fault.

    A context that is given keeps the suite and its results, for `pipeline.quality.data_docs`.
    """
    context = context or new_context()
    loaded = _load(table, suite)
    asset = context.data_sources.add_pandas(table).add_dataframe_asset(table)
    batch = asset.add_batch_definition_whole_dataframe("all")
    definition = gx.ValidationDefinition(name=table, data=batch, suite=context.suites.add(loaded))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = context.validation_definitions.add(definition).run(
            batch_parameters={"dataframe": _frame(rows)},
            expectation_parameters=_suite_parameters(table, folder, baseline, parameters),
            result_format=_result_format(table, parameters.quality.sample_ids),
        )
    ordered = sorted(result.results, key=lambda item: item.expectation_config.meta["place"])
    return [_outcome(table, item) for item in ordered]


def _load(table: str, suite: Suite) -> gx.ExpectationSuite:
    placed = [item | {"meta": {"place": place}} for place, item in enumerate(suite["expectations"])]
    loaded = gx.ExpectationSuite(name=table, expectations=placed)
    known = [item.expectation_type for item in loaded.expectations]
    said = [item["type"] for item in suite["expectations"]]
    if known != said:
        lost = sorted(set(said) - set(known)) or sorted(said)
        raise SuiteError(
            f"expectations/{table}.json: {len(said)} expectations, of which {len(known)} could be loaded; "
            f"correct the name, severity or columns of {', '.join(lost)}"
        )
    return loaded


def _frame(rows: pa.Table) -> pd.DataFrame:
    """Arrow types kept, dictionaries as their values: decimals stay decimals, nulls stay nulls."""
    plain = [column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column for column in rows.columns]
    return pa.table(plain, names=rows.column_names).to_pandas(types_mapper=pd.ArrowDtype)


def _suite_parameters(table: str, folder: Path, baseline: Baseline, parameters: Parameters) -> dict[str, Any]:
    """What a suite names with ``$PARAMETER``."""
    fewest, most = baseline.range(table)
    return {
        "folder": str(folder),
        "min_rows": fewest,
        "max_rows": most,
        "first_day": single_rows.FIRST_DAY,
        "as_of": parameters.as_of,
    }


def _result_format(table: str, samples: int) -> dict[str, Any]:
    return {
        "result_format": "SUMMARY",
        "partial_unexpected_count": samples,
        "unexpected_index_column_names": list(contract(table).key),
    }


def _outcome(table: str, item: Any) -> Outcome:
    configured: Expectation = item.expectation_config.to_json_dict()
    found = item.result or {}
    return Outcome(
        table,
        named(configured),
        columns_of(configured),
        str(configured["severity"]),
        bool(item.success),
        _raised(item) or _observed(found, configured["kwargs"]),
        int(found.get("unexpected_count") or 0),
        _samples(table, found),
    )


def named(configured: Expectation) -> str:
    """The expectation's name with what makes it this one: its limits, condition, and part of rows."""
    kwargs = configured["kwargs"]
    details = (_limits(kwargs), _condition(kwargs), _share(kwargs))
    return " ".join([configured["type"], *filter(None, details)])


def _limits(kwargs: Expectation) -> str:
    """A short set, a range, or what is referred to; the range of row counts is told with the count."""
    if "target" in kwargs:
        return kwargs["target"]
    if "value_set" in kwargs and len(kwargs["value_set"]) <= SHORT_SET:
        return ", ".join(kwargs["value_set"])
    if "column" in kwargs and "min_value" in kwargs:
        return _range(kwargs["min_value"], kwargs.get("max_value"))
    return ""


def _range(low: Any, high: Any) -> str:
    told = [f"{end:g}" if isinstance(end, float) else str(end) for end in (low, high) if end is not None]
    return " to ".join(told) if len(told) > 1 else f"from {told[0]}"


def _condition(kwargs: Expectation) -> str:
    if "row_condition" not in kwargs:
        return ""
    condition = kwargs["row_condition"]
    return f"where {condition['column']['name']} {condition['operator']} {condition['parameter']}"


def _share(kwargs: Expectation) -> str:
    return f"for {kwargs['mostly']:.0%}" if kwargs.get("mostly", 1) != 1 else ""


def columns_of(configured: Expectation) -> str:
    """The column or columns; those of a function about rows are the function's own."""
    kwargs, ours = configured["kwargs"], ROW_EXPECTATIONS.get(configured["type"])
    if ours:
        return ", ".join(ours.columns)
    return kwargs["column"] if "column" in kwargs else ", ".join(kwargs.get("column_list", ()))


def _raised(item: Any) -> str | None:
    """The message of an expectation that could not be computed."""
    raised = item.exception_info or {}
    if raised.get("raised_exception"):
        return raised["exception_message"]
    several = [one for one in raised.values() if isinstance(one, dict)]
    messages = [one["exception_message"] for one in several if one.get("raised_exception")]
    return messages[0] if messages else None


def _observed(found: dict[str, Any], kwargs: dict[str, Any]) -> str | None:
    if "observed_value" in found:
        known = kwargs.get("max_value") is not None
        expected = f", expected {_range(kwargs['min_value'], kwargs['max_value'])}" if known else ", no baseline"
        return f"{found['observed_value']} rows{expected}"
    if "element_count" in found:
        return f"{found.get('unexpected_count') or 0} of {found['element_count']} rows"
    return None


def _samples(table: str, found: dict[str, Any]) -> tuple[str, ...]:
    """The keys of rows that break it."""
    rows = found.get("partial_unexpected_index_list") or []
    return tuple(KEY_SEPARATOR.join(_key(row.get(name)) for name in contract(table).key) for row in rows)


def _key(value: Any) -> str:
    return "null" if pd.isna(value) else str(value)
