"""Units that the words leave out because the ones beside them say it.

In: the amounts of a segment in reading order. Out: the same amounts, some with a unit. Judgements (the words are
rows of ``number_cues.csv``):
- A bare number in digits from 억 on is won (`1500억 조달`, `15조 부산시금고`) unless words for counted things lead up
  to it (`조회수 1억`, `매개변수 1조`); one in words needs a word for money or a sum in won beside it. Below 억 only
  personal money (`연봉 6000만`) that stands right before.
- A currency behind the brackets that restate a number is the number's (`5000억(약 700조원) 달러`).
- `100억대` of money is ten to twenty billion won and not so many vehicles.
- A length behind 시속, 초속 or 분속 is a speed.
- A number before an arrow is in the unit of the one behind it (`105→100개`).
- A bare number of millions that a sum of money is compared with is money (`to 22.1 million euros from 19.9 million`),
  and so is a price with its cents (`to 25.75 euros from 14.50`).
- Round tens in one list with an age group (`10대, 30대, 40대는`), or before the group's share (`50대(5.4%)`), are ages;
  so are all that no machine stands beside where age groups are told of.
"""

from __future__ import annotations

from decimal import Decimal

import re2

from pipeline.quantities.amount import Amount, beginning
from pipeline.quantities.ends import inheriting
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.lookup import skip_space
from pipeline.quantities.per import rates
from pipeline.quantities.reference import units
from pipeline.quantities.segment import Segment

WON, DECADE, ARROW = "KRW", "대", "→"
SMALLEST, SMALLEST_PERSONAL = Decimal(10) ** 8, Decimal(10) ** 4
LISTED = (", ", ",", "·", "와 ", "과 ", " 및 ", "에서 ", "이나 ", "나 ")
ROUND_TENS = re2.compile(r"[1-9]0대")
WITH_SHARE = re2.compile(r"\(?\s?[0-9.]{1,6}%")
MOST_TIMES = 4
LEAD, BEHIND, PACE_WINDOW, MOST_BETWEEN, MOST_INSIDE = 48, 16, 14, 14, 32


def understood(segment: Segment, lexicon: Lexicon, amounts: list[Amount]) -> list[Amount]:
    """The amounts with the money and the ages that their neighbours make of them."""
    read = list(amounts)
    told = lexicon.glued and any(amount.kind == "age" and is_decade(segment, amount) for amount in read)
    for index in range(len(read) - 1, -1, -1):
        following = read[index + 1] if index + 1 < len(read) else None
        read[index] = leading(segment, read[index], following) or read[index]
        if index:
            read[index] = elliptic(segment, lexicon, read[index - 1], read[index]) or read[index]
        if lexicon.glued:
            read[index] = paced(segment, lexicon, read[index])
            read[index] = decade(segment, lexicon, read[index], following, told) or read[index]
            read[index] = past_bracket(segment, lexicon, read[index]) or read[index]
    for index, amount in enumerate(read) if lexicon.glued else ():
        beside = [*read[max(0, index - 1) : index], *read[index + 1 : index + 2]]
        read[index] = won(segment, lexicon, amount, beside) or amount
    return read


def leading(segment: Segment, amount: Amount, following: Amount | None) -> Amount | None:
    """`105→100개`: the number before an arrow in the unit of the one behind it, or None."""
    if following is None or not amount.bare or segment.text[amount.end : following.start].strip() != ARROW:
        return None
    inherited = inheriting(amount, following) if amount.low is not None and following.low is not None else None
    return inherited._replace(counted=following.counted, bare=following.bare) if inherited else None


def elliptic(segment: Segment, lexicon: Lexicon, before: Amount, amount: Amount) -> Amount | None:
    """`to 22.1 million euros from 19.9 million`: what a sum is compared with is in its currency, or None."""
    if before.kind != "money" or before.per or not amount.bare or amount.counted:
        return None
    if not amount.number.scales and not cents(segment, lexicon, before, amount):
        return None
    between = segment.text[before.end : amount.start]
    if len(between) > MOST_BETWEEN * 2 or not cues(lexicon.code)["elliptic"].match(between):
        return None
    return amount._replace(kind="money", unit=before.unit, bare=False)


def cents(segment: Segment, lexicon: Lexicon, before: Amount, amount: Amount) -> bool:
    """Whether a figure with decimals can be a price beside the one before it (`to 25.75 euros from 14.50`)."""
    value, known = amount.number.low, before.number.low
    if value is None or not known or amount.number.unit is None or amount.number.unit >= 1 or before.number.scales:
        return False
    compared = cues(lexicon.code)["told_of"].search(segment.before(amount.start))
    return bool(compared) and known / MOST_TIMES <= value <= known * MOST_TIMES


