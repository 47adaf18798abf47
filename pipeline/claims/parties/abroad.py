"""With whom an English country trades.

In: a scene, a quantity's phrase and its metric. Out: a `Name` or None. Judgements: the country or union right
behind the words for trade (`exports to`, `a surplus with`), or set before its clause (`With Norway, the surplus fell`),
is on the other side; numbers of the same sentence go on about it (`with exports up 3%`).
"""

from __future__ import annotations

from pipeline.claims.names.naming import named
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene

TRADE = "trade_volume"
SIDES = ("with", "to", "from")
# A union of countries is a body.
COUNTRIES = ("place", "government", "organisation")


def abroad(scene: Scene, place: int, metric: str) -> Name | None:
    """The other side of trade."""
    if scene.traits.head_final or metric != TRADE or scene.quantities[scene.phrase(place).item].kind == "duration":
        return None
    clause = scene.phrase(place).clause
    for number, phrase in enumerate(scene.parse.phrases):
        sided = phrase.kind == "noun" and phrase.case in SIDES and phrase.clause == clause
        if sided and _hangs(scene, number) and (name := _country(scene, number)) is not None:
            return name
    last = scene.memory.partner
    return last._replace(resolved=True) if last is not None and last.start >= scene.parse.start else None


def _hangs(scene: Scene, place: int) -> bool:
    """Whether a noun hangs on the words for trade, or opens its sentence."""
    before = scene.phrase(place - 1) if place else None
    if before is None:
        return scene.phrase(place).case == SIDES[0]
    words = before.text.lower().split(" ")[-1]
    trades = any(c.metric.metric_id == TRADE and not c.is_verb for c in scene.cues_in(place - 1))
    return before.kind == "noun" and (trades or words in word_list(scene.document.language, "claims_trade_gaps"))


def _country(scene: Scene, place: int) -> Name | None:
    phrase = scene.phrase(place)
    name = named(scene, phrase.start, phrase.end)
    return name if name is not None and name.entity is not None and name.entity.type in COUNTRIES else None
