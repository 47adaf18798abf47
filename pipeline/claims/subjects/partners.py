"""Whom a list that pairs in order gives a number to.

In: a scene and the phrase that a quantity pairs with. Out: a `Name` or None, and whether the list names other parties.
Judgements: a list in the case of a receiver names other parties, and so does one of places for what is put into them;
whoever only puts a figure on something, and what is measured, does not have it.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import is_goods, measure_start, names_share
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.naming import named
from pipeline.claims.scene import Name, Scene


def is_object(scene: Scene, partner: int | None, cue: Cue | None) -> bool:
    """Whether a list that pairs names other parties; places only for what is put into them (`런던과 파리에 투자`)."""
    noun = partner is not None and scene.phrase(partner).kind == "noun" and not scene.cues_in(partner)
    case = _list_case(scene, partner) if noun else ""
    placed = case == "at" and cue is not None and "at" in cue.metric.object_cases
    return placed or case in ("to", "object", "from", "into")


def _list_case(scene: Scene, partner: int) -> str:
    """The case of the last noun of the list that a phrase belongs to."""
    for phrase in scene.parse.phrases[partner:]:
        if phrase.kind == "noun" and phrase.case not in ("and", "with", ""):
            return phrase.case
    return ""


def paired(scene: Scene, place: int, partner: int | None, cue: Cue | None) -> Name | None:
    """Whom a list gives a number to, unless they only put a figure on it (`A와 B는 각각 2%, 3%로 추정했다`)."""
    if partner is None or scene.phrase(partner).kind != "noun":
        return None
    if scene.cues_in(partner) and not is_goods(scene, partner):
        return None
    if is_object(scene, partner, cue) or _names_rate(scene, partner):
        return None
    here = scene.phrase(place).clause
    said = scene.phrase(partner).clause == here and any(
        s.verb and scene.phrase(s.verb).clause == here for s in scene.parse.sayings
    )
    return None if said else paired_name(scene, partner)


def _names_rate(scene: Scene, partner: int) -> bool:
    """`자기자본비율과 기본자본비율은 각각`: what is measured, whoever has it."""
    own = measure_start(scene, partner)
    return own is not None and names_share(scene.phrase(partner).text, scene.document.language)


def paired_name(scene: Scene, partner: int) -> Name | None:
    return named(scene, scene.phrase(partner).start, scene.phrase(partner).end)
