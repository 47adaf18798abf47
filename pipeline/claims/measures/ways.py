"""Which way the percentages of a bracketed list went, where not the list but the words around it move.

In: a scene and a quantity's phrase. Out: up, down or None. Judgements, where the verb comes last:
- a relative clause that moves and describes the topic of the list moves its items (`판매가 증가한 지역은 충남(4.0%)과
  충북(0.7%)뿐이었다`);
- what is left out of a movement went the other way (`음식료(1.7%)를 제외한 업종이 하락했다`).
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import RELATIVE
from pipeline.claims.measures.moves import COMPARES, of_verb
from pipeline.claims.model import Clause
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene

OTHER_WAY = {"up": "down", "down": "up"}
RELATIVE_CLAUSE, WITHOUT = "relative", "without"


def way_of_list(scene: Scene, place: int) -> str | None:
    """The way of a percentage in a bracket, as the words around its list tell it."""
    kind = scene.quantities[scene.phrase(place).item].kind
    if not scene.traits.head_final or kind not in RELATIVE or place < 2 or scene.phrase(place - 1).text != "(":
        return None
    here = scene.parse.clauses[scene.phrase(place).clause]
    return _left_out(scene, place, here) or (None if _way(scene, here) else _described(scene, place))


def _way(scene: Scene, clause: Clause) -> str | None:
    """The way a clause's verb moves, where it does more than compare."""
    found = of_verb(scene.document.language, clause.lemma)
    return None if found is None or found[1] == COMPARES else found[0]


def _left_out(scene: Scene, place: int, here: Clause) -> str | None:
    """`A(1%)를 제외한 업종이 하락했다`, `A(1%)를 제외하고 모두 내렸다`."""
    clause = scene.phrase(place).clause
    if here.link == RELATIVE_CLAUSE and here.lemma in word_list(scene.document.language, "claims_excluding"):
        after = scene.parse.clauses[clause + 1 : clause + 2]
        return OTHER_WAY.get(_way(scene, after[0]) or "") if after else None
    beside = (p for p in scene.parse.phrases[place - 2 : here.verb] if p.clause == clause)
    return OTHER_WAY.get(_way(scene, here) or "") if any(p.case == WITHOUT for p in beside) else None


def _described(scene: Scene, place: int) -> str | None:
    """`가격이 상승한 품목은 카레(4.3%)`: the clause right before the topic of the list."""
    clause = scene.phrase(place).clause
    before = scene.parse.clauses[clause - 1] if clause else None
    if before is None or before.link != RELATIVE_CLAUSE or before.verb is None:
        return None
    head = scene.phrase(before.verb + 1)
    return _way(scene, before) if head.kind == "noun" and head.case in ("topic", "subject") else None
