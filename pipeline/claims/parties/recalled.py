"""The other party that the text named before, or that only the measure's own words name.

In: a scene, a quantity's phrase, its metric's cue and its subject. Out: a `Name` or None. Judgements: whose price is
told by seller or by place is the other party of the seller; a stake is in the company told of last as held; the sum of
a contract goes on about the deal told of last, unless its words count more than that deal.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.measures.qualifiers import qualifier
from pipeline.claims.model import ACTORS
from pipeline.claims.names.cast import COMPANY, PERSON
from pipeline.claims.names.naming import same
from pipeline.claims.names.salience import salient, type_in
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_ends
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.owners import owner_of


def recalled(scene: Scene, place: int, taken: Name | None, metric: str) -> Name | None:
    """The other party that the text named before the number's own words."""
    return of_holding(scene, taken, metric) or of_deal(scene, place, taken, metric) or of_target(scene, taken, metric)


def priced(scene: Scene, place: int, cue: Cue | None, aspect: str, taken: Name | None) -> Name | None:
    """`휘발유 판매가격은 도담 1648원, 미르 1642원`: whose price is told by seller or by place."""
    if cue is None or cue.metric.metric_id != "price" or cue.is_verb or taken is None or aspect != "level":
        return None
    told, here = scene.phrase(cue.phrase), scene.phrase(place)
    between = told.end <= taken.start < here.start and told.case in ACTORS and scene.traits.head_final
    describes = scene.parse.clauses[told.clause].link == "relative" and told.clause + 1 == here.clause
    return owner_of(scene, cue.phrase, cue)[0] if between and (told.clause == here.clause or describes) else None


def of_holding(scene: Scene, taken: Name | None, metric: str) -> Name | None:
    """`권 회장의 지분은 5%다`: of the company that the text told of last as held, or of the only one it names; of a
    person's the one that the text goes on about."""
    held = scene.memory.target or scene.memory.held or scene.memory.topic
    if held is None and taken is not None and type_in(scene.memory, taken, scene.document.language) == PERSON:
        held = salient(scene.memory, scene.document.language, (COMPANY,), (COMPANY,))
        held = held if held and type_in(scene.memory, held, scene.document.language) == COMPANY else None
    if not scene.traits.head_final or metric != "ownership_stake" or held is None or taken is None or same(held, taken):
        return None
    return held._replace(resolved=True)


def of_target(scene: Scene, taken: Name | None, metric: str) -> Name | None:
    """`주당 인수가는 1만원이다`: of the company whose purchase the whole text tells."""
    target = scene.memory.target
    if target is None or metric != "acquisition_price" or taken is not None and same(target, taken):
        return None
    return target._replace(resolved=True)


def of_deal(scene: Scene, place: int, taken: Name | None, metric: str) -> Name | None:
    """`계약금액은 7천억 원으로`: the deal that the text told of last, with the same subject; never a sum of several."""
    deal, money = scene.memory.deal, scene.quantities[scene.phrase(place).item].kind == "money"
    if deal is None or taken is None or not money or metric not in ("contract_value", "fee", "acquisition_price"):
        return None
    whole = qualifier(scene, place, None) is None and not _is_of_many(scene, place)
    return deal[1]._replace(resolved=True) if whole and same(deal[0], taken) else None


def _is_of_many(scene: Scene, place: int) -> bool:
    """`올해 해외 수주액은 89억 달러다`: words before the measure, or a year, count more than the deal told of last."""
    named_by = [c for c in scene.cues if c.phrase < place and not c.is_verb and c.metric.metric_id == "contract_value"]
    if not named_by or not scene.traits.head_final:
        return False
    phrase, before = scene.phrase(named_by[-1].phrase), scene.neighbour(named_by[-1].phrase, -1)
    if phrase.text.endswith(word_ends(scene.document.language, "claims_backlogs")):
        return True
    dated = before is not None and scene.phrase(before).kind == "date"
    start, end = trim(scene, phrase.start, named_by[-1].start)
    return dated or start < end and phrase.clause == scene.phrase(place).clause
