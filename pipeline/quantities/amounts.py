"""One amount: a numeral with its sign, its currency or unit, and the noun it counts.

In: a segment, the position of a numeral and the language's lexicon. Out: an `Amount` or None when the numeral
measures nothing (a name, a date, a word that only looks like a numeral). Judgements:
- A numeral written in words counts only with a unit or counter behind it, or with several syllables and a scale.
- Bare digits count when something says that they measure (a scale, separators, a score's or index's name, a
  bound, a counted noun); digits glued onto a name or onto an unknown counter do not.
- Money and measures in two parts (`15 dollars 50 cents`, `2년 6개월`) are one amount in the smaller unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pipeline.quantities.digits import EXACT, decimal
from pipeline.quantities.lexicon import STYLES, Lexicon, Reading
from pipeline.quantities.numerals import Number
from pipeline.quantities.reference import kind_of, units
from pipeline.quantities.segment import Segment

PERCENT, MOST_PARTS = Decimal(100), 3
PARTICLES = "을를이가은는의에도만씩로과와당째여짜중간동내안나까부밖뿐어치라며고다든후전쯤넘대인새미정"
ONLY = Decimal(10_000)
SMALL_CHANGE = Decimal(1_000_000)  # above this nobody counts cents, and `and 60 cents` is another amount
GLUED_UNITS = ("money", "percent", "percentage_point", "mass", "length", "area", "volume", "energy", "power", "data")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it measures; offsets are those of the segment."""

    start: int
    end: int
    number: Number
    kind: str
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    resolution: Decimal | None = None
    coarse: Decimal | None = None
    counted: str | None = None
    per: str | None = None
    bound: str = "eq"
    approximate: bool = False
    reading: Reading | None = None
    status: str = "ok"
    hedges: tuple[tuple[int, int], ...] = ()
    converts: int | None = None
    bare: bool = False


def read_amount(segment: Segment, lexicon: Lexicon, position: int) -> Amount | None:
    """The amount whose numeral starts at `position`, or None; up to three parts make one (`1 year 2 months 3 days`)."""
    amount = read_part(segment, lexicon, position)
    for _ in range(MOST_PARTS - 1):
        longer = compound(segment, lexicon, amount) if amount is not None else amount
        if longer is amount:
            break
        amount = longer
    return amount


def read_part(segment: Segment, lexicon: Lexicon, position: int) -> Amount | None:
    """One numeral with its sign and unit."""
    prefix = money_before(segment, lexicon, position)
    money = prefix is not None and prefix.currency is not None
    number = lexicon.numerals.read(segment.text, segment.folded, position, money)
    if number is None:
        return None
    number = share(segment, lexicon, with_article(segment, number))
    if number.form == "ordinal" or looks_alike(segment, lexicon, number):
        return None
    found = unit_after(segment, lexicon, number, prefix)
    if found is not None and found[0].kind == "none":
        return None
    if prefix is None and found is None:
        return bare(number)
    return attach(segment, lexicon, number, prefix, found)


def share(segment: Segment, lexicon: Lexicon, number: Number) -> Number:
    """`3분의 1`: the first number divides the second; `2와 3분의 1` adds a whole number."""
    for joiner in lexicon.mixed_joiners:
        if segment.text.startswith(joiner, number.end) and number.exact and number.form == "plain":
            mixed = with_part(segment, lexicon, number, number.end + len(joiner))
            if mixed is not None:
                return mixed
    if not lexicon.glued:
        return one_in(segment, lexicon, number) or divided(segment, lexicon, number)
    return over(segment, lexicon, number)


def over(segment: Segment, lexicon: Lexicon, number: Number) -> Number:
    """`3분의 1`, or the number itself."""
    for word in lexicon.fraction_words:
        if segment.text.startswith(word, number.end) and number.exact and number.low:
            above = lexicon.numerals.read(segment.text, segment.folded, skip_space(segment.text, number.end + len(word)))
            if above is not None and above.low is not None and above.exact:
                above = without_only(segment, above, number)
                value = decimal(Fraction(above.low) / Fraction(number.low))
                style = "digits" if number.printed or above.printed else number.style
                return replace(above, start=number.start, low=value, high=value, unit=None, coarse=None, form="fraction", style=style, words=2)
    return number


def one_in(segment: Segment, lexicon: Lexicon, number: Number) -> Number | None:
    """`one in five adults`, `two out of three`: a share of small whole numbers."""
    for joiner in lexicon.fraction_words:
        at = number.end + len(joiner)
        if not segment.folded.startswith(joiner, number.end) or not number.exact or number.scaled or number.low is None:
            continue
        whole = lexicon.numerals.read(segment.text, segment.folded, at) if segment.text[at : at + 1].strip() else None
        if whole is None or whole.low is None or not whole.exact or not number.low < whole.low <= 1000 or not 1 <= number.low < 10:
            continue
        if unit_after(segment, lexicon, whole, None) is not None or number.low != int(number.low) or whole.low != int(whole.low):
            continue
        value = decimal(Fraction(number.low) / Fraction(whole.low))
        return replace(number, end=whole.end, low=value, high=value, unit=None, coarse=None, form="fraction", words=2)
    return None


