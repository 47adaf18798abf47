"""Lists of names in running text, counted only when they are plainly lists of names.

In: the words of a list. Out: the names, or an empty tuple where the list leaves something unsaid (등,
including), mixes its separators, or holds more than names.
"""

from __future__ import annotations

import re2

from pipeline.languages import table

SIGNS = ("·", "ㆍ", "・", "/", ",", "、")
LONGEST = 30
MOST_WORDS = 4
NOT_A_NAME = re2.compile(r"[:;=→%~∼→…\"“”‘’'?!]|\d{4}|(?:^|\s)\d{1,3}$")


def listed(words: str, language: str) -> tuple[str, ...]:
    """The names of a list, in order; empty unless there are two or more."""
    plain = words
    for row in table(language, "list_words"):
        if row["role"] == "open" and row["word"] in f" {plain} ":
            return ()
        if row["role"] == "joint":
            plain = plain.replace(row["word"], row["as"])
    signs = [sign for sign in SIGNS if sign in plain]
    if len(signs) != 1:
        return ()
    names = tuple(name.strip() for name in plain.split(signs[0]))
    return names if len(names) > 1 and all(map(_is_name, names)) else ()


def _is_name(name: str) -> bool:
    return bool(name) and len(name) <= LONGEST and len(name.split()) <= MOST_WORDS and not NOT_A_NAME.search(name)
