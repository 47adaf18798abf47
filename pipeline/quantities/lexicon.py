"""A language's words for numbers, units, counters and currencies, made ready for reading.

In: the CSV tables of the language's folder (and of those it reads along: Latin-script scales and units stand
in Korean text too) and ``seeds/reference``. Out: one cached `Lexicon` a language. Every condition of a row
(shape of the number, neighbours) is an RE2 pattern over a bounded stretch of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

import re2

from pipeline.languages import language, table
from pipeline.quantities.lookalikes import JOINING, lookalikes
from pipeline.quantities.lookup import Words
from pipeline.quantities.number import Word
from pipeline.quantities.numerals import Numerals
from pipeline.quantities.reference import currencies, kind_of, units
from pipeline.quantities.segment import Segment

STYLES = {"sino": "s", "hanja": "s", "native": "n", "english": "e", "vague": "v", "digits": "d"}
WINDOW = 48
NUMBERS_KEPT = 1024  # of which is known whether they have a shape: most numbers of a text are small
ZEROS = str.maketrans({"백": "00", "천": "000", "만": "0000", "억": "00000000", "조": "000000000000"})
PARTS = (
    "minus",
    "fraction",
    "mixed",
    "range",
    "score",
    "either",
    "listing",
    "listing_on",
    "lead",
    "arrival",
    "conversion",
    "not_scale",
    "glued_before",
    "particle",
    "tolerance",
    "among",
    "bounded",
    "lower",
)
# The parts that join two amounts.
RANGING = ("range", "lower", "either", "score", "listing")
UNITLESS = ("index", "score", "rank", "none")


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a unit word, and what must stand around it."""

    surface: str
    unit: str | None
    kind: str
    factor: Decimal
    decade: bool
    numbers: str
    shape: object
    before: object
    after: object
    not_before: object
    not_after: object

    def holds(self, segment: Segment, start: int, number_end: int, end: int, style: str) -> bool:
        """Whether the neighbours allow this meaning for the number text[start:number_end] with its unit to `end`."""
        if self.numbers and style not in self.numbers:
            return False
        if self.shape and not shaped(self.shape, segment.text[start:number_end].strip()):
            return False
        if self.not_after and self.not_after.match(segment.after(end)):
            return False
        if self.after and not self.after.match(segment.after(end)):
            return False
        if self.before and not self.before.search(segment.before(start, WINDOW)):
            return False
        return not (self.not_before and self.not_before.search(segment.before(start, WINDOW)))


@lru_cache(maxsize=NUMBERS_KEPT)
def shaped(shape: object, spelled: str) -> bool:
    """Whether a number has the shape; digits with a scale (`3만`) also have that of the same in digits alone."""
    if shape.fullmatch(spelled):
        return True
    if not spelled[:1].isdecimal() or spelled.isascii():
        return False
    return bool(shape.fullmatch(spelled.rstrip("0123456789,")) or shape.fullmatch(spelled.translate(ZEROS)))


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to frame a range: what opens it, what stands between its ends, and what may close it."""

    opening: str
    middle: str
    closings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the reader knows of a language."""

    code: str
    numerals: Numerals
    number_words: tuple[str, ...]
    words: Words[tuple[Reading, ...]]
    symbols: Words[tuple[Reading, ...]]
    signs: Words[tuple[str, Decimal]]
    sign_ends: frozenset[str]
    scaled_signs: frozenset[str]
    lookalikes: Words[bool]
    denominators: Words[Decimal]
    frames: tuple[Frame, ...]
    frame_heads: frozenset[str]
    range_heads: frozenset[str]
    parts: dict[str, tuple[str, ...]]
    glued: bool


def pattern(text: str, at_end: bool = False) -> object:
    if not text:
        return None
    return re2.compile(f"(?i)(?:{text})$" if at_end else f"(?i)(?:{text})")


def reading(row: dict[str, str]) -> Reading:
    """A row of units, counters or currencies."""
    decade = row["factor"].endswith("s")
    kind = row["kind"] or kind_of(row["unit"])
    unit, factor = row["unit"] if kind not in UNITLESS else None, Decimal(1 if decade else row["factor"] or 1)
    return Reading(
        row["surface"],
        unit,
        kind,
        factor,
        decade,
        row["numbers"],
        pattern(row["shape"]),
        pattern(row["before"], True),
        pattern(row["after"]),
        pattern(row["not_before"], True),
        pattern(row["not_after"]),
    )


