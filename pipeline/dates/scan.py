"""From text to tokens: where a date may begin, and the date words that stand there in a row.

In: a text and a `Lexicon`. Out: chains of `Token`, each at most `LONGEST` tokens of date words with nothing
but a blank between them. A token's `kind` is a letter of the table ``date_words``; its value what it says:

==== ============================  ==== ==================================
Y    calendar year                 G    direction: past, this, future
M    month                         P    part: early, mid, late
D    day of the month              O    ordinal, -1 for the last
Q H  quarter, half                 u    amount: (count or None, unit)
W    weekday, Monday 0             b    ago, later: (sign, anchor)
E C  decade, century               y m  relative year, month, ... with
N    (year, month, day, time)      w d  (offset, anchor)
==== ============================  ==== ==================================

A number may be a pair of them (``7~9월``). Judgements: a Korean word ends where a particle or no Hangul
follows, or where the next token stands at once; a number of days, weeks or quarters before a word of
duration (``5일간``) is no date. Time is linear: no chain is longer than `LONGEST`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.numeric import full_year, read_numeric
from pipeline.dates.spelling import spelled
from pipeline.dates.tokens import Token

WIDE_DIGITS = "０１２３４５６７８９"
WIDE = str.maketrans(WIDE_DIGITS, "0123456789")
Rows = tuple[dict[str, str], ...]
LONGEST = 12
WHATEVER = 9_999
DIGITS = 4
JOINERS = "~∼～–—-"
LISTS = ",·"
CURRENCIES = tuple("$€£¥₩#")
BLANKS = " \u00a0\t"
QUOTES = "'’‘"
VAGUE_AFTER_NUMBER = "여"
CLOCKS = ("시간", "시각", "time", "Time")
CLOCK_LENGTH = 24


def chains(text: str, words: Lexicon) -> Iterator[list[Token]]:
    """The chains of tokens in a text, in reading order, not overlapping."""
    done = 0
    text = lowered(text)
    for match in words.starter.finditer(text):
        if match.start() < done:
            continue
        chain = read_chain(text, _first_place(text, match.start()), words)
        while chain:
            done = chain[-1].end
            yield chain
            chain = _joined_chain(text, done, words)


def _first_place(text: str, start: int) -> int:
    """Where a date may really begin: behind digits that belong to an amount or a code."""
    while start < len(text) and _inside(text, start):
        start = _skip(text, _digits(text, start)) if text[start].isdecimal() else len(text)
    return start


def _joined_chain(text: str, end: int, words: Lexicon) -> list[Token]:
    """The chain behind a word that joins two dates, where one stands there."""
    place = _skip(text, end)
    joiner = next((word for word in words.joining if text.startswith(word, place)), None)
    if joiner is None:
        return []
    start = _skip(text, place + len(joiner))
    if start >= len(text) or joiner.isascii() and joiner.isalpha() and start == place + len(joiner) and not text[start].isdecimal():
        return []
    return read_chain(text, start, words)


def lowered(text: str) -> str:
    """The text in lower case with ASCII digits and no half of a surrogate pair, letter for letter as long."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if any(digit in small for digit in WIDE_DIGITS):
        small = small.translate(WIDE)
    try:
        small.encode()
    except UnicodeEncodeError:
        return small.encode("utf-8", "replace").decode()
    return small


def read_chain(text: str, start: int, words: Lexicon) -> list[Token]:
    """The tokens that follow one another from `start` on."""
    found: list[Token] = []
    place = start
    while len(found) < LONGEST and place < len(text):
        token = read_token(text, place, words)
        if token is None:
            break
        if found and token.start == found[-1].end or not found or not _runs_on(text, found[-1].end, words):
            found.append(token)
        else:
            break
        place = token.end
        while place < len(text) and place < token.end + 2 and text[place] in BLANKS:
            place += 1
    while found and _runs_on(text, found[-1].end, words):
        found.pop()
    return spelled(found)


