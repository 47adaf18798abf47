"""The day of the game that a whole text reports, for what it counts.

In: the readings of a document, in reading order, its quantities, sentences and dates. Out: the same, with that day for
counts that state no time. Judgements: a text that opens with a score and with who won reports on a game; its day is
the first that a sentence up to then names, if it is not after the publication and at most some days before. What is
counted over more than a game (`this season`, `in his career`, `통산`), what stands in a sentence with another date,
and what is only expected are of their own time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from pipeline.claims.claim import Reading
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.items import inside
from pipeline.claims.names.words import role_list
from pipeline.claims.times.sessions import is_only_day, is_recent
from pipeline.mentions import Date, Quantity, Sentence

LIST, WON, LONGER = "claims_matches", "won", "longer"
# A headline, a second one and the lead.
SENTENCES = 4
SCORE, KINDS, METRICS = "score", ("count", "score", "rank", "percent"), ("other", "rank")
REPORTED, LONGEST_SENTENCE = "reported", 500


def in_game(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    sentences: Sequence[Sentence],
    dates: Sequence[Date],
    dated: Collection[int],
) -> list[Reading]:
    """The readings, those of a game with its day; `dated` are the positions of those whose sentence names a date."""
    day = _day(document, quantities, sentences, dates)
    done = list(readings)
    for number, reading in enumerate(readings) if day is not None else ():
        claim = reading.claim
        longer = _has(document, claim.quote_start, claim.quote_end, LONGER)
        if longer and _is_taken_over(reading, day):
            done[number] = reading._replace(claim=claim.dated_like(Claim(claim.quantity)))
        named = number in dated and not is_only_day(dates, claim, day)
        if not (longer or named) and _is_counted(claim, quantities[number]):
            done[number] = reading._replace(claim=claim._replace(as_of_start=day, as_of_end=day, as_of_basis="stated"))
    return done


def _is_counted(claim: Claim, quantity: Quantity) -> bool:
    """Whether a number counts something as it is and states no time."""
    told = claim.as_of_basis != "stated" and claim.modality == REPORTED
    return told and claim.metric in METRICS and quantity.kind in KINDS


def _is_taken_over(reading: Reading, day: date) -> bool:
    """Whether a claim has the day only from those before it."""
    own = any(role.role == "as_of" for role in reading.roles)
    return not own and reading.claim.as_of_start == reading.claim.as_of_end == day


def _day(
    document: Document, quantities: Sequence[Quantity], sentences: Sequence[Sentence], dates: Sequence[Date]
) -> date | None:
    """The day of the game that a text opens with."""
    opening = sentences[:SENTENCES]
    end = opening[-1].end if opening else 0
    scored = any(quantities[n].kind == SCORE for n in inside(quantities, 0, end))
    if not scored or not any(_has(document, s.start, s.end, WON) for s in opening):
        return None
    days = (dates[n] for n in inside(dates, 0, end))
    return next((d.date_start for d in days if d.granularity == "day" and is_recent(document, d.date_start)), None)


def _has(document: Document, start: int, end: int, role: str) -> bool:
    """Whether a sentence has a word of a role; where particles are glued on, with any behind it."""
    words, text = role_list(document.language, LIST, role), document.text[start : min(end, start + LONGEST_SENTENCE)]
    if document.traits.glued:
        return any(word in text for word in words)
    return not words.isdisjoint(text.lower().replace(",", " ").replace(".", " ").split())
