"""Who an English text is about before anybody acted in it.

In: a document, its cast, the names of a sentence without a number. Out: a `Name` or None. Judgements: a sentence of the
lead that names one known company introduces it, wherever in the sentence (`Shares in Calder Foods fell`, a dateline);
so does one with the name of several capitalised words that the text repeats most, where the text also speaks of `the
company`, `the club` and the like; people and places are introduced by what they do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import re2

from pipeline.claims.model import Document
from pipeline.claims.names.cast import COMPANY, PERSON, Cast, type_of
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.words import descriptions
from pipeline.claims.scene import Name

# A name of two or three capitalised words.
RUN = re2.compile(r"[A-Z][A-Za-z0-9-]{1,40}(?: [A-Z][A-Za-z0-9-]{1,40}){1,2}")
FIRST = re2.compile(r"[A-Z][A-Za-z0-9-]{1,40}")
# `software company Mirr`: what a name of one word is called.
TOLD = re2.compile(r"\b([a-z]{3,20}) ([A-Z][A-Za-z0-9-]{1,40})\b")
ARTICLES = ("The ", "A ", "An ")
LEAD = 300
FINAL = tuple('.”"')
OFTEN = 3
TEXTS_KEPT = 4
HOUSES = (COMPANY, "organisation")


def introduced(document: Document, cast: Cast, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """The company or organisation that a sentence of the lead introduces."""
    if not document.traits.capitals or start > LEAD:
        return None
    free = [m for m in names if m.entity.type == COMPANY and not _is_bracketed(document.text[start : m.start])]
    houses = {m.entity.entity_id: m for m in reversed(free)}
    if len(houses) == 1:
        return name_of(next(iter(houses.values())))
    words = _repeated(document.text, document.language, cast) if not names else ""
    at = document.text.find(words, start, end) if words else -1
    return Name(words, None, at, at + len(words)) if at >= 0 else None


def house(document: Document, cast: Cast, names: Sequence[Mention]) -> Name | None:
    """The company or organisation outside the table that a whole text is about: no known company is named before it, or
    as often."""
    text = document.text
    words = _repeated(text, document.language, cast) if document.traits.capitals else ""
    at = text.find(words) if words else -1
    if at < 0 or any(m.start <= at < m.end for m in names):
        return None
    known = [m for m in names if m.entity.type == COMPANY]
    often = Counter(m.entity.entity_id for m in known)
    first = not known or at < known[0].start and text.count(words.split(" ")[0]) > max(often.values())
    return Name(words, None, at, at + len(words)) if first else None


def _is_bracketed(before: str) -> bool:
    """Whether a bracket is open: where shares are listed (`(NYSE: NVN)`) is nobody who acts."""
    return before.rfind("(") > before.rfind(")")


@cache
def _houses(language: str) -> tuple[str, ...]:
    """Descriptions of a company or an organisation (`the airline`)."""
    known = descriptions(language).items()
    return tuple(words for words, types in known if words.startswith("the ") and set(types) <= set(HOUSES))


def _repeated(text: str, language: str, cast: Cast) -> str:
    """The name of several words in the lead that the text repeats most, if it tells of a house; else nothing."""
    return next((run for run in _often(text, language) if type_of(run, language, cast) != PERSON), "")


@lru_cache(maxsize=TEXTS_KEPT)
def _often(text: str, language: str) -> tuple[str, ...]:
    """The names that a text which tells of a house repeats, whole or by their first word, the most frequent first; kept
    for its next sentences."""
    lower = text.lower()
    if not any(words + " " in lower for words in _houses(language)):
        return ()
    runs, firsts = Counter(m.group(0) for m in RUN.finditer(text)), Counter(m.group(0) for m in FIRST.finditer(text))
    headline, _, _ = text.partition("\n")
    body = 0 if headline.endswith(FINAL) else len(headline)
    times = {run: max(n, firsts[run.split(" ")[0]]) for run, n in runs.items() if _is_called(run, text, body)}
    told = (m for m in TOLD.finditer(text[:LEAD]) if f"the {m.group(1)}" in _houses(language))
    times |= {m.group(2): firsts[m.group(2)] for m in told}
    return tuple(run for run in sorted(times, key=times.get, reverse=True) if times[run] >= OFTEN)


def _is_called(run: str, text: str, body: int) -> bool:
    """Whether capitalised words of the lead are a name: no article opens them, and not only a headline has them."""
    return run in text[:LEAD] and not run.startswith(ARTICLES) and text.find(run, body) >= 0
