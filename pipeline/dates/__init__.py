"""Dates and periods in news, in every spelling the tables know, resolved against the publication.

In: a text, its language, the day of publication (None if unknown) and the stretches to read. Out: `Date`
values in reading order, not overlapping, with ``text[start:end] == surface``. What resolves to nothing is a
row without dates. Durations are no dates: ``5년간`` is a quantity, ``5년 전`` a date; ``지난 5년간`` and
``2018년부터 5년간`` are dates around a quantity.

The way: `scan` finds where a date may begin and reads the words that stand there (`words`, `counts`, `numeric`,
`lettered`, `spelling`), `forms` says which of them make a date, `guards`, `unsaid`, `games` and `alone` which only look
like one, `beside` and `hints` what the words around say, `ranges` and `offsets` join two to one; `phrases`, `readings`,
`weeks`, `comparisons` and `resolve` do the arithmetic over `slots`, `periods` and `holidays`, `anchors` remembers what
the text has named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.dates.anchors import Anchors
from pipeline.dates.beside import beside
from pipeline.dates.forms import forms
from pipeline.dates.guards import standing
from pipeline.dates.lexicon import Lexicon, lexicon
from pipeline.dates.phrase import Phrase
from pipeline.dates.phrases import meaning_of
from pipeline.dates.ranges import AMOUNTS, LASTING, joined_phrases
from pipeline.dates.resolve import Meaning
from pipeline.dates.scan import chains
from pipeline.dates.tokens import Standing
from pipeline.mentions import Date


def find_dates(text: str, language: str, published: date | None, start: int = 0, end: int | None = None) -> list[Date]:
    """The dates in ``text[start:end]``; what the text says before `start` is no anchor for them."""
    return dates_in(text, language, published, [(start, len(text) if end is None else end)])


def dates_in(text: str, language: str, published: date | None, stretches: Iterable[tuple[int, int]]) -> list[Date]:
    """The dates in several stretches, in which what one names is an anchor for the next."""
    anchors = Anchors(published)
    found: list[Date] = []
    for start, end in stretches:
        piece = text[start:end]
        anchors, before = anchors.elsewhere() if anchors.seen else anchors, None
        for phrase in _phrases(piece, language):
            anchors = anchors.reading(piece, phrase.start, phrase.end)
            before = meaning = meaning_of(phrase, anchors, before)
            if meaning is None:
                continue
            found.append(_row(piece, phrase, meaning, start))
            if meaning.period and not (meaning.compared or phrase.sides.compared):
                anchors = anchors.after(meaning.period, meaning.year_stated, meaning.month_stated, phrase.end)
    return found


def _phrases(text: str, language: str) -> Iterator[Phrase]:
    words = lexicon(language)
    return joined_phrases(text, _single(text, language, words), words)


def _single(text: str, language: str, words: Lexicon) -> Iterator[Phrase]:
    """Every date by itself, and what may be one together with the next."""
    for chain in chains(text, words):
        for form in forms("".join(token.kind for token in chain), language):
            first = form.first + (form.name == "shifted" and chain[form.first].value == "this")
            tokens = tuple(chain[first : form.last])
            stands = standing(text, form.name, tokens, words)
            if stands is not Standing.NONE:
                start, end = tokens[0].start, tokens[-1].end
                sides = beside(text, start, end, frozenset(token.kind for token in tokens), words)
                yield Phrase(start, end, form.name, tokens, stands is Standing.LOOSE, sides=sides)


def _row(text: str, phrase: Phrase, meaning: Meaning, offset: int) -> Date:
    period = meaning.period
    return Date(
        offset + phrase.start,
        offset + phrase.end,
        text[phrase.start : phrase.end],
        period.start if period else None,
        period.end if period else None,
        meaning.granularity,
        meaning.basis,
        meaning.anchor if period else "none",
        meaning.time,
        _length(phrase, meaning, offset),
    )


def _length(phrase: Phrase, meaning: Meaning, offset: int) -> tuple[int, int] | None:
    """Where a length of time stands in a date, in the whole text."""
    if phrase.link == LASTING:
        amounts = [token for token in phrase.other.tokens if token.kind in AMOUNTS]
        return offset + amounts[0].start, offset + amounts[-1].end
    return (offset + phrase.start, offset + phrase.end) if meaning.is_length else None
