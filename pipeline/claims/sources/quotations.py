"""Who speaks in a quotation that runs over several sentences.

In: a document and its names. Out: stretches between quotation marks that hold the end of a sentence, with their
speaker. Judgements: where the verb comes last whoever acts right before the marks open (`대표는 "…`), else right after
they close (`…"라고 대표는 말했다`); in English the name beside a verb of saying after they close, else before they open
(`"…," said Ada Vale. "…"`), and whoever spoke last where a pronoun stands there. Marks that do not close within bounds,
and quotations inside quotations, hold nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from pipeline.claims.model import Document
from pipeline.claims.names.entities import Mention
from pipeline.claims.scene import Name
from pipeline.claims.sources.speakers import NEAR, acting_after, acting_before, beside_verb, named_before, says_before

LONGEST = 2000
SIGNS = '“”"'
MARKS = re2.compile(f"[{SIGNS}]")
ENDS = (". ", ".\n", "! ", "? ")
FINALS = ".!?"
# How far before a quotation its speaker may stand.
BEFORE = 160


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of whole sentences and who says it; None for whoever spoke last."""

    start: int
    end: int
    speaker: Name | None


def find_quotations(document: Document, names: Sequence[Mention]) -> list[Quotation]:
    """The quotations of a document that hold the end of a sentence and whose speaker is told, in reading order."""
    found, closed = [], 0
    for start, end in _stretches(document.text):
        inside = document.text[start:end]
        several = any(sign in inside for sign in ENDS)
        speaker = _speaker(document, names, start, end) if several else None
        begin = max(closed, start - 1 - BEFORE)
        begin = max(begin, document.text.rfind("\n", begin, start) + 1)
        if speaker is None and (several or inside.endswith(tuple(FINALS))) and not document.traits.head_final:
            speaker = named_before(document, names, begin, start - 1)
            if speaker is None and says_before(document, begin, start - 1):
                found.append(Quotation(start, end, None))
        if speaker is not None:
            found.append(Quotation(start, end, speaker))
        closed = end + 1
    return found


def quoted_by(quotations: Sequence[Quotation], place: int, last: Name | None) -> Name | None:
    """Who says what stands at `place`, if it is quoted; `last` is who spoke last."""
    number = bisect_right(quotations, place, key=lambda q: q.start) - 1
    return (quotations[number].speaker or last) if number >= 0 and place < quotations[number].end else None


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Pairs of marks."""
    opened = None
    for mark in MARKS.finditer(text) if any(sign in text for sign in SIGNS) else ():
        sign = mark.group()
        closes = opened is not None and sign != "“"
        if closes:
            if mark.start() - opened <= LONGEST:
                yield opened, mark.start()
        opened = None if closes else mark.end() if sign != "”" else None


def _speaker(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    if not document.traits.head_final:
        return beside_verb(document, names, end + 1)
    before = acting_before(document, names, max(0, start - 1 - NEAR), start - 1)
    return before or acting_after(document, names, end + 1)
