"""Numerals in digits, words or both, with their scale, as exact numbers.

In: a segment, a position and a language's numeral words. Out: a `Number` or None. Judgements:
- `18조9600억`, `5천550억`, `two hundred and fifty million` follow one grammar: digits and tens add up, small
  scales (십 백 천, hundred) multiply inside a block, large scales (만 억 조, thousand million) close it, each
  smaller than the one before.
- A number after a space continues only where the words cannot mean two numbers (`2억 4천 4백만`, `5만 8200`).
- Resolution is the unit of the last printed digit of the smallest written scale; words have none.
- `수천` is 2000 to 9999, `dozens` 24 to 99; `여` behind a number hedges it and belongs to its surface.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

import re2

from pipeline.quantities.digits import EXACT, LIMIT, VULGAR, Printed, read_digits
from pipeline.quantities.lookup import Words

NOT_SCALES = ("만큼", "조각", "조항", "조합", "조사", "조립", "백신", "천연", "경기", "경매", "경찰", "만족", "만점", "만기", "억제")
MOST_TOKENS = 24
PARTICLE_END = re2.compile(r"[ 다었며고라상하내후인지에용넘되안]")  # what makes a last 이 a particle
OPENS_NOTHING = Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class Word:
    """A numeral word: its value, the part it plays and the style it is written in."""

    value: Decimal
    role: str
    style: str
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Number:
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
        decimals = self.place is not None and word.role in ("digit", "tens")
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
        self.pending, self.pending_tens = word.value, word.value % 10 == 0 and word.value != 10 or word.style == "native"
        return True

    def add_vague(self, word: Word) -> bool:
        if self.last not in ("", "small") or self.vague is not None or self.printed:
            return False
        self.pending, self.vague = word.value, word.high
        return True

    add_pair = add_some = add_vague

    def add_small(self, word: Word) -> bool:
        """십, 백, 천, hundred: a block's scale, each smaller than the last."""
        if word.value >= self.small or (self.last == "large" and word.style == "english"):
            return False
        self.block += (Decimal(1) if self.pending is None else self.pending) * word.value
        self.scaled(word.value, self.pending is not None)
        if self.vague is not None:
            self.vague = (self.vague + 1) * word.value - 1
        self.pending, self.pending_tens, self.small = None, False, word.value
        return True

    def add_large(self, word: Word) -> bool:
        """만, 억, thousand, million: closes the block."""
        if self.last == "large" and word.style == "english" and word.value > 1:
            return False
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
        self.place = self.place / (100 if word.role == "tens" else 10)
        if self.last == "tens" and word.role == "digit":
            self.place *= 10
        self.pending += word.value * self.place
        return True

    def add_part(self, word: Word) -> bool:
        """`and a half` behind a whole number."""
        if self.pending is None or self.pending != int(self.pending):
            return False
        self.pending, self.pending_tens, self.unit, self.coarse = self.pending + word.value, False, None, None
        self.form = "fraction"
        return True

    def scaled(self, factor: Decimal, applies: bool) -> None:
        """A scale moves the unit of the digits that it stands behind."""
        if applies:
            self.unit = self.unit * factor if self.unit is not None else None
            self.coarse = self.coarse * factor if self.coarse is not None else None
        self.scales = [scale * factor for scale in self.scales] + [factor]

    def value(self) -> Decimal:
        return EXACT.add(self.total, self.block + (self.pending or 0))


