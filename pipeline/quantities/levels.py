"""Figures without a unit that stand for something told of before: levels of an index, exchange rates, counts.

In: the amounts of a segment in reading order. Out: the same amounts, some with a kind and a unit. Judgements (the
words are rows of ``number_cues.csv``):
- `settled at 74.09 against the dollar` is a price in the currency that was named (rupee), per dollar; the euro,
  sterling and the dollars of Australia and New Zealand are quoted in the other currency.
- A figure within a tenth of a level, a rate or a price with decimals told of shortly before is one too, when words
  compare the two (`from 48 in July`, `expectations for 49`, `a low of 74.12`) or name the other currency again.
- What a count comes from counts the same (`from 155,000 to 110,000 staff`).
- What a count is compared with counts the same (`205,000 vehicles in May, up from 190,835`), as does what was sold,
  built or hired right behind it (`190,835 were sold a year ago`).
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.quantities.amount import Amount
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.lookup import ends_word
from pipeline.quantities.segment import Segment

NAMED, TOLD, COMPARED, STATED = 72, 160, 64, 130
NEAR, ALIKE = Decimal("0.1"), 20
QUOTED_IN_THE_OTHER = ("EUR", "GBP", "AUD", "NZD")
SENTENCE_ENDS = (". ", "! ", "? ", "\n")


def levelled(segment: Segment, lexicon: Lexicon, amounts: list[Amount]) -> list[Amount]:
    """The amounts with the levels, rates and counts that the ones before make of bare figures."""
    if lexicon.glued:
        return amounts
    read: list[Amount] = []
    level: Amount | None = None
    for amount in amounts:
        if amount.bare and amount.low is not None and not amount.counted:
            before = read[-1] if read else None
            amount = exchanged(segment, lexicon, amount) or told(segment, lexicon, level, amount) or amount
            amount = tallied(segment, lexicon, before, amount) if amount.bare and before else amount
        if read and amount.kind == "count" and amount.unit:
            read[-1] = arriving(segment, read[-1], amount)
        if amount.kind == "index" or (amount.kind == "money" and (amount.per or is_rate(amount))):
            level = amount
        read.append(amount)
    return read


def is_rate(amount: Amount) -> bool:
    """Whether a sum may be a price or rate that moves (`105.28 yen`): decimals and no scale."""
    return not amount.number.scales and amount.low is not None and bool(amount.low % 1) and amount.bound == "eq"


def arriving(segment: Segment, before: Amount, amount: Amount) -> Amount:
    """`from 155,000 to 110,000 staff`: what a count comes from counts the same."""
    framed = segment.folded.endswith("from ", 0, before.start) and segment.text[before.end : amount.start] == " to "
    return before._replace(unit=amount.unit) if framed and before.bare and before.kind == "count" else before


def exchanged(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount | None:
    """`the rupee settled at 74.09 against the dollar` as money, or None."""
    match = cues(lexicon.code)["against_currency"].match(segment.after(amount.end, 48))
    found = lexicon.words.at(match.group(1).lower(), 0) if match else None
    named = named_before(segment, lexicon, amount.start) if found else None
    if found is None or named is None or named == found[0][0].unit:
        return None
    unit, per = named, found[0][0].unit
    if rank(named) < rank(per):
        unit, per = per, named
    return amount._replace(kind="money", unit=unit, per=per, bare=False)


def rank(currency: str | None) -> int:
    """The place of a currency among those that are quoted in the other one."""
    return QUOTED_IN_THE_OTHER.index(currency) if currency in QUOTED_IN_THE_OTHER else len(QUOTED_IN_THE_OTHER)


def named_before(segment: Segment, lexicon: Lexicon, end: int) -> str | None:
    """The currency that is named last before `end` in the sentence."""
    for at in range(end - 1, max(0, end - NAMED), -1):
        if segment.folded.startswith(SENTENCE_ENDS, at):
            return None
        if not segment.folded[at - 1 : at].isalpha() and segment.folded[at].isalpha():
            found = lexicon.words.at(segment.folded, at)
            if found is not None and found[0][0].kind == "money" and ends_word(segment.text, found[1]):
                return found[0][0].unit
    return None


def told(segment: Segment, lexicon: Lexicon, level: Amount | None, amount: Amount) -> Amount | None:
    """`from 48 in July`: the figure as the level or rate told of before, or None."""
    if level is None or amount.start - level.end > TOLD or amount.number.scales:
        return None
    value, known = amount.number.low, level.number.low
    if value is None or known is None or abs(value - known) > known * NEAR:
        return None
    named = level.kind == "money" and cues(lexicon.code)["against_currency"].match(segment.after(amount.end, 48))
    if not named and not cues(lexicon.code)["told_of"].search(segment.before(amount.start)):
        return None
    return amount._replace(kind=level.kind, unit=level.unit, per=level.per, bare=False)


def tallied(segment: Segment, lexicon: Lexicon, before: Amount, amount: Amount) -> Amount:
    """The count with the class of the count before it, when it is compared with that or goes on from it."""
    value, known = amount.number.low, before.number.low
    if before.kind != "count" or before.unit is None or amount.kind != "count" or not value or not known:
        return amount
    between = segment.text[before.end : amount.start]
    if max(value, known) > min(value, known) * ALIKE or len(between) > STATED:
        return amount
    compared = len(between) <= COMPARED and not any(mark in between for mark in SENTENCE_ENDS)
    compared = compared and cues(lexicon.code)["tallied"].search(between)
    if compared or cues(lexicon.code)["tallied_on"].match(segment.after(amount.end, 24)):
        return amount._replace(unit=before.unit)
    return amount
