"""Exchange rates: what was known the day before, and nothing later."""

from datetime import date
from decimal import Decimal

import pytest

from pipeline import rates


def printed(rate: rates.Rate) -> str:
    return f"{rate.value:.2f} of {rate.day}"


@pytest.mark.parametrize(
    ("published", "known"),
    [
        (date(2025, 2, 5), "1455.45 of 2025-02-04"),
        (date(2024, 12, 25), "1458.37 of 2024-12-24"),
        (date(2024, 12, 26), "1458.37 of 2024-12-24"),  # none was fixed on the two holidays between
        (date(2024, 12, 27), "1458.37 of 2024-12-24"),
    ],
)
def test_the_last_rate_fixed_before_publication(published, known):
    assert printed(rates.last_known("USD", "KRW", published)) == known


def test_never_the_rate_of_the_day_itself():
    assert rates.last_known("USD", "KRW", date(2024, 12, 24)).day == date(2024, 12, 23)


def test_a_cross_rate_is_the_quotient_of_the_day():
    per_euro = rates.last_known("EUR", "KRW", date(2025, 2, 5)).value
    dollars = rates.last_known("EUR", "USD", date(2025, 2, 5)).value
    assert rates.last_known("USD", "KRW", date(2025, 2, 5)).value == per_euro / dollars


def test_there_and_back_is_one():
    there = rates.last_known("USD", "JPY", date(2020, 6, 1)).value
    back = rates.last_known("JPY", "USD", date(2020, 6, 1)).value
    assert abs(there * back - 1) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("base", "quote", "published"),
    [
        ("USD", "KRW", None),
        ("USD", "KRW", date(1998, 12, 31)),  # before the history
        ("USD", "KRW", date(2030, 1, 1)),  # long after it
        ("USD", "RUB", date(2025, 1, 1)),  # no longer quoted
        ("USD", "VND", date(2025, 1, 1)),  # never quoted
        ("USD", "day", date(2025, 1, 1)),
        ("USD", "USD", date(2025, 1, 1)),
    ],
)
def test_no_rate_rather_than_a_wrong_one(base, quote, published):
    assert rates.last_known(base, quote, published) is None


def test_the_range_of_the_years_before():
    low, high = rates.extremes("USD", "KRW", date(2025, 2, 5), 5)
    year_ends = [rates.last_known("USD", "KRW", date(year, 12, 31)).value for year in range(2020, 2025)]
    assert low <= min(year_ends) < max(year_ends) <= high
    assert rates.extremes("USD", "KRW", date(2021, 2, 5), 1)[1] < high


def test_the_range_without_a_date_is_that_of_the_latest_years():
    low, high = rates.extremes("USD", "KRW", None, 5)
    assert low < 1200 < 1500 < high
    assert rates.extremes("USD", "VND", None, 5) is None
    assert rates.extremes("USD", "KRW", date(1990, 1, 1), 5) is None


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_like_others(published):
    assert rates.last_known("USD", "KRW", published) is None
    assert rates.extremes("USD", "KRW", published, 5) is None


def test_every_currency_of_the_history_has_a_rate():
    assert len(rates.currencies()) == 42
    assert all(rates.extremes("EUR", code, None, 40) for code in rates.currencies() if code != "EUR")
