"""The grammar of Korean news sentences.

In: a stretch of text with the quantities, dates and known names in it. Out: a `Parse`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.model import Parse
from pipeline.claims.names.items import Item
from pipeline.languages.korean.clauses import clauses
from pipeline.languages.korean.morphemes import analyse
from pipeline.languages.korean.phrases import group, listed
from pipeline.languages.korean.sayings import sayings, shared_subjects
from pipeline.languages.korean.taken import taken


def parse(text: str, start: int, end: int, items: Sequence[Item]) -> Parse:
    """The phrases, clauses and sayings of ``text[start:end]``."""
    grouping = group(text, analyse(text, start, end, items))
    plain = clauses(grouping)
    phrases = taken(listed(grouping.phrases), plain, items)
    shared = shared_subjects(phrases, plain)
    full = tuple(c._replace(subjects=whose) if whose else c for c, whose in zip(plain, shared, strict=True))
    return Parse(start, end, phrases, full, tuple(sayings(phrases, full, end)))