def paced(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """`시속 100㎞`: a length behind the word for a pace is a speed."""
    if amount.kind != "length":
        return amount
    words = segment.before(amount.start, PACE_WINDOW).split()
    paces = rates(lexicon.code)["pace"]
    period = next((paces[word] for word in words[-2:] if word in paces), None)
    speed = f"{amount.unit}/{period}"
    return amount._replace(kind="speed", unit=speed, per=None) if speed in units() else amount


def won(segment: Segment, lexicon: Lexicon, amount: Amount, beside: list[Amount]) -> Amount | None:
    """The amount as money, or None when nothing says so."""
    number = amount.number
    vehicles = amount.unit == "vehicle" and segment.text[number.end : amount.end] == DECADE
    if not (amount.bare or vehicles) or not number.scales or number.low is None or number.low < SMALLEST_PERSONAL:
        return None
    behind = segment.after(number.end if vehicles else amount.end, BEHIND)
    shared = any(shares(segment, lexicon, amount, other) for other in beside)
    if not shared and not speaks_of_money(segment, lexicon, amount, behind, vehicles):
        return None
    money = amount._replace(kind="money", unit=WON, counted=None, bare=False)
    if not vehicles:
        return money
    hedge = (number.end, amount.end)
    bound = "approx" if money.bound == "eq" else money.bound  # `천억대가 넘는`: it is over
    money = beginning(money)._replace(end=number.end, bound=bound, approximate=True)
    return money._replace(hedges=(*amount.hedges, hedge))


def shares(segment: Segment, lexicon: Lexicon, amount: Amount, other: Amount) -> bool:
    """Whether the next item of the list is in won, or a sum in won of the same clause stands right before."""
    if other.unit != WON:
        return False
    if other.start > amount.start:
        return listed(segment, amount, other)
    between = segment.text[other.end : amount.start]
    near = len(between) <= MOST_BETWEEN and not any(mark in between for mark in ".!?\n")
    counted = cues(lexicon.code)["tally_before"].search(segment.before(amount.start, LEAD))
    return near and not counted and min(amount.number.low, other.number.low or 0) >= SMALLEST


def speaks_of_money(segment: Segment, lexicon: Lexicon, amount: Amount, behind: str, vehicles: bool) -> bool:
    """Whether the number is money by its size, or by a word before or behind it, and nothing else is counted."""
    known, before = cues(lexicon.code), segment.before(amount.start, LEAD)
    if known["personal_money"].search(before):
        return True
    if amount.number.low < SMALLEST or known["tally_before"].search(before):
        return False
    if amount.number.exact and amount.number.printed and not vehicles:
        return True
    return bool(known["money_after"].match(behind) or known["money_before"].search(before))


def listed(segment: Segment, amount: Amount, following: Amount) -> bool:
    """Whether the two are neighbours in a list."""
    return segment.text[amount.end : following.start] in LISTED


def is_decade(segment: Segment, amount: Amount) -> bool:
    return ROUND_TENS.fullmatch(segment.text[amount.start : amount.end]) is not None


def decade(segment: Segment, lexicon: Lexicon, amount: Amount, following: Amount | None, told: bool) -> Amount | None:
    """`30대` as an age group, or None; `told`: the text speaks of age groups."""
    if amount.unit != "vehicle" or not is_decade(segment, amount):
        return None
    grouped = following is not None and following.kind == "age" and listed(segment, amount, following)
    opens = segment.after(amount.end, 1) in ("(", " ")
    shared = opens and WITH_SHARE.match(segment.after(amount.end, 12))
    if not (grouped or shared or (told and not machines(segment, lexicon, amount))):
        return None
    low = amount.number.low
    return amount._replace(kind="age", unit="year", counted=None, low=low, high=low + 9, bound="range")


def machines(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether machines stand beside the number (`버스 20대`, `20대의 트럭`, `20대를 도입`)."""
    known = cues(lexicon.code)
    before, after = segment.before(amount.start, 24), segment.after(amount.end, 16)
    return bool(known["machines_before"].search(before) or known["machines_after"].match(after))


def past_bracket(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount | None:
    """`5000억(약 700조원) 달러`: the number in the currency behind the brackets, or None."""
    if not amount.bare or not amount.number.scales or segment.text[amount.end : amount.end + 1] != "(":
        return None
    close = segment.text.find(")", amount.end, amount.end + MOST_INSIDE)
    at = skip_space(segment.text, close + 1)
    found = lexicon.words.at(segment.folded, at) if close > 0 and segment.text[at : at + 1] not in "원" else None
    if found is None or found[0][0].kind != "money" or found[0][0].factor != 1:
        return None
    return amount._replace(kind="money", unit=found[0][0].unit, bare=False, counted=None)
