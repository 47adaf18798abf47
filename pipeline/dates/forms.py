"""The grammar: which runs of tokens make a date.

In: the kinds of a chain of tokens as a string of letters, and a language code. Out: the forms found in it
from left to right, each the longest that fits where it begins. The forms are rows of ``date_forms``:
patterns over those letters, each with an example. A chain is short, so few strings of kinds occur.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import re2

from pipeline.languages import table

KNOWN = 4096
LENGTH, AGO, AND = "length", "b", "&"


class Form(NamedTuple):
    """A form's name and the tokens it takes: ``tokens[first:last]``."""

    name: str
    first: int
    last: int


@cache
def patterns(code: str) -> tuple[tuple[str, object], ...]:
    longest = re2.Options()
    longest.longest_match = True
    return tuple((row["form"], re2.compile(row["pattern"], longest)) for row in table(code, "date_forms"))


@lru_cache(maxsize=KNOWN)
def forms(kinds: str, code: str) -> tuple[Form, ...]:
    """The forms in a chain; tokens that fit none are passed over."""
    found = []
    place = 0
    while place < len(kinds):
        last, name = _longest(kinds[place:], code)
        last = _before_ago(kinds[place:], last) if name == LENGTH else last
        if last:
            found.append(Form(name, place, place + last))
        place += last or 1
    return tuple(found)


def _before_ago(kinds: str, last: int) -> int:
    """``for the last 3 months and 2 days ago``: what `ago` counts is no part of the length in front of it."""
    return last if kinds[last : last + 1] != AGO else max(0, kinds.rfind(AND, 0, last))


def _longest(kinds: str, code: str) -> tuple[int, str]:
    """The longest form at the beginning; of two as long the one whose row stands first."""
    best = (0, "")
    for name, pattern in patterns(code):
        match = pattern.match(kinds)
        if match and match.end() > best[0]:
            best = (match.end(), name)
    return best
