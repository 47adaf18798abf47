"""Which dates only look like dates: rules, rates, terms of imprisonment, verbs, counts, names.

In: the tokens of a form with the text around them. Out: their `Standing`. Judgements: a word of recurrence
or rate in front (``매주 화요일``, ``주 5일``, ``every Monday``) makes a rule of it; a month or weekday that is also
another word (``may``, ``Sun``), standing alone, needs a preposition in front, and one that is written like
that other word is none; so does a day and month with a stroke (``4/22``), or else a particle behind; a bare
year is none beside a capitalised word (``WWDC 2024``, ``2024 Olympics``) or before what it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from pipeline.dates.hints import POSSESSIVE, points_forward
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.tokens import Token

NEAR = 16
KNOWN = 4096
LAST_MONTH = 12
SENTENCE_ENDS = ("", ".", "!", "?", ";")
COUNTED_UNITS = ("quarter", "half", "century")
NUMBERED = frozenset("DMWQuoON")
REPEATED = frozenset("OUWt")


class Standing(Enum):
    """A date, a date only together with another one, or none."""

    SURE = "sure"
    LOOSE = "loose"
    NONE = "none"


def standing(text: str, form: str, tokens: Sequence[Token], words: Lexicon) -> Standing:
    """What the text beside the tokens makes of them."""
    if len(tokens) > 1:
        return _standing(text, form, tokens, words)
    token = tokens[0]
    begin = max(0, token.start - NEAR)
    here = Token(token.start - begin, token.end - begin, token.kind, token.value)
    return _standing_of_one(text[begin : token.end + NEAR + 1], form, here, words)


@lru_cache(maxsize=KNOWN)
def _standing_of_one(beside: str, form: str, token: Token, words: Lexicon) -> Standing:
    """The same of one token in its surroundings; what repeats is judged once."""
    return _standing(beside, form, [token], words)


def _standing(text: str, form: str, tokens: Sequence[Token], words: Lexicon) -> Standing:
    first = tokens[0]
    before = text[max(0, first.start - NEAR) : first.start].rstrip(" ")
    if form != "shifted" and first.kind in NUMBERED and _follows_cue(before, words):
        return Standing.NONE
    if _is_other_word(text, tokens, words) or _is_rule(tokens, before, words):
        return Standing.NONE
    if form == "ordinal" and tokens[-1].kind == "U" and tokens[-1].value not in COUNTED_UNITS and len(tokens) < 4:
        return Standing.NONE
    if form == "ahead":
        return _lies_ahead(text, tokens, words)
    if form in ("loose", "offset"):
        return Standing.LOOSE
    if form == "nth_day":
        return Standing.SURE if _is_day_of_month(text, tokens, before, words) else Standing.LOOSE
    return _alone(text, first, before, words) if len(tokens) == 1 else Standing.SURE


def _alone(text: str, token: Token, before: str, words: Lexicon) -> Standing:
    if token.kind == "Y" and text[token.start : token.end].isdecimal():
        return Standing.SURE if _is_year(text, token, before, words) else Standing.LOOSE
    if token.kind == "M" and isinstance(token.value, int) and token.value > LAST_MONTH:
        return Standing.NONE
    if token.kind == "Y" and text[token.start].isascii() and text[token.start].isalpha():
        return Standing.SURE if _last_word(before).lower() in words.prepositions else Standing.NONE
    if token.kind == "k":
        return Standing.SURE if isinstance(token.value, tuple) else Standing.NONE
    if token.kind == "N" and token.value.day is None and _is_number_of_a_law(text, token, before, words):
        return Standing.NONE
    if token.kind == "N" and token.value.year is None:
        particle = text[token.end : token.end + NEAR].lstrip(" ").startswith(words.particles)
        return Standing.SURE if particle or _last_word(before).lower() in words.dating else Standing.LOOSE
    if token.kind == "A":
        return Standing.SURE if _is_holiday(text, token, before, words) else Standing.LOOSE
    if token.kind in "MW" and _is_name(text, token, before, words):
        return Standing.LOOSE
    starts = _starts(text, token, words)
    if starts == "joined" or starts == "weak" and not _is_prepared(text, token, before, words):
        return Standing.LOOSE
    return Standing.SURE


def _is_name(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``June Carter``, ``a Sunday Times report``, ``Black Friday``."""
    named = _first_letter(text, token.end).isupper()
    if not named and token.kind == "M":
        return False
    previous = _last_word(before).lower()
    if not named:
        return previous in words.named
    if token.kind == "M":
        return previous not in words.month_prepositions
    return previous in words.prepositions - words.dating - words.month_prepositions or previous in words.named