def without_only(segment: Segment, above: Number, below: Number) -> Number:
    """`오분의 일만`: 만 behind a small numerator means "only"."""
    if above.printed or above.low <= below.low or above.low % ONLY or segment.text[above.end - 1] != "만":
        return above
    return replace(above, low=above.low / ONLY, high=above.low / ONLY, end=above.end - 1)


def with_part(segment: Segment, lexicon: Lexicon, number: Number, at: int) -> Number | None:
    """A whole number and the fraction that follows it."""
    rest = lexicon.numerals.read(segment.text, segment.folded, at) if segment.text[at : at + 1].strip() else None
    part = over(segment, lexicon, rest) if rest is not None else None
    if part is None or part.form != "fraction" or part.low is None or part.low >= 1 or number.low is None:
        return None
    value = EXACT.add(number.low, part.low)
    return replace(part, start=number.start, low=value, high=value, style=number.style, words=3)


def divided(segment: Segment, lexicon: Lexicon, number: Number) -> Number:
    """`two thirds`, `three-quarters`: the word behind the number divides it."""
    if segment.text[number.end : number.end + 1] not in (" ", "-") or number.scales or not number.low:
        return number
    found = lexicon.denominators.at(segment.folded, number.end + 1)
    if found is None or not number.exact or not ends_word(segment.text, found[1]):
        return number
    if number.low % 10 == 0 and not number.printed and segment.folded[found[1] - 1] != "s":
        return replace(number, end=found[1], form="ordinal")
    value = decimal(Fraction(number.low) / Fraction(found[0]))
    return replace(number, end=found[1], low=value, high=value, unit=None, coarse=None, form="fraction", words=2)


def skip_space(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] == " " else position


def looks_alike(segment: Segment, lexicon: Lexicon, number: Number) -> bool:
    """Whether the numeral is the beginning of a word that only looks like one (`사건`, `한편`)."""
    found = lexicon.lookalikes.at(segment.folded, number.start)
    return found is not None and not number.printed and number.end <= found[1]


