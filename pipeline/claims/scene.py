"""One parsed sentence with everything that was found in it.

A `Scene` answers where a quantity stands, which names lie in a stretch, and what the document said
before (`Memory`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import Document, Parse, Phrase, Saying
from pipeline.claims.names.cast import Cast
from pipeline.claims.names.entities import Entity, Mention
from pipeline.claims.names.titled import in_full
from pipeline.languages import Language
from pipeline.mentions import Date, Quantity

_start = attrgetter("start")


class Name(NamedTuple):
    """Who or what fills a role, and the words that say so; `resolved` when they stand elsewhere."""

    text: str
    entity: Entity | None
    start: int
    end: int
    resolved: bool = False

    def words_in(self, text: str) -> str:
        """Its words: what it is called, else what stands there in its text."""
        return self.text or text[self.start : self.end]

    def spelt(self, text: str) -> Name:
        """The same name with its words, where no entity has them."""
        return self if self.entity or self.text else self._replace(text=text[self.start : self.end])


class Referent(NamedTuple):
    """Somebody who acted: the last name for it, its type, how often it did, and where last."""

    name: Name
    type: str
    times: int
    last: int


class Memory(NamedTuple):
    """What the text before has named: the centre (the last who acted), the last metric and by unit that of the
    last count (`counted`), everybody who acted, the last name of each type, who spoke, the last deal (its
    subject and the other party), the first of the last two who acted together, the last who was told of in
    passing, with whom trade was last, the last company that somebody held a part of, whom the last claim was
    about, the first people of whom a share was told (`asked`), what had a price last (`priced`), whether shares
    or an index were `quoted` last, whose shares brokers last `covered`. Of the whole text: `topic`, the only
    company it names, `home`, the country whose statistics it tells, `land`, the country that it is about,
    `bank`, the first central bank, the `event` that it tells of, the company whose purchase it tells
    (`target`), and its `cast`."""

    subject: Name | None = None
    pair: Name | None = None
    passing: Name | None = None
    partner: Name | None = None
    held: Name | None = None
    told: Name | None = None
    asked: Name | None = None
    priced: Name | None = None
    cast: Cast = Cast()
    referents: Mapping[str, Referent] = MappingProxyType({})
    topic: Name | None = None
    home: Name | None = None
    land: Name | None = None
    bank: Name | None = None
    metric: str | None = None
    counted: Mapping[str, str] = MappingProxyType({})
    speaker: Name | None = None
    deal: tuple[Name, Name] | None = None
    by_type: Mapping[str, Name] = MappingProxyType({})
    event: Name | None = None
    quoted: str | None = None
    covered: Name | None = None
    target: Name | None = None


class Scene(NamedTuple):
    """A sentence, its parse and the document around it; `traits` say how its language builds sentences, `wanted` are
    the types that the number in question can be of."""

    document: Document
    traits: Language
    parse: Parse
    quantities: Sequence[Quantity]
    dates: Sequence[Date]
    mentions: Sequence[Mention]
    cues: Sequence[Cue]
    memory: Memory
    wanted: tuple[str, ...] = ()

    def place(self, item: int, kind: str = "quantity") -> int | None:
        """The phrase that a quantity or date is."""
        return next((n for n, p in enumerate(self.parse.phrases) if p.kind == kind and p.item == item), None)

    def phrase(self, place: int) -> Phrase:
        return self.parse.phrases[place]

    def named_in(self, start: int, end: int) -> list[Mention]:
        """The names inside a stretch, in reading order."""
        first = bisect_left(self.mentions, start, key=_start)
        last = bisect_left(self.mentions, end, first, key=_start)
        return [m for m in self.mentions[first:last] if m.end <= end] if first < last else []

    def is_named(self, start: int, end: int) -> bool:
        """Whether a stretch is only part of a name (`시장` in `경쟁시장청`)."""
        number = bisect_left(self.mentions, end, key=_start) - 1
        return (
            number >= 0
            and self.mentions[number].start <= start
            and end <= self.mentions[number].end
            and (start, end) != (self.mentions[number].start, self.mentions[number].end)
        )

    def person(self, start: int, end: int) -> Name | None:
        """`한 회장`: the person whose full name stands before."""
        span = in_full(self.memory.cast.titled, self.document.text[start:end], start)
        return Name(self.document.text[slice(*span)], None, start, end, True) if span else None

    def neighbour(self, place: int, step: int) -> int | None:
        """The nearest phrase before (-1) or after (1) that is no adverb."""
        here = place + step
        while 0 <= here < len(self.parse.phrases) and self.phrase(here).kind == "adverb":
            here += step
        return here if 0 <= here < len(self.parse.phrases) else None

    def whole(self, place: int) -> int | None:
        """The English noun that the quantity at `place` is a part of (`60% of voters`); a possessive is no whole."""
        after = self.phrase(place + 1) if place + 1 < len(self.parse.phrases) else None
        if after is None or after.kind != "noun" or after.case != "of" or self.traits.head_final:
            return None
        return place + 1 if self.document.text[self.phrase(place).end : after.start].split()[:1] == ["of"] else None

    def cues_in(self, place: int) -> list[Cue]:
        return [cue for cue in self.cues if cue.phrase == place]

    def said(self, place: int) -> Saying | None:
        """The saying that governs a phrase: the innermost that holds it."""
        here, sayings = self.parse.phrases[place].start, self.parse.sayings
        holding = [s for s in sayings if s.start <= here < s.end and s.speaker != place] if sayings else ()
        return max(holding, key=lambda s: (not s.weak, s.start), default=None)
