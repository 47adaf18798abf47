"""Clauses that English opens with `with`.

In: the phrases and verb groups of a stretch. Out: where such a clause begins and ends, its noun and its verb, if it has
one. Judgements: behind a mark, a noun after `with` acts where a participle or a direction with a number follows
(`, with sales sliding by 3%`, `With the franc up 2%,`); a participle behind any other `with` describes what stands
before it (`a deal with Dodam announced in May`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.claims.model import Phrase
from pipeline.languages.english.grouping import Grouping, Verb

MOVES = ("up", "down", "higher", "lower", "flat", "ahead", "unchanged")
# Cases of nouns that hang on the one that acts.
HANGING = ("of", "in", "for", "at", "on", "from", "by")
CASE = "with"


class Absolute(NamedTuple):
    """Phrases: the first of the clause, the noun that acts, the verb, and the first behind the clause."""

    start: int
    head: int
    verb: int | None
    end: int


def absolutes(grouping: Grouping) -> Iterator[Absolute]:
    """The clauses of a stretch that `with` opens, in reading order."""
    phrases, here = grouping.phrases, 0
    for number, phrase in enumerate(phrases):
        opens = phrase.case == CASE and number >= here and (not number or phrases[number - 1].kind == "mark")
        found = _absolute(grouping, number) if opens else None
        if found is not None:
            here = found.end
            yield found


def _absolute(grouping: Grouping, start: int) -> Absolute | None:
    """The clause that begins at `start`, if its noun does something."""
    phrases = grouping.phrases
    head = next((n for n in range(start, min(start + 4, len(phrases))) if phrases[n].kind == "noun"), None)
    if head is None or any(p.kind not in ("quantity", "date", "adverb") for p in phrases[start:head]):
        return None
    at = head + 1
    while at < len(phrases) and _hangs(phrases[at]):
        at += 1
    verb = grouping.verbs.get(at)
    reduced = verb is not None and _is_reduced(verb)
    if not reduced and not _moves(phrases, at):
        return None
    end = next((n for n in range(at + 1, len(phrases)) if phrases[n].kind == "mark" and not phrases[n].depth), None)
    return Absolute(start, head, at if reduced else None, len(phrases) if end is None else end)


def _is_reduced(verb: Verb) -> bool:
    """`sliding`, `suspended`, `forecast to fall`: a verb without a tense of its own."""
    if verb.auxiliaries:
        return verb.auxiliaries[-1] == "to" and len(verb.auxiliaries) > 1
    return verb.form in ("ing", "participle", "past")


def _hangs(phrase: Phrase) -> bool:
    free = phrase.kind == "adverb" and phrase.text not in MOVES or phrase.kind == "date"
    return free or phrase.kind in ("noun", "quantity") and phrase.case in HANGING


def _moves(phrases: list[Phrase], at: int) -> bool:
    """`up more than 2%`: a direction and a number."""
    if at >= len(phrases) or phrases[at].text not in MOVES:
        return False
    after = next((p for p in phrases[at + 1 : at + 4] if p.kind != "adverb"), None)
    return after is not None and after.kind == "quantity"
