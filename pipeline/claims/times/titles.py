"""The period that a text's report is on, as the report's name says: `'4월 수출입물가지수'에 따르면`, `2분기 실적 발표`.

In: a document, its sentences and dates. Out: first and last day, or None. Judgements: the first month, quarter, half or
year in the lead that is over, not for long, and that stands in a name which ends as reports do (동향, 지수, 조사),
within one pair of quotation marks or with nothing but words between; a word with a particle ends the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.claims.model import Document
from pipeline.claims.names.glued import glued
from pipeline.claims.names.items import inside
from pipeline.claims.names.words import word_ends
from pipeline.mentions import Date, Sentence

PERIODS = ("week", "month", "quarter", "half", "year")
# A headline, a second one and a lead of some sentences.
SENTENCES = 6
LONGEST_NAME = 40
# How long after a period a report on it comes out.
LONGEST_SINCE = timedelta(days=460)
MOST_WORDS = 5
OPENING, CLOSING = "'\"‘“<〈《「『", "'\"’”>〉》」』"
Days = tuple[date, date]


def titled(document: Document, sentences: Sequence[Sentence], dates: Sequence[Date]) -> Days | None:
    """The period that the report of a text is on."""
    for sentence in sentences[:SENTENCES]:
        for number in inside(dates, sentence.start, sentence.end):
            day, published = dates[number], document.published_on
            known = day.granularity in PERIODS and day.date_start is not None and day.date_end is not None
            over = known and (published is None or timedelta(0) < published - day.date_end <= LONGEST_SINCE)
            if over and _names_report(document, day, sentence.end):
                return day.date_start, day.date_end
    return None


def _names_report(document: Document, day: Date, end: int) -> bool:
    """Whether a date is part of the name of what somebody brings out."""
    ends = word_ends(document.language, "claims_report_names")
    if not ends:
        return False
    rest = document.text[day.end : min(end, day.end + LONGEST_NAME)]
    if document.text[: day.start].rstrip(" ")[-1:] in OPENING:
        named, closed = _quoted(rest)
        return closed and named.endswith(ends)
    return any(word.endswith(ends) for word in _words(document, rest))


def _quoted(rest: str) -> tuple[str, bool]:
    """The words up to a closing mark, and whether there is one."""
    at = next((n for n, sign in enumerate(rest) if sign in CLOSING), -1)
    return (rest[:at].rstrip(), True) if at >= 0 else (rest, False)


def _words(document: Document, rest: str) -> Iterator[str]:
    """The words of a name, up to the first with a particle that ends it; without the particle."""
    forms = glued(document.language, "ends", "topic", "subject")
    for word in rest.strip().split(" ")[:MOST_WORDS]:
        bare = word.strip(OPENING + CLOSING + ",.")
        form = next((f for f in forms if bare.endswith(f) and len(bare) > len(f) + 1), "")
        yield bare.removesuffix(form)
        if form:
            return
