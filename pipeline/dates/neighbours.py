"""The words and letters right beside a date.

In: a text and a place, or the text before a date. Out: a word or a letter, empty where none is near.
"""

from __future__ import annotations

NEAR = 16
SENTENCE_ENDS = ("", ".", "!", "?", ";")


def last_word(before: str) -> str:
    start = len(before)
    while start and before[start - 1].isalnum():
        start -= 1
    return before[start:]


def first_letter(text: str, end: int) -> str:
    """The letter that follows, behind a blank or at once."""
    place = end
    while place < end + NEAR and text[place : place + 1] == " ":
        place += 1
    return text[place : place + 1]


def first_word(text: str, end: int) -> str:
    after = text[end : end + NEAR].lstrip(" ")
    length = 0
    while length < len(after) and after[length].isalnum():
        length += 1
    return after[:length]
