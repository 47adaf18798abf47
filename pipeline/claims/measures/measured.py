"""What a quantity measures: its own cue's metric, or what the words before it have measured.

In: a scene, a quantity's phrase, its cue, aspect and subject. Out: a cue, or the id of a metric. Judgements: without a
cue of its own a change goes on about the last metric, and so does a part of what was named before, the level that a
change starts from, and a share in a bracket after a name; an index has its level, a traded company its share's price;
a percentage that moves the quantity behind its verb measures the same; the verb or the subject can make another
metric of it (``claims_turned``).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from pipeline import reference
from pipeline.claims.measures.aspects import is_base_level
from pipeline.claims.measures.metrics import RELATIVE, Cue, default_metric, fits, governing, metrics
from pipeline.claims.measures.shares import SHARES
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.naming import same, word_ends, word_list
from pipeline.claims.names.salience import type_in
from pipeline.claims.parties.dealings import bought_with
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.wholes import polled
from pipeline.languages import table

# What a company's worth is told as a multiple of.
RESULTS = ("revenue", "operating_income", "net_income")
# How far behind a number the next one of the same money or vehicles still measures alike.
NEXT_SENTENCE = 120
EARNED = {*RESULTS, "loss"}
NOT_ALIKE = ("duration", "age", "rank", "count")
# What a share of people can measure besides how many they are.
TAKEN_UP = ("adoption_rate", "usage", "users", "market_share", "casualties", "layoffs")
# Metrics of what is traded: after one of them a company that rises is its share.
MARKETS = ("index_level", "stock_price", "trade_volume", "exchange_rate")


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


def _traded(kind: str, aspect_: str, about: Name | None, last: str | None, told: Name | None, type_: str) -> str | None:
    """What a number of something traded measures without a word for it: an index its level, a company its share's
    price, a bare number what was told of the same before."""
    traded = type_ if type_ == COMPANY else about.entity.type if about and about.entity else ""
    if traded == "index" and kind in ("index", "count", "percent", "other"):
        return "index_level"
    if kind == "other" and last in MARKETS and about is not None and told is not None and same(about, told):
        return last
    moves = aspect_ == "change" and kind == "percent" or kind == "money"
    if last == "market_share" and kind == "percent" and aspect_ == "level" and traded == "company":
        return last
    return "stock_price" if traded == "company" and moves and last in MARKETS else None


def measured(scene: Scene, place: int, cue: Cue | None, kind: str, about: Name | None) -> str:
    """The cue's metric, else that of the change before it, else what the kind means."""
    if cue is not None:
        return "valuation" if _prices(scene, place, cue) else cue.metric.metric_id
    quantity = scene.quantities[scene.phrase(place).item]
    last = scene.memory.metric
    named = about is not None and scene.traits.capitals
    type_ = type_in(scene.memory, about, scene.document.language) if named else ""
    if (traded := _traded(quantity.kind, kind, about, last, scene.memory.told, type_)) is not None:
        return traded
    if quantity.kind == "money" and quantity.per in _rated():
        return _by_rate(scene, quantity.per)
    if _is_sold(scene, place):
        return "units"
    expected = _is_dated(scene, place) or _is_expected(scene, place)
    again = (
        kind == "change"
        or _points_back(scene, place)
        or is_base_level(scene, place)
        or _is_share(scene, place, last)
        or _is_alike(scene, place)
        or expected
    )
    timed = last == "duration" and quantity.kind in RELATIVE
    grown = last == "growth" and kind != "change" and not expected
    if again and last and not timed and not grown and fits(metrics()[last], quantity.kind):
        return last
    return default_metric(quantity.kind)


def _is_alike(scene: Scene, place: int) -> bool:
    """`국내 30억원, 해외 12억원`, `2012년(2.8%), 2013년(1.6%)`: the next number of a sentence in the same unit, where
    the verb comes last; of money and vehicles also the next sentence's, unless a verb takes it (`5억원을 냈다`)."""
    here, taken = scene.phrase(place).item, scene.phrase(place).case == "object"
    if not here or not scene.traits.head_final:
        return False
    before, this = scene.quantities[here - 1], scene.quantities[here]
    lasts = not taken and (this.kind == "money" or this.unit == "vehicle")
    near = this.start - before.end <= NEXT_SENTENCE if lasts else before.start >= scene.parse.start
    alike = lasts or this.kind not in NOT_ALIKE
    return alike and near and (before.kind, before.unit) == (this.kind, this.unit)


