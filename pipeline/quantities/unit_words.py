"""The unit, counter or currency behind a number.

In: a segment, a lexicon and a number. Out: the `Reading` whose conditions hold and where it ends, or None.
Judgements: the longest word wins, of its rows the first that holds; a numeral of one syllable (`이`, `만`, `수`)
needs a unit with which it cannot be another word, and behind numerals in words a counter of one syllable must
end its word (`한 장례식장`).
"""

from __future__ import annotations

from pipeline.quantities.digits import times
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import STYLES, Lexicon, Reading
from pipeline.quantities.lookup import ends_word, skip_space
from pipeline.quantities.number import Number
from pipeline.quantities.segment import Segment

CLOSING = {"(": ")", "[": "]"}
GLUED_UNITS = ("money", "percent", "percentage_point", "mass", "length", "area", "volume", "energy", "power", "data")


def unit_after(segment: Segment, lexicon: Lexicon, number: Number) -> tuple[Reading, int] | None:
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
    return (bracketed(segment, lexicon, number) if number.printed else None) or apart(segment, lexicon, number)


def apart(segment: Segment, lexicon: Lexicon, number: Number) -> tuple[Reading, int] | None:
    """`four straight years`, `five very difficult months`: words about the time stand before its unit."""
    if lexicon.glued or segment.text[number.end : number.end + 1] != " ":
        return None
    match = cues(lexicon.code)["apart"].match(segment.after(number.end, 32))
    at = number.end + match.end() if match else 0
    found = word_at(segment, lexicon, number, STYLES.get(number.style, "e"), at, " ") if match else None
    return found if found is not None and found[0].kind == "duration" else None


def bracketed(segment: Segment, lexicon: Lexicon, number: Number) -> tuple[Reading, int] | None:
    """`20 (kg)`: the sign of a unit alone in brackets."""
    at = skip_space(segment.text, number.end)
    closing = CLOSING.get(segment.text[at : at + 1])
    found = lexicon.symbols.at(segment.text, at + 1) if closing else None
    if found is None or closing != segment.text[found[1] : found[1] + 1] or found[0][0].kind == "money":
        return None
    return found[0][0], found[1] + 1


def word_at(
    segment: Segment, lexicon: Lexicon, number: Number, style: str, at: int, gap: str
) -> tuple[Reading, int] | None:
    """The longest unit word at `at` with a reading that holds."""
    for readings, end in lexicon.words.all_at(segment.folded, at):
        if not ends_word(segment.text, end):
            continue
        for found in readings:
            alone = stands(found, number, style, gap) and bounded_right(segment.text, lexicon, found, style, end)
            if alone and found.holds(segment, number.start, number.end, end, style):
                return found, end
    return None


def bounded_right(text: str, lexicon: Lexicon, reading: Reading, style: str, end: int) -> bool:
    """Behind a numeral in words a counter of one syllable must not begin another word (`한 장례식장`)."""
    if style not in ("s", "n", "v") or len(reading.surface) > 1:
        return True
    return not "가" <= text[end : end + 1] <= "힣" or text.startswith(lexicon.parts["particle"], end)


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
        if segment.text[end - 1] in "xX×" and segment.text[end : end + 2].strip()[:1].isdecimal():
            continue  # `80×80`
        if not ends_word(segment.text, end) or (gap.strip() and not segment.text[at].isalpha()):
            continue
        if gap and segment.text[at] in "$₩£€¥" and segment.text[end : end + 1].isdecimal():
            continue
        return readings[0], end
    return None


def scale_behind_unit(
    segment: Segment, lexicon: Lexicon, number: Number, reading: Reading, end: int
) -> tuple[Number, int]:
    """`75 USD million`: a scale behind the currency belongs to the number."""
    if reading.kind != "money" or number.scaled:
        return number, end
    longer = scaled_behind(segment, lexicon, number._replace(end=end))
    return (longer, longer.end) if longer.scaled else (number, end)


def scaled_behind(segment: Segment, lexicon: Lexicon, number: Number) -> Number:
    """The number times a scale word that stands behind it, up to the end of that, or the number."""
    end = number.end
    if number.low is None or segment.text[end : end + 1] != " ":
        return number
    found = lexicon.numerals.words.at(segment.folded, end + 1)
    whole = found is not None and segment.text[end + 1].isascii() and ends_word(segment.text, found[1])
    if found is None or not whole or found[0].role != "large":
        return number
    low, unit, coarse = (times(value, found[0].value) for value in (number.low, number.unit, number.coarse))
    return number._replace(
        end=found[1], low=low, high=low, unit=unit, coarse=coarse, scales=(found[0].value,), scaled=True
    )
