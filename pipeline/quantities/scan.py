"""Where numerals may start, and stretches of text in which no number is a quantity.

In: a segment and a lexicon. Out: candidate positions in reading order, and the spans that are passed over
(URLs, telephone numbers, dates and times, legal articles, names with numbers). One RE2 pass each, no
backtracking; a candidate is only a place to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import re2

from pipeline.languages import language, table
from pipeline.quantities.lexicon import Lexicon, lexicon
from pipeline.quantities.segment import Segment

OPTIONS = re2.Options()
OPTIONS.max_mem = 64 << 20
DIGIT = "[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"


def alternatives(words: set[str] | tuple[str, ...]) -> str:
    return "|".join(re2.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def candidates(code: str) -> object:
    """The pattern of everything that may start an amount."""
    lex = lexicon(code)
    wholes = alternatives({row["surface"] for each in language(code).reads for row in table(each, "wholes")})
    if not lex.glued:
        words = alternatives({word for word in lex.number_words})
        return re2.compile(rf"{DIGIT}|(?i:\b(?:{words}|{wholes})\b)", OPTIONS)
    words = alternatives({word for word in lex.number_words if not word.isascii()})
    heads = "".join(sorted({surface[0] for surface in lex.words.values if not surface[0].isascii()} | {"분", "번"}))
    left = r"(?:^|[^\pL\pN]|약|총|단돈|무려|최대|최소|각)"
    numerals = rf"(?:{words})(?:[ ]?(?:{words})){{0,11}}여?[ ]?(?:[{heads}%]|$)|(?:{words}){{3,12}}|[만천백] [0-9]{{1,4}}[천백]"
    return re2.compile(rf"{DIGIT}|{left}(?:{numerals})|(?:{wholes})", OPTIONS)


def positions(segment: Segment, code: str) -> Iterator[int]:
    """Where a numeral or a word for an amount may start, in reading order."""
    first = {word[0] for word in lexicon(code).number_words} | {"만", "천", "백"}
    for match in candidates(code).finditer(segment.text):
        start = match.start() - leading_point(segment.text, match.start())
        if segment.text[start] == "." or segment.text[start].isdigit() or segment.text[start].isnumeric() or segment.folded[start] in first and not boundary(match.group(), first):
            yield start
        else:
            yield from starts(segment, match, first)


def leading_point(text: str, start: int) -> int:
    """1 when a decimal without a whole part begins before `start` (`.5%`)."""
    point = start > 0 and text[start - 1] == "." and text[start].isdigit()
    return int(point and not text[max(0, start - 2) : start - 1].strip("( ~-\n"))


def boundary(found: str, first: set[str]) -> bool:
    return found[:1] not in first


def starts(segment: Segment, match: object, first: set[str]) -> Iterator[int]:
    """The numeral behind what stands before it, or the word itself."""
    found = match.group()
    for prefix in ("단돈", "무려", "최대", "최소"):
        if found.startswith(prefix):
            yield match.start() + len(prefix)
            return
    offset = 1 if len(found) > 1 and found[1] in first and (not found[0].isalpha() or found[0] in "약총각") else 0
    yield match.start() + offset


@cache
def passages(code: str) -> object:
    """The pattern of everything whose numbers measure nothing."""
    rows = [row["pattern"] for each in language(code).reads for row in table(each, "not_quantities")]
    return re2.compile("|".join(f"(?:{row})" for row in rows), OPTIONS)


def passed_over(segment: Segment, code: str) -> list[tuple[int, int]]:
    """Spans whose numbers are not quantities, in reading order."""
    return [match.span() for match in passages(code).finditer(segment.text)]
