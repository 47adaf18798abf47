"""Phrases that can be the subject of a quantity, likeliest first.

In: a scene and a quantity's phrase. Out: positions of phrases. Judgements: the actors of the quantity's own clause come
first, the nearest before it foremost; then those that its clause shares; behind a comma the next item of a list begins;
people in general have what they do themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.claims.model import ACTORS
from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene

# Kinds of number that say how much of what stands behind them.
SUMS = ("money", "percent", "percentage_point")
# Where a headline begins to tell something else.
BREAKS = ("…", "...")


def candidates(scene: Scene, place: int) -> Iterator[int]:
    """Phrases that can be the subject, likeliest first; behind a comma the next item of a list begins
    (`A는 2% 내린 8만원에, B는`)."""
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    own = [n for n, p in enumerate(phrases) if p.kind == "noun" and p.clause == clause and p.case in ACTORS]
    own = [n for n in own if not _is_sum(scene, n)]
    yield from reversed([n for n in own if n < place])
    if scene.parse.clauses[clause].passive and not any(not scene.cues_in(n) for n in own):
        yield from [n for n, p in enumerate(phrases) if p.kind == "noun" and p.clause == clause and p.case == "to"]
    later = [n for n in own if n > place and not _breaks_off(scene, place, n)]
    ends = place + 1 < len(phrases) and phrases[place + 1].text == "," and scene.traits.head_final
    yield from () if ends else later
    yield from (n for n in _shared(scene, clause) if not _breaks_off(scene, place, n))
    yield from later if ends else ()


def _is_sum(scene: Scene, place: int) -> bool:
    """`the $40 million charge was`: what a sum stands before acts for nobody."""
    before = scene.phrase(place - 1) if place and scene.traits.capitals else None
    if before is None or before.kind != "quantity" or before.case or before.clause != scene.phrase(place).clause:
        return False
    if place > 1 and scene.phrase(place - 2).kind == "noun":
        return False
    return scene.quantities[before.item].kind in SUMS and scene.phrase(place).text.islower()


def _breaks_off(scene: Scene, place: int, candidate: int) -> bool:
    """`서울 집값 18주째 하락…부산 전셋값은 올라`: behind dots a headline tells of something else."""
    between = scene.parse.phrases[place + 1 : candidate] if scene.traits.head_final else ()
    return any(p.text in BREAKS for p in between)


def _shared(scene: Scene, clause: int) -> list[int]:
    """The subjects that a clause shares; the noun that a clause with a topic of its own seems to describe is none
    (`비율은 14%로 비교 가능한 통계를`)."""
    shared, verb = scene.parse.clauses[clause].subjects, scene.parse.clauses[clause].verb
    actors = [p.case for p in scene.parse.phrases if p.clause == clause and p.kind == "noun" and p.case in ACTORS]
    told = scene.traits.head_final and actors[-1:] == ["topic"]
    shared = [n for n in shared if not (told and verb is not None and n == verb + 1)]
    if _is_of_deal(scene, clause, shared):
        return sorted(shared, key=lambda n: scene.phrase(n).case != "subject")
    return shared


def _is_of_deal(scene: Scene, clause: int, shared: Sequence[int]) -> bool:
    """`Dodam sold its arm to Mirr in a deal that is worth $3 million`: what describes a noun that names nobody is told
    of whoever acts."""
    describes = scene.traits.capitals and scene.parse.clauses[clause].link == "relative" and len(shared) > 1
    return describes and scene.phrase(shared[0]).kind == "noun" and is_idle(scene, shared[0])


def opens_next(scene: Scene, candidate: int, place: int) -> bool:
    """`시설 피해 건수는 20건, 농작물은 3㏊가 잠겼다`: the topic behind a number's comma has the next number."""
    comma = place + 1 < len(scene.parse.phrases) and scene.phrase(place + 1).text == ","
    return scene.traits.head_final and comma and candidate > place + 1


def is_later(scene: Scene, candidate: int, place: int) -> bool:
    """Whether a phrase stands in a later clause, the noun that the quantity's own clause describes aside."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    described = clause.link == "relative" and clause.verb is not None and candidate == clause.verb + 1
    return scene.phrase(candidate).clause > scene.phrase(place).clause and not described


def does(scene: Scene, candidate: int, place: int) -> bool:
    """`Investors poured $7 billion into startups`: people in general have what they do themselves."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    own = scene.phrase(candidate).clause == scene.phrase(place).clause and scene.phrase(candidate).case == "subject"
    does = clause.lemma in word_list(scene.document.language, "claims_acts", "lemma")
    including = scene.document.text.startswith(" including ", scene.phrase(candidate).end)
    spoken = any(s.speaker == candidate for s in scene.parse.sayings) or including
    return scene.traits.capitals and own and not spoken and not clause.passive and does
