"""Holidays: the table is what the pinned package says, the names of a language mean days, unknown years are said so."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from pipeline.dates import export, holidays
from pipeline.languages import table
from pipeline.reference import FOLDER

KNOWN = {
    ("chuseok", 2024): date(2024, 9, 17),
    ("seollal", 2025): date(2025, 1, 29),
    ("buddhas_birthday", 2025): date(2025, 5, 5),
    ("easter", 2018): date(2018, 4, 1),
    ("easter-2", 2018): date(2018, 3, 30),
    ("thanksgiving+1", 2010): date(2010, 11, 26),
    ("labor_day", 2021): date(2021, 9, 6),
    ("12-25", 1914): date(1914, 12, 25),
    ("05/6/2", 2024): date(2024, 5, 12),
    ("08/0/-1", 2024): date(2024, 8, 26),
}


@pytest.mark.parametrize(("rule", "year"), KNOWN)
def test_a_rule_gives_the_day(rule: str, year: int) -> None:
    assert holidays.day_of(rule, year) == KNOWN[rule, year]


def test_the_table_is_what_the_package_says() -> None:
    with (FOLDER / "holidays.csv").open(encoding="utf-8", newline="") as lines:
        assert list(csv.reader(lines)) == export.rows()


def test_every_year_has_every_holiday() -> None:
    header, *years = export.rows()
    assert all(cell for row in years for cell in row), "a name of the package has changed"
    assert len(years) == len(export.YEARS) and len(header) == len(export.COLUMNS) + 1


@pytest.mark.parametrize("year", [1989, 2041])
def test_a_year_outside_the_table_is_no_guess(year: int) -> None:
    with pytest.raises(ValueError, match="not known"):
        holidays.day_of("chuseok", year)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_name_means_a_day(language: str) -> None:
    rules = [row["value"] for row in table(language, "date_words") if row["kind"] == "A"]
    assert len(rules) > 20
    assert all(holidays.day_of(rule, 2024).year == 2024 for rule in rules)


@pytest.mark.parametrize(
    ("rule", "year", "first", "last"),
    [
        ("labor_day", 2021, date(2021, 9, 4), date(2021, 9, 6)),
        ("thanksgiving", 2023, date(2023, 11, 23), date(2023, 11, 26)),
        ("12-25", 2021, date(2021, 12, 25), date(2021, 12, 26)),
    ],
)
def test_the_weekend_of_a_holiday(rule: str, year: int, first: date, last: date) -> None:
    weekend = holidays.weekend(rule, year)
    assert (weekend.start, weekend.end) == (first, last)


def test_a_holiday_on_a_wednesday_has_no_weekend() -> None:
    with pytest.raises(ValueError, match="no weekend"):
        holidays.weekend("12-25", 2024)
