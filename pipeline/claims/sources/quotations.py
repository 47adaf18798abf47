"""Who speaks in a quotation that runs over several sentences.

In: a document and its names. Out: stretches between quotation marks that hold the end of a sentence, with their
speaker. Judgements: where the verb comes last whoever acts right before the marks open (`대표는 "…`), else right after
they close (`…"라고 대표는 말했다`); in English the name beside a verb of saying after they close. Marks that do not
close within bounds, and quotations inside quotations, hold nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from pipeline.claims.model import Document
from pipeline.claims.names.entities import Mention
from pipeline.claims.scene import Name
from pipeline.claims.sources.speakers import NEAR, acting_after, acting_before, beside_verb

LONGEST = 2000
SIGNS = '“”"'
MARKS = re2.compile(f"[{SIGNS}]")
ENDS = (". ", ".\n", "! ", "? ")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation over several sentences and who says it."""

    start: int
    end: int
    speaker: Name


def find_quotations(document: Document, names: Sequence[Mention]) -> list[Quotation]:
    """The quotations of a document that hold the end of a sentence and whose speaker is named, in reading order."""
    found = []
    for start, end in _stretches(document.text):
        speaker = _speaker(document, names, start, end)
        if speaker is not None:
            found.append(Quotation(start, end, speaker))
    return found


def quoted_by(quotations: Sequence[Quotation], place: int) -> Name | None:
    """Who says what stands at `place`."""
    number = bisect_right(quotations, place, key=lambda q: q.start) - 1
    return quotations[number].speaker if number >= 0 and place < quotations[number].end else None


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Pairs of marks with more than one sentence between them."""
    opened = None
    for mark in MARKS.finditer(text) if any(sign in text for sign in SIGNS) else ():
        sign = mark.group()
        closes = opened is not None and sign != "“"
        if closes:
            inside = text[opened : mark.start()] if mark.start() - opened <= LONGEST else ""
            if any(end in inside for end in ENDS):
                yield opened, mark.start()
        opened = None if closes else mark.end() if sign != "”" else None


def _speaker(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    if not document.traits.head_final:
        return beside_verb(document, names, end + 1)
    before = acting_before(document, names, max(0, start - 1 - NEAR), start - 1)
    return before or acting_after(document, names, end + 1)
