"""Whether an English noun that names what is measured also says whose it is.

In: a scene, the phrases of the noun and of the quantity. Out: yes or no. Judgement: it does as subject, behind a
possessive, with `from`, before a division (`profits in its retail arm`), as what a verb moves (`pushed US oil prices
above $50`), and with a name in it right behind the number (`1.0% U.S. growth`), unless it is what is counted (`bought
300 Mirr pumps`).
"""

from __future__ import annotations

from pipeline.claims.model import ACTORS
from pipeline.claims.names.attached import OF_THINGS, OWNING_AFTER, is_division
from pipeline.claims.names.genitives import genitive
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene


def _has_actor(scene: Scene, cue: int) -> bool:
    """`Dodam took a $5m loss from discontinued operations`: whose clause has a subject beside the measure."""
    return any(
        p.case in ACTORS and p.kind == "noun" and n < cue and not scene.cues_in(n)
        for n, p in enumerate(scene.parse.phrases)
        if p.clause == scene.phrase(cue).clause
    )


def _causes(scene: Scene, clause: int) -> bool:
    """`Cold weather pushed US oil prices above $50`: whose verb moves its object."""
    return scene.parse.clauses[clause].lemma in word_list(scene.document.language, "claims_causing", "lemma")


def _is_thing(scene: Scene, cue: int) -> bool:
    """`reduce the price of cement to $3`: what only things have is that of the thing that `of` adds."""
    after = scene.phrase(cue + 1) if cue + 1 < len(scene.parse.phrases) else None
    hangs = after is not None and after.kind == "noun" and after.case == "of"
    return hangs and any(c.metric.metric_id in OF_THINGS for c in scene.cues_in(cue))


def leads(scene: Scene, cue: int, place: int) -> bool:
    """Whether an English noun that names the metric says whose it is: as subject, with a possessive, with `from`, or
    with a name in it right behind the number (`1.0% U.S. growth`)."""
    verb = scene.parse.clauses[scene.phrase(cue).clause].verb
    after = scene.phrase(cue + 1) if cue + 1 < len(scene.parse.phrases) else None
    acts_first = cue < place and (verb is None or cue < verb or scene.phrase(cue).case == "subject")
    lender = any(c.phrase == cue and "from" in c.metric.object_cases for c in scene.cues)
    named_object = scene.phrase(cue).case == "object" and (
        verb is not None and _causes(scene, scene.phrase(cue).clause)
    )
    from_whom = (
        after is not None
        and after.kind == "noun"
        and after.case == "from"
        and not lender
        and (after.text[:1].isupper() or not _has_actor(scene, cue))
    )
    counted = scene.quantities[scene.phrase(place).item].kind == "count"
    tells = (
        cue == place + 1
        and not counted
        and not scene.phrase(cue).case
        and bool(scene.named_in(scene.phrase(cue).start, scene.phrase(cue).end))
    )
    divided = after is not None and after.case in OWNING_AFTER and is_division(scene, cue + 1)
    moved = _is_thing(scene, cue) and cue < place
    return acts_first or named_object or genitive(scene, cue) is not None or from_whom or divided or tells or moved
