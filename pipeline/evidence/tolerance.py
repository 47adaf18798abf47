"""How far a printed number may be from the truth.

In: rows of quantities. Out: intervals and ratios of intervals as Decimals. Judgements:
- A number is rounded at its last printed digit, yet by no more than 5 % of itself: nobody prints 4조 for
  4.4조. Idle zeros before that digit may be rounding too (``1조2000억``), by no more than 1 %. A number in words
  is known to 5 %; a count printed to the unit is exact.
- A share in a message shows at most as many digits as help.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.tables import Row

ROUNDED_SHARE = Decimal("0.01")
MOST_SHARE = Decimal("0.05")
WORD_STEP = Decimal(1)
HUNDRED = Decimal(100)
MOST_PLACES = 6
FEWEST_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both ends included."""

    low: Decimal
    high: Decimal

    def holds(self, number: Decimal) -> bool:
        return self.low <= number <= self.high

    def over(self, other: Interval) -> Interval:
        """The quotient of two positive intervals."""
        return Interval(self.low / other.high, self.high / other.low)

    def minus(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def plus(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def wider(self, share: Decimal) -> Interval:
        """`share` of itself wider on either side."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


def stated(quantity: Row) -> Decimal | None:
    """The one number that the words state, bound or not; None for a range."""
    low, high = quantity["low"], quantity["high"]
    if low is not None and high is not None and low != high:
        return None
    return low if low is not None else high


def one_unit(first: Row, second: Row) -> bool:
    """Two numbers of one kind that can be compared; what is not said can be anything."""
    units, rates = {first["unit"], second["unit"]}, {first["per"], second["per"]}
    comparable = len(units) == 1 or (first["kind"] == "count" and None in units)
    return first["kind"] == second["kind"] and comparable and (len(rates) == 1 or None in rates)


def rounded(quantity: Row) -> Interval | None:
    """Everything that may have been rounded to the stated number."""
    number = stated(quantity)
    if number is None:
        return None
    most, idle = abs(number) * MOST_SHARE, abs(number) * ROUNDED_SHARE
    if quantity["resolution"] is None:
        return Interval(number - most, number + most)
    counted = quantity["kind"] == "count" and quantity["resolution"] == 1
    half = max(Decimal(0) if counted else quantity["resolution"] / 2, min(quantity["resolution_coarse"] / 2, idle))
    return Interval(number - min(half, most), number + min(half, most))


def printed(quantity: Row) -> Interval | None:
    """Half a unit of the last printed digit to each side."""
    number = stated(quantity)
    half = (quantity["resolution"] or WORD_STEP) / 2
    return None if number is None else Interval(number - half, number + half)


def significant(number: Decimal, like: Row) -> Decimal:
    """The number with as many digits as another one shows, two at least."""
    digits = max(FEWEST_DIGITS, len(stated(like).normalize().as_tuple().digits))
    return number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1))


def positive(*numbers: Decimal | None) -> bool:
    """All are there and above zero: safe to divide and to compare by their ratio."""
    return all(number is not None and number > 0 for number in numbers)


def power_of_ten(ratio: Decimal) -> int:
    """The power of ten nearest to a positive ratio."""
    power = ratio.adjusted()
    return power + 1 if ratio.scaleb(-power) ** 2 >= 10 else power


def percent(share: Decimal) -> str:
    """A share of one as percent: one decimal, or one significant digit below 1; 5.4 and 3 and 0.03."""
    value = share * HUNDRED
    places = min(MOST_PLACES, -value.adjusted()) if value and abs(value) < 1 else 1
    return f"{value.quantize(Decimal(1).scaleb(-places)):f}".removesuffix(".0")
