"""What a sentence only points at.

In: a scene and a quantity's phrase. Out: a `Name` from before, or None. Judgement: a word of ``claims_pointing`` that
acts by itself (`That is down by 6%`, `These include 300 bakers`) is what the last number was about.
"""

from __future__ import annotations

from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene


def pointed_at(scene: Scene, place: int) -> Name | None:
    """Whom the pointing word means that acts in the quantity's clause."""
    clause = scene.phrase(place).clause
    acting = [p for p in scene.parse.phrases[:place] if p.clause == clause and p.case == "subject"]
    acting = acting or [scene.phrase(n) for n in scene.parse.clauses[clause].subjects[:1]]
    told = scene.memory.told if scene.traits.capitals and acting else None
    points = told is not None and acting[-1].text.lower() in word_list(scene.document.language, "claims_pointing")
    return told._replace(resolved=True) if points else None