class Numerals:
    """Reads numerals with one language's words. `glued` languages write words onto each other; the others
    separate them by a space, a hyphen or `and`."""

    def __init__(self, words: Words[Word], letters: Words[Word], denominators: Words[Decimal], glued: bool) -> None:
        self.words, self.letters, self.denominators, self.glued = words, letters, denominators, glued
        self.joiners = ("", " ") if glued else ("", " ", "-", " and ", ", ", "  ")

    def read(self, text: str, folded: str, position: int, money: bool = False) -> Number | None:
        """The longest number that starts at `position`, or None; `money` says that a currency stands before it."""
        if position >= len(text):
            return None
        total = Sum()
        if text[position].isdigit() or text[position] in VULGAR or text[position] == ".":
            printed = read_digits(text, position)
            if printed.value is None:
                return unreadable(position, self.past_scales(folded, printed.end), printed.status)
            total.add_printed(printed)
            end = printed.end
        else:
            found = self.words.at(folded, position)
            if found is None or not self.opens(text, found) or not total.add_word(found[0]):
                return None
            end = found[1]
        return self.rest(text, folded, position, end, total, money)

    def opens(self, text: str, found: tuple[Word, int]) -> bool:
        """Whether a word can begin a number: 조 and 경 begin other words, a Latin word must be whole."""
        if self.glued:
            return found[0].value < OPENS_NOTHING
        return whole_word(text, found[1])

    def past_scales(self, folded: str, end: int) -> int:
        """Where the scales behind an unreadable number end."""
        while (found := self.words.at(folded, end)) and found[0].role in ("small", "large"):
            end = found[1]
        return end

    def rest(self, text: str, folded: str, start: int, end: int, total: Sum, money: bool) -> Number:
        """Takes in what continues the number."""
        hedge, words = None, 1
        for _ in range(MOST_TOKENS):
            if self.glued and hedge is None and text.startswith("여", end) and not self.words.at(folded, end):
                hedge, end = (end, end + 1), end + 1
                following = self.words.at(folded, end)
                if following is None or following[0].role != "large" or not total.add_word(following[0]):
                    break
                end = following[1]
                continue
            step = self.letter_step(text, end, total, money) or self.step(text, folded, end, total)
            if step is None:
                break
            end, words = step, words + 1
        if self.glued and total.printed and total.last in ("digits", "large") and self.runs_on(text, end):
            return unreadable(start, self.past_scales(folded, end), "malformed")
        return number(total, start, end, words, hedge)

    def runs_on(self, text: str, end: int) -> bool:
        """Whether another scale is written onto the number, as in `3조억` or `5만3만`."""
        found = self.words.at(text, end)
        return found is not None and found[0].role == "large" and not text.startswith(NOT_SCALES, end)

    def letter_step(self, text: str, end: int, total: Sum, money: bool) -> int | None:
        """`3.5M`, `$5m`, `13.1 mn`: a scale in letters, whole and right behind the digits."""
        if total.last != "digits":
            return None
        for gap in ("", " "):
            found = self.letters.at(text, end + len(gap)) if text.startswith(gap, end) else None
            if found is None or not whole_word(text, found[1]):
                continue
            word, after = found
            if word.style == "tight" and "°" in text[max(0, end - 30) : end]:
                continue
            if (gap and word.style == "tight") or (word.style == "money" and not money):
                continue
            if total.add_word(word):
                return after
        return None

    def step(self, text: str, folded: str, end: int, total: Sum) -> int | None:
        """The end of one more token that continues the number, or None."""
        for joiner in self.joiners:
            if joiner and not folded.startswith(joiner, end):
                continue
            at = end + len(joiner)
            taken = self.digits_step(text, at, joiner, total) or self.word_step(text, folded, at, joiner, total)
            if taken is not None:
                return taken
        return None

    def digits_step(self, text: str, at: int, joiner: str, total: Sum) -> int | None:
        """Digits behind a scale: `5천550`, `5만 8200`, `3 hundred and 21`."""
        if not text[at : at + 1].isdigit() or total.last not in ("small", "large"):
            return None
        printed = read_digits(text, at)
        if (joiner and joiner != " and ") and not self.may_follow_space(text, printed):
            return None
        if joiner == " and " and (self.scale_behind(text, printed.end) or printed.form != "plain" or printed.unit != 1):
            return None
        return printed.end if total.add_printed(printed) else None

    def may_follow_space(self, text: str, printed: Printed) -> bool:
        """Digits with a scale of their own, or three or more of them that are no year."""
        if printed.value is None:
            return False
        if not self.glued or self.scale_behind(text, printed.end):
            return self.scale_behind(text, printed.end)
        return printed.value >= 100 and printed.unit == 1 and not text.startswith(("년", "월", "일"), printed.end)

    def scale_behind(self, text: str, end: int) -> bool:
        """Whether a scale follows the digits that end at `end`."""
        following = self.words.at(text, end if self.glued else end + 1)
        return following is not None and following[0].role in ("small", "large")

    def word_step(self, text: str, folded: str, at: int, joiner: str, total: Sum) -> int | None:
        found = self.words.at(folded, at)
        if found is None:
            return None
        word, end = found
        if joiner == " and " and self.denominators.at(folded, end + 1) is not None:
            return None
        may = self.glued_step if self.glued and word.style != "english" else spaced_step
        return end if may(text, at, end, word, joiner, total) and total.add_word(word) else None

    def glued_step(self, text: str, at: int, end: int, word: Word, joiner: str, total: Sum) -> bool:
        """Whether a Hangul numeral continues the number instead of starting a word of its own."""
        following = self.words.at(text, end)
        scaled = following is not None and following[0].role in ("small", "large")
        if word.role in ("digit", "vague", "pair", "some"):
            if word.style == "native" and total.last in ("small", "large") and len(text[at:end]) == 1:
                return False
            if total.printed or joiner:
                return scaled and word.role == "digit" and word.style != "native"
            return not (text[at:end] == "이" and PARTICLE_END.match(text[end : end + 2]))
        if text.startswith(NOT_SCALES, at):
            return False
        if word.role == "point":
            following = self.words.at(text, end)
            return following is not None and following[0].role == "digit" and not joiner and self.glued_step(text, end, following[1], following[0], "", total)
        if word.role == "tens" or (joiner and word.style == "native"):
            return total.last != "digits" and not joiner
        if joiner and not total.printed and total.pending is not None:
            return False
        if joiner and total.pending is None:
            return word.role == "small" and (scaled or text[end : end + 1].isdigit() or text[end + 1 : end + 2].isdigit())
        return True


