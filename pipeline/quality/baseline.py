"""How many rows each table had when somebody last looked and found it good.

In and out: ``expectations/baseline.json`` with the rows of every table and the part by which a table may
shrink or grow before its row count is worth a warning. ``make baseline`` renews the rows.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from pipeline.quality.suites import FOLDER

FILE = FOLDER / "baseline.json"
TOLERANCE = "0.2"


@dataclass(frozen=True, slots=True)
class Baseline:
    """Rows by table, and the part of them by which a table may change."""

    rows: Mapping[str, int]
    tolerance: Fraction

    def range(self, table: str) -> tuple[int, int | None]:
        """Fewest and most rows; a table without a baseline may have any number."""
        if table not in self.rows:
            return 0, None
        held = self.rows[table]
        return math.floor(held * (1 - self.tolerance)), math.ceil(held * (1 + self.tolerance))


def load(source: Path = FILE) -> Baseline:
    """The committed baseline; without the file nothing is compared."""
    if not source.is_file():
        return Baseline({}, Fraction(TOLERANCE))
    said = json.loads(source.read_text(encoding="utf-8"))
    return Baseline(said["rows"], Fraction(said["tolerance"]))


def save(rows: Mapping[str, int], target: Path = FILE) -> Path:
    """Make these counts the baseline; the tolerance stays as it is."""
    said = {"tolerance": str(float(load(target).tolerance)), "rows": dict(sorted(rows.items()))}
    target.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")
    return target