def _is_share(scene: Scene, place: int, last: str | None) -> bool:
    """`도담의 지분은 20%다. 미르(75%)와`: a percentage in a bracket after a name goes on about shares."""
    percent = scene.quantities[scene.phrase(place).item].kind == "percent"
    return percent and last in SHARES and place > 1 and scene.phrase(place - 1).text == "("


def _is_dated(scene: Scene, place: int) -> bool:
    """`6월(6.0%)에 이어`, `전망치(4.5%)보다`: a figure in a bracket after a date, or after a word for an expectation,
    is of what the text goes on about."""
    sign = place > 1 and scene.phrase(place - 1).text == "+"
    if place < 2 + sign or scene.phrase(place - 1 - sign).text != "(" or not scene.traits.head_final:
        return False
    before = scene.phrase(place - 2 - sign)
    expected = before.kind == "noun" and before.text in word_list(scene.document.language, "claims_forecast_nouns")
    return before.kind == "date" or expected


def _is_expected(scene: Scene, place: int) -> bool:
    """`정부 전망은 1.8%다`, `예상치는 2.4%였다`: what was expected of what the text goes on about."""
    before = scene.phrase(place - 1) if place and scene.traits.head_final else None
    nouns = word_ends(scene.document.language, "claims_forecast_nouns")
    told = before is not None and before.kind == "noun" and before.case in ("topic", "subject", "also")
    return told and before.text.endswith(nouns) and not scene.cues_in(place - 1)


@cache
def _rated() -> dict[str, dict[str, str]]:
    """What an amount per something measures where no words say it: a barrel has a price, a share its own, and a share
    of a company whose results are told what it earned."""
    return {row["per"]: row for row in reference.table("rated")}


def _by_rate(scene: Scene, per: str) -> str:
    told, row = {scene.memory.metric, *(cue.metric.metric_id for cue in scene.cues)}, _rated()[per]
    return row["of_results"] if row["of_results"] and told & EARNED else row["metric"]


def turned(scene: Scene, place: int, metric: str, about: Name | None, cue: Cue | None) -> str:
    """What the verb, the subject, its type or the word before its cue makes of a metric: an investment that is received
    is funding raised, `car sales` are units, the jobs that a country adds are growth."""
    lemma, kind = scene.parse.clauses[scene.phrase(place).clause].lemma, scene.quantities[scene.phrase(place).item].kind
    if kind == "money" and bought_with(scene, place) is not None:
        return "acquisition_price"
    words = about.text or scene.document.text[about.start : about.end] if about else ""
    lead = scene.document.text[scene.phrase(cue.phrase).start : cue.start].lower().split() if cue else []
    called = ("", words, words.rpartition(" ")[2], lead[-1] if lead else None)
    type_ = type_in(scene.memory, about, scene.document.language) if about else ""
    if metric == "revenue" and _by_the_piece(scene, place, kind, type_):
        return "units"
    for row in _turns(scene.document.language).get(metric, ()):
        fits_verb = row["lemma"] in ("", lemma) and row["type"] in ("", type_)
        fits_kind = bool(row["type"]) or fits(metrics()[row["becomes"]], kind)
        if fits_verb and fits_kind and row["subject"] in called and _is_told(scene, row, cue):
            return row["becomes"]
    return metric


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
    reached = any(p.case == "to" and scene.quantities[p.item].kind == "count" for p in beside)
    again = type_ == COMPANY and scene.memory.metric == "units"
    return kind in RELATIVE and "money" not in kinds and (reached or again)


def _points_back(scene: Scene, place: int) -> bool:
    """`이 가운데 300억 달러`: a part of what was named before measures the same."""
    words = word_list(scene.document.language, "claims_parts_of_before")
    near = [p for p in scene.parse.phrases[max(0, place - 4) : place] if p.kind in ("noun", "adverb", "mark")]
    pairs_ = [f"{one.text} {two.text}" for one, two in pairwise(near)]
    return any(text.lower() in words for text in (*(p.text for p in near), *pairs_))
