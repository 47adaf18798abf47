"""The headline of an English text, whose capitals make no names.

In: a text. Out: how long its headline in capitals is, and the name that it tells of. Judgements: a first line most of
whose words have a capital (`Weaker Dodam Rates Pull Index Down`, `CENTRAL BANK RAISES RATES`) is written so whatever
its words are; what is a name in it has a capital in the middle of a sentence of
the body too, and of several names the one is meant that the body has most often.
"""

from __future__ import annotations

import re2

from pipeline.claims.names.words import word_list

WORD = re2.compile(r"[A-Za-z][A-Za-z’'&.-]{0,60}")
LONGEST = 200
# How many words a line has that can be told from a name, and how many of ten have a capital.
FEWEST, MOST_OF_TEN = 4, 8
LONGEST_NAME = 4


def headline_end(text: str, language: str) -> int:
    """Where a headline ends that is written in capitals; 0 where the text begins with no such line."""
    line = text[: LONGEST + 1].partition("\n")[0]
    if len(line) > LONGEST or len(line) == len(text):
        return 0
    small = word_list(language, "claims_words")
    words = [word for word in WORD.findall(line) if word.isupper() or word.lower() not in small]
    capital = sum(word[0].isupper() for word in words)
    return len(line) if len(words) >= FEWEST and capital * 10 >= len(words) * MOST_OF_TEN else 0


def named_in_headline(text: str, language: str, end: int, proper: frozenset[str]) -> tuple[int, int] | None:
    """The name of a headline that ends at `end` which the body has most often, the first of as many."""
    spans = [m.span() for m in WORD.finditer(text[:end])]
    found: list[tuple[int, tuple[int, int]]] = []
    for at, (start, stop) in enumerate(spans):
        if text[start:stop] not in proper or found and start < found[-1][1][1]:
            continue
        ends = (stop for _, stop in reversed(spans[at : at + LONGEST_NAME]) if text.find(text[start:stop], end) >= 0)
        last = next(ends, stop)
        if last > stop or not _describes(text[start:stop].lower(), language):
            found.append((text.count(text[start:stop], end), (start, last)))
    return max(found, key=lambda hit: (hit[0], -hit[1][0]), default=(0, None))[1]


def _describes(word: str, language: str) -> bool:
    """Whether a word alone names nobody (`New`)."""
    return word in word_list(language, "claims_idle") or word in word_list(language, "claims_adjectives")
