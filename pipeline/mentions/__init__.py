"""What is found in a text: sections, sentences, quantities and dates, as immutable values.

Offsets are Unicode code points into the document's stored text; ``text[start:end] == surface`` holds
for every value. Amounts are `Decimal`; a field that the words do not give is None, never a guess.
The fields mean what the contracts of the same-named tables in ``pipeline/tables`` say.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Section(NamedTuple):
    """A stretch of a document: what kind of text stands there."""

    start: int
    end: int
    kind: str


class Sentence(NamedTuple):
    """One sentence, without the white space around it."""

    start: int
    end: int
    section: str


class Quantity(NamedTuple):
    """A number with a meaning, as the words state it.

    `converts` is the position, in the list this quantity came in, of the amount it restates.
    `hedges` are the spans of the words that made the bound or the approximation, so that nobody
    has to look for them again.
    """

    start: int
    end: int
    surface: str
    kind: str
    unit: str | None = None
    counted: str | None = None
    per: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: str = "eq"
    approximate: bool = False
    resolution: Decimal | None = None
    resolution_coarse: Decimal | None = None
    converts: int | None = None
    status: str = "ok"
    hedges: tuple[tuple[int, int], ...] = ()


class Date(NamedTuple):
    """A date or period; `date_start` and `date_end` are None when nothing resolves it.

    `length` is where in it a length of time stands that is a quantity too (``지난 3년``, ``2018년부터 5년``).
    """

    start: int
    end: int
    surface: str
    date_start: date | None
    date_end: date | None
    granularity: str
    basis: str
    anchor: str
    time: str | None = None
    length: tuple[int, int] | None = None
