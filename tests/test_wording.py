"""Numbers and names in findings read as an editor writes them, and stay exact."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.evidence.wording import amount, entity_name, factor, in_words, metric_label, shown


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("294000", "294,000"),
        ("5576000", "5.576 million"),
        ("5E+11", "500 billion"),
        ("1234567", "1,234,567"),
        ("25.30", "25.3"),
        ("-2000000", "-2 million"),
    ],
)
def test_what_is_stated_is_told_exactly(number, told):
    assert in_words(Decimal(number)) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [("14702000", "14,702,000"), ("1455.454", "1,455.45"), ("0.00764", "0.0076"), ("0.5", "0.50"), ("2E+1", "20")],
)
def test_what_is_computed_is_rounded(number, told):
    assert shown(Decimal(number)) == told


def test_a_bound_is_kept():
    row = {"low": None, "high": Decimal(6_000_000), "bound": "lt", "unit": "USD"}
    assert amount(row) == "under 6 million USD"


def test_a_range_has_no_idle_digits():
    row = {"low": Decimal("150000.000000000"), "high": Decimal("160000.000000000"), "bound": "range", "unit": "KRW"}
    assert amount(row) == "150,000 to 160,000 KRW"


def test_powers_labels_and_names():
    assert (factor(4), factor(-3)) == ("10,000", "1,000")
    assert metric_label("training_cost") == "training cost"
    assert entity_name("01-ai", "en", None) == entity_name("01-ai", "ko", None) == "01.AI"
    assert entity_name("nobody-known", "ko", "누구") == "누구"
