"""A Great Expectations expectation out of a function about one row.

In: a function named ``expect_…`` whose positional parameters are columns and whose keyword-only
parameters are lookups into other tables (`pipeline.quality.lookups`). It gets one row's values, null as
None, and says whether they are right. Out: a registered expectation of the same name, usable in a
suite as ``{"type": "expect_…", "kwargs": {"folder": …}}``; the folder is where the tables lie.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd
from great_expectations.compatibility import pydantic
from great_expectations.core.suite_parameters import SuiteParameterDict
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import (
    MulticolumnMapMetricProvider,
    multicolumn_condition_partial,
)

from pipeline.quality.lookups import lookup
from pipeline.quality.telling import Told

Judge = Callable[..., bool]
ROW_EXPECTATIONS: dict[str, type] = {}


class RowExpectation(Told, MulticolumnMapExpectation):
    """What the expectations made here share: nulls are judged too, and the columns are the function's."""

    folder: str | SuiteParameterDict
    ignore_row_if: Literal["never"] = "never"
    columns: ClassVar[tuple[str, ...]] = ()
    success_keys: ClassVar[tuple[str, ...]] = ("folder", "mostly")
    args: ClassVar[tuple[str, ...]] = ("column_list", "folder")

    @pydantic.validator("column_list", allow_reuse=True)
    def _validate_column_list(cls, named: list[str]) -> list[str]:
        """A suite need not repeat the columns and cannot change them."""
        if set(named) != set(cls.columns):
            raise ValueError(f"this expectation reads the columns {', '.join(cls.columns)}")
        return named


def row_expectation(judge: Judge) -> Judge:
    """Register the function as an expectation; returns it unchanged, so that it can be called."""
    parameters = inspect.signature(judge).parameters.values()
    columns = [item.name for item in parameters if item.kind is not item.KEYWORD_ONLY]
    lookups = [item.name for item in parameters if item.kind is item.KEYWORD_ONLY]
    metric = f"rows.{judge.__name__}"
    _metric(metric, judge, columns, lookups)
    ROW_EXPECTATIONS[judge.__name__] = _expectation(metric, judge, columns)
    return judge


def _metric(metric: str, judge: Judge, columns: list[str], lookups: list[str]) -> type:
    notes = [judge.__annotations__[column] for column in columns]
    required = [place for place, note in enumerate(notes) if "None" not in note]

    class RowMetric(MulticolumnMapMetricProvider):
        condition_metric_name = metric
        condition_value_keys = ("folder",)

        @multicolumn_condition_partial(engine=PandasExecutionEngine)
        def _pandas(cls, frame: pd.DataFrame, folder: str, **_: Any) -> pd.Series:
            known = {name: lookup(name, folder) for name in lookups}
            values = zip(*(_plain(frame.iloc[:, place]) for place in range(len(columns))))
            told = [_incomplete(row, required) or bool(judge(*row, **known)) for row in values]
            return pd.Series(told, frame.index, dtype=bool)

    return RowMetric


def _incomplete(row: tuple[Any, ...], required: list[int]) -> bool:
    """A null where the function takes none is the not-null expectation's to report, once."""
    return any(row[place] is None for place in required)


def _plain(column: pd.Series) -> list[Any]:
    """Python values, null as None whatever the column's type."""
    return column.astype(object).where(column.notna(), None).replace({np.nan: None}).tolist()


def _expectation(metric: str, judge: Judge, columns: list[str]) -> type:
    name = "".join(part.capitalize() for part in judge.__name__.split("_"))
    said = {
        "__doc__": judge.__doc__,
        "__module__": judge.__module__,
        "__annotations__": {"column_list": list[str]},
        "column_list": columns * 2 if len(columns) == 1 else columns,  # the engine wants two at least
        "columns": tuple(columns),
        "map_metric": metric,
    }
    return type(RowExpectation)(name, (RowExpectation,), said)
