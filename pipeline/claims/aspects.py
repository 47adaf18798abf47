"""Whether a quantity is a level, a change, a share, a ratio or a rank, and which way a change goes.

In: a scene and a quantity's phrase. Out: aspect, direction and the words that say so. Judgements: a
verb or noun of rising or falling makes a change of a quantity that it measures (`8.8% 늘었다`, `fell 5%`),
not of one that it reaches (`86조 원으로 늘었다`, `fell to 5%`); a multiple that rises is a change, one that
compares is a ratio; a percentage without a direction is a share of what is counted in other units.
"""

from __future__ import annotations

from functools import cache

from pipeline.claims.metrics import RELATIVE, Cue
from pipeline.claims.scene import Scene
from pipeline.languages import table

REACHED = {"into", "to", "until", "at", "from", "of", "topic"}
SHARES = ("market_share", "ownership_stake", "adoption_rate")
RATES = ("interest_rate", "tariff_rate", "margin", "growth", "inflation_rate", "benchmark_score", "productivity")


@cache
def _directions(language: str) -> dict[str, tuple[str, bool]]:
    return {row["cue"]: (row["direction"], row["how"] == "compare") for row in table(language, "claims_directions")}


def aspect(scene: Scene, place: int, cue: Cue | None) -> tuple[str, str | None]:
    """The aspect of the quantity at phrase `place`, and its direction if it is a change."""
    quantity = scene.quantities[scene.phrase(place).item]
    if quantity.kind == "rank":
        return "rank", None
    direction, compares = _direction(scene, place)
    if direction and (quantity.kind != "multiple" or not compares):
        if _measures(scene, place, quantity.kind):
            return "change", direction
    return _still(scene, place, quantity.kind, cue), None


def _measures(scene: Scene, place: int, kind: str) -> bool:
    """Whether the quantity is how far something moved, not where it arrived."""
    return scene.phrase(place).case not in REACHED or kind == "percentage_point"


def _still(scene: Scene, place: int, kind: str, cue: Cue | None) -> str:
    """The aspect of a quantity that does not move."""
    if kind == "multiple":
        return "ratio"
    metric = cue.metric.metric_id if cue else "other"
    if kind != "percent":
        return "level"
    if metric in SHARES or _is_part(scene, place):
        return "share"
    return "level" if metric in RATES or metric == "other" else "share"


def _is_part(scene: Scene, place: int) -> bool:
    """`직원 가운데 62%`, `매출의 10%`, `절반`."""
    quantity = scene.quantities[scene.phrase(place).item]
    before = scene.phrase(place - 1) if place else None
    partitive = {row["word"] for row in table(scene.document.language, "claims_partitives")}
    return bool(before and (before.case == "of" or before.text in partitive)) or quantity.resolution is None


def _direction(scene: Scene, place: int) -> tuple[str | None, bool]:
    """The way something moves by the quantity: its verb, or a noun right beside it."""
    phrases, known = scene.parse.phrases, _directions(scene.document.language)
    for after in phrases[place + 1:place + 3]:
        for word in (after.text.split(" ") if after.kind in ("noun", "mark", "adverb") else ()):
            if word in known:
                return known[word]
        if after.kind in ("quantity", "verb"):
            break
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    return known.get(lemma, known.get(lemma.removesuffix("하"), (None, False)))
