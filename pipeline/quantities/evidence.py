"""Whether a number measures anything at all.

In: a segment, an amount and what stands around it. Out: yes or no. Judgements:
- Digits glued to letters (`H100`, `GPT-4o`, `아이폰6`) belong to a name, as do digits that unknown letters follow
  (`4o`, `16강`), and a bare number behind a capitalised name (`RTX 5090`, `Llama 3.1`).
- A bare number counts with a written scale, separators, a bound or hedge beside it, a noun it counts, a cue
  before it (`승점 4`, `index at 2,500`), talk of numbers around it, or when nothing else stands in the text.
- Four digits that can be a year, without separators and without a unit, are one.
- A definite reference (`the two firms`; not `its two firms`) counts nothing anew, unless a superlative behind it
  names what was not named before (`the five most common causes`). The words are rows of ``number_cues.csv``.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import re2

from pipeline.languages import language, table
from pipeline.quantities.amount import Amount
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.lookup import latin
from pipeline.quantities.patterns import compiled
from pipeline.quantities.segment import Segment

CUT_SHORT = re2.compile(r"[만억조][0-9]{1,2}$")  # `3억5` says 3억 and 5천만, or nothing
YEAR = re2.compile(r"(?:1[5-9]|20)[0-9]{2}")
LISTED = re2.compile(r"\s?-?[0-9]{1,15}(?:\.[0-9]{1,9})?(?:[,;] -?[0-9]{1,15}(?:\.[0-9]{1,9})?){1,9}\s?")
LONGEST_LIST = 80
SYMBOLS = ("So", "Sk", "Cn", "Co", "Cf")
TOPICS = ("은", "는")
WINDOW = 48


@cache
def cues(code: str) -> dict[str, object]:
    """The patterns of ``number_cues.csv`` by part; where languages are read along, the own row wins."""
    rows = [row for each in reversed(language(code).reads) for row in table(each, "number_cues")]
    return {part: compiled(pattern) for part, pattern in {row["part"]: row["pattern"] for row in rows}.items()}


def in_a_name(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether letters or digits touch the number, so that it is part of a name or a code."""
    text, start = segment.text, amount.start
    if start > 1 and text[start - 2].isdecimal() and unicodedata.category(text[start - 1]) in SYMBOLS:
        return True
    if start and text[start].isdecimal() and begun(text, lexicon, amount):
        return True
    return continued(text, amount)


