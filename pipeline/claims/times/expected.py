"""What was expected of a result, whose period it shares.

In: a scene and a quantity's phrase. Out: whether the number is what others had expected of what is reported.
Judgements: a noun of expectation beside the number says so unless it is the reporter's own (`its forecast`), and so
does a verb of belief in the past (`analysts had expected $4 billion`, `the $4 billion that was expected`), for whoever
expects still speaks of what is to come.
"""

from __future__ import annotations

from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene
from pipeline.languages import table

PAST = ("had ", "was ", "were ")
ESTIMATE = "estimate"
HANGING = ("of", "for", "at")


def is_benchmark(scene: Scene, place: int) -> bool:
    """Whether the number at phrase `place` is what a result is measured against."""
    if not scene.traits.capitals:
        return False
    phrases = scene.parse.phrases
    beside = [place + 1] + ([place - 1] if place and phrases[place].case in HANGING else [])
    return any(_is_expectation(scene, n) for n in beside if n < len(phrases)) or _was_believed(scene, place)


def _is_expectation(scene: Scene, place: int) -> bool:
    """`the average estimate`, `investor expectations`; unlike `its forecast`."""
    phrase, language = scene.phrase(place), scene.document.language
    words = phrase.text.lower().split(" ")
    own = words[0] in word_list(language, "claims_possessives")
    return phrase.kind == "noun" and words[-1] in word_list(language, "claims_forecasters") and not own


def _was_believed(scene: Scene, place: int) -> bool:
    """`had expected 160,000 jobs`, `the 160,000 analysts expected`: in the number's clause, or the one that tells of
    it."""
    number, clauses, phrases = scene.phrase(place).clause, scene.parse.clauses, scene.parse.phrases
    after = [p for p in phrases[place + 1 : place + 3] if p.clause == number + 1]
    near = [number, *([number + 1] if after else [])]
    beliefs = {r["lemma"] for r in table(scene.document.language, "claims_saying") if r["class"] == ESTIMATE}
    return any(
        clauses[n].lemma in beliefs and clauses[n].ending.startswith((*PAST, f"{clauses[n].lemma}ed ")) for n in near
    )