def read_token(text: str, place: int, words: Lexicon) -> Token | None:
    """The longest token at a place, or None."""
    first = text[place]
    if first.isdecimal() or first in QUOTES and text[place + 1 : place + 2].isdecimal():
        return max(_digital(text, place, words), _word(text, place, words), key=lambda token: token.end if token else 0)
    if first == "(":
        clock = _clock_note(text, place)
        if clock:
            return clock
    return _word(text, place, words)


def _digital(text: str, place: int, words: Lexicon) -> Token | None:
    """A date in digits alone, or a number with its unit, whichever reaches further."""
    number = _number(text, place, words)
    date = read_numeric(text, place, words.orders)
    if date and (number is None or date.end > number.end):
        return Token(place, date.end, "N", date)
    return number


def _inside(text: str, place: int) -> bool:
    """Whether a place lies inside a word or a number."""
    if place == 0:
        return False
    before, first = text[place - 1], text[place]
    if first.isdecimal():
        return before.isalnum() and before.isascii() or _continues(text, place) or _is_amount(text, place)
    return before.isalnum() and _script(before) == _script(first)


def _continues(text: str, place: int) -> bool:
    """Whether the digits at a place go on from digits before a point, a comma or a stroke."""
    return place > 1 and text[place - 1] in ".,:/-~∼" and text[place - 2].isdecimal()


def _is_amount(text: str, place: int) -> bool:
    """Whether a currency sign stands before the digits at a place."""
    return text[max(0, place - 2) : place].rstrip()[-1:] in CURRENCIES


def _script(letter: str) -> str:
    if "가" <= letter <= "힣":
        return "Hangul"
    return "Latin" if letter.isascii() else "other"


def _runs_on(text: str, end: int, words: Lexicon) -> bool:
    """Whether the word that ends here is only the head of a longer one."""
    if end >= len(text):
        return False
    last, after = text[end - 1], text[end]
    if _script(after) == "Hangul":
        return _script(last) == "Hangul" and not text.startswith(words.particles, end)
    return last.isascii() and last.isalnum() and after.isascii() and after.isalnum()


def _word(text: str, place: int, words: Lexicon) -> Token | None:
    for length in words.word_lengths.get(text[place], ()):
        row = words.words.get(text[place : place + length])
        if row is None or place + length > len(text) or _runs_into(text, place + length):
            continue
        token = _amount(text, place, place + length, row, words) if "many" in row else _plain(place, length, row)
        if token:
            return token
    return None


def _plain(place: int, length: int, row: dict[str, str]) -> Token:
    return Token(place, place + length, row["kind"], _value(row["value"]))


def _value(written: str) -> object:
    """A table's value: a number, a word, or an offset with its anchor."""
    head, blank, anchor = written.partition(" ")
    number = int(head) if head.lstrip("-").isdigit() else head
    return (number, anchor) if blank else number


def _amount(text: str, place: int, end: int, row: dict[str, str], words: Lexicon) -> Token | None:
    many = int(row["many"]) if row["many"] else None
    if row["unit"]:
        return Token(place, end, "u", (many, row["unit"]))
    after, kind, meant = _with_unit(text, end, WHATEVER, words)
    if kind != "u":
        return Token(place, end, "n", many) if row.get("alone") else None
    return Token(place, after, "u", (many if not text.startswith(VAGUE_AFTER_NUMBER, end) else None, meant[1]))


def _number(text: str, place: int, words: Lexicon) -> Token | None:
    quoted = text[place] in QUOTES
    end = _digits(text, place + quoted)
    if end == place + quoted or end - place > DIGITS + quoted:
        return None
    single = int(text[place + quoted : end])
    for value, last in ((*_perhaps_pair(text, single, end),), (single, end)):
        after, kind, meant = _with_unit(text, last, _whole(value) if quoted else value, words)
        listed = last > end and text[_skip(text, end)] in LISTS
        if kind and (after > last or not listed and not _is_decimal(text, last)):
            return Token(place, after, kind, meant)
    return None


