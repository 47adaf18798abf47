"""Longest-match lookup of words in a text at a position.

In: words with a value each. Out: `Words.at(text, position)`, the value of the longest word that stands
there and where it ends. One slice per distinct word length: independent of how many words there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Words(Generic[Value]):
    """Words by their first character, longest first."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self.values = dict(values)
        self.lengths: dict[str, tuple[int, ...]] = {}
        for word in self.values:
            found = {*self.lengths.get(word[0], ()), len(word)}
            self.lengths[word[0]] = tuple(sorted(found, reverse=True))

    def at(self, text: str, position: int) -> tuple[Value, int] | None:
        """Value and end of the longest word at `position`, or None."""
        for length in self.lengths.get(text[position : position + 1], ()):
            value = self.values.get(text[position : position + length])
            if value is not None and position + length <= len(text):
                return value, position + length
        return None

    def all_at(self, text: str, position: int) -> list[tuple[Value, int]]:
        """Every word at `position`, longest first."""
        found = []
        for length in self.lengths.get(text[position : position + 1], ()):
            value = self.values.get(text[position : position + length])
            if value is not None and position + length <= len(text):
                found.append((value, position + length))
        return found


def ends_word(text: str, end: int) -> bool:
    """A Latin-script word ends only where no letter or digit follows; a Hangul one may go on."""
    return not (latin(text[end - 1]) and latin(text[end : end + 1]))


def latin(character: str) -> bool:
    """Whether it is a Latin letter or a digit."""
    return character.isascii() and character.isalnum()


def skip_space(text: str, position: int) -> int:
    """The position behind one space, if there is one."""
    return position + 1 if text[position : position + 1] == " " else position
