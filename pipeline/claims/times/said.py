"""Dates that say when something was said, and govern no number.

In: a scene and a date's phrase. Out: whether it is the day of the saying. Judgements: a date between what is said and
the verb of saying, or beside it with nothing counted, is that day; so is the day beside who says it.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from pipeline.claims.scene import Scene
from pipeline.claims.times.points import is_point
from pipeline.languages import table

ANNOUNCEMENT = "announcement"


@cache
def saying_verbs(language: str) -> dict[str, str]:
    """Verbs of saying with their class."""
    return {row["lemma"]: row["class"] for row in table(language, "claims_saying")}


def is_when_said(scene: Scene, place: int) -> bool:
    """The date stands between what is said and the verb of saying, or beside it with nothing counted; the day beside
    what is announced is never another."""
    clause = scene.phrase(place).clause
    counted = any(p.kind == "quantity" and p.clause == clause for p in scene.parse.phrases)
    verb, lemma = scene.parse.clauses[clause].verb, scene.parse.clauses[clause].lemma
    if saying_verbs(scene.document.language).get(lemma) == ANNOUNCEMENT and not scene.traits.head_final:
        return scene.dates[scene.phrase(place).item].granularity == "day"
    said = any(s.verb == verb and s.verb is not None for s in scene.parse.sayings)
    return not counted and said and not opens_subject(scene, place)


def opens_saying(scene: Scene, place: int) -> bool:
    """`가람전자는 30일 … 밝혔다`, `30일 통계청에 따르면`: the day beside who says it is when it was said, but for
    one as of which figures are (`30일 기준`)."""
    day = scene.dates[scene.phrase(place).item]
    if not scene.traits.head_final or day.granularity != "day" or is_point(scene.document, day):
        return False
    bare = not scene.phrase(place).case
    spoken = bare and any(s.speaker == place - 1 and s.verb is not None for s in scene.parse.sayings)
    after = takewhile(lambda p: p.kind in ("noun", "mark"), scene.parse.phrases[place + 1 : place + 7])
    return spoken or bare and any(p.case == "source" for p in after)


def opens_subject(scene: Scene, date: int) -> bool:
    """`said third-quarter profit was`: a quarter or year right before the subject of the clause that is said."""
    if scene.traits.head_final or scene.dates[scene.phrase(date).item].granularity == "day":
        return False
    after = scene.parse.phrases[date + 1 : date + 2]
    return any(p.kind == "noun" and p.case == "subject" and p.clause == scene.phrase(date).clause + 1 for p in after)
