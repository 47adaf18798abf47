"""Whether a number that does not move is a level, a share or a ratio.

In: a scene, a quantity's phrase, its kind and its cue. Out: the aspect. Judgements: a multiple is a ratio, and so is a
percentage of an earlier period (`2019년의 94%`); one of a metric that is counted in other units is a share, and
so is one of a whole that stands beside it (`직원 가운데 62%`, `60% of voters`) or beside a count in one bracket.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import RELATIVE, Cue
from pipeline.claims.names.cast import PERSON
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_list
from pipeline.claims.parties.comparisons import is_of_benchmark
from pipeline.claims.scene import Name, Scene
from pipeline.claims.times.governing import is_measure

SHARES = ("market_share", "ownership_stake", "adoption_rate")
# A result that says which part was right.
GRADED = "benchmark_score"
# What somebody sells or earns in a period, and what is told as a part of it.
RESULTS = ("revenue", "operating_income", "net_income")
CONTRACT = "contract_value"


def is_set_against(scene: Scene, place: int, cue: Cue) -> bool:
    """`계약금액은 매출의 10%다`, `이는 최근 매출의 7% 규모다`: a contract is set against what is sold in a year."""
    kind = scene.quantities[scene.phrase(place).item].kind
    whole = cue.phrase == place - 1 and scene.phrase(cue.phrase).case == "of" and scene.traits.head_final
    if not whole or kind not in RELATIVE or cue.metric.metric_id not in RESULTS:
        return False
    return CONTRACT in {scene.memory.metric, *(c.metric.metric_id for c in scene.cues)}


def still(scene: Scene, place: int, kind: str, cue: Cue | None) -> str:
    """The aspect of a quantity that does not move."""
    if kind == "multiple":
        return "ratio"
    metric = cue.metric.metric_id if cue else "other"
    if kind != "percent":
        return "level"
    own = cue is not None and kind in cue.metric.kinds
    if not own and any(
        p.kind == "date" and is_measure(scene, place, n) for n, p in enumerate(scene.parse.phrases[:place])
    ):
        return "ratio"
    if is_of_benchmark(scene, place) or cue is not None and is_set_against(scene, place, cue):
        return "ratio"
    if metric in SHARES or is_part_of_count(scene, place):
        return "share"
    if cue is not None and metric != "other":
        graded = scene.whole(place) is None or metric == GRADED
        return "level" if kind in cue.metric.kinds and graded else "share"
    part = cue is not None and scene.document.text[cue.start : cue.end].lower() in word_list(
        scene.document.language, "claims_parts"
    )
    return "share" if part or _is_part(scene, place) else "level"


def is_part_of_count(scene: Scene, place: int) -> bool:
    """`20대(30만3천 명, 17.6%)`: a percentage beside a count in one bracket is its share of all."""
    phrase = scene.phrase(place)
    if _is_behind_counted(scene, place):
        return True
    if place < 2 or not phrase.depth or scene.phrase(place - 1).text != ",":
        return False
    before = scene.phrase(place - 2)
    return before.kind == "quantity" and before.depth == phrase.depth and scene.quantities[before.item].kind == "count"


def held(scene: Scene, place: int, metric: str, kind: str, about: Name | None) -> str:
    """The aspect of a number without a word for its measure: what goes on about shares is one, and so is the percentage
    that a person has (`문 후보는 48.1%`)."""
    if kind != "level" or metric in SHARES:
        return "share" if kind == "level" else kind
    percent = metric == "other" and scene.quantities[scene.phrase(place).item].kind == "percent"
    person = percent and about is not None and type_in(scene.memory, about, scene.document.language) == PERSON
    return "share" if person else kind


def bracketed(aspect: str, counted: str, kind: str) -> str:
    """The aspect of a number in a bracket behind another: a percentage behind a count is its share of all
    (`730건(26.4%)`), a count behind a share is none."""
    if aspect == "share" and kind == "count":
        return "level"
    return "share" if (aspect, counted, kind) == ("level", "count", "percent") else aspect


def acts(scene: Scene, place: int) -> bool:
    """`a third of its staff will leave`, `77 percent were aged 26`: a share before its English verb acts."""
    here = scene.phrase(place)
    verb = scene.parse.clauses[here.clause].verb
    free = verb is not None and place < verb and not here.case and not here.depth
    return free and not scene.traits.head_final


def _is_behind_counted(scene: Scene, place: int) -> bool:
    """`610 participants (74.7%)`: a percentage in a bracket behind what an English number counts."""
    if place < 3 or scene.traits.head_final or scene.phrase(place - 1).text != "(":
        return False
    number, noun = scene.phrase(place - 3), scene.phrase(place - 2)
    counted = number.kind == "quantity" and scene.quantities[number.item].kind == "count" and not number.case
    return counted and noun.kind == "noun" and noun.case in ("", "subject", "object")


def _leads(scene: Scene, place: int) -> bool:
    """Whether an acting share stands right before its verb, and no noun that it is only of before it."""
    here = scene.phrase(place)
    nouns = (p for p in scene.parse.phrases[:place] if p.clause == here.clause and p.kind == "noun" and not p.case)
    return acts(scene, place) and scene.neighbour(place, 1) == scene.parse.clauses[here.clause].verb and not any(nouns)


def _is_part(scene: Scene, place: int) -> bool:
    """`직원 가운데 62%`, `매출의 10%`, `60% of voters`, `절반`, `77 percent were aged 26`."""
    quantity = scene.quantities[scene.phrase(place).item]
    before = scene.phrase(place - 1) if place else None
    partitive = word_list(scene.document.language, "claims_partitives")
    owned = before is not None and before.case == "of" and before.kind == "noun" and scene.traits.head_final
    part = before is not None and (before.text in partitive or owned)
    return part or scene.whole(place) is not None or quantity.resolution is None or _leads(scene, place)
