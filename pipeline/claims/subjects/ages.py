"""People of an age as who a Korean number is about.

In: a scene and a quantity's phrase. Out: a `Name` or None. Judgements: people of an age have the number behind their
age (`20대가 7925명`); a decade of life is a group of people and is about itself (`10대에서는`); years that bound a
group (`60세 이상`, `15~29세`) only tell which group is meant and are about nobody.
"""

from __future__ import annotations

from pipeline.claims.model import ACTORS
from pipeline.claims.names.glued import glued
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene
from pipeline.mentions import Quantity


def is_age(scene: Scene, place: int) -> bool:
    """Whether a number is an age that tells which people are meant, and not how old somebody is."""
    item = scene.phrase(place).item
    if not scene.traits.head_final or scene.quantities[item].kind != "age":
        return False
    age = scene.quantities[item]
    if _is_decade(scene, age):
        return bool(_bound(scene, place)) or not _describes(scene, place)
    return age.low != age.high or bool(_bound(scene, place))


def _is_decade(scene: Scene, age: Quantity) -> bool:
    """`20대`: people in their twenties."""
    return age.surface.endswith(glued(scene.document.language, "decade"))


def _describes(scene: Scene, place: int) -> bool:
    """`50대 남성 발견`: an age that somebody who is only one has."""
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    return not scene.phrase(place).case and after is not None and after.kind == "noun"


def age_group(scene: Scene, place: int) -> Name | None:
    """`10대에서는`, `70대 이상 환자`: the people of a decade of life."""
    phrase, age = scene.phrase(place), scene.quantities[scene.phrase(place).item]
    if not _is_decade(scene, age):
        return None
    end = phrase.start + max(len(age.surface), _bound(scene, place))
    return Name(scene.document.text[phrase.start : end], None, phrase.start, end)


def _bound(scene: Scene, place: int) -> int:
    """How long an age is with the word that bounds it (`70대 이상`); 0 where none does."""
    phrase = scene.phrase(place)
    after = scene.phrase(place + 1).start if place + 1 < len(scene.parse.phrases) else scene.parse.end
    words = scene.document.text[phrase.start : after]
    bounds = word_list(scene.document.language, "claims_age_bounds")
    return min((words.find(word) + len(word) for word in bounds if word in words), default=0)


def of_age(scene: Scene, place: int) -> Name | None:
    """`20대(30만 명)`, `20대가 7925명`, `65세 이상이 65%`: people of an age have the number behind their age."""
    if not scene.traits.head_final:
        return None
    at = place - 1
    while at > 0 and scene.phrase(place).depth and scene.phrase(at).depth:
        at -= 1
    before = scene.phrase(at) if at >= 0 else None
    aged = before is not None and before.kind == "quantity" and scene.quantities[before.item].kind == "age"
    people = scene.quantities[scene.phrase(place).item].unit == "person"
    if not aged or before.case not in ("", *ACTORS, *(("at",) if people else ())):
        return None
    age, ends = scene.quantities[before.item], _bound(scene, at)
    if not ends and not _is_decade(scene, age) and age.low == age.high:
        return None
    ends = ends or len(age.surface)
    return Name(scene.document.text[before.start : before.start + ends], None, before.start, before.start + ends)
