"""Whether a quantity is a level, a change, a share, a ratio or a rank, and which way a change goes.

In: a scene and a quantity's phrase. Out: aspect, direction and the words that say so. Judgements: a
verb or noun of rising or falling makes a change of a quantity that it measures (`8.8% 늘었다`, `fell 5%`),
not of one that it reaches (`86조 원으로 늘었다`, `fell to 5%`); a multiple that rises is a change, one that
compares is a ratio; a percentage without a direction is a share of what is counted in other units.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import RELATIVE, Cue
from pipeline.claims.measures.moves import (
    APART,
    COMPARES,
    PARTS,
    RATES,
    REACHED,
    TIMES,
    TRANSITIVE,
    beside,
    in_other_words,
    is_tolerance,
    moving_nouns,
    of_verb,
    printed,
)
from pipeline.claims.measures.shares import acts, is_part_of_count, still
from pipeline.claims.measures.ways import way_of_list
from pipeline.claims.model import ACTORS
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Scene

LONGEST_AFTER = 10
EARNS, PRICES = "earns", "prices"
DOTS = ("…", "...", "‥")


def aspect(scene: Scene, place: int, cue: Cue | None) -> tuple[str, str | None]:
    """The aspect of the quantity at phrase `place`, and its direction if it is a change."""
    quantity = scene.quantities[scene.phrase(place).item]
    if quantity.kind == "rank":
        return "rank", None
    if (way := printed(scene, quantity) or way_of_list(scene, place)) is not None:
        return "change", way
    if is_base_level(scene, place) or is_tolerance(quantity):
        return still(scene, place, quantity.kind, cue), None
    measures = _measures(scene, place, quantity.kind) and not is_part_of_count(scene, place)
    moved = beside(scene, place) or (_by_verb(scene, place, cue) if measures else None)
    moved = moved or in_other_words(scene, place)
    if moved and (quantity.kind != "multiple" or moved[1] != COMPARES or _outdoes_earlier(scene, place)):
        return "change", moved[0]
    return still(scene, place, quantity.kind, cue), None


def is_base_level(scene: Scene, place: int) -> bool:
    """`전년(0.6%)보다`, `작년 상반기(4312만 개)에 비해`: the level that a change is measured from."""
    if place < 2 or scene.phrase(place - 1).text != "(":
        return False
    before = scene.phrase(place - 2)
    return before.case == "than" or before.kind == "date" and before.case in ("of", "with")


def _by_verb(scene: Scene, place: int, cue: Cue | None) -> tuple[str, str] | None:
    """The verb of the clause, unless it is itself what names the metric (`raised $120 million`)."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    found = of_verb(scene.document.language, clause.lemma)
    if found is not None and found[1] == COMPARES and not _is_last(scene, place):
        return None
    if scene.phrase(place).depth:
        relative = scene.quantities[scene.phrase(place).item].kind in RELATIVE
        compares = found is None or found[1] == COMPARES
        found = ((compares and _by_noun(scene, place)) or found) if relative else None
    if found is None or (cue is not None and cue.phrase == clause.verb and not _grows(cue)) or _is_passed(scene, place):
        return None
    quantity = scene.quantities[scene.phrase(place).item]
    if found[1] == RATES and quantity.kind not in RELATIVE or found[1] == APART and quantity.kind == "length":
        return None
    if found[1] == PRICES and quantity.kind == "count" and scene.phrase(place).case in ACTORS:
        return None
    if found[1] == EARNS and (quantity.kind == "count" or _is_result(quantity.kind, cue)):
        return None
    moves = found[1] == TRANSITIVE or found[1] == PARTS and quantity.kind not in RELATIVE
    return None if moves and _is_taken(scene, place, cue, quantity.kind) else found


def _grows(cue: Cue) -> bool:
    """`the business grew 20%`: whether the verb that names the metric says how it moves, too."""
    return cue.metric.metric_id == "growth" or cue.kind in RELATIVE


def _is_result(kind: str, cue: Cue | None) -> bool:
    """`매출 3조원을 올렸다`: a sum that somebody earns in a period."""
    return kind == "money" and cue is not None and cue.metric.time == "period"


def _is_passed(scene: Scene, place: int) -> bool:
    """`3조원, 순이익은 5% 증가한 2조원`: an amount before a comma is no change where the verb has a percentage of
    its own."""
    clause, after = scene.phrase(place).clause, scene.parse.phrases[place + 1 : place + 3]
    kinds = [
        scene.quantities[p.item].kind
        for p in scene.parse.phrases[place + 1 :]
        if p.kind == "quantity" and p.clause == clause
    ]
    if _is_broken_off(scene, place):
        return True
    listed = scene.traits.head_final and len(after) == 2 and after[0].text == "," and after[1].kind == "noun"
    return (
        listed
        and scene.quantities[scene.phrase(place).item].kind not in RELATIVE
        and bool(kinds)
        and kinds[-1] in RELATIVE
    )


