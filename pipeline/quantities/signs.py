"""What stands before a number and belongs to it: currency signs and codes, a minus, a plus-minus.

In: a segment, a lexicon and the position of the number. Out: a `Prefix` or None. Judgements: a code in letters
must stand alone and belongs to the number before it when there is one (`17 USD 25`); a letter (`R4bn`) is a sign only
before a number with a scale; a hyphen is a minus only where no letter or digit stands before it; `$(3.2)` and `was
($3.2 million)` are how accounts print a minus.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.segment import Segment

DELTA = "△"
BEFORE_MINUS = " ([{'\"“‘,<>=:/·~\n\t$€£¥₩"


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a number and belongs to it: a currency sign, a minus, or both."""

    start: int
    currency: str | None
    factor: Decimal
    negative: bool
    tolerance: bool = False
    bracketed: bool = False


def money_before(segment: Segment, lexicon: Lexicon, position: int) -> Prefix | None:
    """The currency sign or code before `position`, with a minus before or behind it."""
    if segment.text[position - 1 : position] == "±" and position:
        return Prefix(position - 1, None, Decimal(1), False, True)
    if segment.folded.endswith(lexicon.parts["tolerance"], 0, position):
        words = next(words for words in lexicon.parts["tolerance"] if segment.folded.endswith(words, 0, position))
        return Prefix(position - len(words), None, Decimal(1), False, True)
    if segment.text[position - 1 : position] == "(" and position > 1:
        sign = sign_before(segment, lexicon, position - 1)
        if sign is not None and sign[0] + 1 == position - 1:
            return Prefix(sign[0], sign[1], sign[2], True, bracketed=True)
    start, negative = minus(segment, lexicon, position)
    sign = sign_before(segment, lexicon, start)
    if sign is None:
        return Prefix(start, None, Decimal(1), True) if negative else None
    start, currency, factor = sign
    if accounted(segment, lexicon, start, position):
        return Prefix(start - 1, currency, factor, True, bracketed=True)
    outer, other = minus(segment, lexicon, start)
    return Prefix(outer if other else start, currency, factor, negative or other)


def accounted(segment: Segment, lexicon: Lexicon, start: int, position: int) -> bool:
    """Whether a sum stands in brackets of its own where a sum is due (`a margin of ($3.2) million`): a minus."""
    if segment.text[start - 1 : start] != "(" or lexicon.glued:
        return False
    known = cues(lexicon.code)
    due = known["accounted"].search(segment.before(start, 16))
    return bool(due and known["accounted_after"].match(segment.after(position, 32)))


def sign_before(segment: Segment, lexicon: Lexicon, position: int) -> tuple[int, str, Decimal] | None:
    """The currency sign that ends at `position`, one space allowed."""
    text = segment.text
    for end in (position, position - 1):
        if end < 1 or text[end - 1] not in lexicon.sign_ends or (end < position and text[end] != " "):
            continue
        for length in range(min(6, end), 0, -1):
            sign = text[end - length : end]
            found = lexicon.signs.values.get(sign) or lexicon.signs.values.get(sign.lower())
            if sign in lexicon.scaled_signs and not cues(lexicon.code)["sign_scale"].match(segment.after(position, 24)):
                continue
            apart = end < position or text[end - 1].isalpha()
            if found and sign_stands_alone(text, end - length) and not (apart and measured_before(text, end - length)):
                return end - length, found[0], found[1]
    return None


def measured_before(text: str, start: int) -> bool:
    """Whether the sign belongs to a number before it (`17 USD 25`, `10 $ 30`)."""
    before = text[max(0, start - 2) : start]
    return before[-1:].isdecimal() or (before[-1:] == " " and before[:1].isdecimal())


def sign_stands_alone(text: str, start: int) -> bool:
    """A code in letters must not be the tail of a longer word; a bare `$` may follow anything."""
    if not text[start].isalpha() or start == 0:
        return True
    return not (text[start - 1].isascii() and text[start - 1].isalnum())


def falls(segment: Segment, lexicon: Lexicon, position: int) -> bool:
    """Whether △ before a share is the minus of public statistics (`전년 대비 △3.2%`) and no bullet and no rise."""
    known = cues(lexicon.code)
    after = known["delta_after"].match(segment.after(position, 12))
    return bool(after and known["delta_before"].search(segment.before(position, 140)))


def minus(segment: Segment, lexicon: Lexicon, position: int) -> tuple[int, bool]:
    """Where the number with its minus starts, and whether there is one."""
    text = segment.text
    for word in lexicon.parts["minus"]:
        start = position - len(word)
        if segment.folded.endswith(word, 0, position) and not text[max(0, start - 1) : max(0, start)].isalnum():
            return start, True
    if DELTA in text[max(0, position - 2) : position]:
        return (text.rindex(DELTA, 0, position), True) if falls(segment, lexicon, position) else (position, False)
    if text[position - 1 : position] != "-" or position == 0:
        return position, False
    before = text[position - 2 : position - 1] if position > 1 else ""
    return (position - 1, True) if before == "" or before in BEFORE_MINUS else (position, False)
