"""Whose the people and things are that an event strikes.

In: a scene, a quantity's phrase, its metric's cue and the subject found. Out: the event that the text tells of, or
None. Judgements: the dead and hurt are the event's, wherever they are and whoever counts them; so is what is evacuated,
destroyed or cancelled (``claims_striking``) where nobody has it: a passive's or an event's own; so are the people
aboard of what met with an accident; a text that names no event in its first lines leaves them to whoever was found. In
Korean those counted by place are the place's (`가람시에서만 2명이 숨졌다`, `나래군 1명`).
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.naming import named
from pipeline.claims.names.words import role_list, word_list
from pipeline.claims.scene import Name, Scene

CASUALTIES = "casualties"


def of_event(scene: Scene, place: int, cue: Cue | None, found: Name | None) -> Name | None:
    """The event that the quantity at `place` is counted of."""
    event = scene.memory.event
    if event is None or scene.quantities[scene.phrase(place).item].kind != "count":
        return None
    dead = cue is not None and cue.metric.metric_id == CASUALTIES
    if not dead and not _is_stricken(scene, place) and not _is_aboard(scene, place, event):
        return None
    if scene.traits.head_final and (where := _of_place(scene, place, found)) is not None:
        return where
    if found is not None and _is_event(scene, found):
        return None
    return event._replace(resolved=True)


def _of_place(scene: Scene, place: int, found: Name | None) -> Name | None:
    """`가람시에서만 산사태로 2명이 숨졌다`, `나래군 1명, 다온군 2명`: the place that the dead of a Korean clause are
    counted in."""
    before = scene.phrase(place - 1) if place else None
    bare = before is not None and before.kind == "noun" and not before.case and not scene.cues_in(place - 1)
    if bare or found is not None and _is_place(scene, found.start, found.end):
        return found
    clause = scene.phrase(place).clause
    first = clause - (clause > 0 and scene.parse.clauses[clause - 1].link == "and")
    said = [p for p in scene.parse.phrases[:place] if first <= p.clause <= clause]
    where = [p for p in said if p.kind == "noun" and p.case == "at"]
    known = [p for p in where if _is_place(scene, p.start, p.end)]
    return named(scene, known[-1].start, known[-1].end) if known else None


def _is_place(scene: Scene, start: int, end: int) -> bool:
    return any(m.entity.type == "place" for m in scene.named_in(start, end))


def _is_stricken(scene: Scene, place: int) -> bool:
    """`150,000 residents were evacuated`, `97 flights cancelled`: what has the number is what something is done to."""
    number = scene.phrase(place).clause
    clause, after = scene.parse.clauses[number], scene.parse.clauses[number + 1 : number + 2]
    striking = word_list(scene.document.language, "claims_striking", "lemma")
    if clause.verb is None:
        return any(c.lemma in striking and c.link == "relative" for c in after)
    return clause.lemma in striking and (clause.passive or place < clause.verb)


def _is_aboard(scene: Scene, place: int, event: Name) -> bool:
    """`19 people were on the boat`: whom an English clause counts in what met with an accident."""
    noun, clause = event.text.lower(), scene.phrase(place).clause
    if noun not in role_list(scene.document.language, "claims_accidents", "thing"):
        return False
    behind = (p for p in scene.parse.phrases[place + 1 :] if p.clause == clause and p.kind == "noun" and p.case)
    return any(p.text.lower().rpartition(" ")[2] == noun for p in behind)


def _is_event(scene: Scene, name: Name) -> bool:
    """Whether a name already is an event's (`the second quake`)."""
    words = scene.document.text[name.start : name.end].lower()
    return any(words.endswith(noun) for noun in word_list(scene.document.language, "claims_events"))
