"""Whether a number measures anything at all.

In: a segment, an amount and what precedes and follows it. Out: yes or no. Judgements:
- Digits glued to letters (`H100`, `GPT-4o`, `COVID-19`, `아이폰6`) belong to a name, as do digits that unknown letters
  follow (`4o`, `16강`), and a bare number behind a capitalised name (`RTX 5090`, `Llama 3.1`).
- A bare number counts with a written scale, separators, a bound or hedge beside it, a noun it counts, a cue
  before it (`승점 4`, `index at 2,500`), or when nothing else stands in the text.
- Four digits that can be a year, without separators and without a unit, are one.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache

import re2

from pipeline.languages import language, table
from pipeline.quantities.amount import Amount
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.segment import Segment

GLUED_BEFORE = "약총각만월연단근매주일또간에"
CUT_SHORT = re2.compile(r"[만억조][0-9]{1,2}$")  # `3억5` says 3억 and 5천만, or nothing
YEAR = re2.compile(r"(?:1[5-9]|20)[0-9]{2}")


@cache
def cues(code: str) -> dict[str, object]:
    """The patterns of ``number_cues.csv`` of a language, by part; the language's own row wins."""
    patterns = {row["part"]: row["pattern"] for each in reversed(language(code).reads) for row in table(each, "number_cues")}
    return {part: re2.compile(pattern) for part, pattern in patterns.items()}


def in_a_name(segment: Segment, amount: Amount) -> bool:
    """Whether letters or digits touch the number, so that it is part of a name or a code."""
    text, start, end = segment.text, amount.start, amount.end
    before = text[start - 1 : start] if start else ""
    if before and text[start].isdigit():
        if before.isascii() and (before.isalnum() or before in "_#@"):
            return True
        if before in ",." and text[start - 2 : start - 1] in tuple("0123456789,."):
            return True
        if before in "-./:" and start > 1 and text[start - 2].isalnum() and text[start - 2].isascii():
            return True
        if before.isalpha() and text[end - 1].isascii() and text[end - 2 : end - 1].isdigit() and text[end - 1].isalpha():
            return True
        if "가" <= before <= "힣" and before not in GLUED_BEFORE and text[amount.number.end : amount.number.end + 1] == " ":
            return amount.number.end < end
    if start > 1 and text[start - 2].isdigit() and unicodedata.category(before) in ("So", "Sk", "Cn", "Co"):
        return True
    after = text[end : end + 1]
    if after.isascii() and after.isalpha() and text[end - 1].isdigit():
        return True
    return after in ("-", ".", ":", "/", "_") and text[end - 1].isdigit() and text[end + 1 : end + 2].isascii() and text[end + 1 : end + 2].isalnum() and amount.bare and not amount.hedges


def measures(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether a bare number counts; its bound has been read."""
    if not amount.bare:
        return True
    if text_is_this(segment, amount) or CUT_SHORT.search(segment.text[amount.number.start : amount.number.end]):
        return False
    if alone(segment, amount) or arithmetic(segment, lexicon, amount):
        return True
    number, text = amount.number, segment.text
    if number.form == "grouped" and number.status != "ok":
        return False
    after, before = text[amount.end : amount.end + 24], segment.before(amount.start)
    known = cues(lexicon.code)
    if lexicon.glued and not known["after"].match(after):
        return False
    if known["not_before"].search(before) or (known["not_after"].match(after) and not amount.counted and not number.scales):
        return False
    if number.printed and not number.scales and YEAR.fullmatch(text[number.start : number.end]):
        return bool(amount.hedges) and number.low is not None and number.low % 100 == 0 or lexicon.glued and amount.bound != "eq"
    if not number.printed and not number.scaled and known["definite"].search(before):
        return False
    if not number.printed and (amount.counted or amount.hedges and amount.end - amount.start > 1) and number.low != 1:
        return True
    if not number.printed:
        if number.scaled and amount.end - amount.start > 1 and known["stated"].match(after):
            return True
        return not number.spoken and (number.words > 2 or number.scaled and (not number.exact or number.words > 1 and not lexicon.glued))
    if amount.kind == "index" or number.scaled or number.form in ("grouped", "power") or amount.hedges or amount.bound != "eq" or amount.counted:
        return True
    return bool(known["before"].search(before))


def text_is_this(segment: Segment, amount: Amount) -> bool:
    """`이` before a space means "this"."""
    return segment.text[amount.start : amount.end] == "이" and segment.text[amount.end : amount.end + 1] == " "


def arithmetic(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether the words around speak of numbers themselves (`정답은 …`, `… is a number`)."""
    around = segment.folded[max(0, amount.start - 30) : amount.start] + "\0" + segment.folded[amount.end : amount.end + 30]
    return bool(cues(lexicon.code)["arithmetic"].search(around)) and cues(lexicon.code)["after"].match(segment.after(amount.end, 24)) is not None


def indexed(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """A bare number behind the name of an index is its level (`코스피는 … 4,013.22에`)."""
    if amount.bare and amount.kind in ("count", "other") and not amount.counted and not amount.number.scales:
        if cues(lexicon.code)["index"].search(segment.folded[max(0, amount.start - 70) : amount.start]):
            return replace(amount, kind="index")
    return amount


def alone(segment: Segment, amount: Amount) -> bool:
    """Whether the amount is all that stands in the text."""
    return len(segment.text) - (amount.end - amount.start) <= 4 and segment.text.strip() == segment.text[amount.start : amount.end]
