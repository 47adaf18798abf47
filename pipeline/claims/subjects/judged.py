"""Whom an opinion is about.

In: a scene and a quantity's phrase. Out: a `Name` or None. Judgement: what people think of somebody
(``claims_judgements``: `지지율`, `응답`) is told of whom the words right before say that it is about (`미르 후보에 대한
지지율`, `정 시장의 직무수행에 대해 잘한다고 평가한 응답`).
"""

from __future__ import annotations

from pipeline.claims.model import ACTORS
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.owners import owner_of

ABOUT = "about"


def judged(scene: Scene, place: int) -> Name | None:
    """Whom the opinion is about that the quantity at `place` counts."""
    if not scene.traits.head_final or not any(p.case == ABOUT for p in scene.parse.phrases[:place]):
        return None
    opinions = word_list(scene.document.language, "claims_judgements")
    for number in range(place - 1, -1, -1):
        phrase = scene.phrase(number)
        if phrase.kind == "noun" and phrase.case in ACTORS:
            return _about(scene, number) if phrase.text.rpartition(" ")[2] in opinions else None
    return None


def _about(scene: Scene, opinion: int) -> Name | None:
    """The last noun before an opinion that it is about, no other number between them."""
    for number in range(opinion - 1, -1, -1):
        phrase = scene.phrase(number)
        if phrase.kind == "quantity":
            return None
        if phrase.kind == "noun" and phrase.case == ABOUT:
            return owner_of(scene, number, None)[0]
    return None
