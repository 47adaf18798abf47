"""The noun that a preposition adds to an English one, as its owner.

In: a scene and a phrase. Out: the phrase of the owner, or None. Judgements: `of`, `in`, `at`, `from` and `between` add
the owner (`shares of the chipmaker`), `for` adds one that is a name (`profit for Calder`) or the goods of a bare
measure (`orders for machinery`); beside somebody who acts only `from` and a division do; whoever lends and what a
person's money comes from own nothing; a place before a name only says where it is from.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.cast import PERSON, type_of
from pipeline.claims.names.naming import described
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import is_owner, word_list
from pipeline.claims.parties.frames import is_other
from pipeline.claims.scene import Scene

OWNING_AFTER = ("of", "in", "at", "from")
# What things have, whoever changes it.
OF_THINGS = ("price", "unit_cost", "productivity", "weight", "dimension", "speed", "energy_use", "market_size")
# `the gap between exports and imports`.
BETWEEN = " between "


def after_of(scene: Scene, place: int, cue: Cue | None = None) -> int | None:
    """`shares of the chipmaker`, `revenue in the cloud unit`: the noun that a preposition adds to a subject."""
    if scene.traits.head_final or place + 1 >= len(scene.parse.phrases):
        return None
    after = scene.phrase(place + 1)
    acting = any(p.case == "subject" and p.clause == scene.phrase(place).clause for p in scene.parse.phrases)
    things = cue is not None and cue.metric.metric_id in OF_THINGS and after.case == "of"
    hangs = things or after.case == "from" or is_division(scene, place + 1)
    if acting and scene.phrase(place).case != "subject" and not hangs:
        return None
    if acting and after.case == "from" and _is_person_acting(scene, place):
        return None
    lends = after.case == "from" and cue is not None and "from" in cue.metric.object_cases
    lends |= after.case != "of" and is_other(scene, place, place + 1)
    invested = cue is not None and cue.metric.metric_id == "investment" and scene.phrase(place).case == "subject"
    lends &= not (invested and after.case == "in")
    near = after.kind == "noun" and after.clause == scene.phrase(place).clause and not lends
    wanted = after.case == "for" and (after.text[:1].isupper() or _is_of_goods(scene, place))
    owns = near and (after.case in OWNING_AFTER or wanted)
    owns |= near and scene.document.text[scene.phrase(place).end : after.start] == BETWEEN
    return place + 1 + is_country_of(scene, place + 1) if owns else None


def _is_of_goods(scene: Scene, place: int) -> bool:
    """`New orders for machinery`: a measure of the goods behind `for`, where it acts."""
    phrase = scene.phrase(place)
    alone = scene.document.text[slice(*trim(scene, phrase.start, phrase.end))].lower()
    return phrase.case == "subject" and alone in word_list(scene.document.language, "claims_goods_for")


def is_division(scene: Scene, place: int) -> bool:
    """`profits in its retail division`: a part that has figures of its own, never the whole."""
    phrase = scene.phrase(place)
    return phrase.kind == "noun" and phrase.text.split(" ")[-1] in word_list(
        scene.document.language, "claims_divisions"
    )


def _is_person_acting(scene: Scene, place: int) -> bool:
    """`She earned $2 million in royalties from a book`: what a person earns is the person's, wherever it comes from."""
    clause = scene.phrase(place).clause
    acting = [p for p in scene.parse.phrases[:place] if p.clause == clause and p.case == "subject"]
    if not acting:
        return False
    who = acting[-1]
    known = described(scene, who.start, who.end) == (PERSON,) or any(
        m.entity.type == PERSON for m in scene.named_in(who.start, who.end)
    )
    return known or type_of(who.text, scene.document.language, scene.memory.cast) == PERSON


def is_country_of(scene: Scene, place: int) -> bool:
    """`shares of Australia's Dodam`: a place before a name only says where it is from."""
    phrase = scene.phrase(place)
    names = scene.named_in(phrase.start, phrase.end)
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    possessive = is_owner(scene.document.text, phrase.end)
    place_ = bool(names) and names[-1].entity.type == "place"
    return possessive and place_ and after is not None and after.kind == "noun" and after.text[:1].isupper()
