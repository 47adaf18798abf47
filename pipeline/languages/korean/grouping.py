"""Korean phrases while they are being gathered.

`Grouping` holds the phrases so far and the nouns that still wait for their particle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.claims.model import Phrase
from pipeline.languages import table
from pipeline.languages.korean.morphemes import Morpheme

COMPARING = {("대비", "NNG"), ("비", "NNG"), ("比", "SH"), ("對比", "SH")}
# Cases of such a word: `대비`, `대비로는`, but not `비가`.
COMPARED_IN = ("", "into")
CLOSING_QUOTES = ("’", "”", "'", '"', "》", "〉", "」", "』")


@cache
def column(name: str, key: str, value: str | None = None) -> dict[str, str]:
    return {row[key]: row[value or key] for row in table("ko", name)}


@cache
def cases() -> dict[tuple[str, str], str]:
    return {(row["form"], row["tag"]): row["case"] for row in table("ko", "claims_particles")}


@dataclass
class Grouping:
    """The phrases so far, and the nouns that still wait for their particle."""

    text: str
    phrases: list[Phrase] = field(default_factory=list)
    endings: dict[int, str] = field(default_factory=dict)
    last: dict[int, Morpheme | None] = field(default_factory=dict)
    passive: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    run: list[Morpheme] = field(default_factory=list)
    clause: int = 0
    depth: int = 0
    quotes: int = 0

    def add(self, kind: str, start: int, end: int, words: str, case: str = "", item: int | None = None) -> None:
        self.phrases.append(Phrase(kind, start, end, words, case, self.clause, item, self.depth, self.quotes))

    def flush(self, case: str = "") -> None:
        """The waiting nouns become a phrase; `A 대비` is a comparison with what stands before."""
        if not self.run:
            return
        run, self.run = self.run, []
        if (run[-1].form, run[-1].tag) in COMPARING and case in COMPARED_IN:
            run, case = run[:-1], "than"
            if not run and (head := self.head()) is not None:
                self.phrases[head] = self.phrases[head]._replace(case=case)
        if len(run) > 1 and (run[0].form, run[0].tag) in COMPARING and (head := self.head()) is not None:
            self.phrases[head] = self.phrases[head]._replace(case="than")
            run = run[1:]
        while run and (run[0].form, run[0].tag) == ("당", "XSN"):
            run = run[1:]
        while run and run[0].form in column("claims_connectives", "noun"):
            self.add("adverb", run[0].start, run[0].end, run[0].form)
            run = run[1:]
        sized = run[-1:] if run and not case and _is_measure(run[-1]) and not _ends_name(run) else []
        run = run[: len(run) - len(sized)]
        if run:
            start, end = run[0].start, run[-1].end
            self.add("noun", start, end, self.text[start:end], case)
        for word in sized:
            self.add("adverb", word.start, word.end, word.form)

    def mark(self, case: str) -> None:
        """A particle: of the waiting nouns, else of the phrase that it directly follows."""
        if self.run:
            self.flush(case)
        elif (head := self.head()) is not None:
            self.phrases[head] = self.phrases[head]._replace(case=self.phrases[head].case or case)

    def quote(self) -> None:
        """`"…"라고`: what the last verb says is quoted; without a verb, the words are."""
        self.flush("quoted")
        verb = next((n for n in range(len(self.phrases) - 1, -1, -1) if self.phrases[n].kind == "verb"), None)
        if verb is not None and verb >= len(self.phrases) - 4:
            self.quoted.add(verb)

    def head(self) -> int | None:
        """The noun or item that a word right here belongs to; a bracket and its contents are passed over."""
        place = len(self.phrases) - 1
        if place > 0 and self.phrases[place].text in CLOSING_QUOTES:
            place -= 1
        if place >= 0 and self.phrases[place].text == ")":
            depth = self.phrases[place].depth
            while place >= 0 and not (self.phrases[place].text == "(" and self.phrases[place].depth == depth):
                place -= 1
            place -= 1
        return place if place >= 0 and self.phrases[place].kind in ("noun", "quantity", "date") else None


def _ends_name(run: Sequence[Morpheme]) -> bool:
    """`가람주 33명`: one syllable right behind a noun is the end of its name, but not in `배럴당`."""
    return len(run) > 1 and len(run[-1].form) == 1 and run[-1].tag != "XSN" and run[-2].end == run[-1].start


def _is_measure(this: Morpheme) -> bool:
    """`총`, `월`, `배럴당` before a quantity say how it counts and are no noun of the clause."""
    return this.form in column("claims_measures", "word") or (this.form, this.tag) == ("당", "XSN")
