"""Whoever holds an office, and the house they speak for.

In: a scene and a phrase. Out: a `Name`, or whether somebody can have what a number measures. Judgements: whoever leads
a company and is said to say something speaks of the company; people in general have nothing.
"""

from __future__ import annotations

from pipeline.claims.model import Saying
from pipeline.claims.names.cast import COMPANY, GROUP, PERSON, office_of
from pipeline.claims.names.genitives import genitive
from pipeline.claims.names.naming import name_of, named
from pipeline.claims.names.salience import can_hold, type_in
from pipeline.claims.names.titled import in_full
from pipeline.claims.scene import Name, Scene


def is_officer(scene: Scene, place: int) -> bool:
    """`김 대표는 "매출이 늘었다"며`: whoever leads a company and is said to say something speaks of the company."""
    office = office_of(scene.phrase(place).text, scene.document.language)
    speaks = any(s.speaker == place and s.verb is not None for s in scene.parse.sayings)
    return speaks and office is not None and bool(office["speaks_for"])


def holds(scene: Scene, name: Name, place: int, saying: Saying | None) -> bool:
    """Whether the name at phrase `place` can have what the number measures: people in general have nothing, who speaks
    of revenue has none; what somebody reports of a thing is another's, but not what he is said to have got."""
    whole = name.spelt(scene.document.text)
    type_ = type_in(scene.memory, whole, scene.document.language)
    speaks = saying is not None and saying.speaker == place
    return type_ != GROUP and (type_ != PERSON or not speaks or can_hold(type_, scene.wanted))


def house_of(scene: Scene, place: int) -> Name | None:
    """`한빛전자 김도현 사장`, `Corvane CEO Ida Munk`: the house that somebody with an office speaks for."""
    phrase = scene.phrase(place)
    office = office_of(phrase.text, scene.document.language)
    if office is None or not office["speaks_for"]:
        return _house_beside(scene, place)
    full = in_full(scene.memory.cast.titled, phrase.text, phrase.start) or (phrase.start, phrase.end)
    companies = [m for m in scene.named_in(*full) if m.entity.type == COMPANY]
    if companies:
        return name_of(companies[0])
    before = phrase.text.lower().find(office["word"].lower()) if not scene.traits.head_final else 0
    if before > 0:
        return named(scene, phrase.start, phrase.start + before)
    owner = genitive(scene, place)
    if owner is None:
        return _house_of_office(scene, place)
    return named(scene, scene.phrase(owner).start, scene.phrase(owner).end)


def _house_beside(scene: Scene, place: int) -> Name | None:
    """`Ida Munk, chief executive of Corvane`: the house of the office that stands beside a name."""
    beside = scene.parse.phrases[place + 1 : place + 3]
    if scene.traits.head_final or len(beside) < 2 or beside[0].text != "," or beside[1].kind != "noun":
        return None
    office = office_of(beside[1].text, scene.document.language)
    return _house_of_office(scene, place + 2) if office is not None and office["speaks_for"] else None


def _house_of_office(scene: Scene, place: int) -> Name | None:
    """`chief executive of Corvane`: the house that hangs on an office."""
    house = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    hangs = house is not None and house.kind == "noun" and house.case in ("of", "at") and not scene.traits.head_final
    return named(scene, house.start, house.end) if hangs else None
