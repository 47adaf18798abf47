"""Amounts written as the source writes them."""

from decimal import Decimal

import pytest

from pipeline.writing import write_like


@pytest.mark.parametrize(
    ("like", "amount", "written"),
    [
        ("5000만 달러", "500000000000", "5000억 달러"),
        ("735조1000억 원", "73510000000", "735억1000만 원"),
        ("6억 2000만 달러", "6250000000", "62억 5000만 달러"),
        ("5,000억 달러", "50000000", "5,000만 달러"),
        ("5천만 달러", "500000000000", "5천억 달러"),
        ("5.5조원", "5500000000000000", "5500조원"),
        ("7.5조원", "75000000000000000", "7.5경원"),
        ("100달러", "1000000", "100만달러"),
        ("9770 유로", "977000000000", "9770억 유로"),
        ("$500 million", "500000000000", "$500 billion"),
        ("$1.2 billion", "1200000", "$1.2 million"),
        ("US$1.2bn", "1200000", "US$1.2m"),
        ("3.5M", "3500000000", "3.5B"),
        ("500 million dollars", "5000000000", "5 billion dollars"),
        ("$50,000", "5000000", "$5 million"),
        ("$5,000", "50000", "$50,000"),
        ("23.4%", "36", "36.0%"),
        ("$12.50", "1250", "$1250.00"),
    ],
)
def test_written_like(like, amount, written):
    assert write_like(like, Decimal(amount)) == written


@pytest.mark.parametrize(
    ("like", "amount"),
    [("만불", "5"), ("half", "5"), ("$5-$6", "7"), ("5억원", "0"), ("5억원", "-5"), ("", "5"), ("5억원", "0.5")],
)
def test_what_cannot_be_written_is_none(like, amount):
    assert write_like(like, Decimal(amount)) is None


def test_a_long_surface_costs_nothing():
    assert write_like("1," * 50_000, Decimal(5)) is None
    assert write_like("1억" * 30_000, Decimal(5)) is None
