"""A number while it is put together from its words, and when it is finished.

In: digits and numeral words in reading order. Out: a `Number`, or a refusal of what cannot continue it. One
grammar for all languages: digits and tens add up, small scales (십 백 천, hundred) multiply inside a block, large
scales (만 억 조, thousand million) close it, each smaller than the one before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from pipeline.quantities.digits import EXACT, LIMIT, Printed

SPACED = ("english", "plural")
SMALLEST_PARTED = Decimal(10) ** 6


@dataclass(frozen=True, slots=True)
class Word:
    """A numeral word: its value, the part it plays and the style it is written in."""

    value: Decimal
    role: str
    style: str
    high: Decimal | None = None


class Number(NamedTuple):
    """A numeral that was read. `low` and `high` differ only for vague numbers and spoken ranges;
    `scales` are the factors of its written scales, for a range whose first part leaves them out."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: Decimal | None
    coarse: Decimal | None
    style: str
    form: str = "plain"
    scales: tuple[Decimal, ...] = ()
    status: str = "ok"
    hedge: tuple[int, int] | None = None
    words: int = 0
    soft: bool = True  # not a lone 수, which other words begin with
    scaled: bool = False
    spoken: bool = False  # has decimals in words, as 이점 (advantage) seems to

    @property
    def printed(self) -> bool:
        return self.style == "digits"

    @property
    def exact(self) -> bool:
        return self.low == self.high


