"""A date word with its place: what the scanner finds and the forms are made of."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """`kind` is a letter of the table ``date_words``, `value` what the word says."""

    start: int
    end: int
    kind: str
    value: object
