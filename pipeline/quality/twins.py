"""A Great Expectations expectation that a float64 twin says what its amount says.

In: a column list of the twin and its amount. A twin is the float nearest to the decimal, null where
that is null; so a table edited by hand in one of the two is found.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar, Literal

import pandas as pd
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import (
    MulticolumnMapMetricProvider,
    multicolumn_condition_partial,
)

from pipeline.quality.telling import Told


class FloatOfAmount(MulticolumnMapMetricProvider):
    """Whether the first column's float is the second column's decimal."""

    condition_metric_name = "rows.float_of_amount"

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, pair: pd.DataFrame, **_: Any) -> pd.Series:
        told = [_equal(*values) for values in zip(*(pair[name].astype(object) for name in pair.columns))]
        return pd.Series(told, pair.index, dtype=bool)


def _equal(twin: float | None, amount: Decimal | None) -> bool:
    if pd.isna(twin) or pd.isna(amount):
        return bool(pd.isna(twin)) and bool(pd.isna(amount))
    return twin == float(amount)


class ExpectFloatToEqualAmount(Told, MulticolumnMapExpectation):
    """A float twin is the float nearest to its amount."""

    ignore_row_if: Literal["never"] = "never"
    map_metric: ClassVar[str] = "rows.float_of_amount"
