"""What a peer suite's expected value and unit mean here, and whether a quantity meets them.

In: a quantity and a suite's span (`value`, `unit` in the peer's own notation). Out: yes or no. Judgements: a
fraction is compared as a fraction though it is a percent here, a subunit (cent) as its hundredth of the
currency, a range given as one number by its middle, openness of a two-sided range not at all; years and months
that stand next to each other are one duration.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.mentions import Quantity

HERE = Path(__file__).parent
SUBUNITS = ("Cent", "Penny", "Pence", "penny")


def table(name: str, key: str, value: str) -> dict[str, str]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return {row[key]: row[value] for row in csv.DictReader(lines)}


@cache
def unit_names() -> dict[str, str]:
    return table("suite_units.csv", "theirs", "ours")


def close(left: object, right: float) -> bool:
    return left is not None and abs(float(left) - right) <= 1e-8 * max(1.0, abs(right))


def number(value: object) -> float | None:
    try:
        return float(str(value).rstrip("%").replace(",", ""))
    except ValueError:
        return None


def same_value(quantity: Quantity, expected: float, unit: str | None) -> bool:
    """Whether a quantity states the expected number, in one of the spellings that the suites use."""
    stated = [quantity.low, quantity.high]
    if quantity.low is not None and quantity.high is not None and quantity.low != quantity.high:
        stated.append((quantity.low + quantity.high) / 2)
    shared = quantity.kind == "percent" and unit in (None, "dimensionless")
    spellings = [expected, *([expected * 100] if shared else [])]
    spellings += [expected / 100] if unit in SUBUNITS else []
    spellings += [expected * 12] if (unit, quantity.unit) in (("Foot", "in"), ("Year", "month")) else []
    if unit is None and quantity.surface.endswith(("cents", "cent", "센트", "펜스")):
        spellings.append(expected / 100)
    return any(close(value, spelling) for value in stated for spelling in spellings)


def same_unit(quantity: Quantity, unit: str | None) -> bool:
    if unit is None or unit == "dimensionless":
        return True
    name, _, per = unit.partition(" per ")
    ours = unit_names().get(unit) if unit in unit_names() else unit_names().get(name)
    return ours is not None and (not ours or quantity.unit in ours.split(" "))


def same_range(quantity: Quantity, value: str) -> bool:
    """`(20,35]`, `[500,)`: the two ends, and for one end whether it belongs to the range."""
    low, high = (number(end) for end in value[1:-1].split(","))
    if low is None or high is None:
        found, end = (quantity.low, low) if high is None else (quantity.high, high)
        side = {(True, True): "ge", (True, False): "gt", (False, True): "le", (False, False): "lt"}
        closed = value[0] == "[" if high is None else value[-1] == "]"
        scale = 100 if quantity.kind == "percent" else 1
        return found is not None and close(found, end * scale) and quantity.bound == side[(high is None, closed)]
    scale = 100 if quantity.kind == "percent" else 1
    return close(quantity.low, low * scale) and close(quantity.high, high * scale)


def interval(found: Sequence[Quantity], value: object) -> list[Quantity]:
    """Two bounds that make the interval asked for (`1000 초과 1500 미만` is two rows here)."""
    if not isinstance(value, str) or value[:1] not in "[(" or None in map(number, value[1:-1].split(",")):
        return []
    low, high = value[1:-1].split(",")
    lower = [each for each in found if same_range(each, f"{value[0]}{low},)")]
    upper = [each for each in found if same_range(each, f"(,{high}{value[-1]}")]
    return [lower[0], upper[0]] if lower and upper else []


def expects(quantity: Quantity, span: dict[str, Any], units: bool = True) -> bool:
    """Whether a quantity is what a suite's span asks for; without `units` only its value is compared."""
    value = span["value"]
    if isinstance(value, str) and value[:1] in "[(" and "," in value:
        return same_range(quantity, value)
    expected = number(value)
    return (
        expected is not None
        and same_value(quantity, expected, span["unit"])
        and (not units or same_unit(quantity, span["unit"]))
    )


def summed(spans: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Years and months that stand next to each other as the one duration in months that they are here."""
    result: list[dict[str, Any]] = []
    for span in spans:
        if result and (str(result[-1]["unit"]).lower(), str(span["unit"]).lower()) == ("year", "month"):
            years, months = number(result[-1]["value"]), number(span["value"])
            result[-1] = {**span, "value": (years or 0) * 12 + (months or 0)}
        else:
            result.append(span)
    return result


def right(found: Sequence[Quantity], spans: Sequence[dict[str, Any]], units: bool = True) -> tuple[bool, int]:
    """Whether every expected span is met by a quantity of its own, and how many quantities are left over."""
    left = list(found)
    complete = True
    for span in summed(spans):
        if span["value"] is None:
            continue
        met = [quantity for quantity in left if expects(quantity, span, units)][:1] or interval(left, span["value"])
        complete = complete and bool(met)
        for quantity in met:
            left.remove(quantity)
    return complete, len(left)
