"""The company that a Korean text tells the purchase of.

In: a document and its names. Out: a `Name` or None. Judgements: in the first lines it stands right before a word for
what is bought of it (`도담 지분`, `도담 인수전`), a known company or one word that the text repeats and tells several
things of that companies have; where the first lines name several so, none is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pipeline.claims.model import Document
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.words import is_nobody, role_list, word_list
from pipeline.claims.scene import Name

LEAD = 400
OFTEN, TOLD = 3, 2
SHORTEST_NAME, LONGEST_NAME = 2, 20


def find_target(document: Document, names: Sequence[Mention]) -> Name | None:
    """The only company that the first lines tell a purchase of."""
    lead = document.text[:LEAD]
    words = [word for word in _words(document.language) if word in lead]
    known = {m.end: m for m in names if m.end <= LEAD and m.entity.type == COMPANY} if words else {}
    found = {(n.entity.entity_id if n.entity else n.text): n for n in _bought(document, words, known)}
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _words(language: str) -> tuple[str, ...]:
    """The words for what is bought, each behind its blank."""
    return tuple(sorted(f" {word}" for word in role_list(language, "claims_bought_words", "bought")))


def _bought(document: Document, words: Iterable[str], known: dict[int, Mention]) -> Iterator[Name]:
    """What stands right before every word for what is bought."""
    text = document.text
    for word in words:
        at = text.find(word, 0, LEAD)
        while at >= 0:
            if at in known:
                yield Name("", known[at].entity, known[at].start, at)
            elif (begin := _begin(document, at)) is not None:
                yield Name(text[begin:at], None, begin, at)
            at = text.find(word, at + 1, LEAD)


def _begin(document: Document, end: int) -> int | None:
    """Where a word that ends at a place begins, if it can be a name: one that the text repeats."""
    text = document.text
    begin = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
    word = text[begin:end]
    fits = SHORTEST_NAME <= len(word) <= LONGEST_NAME and word.isalpha() and text.count(word) >= OFTEN
    if not fits or is_nobody(word, document.language) or word in word_list(document.language, "common_nouns"):
        return None
    has = word_list(document.language, "claims_bought_words")
    return begin if sum(f"{word} {what}" in text for what in has) >= TOLD else None
