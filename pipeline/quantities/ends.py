"""The ends of a range: reading the second one, whether two amounts can be ends, and both as one.

In: two amounts, or the position of the second. Out: an `Amount` or None. Judgements: the first end takes the unit of
the last, and its scale where it has none and the words mean so (`2~3억`, `€250-450m`); where no reading ascends the
range is malformed. A second end that would run backwards takes the digits that it leaves out from the first
(`1,050-60`): one or two of four or more, or all that stand behind its point.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.quantities.amount import Amount, negated
from pipeline.quantities.amounts import read_amount
from pipeline.quantities.digits import EXACT, times
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.lookup import skip_space
from pipeline.quantities.segment import Segment

INVERTED_AT_MOST = 10
TENS, THOUSAND = 2, 1000


def read_end(segment: Segment, lexicon: Lexicon, position: int, money: bool = False) -> Amount | None:
    """The amount behind a range mark; a currency sign before its number is skipped over, the mark is no minus."""
    text, mark, position = segment.text, position - 1, skip_space(segment.text, position)
    sign = lexicon.signs.at(text, position)
    if sign is not None:
        position = skip_space(text, sign[1])
    elif text[position : position + 1] == "-" and text[position + 1 : position + 2].isdecimal():
        position += 1
    if position >= len(text) or not (text[position].isdecimal() or lexicon.numerals.words.at(segment.folded, position)):
        return None
    last = read_amount(segment, lexicon, position, money or sign is not None)
    if last is not None and last.start == mark and text[mark] == "-":
        return negated(last)._replace(start=position)
    return last


def alike(first: Amount, last: Amount) -> bool:
    """Whether two amounts can be the ends of one range."""
    if last.status != "ok" or not last.number.exact or not first.number.exact:
        return False
    if {first.number.style, last.number.style} - {"digits", "english"} and first.number.style != last.number.style:
        return False
    if first.bare or last.bare:
        return first.bare or first.kind == "money" and last.bare
    return first.kind == last.kind and first.unit == last.unit


def completed(first: Amount, last: Amount) -> Amount:
    """`125.74-76`, `1,050-60`, `1.2866-2869`: a second end without the digits that it shares with the first, whole."""
    number, known = last.number, first.number
    digits = number.end - number.start
    if not (number.printed and known.printed and number.unit == 1 and digits == len(str(number.low))):
        return last
    if number.scales or known.scales or known.unit is None or number.low is None or known.low is None:
        return last
    behind_point = -known.unit.as_tuple().exponent if known.unit < 1 else 0
    cut = digits == behind_point or (not behind_point and digits <= TENS and known.low >= THOUSAND)
    power = EXACT.multiply(known.unit, Decimal(10) ** digits)
    end = known.low - known.low % power + EXACT.multiply(known.unit, number.low)
    if not cut or end <= known.low or (number.low > known.low and digits <= TENS):
        return last
    value = times(end, last.reading.factor if last.reading else Decimal(1))
    return last._replace(low=value, high=value)


def merged(first: Amount, last: Amount, start: int) -> Amount:
    """One amount from the first number to the last."""
    last = completed(first, last)
    whole = last if not last.bare else first
    low, high = first.low, last.high
    if first.bare and not last.bare and last.reading is not None:
        low = times(first.low, last.reading.factor)
    if not last.bare or last.number.scales:
        low = carried(first, last, low)
    if last.bare and not first.bare and first.reading is not None:
        high = times(last.high, first.reading.factor)
    amount = whole._replace(
        start=start,
        end=last.end,
        low=low,
        high=high,
        bound="range",
        approximate=last.approximate,
        resolution=None,
        coarse=None,
        hedges=last.hedges,
        bare=first.bare and last.bare,
    )
    return amount if low is not None else amount._replace(high=None, status="malformed")


def carried(first: Amount, last: Amount, low: Decimal | None) -> Decimal | None:
    """The first end with the scale that the last one gives it; None when no scale makes sense."""
    if first.number.scales or not last.number.scales or low is None or last.low is None or first.low is None:
        return low
    if first.number.form == "grouped" and first.number.low * 10 >= last.number.scales[-1]:
        return low
    for scale in last.number.scales:
        value = EXACT.multiply(low, scale)
        if value < last.low:
            return value
    value = EXACT.multiply(low, last.number.scales[0])
    if abs(value) <= abs(last.low) * INVERTED_AT_MOST:
        return value
    return low if abs(first.number.low) * 10 >= last.number.scales[-1] else None


def inheriting(first: Amount, last: Amount) -> Amount | None:
    """`rose from 2 to 3 percent`, `from $2 to $3 billion`: an amount of its own, in the unit and scale of the last."""
    same = first.bare or (first.kind, first.unit) == (last.kind, last.unit)
    if last.status != "ok" or not first.number.exact or not same:
        return None
    factor = last.reading.factor if first.bare and last.reading else Decimal(1)
    low = carried(first, last, times(first.low, factor))
    if low is None or not first.low:
        return None
    return first._replace(
        kind=last.kind,
        unit=last.unit,
        low=low,
        high=low,
        resolution=times(first.resolution, low / first.low),
        coarse=times(first.coarse, low / first.low),
        bare=first.bare and last.bare and not last.number.scales,
    )
