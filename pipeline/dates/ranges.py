"""Two dates that make one period: ``3월 1일~5일``, ``2014년부터 2018년까지``, ``from May to October 2020``.

In: the phrases of a text in reading order. Out: `Phrase` values with a second part where a joiner of the
table ``date_joiners`` stands between two of them, and nothing else but blanks. A joiner may ask for a word
behind (``~과 ~ 사이``) or before (``between``) to count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.dates.lexicon import Lexicon
from pipeline.dates.scan import Token

WIDEST = 12
OPENING = 12


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens of one date, and those of the date that ends the period which it begins."""

    start: int
    end: int
    form: str
    tokens: tuple[Token, ...]
    last_form: str = ""
    last: tuple[Token, ...] = ()


def joined_phrases(text: str, phrases: Iterable[Phrase], words: Lexicon) -> Iterator[Phrase]:
    """The phrases, every two that make a range as one."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is None:
            waiting = phrase
            continue
        start = _range_start(text, waiting, phrase, words)
        if start is None:
            yield waiting
            waiting = phrase
        else:
            yield replace(waiting, start=start, end=phrase.end, last_form=phrase.form, last=phrase.tokens)
            waiting = None
    if waiting is not None:
        yield waiting


def _range_start(text: str, first: Phrase, last: Phrase, words: Lexicon) -> int | None:
    """Where the range of two phrases begins; None if they are none."""
    if last.start - first.end > WIDEST:
        return None
    between = text[first.end : last.start].strip(" ").lower()
    for row in words.joiners:
        if between != row["surface"].strip():
            continue
        if not text[last.end :  last.end + OPENING].lstrip().startswith(row["closing"]):
            continue
        start = _opened(text, first.start, row["opening"])
        if start is not None:
            return start
    return None


def _opened(text: str, start: int, opening: str) -> int | None:
    """Where the opening word stands in front; the place itself if none is asked for."""
    if not opening:
        return start
    before = text[max(0, start - OPENING) : start]
    kept = before.rstrip()
    if not kept.lower().endswith(opening) or kept[: -len(opening)][-1:].isalnum():
        return None
    return start - len(before) + len(kept) - len(opening)