def with_article(segment: Segment, number: Number) -> Number:
    """`a dozen`, `a million`: the article stands for one and belongs to the number."""
    start = number.start - 2
    if number.style != "english" or not number.scaled or not segment.folded.startswith("a ", max(start, 0)) or start < 0:
        return number
    if segment.folded[start - 1 : start].isalnum() or segment.folded.startswith(("one", "two"), number.start):
        return number
    return replace(number, start=start)


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a number and belongs to it: a currency sign, a minus, or both."""

    start: int
    currency: str | None
    factor: Decimal
    negative: bool
    tolerance: bool = False


def money_before(segment: Segment, lexicon: Lexicon, position: int) -> Prefix | None:
    """The currency sign or code before `position`, with a minus before or behind it."""
    if segment.text[position - 1 : position] == "±" and position:
        return Prefix(position - 1, None, Decimal(1), False, True)
    start, negative = minus(segment, lexicon, position)
    sign = sign_before(segment, lexicon, start)
    if sign is None:
        return Prefix(start, None, Decimal(1), True) if negative else None
    start, currency, factor = sign
    outer, other = minus(segment, lexicon, start)
    return Prefix(outer if other else start, currency, factor, negative or other)


def sign_before(segment: Segment, lexicon: Lexicon, position: int) -> tuple[int, str, Decimal] | None:
    """The currency sign that ends at `position`, one space allowed."""
    text = segment.text
    for end in (position, position - 1):
        if end < 1 or (end < position and text[end] != " "):
            continue
        for length in range(min(6, end), 0, -1):
            found = lexicon.signs.values.get(text[end - length : end]) or lexicon.signs.values.get(segment.folded[end - length : end])
            if found and sign_stands_alone(text, end - length) and not (measured_before(text, end - length) and (end < position or text[end - 1].isalpha())):
                return end - length, found[0], found[1]
    return None


def measured_before(text: str, start: int) -> bool:
    """Whether the sign belongs to a number before it (`17 USD 25`, `10 $ 30`)."""
    return text[start - 1 : start].isdigit() or (text[start - 1 : start] == " " and text[start - 2 : start - 1].isdigit())


def sign_stands_alone(text: str, start: int) -> bool:
    """A code in letters must not be the tail of a longer word; a bare `$` may follow anything."""
    if not text[start].isalpha() or start == 0:
        return True
    return not (text[start - 1].isascii() and text[start - 1].isalnum())


def minus(segment: Segment, lexicon: Lexicon, position: int) -> tuple[int, bool]:
    """Where the number with its minus starts, and whether there is one."""
    text = segment.text
    for word in lexicon.minus_words:
        if segment.folded.endswith(word, 0, position) and not text[position - len(word) - 1 : position - len(word)].isalnum():
            return position - len(word), True
    if text[position - 1 : position] != "-" or position == 0:
        return position, False
    before = text[position - 2 : position - 1] if position > 1 else ""
    return (position - 1, True) if before == "" or before in " ([{'\"“‘,<>=:/·~\n\t$€£¥₩" else (position, False)


def unit_after(segment: Segment, lexicon: Lexicon, number: Number, prefix: Prefix | None) -> tuple[Reading, int] | None:
    """The unit, counter or currency behind the number whose conditions hold, and where it ends."""
    style = STYLES.get(number.style, "e")
    gaps = ("", " ") if lexicon.glued else ("", " ", "-", " - ")
    for gap in gaps:
        at = number.end + len(gap)
        if gap and not segment.text.startswith(gap, number.end):
            continue
        found = word_at(segment, lexicon, number, style, at, gap) or symbol_at(segment, lexicon, at, gap)
        if found is not None:
            return found
    return None


def word_at(segment: Segment, lexicon: Lexicon, number: Number, style: str, at: int, gap: str) -> tuple[Reading, int] | None:
    for readings, end in lexicon.words.all_at(segment.folded, at):
        if not ends_word(segment.text, end):
            continue
        for found in readings:
            if stands(found, number, style, gap) and bounded_right(segment.text, found, style, end) and found.holds(segment, number.start, number.end, end, style):
                return found, end
    return None


def bounded_right(text: str, reading: Reading, style: str, end: int) -> bool:
    """Behind a numeral in words a counter of one syllable must not begin another word (`한 장례식장`)."""
    if style not in ("s", "n", "v") or len(reading.surface) > 1:
        return True
    following = text[end : end + 1]
    return not "가" <= following <= "힣" or following in PARTICLES


def ends_word(text: str, end: int) -> bool:
    """A Latin-script word ends only where no letter or digit follows; a Hangul one may go on."""
    return not (text[end - 1].isascii() and text[end - 1].isalnum() and text[end : end + 1].isascii() and text[end : end + 1].isalnum())


def stands(reading: Reading, number: Number, style: str, gap: str) -> bool:
    """Single-syllable numerals need a unit that cannot make another word with them."""
    if gap and "g" in reading.numbers:
        return False
    if style == "n" and number.low == 1 and number.words == 1:
        return "1" in reading.numbers or not reading.numbers
    if not number.soft:
        return "V" in reading.numbers
    if style == "s" and number.end - number.start == 1 and number.words == 1:
        glued = gap == "" or number.low != 2  # 이 before a space is "this"
        if "K" in reading.numbers or "k" in reading.numbers:
            return number.low > 9 or (glued and "K" in reading.numbers)
        return len(reading.surface) > 1 and (number.low > 9 or (glued and reading.kind in GLUED_UNITS))
    return True


def symbol_at(segment: Segment, lexicon: Lexicon, at: int, gap: str) -> tuple[Reading, int] | None:
    """A sign such as ``%``, ``km`` or ``$`` behind the number."""
    for readings, end in lexicon.symbols.all_at(segment.text, at):
        if not ends_word(segment.text, end) or (gap.strip() and not segment.text[at].isalpha()):
            continue
        if gap and segment.text[at] in "$₩£€¥" and segment.text[end : end + 2].strip()[:1].isdigit():
            continue
        return readings[0], end
    return None


def scale_behind_unit(
    segment: Segment, lexicon: Lexicon, number: Number, reading: Reading, end: int
) -> tuple[Number, int]:
    """`75 USD million`: a scale behind the currency belongs to the number."""
    if reading.kind != "money" or number.scaled or number.low is None or segment.text[end : end + 1] != " ":
        return number, end
    found = lexicon.numerals.words.at(segment.folded, end + 1)
    if found is None or found[0].role != "large" or not ends_word(segment.text, found[1]) or not segment.text[end + 1].isascii():
        return number, end
    low, unit, coarse = (times(value, found[0].value) for value in (number.low, number.unit, number.coarse))
    return replace(number, low=low, high=low, unit=unit, coarse=coarse, scales=(found[0].value,), scaled=True), found[1]


def compound(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """`64달러 45센트`, `2년 6개월`, `5 ft 2 in`: the parts added up in the smaller unit."""
    if amount.reading is None or not amount.number.exact or amount.number.hedge:
        return amount
    for joiner in (" and ", ", ", " ", ""):
        at = amount.end + len(joiner)
        if segment.folded.startswith(joiner, amount.end) and numeral_at(segment, lexicon, at, joiner):
            last = read_part(segment, lexicon, at)
            return (added(amount, last) if last is not None else None) or amount
    return amount


def numeral_at(segment: Segment, lexicon: Lexicon, at: int, joiner: str) -> bool:
    """Whether the second part of a compound may start at `at`."""
    if segment.text[at : at + 1].isdigit():
        return True
    return bool(joiner) and not lexicon.glued and lexicon.numerals.words.at(segment.folded, at) is not None


def added(first: Amount, last: Amount) -> Amount | None:
    """The two as one, when the second is a part of the first's unit."""
    if last.reading is None or first.low is None or last.low is None or not last.number.exact:
        return None
    ratio = parts(first, last)
    if ratio is None or last.low >= ratio or first.low != int(first.low):
        return None
    low = EXACT.add(EXACT.multiply(first.low, ratio), last.low)
    return replace(last, start=first.start, low=low, high=low, counted=None, number=replace(last.number, start=first.number.start))