def _lies_ahead(text: str, tokens: Sequence[Token], words: Lexicon) -> Standing:
    """``in two weeks' time``, ``will open in two weeks``, but not ``grew in two weeks``."""
    first, last = tokens[0], tokens[-1]
    ahead = last.kind == "T" or points_forward(text, first.start, last.end, words, strict=True)
    return Standing.SURE if ahead else Standing.NONE


def _is_holiday(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``on Christmas Day``, ``추석을 앞두고``, but not ``Christmas sales``, ``추석 선물``: where the name is a day."""
    weak = _starts(text, token, words) == "weak"
    if words.holding:
        return text.startswith(words.eve if weak else words.holding, token.end)
    previous = _last_word(before).lower()
    if before.endswith(POSSESSIVE) or text.startswith("'", token.end) or not _ends_phrase(text, token.end, words):
        return False
    if previous == "by" and text[token.start : token.end].partition(" ")[0].lower() in words.named:
        return False
    return previous in words.feast or not weak and not _last_word(before)[:1].isupper()


def _ends_phrase(text: str, end: int, words: Lexicon) -> bool:
    """Whether no noun follows: a mark, the end, or a word that begins the next phrase."""
    following = _first_word(text, end)
    return not text[end : end + 1].isspace() or not following or following.lower() in words.prepositions | words.going_on


def _is_number_of_a_law(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``Directive 12/2015``: a month and year in digits behind a name."""
    year_last = text[token.end - 4 : token.end].isdecimal()
    previous = _last_word(before)
    return year_last and previous[:1].isupper() and previous.lower() not in words.prepositions


def _is_prepared(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """Whether a month or weekday that may be another word stands where only a date can."""
    usual = words.month_prepositions if token.kind == "M" else words.dating
    return _last_word(before).lower() in usual and not _first_letter(text, token.end).isupper()


def _follows_cue(before: str, words: Lexicon) -> bool:
    small = before.lower()
    fitting = [cue for cue in words.before.get(small[-1:], ()) if small.endswith(cue)]
    return any(not before[: -len(cue)][-1:].isalnum() for cue in fitting)


def _last_word(before: str) -> str:
    start = len(before)
    while start and before[start - 1].isalnum():
        start -= 1
    return before[start:]


def _first_letter(text: str, end: int) -> str:
    """The letter that follows, behind a blank or at once."""
    place = end
    while place < end + NEAR and text[place : place + 1] == " ":
        place += 1
    return text[place : place + 1]


def _first_word(text: str, end: int) -> str:
    after = text[end : end + NEAR].lstrip(" ")
    length = 0
    while length < len(after) and after[length].isalnum():
        length += 1
    return after[:length]


def _starts(text: str, token: Token, words: Lexicon) -> str:
    return words.words.get(text[token.start : token.end].lower(), {}).get("starts", "")


def _is_other_word(text: str, tokens: Sequence[Token], words: Lexicon) -> bool:
    """``may 20 people``: a month or weekday written like the other word that it is."""
    return any(token.kind in "MW" and text[token.start : token.end].rstrip(".") in words.homographs for token in tokens)


def _is_rule(tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``매월 둘째·넷째 일요일``: a weekday that a word of recurrence shortly before repeats."""
    repeated = {token.kind for token in tokens} <= REPEATED
    return repeated and any(cue in before.lower().split() for cue in words.rules)


def _is_day_of_month(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``on the 18th``, but not ``on the 18th floor``; ``by the 18th`` and ``on the 18`` where the sentence ends."""
    previous, end = _last_word(before).lower(), tokens[-1].end
    if text[end : end + 1] in SENTENCE_ENDS and not text[end + 1 : end + 2].isalnum():
        return previous in words.dating | words.closing
    following = _first_word(text, end)
    ended = not following or not text[end : end + 1].isspace()
    named = tokens[-1].kind == "o" and (ended or following.lower() in words.prepositions)
    return named and previous in words.dating


def _is_year(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """Whether four digits alone are a year."""
    previous, following = _last_word(before), _first_word(text, token.end)
    if previous.lower() in words.numbered:
        return False
    if following.lower() in words.counted or text[token.end : token.end + 1] == "-":
        return False
    if previous.lower() in words.prepositions:
        return not following[:1].isupper() or previous.lower() != "the"
    return not previous[:1].isupper() and not following[:1].isupper()
