"""The day of an event that a whole text reports, for what it counts.

In: the readings of a document, in reading order, its quantities, sentences and dates. Out: the same, with that day for
counts that state no time. Judgements:
- A text that opens with the dead, injured or missing of an event reports on it; its day is that of the first of
  them that states one, else the first that the text names (in its dateline, or when somebody said so), if it is not
  after the publication and at most some days before.
- Casualties are of that day, and where the text tells several, so is all that it counts (`29,000 people were moved`).
- A sentence that names another date, the rest of a paragraph that has looked back to an earlier one, and what is only
  expected or planned are of their own time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.names.items import inside
from pipeline.mentions import Date, Quantity, Sentence

CASUALTIES = "casualties"
COUNTED = (CASUALTIES, "other", "units")
# A headline and two sentences hold the news.
SENTENCES, SEVERAL = 3, 3
LONGEST_SINCE = timedelta(days=4)
KINDS = ("count", "area")
LONGEST_PARAGRAPH = 1000


def in_event(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    sentences: Sequence[Sentence],
    dates: Sequence[Date],
    dated: Collection[int],
) -> list[Reading]:
    """The readings, those of an event with its day; `dated` are the positions of those whose sentence names a date."""
    done = list(readings)
    told = [r for r in readings if r.claim.metric == CASUALTIES and r.claim.modality == "reported"]
    opening = sentences[min(SENTENCES, len(sentences)) - 1].end if sentences else 0
    day = _day(document, told, dates) if told and told[0].claim.quote_start < opening else None
    if day is None:
        return done
    metrics = COUNTED if len(told) >= SEVERAL else (CASUALTIES,)
    for number, reading in enumerate(readings):
        claim = reading.claim
        stated = number in dated or claim.as_of_basis == "stated" or claim.modality != "reported"
        counted = not stated and claim.metric in metrics and quantities[number].kind in KINDS
        if counted and not _looks_back(document, dates, claim.quote_start, day):
            done[number] = reading._replace(claim=claim._replace(as_of_start=day, as_of_end=day, as_of_basis="stated"))
    return done


def _looks_back(document: Document, dates: Sequence[Date], start: int, day: date) -> bool:
    """Whether the paragraph has named a time long before the event, which it then goes on about."""
    begin = document.text.rfind("\n", max(0, start - LONGEST_PARAGRAPH), start) + 1
    before = (dates[n].date_end for n in inside(dates, begin or max(0, start - LONGEST_PARAGRAPH), start))
    return any(end is not None and day - end > LONGEST_SINCE for end in before)


def _day(document: Document, told: Sequence[Reading], dates: Sequence[Date]) -> date | None:
    """The day that the first of the casualties states, else the first that a text names, if the event can be of it."""
    stated = [r.claim.as_of_start for r in told if r.claim.as_of_start and r.claim.as_of_start == r.claim.as_of_end]
    named = (d.date_start for d in dates if d.granularity == "day" and d.date_start)
    first, published = next((d for d in (*stated, *named)), None), document.published_on
    if first is None or published is None:
        return None
    return first if timedelta(0) <= published - first <= LONGEST_SINCE else None
