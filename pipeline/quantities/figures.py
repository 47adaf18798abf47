"""Bare numbers whose kind the words before them name: the level of an index, a valuation, a mark, a place.

In: a segment, the lexicon and an amount. Out: the amount, of another kind where it is one. The words are rows of
``number_cues.csv``. Judgements: an index's name counts within its sentence (`코스피는 … 4,013.22에`); a level that an
index stands above or below is no bound of it; a Korean decimal without a unit shortly behind a level and of its size
is a level too (`서울은 86.2로, 대구(89.2)`); a number at which trading closes is one; `No. 2` is a place where what is
numbered is no thing (`the No. 4 reactor`) and no capitalised word stands before it (`Resolution No. 5`).
"""

from __future__ import annotations

from pipeline.quantities.amount import Amount
from pipeline.quantities.evidence import WINDOW, cues
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.segment import Segment

INDEX_WINDOW = 70
GOES_ON, ALIKE = 160, 2
LINE = "선"
PLACED = ("-", ".")


def indexed(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """A bare number behind the name of an index is its level (`코스피는 … 4,013.22에`)."""
    if lexicon.glued and whole_digit(segment, amount):
        return amount
    if amount.bare and amount.kind in ("count", "other") and not amount.counted and not amount.number.scales:
        before = segment.folded[max(0, amount.start - INDEX_WINDOW) : amount.start]
        if cues(lexicon.code)["index"].search(before) or cues(lexicon.code)["closes"].match(
            segment.after(amount.end, 16)
        ):
            level = amount._replace(kind="index")
            return line(level) if segment.after(amount.end, 1) == LINE else level
    return amount


def gone_on(lexicon: Lexicon, level: Amount | None, amount: Amount) -> Amount:
    """`전망치는 69.0으로 … 대구(89.2)`: a bare decimal shortly behind a level that is as large is one too."""
    if not lexicon.glued or level is None or not amount.bare or amount.kind not in ("count", "other"):
        return amount
    value, known = amount.number.low, level.low
    if not value or not known or amount.counted or not value % 1 or amount.start - level.end > GOES_ON:
        return amount
    return amount._replace(kind="index") if known / ALIKE < value < known * ALIKE else amount


def figured(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """A bare number behind what names a valuation, a mark or a place: `a multiple of 264`, `방어율 1.35`, `No. 2`."""
    known = cues(lexicon.code)
    if not amount.bare or amount.counted or amount.number.scales or amount.kind not in ("count", "other"):
        return amount
    before = segment.before(amount.start, WINDOW)
    place = known["placed"].search(before) if before.rstrip(" ")[-1:] in PLACED else None
    if place and not known["numbered_thing"].match(segment.after(amount.end, WINDOW)):
        return amount._replace(start=amount.start - len(place.group(1) or place.group(2)), kind="rank", bare=False)
    if known["multiple"].search(before):
        return amount._replace(kind="multiple", unit="x", bare=False)
    return amount._replace(kind="score", bare=False) if known["graded"].search(before) else amount


def line(amount: Amount) -> Amount:
    """`2400선을 내줬다`: a level that an index stands above or below is no bound of it."""
    return amount._replace(low=amount.number.low, high=amount.number.high, bound="eq", approximate=False)


def whole_digit(segment: Segment, amount: Amount) -> bool:
    """Whether a single digit stands there, or digits glued onto a word: no level of an index."""
    glued = "가" <= segment.text[max(0, amount.start - 1) : amount.start] <= "힣"
    return glued or amount.end - amount.start == 1