def _whole(value: object) -> object:
    """A year of two digits, or a pair of them, in full."""
    return tuple(full_year(one) for one in value) if isinstance(value, tuple) else full_year(value)


def _is_decimal(text: str, end: int) -> bool:
    """Whether the number goes on behind a point, a comma or a colon, or is a share."""
    after = text[end : end + 2]
    return after[:1] in ("%", "$") or len(after) == 2 and after[0] in ".,:/" and after[1].isdecimal()


def _digits(text: str, place: int) -> int:
    end = place
    while end < len(text) and end <= place + DIGITS and text[end].isdecimal():
        end += 1
    return end


def _perhaps_pair(text: str, first: int, end: int) -> tuple[object, int]:
    """A number, or the pair it opens: ``7~9``, ``8, 9``, ``2021~23``."""
    place = _skip(text, end)
    if place >= len(text) or text[place] not in JOINERS + LISTS:
        return first, end
    start = _skip(text, place + 1)
    start += start < len(text) and text[start] in QUOTES
    after = _digits(text, start)
    if after == start:
        return first, end
    second = int(text[start:after])
    if first > 99 > second:
        second += first // 100 * 100
        if second <= first:
            return first, end
    if text[place] in LISTS and second != first + 1:
        return first, end
    return (first, second), after


def _skip(text: str, place: int) -> int:
    return place + (place < len(text) and text[place] in BLANKS)


def _with_unit(text: str, end: int, value: object, words: Lexicon) -> tuple[int, str, object]:
    """Where a number with its unit ends, its kind and its value; an empty kind if it means nothing."""
    vague = text.startswith(VAGUE_AFTER_NUMBER, end)
    place = _skip(text, end + vague)
    for length in words.unit_lengths.get(text[place : place + 1], ()):
        rows = words.units.get(text[place : place + length], ())
        kind, meant = _kind(value, rows, vague)
        if kind and place + length <= len(text) and not _runs_into(text, place + length):
            return place + length, "x" if _lasts(text, place + length, kind, words) else kind, meant
    kind, meant = _kind(value, words.units.get("", ()), vague)
    return end, kind, meant


def _lasts(text: str, end: int, kind: str, words: Lexicon) -> bool:
    """Whether a word of duration follows: ``5일간``, ``3년 만에``, ``2분기 연속``."""
    cues = words.streaks if kind == "Q" else words.durations if kind in "Du" else ()
    if not cues or not text.startswith(cues, end):
        return False
    return any(text.startswith(cue, end) and not _runs_on(text, end + len(cue), words) for cue in cues)


def _runs_into(text: str, end: int) -> bool:
    """Whether a Latin letter follows a Latin letter: then the unit is the head of another word."""
    around = text[end - 1 : end + 1]
    return len(around) == 2 and around.isascii() and around.isalpha()


def _kind(value: object, rows: Rows, vague: bool) -> tuple[str, object]:
    """What a number with a unit is: the calendar's, an amount, or nothing we read."""
    first, last = value if isinstance(value, tuple) else (value, value)
    for row in rows:
        round_enough = row["kind"] != "E" or first % 10 == 0
        if not vague and round_enough and int(row["low"]) <= first and last <= int(row["high"]):
            return (row["kind"], (value, row["unit"])) if row["kind"] == "u" else (row["kind"], value)
    for row in rows:
        if row["unit"]:
            return "u", (None if vague or first != last else first, row["unit"])
    return "", None


def _clock_note(text: str, place: int) -> Token | None:
    """The bracket that says by which clock a date is: ``(현지시간)``, ``(local time)``."""
    close = text.find(")", place, place + CLOCK_LENGTH)
    if close > 0 and text[place:close].rstrip().endswith(CLOCKS):
        return Token(place, close + 1, "z", None)
    return None
