"""The currency that a rate is against.

In: a scene, a quantity's phrase and its metric. Out: a `Name` or None. Judgements: the nearest currency compared
with (`against the dollar`, `to the euro`) in the quantity's clause, of a rate else before it in its sentence; slang and
descriptions (`the greenback`, `the American currency`) have the currency's own name.
"""

from __future__ import annotations

from pipeline.claims.names.naming import trim
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table

RATE, UNNAMED = "exchange_rate", "other"
AGAINST = ("than", "to")
KINDS = ("money", "percent", "count", "other")


def other_currency(scene: Scene, place: int, metric: str) -> Name | None:
    """The other currency of a rate; of numbers without a measure only where their own clause says it."""
    if metric not in (RATE, UNNAMED) or scene.quantities[scene.phrase(place).item].kind not in KINDS:
        return None
    clause = scene.phrase(place).clause
    found = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.case in AGAINST]
    found = [n for n in found if scene.phrase(n).case == "than" or metric == RATE]
    near = [n for n in found if scene.phrase(n).clause == clause or metric == RATE and scene.phrase(n).clause < clause]
    near.sort(key=lambda n: (scene.phrase(n).clause != clause, abs(n - place)))
    return next((name for n in near if (name := _currency(scene, n)) is not None), None)


def _currency(scene: Scene, place: int) -> Name | None:
    phrase = scene.phrase(place)
    words = phrase.text.lower()
    row = next((r for r in table(scene.document.language, "claims_currencies") if _ends(words, r["word"])), None)
    if row is None:
        return None
    start, end = trim(scene, phrase.start, phrase.end)
    said = scene.document.text[start:end]
    return Name(row["name"] or said, None, start, end) if start < end else None


def _ends(words: str, currency: str) -> bool:
    return words == currency or words.endswith(f" {currency}")