def _is_broken_off(scene: Scene, place: int) -> bool:
    """`이재민 3천명…전날보다 50명 늘어`: a number before a headline's dots is not how far what comes after moved."""
    behind = scene.parse.phrases[place + 1 :]
    broken = next((n for n, p in enumerate(behind) if p.text in DOTS or p.kind == "verb"), len(behind))
    dots = any(p.text in DOTS for p in behind[broken : broken + 1])
    return dots and any(p.kind == "quantity" for p in behind[broken:])


def _by_noun(scene: Scene, place: int) -> tuple[str, str] | None:
    """`보험(2.69%) 등이 높은 상승률을 기록했다`: a noun that rises or falls after a bracket."""
    known, clause = moving_nouns(scene.document.language), scene.phrase(place).clause
    after = (p for p in scene.parse.phrases[place:] if p.kind == "noun" and p.clause == clause)
    return next((known[w] for p in after for w in p.text.split(" ")[-1:] if w in known), None)


def _is_last(scene: Scene, place: int) -> bool:
    """Whether no other quantity stands between this one and the end of its clause."""
    clause = scene.phrase(place).clause
    return not any(
        p.kind == "quantity" and p.clause == clause and not p.depth for p in scene.parse.phrases[place + 1 :]
    )


def _is_taken(scene: Scene, place: int, cue: Cue | None, kind: str) -> bool:
    """`cut 9,000 jobs`, `cut 15% of its staff`: the quantity is what the verb takes, not how far it goes."""
    verb = scene.parse.clauses[scene.phrase(place).clause].verb
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    if verb is None or place < verb or scene.phrase(place).case == "by" or kind == "index":
        return False
    part = after is not None and after.case == "of"
    stands = cue is not None and cue.metric.time == "state" and cue.metric.metric_id != "other"
    return part if kind in RELATIVE else not stands


def _measures(scene: Scene, place: int, kind: str) -> bool:
    """Whether it is how far something moved, not where it arrived or what it outdid, who moved or how long it took."""
    case = scene.phrase(place).case
    if kind == "count" and (case in ("of", "with", "in", "among") or _counts_actor(scene, place)):
        return False
    if kind not in RELATIVE and (case == "than" or _is_outdone(scene, place)):
        return False
    if acts(scene, place) or _is_whole(scene, place) or kind not in RELATIVE and _has_arrived(scene, place):
        return False
    if kind in TIMES:
        end = scene.phrase(place).end
        after = scene.document.text[end : end + LONGEST_AFTER].lstrip()
        if after.startswith(word_ends(scene.document.language, "claims_lasting")):
            return False
        verb = scene.parse.clauses[scene.phrase(place).clause].verb
        return case in ("", "by") and verb is not None and abs(verb - place) == 1
    return case not in REACHED or kind == "percentage_point" or (kind == "multiple" and case in ("into", "to", "until"))


def _has_arrived(scene: Scene, place: int) -> bool:
    """`5.5원 오른 1363.2원, 등유는`: where a relative clause has moved to; `10여 대를 1000대로 늘린다`: where it came
    from."""
    here = scene.phrase(place)
    before = scene.parse.clauses[scene.phrase(place - 1).clause] if place else None
    if scene.traits.head_final and before is not None and before.verb == place - 1:
        found = of_verb(scene.document.language, before.lemma)
        return before.link == "relative" and found is not None and found[1] != COMPARES
    unit = scene.quantities[here.item].unit
    later = (p for p in scene.parse.phrases[place + 1 :] if p.kind == "quantity" and p.clause == here.clause)
    return here.case == "object" and any(p.case == "into" and scene.quantities[p.item].unit == unit for p in later)


def _is_whole(scene: Scene, place: int) -> bool:
    """`보고서 2768건 중 상향된 것은`: the whole that a part is taken from."""
    after = scene.parse.phrases[place + 1 : place + 2]
    partitive = word_list(scene.document.language, "claims_partitives")
    return scene.traits.head_final and any(p.kind == "adverb" and p.text in partitive for p in after)


def _outdoes_earlier(scene: Scene, place: int) -> bool:
    """`전년보다 2배 많은`: a multiple of an earlier period is how far something rose."""
    before = [p for p in scene.parse.phrases[max(0, place - 2) : place] if p.clause == scene.phrase(place).clause]
    return scene.traits.head_final and any(p.case == "than" and p.kind == "date" for p in before)


def _counts_actor(scene: Scene, place: int) -> bool:
    """`14개 시도는 감소했다`: how many they are who move; `13개 제품 가격을 5% 올렸다`: or of whom something does."""
    here, after = scene.phrase(place), scene.parse.phrases[place + 1 : place + 2]
    if here.case or not after or after[0].kind != "noun":
        return False
    moves = after[0].text.rsplit(" ", 1)[-1] in moving_nouns(scene.document.language)
    owned = scene.traits.head_final and not moves and after[0].case in ("of", "object", "", "and")
    return after[0].case in ("topic", "subject") or owned and (after[0].case == "of" or not _is_last(scene, place))


def _is_outdone(scene: Scene, place: int) -> bool:
    """`종전 기록 13조원을 뛰어넘었다`: the amount that a verb of passing takes is what was compared with."""
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    return scene.phrase(place).case == "object" and lemma in word_list(scene.document.language, "claims_passing")
