"""Every hand-checked quantity of the shared articles is read exactly, and running text yields nothing else."""

import json
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.quantities import find_quantities

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold" / "seeds_quantities.jsonl"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="../shared is not there")


def rows():
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()] if GOLD.exists() else []


def read(name):
    text = unicodedata.normalize("NFC", (SHARED / "seeds" / name).read_text(encoding="utf-8"))
    return find_quantities(text, "ko")


def number(value):
    return None if value is None else Decimal(value)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['id'][:3]}-{row['surface']}")
def test_the_row_is_read_exactly(row):
    quantities = read(row["id"])
    found = next(each for each in quantities if (each.start, each.end) == (row["start"], row["end"]))
    stated = ("kind", "unit", "bound")
    assert {name: getattr(found, name) for name in stated} == {name: row[name] for name in stated}
    amounts = ("low", "high", "resolution", "resolution_coarse")
    assert {name: getattr(found, name) for name in amounts} == {name: number(row[name]) for name in amounts}
    restated = None if found.converts is None else quantities[found.converts].surface
    assert restated == row["converts"]


@pytest.mark.parametrize("name", ["000_ab7be5d59cdda682.txt", "002_920fad0d56ce9daa.txt", "003_75e7e6d78cff64a9.txt"])
def test_articles_without_junk_yield_nothing_else(name):
    assert len(read(name)) == sum(row["id"] == name for row in rows())
