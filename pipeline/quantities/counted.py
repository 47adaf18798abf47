"""What a number counts: the noun behind it in English, beside it in Korean.

In: a segment, a lexicon and an amount. Out: the amount with `counted` and, for a bare English number, the class
of its noun. Judgements: an English count is a number with a plural noun (or a noun from ``counted.csv``) within
four words, before any verb, preposition or mark; the phrase up to that noun is what is counted, spelled as it
stands; of a part (`three of Britain's biggest shops`) the noun of the whole. A bare number behind a verb of killing or
a toll is people. In Korean the noun right before the number without a particle (`직원 70명`) is counted, else the
counter; so is a crowd right behind a written scale (`900만 관중`), and a word that no table knows behind large digits.
"""

from __future__ import annotations

from functools import cache

import re2

from pipeline.languages import table
from pipeline.quantities.amount import Amount, scaled
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.number import Number
from pipeline.quantities.segment import Segment

WORD = re2.compile(r"[ -]([A-Za-z][A-Za-z0-9'’&.-]{0,30})")
MODEL = re2.compile(r" ([0-9]{2,4}[A-Za-z]{0,3})")
MODELS = re2.compile(r"[A-Z][A-Za-z]{0,3}-?[0-9]{1,4}[a-z]{0,4}s")
NAMED_MODEL = re2.compile(r" ([0-9]{2,4}[A-Za-z]{0,3}) [A-Z]")
SINGULAR = ("ss", "us", "is", "'s", "’s")
MOST_WORDS = 5


@cache
def classes(code: str) -> dict[str, str]:
    return {row["surface"]: row["class"] for row in table(code, "counted")}


def counting(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """The amount with what it counts."""
    if lexicon.glued:
        crowd = (
            amount.bare and amount.number.scales and cues(lexicon.code)["crowd"].match(segment.after(amount.end, 16))
        )
        if crowd:
            return amount._replace(unit="person", kind="count", counted=crowd.group(1))
        return beside(segment, lexicon, amount) if amount.kind == "count" and amount.unit else amount
    if not amount.bare and amount.kind != "count" or amount.status != "ok":
        return amount
    if amount.kind == "other" and not amount.bare:
        return amount
    found = behind(segment, lexicon, amount)
    if found is amount and cues(lexicon.code)["casualties"].search(segment.before(amount.start, 80)):
        return amount._replace(unit="person", kind="count")  # `the death toll rose to 13`
    return found


def by_own_word(segment: Segment, lexicon: Lexicon, number: Number) -> Amount | None:
    """Korean: `2960만502회선`: large digits written onto a word that no table knows count what that word says."""
    large = number.form == "grouped" or number.scales and segment.text[number.end - 1].isdecimal()
    if not (lexicon.glued and large and number.printed and number.status == "ok"):
        return None
    after = segment.after(number.end, 24)
    # a particle, or a unit whose conditions do not hold
    known = cues(lexicon.code)["after"].match(after) or lexicon.words.at(segment.folded, number.end)
    match = None if known else cues(lexicon.code)["own_counter"].match(after)
    if match is None:
        return None
    return scaled(number, number.start, number.end + match.end(1), "count", "item")._replace(counted=match.group(1))


def beside(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """Korean: the noun before the number, unless a particle ends it."""
    match = cues(lexicon.code)["noun_before"].search(segment.before(amount.start, 28))
    if not match or cues(lexicon.code)["particle_end"].search(match.group(1)):
        return amount
    numeral = segment.before(amount.start, 28)[: match.start(1)].rstrip()[-1:]
    if not (numeral.isdigit() or numeral == "여"):  # else the word counts the number before: `100여 세대 250명`
        return amount._replace(counted=match.group(1))
    return amount


def behind(segment: Segment, lexicon: Lexicon, amount: Amount) -> Amount:
    """English: the phrase that ends with the counted noun."""
    if cues(lexicon.code)["befallen"].match(segment.after(amount.end, 24)):
        return amount._replace(unit="person", kind="count")  # `14 die`
    known, stop = classes(lexicon.code), cues(lexicon.code)["stop"]
    position = first = parted(segment, lexicon, amount)
    word = ""
    for count in range(MOST_WORDS):
        match = WORD.match(segment.text[position : position + 32])
        if not match and word:  # `30 Boeing 787 jets`, `100 new 737 MAX jets`
            match = (MODEL if word[:1].isupper() else NAMED_MODEL).match(segment.text[position : position + 12])
        if not match:
            return amount
        if count == 0 and segment.text[position] == "-":
            return attributive(amount, match.group(1))
        word = match.group(1).rstrip(".'’")
        position += match.end(1) - (len(match.group(1)) - len(word))
        found = known.get(word.lower()) or known.get(word.lower().rpartition("-")[2]) or people(lexicon, word)
        if found is None and stop.fullmatch(word.lower()):
            return amount
        if found or plural(word):
            if not found and followed_by_noun(segment, lexicon, position, count):
                continue
            return amount._replace(unit=found or "item", kind="count", counted=segment.text[first + 1 : position])
        if not match.group(1).endswith(word):
            return amount
    return amount


def parted(segment: Segment, lexicon: Lexicon, amount: Amount) -> int:
    """Where what is counted begins: behind the number and its bound, or behind `of the`, `of Britain's`."""
    end = max([amount.end, *(right for left, right in amount.hedges if left >= amount.end)])
    if not segment.text.startswith(" of ", end) or amount.low == 1:
        return end
    match = cues(lexicon.code)["whole"].match(segment.after(end, 72))
    return end + match.end() - 1 if match else end


def attributive(amount: Amount, word: str) -> Amount:
    """`a 517,000-job increase`, `the 27-member bloc`: a known noun in the singular behind a hyphen is counted."""
    noun = word.lower().partition("-")[0]
    found = next((classes("en")[form] for form in (f"{noun}s", noun, f"{noun[:-1]}ies") if form in classes("en")), None)
    return amount._replace(unit=found, kind="count", counted=word.partition("-")[0]) if found else amount


def people(lexicon: Lexicon, word: str) -> str | None:
    """The class of people named by their nation, faith or party (`Americans`), or None."""
    return "person" if word[0].isupper() and cues(lexicon.code)["people"].match(word) else None


def plural(word: str) -> bool:
    """Whether a word looks like a plural noun, or like several of a model (`A321neos`)."""
    if word[0].isupper() and MODELS.fullmatch(word):
        return True
    return len(word) > 3 and word[0].islower() and word.endswith("s") and not word.endswith(SINGULAR)


def followed_by_noun(segment: Segment, lexicon: Lexicon, position: int, count: int) -> bool:
    """Whether the plural only modifies a known noun right behind it (`sales employees`)."""
    match = WORD.match(segment.text[position : position + 32])
    return bool(match) and match.group(1).lower().rstrip(".") in classes(lexicon.code) and count + 1 < MOST_WORDS
