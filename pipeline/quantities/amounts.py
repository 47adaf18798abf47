"""One amount: a numeral with its sign, its currency or unit, and the noun it counts.

In: a segment, the position of a numeral and the language's lexicon. Out: an `Amount` or None when the numeral
measures nothing (a name, a date, a word that only looks like a numeral). Judgements:
- A numeral written in words counts only with a unit or counter behind it, or with several syllables and a scale.
- Bare digits count when something says that they measure (a scale, separators, a score's or index's name, a
  bound, a counted noun); digits glued onto a name or onto an unknown counter do not.
- `half a`, `a quarter of an` need a scale or a unit behind them, `half` and `quarter` alone a scale.
- Money and measures in two parts (`15 dollars 50 cents`, `2년 6개월`) are one amount in the smaller unit.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.quantities.amount import Amount, bare, negated, scaled
from pipeline.quantities.bound_words import cues as cues_of_bounds
from pipeline.quantities.bounds import Bound, bounded, word_behind
from pipeline.quantities.counted import by_own_word
from pipeline.quantities.digits import EXACT
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon, Reading
from pipeline.quantities.lookup import ends_word
from pipeline.quantities.number import Number
from pipeline.quantities.reference import kind_of, units
from pipeline.quantities.segment import Segment
from pipeline.quantities.shares import share
from pipeline.quantities.signs import Prefix, money_before
from pipeline.quantities.unit_words import scale_behind_unit, scaled_behind, unit_after

MOST_PARTS = 3
SMALL_CHANGE = Decimal(1_000_000)  # above this nobody counts cents, and `and 60 cents` is another amount
HALF, HALVED = Decimal("0.5"), ("duration", "multiple")
COUNTING_ON = ("money", "rank")  # `일조 원` is no sunlight
PARTED = ("duration", "length", "mass")
DIRECTED = ("lt", "le", "gt", "ge")


def read_amount(segment: Segment, lexicon: Lexicon, position: int, money: bool = False) -> Amount | None:
    """The amount whose numeral starts at `position`, or None; up to three parts make one (`1 year 2 months 3 days`).
    `money` says that a sum leads up to it, so that a letter behind it is a scale (`€250-450m`)."""
    amount = read_part(segment, lexicon, position, money)
    for _ in range(MOST_PARTS - 1):
        longer = compound(segment, lexicon, amount) if amount is not None else amount
        if longer is amount:
            break
        amount = longer
    return amount


def read_part(segment: Segment, lexicon: Lexicon, position: int, money: bool = False) -> Amount | None:
    """One numeral with its sign and unit."""
    seeming = lexicon.lookalikes.at(segment.folded, position)
    if seeming is not None and seeming[0]:
        return None
    prefix = money_before(segment, lexicon, position)
    money = money or (prefix is not None and prefix.currency is not None) or named_behind(segment, lexicon, position)
    number = lexicon.numerals.read(segment.text, segment.folded, position, money)
    if number is None:
        return None
    number = share(segment, lexicon, with_article(segment, number))
    if number.form == "ordinal" or looks_alike(segment, lexicon, number):
        return None
    found = unit_after(segment, lexicon, number)
    if found is not None and found[0].kind == "none":
        return None
    if found is None and prefix is None and (amount := bounded_inside(segment, lexicon, number)) is not None:
        return amount
    if number.form == "half" and (found is None or segment.folded[number.end - 1] not in "an"):
        return None
    if prefix is None and found is None:
        return by_own_word(segment, lexicon, number) or bare(number)
    return with_half(segment, lexicon, attach(segment, lexicon, number, prefix, found))


def bounded_inside(segment: Segment, lexicon: Lexicon, number: Number) -> Amount | None:
    """`6+ months`, `20-odd years`, `six or more months`: the bound stands between the number and its unit."""
    word = None if lexicon.glued else word_behind(segment, lexicon.code, number.end)
    found = unit_after(segment, lexicon, number._replace(end=word[1] + len(word[2]))) if word else None
    if word is None or found is None or found[0].kind in ("none", "money"):
        return None
    reading, end = found
    amount = scaled(number, number.start, end, reading.kind, reading.unit, reading.factor, reading)
    meaning = cues_of_bounds(lexicon.code).says(word[0], word[2], amount)
    return bounded(amount, Bound().with_word(meaning, (word[1], word[1] + len(word[2])))) if meaning else None


def with_half(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """`1년 반`, `두 배 반`: half of the unit more."""
    number = amount.number
    if amount.reading is None or amount.kind not in HALVED or amount.low is None or not number.exact or number.low % 1:
        return amount
    match = cues(lexicon.code)["half_more"].match(segment.after(amount.end, 8)) if lexicon.glued else None
    if match is None:
        return amount
    end = segment.text.index("반", amount.end) + 1
    low = EXACT.add(amount.low, EXACT.multiply(amount.reading.factor, HALF))
    return amount._replace(end=end, low=low, high=low, resolution=None, coarse=None, reading=None)


def named_behind(segment: Segment, lexicon: Lexicon, position: int) -> bool:
    """`500m euros`, `2m people`: the letter is a scale when a currency's name or a counted noun stands behind it."""
    ahead = segment.after(position, 20)
    if "m" in ahead and told_of(segment, lexicon, position, ahead):
        return True
    match = cues(lexicon.code)["lettered"].match(ahead) if "m " in ahead or "b " in ahead else None
    if match is None:
        return False
    named = lexicon.words.all_at(segment.folded, position + match.end())
    if any(reading.kind == "money" for readings, end in named if ends_word(segment.text, end) for reading in readings):
        return True
    return bool(cues(lexicon.code)["lettered_count"].match(segment.after(position + match.end(), 32)))