def parts(first: Amount, last: Amount) -> Decimal | None:
    """How many of the second unit make one of the first (for money: one, in the same currency)."""
    if first.kind == "money":
        subunit = last.reading is not None and first.reading is not None and last.reading.factor < first.reading.factor
        return Decimal(1) if first.unit == last.unit and subunit and first.number.low < SMALL_CHANGE else None
    left, right = units().get(first.unit or ""), units().get(last.unit or "")
    if left is None or right is None or left.dimension != right.dimension or left.kind not in ("duration", "length", "mass"):
        return None
    ratio = left.factor / right.factor
    return Decimal(ratio.numerator) if ratio.denominator == 1 and ratio > 1 else None


def attach(
    segment: Segment, lexicon: Lexicon, number: Number, prefix: Prefix | None, found: tuple[Reading, int] | None
) -> Amount:
    """The amount made of the parts that were found."""
    start = min(prefix.start, number.start) if prefix else number.start
    currency = prefix.currency if prefix else None
    if currency and (found is None or found[0].kind != kind_of(currency)):
        amount = scaled(number, start, number.end, kind_of(currency), currency, prefix.factor, None)
    elif found is None:
        amount = replace(bare(number), start=start)
    else:
        reading, end = found
        signed = prefix is not None and (prefix.negative or prefix.tolerance)
        start = start if reading.kind == "money" or signed else number.start
        unit = currency or reading.unit
        number, end = scale_behind_unit(segment, lexicon, number, reading, end)
        amount = scaled(number, start, end, reading.kind, unit, reading.factor, reading)
        if reading.kind == "count":
            amount = replace(amount, counted=segment.text[number.end : end].strip())
    if prefix and prefix.tolerance and amount.high is not None:
        return replace(amount, low=-amount.high, bound="range", resolution=None, coarse=None)
    return negated(amount) if prefix and prefix.negative else amount


def scaled(number: Number, start: int, end: int, kind: str, unit: str | None, factor: Decimal, reading: Reading | None) -> Amount:
    """The number times its unit's factor; a fraction without a unit is a share in percent."""
    low, high = times(number.low, factor), times(number.high, factor)
    if reading is not None and reading.decade and low is not None:
        return Amount(
            start, end, number, kind, unit, number.low, number.low + 9, number.unit, number.coarse, bound="range", reading=reading
        )
    bound, hedged = ("approx", True) if number.hedge or (low != high and number.status == "ok") else ("eq", False)
    hedges = (number.hedge,) if number.hedge else ()
    amount = Amount(
        start, end, number, kind, unit, low, high, times(number.unit, factor), times(number.coarse, factor),
        None, None, bound, hedged, reading, number.status, hedges,
    )
    return amount


def times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return value if value is None or factor == 1 else EXACT.multiply(value, factor)


def negated(amount: Amount) -> Amount:
    """The amount with its printed minus."""
    if amount.low is None or amount.high is None:
        return amount
    return replace(amount, low=-amount.high, high=-amount.low)


def bare(number: Number) -> Amount:
    """A number without a unit: a fraction is a share, the rest a count or a figure."""
    if number.form == "fraction" and number.status == "ok":
        if number.low is not None and number.low <= 1:
            return scaled(number, number.start, number.end, "percent", "%", PERCENT, None)
        return scaled(number, number.start, number.end, "other", None, Decimal(1), None)
    kind = "count" if number.unit is None or number.unit >= 1 else "other"
    amount = scaled(number, number.start, number.end, kind, None, Decimal(1), None)
    return replace(amount, bare=True)
