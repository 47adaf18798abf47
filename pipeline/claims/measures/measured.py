"""What a quantity measures: its own cue's metric, or what the words before it have measured.

In: a scene, a quantity's phrase, its cue, aspect and subject. Out: a cue, or the id of a metric. Judgements: without a
cue of its own a change goes on about the last metric, and so does a part of what was named before, the level that a
change starts from, and a share in a bracket after a name; an index has its level, a traded company its share's price;
an amount per what goods are weighed or packed in is a price, whatever word of trading stands beside it; a percentage
that moves the quantity behind its verb measures the same.
"""

from __future__ import annotations

from functools import cache

from pipeline import reference
from pipeline.claims.measures.carried import counted_on, goes_on
from pipeline.claims.measures.governing import governing
from pipeline.claims.measures.listed import is_share
from pipeline.claims.measures.metrics import RELATIVE, UNNAMED, Cue, default_metric
from pipeline.claims.measures.shares import CONTRACT, RESULTS, is_set_against
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.naming import same
from pipeline.claims.names.salience import type_in
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.wholes import polled
from pipeline.mentions import Quantity

# Units in which goods are counted, and which say nothing of how large anything is.
TRADED = ("bbl",)
# What a share earns, and what a company's worth is told as a multiple of.
EARNED = {*RESULTS, "loss"}
# What a share of people can measure besides how many they are.
TAKEN_UP = ("adoption_rate", "usage", "users", "market_share", "casualties", "layoffs")
# Metrics of what is traded: after one of them a company that rises is its share.
MARKETS = ("index_level", "stock_price", "trade_volume", "exchange_rate")
# What words of trading measure besides the price of goods (`settled at $40 a barrel`, `a contract at $5 a bushel`).
TRADES = (*MARKETS, "contract_value", "acquisition_price", "revenue", "units", "net_income", "market_size")


def cue_of(scene: Scene, place: int) -> Cue | None:
    """The cue of a quantity; `7% 오른 17만원에 장을 마쳤다` moves what the quantity behind its verb measures."""

    def of(at: int) -> Cue | None:
        return governing(
            list(scene.cues), scene.parse, at, scene.quantities[scene.phrase(at).item], scene.document.language
        )

    cue, clause = of(place), scene.parse.clauses[scene.phrase(place).clause]
    if cue is not None and cue.metric.metric_id not in TAKEN_UP and polled(scene, place) is not None:
        return None
    level = clause.verb + 1 if cue is None and clause.verb is not None and clause.link == "relative" else 0
    moves = 0 < level < len(scene.parse.phrases) and scene.phrase(level).kind == "quantity" and place < level
    return of(level) if moves and scene.traits.head_final else cue


def _traded(
    quantity: Quantity, aspect_: str, about: Name | None, last: str | None, told: Name | None, type_: str
) -> str | None:
    """What a number of something traded measures without a word for it: an index its level, a company its share's
    price, a bare number what was told of the same before."""
    traded = type_ if type_ == COMPANY else about.entity.type if about and about.entity else ""
    kind = quantity.kind
    if traded == "index" and (kind in ("index", "percent", "other") or kind == "count" and not quantity.counted):
        return "index_level"
    if kind == "other" and last in MARKETS and about is not None and told is not None and same(about, told):
        return last
    moves = aspect_ == "change" and kind == "percent" or kind == "money"
    if last == "market_share" and kind == "percent" and aspect_ == "level" and traded == "company":
        return last
    return "stock_price" if traded == "company" and moves and last in MARKETS else None


def measured(scene: Scene, place: int, cue: Cue | None, kind: str, about: Name | None) -> str:
    """The cue's metric, else that of the change before it, else what the kind means."""
    quantity = scene.quantities[scene.phrase(place).item]
    if _is_of_goods(quantity) and (cue is None or cue.metric.metric_id in TRADES):
        return "price"
    if cue is not None:
        if is_set_against(scene, place, cue):
            return CONTRACT
        return "valuation" if _prices(scene, place, cue) else cue.metric.metric_id
    last = scene.memory.metric
    named = about is not None and scene.traits.capitals
    type_ = type_in(scene.memory, about, scene.document.language) if named else ""
    if (traded := _traded(quantity, kind, about, last, scene.memory.told, type_)) is not None:
        return traded
    if is_share(scene, place, kind, about):
        return "stock_price"
    if quantity.kind == "money" and quantity.per in _rated():
        return _by_rate(scene, quantity.per)
    if _is_sold(scene, place):
        return "units"
    if (counted := counted_on(scene, place, kind)) is not None:
        return counted
    last = _quoted(scene, last, quantity, kind)
    if last is not None and goes_on(scene, place, kind, last):
        return last
    return default_metric(quantity.kind) if quantity.per is None and quantity.unit not in TRADED else UNNAMED


def _quoted(scene: Scene, last: str | None, quantity: Quantity, kind: str) -> str | None:
    """`기관은 5억원을 순매수했다. 철강(1.2%) 등은 올랐다`: what rises by a percentage behind what was traded goes on
    about what the market quoted, not about how much of it changed hands."""
    moves = kind == "change" and quantity.kind in RELATIVE
    return scene.memory.quoted or last if moves and last == "trade_volume" else last


@cache
def _rated() -> dict[str, dict[str, str]]:
    """What an amount per something measures where no words say it: a barrel has a price, a share its own, and a share
    of a company whose results are told what it earned."""
    return {row["per"]: row for row in reference.table("rated")}


def _is_of_goods(quantity: Quantity) -> bool:
    """`$40 a barrel`, `톤당 1460달러`: an amount per what goods are weighed, filled or packed in."""
    unit = (quantity.per or "").rpartition(" ")[2]
    return quantity.kind == "money" and _rated().get(unit, {}).get("goods") == "yes"


def _by_rate(scene: Scene, per: str) -> str:
    told, row = {scene.memory.metric, *(cue.metric.metric_id for cue in scene.cues)}, _rated()[per]
    return row["of_results"] if row["of_results"] and told & EARNED else row["metric"]


def _prices(scene: Scene, place: int, cue: Cue) -> bool:
    """`valued at 39 times its earnings`: a multiple of a result right behind it is what the company is worth."""
    result = cue.metric.metric_id in RESULTS and cue.phrase == place + 1 and not cue.is_verb
    return result and scene.traits.capitals and scene.document.text.endswith("times", 0, scene.phrase(place).end)


def _is_sold(scene: Scene, place: int) -> bool:
    """`Sales rose 5% to 970,000`, `to an adjusted rate of 970,000`: a bare count that sales arrive at."""
    here, quantity = scene.phrase(place), scene.quantities[scene.phrase(place).item]
    rate = here.case == "of" and place > 0 and scene.phrase(place - 1).case in ("to", "at", "from", "object")
    sellable = not quantity.counted or quantity.unit == "vehicle"
    bare = quantity.kind == "count" and sellable and (rate or here.case in ("to", "at", "from"))
    return bare and any(
        (rate or scene.phrase(c.phrase).clause == here.clause) and scene.phrase(c.phrase).case in ("subject", "object")
        for c in scene.cues
        if c.metric.metric_id == "revenue"
    )
