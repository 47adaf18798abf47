"""A Great Expectations expectation that values of one table stand in a column of another.

In: a column, its ``target`` (``table.column``) and the folder of the tables. Null refers to nothing and
passes.
"""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from great_expectations.core.suite_parameters import SuiteParameterDict
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import ColumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import (
    ColumnMapMetricProvider,
    column_condition_partial,
)

from pipeline.quality.lookups import values
from pipeline.quality.telling import Told


class ColumnValuesReferTo(ColumnMapMetricProvider):
    """Whether each value stands in the target column."""

    condition_metric_name = "column_values.refer_to"
    condition_value_keys = ("target", "folder")

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, target: str, folder: str, **_: Any) -> pd.Series:
        known = values(target, folder)
        return pd.Series([value in known for value in column], column.index, dtype=bool)


class ExpectColumnValuesToReferTo(Told, ColumnMapExpectation):
    """Every value stands in a column of another table."""

    target: str
    folder: str | SuiteParameterDict
    map_metric: ClassVar[str] = "column_values.refer_to"
    success_keys: ClassVar[tuple[str, ...]] = ("target", "folder", "mostly")
    args: ClassVar[tuple[str, ...]] = ("column", "target", "folder")