def symbol(sign: str, unit: str) -> Reading:
    """A sign that means one unit wherever it stands."""
    kind = kind_of(unit)
    unit = unit if kind not in UNITLESS else None
    return Reading(sign, unit, kind, Decimal(1), False, "", None, None, None, None, None)


def grouped(readings: list[tuple[str, Reading]]) -> Words[tuple[Reading, ...]]:
    values: dict[str, tuple[Reading, ...]] = {}
    for surface, found in readings:
        values[surface] = (*values.get(surface, ()), found)
    return Words(values)


def numeral_words(codes: tuple[str, ...]) -> dict[str, Word]:
    """The numeral words of a language; of one read along only the scales, which need digits before them."""
    words = {}
    for code in reversed(codes):
        for row in table(code, "numerals"):
            if row["role"] != "letter" and (code == codes[0] or row["role"] == "large"):
                high = Decimal(row["high"]) if row["high"] else None
                words[row["surface"]] = Word(Decimal(row["value"]), row["role"], row["style"], high)
    return words


def letter_scales(codes: tuple[str, ...]) -> dict[str, Word]:
    """Scales written as letters onto digits, in their case."""
    rows = [row for code in codes for row in table(code, "numerals") if row["role"] == "letter"]
    return {row["surface"]: Word(Decimal(row["value"]), "letter", row["style"]) for row in rows}


def currency_signs(codes: tuple[str, ...]) -> dict[str, tuple[str, Decimal]]:
    """Signs and codes that stand before an amount."""
    signs = {sign: (money.code, Decimal(1)) for money in currencies().values() for sign in money.symbols}
    for code in codes:
        for row in table(code, "currency_signs"):
            signs[row["surface"]] = (row["unit"], Decimal(row["factor"] or 1))
    return signs


def part_words(codes: tuple[str, ...], part: str) -> tuple[str, ...]:
    """The words of ``number_words.csv`` that play a part, longest first."""
    found = {row["surface"] for code in codes for row in table(code, "number_words") if row["part"] == part}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def frames(codes: tuple[str, ...]) -> tuple[Frame, ...]:
    return tuple(
        Frame(row["opening"], row["middle"], tuple(row["closings"].split("|")))
        for code in codes
        for row in table(code, "range_frames")
    )


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; KeyError when there is no such language."""
    codes, glued = language(code).reads, language(code).glued
    words = [
        (row["surface"], reading(row))
        for each in codes
        for name in ("units", "counters", "currencies")
        for row in table(each, name)
    ]
    signs = currency_signs(codes)
    marks = [(sign, symbol(sign, unit.id)) for unit in units().values() for sign in unit.symbols]
    named = {surface for surface, _ in words}  # whose rows say what may stand behind them
    marks += [
        (sign, symbol(sign, unit))
        for sign, (unit, factor) in signs.items()
        if factor == 1 and (len(sign) > 1 or not sign.isascii()) and sign.lower() not in named or not sign.isalnum()
    ]
    numerals, letters = numeral_words(codes), letter_scales(codes)
    denominators = {row["surface"]: Decimal(row["value"]) for each in codes for row in table(each, "denominators")}
    sign_ends = frozenset(end for sign in signs for end in (sign[-1], sign[-1].lower()))
    parts = {part: part_words(codes, part) for part in PARTS}
    joiners = [word for part in RANGING for word in parts[part]]
    return Lexicon(
        code,
        Numerals(Words(numerals), Words(letters), Words(denominators), parts["not_scale"], glued),
        tuple(numerals),
        grouped(words),
        grouped(marks),
        Words(signs),
        sign_ends,
        frozenset(row["surface"] for each in codes for row in table(each, "currency_signs") if row["scaled"]),
        lookalikes(code, tuple(numerals), (*letters, *(word for part in JOINING for word in parts[part]))),
        Words(denominators),
        frames(codes),
        frozenset(frame.middle[0] for frame in frames(codes)),
        frozenset(word[0] for word in (*joiners, *(frame.middle for frame in frames(codes)))),
        parts,
        glued,
    )
