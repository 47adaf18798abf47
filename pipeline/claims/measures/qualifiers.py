"""Which variety of its metric a quantity is: monthly, initial, cumulative and so on.

In: a scene and a quantity's phrase. Out: a word of ``claims_qualifiers`` or None. Judgement: the nearest
such word counts between the quantity before (or the clause's start) and the quantity itself, in the noun
that names the metric, or right after the quantity.
"""

from __future__ import annotations

from functools import cache

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.scene import Scene
from pipeline.languages import table


@cache
def _qualifiers(language: str) -> dict[str, str]:
    return {row["cue"]: row["qualifier"] for row in table(language, "claims_qualifiers")}


def qualifier(scene: Scene, place: int, cue: Cue | None) -> str | None:
    """The variety that the words beside the quantity at phrase `place` name."""
    known = _qualifiers(scene.document.language)
    for number in _beside(scene, place, cue):
        for word in reversed(scene.phrase(number).text.lower().split()):
            if word in known:
                return known[word]
    return None


def _beside(scene: Scene, place: int, cue: Cue | None) -> list[int]:
    clause = scene.phrase(place).clause
    before = []
    for number in range(place - 1, -1, -1):
        phrase = scene.phrase(number)
        if phrase.kind == "quantity" or phrase.clause != clause:
            break
        before.append(number)
    after = [place + 1] if place + 1 < len(scene.parse.phrases) else []
    named = [cue.phrase] if cue and not cue.is_verb else []
    return [n for n in before + named + after if scene.phrase(n).kind in ("noun", "adverb")]