def whole_word(text: str, end: int) -> bool:
    """Whether no Latin letter or digit follows."""
    following = text[end : end + 1]
    return not (following.isascii() and following.isalnum())


def spaced_step(text: str, at: int, end: int, word: Word, joiner: str, total: Sum) -> bool:
    """Whether a Latin-script numeral or scale continues the number: whole words, no two numbers in a row."""
    if not whole_word(text, end) or (joiner == "" and text[at - 1].isascii() and text[at - 1].isalpha()):
        return False
    if word.role == "point":
        return joiner == " " and text[end : end + 1] == " " and text[end + 1 : end + 4].isalpha() and total.last != "digits"
    if joiner in (" and ", ", ") and word.role != "part":
        return total.last in ("small", "large") and word.role in ("digit", "tens") and not total.printed
    return not (word.role in ("digit", "tens") and total.last == "digits")


def unreadable(start: int, end: int, status: str) -> Number:
    return Number(start, end, None, None, None, None, "digits", "grouped", (), status)


def number(total: Sum, start: int, end: int, words: int, hedge: tuple[int, int] | None) -> Number:
    """The finished number; one that no table can hold has a status instead of a value."""
    low = total.value()
    style = "digits" if total.printed else total.style
    if low >= LIMIT:
        return replace(unreadable(start, end, "overflow"), style=style)
    unit, coarse = (total.unit, total.coarse) if total.printed else (None, None)
    high = total.vague if total.vague is not None else low
    return Number(
        start, end, low, high, unit, coarse, style, total.form, tuple(total.scales), "ok", hedge, words,
        total.last != "some", total.large < LIMIT or total.small < LIMIT or bool(total.scales), total.place is not None,
    )
