"""What a quantity measures: its own cue's metric, or what the words before it have measured.

In: a scene, a quantity's phrase, its cue, aspect and subject. Out: a cue, or the id of a metric. Judgements: without a
cue of its own a change goes on about the last metric, and so does a part of what was named before, the level that a
change starts from, and a share in a bracket after a name; an index has its level, a traded company its share's price;
an amount per what goods are weighed or packed in is a price, whatever word of trading stands beside it; a percentage
that moves the quantity behind its verb measures the same; the verb or the subject can make another
metric of it (``claims_turned``).
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from pipeline import reference
from pipeline.claims.measures.carried import goes_on
from pipeline.claims.measures.governing import governing
from pipeline.claims.measures.listed import is_price, is_share
from pipeline.claims.measures.metrics import RELATIVE, Cue, default_metric, fits, metrics
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.naming import same
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_list
from pipeline.claims.parties.dealings import bought_with
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.wholes import polled
from pipeline.languages import table
from pipeline.mentions import Quantity

UNNAMED = "other"
# How far behind a cue what hangs on it may end.
MOST_HUNG = 4
# Units in which goods are counted, and which say nothing of how large anything is.
TRADED = ("bbl",)
# Metrics of what a market sells, of which a company has its part.
SOLD = (UNNAMED, "revenue", "units", "trade_volume", "users")
# What is told of by a common noun and by no name.
THING = "thing"
# What a company's worth is told as a multiple of.
RESULTS = ("revenue", "operating_income", "net_income")
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


def turned(scene: Scene, place: int, metric: str, about: Name | None, cue: Cue | None) -> str:
    """What the verb, the subject, its type or the word before its cue makes of a metric: an investment that is received
    is funding raised, `car sales` are units, the jobs that a country adds are growth."""
    quantity, lemma = scene.quantities[scene.phrase(place).item], scene.parse.clauses[scene.phrase(place).clause].lemma
    kind, unit = quantity.kind, quantity.unit
    if kind == "money" and bought_with(scene, place) is not None:
        return "acquisition_price"
    words = about.text or scene.document.text[about.start : about.end] if about else ""
    named = cue is not None and not scene.traits.glued
    lead = scene.document.text[scene.phrase(cue.phrase).start : cue.start].lower().split() if named else []
    called = ("", words, words.rpartition(" ")[2], lead[-1] if lead else None, *(_sold_of(scene, cue) if cue else ()))
    type_ = type_in(scene.memory, about, scene.document.language) if about else ""
    type_ = type_ or _thing(scene, about, words)
    if metric == "revenue" and _by_the_piece(scene, place, kind, type_):
        return "units"
    if kind == "percent" and metric in SOLD and type_ == COMPANY and _has_part(scene, place, lemma):
        return "market_share"
    if (small := _small(scene, place, metric, cue)) is not None:
        return small
    for row in _turns(scene.document.language).get(metric, ()):
        if row["lemma"] not in ("", lemma) or row["type"] not in ("", type_) or row["subject"] not in called:
            continue
        told = metric != UNNAMED and bool(row["type"] or row["cue"] or row["told"])
        fits_kind = told or fits(metrics()[row["becomes"]], kind, unit=unit if metric == UNNAMED else None)
        if fits_kind and _is_told(scene, row, cue):
            return row["becomes"]
    return metric


def _thing(scene: Scene, about: Name | None, words: str) -> str:
    """The type of what no name is told of (`durable goods`), where capitals tell a name from a common noun; the first
    word of a sentence has one in any case."""
    opens = about is not None and about.start == scene.parse.start and " " in words
    return THING if scene.traits.capitals and words[opens:] == words[opens:].lower() else ""


def _sold_of(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """`sales of new cars`: the noun that hangs on a cue, and it without the ending of a plural."""
    behind = scene.parse.phrases[cue.phrase + 1 : cue.phrase + MOST_HUNG]
    if scene.traits.head_final or not behind or behind[0].case != "of":
        return ()
    hung = takewhile(lambda p: p.case == "of" or p.kind == "adverb" or p.case == "subject", behind)
    last = [p.text.lower().rpartition(" ")[2] for p in hung if p.kind == "noun"][-1:]
    return (*last, *(word.removesuffix("s") for word in last))


def _has_part(scene: Scene, place: int, lemma: str) -> bool:
    """`accounts for half of India's car sales`: a company has that part of a market, but not of what is its own."""
    whole = scene.whole(place)
    if whole is None or lemma not in word_list(scene.document.language, "claims_accounting"):
        return False
    return scene.phrase(whole).text.split(" ")[0].lower() not in word_list(
        scene.document.language, "claims_possessives"
    )


def _small(scene: Scene, place: int, metric: str, cue: Cue | None) -> str | None:
    """`a pass costs $300`, `those earning under $40,000`: what a verb measures by a sum without a scale."""
    quantity = scene.quantities[scene.phrase(place).item]
    if cue is None or not cue.is_verb or quantity.per is not None or not is_price(quantity):
        return None
    rows, lemma = table(scene.document.language, "claims_small_sums"), scene.phrase(cue.phrase).text
    return next((row["becomes"] for row in rows if (row["lemma"], row["metric"]) == (lemma, metric)), None)


def _is_told(scene: Scene, row: dict[str, str], cue: Cue | None) -> bool:
    """Whether the cue is the one of a row of ``claims_turned``, and its other cue or metric told of in the sentence, or
    its metric last."""
    word = scene.document.text[cue.start : cue.end].lower() if cue else ""
    if row["cue"] not in ("", word):
        return False
    told = row["told"] in ("", scene.memory.metric)
    words = ((c.metric.metric_id, scene.document.text[c.start : c.end].lower()) for c in scene.cues)
    return told or any(row["told"] in told_ for told_ in words)


@cache
def _turns(language: str) -> dict[str, list[dict[str, str]]]:
    """Metric to the rows of ``claims_turned`` that can make another of it, in their order."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in table(language, "claims_turned"):
        found.setdefault(row["metric"], []).append(row)
    return found


