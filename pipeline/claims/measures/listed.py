"""A company's name that stands for its share (`Garam slumped $2 to $29`, `Daon closed 7% up`).

In: a scene, a quantity's phrase and whom it is about. Out: whether the number is a share's price or says how far it
moved. Judgements, for languages with capitals: the name alone must act, in a clause that moves (`rose`, `was down`) or
that only trading has (``claims_trading``); a price is money without a scale; a percentage is a move of the price where
the clause tells one too, where it is traded by that verb, or where the text has quoted a market before.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.claims.measures.metrics import RELATIVE
from pipeline.claims.measures.moves import TRANSITIVE, directions
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene
from pipeline.mentions import Quantity

# A share costs less, and is quoted to the unit or finer.
DEAREST = Decimal(100_000)
LARGE = Decimal(10_000_000)
# Cases of a price that a share reaches or comes from, and of how far it moved.
PRICED = ("to", "at", "from")
MOVED = ("", "by", "object")
BE = "be"


def is_share(scene: Scene, place: int, kind: str, about: Name | None) -> bool:
    """Whether the number at phrase `place`, of aspect `kind`, is told of the share of a company by its name."""
    quantity, here = scene.quantities[scene.phrase(place).item], scene.phrase(place)
    if quantity.kind not in (*RELATIVE, "money") or not _acts_alone(scene, place, about):
        return False
    lemma = scene.parse.clauses[here.clause].lemma
    trades = lemma in word_list(scene.document.language, "claims_trading")
    beside = [p for p in scene.parse.phrases if p.kind == "quantity" and p.clause == here.clause]
    if quantity.kind == "money":
        changed = any(p.case in MOVED for p in beside if p is not here)
        reached = here.case in PRICED and (changed or trades) or here.case in MOVED and kind == "change"
        return reached and is_price(quantity)
    priced = any(is_price(scene.quantities[p.item]) and p.case in PRICED for p in beside)
    return kind == "change" and here.case in MOVED and (priced or trades or scene.memory.quoted is not None)


def is_price(quantity: Quantity) -> bool:
    """Whether it is money without a scale."""
    fine = quantity.resolution is not None and quantity.resolution <= 1
    amount = quantity.high if quantity.low is None else quantity.low
    return quantity.kind == "money" and fine and amount is not None and abs(amount) < DEAREST


def is_dear(quantity: Quantity) -> bool:
    """Whether it is a sum that hardly any goods of a list cost."""
    amount = quantity.low if quantity.high is None else quantity.high
    return quantity.kind == "money" and amount is not None and abs(amount) >= LARGE


def _acts_alone(scene: Scene, place: int, about: Name | None) -> bool:
    """Whether a name that can be a company's is the whole subject of a clause that moves or trades."""
    if about is None or about.resolved or not scene.traits.capitals:
        return False
    if type_in(scene.memory, about, scene.document.language) not in ("", COMPANY):
        return False
    clause = scene.parse.clauses[scene.phrase(place).clause]
    how = directions(scene.document.language).get(clause.lemma, ("", TRANSITIVE))[1]
    moves = how != TRANSITIVE or clause.lemma in word_list(scene.document.language, "claims_trading")
    if clause.verb is None or not moves and clause.lemma != BE:
        return False
    acting = (p for p in scene.parse.phrases[: clause.verb] if p.case == "subject" and p.kind == "noun")
    return any(p.start <= about.start and about.end <= p.end and _is_name(p.text) for p in acting)


def _is_name(words: str) -> bool:
    """Whether every word is capitalised and none a possessive."""
    return all(word[0].isupper() or word == "&" for word in words.split()) and "'" not in words and "’" not in words
