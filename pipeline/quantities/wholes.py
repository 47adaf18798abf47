"""Words that are an amount by themselves: `절반`, `사흘`, `half`, `doubled`, `double-digit`.

In: a segment, a lexicon and a position. Out: an `Amount` or None, decided by the word's neighbours as its row
in ``wholes.csv`` says. A word whose row gives two values is vague; the currency or unit that it is of belongs to it
(`billions of dollars`).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.languages import language, table
from pipeline.quantities.amount import Amount, scaled
from pipeline.quantities.lexicon import WINDOW, Lexicon, pattern
from pipeline.quantities.lookup import Words, ends_word
from pipeline.quantities.number import Number
from pipeline.quantities.reference import kind_of
from pipeline.quantities.segment import Segment

OF = " of "
# What is told in vague sums; miles and hours in dozens too.
MEASURED = ("money", "mass", "length", "area", "volume", "energy", "power", "data", "duration")


@dataclass(frozen=True, slots=True)
class Whole:
    """A row of ``wholes.csv``."""

    unit: str | None
    kind: str
    low: Decimal
    high: Decimal
    before: object
    after: object
    not_before: object
    not_after: object


@cache
def wholes(code: str) -> Words[tuple[Whole, ...]]:
    values: dict[str, tuple[Whole, ...]] = {}
    for each in language(code).reads:
        for row in table(each, "wholes"):
            found = Whole(
                row["unit"] or None,
                row["kind"] or kind_of(row["unit"]),
                Decimal(row["low"]),
                Decimal(row["high"]),
                pattern(row["before"], True),
                pattern(row["after"]),
                pattern(row["not_before"], True),
                pattern(row["not_after"]),
            )
            values[row["surface"]] = (*values.get(row["surface"], ()), found)
    return Words(values)


def read_whole(segment: Segment, lexicon: Lexicon, position: int) -> Amount | None:
    """The amount that the word at `position` is, or None."""
    for readings, end in wholes(lexicon.code).all_at(segment.folded, position):
        if not ends_word(segment.text, end):
            continue
        for whole in readings:
            if holds(segment, whole, position, end):
                return measured(segment, lexicon, whole, position, end) or amount(whole, position, end)
    return None


def measured(segment: Segment, lexicon: Lexicon, whole: Whole, start: int, end: int) -> Amount | None:
    """`billions of dollars`, `hundreds of thousands of tonnes`: a vague count of a currency or unit, or None."""
    if whole.kind != "count" or whole.low == whole.high or not segment.folded.startswith(OF, end):
        return None
    for readings, last in lexicon.words.all_at(segment.folded, end + len(OF)):
        found = next((reading for reading in readings if reading.holds(segment, start, end, last, "w")), None)
        if found is not None and found.kind in MEASURED and ends_word(segment.text, last):
            number = Number(start, end, whole.low, whole.high, None, None, "word")
            return scaled(number, start, last, found.kind, found.unit, found.factor)
    return None


def holds(segment: Segment, whole: Whole, start: int, end: int) -> bool:
    before, after = segment.folded[max(0, start - WINDOW) : start], segment.folded[end : end + WINDOW]
    if whole.before and not whole.before.search(before) or whole.after and not whole.after.match(after):
        return False
    if whole.not_before and whole.not_before.search(before):
        return False
    return not (whole.not_after and whole.not_after.match(after))


def amount(whole: Whole, start: int, end: int) -> Amount:
    number = Number(start, end, whole.low, whole.high, None, None, "word")
    return scaled(number, start, end, whole.kind, whole.unit)
