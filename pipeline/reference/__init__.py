"""The reference tables of seeds/reference: entities, metrics, units, currencies, exchange rates.

In: a table's name. Out: its rows as dictionaries of strings, read once. The folder lies beside the
package, in a checkout as in an installed copy.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "seeds" / "reference"


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``seeds/reference/<name>.csv``; FileNotFoundError names a table that is not there."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
