"""The currency that a rate is against.

In: a scene, a quantity's phrase and its metric. Out: a `Name` or None. Judgements: the nearest currency compared with
(`against the dollar`, `to the euro`) in the quantity's clause, one behind it first, of a rate else before it in its
sentence, and what a rate is per (`84 pence per euro`); slang and descriptions (`the greenback`, `the American
currency`) have the currency's own name; where none is named, an English rate is in the currency that it is written in.
"""

from __future__ import annotations

from itertools import takewhile

from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table

RATE, UNNAMED = "exchange_rate", "other"
AGAINST = ("than", "to")
KINDS = ("money", "percent", "count", "other")
PER = ("per", "a")
LONGEST_PER = 20


def other_currency(scene: Scene, place: int, metric: str, taken: Name | None) -> Name | None:
    """The other currency of a rate; of numbers without a measure only where their own clause says it."""
    if metric not in (RATE, UNNAMED) or scene.quantities[scene.phrase(place).item].kind not in KINDS:
        return None
    clause = scene.phrase(place).clause
    found = [n for n, p in enumerate(scene.parse.phrases) if p.case in AGAINST and p.kind == "noun"]
    found = [n for n in found if scene.phrase(n).case == "than" or metric == RATE]
    near = [n for n in found if scene.phrase(n).clause == clause or metric == RATE and scene.phrase(n).clause < clause]
    near.sort(key=lambda n: (scene.phrase(n).clause != clause, n < place, abs(n - place)))
    said = _per(scene, place) or next((name for n in near if (name := _currency(scene, n)) is not None), None)
    return said or (_of_unit(scene, place, taken) if metric == RATE else None)


def _per(scene: Scene, place: int) -> Name | None:
    """`84.76 pence per euro`: what a rate is per."""
    end = scene.phrase(place).end
    per, _, behind = scene.document.text[end : end + LONGEST_PER].lstrip().partition(" ")
    word = "".join(takewhile(str.isalpha, behind)) if per in PER else ""
    known = word and any(row["word"] == word for row in table(scene.document.language, "claims_currencies"))
    at = scene.document.text.find(word, end)
    return Name(word, None, at, at + len(word)) if known else None


def _of_unit(scene: Scene, place: int, taken: Name | None) -> Name | None:
    """`the euro reached $1.30`: the currency that an English rate is written in, where it is not the one told of."""
    quantity = scene.quantities[scene.phrase(place).item]
    rows = table(scene.document.language, "claims_rated_in")
    own = [row["word"] for row in rows if row["unit"] == quantity.unit]
    word = own[0] if own else None
    told = taken.words_in(scene.document.text).lower() if taken is not None else ""
    currency = told.split(" ")[-1] in word_list(scene.document.language, "claims_currency_names")
    if word is None or not currency or told.endswith(tuple(own)) or quantity.kind != "money":
        return None
    return Name(word, None, quantity.start, quantity.end, True)


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
