"""Whom people without a name of their own speak for, or through whom they are heard.

In: a scene and who speaks. Out: a `Name` or None. Judgements: people of a house speak for it (`노바은행의
애널리스트들은`), and so does a part of a company; people without a name are heard through the paper that they tell
(`소식통이 로이터에`); of a service under a name of its own speaks who provides it (`한국석유공사 가격정보 서비스인
'오피넷'`).
"""

from __future__ import annotations

from pipeline.claims.model import Saying
from pipeline.claims.names.naming import name_of, named
from pipeline.claims.names.words import word_ends
from pipeline.claims.scene import Name, Scene

PUBLISHER = "publisher"
BODIES = ("company", "government", "organisation")


def house(scene: Scene, place: int) -> Name | None:
    """`노바은행의 애널리스트들은`: the house whose people speak."""
    people = word_ends(scene.document.language, "claims_of_houses")
    return owner_of(scene, place) if people and scene.phrase(place).text in people else None


def medium(scene: Scene, saying: Saying) -> Name | None:
    """`소식통이 로이터에 전했다`: the paper through which people without a name are heard."""
    people, told_by = word_ends(scene.document.language, "claims_heard"), scene.phrase(saying.speaker)
    if not people or saying.verb is None or not told_by.text.endswith(people):
        return None
    told = (p for p in scene.parse.phrases[saying.speaker + 1 : saying.verb] if p.kind == "noun" and p.case == "to")
    heard = (m for p in told for m in scene.named_in(p.start, p.end) if m.entity.type == PUBLISHER)
    return next((name_of(m) for m in heard), None)


def provider(scene: Scene, place: int) -> Name | None:
    """`한국석유공사 가격정보 서비스인 '오피넷'`: the body whose service is named."""
    before = next((p for p in reversed(scene.parse.phrases[max(0, place - 2) : place]) if p.kind != "mark"), None)
    if before is None or before.case != "copula" or before.kind != "noun":
        return None
    body = next((m for m in scene.named_in(before.start, before.end) if m.start == before.start), None)
    return name_of(body) if body is not None and body.end < before.end and body.entity.type in BODIES else None


def owner_of(scene: Scene, place: int) -> Name | None:
    """`Dodam's cloud division posted`: for a part of a company its owner speaks."""
    owner = scene.phrase(place - 1) if place else None
    if owner is None or owner.case != "of" or owner.kind != "noun" or owner.end > scene.phrase(place).start:
        return None
    return named(scene, owner.start, owner.end)
