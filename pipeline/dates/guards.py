"""Which dates only look like dates: rules, rates, terms of imprisonment, verbs, counts, names.

In: the tokens of a form with the text around them. Out: whether they are a date. Judgements: a word of
recurrence or rate in front (``매주 화요일``, ``주 5일``, ``every Monday``) makes a rule of it; a month or weekday
that is also another word (``may``, ``Sun``), standing alone, needs a preposition in front; a bare year is
none beside a capitalised word (``WWDC 2024``, ``2024 Olympics``) or before what it counts (``2024 people``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.dates.lexicon import Lexicon
from pipeline.dates.scan import Token

NEAR = 16
NUMBERED = frozenset("DMWQuo")


def is_date(text: str, tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether nothing beside the tokens forbids them to be a date."""
    before = text[max(0, tokens[0].start - NEAR) : tokens[0].start].rstrip(" ")
    if tokens[0].kind in NUMBERED and _ends_with_cue(before, words):
        return False
    if len(tokens) > 1:
        return True
    token = tokens[0]
    if token.kind == "Y" and text[token.start : token.end].isdecimal():
        return _is_year(text, token, before, words)
    return not _is_weak(text, token, words) or _last_word(before).lower() in words.prepositions


def _ends_with_cue(before: str, words: Lexicon) -> bool:
    if not before.lower().endswith(words.before):
        return False
    return any(before.lower().endswith(cue) and not before[: -len(cue)][-1:].isalnum() for cue in words.before)


def _last_word(before: str) -> str:
    start = len(before)
    while start and before[start - 1].isalnum():
        start -= 1
    return before[start:]


def _first_word(text: str, end: int) -> str:
    after = text[end : end + NEAR].lstrip(" ")
    length = 0
    while length < len(after) and after[length].isalnum():
        length += 1
    return after[:length]


def _is_weak(text: str, token: Token, words: Lexicon) -> bool:
    row = words.words.get(text[token.start : token.end].lower(), {})
    return row.get("starts") == "weak"


def _is_year(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """Whether four digits alone are a year."""
    previous, following = _last_word(before), _first_word(text, token.end)
    if following.lower() in words.counted or text[token.end : token.end + 1] == "-":
        return False
    if before[-1:] in "$€£¥₩#":
        return bool(not before)
    if previous.lower() in words.prepositions:
        return not following[:1].isupper() or previous.lower() != "the"
    return not previous[:1].isupper() and not following[:1].isupper()
