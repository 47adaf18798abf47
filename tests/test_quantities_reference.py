"""Units and currencies: exact factors, and every unit that a language's tables name is known."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from pipeline.languages import folders, table
from pipeline.quantities.reference import convert, currencies, kind_of, units
from pipeline.tables import vocabulary

LANGUAGES = Path(__file__).parents[1] / "pipeline" / "languages"
LOCAL = {"-", "ng", "majigi", "Sv", "other"}  # named in one language's table, convertible to nothing


@pytest.mark.parametrize(
    ("amount", "source", "target", "expected"),
    [
        ("121", "pyeong", "m2", Fraction(400)),
        ("1", "mi", "km", Fraction("1.609344")),
        ("1", "acre", "m2", Fraction("4046.8564224")),
        ("212", "°F", "°C", Fraction(100)),
        ("-40", "°C", "°F", Fraction(-40)),
        ("1", "GWh", "kWh", Fraction(1_000_000)),
        ("1", "lb", "g", Fraction("453.59237")),
        ("3", "year", "month", Fraction(36)),
        ("1", "bbl", "L", Fraction("158.987294928")),
    ],
)
def test_factors_are_exact(amount, source, target, expected):
    assert convert(Decimal(amount), source, target) == expected


@pytest.mark.parametrize(("source", "target"), [("km", "kg"), ("year", "day"), ("USD", "KRW"), ("m", "nothing")])
def test_what_does_not_measure_the_same_does_not_convert(source, target):
    assert convert(Decimal(1), source, target) is None


def test_every_unit_of_every_language_is_known():
    named = {
        row["unit"] for code in folders() for name in ("units", "counters", "currencies") for row in table(code, name)
    }
    named |= {row["unit"] for code in folders() for row in table(code, "wholes")}
    assert named - {""} - set(units()) - set(currencies()) <= LOCAL


def test_kinds_are_those_of_the_contract():
    kinds = {unit.kind for unit in units().values()} | {kind_of(code) for code in currencies()}
    assert kinds <= set(vocabulary()["kind"])


def test_there_are_enough_counters_and_currencies():
    assert len({row["surface"] for row in table("ko", "counters")}) >= 80
    for code in ("ko", "en"):
        assert len({row["unit"] for row in table(code, "currencies")}) >= 40


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*/*.csv")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_row_has_a_cell_for_every_column(path):
    """A comma inside a pattern without quotes would move every condition behind it by one column."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header, *rows = csv.reader(lines)
    assert [row for row in rows if len(row) != len(header)] == []
