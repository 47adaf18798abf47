"""The grammar of English news sentences.

In: a stretch of text with the quantities, dates and known names in it. Out: a `Parse`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.model import Parse
from pipeline.claims.names.items import Item
from pipeline.languages.english.clauses import assign, clauses
from pipeline.languages.english.participles import describe
from pipeline.languages.english.phrases import group
from pipeline.languages.english.sayings import sayings
from pipeline.languages.english.words import words


def parse(text: str, start: int, end: int, items: Sequence[Item]) -> Parse:
    """The phrases, clauses and sayings of ``text[start:end]``."""
    grouping = group(text, words(text, start, end, items))
    describe(grouping)
    phrases, verbs = assign(grouping)
    read = clauses(phrases, grouping, verbs)
    return Parse(start, end, phrases, read, tuple(sayings(phrases, read, start, end)))
