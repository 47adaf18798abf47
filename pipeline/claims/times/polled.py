"""The period of the figures that a text opens with, for those that state none.

In: the readings of a document, in reading order, whose figures it opens with, its quantities, sentences and dates. Out:
the same, with that period. Judgements:
- The figures of a survey are of the days in which people were asked (`surveyed 1,800 voters between July 10-16`).
- Other figures are of the period that most of them state, else of the first month, quarter or half that the opening
  names and that is over.
- A figure whose sentence names another date, one that is only compared with, a length of time and an age have their
  own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from pipeline.claims.claim import Reading
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.items import inside
from pipeline.claims.names.words import role_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.leading import LIST, SENTENCES
from pipeline.claims.sources.reporters import identity
from pipeline.claims.times.points import is_point
from pipeline.claims.times.titles import titled
from pipeline.mentions import Date, Quantity, Sentence

DATELESS = ("duration", "age")
TOLD = ("money", "percent", "percentage_point", "index", "multiple", "count", "score")
PERIODS = ("month", "quarter", "half")
WEEK, LONGEST_FIELDWORK = timedelta(days=6), timedelta(days=120)
# What a study looks at over many years holds for none of them alone.
LONGEST_PERIOD = timedelta(days=370)
LONGEST_SENTENCE = 400
# How long after a period figures of it come out.
LONGEST_SINCE = timedelta(days=460)
# What ends with a day as of which figures are.
ENDS = ("day", "part_of_month")
SEVERAL, NEARLY = 4, 1.5
# Room for a preposition between a number and its time.
NEAR = 6
# Headlines and the first sentences.
LEAD = 6
Days = tuple[date, date]


def in_survey(
    document: Document,
    readings: Sequence[Reading],
    leader: Name | None,
    quantities: Sequence[Quantity],
    sentences: Sequence[Sentence],
    dates: Sequence[Date],
    compared: Collection[int],
    dated: Collection[int],
) -> list[Reading]:
    """The readings, those of `leader` in the period that its figures are of; `compared` are the positions of what
    others are only compared with, `dated` those whose sentence names a date of its own."""
    done = list(readings)
    if leader is None:
        return done
    its = [n for n, r in enumerate(readings) if _is_its(document, r, leader) and n not in compared]
    days = _asked(document, sentences, dates) or _pointed(document, sentences, dates)
    days = days or titled(document, sentences, dates) or _most(document, [readings[n].claim for n in its])
    passed = sorted(quantities[readings[n].claim.quantity].end for n in compared)
    days = days or (_opening(document, sentences, dates, passed) if document.traits.capitals else None)
    for number in its if days else ():
        claim = readings[number].claim
        free = number not in dated or _names(dates, claim, days)
        if free and claim.as_of_basis != "stated" and _has_time(document, readings[number], quantities[number]):
            claim = claim._replace(as_of_start=days[0], as_of_end=days[1], as_of_basis="stated")
            done[number] = readings[number]._replace(claim=claim)
    return done


def _has_time(document: Document, reading: Reading, number: Quantity) -> bool:
    """Whether a number holds for a time: no age or length of time; where no capitals mark whose it is, no physical size
    that words do not name either (`5㎏을 줄이자`)."""
    if document.traits.capitals or number.kind in DATELESS:
        return number.kind not in DATELESS
    return number.kind in TOLD or reading.figure or any(role.role == "metric" for role in reading.roles)


def _names(dates: Sequence[Date], claim: Claim, days: Days) -> bool:
    """Whether the sentence of a claim names the period and no other time."""
    named = {(d.date_start, d.date_end) for d in (dates[n] for n in inside(dates, claim.quote_start, claim.quote_end))}
    return named == {days}


def _is_its(document: Document, reading: Reading, leader: Name) -> bool:
    """Whether somebody states a number as it is."""
    speaker = reading.speaker
    told = reading.claim.modality == "reported" and reading.claim.attribution is not None and speaker is not None
    return told and identity(document, speaker) == identity(document, leader)


def _asked(document: Document, sentences: Sequence[Sentence], dates: Sequence[Date]) -> Days | None:
    """When the people of a survey were asked."""
    asking = role_list(document.language, LIST, "asking")
    for sentence in sentences:
        words = document.text[sentence.start : min(sentence.end, sentence.start + LONGEST_SENTENCE)].lower()
        if asking.isdisjoint(words.replace(",", " ").split()):
            continue
        for number in inside(dates, sentence.start, sentence.end):
            start, end = dates[number].date_start, dates[number].date_end
            if start and end and timedelta(0) < end - start <= LONGEST_FIELDWORK and _is_over(document, end):
                return start, end
    return None


def _pointed(document: Document, sentences: Sequence[Sentence], dates: Sequence[Date]) -> Days | None:
    """The first day of the lead as of which figures are (`3월 말 기준`), if it is not long over."""
    for number in inside(dates, 0, sentences[min(LEAD, len(sentences)) - 1].end) if sentences else ():
        day, end = dates[number], dates[number].date_end
        if end is not None and day.granularity in ENDS and is_point(document, day):
            since = document.published_on - end if document.published_on else timedelta(0)
            return (end, end) if timedelta(0) <= since <= LONGEST_FIELDWORK else None
    return None


def _most(document: Document, claims: Collection[Claim]) -> Days | None:
    """The period that most of the figures state; where no capitals mark whose they are, only if several and nearly all
    of them do and it is over."""
    stated = ((c.as_of_start, c.as_of_end) for c in claims if c.as_of_basis == "stated" and c.as_of_start)
    counted = Counter(days for days in stated if WEEK <= days[1] - days[0] <= LONGEST_PERIOD)
    days, often = counted.most_common(1)[0] if counted else (None, 0)
    if days is None or document.traits.capitals:
        return days
    return days if often >= SEVERAL and NEARLY * often >= counted.total() and _is_over(document, days[1]) else None


def _opening(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[Date], passed: Sequence[int]
) -> Days | None:
    """The first period that the headline and the lead name, once it is over; not one right behind where a number ends
    that others are only compared with (`compared with 62% last month`)."""
    end = sentences[min(SENTENCES, len(sentences)) - 1].end if sentences else 0
    for number in inside(dates, 0, end):
        day = dates[number]
        before = bisect_left(passed, day.start)
        behind = before > 0 and day.start - passed[before - 1] <= NEAR
        known = not behind and day.granularity in PERIODS and day.date_start and day.date_end
        if known and _is_over(document, day.date_end):
            return day.date_start, day.date_end
    return None


def _is_over(document: Document, end: date) -> bool:
    """Whether a period is over, and not for long."""
    return document.published_on is None or timedelta(0) < document.published_on - end <= LONGEST_SINCE