def begun(text: str, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether a name or another number runs into the digits at the amount's start."""
    start, end = amount.start, amount.end
    before, second = text[start - 1], text[start - 2 : start - 1]
    if latin(before) or before in "_#@":
        return True
    if before in ",." and second and second in "0123456789,.":
        return True
    if before in "-./:" and latin(second):
        return True
    one_letter = text[end - 1].isascii() and text[end - 1].isalpha() and text[end - 2].isdecimal()
    if before == "-" and one_letter and "가" <= second <= "힣":
        return True  # `일류신-62M`
    if not "가" <= before <= "힣":
        return False
    if text.endswith(lexicon.parts["lead"], 0, start):
        return False
    spaced = text[amount.number.end : amount.number.end + 1] == " " and amount.number.end < end
    return one_letter or (spaced and before not in lexicon.parts["glued_before"])


def continued(text: str, amount: Amount) -> bool:
    """Whether the digits at the amount's end run on into a name."""
    end = amount.end
    if not text[end - 1].isdecimal():
        return False
    after, second = text[end : end + 1], text[end + 1 : end + 2]
    if after.isascii() and after.isalpha():
        return True
    joined = after in ("-", ".", ":", "/", "_") and latin(second)
    return joined and amount.bare and not (amount.hedges or amount.counted)


def measures(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether a bare number counts; its bound has been read."""
    if not amount.bare:
        return True
    surface = segment.text[amount.number.start : amount.number.end]
    if CUT_SHORT.search(surface) or (surface == "이" and segment.after(amount.end, 1) == " "):
        return False
    if alone(segment, amount):
        return True
    if onto_a_word(lexicon, amount, segment.before(amount.start)):
        return False
    if arithmetic(segment, lexicon, amount):
        return True
    if cues(lexicon.code)["arrow"].match(segment.after(amount.end, 4)):
        return True
    if named(segment, lexicon, amount):
        return False
    if not amount.number.printed:
        return spoken(segment, lexicon, amount)
    if not amount.number.scales and YEAR.fullmatch(surface):
        return stated_year(lexicon, amount) or arrives(segment, lexicon, amount)
    if moves(segment, lexicon, amount):
        return True
    return shown(amount) or bool(cues(lexicon.code)["before"].search(segment.before(amount.start)))


def named(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether the neighbours make the bare number a name's, an unknown counter's or a definite reference's."""
    known, number = cues(lexicon.code), amount.number
    before, after = segment.before(amount.start), segment.after(amount.end, 24)
    if number.status != "ok" and number.form == "grouped":
        return True
    if lexicon.glued and not followed(segment, lexicon, amount):
        return True
    if known["not_before"].search(before) and not (number.scaled and known["counted_before"].search(before)):
        return True
    if number.form == "plain" and known["numbered"].search(before) and known["not_after"].match(after):
        return True  # `roughly 400 737 Max jets`
    if number.form == "plain" and not number.scales and not amount.counted and known["not_before_plain"].search(before):
        return not (known["part_of"].match(after) or shifts(known, before, after))
    plain = number.form == "plain" and not amount.counted and not number.scales
    if plain and not amount.hedges and known["not_after"].match(after):
        return True
    model = amount.bound == "range" and not amount.counted  # `the 737-800`
    spoken_of = (model or not number.printed and not number.scaled) and bool(known["definite"].search(before))
    unnamed = known["superlative"].match(after) and not known["apposed"].search(before)
    return spoken_of and not unnamed  # `the five most common causes` are none named before


def onto_a_word(lexicon: Lexicon, amount: Amount, before: str) -> bool:
    """Whether plain digits are written onto a Hangul word that says nothing of a number (`코로나19`)."""
    number = amount.number
    if not lexicon.glued or not "가" <= before[-1:] <= "힣" or number.form != "plain" or number.scales:
        return False
    return number.printed and not amount.hedges and not cues(lexicon.code)["before"].search(before)


def spoken(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether a bare numeral in words counts: with a noun or bound, or when it is long enough to be nothing else."""
    number, several = amount.number, amount.end - amount.start > 1
    if (number.low != 1 or amount.bound == "range") and (amount.counted or (amount.hedges and several)):
        return True
    known, after = cues(lexicon.code), segment.after(amount.end, 24)
    if number.low != 1 and amount.unit and not lexicon.glued:
        return True  # `killing nine`
    if number.low != 1 and (known["part_of"].match(after) or known["befallen"].match(after)):
        return True  # `worth eight of its shares`
    if number.low != 1 and known["existing"].search(segment.before(amount.start, 24)):
        return True
    gathered = number.low != 1 and known["gathered"].search(segment.before(amount.start))
    if gathered and followed(segment, lexicon, amount):
        return True  # `a crew of twelve`
    if number.low != 1 and acts(segment, known, amount):
        return True
    if number.scaled and several and cues(lexicon.code)["stated"].match(segment.after(amount.end, 24)):
        return True
    if number.spoken:
        return False
    return number.words > 2 or (number.scaled and (not number.exact or (number.words > 1 and not lexicon.glued)))


def moves(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether the bare number is a change (`rose 14 to 1889`), where it arrived, or a part (`60 of the last 62`)."""
    known, after = cues(lexicon.code), segment.after(amount.end, 24)
    if known["part_of"].match(after) or known["befallen"].match(after) or arrives(segment, lexicon, amount):
        return True
    if known["members"].search(segment.before(amount.start, 80)):  # `of the analysts, 18 rate it a buy`
        return True
    if acts(segment, known, amount):
        return True
    if known["more_after"].match(after) and known["more_before"].search(segment.before(amount.start)):
        return True  # `We hired 500.`
    return shifts(known, segment.before(amount.start, 24), after)


def acts(segment: Segment, known: dict[str, object], amount: Amount) -> bool:
    """Whether the number opens a clause and does something itself (`28 have a buy rating`, `Fourteen escaped`)."""
    does = known["acts"].match(segment.after(amount.end, 24))
    return bool(does and known["opens"].search(segment.before(amount.start)))


def shifts(known: dict[str, object], before: str, after: str) -> bool:
    """Whether the number is how far something went on its way to another (`down by 30 to 126`)."""
    return bool(known["moved_to"].match(after)) and bool(known["moved"].search(before))


def arrives(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether a change by an amount leads up to the number."""
    return bool(cues(lexicon.code)["arrived"].search(segment.before(amount.start, WINDOW)))


def stated_year(lexicon: Lexicon, amount: Amount) -> bool:
    """Whether four digits that could be a year are a number after all."""
    if lexicon.glued:
        return amount.bound != "eq"
    return bool(amount.hedges) and amount.number.low is not None and amount.number.low % 100 == 0


def shown(amount: Amount) -> bool:
    """Whether the spelling, a bound or a noun says that the digits measure."""
    spelled = amount.number.scaled or amount.number.form in ("grouped", "power")
    return spelled or amount.kind == "index" or bool(amount.hedges or amount.counted) or amount.bound != "eq"


def arithmetic(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether the words around speak of numbers themselves (`정답은 …`, `… is a number`)."""
    known, start = cues(lexicon.code), max(0, amount.start - WINDOW)
    around = segment.folded[start : amount.start] + "\0" + segment.folded[amount.end : amount.end + WINDOW]
    if not known["arithmetic"].search(around):
        return False
    return followed(segment, lexicon, amount)


def followed(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """Whether what stands behind a bare number may; a topic particle may run on behind several numeral words."""
    after = segment.after(amount.end, 24)
    if cues(lexicon.code)["after"].match(after):
        return True
    return amount.number.words > 2 and not amount.number.printed and after.startswith(TOPICS)


def alone(segment: Segment, amount: Amount) -> bool:
    """Whether the amount, or a list of numbers with it, is all that stands in the text."""
    if len(segment.text) <= LONGEST_LIST and LISTED.fullmatch(segment.text):
        return True
    spare = len(segment.text) - (amount.end - amount.start)
    return spare <= 4 and segment.text.strip() == segment.text[amount.start : amount.end]
