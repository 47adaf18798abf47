"""Units and currencies by their canonical ids, with exact factors.

In: ``seeds/reference/units.csv`` and ``currencies.csv``. Out: `Unit` and `Currency` values. Judgements: a unit has a
factor to its dimension's base unit, calendar time (months) and clock time (seconds) are different dimensions, and
money has no factors here: rates have dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from pipeline.reference import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its kind of quantity, the dimension it measures and its factor to that dimension's base."""

    id: str
    kind: str
    dimension: str
    factor: Fraction
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency (or a traded coin) and the signs it is written with."""

    code: str
    decimals: int
    symbols: tuple[str, ...]


def fraction(text: str) -> Fraction:
    """`400/121`, `0.3048` or `1000/3600`, exactly."""
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or "1")


def symbols(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(sign for sign in row["symbols"].split("|") if sign)


@cache
def units() -> dict[str, Unit]:
    """Every unit by id."""
    return {
        row["unit"]: Unit(row["unit"], row["kind"], row["dimension"], fraction(row["factor"]), symbols(row))
        for row in table("units")
    }


@cache
def currencies() -> dict[str, Currency]:
    """Every currency by code."""
    rows = table("currencies")
    return {row["currency"]: Currency(row["currency"], int(row["decimals"]), symbols(row)) for row in rows}


def kind_of(unit: str) -> str:
    """The kind of quantity that a unit id or currency code measures; ``other`` when unknown."""
    if unit in currencies():
        return "money"
    return units()[unit].kind if unit in units() else "other"
