"""Whom Korean money reaches, where that stands beside another verb than the one that takes the sum.

In: a scene and a quantity's phrase. Out: positions of phrases, likeliest first. Judgements: only money and only verbs
of giving; what was put in without saying by whom reaches the noun in 에 (`사업에 10억원이 투자됐다`), while what is to
be put in is what that is planned to cost (`사업에 10억원이 투입될 예정이다`); in front of a
comparison that describes the sum (`재단에 도담보다 많은 20억원을 출연했다`) and behind a promise (`8억원을 지불하겠다고
도담에 제안했다`) the noun in 에 belongs to the giving.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.modality import modality
from pipeline.claims.model import Clause
from pipeline.claims.names.glued import glued
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene

TO = "to"
BUDGET = "budget"


def recipients(scene: Scene, place: int, cue: Cue | None) -> Iterator[int]:
    """Phrases of whom the money at phrase `place` reaches."""
    if not scene.traits.head_final or not _is_given(scene, place, cue):
        return
    clause = scene.phrase(place).clause
    here = scene.parse.clauses[clause]
    if here.passive and modality(scene, place, cue)[0] == "reported":
        yield from _nouns(scene, clause)
    if clause and _describes(scene.parse.clauses[clause - 1], place):
        yield from _nouns(scene, clause - 1)
    after = scene.parse.clauses[clause + 1] if clause + 1 < len(scene.parse.clauses) else None
    told = word_list(scene.document.language, "claims_addressing")
    if here.link == "quote" and after is not None and after.lemma in told:
        yield from _nouns(scene, clause + 1)


def reached(scene: Scene, noun: int) -> Name | None:
    """`직원들에게 지급했다`: people of a kind that is counted elsewhere are whom money reaches."""
    phrase, last = scene.phrase(noun), scene.cues_in(noun)[-1]
    many = next((sign for sign in glued(scene.document.language, "plural") if phrase.text.endswith(sign)), "")
    start, end = trim(scene, phrase.start, phrase.end - len(many))
    people = scene.traits.head_final and last.end == end
    return Name(scene.document.text[start:end], None, start, end) if people else None


def is_reached(scene: Scene, place: int, cue: Cue | None, start: int) -> bool:
    """`사업에 10억원이 투자됐다`: whether the words at `start` are only where the money went, nobody who put it in."""
    clause = scene.phrase(place).clause
    given = scene.traits.head_final and _is_given(scene, place, cue) and scene.parse.clauses[clause].passive
    reached = given and any(scene.phrase(n).start == start for n in _nouns(scene, clause))
    return reached and modality(scene, place, cue)[0] == "reported"


def _is_given(scene: Scene, place: int, cue: Cue | None) -> bool:
    """Whether money is given; a programme has a budget of its own."""
    verbs = word_list(scene.document.language, "claims_giving")
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    owned = cue is not None and cue.metric.metric_id == BUDGET
    return lemma in verbs and scene.quantities[scene.phrase(place).item].kind == "money" and not owned


def _describes(clause: Clause, place: int) -> bool:
    """Whether a clause describes the quantity right behind its verb."""
    return clause.link == "relative" and clause.verb is not None and clause.verb + 1 == place


def _nouns(scene: Scene, clause: int) -> list[int]:
    phrases = enumerate(scene.parse.phrases)
    return [n for n, p in phrases if p.kind == "noun" and p.clause == clause and p.case == TO]
