"""One date word at a place of a text, whichever kind it is.

In: a text in lower case, a place and the `Lexicon`. Out: a `Token` or None: the longest that stands there. Of
digits the reading that reaches further counts: a date in digits, a number with its unit, or a word of the
tables that begins with digits.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.dates.boundaries import DIGITS, digits_end, runs_into, skip
from pipeline.dates.counts import LASTING, QUOTES, VAGUE, lasts, read_number, with_unit
from pipeline.dates.lettered import may_be_lettered, read_lettered
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.numeric import SIGNS, Numeric, read_compact, read_numeric, read_quarter, read_season, read_week
from pipeline.dates.tokens import Token

WHATEVER = 9_999
ENDED, LAST_DAYS = "R", frozenset("MDoOtPN")
AMOUNTS = ("u", LASTING)
MONTH = "M"
REACH = 64
KNOWN = 4096
CLOCK_LENGTH = 24


def read_token(text: str, place: int, words: Lexicon) -> Token | None:
    """The longest token at a place, or None."""
    first = text[place]
    if first.isdecimal() or first in QUOTES and text[place + 1 : place + 2].isdecimal():
        return max(_word(text, place, words), _digital(text, place, words), key=lambda token: token.end if token else 0)
    if first == "(":
        clock = _clock_note(text, place, words)
        if clock:
            return clock
    token = _word(text, place, words)
    lettered = token and token.kind == MONTH and may_be_lettered(text, token.end) and read_lettered(text, place, words)
    return Token(place, lettered.end, "N", lettered) if lettered else token


def _digital(text: str, place: int, words: Lexicon) -> Token | None:
    """A date in digits alone, or a number with its unit, whichever reaches further."""
    found = _digits_of(text[place : place + REACH], words)
    return found and Token(place, place + found.end, found.kind, found.value)


@lru_cache(maxsize=KNOWN)
def _digits_of(ahead: str, words: Lexicon) -> Token | None:
    """The same where a text begins with the digits; what repeats is read once."""
    number = read_number(ahead, 0, words)
    date = _in_digits(ahead, words)
    week = read_week(ahead, 0)
    if week:
        return Token(0, week.end, "Ž", week)
    quarter = read_season(ahead, 0) or read_quarter(ahead, 0)
    if quarter and (number is None or quarter.end > number.end):
        return Token(0, quarter.end, "Z", quarter)
    if date and (number is None or date.end > number.end):
        return Token(0, date.end, "N", date)
    return number


def _in_digits(ahead: str, words: Lexicon) -> Numeric | None:
    """The date that the digits make with signs, with a month in letters or in a row."""
    digits = digits_end(ahead, 0)
    if digits > DIGITS:
        return read_compact(ahead, 0)
    lettered = read_lettered(ahead, 0, words) if ahead[digits : digits + 1] in SIGNS else None
    return lettered or read_numeric(ahead, 0, words.orders)


def _word(text: str, place: int, words: Lexicon) -> Token | None:
    for length in words.word_lengths.get(text[place], ()):
        row = words.words.get(text[place : place + length])
        if row is None or place + length > len(text) or runs_into(text, place + length):
            continue
        if row.get("kind") == ENDED and not _leads_on(text, place + length, words):
            continue
        token = _amount(text, place, place + length, row, words) if "many" in row else _plain(place, length, row)
        if token:
            return token
    return None


def _leads_on(text: str, end: int, words: Lexicon) -> bool:
    """Whether the day or month follows on which it ended: not in ``rose in the quarter to $9 million``."""
    start = skip(text, end)
    following = read_token(text, start, words) if start < len(text) else None
    return following is not None and following.kind in LAST_DAYS


def _plain(place: int, length: int, row: dict[str, str]) -> Token:
    return Token(place, place + length, row["kind"], _value(row["value"]))


def _value(written: str) -> object:
    """A table's value: a number, a word, or an offset with its anchor."""
    head, blank, anchor = written.partition(" ")
    number = int(head) if head.lstrip("-").isdecimal() else head
    return (number, anchor) if blank else number


def _amount(text: str, place: int, end: int, row: dict[str, str], words: Lexicon) -> Token | None:
    many = int(row["many"]) if row["many"] else None
    if row["unit"]:
        return Token(place, end, LASTING if lasts(text, end, "u", words) else "u", (many, row["unit"]))
    after, kind, meant = with_unit(text, end, WHATEVER, words)
    if kind not in AMOUNTS:
        return Token(place, end, "n", many) if row.get("alone") else None
    return Token(place, after, kind, (many if not text.startswith(VAGUE, end) else None, meant[1]))


def _clock_note(text: str, place: int, words: Lexicon) -> Token | None:
    """The bracket that says by which clock a date is: ``(현지시간)``, ``(local time)``."""
    close = text.find(")", place, place + CLOCK_LENGTH)
    if close > 0 and text[place:close].rstrip().endswith(words.clock_notes):
        return Token(place, close + 1, "z", None)
    return None
