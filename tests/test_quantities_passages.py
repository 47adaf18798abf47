"""Every quantity of a short text, in order: what neighbours say of each other's unit, and what is only compared with."""

from pathlib import Path

import pytest
import yaml

from pipeline.quantities import find_quantities

PASSAGES = yaml.safe_load((Path(__file__).parent / "cases" / "quantities_passages.yaml").read_text(encoding="utf-8"))
CASES = [(language, case["text"], case["quantities"]) for language, cases in PASSAGES.items() for case in cases]


def amount(value):
    return "" if value is None else f"{value.normalize():f}"


def stated(quantity):
    """As in the case file: `surface = kind unit amount bound`, then `~` for a hedge and `per X`."""
    low, high = amount(quantity.low), amount(quantity.high)
    words = [quantity.kind, quantity.unit or "-", low if low == high else f"{low}..{high}", quantity.bound]
    words += ["~"] if quantity.approximate else []
    words += ["per", quantity.per] if quantity.per else []
    return f"{quantity.surface} = {' '.join(words)}"


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=lambda part: str(part)[:40])
def test_every_quantity_of_a_text(language, text, expected):
    found = find_quantities(text, language)
    assert [stated(each) for each in found] == expected
    assert all(text[each.start : each.end] == each.surface for each in found)