@dataclass(slots=True)
class Sum:
    """The number so far: closed blocks, the open block, and a number that no scale has taken yet."""

    total: Decimal = Decimal(0)
    block: Decimal = Decimal(0)
    pending: Decimal | None = None
    pending_tens: bool = False
    small: Decimal = LIMIT
    large: Decimal = LIMIT
    unit: Decimal | None = None
    coarse: Decimal | None = None
    printed: bool = False
    vague: Decimal | None = None
    style: str = ""
    form: str = "plain"
    scales: list[Decimal] = field(default_factory=list)
    last: str = ""
    place: Decimal | None = None
    part: Decimal | None = None

    def add_printed(self, digits: Printed) -> bool:
        """Digits: only where no number waits, and smaller than the scale before them."""
        if self.pending is not None or digits.value is None or self.vague is not None:
            return False
        limit = self.small if self.block else self.large
        if self.last and (digits.value >= limit or digits.form == "fraction"):
            return False
        self.pending, self.pending_tens, self.printed, self.last = digits.value, False, True, "digits"
        self.unit, self.coarse, self.form = digits.unit, digits.coarse or self.coarse, digits.form
        if digits.value == 0 and self.total + self.block:
            self.coarse = self.scales[-1] if self.scales else digits.coarse
        self.scales = []
        return True

    def add_word(self, word: Word) -> bool:
        """A numeral word; False when it cannot continue this number."""
        decimals = self.place is not None and word.role in ("digit", "tens", "pair")
        taken = self.add_decimal(word) if decimals else getattr(self, f"add_{word.role}")(word)
        if taken:
            self.last = word.role
            if word.role not in ("small", "large", "letter") or not self.style:
                self.style = self.style or word.style
        return taken

    def add_digit(self, word: Word) -> bool:
        if self.pending is not None and not (self.pending_tens and word.value < 10 and word.value > 0):
            return False
        if self.vague is not None or word.value >= (self.small if self.block else self.large):
            return False
        self.pending, self.pending_tens = (self.pending or Decimal(0)) + word.value, False
        return True

    def add_tens(self, word: Word) -> bool:
        if self.pending is not None or self.vague is not None or (self.block and self.small <= 10):
            return False
        self.pending = word.value
        self.pending_tens = word.style == "native" or (word.value % 10 == 0 and word.value != 10)
        return True

    def add_vague(self, word: Word) -> bool:
        if self.last not in ("", "small") or self.vague is not None or self.printed:
            return False
        self.pending, self.vague = word.value, word.high
        return True

    add_pair = add_some = add_vague

    def add_half(self, word: Word) -> bool:
        """`half a million`, `a quarter of an inch`: a part of the scale or unit that must follow."""
        if self.last:
            return False
        self.pending, self.form = word.value, "half"
        return True

    def add_small(self, word: Word) -> bool:
        """십, 백, 천, hundred: a block's scale, each smaller than the last."""
        if word.value >= self.small or (self.last == "large" and word.style in SPACED):
            return False
        self.block += (Decimal(1) if self.pending is None else self.pending) * word.value
        self.scaled(word.value, self.pending is not None)
        if self.vague is not None:
            self.vague = (self.vague + 1) * word.value - 1
        self.pending, self.pending_tens, self.small = None, False, word.value
        return True

    def add_large(self, word: Word) -> bool:
        """만, 억, thousand, million: closes the block."""
        if self.last == "large" and word.style in SPACED and word.value > 1:
            return False
        if self.last == "part" and self.part is not None:
            return self.add_scaled_part(word)
        if word.value >= self.large:
            return False
        block = self.block + (self.pending or 0)
        if not block and self.last == "large":
            return False
        self.total += (block if block or self.pending is not None else Decimal(1)) * word.value
        self.scaled(word.value, True)
        if self.vague is not None:
            self.vague = (self.vague + 1) * word.value - 1
        self.block, self.pending, self.pending_tens, self.small, self.large = Decimal(0), None, False, LIMIT, word.value
        return True

    add_letter = add_large

    def add_point(self, word: Word) -> bool:
        """점, point: what follows are decimals, one digit after the other."""
        if self.printed or self.place is not None or self.last not in ("digit", "tens", "small"):
            return False
        self.place = Decimal(1)
        self.pending = self.pending if self.pending is not None else Decimal(0)
        return True

    def add_decimal(self, word: Word) -> bool:
        """One more decimal (or two: `point seventy-one`)."""
        if self.place is None or self.pending is None:
            return False
        if word.role == "pair" and word.high is not None:  # 이삼 is two and three, and here the digits 23
            self.place /= 100
            self.pending += (word.value * 10 + word.high) * self.place
            return True
        self.place = self.place / (100 if word.role == "tens" else 10)
        if self.last == "tens" and word.role == "digit":
            self.place *= 10
        self.pending += word.value * self.place
        return True

    def add_part(self, word: Word) -> bool:
        """`and a half` behind a whole number, and of its scale behind a million or more (`two million and a half`)."""
        if self.last == "large" and self.large >= SMALLEST_PARTED:
            self.part, self.unit, self.coarse, self.form = word.value, None, None, "fraction"
            self.total += word.value * self.large
            return True
        if self.pending is None or self.pending != int(self.pending):
            return False
        self.pending, self.pending_tens, self.unit, self.coarse = self.pending + word.value, False, None, None
        self.form = "fraction"
        return True

    def add_scaled_part(self, word: Word) -> bool:
        """`one billion and three quarters million`: the part has a scale of its own."""
        if self.part is None or word.value >= self.large:
            return False
        self.total += self.part * (word.value - self.large)
        self.part, self.large = None, word.value
        return True

    def scaled(self, factor: Decimal, applies: bool) -> None:
        """A scale moves the unit of the digits that it stands behind."""
        if applies:
            self.unit = self.unit * factor if self.unit is not None else None
            self.coarse = self.coarse * factor if self.coarse is not None else None
        self.scales = [scale * factor for scale in self.scales] + [factor]

    def value(self) -> Decimal:
        return EXACT.add(self.total, self.block + (self.pending or 0))


def unreadable(start: int, end: int, status: str) -> Number:
    return Number(start, end, None, None, None, None, "digits", "grouped", (), status)


def number(total: Sum, start: int, end: int, words: int, hedge: tuple[int, int] | None) -> Number:
    """The finished number; one that no table can hold has a status instead of a value."""
    low = total.value()
    style = "digits" if total.printed else total.style
    if low >= LIMIT:
        return unreadable(start, end, "overflow")._replace(style=style)
    unit, coarse = (total.unit, total.coarse) if total.printed else (None, None)
    high = total.vague if total.vague is not None else low
    form = "plain" if total.form == "half" and total.scales else total.form
    return Number(
        start,
        end,
        low,
        high,
        unit,
        coarse,
        style,
        form,
        tuple(total.scales),
        "ok",
        hedge,
        words,
        total.last != "some",
        total.large < LIMIT or total.small < LIMIT or bool(total.scales),
        total.place is not None,
    )
