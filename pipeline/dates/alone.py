"""Whether one word alone is a date: a year, a month, a weekday, a holiday, a day and month with a stroke.

In: its token with the text around it. Out: its `Standing`. Judgements: a month or weekday that is also another word
(``may``, ``Sun``) needs a preposition in front; so does a day and month with a stroke (``4/22``), unless a particle
stands behind or both have two digits and no fraction is like them (``22/04``), and with a point or a hyphen it has
to end its phrase too (``on 4.22``); a bare year is none beside a capitalised word (``WWDC 2024``, ``2024 Olympics``),
before what it counts or as the level that something rose to; a holiday is a day where the words make one of it
(``on Christmas Day``, ``추석을 앞두고``), and none before the noun that it describes (``Christmas sales``); three short
numbers with hyphens are games won, lost and drawn (``25-10-12``), unless a preposition makes a day of them.
"""

from __future__ import annotations

from pipeline.dates.boundaries import script
from pipeline.dates.counts import QUOTES
from pipeline.dates.hints import POSSESSIVE, points_forward
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.neighbours import NEAR, SENTENCE_ENDS, first_letter, first_word, last_word
from pipeline.dates.tokens import Standing, Token

LAST_MONTH = 12
ON = "on"
NEXT = (1, "named")
PADDED, GROUPS = 2, 3
# Sixteenths are fractions of an inch (11/16).
BINARY = ("16",)


def alone(text: str, token: Token, before: str, words: Lexicon) -> Standing:
    """What the words beside it make of a date of one word."""
    if token.kind == "Y" and text[token.start : token.end].isdecimal():
        return Standing.SURE if _is_year(text, token, before, words) else Standing.LOOSE
    if token.kind == "M" and isinstance(token.value, int) and token.value > LAST_MONTH:
        return Standing.NONE
    if token.kind == "Y" and text[token.start].isascii() and text[token.start].isalpha():
        return Standing.SURE if last_word(before).lower() in words.prepositions else Standing.NONE
    if token.value == NEXT and last_word(before).lower() in words.spanning:
        return Standing.NONE
    if token.kind == "d" and text[token.start].isupper() and first_word(text, token.end).lower() in words.shows:
        return Standing.NONE
    if token.kind == "k":
        return Standing.SURE if isinstance(token.value, tuple) else Standing.NONE
    if token.kind == "N" and token.value.day is None and _is_number_of_a_law(text, token, before, words):
        return Standing.NONE
    if token.kind == "N" and text[token.start : token.end].isdecimal() and _is_code(text, token, before, words):
        return Standing.NONE
    if token.kind == "N" and _is_record(text, token, before, words):
        return Standing.NONE
    if token.kind == "N" and token.value.year is None:
        return _month_and_day(text, token, before, words)
    if token.kind == "Y" and text[token.start] in QUOTES and text[token.end - 1].isdecimal():
        return Standing.SURE if _is_short_year(text, token, before, words) else Standing.LOOSE
    if token.kind == "A":
        return Standing.SURE if _is_holiday(text, token, before, words) else Standing.LOOSE
    if token.kind in "MW" and _is_name(text, token, before, words):
        return Standing.LOOSE
    starts = _starts(text, token, words)
    if starts == "joined" or starts == "weak" and not _is_prepared(text, token, before, words):
        return Standing.LOOSE
    return Standing.SURE


def _month_and_day(text: str, token: Token, before: str, words: Lexicon) -> Standing:
    """``on 4/22``, ``4/22에``, ``22/04``; with a point or hyphen only ``on 4.22`` where the phrase ends."""
    surface, previous = text[token.start : token.end], last_word(before).lower()
    if "/" not in surface:
        after = text[token.end : token.end + 1]
        ends = after in (*SENTENCE_ENDS, ",") or after == " " and first_word(text, token.end) in words.going_on
        on_it = previous == ON and last_word(before[: -len(previous)].rstrip()).lower() not in words.leaning
        return Standing.SURE if ends and on_it else Standing.NONE
    if text[token.end : token.end + NEAR].lstrip(" ").startswith(words.particles) or previous in words.dating:
        return Standing.SURE
    first, second = surface.split("/")
    no_fraction = surface[0] == "0" or second[0] == "0" or token.value.day > LAST_MONTH and second not in BINARY
    padded = len(first) == len(second) == PADDED and no_fraction
    free = ends_phrase(text, token.end, words) and previous not in words.prepositions
    ahead = no_fraction and _ends(text, token.end) and points_forward(text, token.start, token.end, words, strict=True)
    return Standing.SURE if surface == text.strip() or (padded or ahead) and free else Standing.LOOSE


