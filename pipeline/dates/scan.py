"""From text to chains of tokens: where a date may begin, and the date words that stand there in a row.

In: a text and a `Lexicon`. Out: chains of `Token`, each at most `LONGEST` date words with nothing but a blank
between them. Behind a word that joins two dates another chain is looked for. Time is linear: no chain is
longer than `LONGEST`, none is read twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dates.alone import ON, ends_phrase
from pipeline.dates.boundaries import BLANKS, digits_end, inside, runs_on, skip
from pipeline.dates.counts import LASTING
from pipeline.dates.games import HALVES
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.neighbours import NEAR, first_word, last_word
from pipeline.dates.numeric import read_numeric, read_pointed
from pipeline.dates.spelling import spelled
from pipeline.dates.tokens import Token
from pipeline.dates.words import read_token

LONGEST = 12
NUMBERS, LEADING = "oOD", "ctgª."
LISTING = ("Mc", "÷D&")
WEEKDAY, SPELLED, POINTED = "W", "n", "m.d"
GLUED, SHORTEST = "dymwq", 2
WIDE_DIGITS = frozenset("０１２３４５６７８９")
WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def chains(text: str, words: Lexicon) -> Iterator[list[Token]]:
    """The chains of tokens in a text, in reading order, not overlapping."""
    done = 0
    text = lowered(text)
    for match in words.starter.finditer(text):
        if match.start() < done:
            continue
        chain = read_chain(text, _first_place(text, match.start(), words), words)
        while chain:
            done = chain[-1].end
            yield chain
            chain = _joined_chain(text, done, words)


def _first_place(text: str, start: int, words: Lexicon) -> int:
    """Where a date may really begin: behind digits that belong to an amount or a code."""
    while start < len(text) and inside(text, start) and not _is_glued(text, start, words):
        start = skip(text, digits_end(text, start)) if text[start].isdecimal() else len(text)
    return start


def _is_glued(text: str, start: int, words: Lexicon) -> bool:
    """``회사는지난달``: a date word behind a particle without its blank."""
    if not words.glued or not text.endswith(words.glued, 1, start) or not text[start - 2 : start - 1].isalpha():
        return False
    token = read_token(text, start, words)
    return token is not None and token.kind in GLUED and token.end - start >= SHORTEST


def _joined_chain(text: str, end: int, words: Lexicon) -> list[Token]:
    """The chain behind a word that joins two dates, where one stands there."""
    place = skip(text, end)
    if not text.startswith(words.joining, place):
        return []
    joiner = next(word for word in words.joining if text.startswith(word, place))
    start = skip(text, place + len(joiner))
    if start >= len(text) or runs_on(text, place + len(joiner), words) and not text[start].isdecimal():
        return []
    return read_chain(text, start, words)


def lowered(text: str) -> str:
    """The text in lower case with ASCII digits and no half of a surrogate pair, letter for letter as long."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if not small.isascii() and not WIDE_DIGITS.isdisjoint(small):
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
        token = _pointed(text, place, found, words) or read_token(text, place, words)
        if token and found and found[-1].kind == WEEKDAY and _is_amount(text, token, words):
            break
        if token is None or token.kind in NUMBERS and _is_counted(text, found, token, words):
            break
        if found and token.start == found[-1].end or not found or not runs_on(text, found[-1].end, words):
            found.append(token)
        else:
            break
        place = token.end
        while place < len(text) and place < token.end + 2 and text[place] in BLANKS:
            place += 1
    while found and (found[-1].kind != LASTING and runs_on(text, found[-1].end, words) or found[-1].kind in LEADING):
        found.pop()
    return spelled(_dated(text, found, words))


def _is_amount(text: str, token: Token, words: Lexicon) -> bool:
    """``on Wednesday two polls``, ``on Friday 2.14 percent``: a number that only stands beside a weekday."""
    if token.kind != "N" or token.value.year is not None:
        return token.kind == SPELLED
    return "." in text[token.start : token.end] and not ends_phrase(text, token.end, words)


def _pointed(text: str, place: int, found: list[Token], words: Lexicon) -> Token | None:
    """``on Friday 7.6 with``: beside a weekday, where the phrase ends, a month and a day."""
    if not found or found[-1].kind != WEEKDAY or POINTED not in words.orders or not text[place].isdecimal():
        return None
    day = read_pointed(text, place)
    ends = day and ends_phrase(text, day.end, words) and text[day.end : day.end + 1] != ","
    return Token(place, day.end, "N", day) if ends else None


def _dated(text: str, found: list[Token], words: Lexicon) -> list[Token]:
    """``on 4-22.``: what else is a pair of days is a month and a day where `on` leads and the sentence ends."""
    if not found[1:] and found and found[0].kind == "D" and isinstance(found[0].value, tuple):
        start, end = found[0].start, found[0].end
        leads = last_word(text[max(0, start - NEAR) : start].rstrip(" ")) == ON
        numeric = read_numeric(text, start, words.orders) if leads and ends_phrase(text, end, words) else None
        return [Token(start, end, "N", numeric)] if numeric and numeric.end == end else found
    return found


def _is_counted(text: str, found: list[Token], token: Token, words: Lexicon) -> bool:
    """``in October, the second-largest``, ``the January-March first quarter``, ``In May, 17 firms``,
    ``on Friday 15 protesters``: the number goes on to what it counts, and is no day."""
    after, end = text[token.end : token.end + 2], token.end
    if token.kind != "D" and after[:1] == "-" and after[1:].isalpha():
        return True
    led = "".join(token.kind for token in found).rstrip("t")
    unit = words.words.get(first_word(text, end), {}).get("value") if token.kind == "O" else None
    if unit in HALVES and led[-1:] == "M":
        return True
    if token.kind == "D" and led.endswith(WEEKDAY):
        following = first_word(text, end)
        return following not in words.words and not (ends_phrase(text, end, words) or following.isdecimal())
    if token.kind == "O" or not led.endswith(LISTING):
        return token.kind == "O" and led.endswith(("Mc", "Mg"))
    return not (ends_phrase(text, end, words) or first_word(text, end).isdecimal())
