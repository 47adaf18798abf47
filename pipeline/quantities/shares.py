"""Fractions in words: `3분의 1`, `two thirds`, `one in five`, `2와 3분의 1`.

In: a number that has been read and what follows it. Out: the number divided, over its whole span, or unchanged.
Judgements: `A in B` is a share only for small whole numbers of which nothing else is counted; `일만` as the
numerator of a small denominator is "only one" (만 is the particle); a tens word with a singular (`twenty-fifth`)
is an ordinal.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from pipeline.quantities.digits import EXACT, decimal, times
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.lookup import Words, ends_word, skip_space
from pipeline.quantities.number import SMALLEST_PARTED, Number
from pipeline.quantities.segment import Segment
from pipeline.quantities.unit_words import scaled_behind, unit_after

OF_ONE, SHARED = " one ", 16
ONE, ONLY, MOST_ONES, QUARTERS = Decimal(1), Decimal(10_000), 10, Decimal(4)
ORDINALS = Words({"first": Decimal(1), "firsts": Decimal(1), "second": Decimal(2), "seconds": Decimal(2)})


def share(segment: Segment, lexicon: Lexicon, number: Number) -> Number:
    """`3분의 1`: the first number divides the second; `2와 3분의 1` adds a whole number."""
    for joiner in lexicon.parts["mixed"]:
        if segment.text.startswith(joiner, number.end) and number.exact and number.form == "plain":
            mixed = with_part(segment, lexicon, number, number.end + len(joiner))
            if mixed is not None:
                return mixed
    if not lexicon.glued:
        return one_in(segment, lexicon, number) or divided(segment, lexicon, number)
    return out_of(segment, lexicon, number) or over(segment, lexicon, number)


def out_of(segment: Segment, lexicon: Lexicon, number: Number) -> Number | None:
    """`셋 중 하나`: both in native words without a counter; of two, one is either of them and no share."""
    if number.style != "native" or number.low is None or number.low <= 2 or not number.exact:
        return None
    for joiner in lexicon.parts["among"]:
        at = number.end + len(joiner)
        if segment.text.startswith(joiner, number.end) and segment.text[at : at + 1].strip():
            part = lexicon.numerals.read(segment.text, segment.folded, at)
            if part is None or part.style != "native" or not part.exact or part.low >= number.low:
                return None
            if unit_after(segment, lexicon, part) is None:
                value = decimal(Fraction(part.low) / Fraction(number.low))
                return fraction_of(part, value, part.end)._replace(start=number.start)
    return None


def over(segment: Segment, lexicon: Lexicon, number: Number) -> Number:
    """`3분의 1`, or the number itself."""
    for word in lexicon.parts["fraction"]:
        if segment.text.startswith(word, number.end) and number.exact and number.low:
            at = skip_space(segment.text, number.end + len(word))
            minus = next((sign for sign in lexicon.parts["minus"] if segment.folded.startswith(sign, at)), "")
            above = lexicon.numerals.read(segment.text, segment.folded, at + len(minus))
            if above is not None and above.low is not None and above.exact:
                above = without_only(segment, above, number)
                value = decimal(Fraction(above.low) / Fraction(-number.low if minus else number.low))
                style = "digits" if number.printed or above.printed else number.style
                return fraction_of(above, value, above.end)._replace(start=number.start, style=style)
    return number


def divisible(segment: Segment, lexicon: Lexicon, number: Number, whole: Number, joiner: str) -> bool:
    """Whether the two make a share; `A over B` does only where the text is about numbers."""
    if joiner != " over ":
        return small_share(number, whole)
    around = segment.folded[max(0, number.start - 30) : number.start]
    alone = segment.text.strip() == segment.text[number.start : whole.end].strip()
    return bool(whole.low) and (alone or bool(cues(lexicon.code)["arithmetic"].search(around)))


def small_share(number: Number, whole: Number) -> bool:
    """Whether `A in B` can be a share: whole numbers, A below ten, B at most a thousand."""
    if whole.low is None or not whole.exact or number.low is None:
        return False
    return 1 <= number.low < 10 and number.low < whole.low <= 1000 and not (number.low % 1 or whole.low % 1)


def fraction_of(number: Number, value: Decimal, end: int) -> Number:
    """The number with a quotient as its value."""
    return number._replace(end=end, low=value, high=value, unit=None, coarse=None, form="fraction", words=2)


def without_only(segment: Segment, above: Number, below: Number) -> Number:
    """`오분의 일만`: 만 behind a small numerator means "only"."""
    if above.printed or above.low <= below.low or above.low % ONLY or segment.text[above.end - 1] != "만":
        return above
    return above._replace(low=above.low / ONLY, high=above.low / ONLY, end=above.end - 1)


def with_part(segment: Segment, lexicon: Lexicon, number: Number, at: int) -> Number | None:
    """A whole number and the fraction that follows it."""
    rest = lexicon.numerals.read(segment.text, segment.folded, at) if segment.text[at : at + 1].strip() else None
    divide = over if lexicon.glued else divided
    part = divide(segment, lexicon, rest) if rest is not None else None
    if part is None or part.form != "fraction" or part.low is None or part.low >= 1 or number.low is None:
        return None
    scaled = scaled_behind(segment, lexicon, part)
    own = scaled.scaled and scaled.scales[-1] < parted_scale(number)  # `one billion and three quarters million`
    part, factor = (scaled, ONE) if own else (part, parted_scale(number))
    value = EXACT.add(number.low, times(part.low, factor))
    return part._replace(start=number.start, low=value, high=value, style=number.style, words=3)


def parted_scale(number: Number) -> Decimal:
    """What a part behind the number is a part of: its last scale from a million on, or one."""
    scale = number.scales[-1] if number.scales else ONE
    return scale if scale >= SMALLEST_PARTED and not number.low % scale else ONE


def one_in(segment: Segment, lexicon: Lexicon, number: Number) -> Number | None:
    """`one in five adults`, `two out of three`: a share of small whole numbers, not `353-6 in 50 overs`."""
    if number.start > 1 and segment.text[number.start - 1] == "-" and segment.text[number.start - 2].isdecimal():
        return None
    for joiner in lexicon.parts["fraction"]:
        at = number.end + len(joiner)
        if not segment.folded.startswith(joiner, number.end) or not number.exact or number.scaled or number.low is None:
            continue
        whole = lexicon.numerals.read(segment.text, segment.folded, at) if segment.text[at : at + 1].strip() else None
        if whole is None or not divisible(segment, lexicon, number, whole, joiner):
            continue
        if unit_after(segment, lexicon, whole) is not None:
            continue
        value = decimal(Fraction(number.low) / Fraction(whole.low))
        return fraction_of(number, value, whole.end)
    return None


def denominator(segment: Segment, lexicon: Lexicon, at: int) -> tuple[Decimal, int] | None:
    """`thirds`, `hundredths`, `twenty-fifths`: what the word divides by, and where it ends."""
    tens = lexicon.numerals.words.at(segment.folded, at)
    if tens is not None and tens[0].role == "digit" and segment.text[tens[1] : tens[1] + 1] in (" ", "-"):
        return hundreds(segment, lexicon, at)
    if tens is None or tens[0].role != "tens" or segment.text[tens[1] : tens[1] + 1] != "-":
        return lexicon.denominators.at(segment.folded, at)
    ones = lexicon.denominators.at(segment.folded, tens[1] + 1) or ORDINALS.at(segment.folded, tens[1] + 1)
    return (tens[0].value + ones[0], ones[1]) if ones is not None and ones[0] < MOST_ONES else None


def hundreds(segment: Segment, lexicon: Lexicon, at: int) -> tuple[Decimal, int] | None:
    """`one hundred and fifth`, `two-hundred-and-twelfths` as what is divided by, and where it ends."""
    number = lexicon.numerals.read(segment.text, segment.folded, at)
    if number is None or number.low is None or number.low % 100:
        return None
    for joiner in (" and ", "-and-", " ", "-"):
        end = number.end + len(joiner)
        ones = lexicon.denominators.at(segment.folded, end) if segment.folded.startswith(joiner, number.end) else None
        if ones is not None and ones[0] < 100 and segment.folded[end] != "h":
            return number.low + ones[0], ones[1]
    return None


def of_what_follows(segment: Segment, end: int) -> bool:
    """`5 half-time`, `two third-party tools`: a singular that belongs to the word behind it."""
    hyphened = segment.text[end : end + 1] == "-" and segment.text[end + 1 : end + 2].isalpha()
    return segment.folded.endswith("half", 0, end) or hyphened and segment.folded[end - 1] != "s"


def of_several(segment: Segment, lexicon: Lexicon, number: Number, end: int) -> bool:
    """`two seventh graders`, but not `two-fifth majority`, `two fifth of it`: several with a singular and a noun
    behind."""
    if number.low <= ONE or segment.text[number.end] != " " or segment.folded[end - 1] == "s":
        return False
    noun = segment.text[end : end + 1] == " " and segment.text[end + 1 : end + 2].isalpha()
    return noun and not cues(lexicon.code)["shared"].match(segment.after(end, SHARED))


def quarters_of_a_year(segment: Segment, lexicon: Lexicon, number: Number, end: int) -> bool:
    """Whether `quarters` are stretches of time: `two quarters`, `the past three quarters`, `four-quarter`."""
    known = cues(lexicon.code)
    if segment.folded[end - 1] != "s":  # `a rolling four-quarter average`
        return number.low not in (1, 3)
    if segment.text.strip() == segment.text[number.start : end]:
        return False
    before = segment.before(number.start, 30)
    if number.low not in (1, 3) and not known["arithmetic"].search(before.lower()):
        return True
    return bool(known["quarters_before"].search(before[-16:]) or known["quarters_after"].match(segment.after(end)))


def divided(segment: Segment, lexicon: Lexicon, number: Number) -> Number:
    """`two thirds`, `three-quarters`: the word behind the number divides it."""
    if segment.text[number.end : number.end + 1] not in (" ", "-") or not number.low:
        return number
    found = denominator(segment, lexicon, number.end + 1)
    if found is not None and number.scales and (number.printed or segment.folded[found[1] - 1] != "s"):
        return number
    if found is None or not number.exact or not ends_word(segment.text, found[1]):
        return number
    apart = number.low != ONE or segment.text[number.end] == " "  # `a one-third-owned unit`, but `one fourth-round tie`
    if apart and of_what_follows(segment, found[1]) or of_several(segment, lexicon, number, found[1]):
        return number
    if found[0] == QUARTERS and quarters_of_a_year(segment, lexicon, number, found[1]):
        return number
    if number.low % 10 == 0 and not number.printed and segment.folded[found[1] - 1] != "s":
        return number._replace(end=found[1], form="ordinal")
    whole, above, below = Decimal(0), number.low, found[0]
    split = parted(segment, lexicon, number, below)
    if split is not None:
        above, below = split
    elif number.scales and below < MOST_ONES <= above % 100 and not above % 10:
        above, below = above - above % 100, above % 100 + below  # `one hundred thirty-fifths`: tens and ones bind
    part = behind_and(segment, lexicon, number)
    if part is not None and part < below:
        whole, above = above - part, part  # `two hundred and fifty-four hundredths`: and stands for the point
    value = EXACT.add(whole, decimal(Fraction(above) / Fraction(below)))
    return fraction_of(number, value, found[1])


def parted(segment: Segment, lexicon: Lexicon, number: Number, ones: Decimal) -> tuple[Decimal, Decimal] | None:
    """`two hundred | one thousand fifths`: a scale of one behind a whole number divides it, with the ones behind."""
    at = segment.folded.rfind(OF_ONE, number.start, number.end)
    scale = lexicon.numerals.read(segment.text, segment.folded, at + 1) if at > 0 and not number.printed else None
    if scale is None or scale.end != number.end or not scale.scales or ones >= scale.low:
        return None
    above = lexicon.numerals.read(segment.text[:at], segment.folded[:at], number.start)
    return (above.low, scale.low + ones) if above is not None and above.end == at and above.low else None


def behind_and(segment: Segment, lexicon: Lexicon, number: Number) -> Decimal | None:
    """What stands behind the last `and` of a numeral in words, or None."""
    at = segment.folded.rfind(" and ", number.start, number.end)
    if at < 0 or number.printed:
        return None
    part = lexicon.numerals.read(segment.text, segment.folded, at + len(" and "))
    return part.low if part is not None and part.end == number.end else None
