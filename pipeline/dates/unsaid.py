"""Forms that say too little by themselves: ``week 31``, ``this 5/12``, ``in fiscal year``, ``the year 247``.

In: the tokens of such a form with the text around them. Out: whether the words beside leave it no date. Judgements: a
week of no year is one where the sentence looks ahead or an article and the end of its phrase mark it; a month and a day
with a stroke are a fraction unless a word points to them; a fiscal year of no number ends its sentence; three digits
are a year only where no noun follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.dates.alone import ends_phrase
from pipeline.dates.hints import points_forward
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.neighbours import SENTENCE_ENDS, first_word, last_word
from pipeline.dates.tokens import Token

CLOCK = 6


def says_too_little(text: str, form: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """A form that says too little by itself, where the words beside do not make a date of it."""
    first = tokens[0]
    if form == "week_number" and tokens[-1].kind in "DJ":
        return not _is_week(text, tokens, before, words)
    if form == "numeric" and "".join(token.kind for token in tokens) == "GN" and tokens[1].value.year is None:
        return not _points_to_day(text, tokens, words)
    if tokens[-1].kind == "ÿ":  # ``the year 500 people moved``
        return not ends_phrase(text, tokens[-1].end, words)
    if first.kind == "F" and len(tokens) == 1 and first.value == "":  # ``the sales in fiscal year``
        ended = text[first.end : first.end + 1] in SENTENCE_ENDS
        return not (ended and last_word(before).lower() in words.month_prepositions)
    return False


def _is_week(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``week number 31``, ``the week 31``, but not ``the week 7 match``, ``The Week 7``; without an article only
    ahead."""
    word = text[tokens[-2].start : tokens[-2].end]
    if " " in word:
        return True
    free = word.islower() and ends_phrase(text, tokens[-1].end, words)
    return free if len(tokens) > 2 else _is_week_ahead(text, tokens, before, words)


def _is_week_ahead(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``will stop in week 31``, ``week 10 10:20``, but not ``won in week 12``, ``at week 12 of the trial``."""
    end = tokens[1].end
    hour, colon, minute = text[end : end + CLOCK].strip(" ").partition(":")
    if colon and hour.isdecimal() and minute[:2].isdecimal():
        return True
    free = ends_phrase(text, end, words) and first_word(text, end).lower() not in words.belonging
    led = last_word(before).lower() in words.month_prepositions | words.spanning | words.errands
    usual = led and text[tokens[0].start].islower()
    return usual and free and points_forward(text, tokens[0].start, end, words, strict=True)


def _points_to_day(text: str, tokens: Sequence[Token], words: Lexicon) -> bool:
    """``this 5/12``, but not ``the last 1/3``, ``this 3/4 majority``."""
    stroke = "/" in text[tokens[1].start : tokens[1].end]
    return stroke and tokens[0].value in ("this", "future") and ends_phrase(text, tokens[1].end, words)