def _ends(text: str, end: int) -> bool:
    """Whether the sentence ends there."""
    return text[end : end + 1] in SENTENCE_ENDS and not text[end + 1 : end + 2].isalnum()


def _is_record(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``the Rangers (25-10-12)``: games won, lost and drawn, where no preposition or nought makes a date of them."""
    groups = text[token.start : token.end].split("-")
    if len(groups) != GROUPS or len(groups[0] + groups[-1]) > 2 * PADDED or any(group[:-1] == "0" for group in groups):
        return False
    if int(groups[-1]) > int(groups[0]) + int(groups[1]):
        return False  # more draws than games decided
    if text.startswith(words.at, token.end) if words.at else points_forward(text, token.start, token.end, words, True):
        return False  # ``will be back 9-18-15``, ``9-18-15에``
    if words.at:
        return any(len(group) < PADDED for group in groups)
    return bool(words.dating) and last_word(before).lower() not in words.dating | words.closing


def _is_code(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``case no. 20240918``, ``order 20240918 was``, ``20240918 units``, ``20240918번``: eight digits that number or
    count something."""
    if script(text[token.end : token.end + 1] or " ") == "Hangul":
        return not text.startswith(words.at, token.end)
    previous = last_word(before.rstrip(" .")).lower()
    led = not previous or previous in words.prepositions | words.dating
    return not (led and ends_phrase(text, token.end, words))


def _is_short_year(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``in '87``, but not ``'87'``."""
    usual = words.month_prepositions | words.dating
    return last_word(before).lower() in usual and text[token.end : token.end + 1] not in QUOTES


def _is_name(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``June Carter``, ``a Sunday Times report``, ``Black Friday``."""
    named = first_letter(text, token.end).isupper()
    if not named and token.kind == "M":
        return False
    previous = last_word(before).lower()
    if not named:
        return previous in words.named
    if token.kind == "M":
        return previous not in words.month_prepositions
    return previous in words.prepositions - words.dating - words.month_prepositions or previous in words.named


def _is_holiday(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``on Christmas Day``, ``추석을 앞두고``, but not ``Christmas sales``, ``추석 선물``: where the name is a day."""
    weak = _starts(text, token, words) == "weak"
    if words.holding:
        return text.startswith(words.eve if weak else words.holding, token.end)
    previous = last_word(before).lower()
    if before.endswith(POSSESSIVE) or text.startswith("'", token.end) or not ends_phrase(text, token.end, words):
        return False
    if previous == "by" and text[token.start : token.end].partition(" ")[0].lower() in words.named:
        return False
    return previous in words.feast or not weak and not last_word(before)[:1].isupper()


def ends_phrase(text: str, end: int, words: Lexicon) -> bool:
    """Whether no noun follows: a mark, the end, or a word that begins the next phrase."""
    following = first_word(text, end)
    free = not following or following.lower() in words.prepositions | words.going_on
    return free or not text[end : end + 1].isspace()


def _is_number_of_a_law(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """``Directive 12/2015``: a month and year in digits behind a name."""
    year_last = text[token.end - 4 : token.end].isdecimal()
    previous = last_word(before)
    return year_last and previous[:1].isupper() and previous.lower() not in words.prepositions


def _is_prepared(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """Whether a month or weekday that may be another word stands where only a date can."""
    usual = words.month_prepositions if token.kind == "M" else words.dating
    return last_word(before).lower() in usual and not first_letter(text, token.end).isupper()


def _starts(text: str, token: Token, words: Lexicon) -> str:
    return words.words.get(text[token.start : token.end].lower(), {}).get("starts", "")


def _is_year(text: str, token: Token, before: str, words: Lexicon) -> bool:
    """Whether four digits alone are a year."""
    previous, following = last_word(before), first_word(text, token.end)
    if previous.lower() in words.numbered:
        return False
    if previous.lower() == "to" and _is_level(before, words):
        return False
    if following.lower() in words.counted or text[token.end : token.end + 1] == "-":
        return False
    if previous.lower() in words.prepositions:
        return not following[:1].isupper() or previous.lower() != "the"
    return not previous[:1].isupper() and not following[:1].isupper()


def _is_level(before: str, words: Lexicon) -> bool:
    """``rose 14 to``, ``fell to``: the number that follows is where something stands."""
    said = before[: -len("to")].rstrip()
    return said[-1:].isdecimal() or said[-1:] == "%" or last_word(said).lower() in words.levels