def _prices(scene: Scene, place: int, cue: Cue) -> bool:
    """`valued at 39 times its earnings`: a multiple of a result right behind it is what the company is worth."""
    result = cue.metric.metric_id in RESULTS and cue.phrase == place + 1 and not cue.is_verb
    return result and scene.traits.capitals and scene.document.text.endswith("times", 0, scene.phrase(place).end)


def _is_sold(scene: Scene, place: int) -> bool:
    """`Sales rose 5% to 970,000`, `to an adjusted rate of 970,000`: a bare count that sales arrive at."""
    here, quantity = scene.phrase(place), scene.quantities[scene.phrase(place).item]
    rate = here.case == "of" and place > 0 and scene.phrase(place - 1).case in ("to", "at", "from", "object")
    bare = quantity.kind == "count" and not quantity.counted and (rate or here.case in ("to", "at", "from"))
    return bare and any(
        (rate or scene.phrase(c.phrase).clause == here.clause) and scene.phrase(c.phrase).case == "subject"
        for c in scene.cues
        if c.metric.metric_id == "revenue"
    )


def _by_the_piece(scene: Scene, place: int, kind: str, type_: str) -> bool:
    """`Sales rose 5% to 970,000 cars`, and those of a company whose cars were counted before: what is sold rises."""
    clause = scene.phrase(place).clause
    beside = [p for p in scene.parse.phrases if p.kind == "quantity" and p.clause == clause]
    kinds = {scene.quantities[p.item].kind for p in beside}
    reached = any(p.case in ("to", "at") and scene.quantities[p.item].kind == "count" for p in beside)
    again = type_ == COMPANY and scene.memory.metric == "units"
    return kind in RELATIVE and "money" not in kinds and (reached or again)
