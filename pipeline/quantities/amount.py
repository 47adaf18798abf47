"""What one amount is: a number with its kind, unit, bound and resolution.

In: a number, its unit's reading, its span. Out: an `Amount`, immutable; every later step makes a new one.
Judgements: a fraction without a unit is a share in percent; a vague numeral (`수천`) is approximate by itself; a
decade (`20대`) runs over ten years, `30%대` up to what no longer begins with 3.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pipeline.quantities.digits import times
from pipeline.quantities.lexicon import Reading
from pipeline.quantities.number import Number

PERCENT = Decimal(100)
WHOLE, HUNDREDTH = Decimal(1), Decimal("0.01")
UNDIVIDED = ("KRW", "JPY", "VND", "IDR")


class Amount(NamedTuple):
    """A number with what it measures; offsets are those of the segment."""

    start: int
    end: int
    number: Number
    kind: str
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    resolution: Decimal | None = None
    coarse: Decimal | None = None
    counted: str | None = None
    per: str | None = None
    bound: str = "eq"
    approximate: bool = False
    reading: Reading | None = None
    status: str = "ok"
    hedges: tuple[tuple[int, int], ...] = ()
    converts: int | None = None
    bare: bool = False


def scaled(
    number: Number,
    start: int,
    end: int,
    kind: str,
    unit: str | None,
    factor: Decimal = Decimal(1),
    reading: Reading | None = None,
    bare: bool = False,
) -> Amount:
    """The number as an amount, times its unit's factor."""
    if reading is not None and reading.decade and number.low is not None:
        return decade(number, start, end, kind, unit, reading)
    vague = bool(number.hedge) or (number.low != number.high and number.status == "ok")
    return Amount(
        start,
        end,
        number,
        kind,
        unit,
        times(number.low, factor),
        times(number.high, factor),
        resolution=times(number.unit, factor),
        coarse=times(number.coarse, factor),
        bound="approx" if vague else "eq",
        approximate=vague,
        reading=reading,
        status=number.status,
        hedges=(number.hedge,) if number.hedge else (),
        bare=bare,
    )


def decade(number: Number, start: int, end: int, kind: str, unit: str | None, reading: Reading) -> Amount:
    """`20대`: ten years from the number on."""
    amount = Amount(start, end, number, kind, unit, number.low, number.low + 9, bound="range", reading=reading)
    return amount._replace(resolution=number.unit, coarse=number.coarse)


def beginning(amount: Amount) -> Amount:
    """`30%대`, `10만 명대`: every amount that begins with the digits before the last zeros, so 30 to 39.99."""
    if amount.low is None or amount.low != amount.high or amount.coarse is None:
        return amount
    last = WHOLE if amount.kind == "count" or amount.unit in UNDIVIDED else HUNDREDTH
    width = max(amount.coarse - last, Decimal(0))
    low, high = (amount.low - width, amount.high) if amount.low < 0 else (amount.low, amount.high + width)
    return amount._replace(low=low, high=high, resolution=None, coarse=None)


def negated(amount: Amount) -> Amount:
    """The amount with its printed minus."""
    if amount.low is None or amount.high is None:
        return amount
    return amount._replace(low=-amount.high, high=-amount.low)


def bare(number: Number) -> Amount:
    """A number without a unit: a fraction is a share, the rest a count or a figure."""
    if number.form == "fraction" and number.status == "ok":
        if number.low is not None and number.low <= 1:
            return scaled(number, number.start, number.end, "percent", "%", PERCENT)
        return scaled(number, number.start, number.end, "other", None)
    kind = "count" if number.unit is None or number.unit >= 1 else "other"
    return scaled(number, number.start, number.end, kind, None, bare=True)
