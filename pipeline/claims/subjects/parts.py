"""Of what an English share is a part.

In: a scene, a quantity's phrase and its metric's cue. Out: a `Name` or None, or yes or no. Judgements: shares that act
by themselves are of the whole that opens their sentence (`Of the bakers, 40% rent and 12% own a shop`); a share of
somebody's measure is of whoever has it, not of the measure's owner (`mills use 2% of Norway's power`).
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.naming import named
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene

OPENING = ("of ", "among ")
SHARES = ("share", "slice")


def of_fronted(scene: Scene, place: int) -> Name | None:
    """The whole that opens the sentence of a share that nobody else has."""
    if scene.traits.head_final or scene.quantities[scene.phrase(place).item].kind != "percent":
        return None
    first, clause = scene.phrase(0), scene.phrase(place).clause
    acting = any(p.case == "subject" and p.clause == clause for p in scene.parse.phrases)
    opens = scene.document.text[scene.parse.start : first.start].lower().endswith(OPENING)
    if first.kind != "noun" or not opens or acting or scene.whole(place) is not None:
        return None
    return named(scene, first.start, first.end)


def _is_of_own_share(scene: Scene, cue: Cue) -> bool:
    """`Mirr raised its share of Norway's beer market`: what hangs on a share with a possessive."""
    number = cue.phrase
    while number > 0 and scene.phrase(number).case == "of":
        number -= 1
    words = scene.phrase(number).text.lower().split(" ")
    possessives = word_list(scene.document.language, "claims_possessives")
    return number < cue.phrase and words[0] in possessives and words[-1] in SHARES


def is_part(scene: Scene, place: int, cue: Cue) -> bool:
    """Whether the measure is the whole that a share is of, which somebody acting before it has."""
    if _is_of_own_share(scene, cue):
        return True
    whole = scene.whole(place)
    if whole is None or scene.quantities[scene.phrase(place).item].kind != "percent" or cue.phrase < whole:
        return False
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    near = all(p.case == "of" or p.kind == "adverb" for p in phrases[whole : cue.phrase + 1])
    verb = scene.parse.clauses[clause].verb
    acts = any(p.case == "subject" and p.kind == "noun" for p in phrases[:place] if p.clause == clause)
    return near and acts and verb is not None and verb < place
