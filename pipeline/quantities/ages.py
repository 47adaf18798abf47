"""Ages that stand as a bare number behind a name: `김모(33)씨`, `A(23·여)`, `John Smith, 45,`.

In: a segment, a lexicon and a bare amount. Out: the amount as an age, or unchanged. Judgement: a whole number
from 1 to 119 alone in brackets (or before a middle dot) right behind a name is an age in Korean news, one
between commas behind a capitalised name in English news; the patterns are rows of ``number_cues.csv``.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.quantities.amount import Amount
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.segment import Segment

OLDEST = 119


def older(segment: Segment, known: dict[str, object], amount: Amount) -> bool:
    """`voters 50 or older`, `adults 65 and over`: an age from which or up to which people are counted; `turned 32.`"""
    after = segment.after(amount.end, 16)
    if known["older"].match(after):
        return True
    if known["turned"].match(after) and known["turning"].search(segment.before(amount.start, 24)):
        return True
    return bool(known["older_up"].match(after) and known["older_people"].search(segment.before(amount.start, 24)))


def aged(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """The amount as an age in years when it stands where news puts ages."""
    number, known = amount.number, cues(lexicon.code)
    if not amount.bare or number.unit not in (None, 1) or number.low is None or number.scaled:
        return amount
    if not Decimal(1) <= number.low <= OLDEST:
        return amount
    if number.exact and (known["aged"].search(segment.before(number.start, 40)) or older(segment, known, amount)):
        return amount._replace(kind="age", unit="year", bare=False, counted=None)
    if number.unit is None or not known["age_after"].match(segment.after(amount.end, 24)):
        return amount
    if known["age_before"].search(segment.before(amount.start, 24)):
        return amount._replace(kind="age", unit="year", bare=False, counted=None)
    return amount
