"""Units and currencies: exact factors, and every unit that a language's tables name is known."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from pipeline.languages import folders, table
from pipeline.quantities.reference import currencies, kind_of, units
from pipeline.tables import vocabulary

LANGUAGES = Path(__file__).parents[1] / "pipeline" / "languages"
LOCAL = {"-", "ng", "majigi", "Sv", "other"}  # named in one language's table, convertible to nothing


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("pyeong", "m2", Fraction(400, 121)),
        ("mi", "km", Fraction("1.609344")),
        ("acre", "m2", Fraction("4046.8564224")),
        ("GWh", "kWh", Fraction(1_000_000)),
        ("lb", "g", Fraction("453.59237")),
        ("year", "month", Fraction(12)),
        ("bbl", "L", Fraction("158.987294928")),
    ],
)
def test_factors_are_exact(source, target, expected):
    assert units()[source].factor / units()[target].factor == expected


@pytest.mark.parametrize(("one", "other"), [("km", "kg"), ("year", "day"), ("m", "m2")])
def test_what_does_not_measure_the_same_has_another_dimension(one, other):
    assert units()[one].dimension != units()[other].dimension


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
