"""Which dates only look like dates: rules, rates, terms of imprisonment, verbs, lengths of time.

In: the tokens of a form with the text around them. Out: their `Standing`. Judgements: a word of recurrence
or rate in front (``매주 화요일``, ``주 5일``, ``every Monday``) makes a rule of it; a month or weekday written like
the other word that it is (``may``) is none; ``over the past year`` is a length of time; of one word alone `alone`
judges, of a form that says too little by itself `unsaid`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.dates.alone import ON, alone, ends_phrase
from pipeline.dates.games import is_of_a_game
from pipeline.dates.hints import points_forward
from pipeline.dates.lengths import FORM, is_length
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.neighbours import NEAR, SENTENCE_ENDS, first_letter, first_word, last_word
from pipeline.dates.tokens import Standing, Token
from pipeline.dates.unsaid import says_too_little

KNOWN = 4096
THREE_DIGITS, ROUND = range(100, 1000), 50
LENGTHS = ("week", "month", "year", "decade")
CENTURY = "century"
COUNTED_UNITS = ("quarter", "half", CENTURY)
NUMBERED = frozenset("DMWQuoON")
POINT, AT = ".", "at"
CLAUSE, RECORD, TEENS = 40, 4, 19
REPEATED = frozenset("OUWteB")


def standing(text: str, form: str, tokens: Sequence[Token], words: Lexicon) -> Standing:
    """What the text beside the tokens makes of them."""
    if len(tokens) > 1:
        return _standing(text, form, tokens, words)
    token = tokens[0]
    if form == "loose" and _is_on_day(text, token, words):
        return Standing.SURE
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
    if _is_no_date(text, form, tokens, before, words):
        return Standing.NONE
    if form in SURE_WHERE:
        return Standing.SURE if SURE_WHERE[form](text, tokens, before, words) else Standing.NONE
    if any(token.kind == POINT for token in tokens) and last_word(before).lower() not in {"", *words.dating}:
        return Standing.NONE
    if form == "ahead":
        return _lies_ahead(text, tokens, words)
    if form == "lasting" and words.lasting:
        return Standing.LOOSE if text.startswith(words.lasting, tokens[-1].end) else Standing.NONE
    if form in LOOSE_BUT:
        return Standing.SURE if LOOSE_BUT[form](text, tokens, before, words) else Standing.LOOSE
    if form in ("offset", "lasting"):
        return Standing.LOOSE
    if says_too_little(text, form, tokens, before, words):
        return Standing.NONE
    return alone(text, first, before, words) if len(tokens) == 1 else Standing.SURE


def _is_no_date(text: str, form: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """Whether the words beside say that it is something else, whatever its form."""
    last = tokens[-1]
    if form != "shifted" and tokens[0].kind in NUMBERED and _follows_cue(before, words):
        return True
    if _is_event(text, tokens) or _is_other_word(text, tokens, words) or _is_rule(tokens, before, words):
        return True
    if tokens[0].kind == "t" and len(tokens) == 3 and _is_length(tokens, before, words):
        return True
    if form == "ordinal" and last.kind == "U" and last.value not in COUNTED_UNITS and len(tokens) < 4:
        return True
    if is_of_a_game(text, tokens, words) or form == "nth" and last.value == "day" and len(tokens) == 2:
        return True
    aged = last.kind == "E" or last.value == CENTURY  # somebody's seventies, a batsman's third century
    if aged and last_word(before).lower() in words.possessives:
        return True
    return _is_idiom(tokens, before) or _is_last_of(text, tokens, words)


def _is_on_day(text: str, token: Token, words: Lexicon) -> bool:
    """``will leave on 15.``, but not ``finished on 15.``: a bare number where the sentence ends and looks ahead."""
    if not isinstance(token.value, int) or text[token.end : token.end + 2].strip() not in SENTENCE_ENDS:
        return False
    before = text[max(0, token.start - NEAR) : token.start].rstrip(" ")
    return last_word(before).lower() == ON and points_forward(text, token.start, token.end, words, strict=True)


def _is_idiom(tokens: Sequence[Token], before: str) -> bool:
    """``At the end of the day it is her choice``, but not ``had fallen by the end of the day``."""
    return tokens[-1].value == "day" and any(token.kind == "P" for token in tokens) and last_word(before).lower() == AT


def _is_last_of(text: str, tokens: Sequence[Token], words: Lexicon) -> bool:
    """``the last day of the trial`` is not yesterday."""
    if tokens[-1].value != "day" or not any(token.kind == "G" for token in tokens):
        return False
    return first_word(text, tokens[-1].end).lower() in words.belonging


def _is_spelled_day(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``by the twenty-second.``, ``went back for the second.``, but not ``scored before the second.``: of the first
    ones only where somebody is to be somewhere on it."""
    if len(tokens) != 2 or tokens[1].kind != "O" or text[tokens[1].end : tokens[1].end + 1] not in SENTENCE_ENDS:
        return False
    previous = last_word(before).lower()
    errand = last_word(before[: -len(previous) or None].rstrip(" ")).lower() in words.errands
    if previous not in words.dating | words.closing:
        return previous in words.errands
    return errand or isinstance(tokens[1].value, int) and tokens[1].value > TEENS


