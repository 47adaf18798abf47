"""Write seeds/reference/holidays.csv: ``python -m pipeline.dates.export``.

In: the calendars of the package holidays, pinned in pyproject.toml. Out: one row a year, one column a holiday that
falls on another day each year; those with a month and a day of their own need no table. Run by hand when the pinned
version changes; nothing else reads the package, so that results never depend on it. Judgements: Thanksgiving, Labor
Day and their like are those of the United States, Seollal, Chuseok and Buddha's birthday those of Korea, the Chinese
New Year is its first day; Easter is the western one, two days after Good Friday.
"""

from __future__ import annotations

import csv
import sys
from datetime import timedelta
from pathlib import Path

import holidays

from pipeline.reference import FOLDER

YEARS = range(1990, 2041)
# A column: country, language of the names, the name in the package, and how many days later the column's day is.
COLUMNS = {
    "easter": ("GB", "en_GB", "Good Friday", 2),
    "martin_luther_king_day": ("US", "en_US", "Martin Luther King Jr. Day", 0),
    "presidents_day": ("US", "en_US", "Washington's Birthday", 0),
    "memorial_day": ("US", "en_US", "Memorial Day", 0),
    "labor_day": ("US", "en_US", "Labor Day", 0),
    "columbus_day": ("US", "en_US", "Columbus Day", 0),
    "thanksgiving": ("US", "en_US", "Thanksgiving Day", 0),
    "seollal": ("KR", "ko", "설날", 0),
    "buddhas_birthday": ("KR", "ko", "부처님오신날|석가탄신일", 0),
    "chuseok": ("KR", "ko", "추석", 0),
    "chinese_new_year": ("CN", "en_US", "Chinese New Year (Spring Festival)", 0),
}


def rows() -> list[list[str]]:
    """Header and years, oldest first."""
    return [["year", *COLUMNS], *([str(year), *(_day(year, *column) for column in COLUMNS.values())] for year in YEARS)]


def _day(year: int, country: str, language: str, names: str, later: int) -> str:
    """The first day of that name in a year, as ISO; an empty cell where the calendar has none."""
    calendar = holidays.country_holidays(country, years=year, observed=False, language=language)
    found = sorted(day for day, said in calendar.items() if set(said.split("; ")) & set(names.split("|")))
    return (found[0] + timedelta(days=later)).isoformat() if found else ""


def main(target: Path = FOLDER / "holidays.csv") -> None:
    """Write the table."""
    written = rows()
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(written)
    print(f"{target}: {len(written) - 1} years, {len(written[0]) - 1} holidays", file=sys.stderr)


if __name__ == "__main__":
    main()
