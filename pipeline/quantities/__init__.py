"""Quantities: every number with a meaning in a stretch of text, exactly as the words state it.

In: a document's text, its language, the range to read, and the dates already found there. Out: `Quantity`
values in reading order, not overlapping each other or a date. The order of work: scan for places where a
numeral may start, read the numeral, attach sign, currency, unit or counter, join ranges, read the bound,
drop what only looks like a quantity, link conversions and rates. Time is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext

from pipeline.mentions import Date, Quantity
from pipeline.quantities.ages import aged
from pipeline.quantities.amount import Amount
from pipeline.quantities.amounts import read_amount
from pipeline.quantities.bounds import Bound, ahead, behind, bounded, compared
from pipeline.quantities.clocks import read_clock
from pipeline.quantities.conversions import converted, shared
from pipeline.quantities.counted import counting
from pipeline.quantities.digits import EXACT, LIMIT
from pipeline.quantities.evidence import followed, in_a_name, measures
from pipeline.quantities.figures import figured, gone_on, indexed
from pipeline.quantities.levels import levelled
from pipeline.quantities.lexicon import Lexicon, lexicon
from pipeline.quantities.per import rated
from pipeline.quantities.ranges import extended
from pipeline.quantities.scan import passed_over, positions
from pipeline.quantities.segment import Segment, segment
from pipeline.quantities.unsaid import understood
from pipeline.quantities.wholes import read_whole

__all__ = ["find_quantities"]

PLACES = Decimal("1e-9")


def find_quantities(
    text: str, language: str, dates: Sequence[Date] = (), start: int = 0, end: int | None = None
) -> list[Quantity]:
    """The quantities in text[start:end], offsets counted in the whole text.

    `language` is ``ko`` or ``en`` (KeyError otherwise). A quantity that overlaps one of `dates` is none, but
    for the length of a period (``지난 3년``).
    Amounts are exact decimals of at most 9 places; what a table cannot hold has status ``overflow``, what
    cannot be read ``malformed``, both without amounts.
    """
    piece, words = segment(text, start, len(text) if end is None else end), lexicon(language)
    taken = [(left - start, right - start) for date in dates for left, right in dated(date)]
    with localcontext(EXACT):
        amounts = levelled(piece, words, understood(piece, words, list(found(piece, words, taken))))
        amounts = shared(piece, language, converted(piece, words, rated(piece, words, amounts)))
        return [quantity(text, piece.start, amount) for amount in amounts]


def dated(date: Date) -> Iterator[tuple[int, int]]:
    """The stretches of a date that hold no quantity: all but a length of time in it."""
    start, end = date.length or (date.end, date.end)
    yield date.start, start
    if end < date.end:
        yield end, date.end


def found(piece: Segment, words: Lexicon, dates: list[tuple[int, int]]) -> Iterator[Amount]:
    """Every amount of the segment that measures something, in reading order."""
    candidates = list(positions(piece, words.code))
    closed = sorted(passed_over(piece, words.code) + dates) if candidates else []
    done, index = 0, 0
    level: Amount | None = None
    for position in candidates:
        while index < len(closed) and closed[index][1] <= position:
            index += 1
        if position < done or (index < len(closed) and closed[index][0] <= position):
            continue
        amount = read(piece, words, position)
        if amount is None or amount.start < done:
            done = max(done, position + 1 if amount is None else done)
            continue
        done = amount.end
        amount = gone_on(words, level, amount)
        if not overlaps(amount, closed, index) and accepted(piece, words, amount):
            level = amount if amount.kind == "index" else level
            yield amount


def overlaps(amount: Amount, closed: list[tuple[int, int]], index: int) -> bool:
    """Whether a closed span begins inside the amount."""
    return any(start < amount.end and end > amount.start for start, end in closed[max(0, index - 1) : index + 3])


def read(piece: Segment, words: Lexicon, position: int) -> Amount | None:
    """The amount at a candidate position, with its range and its bound."""
    whole = read_whole(piece, words, position) or read_clock(piece, position)
    amount = whole or read_amount(piece, words, position)
    if amount is None:
        return None
    amount = amount if whole else extended(piece, words, amount)
    if unfollowed(piece, words, amount):
        return None
    bound = ahead(piece, amount, words.code, behind(piece, amount, words.code, Bound()))
    bound = compared(piece, amount, words.code, bound)
    amount = counting(piece, words, aged(piece, words, figured(piece, words, bounded(amount, bound))))
    return indexed(piece, words, amount)


def unfollowed(piece: Segment, words: Lexicon, amount: Amount) -> bool:
    """Whether an unknown counter is glued onto a bare number, which then needs no further look."""
    return amount.bare and words.glued and not followed(piece, words, amount)


def accepted(piece: Segment, words: Lexicon, amount: Amount) -> bool:
    return not in_a_name(piece, words, amount) and measures(piece, words, amount)


def quantity(text: str, offset: int, amount: Amount) -> Quantity:
    """The amount as a mention of the document."""
    amount = storable(amount)
    start, end = amount.start + offset, amount.end + offset
    hedges = tuple((left + offset, right + offset) for left, right in amount.hedges)
    return Quantity(
        start,
        end,
        text[start:end],
        amount.kind,
        amount.unit,
        amount.counted,
        amount.per,
        amount.low,
        amount.high,
        amount.bound,
        amount.approximate,
        amount.resolution,
        amount.coarse,
        amount.converts,
        amount.status,
        hedges,
    )


def storable(amount: Amount) -> Amount:
    """Amounts of at most 9 places and 29 digits; quotients are rounded to 9, what else does not fit overflows."""
    if amount.status != "ok":
        return amount._replace(low=None, high=None, resolution=None, coarse=None)
    values = [fitted(amount, value) for value in (amount.low, amount.high)]
    if values == [amount.low, amount.high]:
        return amount
    if any(value is None and stated is not None for value, stated in zip(values, (amount.low, amount.high))):
        return amount._replace(low=None, high=None, resolution=None, coarse=None, status="overflow")
    return amount._replace(low=values[0], high=values[1])


def fitted(amount: Amount, value: Decimal | None) -> Decimal | None:
    """The value as a table holds it, or None."""
    if value is None or abs(value) >= LIMIT:
        return None
    if value == value.quantize(PLACES):
        return value
    return value.quantize(PLACES) if amount.number.form == "fraction" and abs(value) >= Decimal("1e-6") else None
