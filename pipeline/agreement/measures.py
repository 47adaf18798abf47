"""Units on one scale: 7 GW and 7,000 MW are the same size.

In: a kind and a unit of the contract. Out: a `Measure`, the dimension it belongs to and how its
numbers reach the dimension's scale. Judgement: a unit without a row in ``seeds/reference/units.csv``
(counter classes, scores) is a dimension of its own; money is scaled by the dated rate of its claim,
not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.reference import table


@dataclass(frozen=True, slots=True)
class Measure:
    """scaled = (stated + offset) × factor."""

    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    def scaled(self, stated: Decimal) -> Decimal:
        """A stated number on the dimension's scale."""
        return (stated + self.offset) * self.factor

    def stated(self, scaled: Decimal) -> Decimal:
        """A number of the dimension's scale in this unit."""
        return scaled / self.factor - self.offset

    def times(self, rate: Decimal) -> Measure:
        """The same unit on a scale that is `rate` times as fine."""
        return Measure(self.dimension, self.factor * rate, self.offset)


@cache
def measure(kind: str, unit: str | None) -> Measure:
    """The measure of a unit."""
    row = _units().get((kind, unit))
    if row is None or not row["factor"]:
        return Measure(f"{kind}:{unit}")
    over, _, under = row["factor"].partition("/")
    return Measure(f"{kind}:{row['dimension']}", Decimal(over) / Decimal(under or 1), Decimal(row["offset"] or 0))


@cache
def _units() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["kind"], row["unit"]): row for row in table("units")}