def _is_old_year(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``918년에 나라를 세웠다``, but not ``120년에 걸쳐``, ``300년까지 산다``: a year of three digits, while
    a time so long is told in round numbers."""
    token = tokens[0]
    count, unit = token.value if isinstance(token.value, tuple) else (None, "")
    if unit != "year" or not isinstance(count, int) or count not in THREE_DIGITS or not count % ROUND:
        return False
    return text.startswith(words.at, token.end) and not text.startswith(words.not_in_year, token.end)


def _is_season(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``in the summer``, ``by mid summer``, ``Winter, too``, but not ``summer sales``, ``the fall in prices``, ``a kick
    by Winter``."""
    surface = text[tokens[-1].start : tokens[-1].end]
    if len(tokens) == 1 and surface[0].isupper():
        return not before and text[tokens[0].end : tokens[0].end + 2] == ", "
    surface = surface.lower()
    previous, ended = last_word(before).lower(), text[tokens[-1].end : tokens[-1].end + 1] in SENTENCE_ENDS
    led = tokens[0].kind in "tP" or previous in words.prepositions or ended and previous in words.errands
    return led and surface not in words.homographs and ends_phrase(text, tokens[-1].end, words)


def _lies_ahead(text: str, tokens: Sequence[Token], words: Lexicon) -> Standing:
    """``in two weeks' time``, ``will open in two weeks``, but not ``grew in two weeks``, ``its lowest in a year``."""
    first, last = tokens[0], tokens[-1]
    before = text[max(0, first.start - CLAUSE) : first.start].lower().replace("-", " ").split()
    if not words.records.isdisjoint(before[-RECORD:]):
        return Standing.NONE
    ahead = last.kind == "T" or points_forward(text, first.start, last.end, words, strict=True)
    return Standing.SURE if ahead else Standing.NONE


def _follows_cue(before: str, words: Lexicon) -> bool:
    small = before.lower()
    fitting = [cue for cue in words.before.get(small[-1:], ()) if small.endswith(cue)]
    return any(not before[: -len(cue)][-1:].isalnum() for cue in fitting)


def _is_other_word(text: str, tokens: Sequence[Token], words: Lexicon) -> bool:
    """``may 20 people``: a month or weekday written like the other word that it is."""
    return any(token.kind in "MW" and text[token.start : token.end].rstrip(".") in words.homographs for token in tokens)


def _is_event(text: str, tokens: Sequence[Token]) -> bool:
    """``the 2002 Winter Games``: a season in the name of something."""
    last = tokens[-1]
    return last.kind == "S" and text[last.start].isupper() and first_letter(text, last.end).isupper()


def _is_rule(tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``매월 둘째·넷째 일요일``: a weekday that a word of recurrence shortly before repeats."""
    repeated = {token.kind for token in tokens} <= REPEATED
    return repeated and any(cue in before.lower().split() for cue in words.rules)


def _is_length(tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``over the past year``, ``for the last decade``: a length of time, and none of the calendar's."""
    if "".join(token.kind for token in tokens) != "tGU" or tokens[1].value != "past":
        return False
    return tokens[2].value in LENGTHS and last_word(before).lower() in words.spanning


def _is_eve(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``closed the day before.``, ``fell from the day before``, but not ``the day before the match``; ``the day after``
    never says of what."""
    end = tokens[-1].end
    ended = not text[end : end + 1].isspace() or not first_word(text, end)
    return tokens[0].value[0] < 0 and (ended or last_word(before).lower() in words.month_prepositions)


def _is_day_of_month(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    """``on the 18th``, but not ``on the 18th floor``; ``by the 18th`` and ``on the 18`` where the sentence ends."""
    previous, end = last_word(before).lower(), tokens[-1].end
    if text[end : end + 1] in SENTENCE_ENDS and not text[end + 1 : end + 2].isalnum():
        return previous in words.dating | words.closing | words.errands
    following = first_word(text, end)
    ended = not following or not text[end : end + 1].isspace()
    named = tokens[-1].kind == "o" and (ended or following.lower() in words.prepositions)
    return named and previous in words.dating


def _counts(text: str, tokens: Sequence[Token], before: str, words: Lexicon) -> bool:
    return is_length(text, tokens, words)


# Forms that are a date only where their words stand so, and such as are else one together with another date.
SURE_WHERE = {FORM: _counts, "no_year": _is_season, "old_year": _is_old_year}
LOOSE_BUT = {"loose": _is_spelled_day, "day_beside": _is_eve, "nth_day": _is_day_of_month}
