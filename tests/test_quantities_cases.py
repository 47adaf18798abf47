"""The project's own phrases, grouped under the value they state; nothing else in them is a quantity.

A case file lists groups: ``value`` is `kind unit amount bound`, the amount one number, `low..high` or `..high` and
`low..` for open sides, `-` for no unit, then `~` for a hedge and `per X`; ``value: none`` are near misses. ⟨⟩ marks
the span that must be found.
"""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from pipeline.quantities import find_quantities

CASES = Path(__file__).parent / "cases"


def phrases(name):
    groups = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))["groups"]
    return [(str(group["value"]), phrase) for group in groups for phrase in group["phrases"]]


def amount(value):
    return "" if value is None else f"{value.normalize():f}"


def stated(quantity):
    low, high = amount(quantity.low), amount(quantity.high)
    words = [quantity.kind, quantity.unit or "-", low if low == high else f"{low}..{high}", quantity.bound]
    words += ["~"] if quantity.approximate else []
    words += ["per", quantity.per] if quantity.per else []
    return " ".join(words)


def check(language, value, phrase):
    text = phrase.replace("⟨", "").replace("⟩", "")
    expected = []
    if "⟨" in phrase:
        start = phrase.index("⟨")
        expected = [(text[start : phrase.index("⟩") - 1], start, value)]
    found = find_quantities(text, language)
    assert [(each.surface, each.start, stated(each)) for each in found] == expected
    assert all(text[each.start : each.end] == each.surface for each in found)


@pytest.mark.parametrize(("value", "phrase"), phrases("quantities_ko.yaml"), ids=lambda text: text[:40])
def test_korean(value, phrase):
    check("ko", value, phrase)


@pytest.mark.parametrize(("value", "phrase"), phrases("quantities_en.yaml"), ids=lambda text: text[:40])
def test_english(value, phrase):
    check("en", value, phrase)


@pytest.mark.parametrize("name", ["quantities_ko.yaml", "quantities_en.yaml"])
def test_there_are_enough_phrases_of_every_sort(name):
    cases = phrases(name)
    assert len({phrase for _, phrase in cases}) == len(cases) >= 400
    assert sum(value == "none" for value, _ in cases) >= 80


def test_the_notation_can_fail():
    with pytest.raises(AssertionError):
        check("ko", "money KRW 3 eq", "⟨3억 원⟩을 냈다")
    with pytest.raises(AssertionError):
        check("ko", "none", "3억 원을 냈다")


def test_amounts_are_exact_decimals():
    (found,) = find_quantities("18조9600억 원", "ko")
    assert isinstance(found.low, Decimal) and found.low == 18_960_000_000_000
