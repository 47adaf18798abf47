"""Where numerals may start, and stretches of text in which no number is a quantity.

In: a segment and a language. Out: candidate positions in reading order, and the spans that are passed over
(URLs, telephone numbers, dates and times, legal articles, names with numbers). One RE2 pass each, no
backtracking; a candidate is only a place to look. Hangul numerals are looked for at the start of a word (or
behind `약`, `총` and the like) with the first syllable of a unit behind them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import re2

from pipeline.languages import language, table
from pipeline.quantities.digits import VULGAR
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon, lexicon
from pipeline.quantities.lookup import latin
from pipeline.quantities.segment import Segment

OPTIONS = re2.Options()
OPTIONS.max_mem = 64 << 20
DIGITS = frozenset("0123456789" + VULGAR)
CURRENCY_SIGN = "Sc"
SCALES = frozenset("십백천만억조")
SMALLEST_SCALES = "만천백"  # may open a number that goes on in digits: `만 6천`


def alternatives(words: Iterable[str]) -> str:
    """The words as one pattern, the longest first."""
    return "|".join(re2.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def candidates(code: str, arithmetic: bool) -> object:
    """The pattern of every word that may start an amount; where numbers are the topic, what is said to be one too."""
    lex = lexicon(code)
    wholes = alternatives(row["surface"] for each in language(code).reads for row in table(each, "wholes"))
    opening = [word for word in lex.number_words if lex.numerals.words.values[word].role != "part"]
    words = alternatives(word for word in opening if not lex.glued or not word.isascii())
    if not lex.glued:
        return re2.compile(rf"(?i:\b(?:{words}|{wholes})\b)", OPTIONS)
    left = rf"(?:^|[^\pL\pN]|{alternatives(lex.parts['lead'])})"
    spoken = glued(lex, words) + (f"|{cues(code)['said'].pattern}" if arithmetic else "")
    return re2.compile(f"{left}(?:{spoken})|(?:{wholes})", OPTIONS)


def glued(lex: Lexicon, words: str) -> str:
    """Numerals in words with what may be a unit behind them, or three of them, or a scale with digits behind it."""
    heads = "".join(sorted({surface[0] for surface in lex.words.values if not surface[0].isascii()}))
    with_unit = rf"(?:{words})(?:[ ]{{0,2}}(?:{words})){{0,11}}여?[ ]?(?:[{heads}%]|$)"
    among = rf"(?:{words})(?:{alternatives(lex.parts['among'])})"
    bounded = rf"(?:{words}){{2,11}}(?:{alternatives(lex.parts['bounded'])})"
    return rf"{with_unit}|(?:{words}){{3,12}}|{among}|{bounded}|[{SMALLEST_SCALES}] [0-9]{{1,4}}[천백]"


@cache
def first_letters(code: str) -> frozenset[str]:
    return frozenset(word[0] for word in lexicon(code).number_words)


def positions(segment: Segment, code: str) -> Iterator[int]:
    """Where a numeral or a word for an amount may start, in reading order."""
    text, lex, done = segment.text, lexicon(code), 0
    topic = lex.glued and cues(code)["arithmetic"].search(text) is not None
    words = [match.span() for match in candidates(code, topic).finditer(text)]
    for start, end in sorted(words + [(start, start) for start in figures(text)]):
        if start < end:
            done = end
            yield start + lead(text[start:end], code)
        elif start >= done and not glued_on(text, start, lex):
            yield start - leading_point(text, start)


def figures(text: str) -> list[int]:
    """Where digits begin: there are many, and a pattern costs more for each that it finds than a look at every
    letter."""
    digits = [at for at, letter in enumerate(text) if letter in DIGITS]
    return [at for at, before in zip(digits, [-2, *digits]) if at > before + 1]


def glued_on(text: str, start: int, lex: Lexicon) -> bool:
    """Whether digits follow a Latin letter that ends no currency's sign (part of a name), or a scale onto which digits
    are written (part of a number that was given up: `1천200`), without a further look."""
    if start > 1 and text[start - 1] in SCALES and text[start - 2].isdecimal():
        return True
    return start > 0 and latin(text[start - 1]) and text[start - 1] not in lex.sign_ends


def lead(found: str, code: str) -> int:
    """How long what stands before the numeral is: a boundary, `약`, `최대`, or nothing."""
    if not found[0].isalpha():
        return 1 if found[1:2] in first_letters(code) else 0
    longest = next((len(word) for word in lexicon(code).parts["lead"] if found.startswith(word)), 0)
    return longest if found[longest : longest + 1] in first_letters(code) else 0


def leading_point(text: str, start: int) -> int:
    """1 when a decimal without a whole part begins before `start` (`.5%`, `$.17`)."""
    point = start > 0 and text[start - 1] == "." and text[start].isdecimal()
    before = text[max(0, start - 2) : start - 1]
    return int(point and (not before.strip("( ~-\n") or unicodedata.category(before) == CURRENCY_SIGN))


@cache
def passages(code: str) -> tuple[tuple[str, object], ...]:
    """The patterns of everything whose numbers measure nothing, each behind every word of which one must stand in the
    text."""
    rows: dict[str, list[str]] = {}
    for each in language(code).reads:
        for row in table(each, "not_quantities"):
            rows.setdefault(row["needs"], []).append(row["pattern"])
    whole = {needs: re2.compile("|".join(f"(?:{row})" for row in found), OPTIONS) for needs, found in rows.items()}
    return tuple((word, found) for needs, found in whole.items() for word in needs.split("|"))


def passed_over(segment: Segment, code: str) -> list[tuple[int, int]]:
    """Spans whose numbers are not quantities, pattern by pattern."""
    folded = segment.folded
    tried = dict.fromkeys([found for word, found in passages(code) if word in folded])
    return [match.span() for found in tried for match in found.finditer(segment.text)]
