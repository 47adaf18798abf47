"""Nouns that say of a number that it is not yet real: a target, a forecast, a plan.

In: a scene, a quantity's phrase and its metric's cue. Out: the modality and the noun that says so, or None. Judgements:
a noun that the number is part of (`its 5% target`, `the $3 billion estimate`) says what the number is whatever its
verb does; else the noun that is measured, those beside the number, and what it hangs on do (`매출 목표`, `its forecast
for revenue growth`). What is refused (`rejected a proposal`) would have been.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import Phrase
from pipeline.claims.scene import Scene
from pipeline.languages import language as traits
from pipeline.languages import table

HANGING = ("for", "of", "in")
LENGTHS = ("duration", "age")
# How many noun phrases are looked up once: a sentence asks for its own again for each of its numbers.
NOUNS_KEPT = 256


@cache
def cues(language: str, where: str) -> tuple[tuple[str, str], ...]:
    return tuple((r["cue"], r["modality"]) for r in table(language, "claims_modality") if r["where"] == where)


def attached(scene: Scene, place: int) -> tuple[str, tuple[int, int]] | None:
    """`missed its 5% target`: the English noun that the number belongs to."""
    after = scene.parse.phrases[place + 1 : place + 2]
    if scene.traits.head_final or not after or after[0].kind != "noun" or scene.phrase(place).case == "of":
        return None
    noun, here = after[0], scene.phrase(place)
    apart = scene.document.text[here.end : noun.start].strip(" -")
    near = (noun.clause, noun.depth) == (here.clause, here.depth) and not apart
    return _said_by(scene, noun, noun.text.lower().rpartition(" ")[2]) if near else None


def _said_by(scene: Scene, noun: Phrase, words: str) -> tuple[str, tuple[int, int]] | None:
    found = _belief(words, scene.document.language)
    return (found, (noun.start, noun.end)) if found else None


@lru_cache(maxsize=NOUNS_KEPT)
def _belief(words: str, language: str) -> str | None:
    """The modality of the first cue that words hold; where words stand apart, a whole one."""
    if traits(language).glued:
        return next((m for word, m in cues(language, "noun") if word in words), None)
    return next((m for word, m in cues(language, "noun") if f" {word} " in f" {words} "), None)


def in_nouns(scene: Scene, place: int, cue: Cue | None) -> tuple[str, tuple[int, int]] | None:
    """`매출 목표`, `시장 예상치`: the noun that is measured is itself not yet real."""
    told = scene.document.text[scene.parse.start : scene.parse.end].lower()
    if scene.traits.glued and _belief(told, scene.document.language) is None:
        return None
    bracket = place - 2 if place > 1 and scene.phrase(place - 1).text == "(" else place
    measured = cue.phrase if cue and not cue.is_verb else place
    before = scene.neighbour(place, -1) if not scene.traits.head_final else place - 1
    beside = {place - 1 if before is None else before, place + 1, bracket, measured} | _topics(scene, place)
    beside |= _aimed(scene, place) | _averaged(scene, place)
    # `its forecast for revenue growth`: what is measured hangs on the noun before it.
    beside |= {n for n in (_revised(scene, place),) if n is not None}
    beside |= {measured - 1} if scene.phrase(measured).case in HANGING and not scene.traits.head_final else set()
    for number in sorted(n for n in beside if 0 <= n < len(scene.parse.phrases)):
        phrase = scene.phrase(number)
        compared = number not in (measured, bracket) and phrase.case == "than" and scene.traits.head_final
        if phrase.kind in ("noun", "adverb") and phrase.clause == scene.phrase(place).clause and not compared:
            if (found := _said_by(scene, phrase, phrase.text.lower())) is not None:
                return found
    return None


def refused(scene: Scene, number: int) -> str | None:
    """`rejected a proposal for a 5% increase`: what is refused would have been; nobody said that it is."""
    known = dict(cues(scene.document.language, "refused"))
    nouns = (p for p in scene.parse.phrases if p.kind == "noun" and p.clause == number)
    return next((known[last] for p in nouns if (last := p.text.lower().rpartition(" ")[2]) in known), None)


def _topics(scene: Scene, place: int) -> set[int]:
    """`시장 예상치는 매출 3조원`: the topic of the clause, where its last word says what all its numbers are."""
    clause, phrases = scene.phrase(place).clause, scene.parse.phrases
    words = _endings(scene.document.language) if scene.traits.glued else ()
    return {
        n
        for n, p in enumerate(phrases[:place])
        if p.case == "topic" and p.clause == clause and p.kind == "noun" and p.text.endswith(words)
    }


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(word for word, _ in cues(language, "noun"))


def _averaged(scene: Scene, place: int) -> set[int]:
    """`the $4.72 average of analyst forecasts`: what the noun behind an English number is of."""
    after = scene.parse.phrases[place + 1 : place + 3]
    of = len(after) == 2 and after[0].kind == "noun" and not after[0].case and after[1].case == "of"
    return {place + 2} if of and not scene.traits.head_final else set()


def _aimed(scene: Scene, place: int) -> set[int]:
    """`점유율 38%를 목표로 내걸었다`: the Korean noun behind a number that says as what it is meant."""
    clause, kind = scene.phrase(place).clause, scene.quantities[scene.phrase(place).item].kind
    if not scene.traits.head_final or kind in LENGTHS:
        return set()
    behind = enumerate(scene.parse.phrases[place + 1 :], start=place + 1)
    return set(islice((n for n, p in behind if p.clause == clause and p.kind == "noun" and p.case == "into"), 1))


def _revised(scene: Scene, place: int) -> int | None:
    """`raised its forecast for sales to 5% from 4%`: the noun of belief that the clause of both numbers takes."""
    clause = scene.phrase(place).clause
    for number, phrase in enumerate(scene.parse.phrases[:place]):
        if phrase.clause == clause and phrase.kind == "noun" and phrase.case == "object":
            if _belief(phrase.text.lower(), scene.document.language) is not None:
                return number
    return None
