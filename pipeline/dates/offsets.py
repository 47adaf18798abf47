"""What counts from a date beside it: ``two days after Dec. 3``, ``the day before Christmas``, ``어제로부터 4일 후``.

In: two phrases in a row, the text and the `Lexicon`. Out: one `Phrase` with the link offset, or None; whether the words
that would count open a length or a range instead (``for two years from 2003``).
"""

from __future__ import annotations

from pipeline.dates.lexicon import Lexicon
from pipeline.dates.neighbours import last_word
from pipeline.dates.phrase import Phrase
from pipeline.dates.slots import granularity_of, slots_of
from pipeline.dates.tokens import Token

OPENING = 12
OFFSET, BESIDE, DAILY = "offset", "day_beside", "day"


def is_weekday(phrase: Phrase) -> bool:
    return len(phrase.tokens) == 1 and phrase.tokens[0].kind == "W"


def day_beside(first: Phrase, last: Phrase) -> Phrase | None:
    """``the day before Christmas``: one day away from the date that follows."""
    if last.loose or granularity_of(slots_of(last.tokens)) != DAILY or last.form == BESIDE:
        return None
    start, end, _, (sign, _) = first.tokens[0]
    tokens = (Token(start, end, "u", (1, DAILY)), Token(start, end, "a", sign))
    return first._replace(end=last.end, tokens=tokens, loose=False, link=OFFSET, other=last)


def on_weekday(first: Phrase, last: Phrase, between: str, words: Lexicon) -> Phrase | None:
    """``two weeks from today on Tuesday``: the weekday there."""
    if not is_weekday(last) or between not in words.dating:
        return None
    return first._replace(end=last.end, tokens=(*first.tokens, *last.tokens))


def goes_on(text: str, first: Phrase, last: Phrase, words: Lexicon) -> bool:
    """``for two years from 2003 to 2010``: the word that would count opens a period that lasts or goes on behind."""
    return lasts(text, first, words) or leads_to(text, first, last, words)


def lasts(text: str, first: Phrase, words: Lexicon) -> bool:
    """``for two years from``: so long, and not so long after."""
    opening = text[first.tokens[-1].start : first.tokens[-1].end].lower()
    before = text[max(0, first.start - OPENING) : first.start].rstrip().lower()
    return opening in words.opening and last_word(before) in words.spanning


def leads_to(text: str, first: Phrase, last: Phrase, words: Lexicon) -> bool:
    """``two years from 2003 to 2010``: the word that would count opens a range."""
    opening = text[first.tokens[-1].start : first.tokens[-1].end].lower()
    behind = text[last.end : last.end + OPENING].lower().split()[:1]
    rows = (row for word in behind for row in words.joiners.get(word, ()))
    return any(row["link"] == "range" and row["opening"] == opening for row in rows)


def counted_from(first: Phrase, last: Phrase, is_end: bool) -> Phrase | None:
    """``어제로부터 4일 후``; what ends a period (``까지``) is none."""
    if last.form != "shifted" or last.tokens[-1].value[0] < 0 or is_end or first.loose:
        return None
    return last._replace(start=first.start, link=OFFSET, other=first)
