"""A date as it stands in the text, before anything is reckoned: the tokens of one form, or of two that belong together.

In: nothing. Out: `Phrase`, what `ranges` joins and `phrases` gives a meaning.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.dates.beside import Beside
from pipeline.dates.tokens import Token


class Phrase(NamedTuple):
    """The tokens of one date; `link` says how it hangs together with the `other` one.

    range: it begins the period that the other ends; offset: it counts from the other; lasting: one of the two says
    how long what begins at the other lasts; list: it is not before the phrase in front; same: it may be the number of
    the day in front. `loose` is what is a date only together with another one.
    """

    start: int
    end: int
    form: str
    tokens: tuple[Token, ...]
    loose: bool = False
    link: str = ""
    other: Phrase | None = None
    sides: Beside = Beside()