def told_of(segment: Segment, lexicon: Lexicon, position: int, ahead: str) -> bool:
    """`users number 100m`, `1.03 million vans in June and 2.4m in all`: what is counted in millions stands before."""
    known = cues(lexicon.code)
    before = segment.before(position, 96)
    return bool(known["letter_ends"].match(ahead)) and bool(known["counted_before"].search(before))


def looks_alike(segment: Segment, lexicon: Lexicon, number: Number) -> bool:
    """Whether the numeral is the beginning of a word that only looks like one (`사건`, `한편`)."""
    found = lexicon.lookalikes.at(segment.folded, number.start)
    if found is None or number.printed or number.end > found[1]:
        return False
    unit = unit_after(segment, lexicon, number) if number.scaled and number.words > 1 else None
    measures = unit is not None and unit[0].kind in COUNTING_ON
    return not measures and segment.text.strip() != segment.text[number.start : number.end]


def with_article(segment: Segment, number: Number) -> Number:
    """`a dozen`, `a million`: the article stands for one and belongs to the number."""
    start = number.start - 2
    if number.style != "english" or not number.scaled or start < 0 or not segment.folded.startswith("a ", start):
        return number
    if segment.folded[start - 1 : start].isalnum() or segment.folded.startswith(("one", "two"), number.start):
        return number
    return number._replace(start=start)


def attach(
    segment: Segment, lexicon: Lexicon, number: Number, prefix: Prefix | None, found: tuple[Reading, int] | None
) -> Amount:
    """The amount made of the parts that were found."""
    start = min(prefix.start, number.start) if prefix else number.start
    if prefix and prefix.bracketed:
        if segment.text[number.end : number.end + 1] != ")":
            return bare(number)
        found, number = None, scaled_behind(segment, lexicon, number._replace(end=number.end + 1))
    currency = prefix.currency if prefix else None
    if currency and found is not None and found[0].kind == "money" and found[0].factor < prefix.factor:
        found = None  # `$1.55 cents`: the sign says dollars
    if currency and found is not None and found[0].surface in lexicon.signs.values and found[0].unit != currency:
        found = None  # `EUR 9.3 million USD 13.1 million`: the code belongs to the next number
    if currency and (found is None or found[0].kind != kind_of(currency)):
        amount = scaled(number, start, number.end, kind_of(currency), currency, prefix.factor)
    elif found is None:
        amount = bare(number)._replace(start=start)
    else:
        reading, end = found
        signed = prefix is not None and (prefix.negative or prefix.tolerance)
        start = start if reading.kind == "money" or signed else number.start
        plain = currency is not None and segment.text[start : number.start].strip() != "$"
        unit = currency if plain else reading.unit  # `$5 Canadian dollars`
        number, end = scale_behind_unit(segment, lexicon, number, reading, end)
        amount = scaled(number, start, end, reading.kind, unit, reading.factor, reading)
        if reading.kind == "count":
            amount = amount._replace(counted=segment.text[number.end : end].strip(" -"))
    if prefix and prefix.tolerance and amount.high is not None:
        return amount._replace(low=-amount.high, bound="range", resolution=None, coarse=None)
    return negated(amount) if prefix and prefix.negative else amount


