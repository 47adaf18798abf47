"""English phrases while they are being gathered.

`Grouping` holds the phrases so far, the verb groups by phrase, and the case that waits for the next noun.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from pipeline.claims.model import Phrase
from pipeline.languages import table

AUXILIARY = {"be", "have", "do", "modal"}


@cache
def rates() -> frozenset[str]:
    """What a quantity can be per: `a share`, `an ounce`."""
    return frozenset(row["word"] for row in table("en", "claims_rates"))


@cache
def saying_verbs() -> dict[str, str]:
    """Verbs of saying with their class."""
    return {row["lemma"]: row["class"] for row in table("en", "claims_saying")}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group: its words before the main verb, the main verb's form, and whether `be` precedes."""

    auxiliaries: tuple[str, ...]
    form: str
    passive: bool


@dataclass
class Grouping:
    """The phrases so far; `case` waits for the next noun."""

    text: str
    phrases: list[Phrase] = field(default_factory=list)
    verbs: dict[int, Verb] = field(default_factory=dict)
    case: str = ""
    depth: int = 0

    def add(self, kind: str, start: int, end: int, words: str, item: int | None = None) -> None:
        case = self.case if kind in ("noun", "quantity", "date") else ""
        if kind != "adverb":
            self.case = ""
        self.phrases.append(Phrase(kind, start, end, words, case, 0, item, self.depth))
