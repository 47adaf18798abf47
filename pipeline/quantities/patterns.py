"""Patterns of the tables, made ready for reading.

In: a pattern as its row has it. Out: the compiled pattern. Judgement: a language without words for something has
`NOTHING` in its row; half the rows of Korean cues have, so that nothing is searched for them.
"""

from __future__ import annotations

import re2

NOTHING = r"[^\x00-\x{10ffff}]"


class Nowhere:
    """A pattern that is found in no text."""

    pattern = NOTHING

    def search(self, text: str) -> None:
        """Nothing: it does not even look."""

    match = fullmatch = search


def compiled(pattern: str) -> object:
    return Nowhere() if pattern == NOTHING else re2.compile(pattern)
