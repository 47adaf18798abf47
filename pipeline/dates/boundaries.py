"""Where words and numbers of a text begin and end.

In: a text in lower case and a place in it. Out: yes or no, or another place. Judgements: a Korean word ends
where a particle of the language or no Hangul follows; a Latin one where no letter or digit does; digits behind
a currency sign or a plus, or behind digits and a point, a comma, a colon or a stroke, belong to what stands before.
"""

from __future__ import annotations

from pipeline.dates.lexicon import Lexicon

DIGITS = 4
BLANKS = " \u00a0\t"
CURRENCIES = tuple("$€£¥₩#+")


def skip(text: str, place: int) -> int:
    return place + (place < len(text) and text[place] in BLANKS)


def digits_end(text: str, place: int) -> int:
    end = place
    while end < len(text) and end <= place + DIGITS and text[end].isdecimal():
        end += 1
    return end


def inside(text: str, place: int) -> bool:
    """Whether a place lies inside a word or a number."""
    if place == 0:
        return False
    before, first = text[place - 1], text[place]
    if first.isdecimal():
        return before.isalnum() and before.isascii() or _continues(text, place) or _is_amount(text, place)
    return before.isalnum() and script(before) == script(first)


def _continues(text: str, place: int) -> bool:
    """Whether the digits at a place go on from digits before a point, a comma or a stroke."""
    return place > 1 and text[place - 1] in ".,:/-~∼" and text[place - 2].isdecimal()


def _is_amount(text: str, place: int) -> bool:
    """Whether a currency sign stands before the digits at a place."""
    return text[max(0, place - 2) : place].rstrip()[-1:] in CURRENCIES


def script(letter: str) -> str:
    if "가" <= letter <= "힣":
        return "Hangul"
    return "Latin" if letter.isascii() else "other"


def runs_on(text: str, end: int, words: Lexicon) -> bool:
    """Whether the word that ends here is only the head of a longer one."""
    if end >= len(text):
        return False
    last, after = text[end - 1], text[end]
    if script(after) == "Hangul":
        return script(last) == "Hangul" and not text.startswith(words.particles, end)
    return last.isascii() and last.isalnum() and after.isascii() and after.isalnum()


def runs_into(text: str, end: int) -> bool:
    """Whether a Latin letter follows a Latin letter: then the unit is the head of another word."""
    around = text[end - 1 : end + 1]
    return len(around) == 2 and around.isascii() and around.isalpha()