def compound(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """`64달러 45센트`, `2년 6개월`, `5 ft 2 in`: the parts added up in the smaller unit."""
    if (
        (amount.reading is None and amount.kind != "money")
        or not amount.number.exact
        or amount.number.hedge
        or amount.hedges
    ):
        return amount
    for joiner in (" and ", ", ", " ", ""):
        at = amount.end + len(joiner)
        if segment.folded.startswith(joiner, amount.end) and numeral_at(segment, lexicon, at, joiner):
            last = read_part(segment, lexicon, at)
            return (added(segment, lexicon, amount, last) if last is not None else None) or amount
    return amount


def numeral_at(segment: Segment, lexicon: Lexicon, at: int, joiner: str) -> bool:
    """Whether the second part of a compound may start at `at`."""
    if segment.text[at : at + 1].isdecimal():
        return True
    return bool(joiner) and not lexicon.glued and lexicon.numerals.words.at(segment.folded, at) is not None


def added(segment: Segment, lexicon: Lexicon, first: Amount, last: Amount) -> Amount | None:
    """The two as one, when the second is a part of the first's unit."""
    if last.bare and changed(segment, lexicon, first):
        low = EXACT.add(first.low, last.number.low / 100)
        return first._replace(end=last.end, low=low, high=low, resolution=None, coarse=None, reading=None)
    if last.reading is None or first.low is None or last.low is None or not last.number.exact or last.bound in DIRECTED:
        return None
    if first.kind == last.kind == "percent" and first.reading.factor == 10 * last.reading.factor:
        low = EXACT.add(first.low, last.low)  # `3할9푼3리`
        return last._replace(
            start=first.start, low=low, high=low, number=last.number._replace(start=first.number.start)
        )
    ratio = parts(first, last)
    if ratio is None or last.low >= ratio or first.low != int(first.low):
        return None
    low = EXACT.add(EXACT.multiply(first.low, ratio), last.low)
    number = last.number._replace(start=first.number.start)
    return last._replace(start=first.start, low=low, high=low, counted=None, number=number)


def changed(segment: Segment, lexicon: Lexicon, first: Amount) -> bool:
    """Whether what stands behind a sum in whole units is its small change (`15 dollars and 50.`)."""
    if first.kind != "money" or first.number.scales or first.low is None or first.number.low >= SMALL_CHANGE:
        return False
    return bool(cues(lexicon.code)["small_change"].match(segment.after(first.end, 20)))


def parts(first: Amount, last: Amount) -> Decimal | None:
    """How many of the second unit make one of the first (for money: one, in the same currency)."""
    if first.kind == "money":
        subunit = last.reading is not None and first.reading is not None and last.reading.factor < first.reading.factor
        return Decimal(1) if first.unit == last.unit and subunit and first.number.low < SMALL_CHANGE else None
    left, right = units().get(first.unit or ""), units().get(last.unit or "")
    if left is None or right is None or left.dimension != right.dimension or left.kind not in PARTED:
        return None
    ratio = left.factor / right.factor
    return Decimal(ratio.numerator) if ratio.denominator == 1 and ratio > 1 else None
