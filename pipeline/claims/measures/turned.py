"""What the verb, the subject, its type or another word makes of a metric.

In: a scene, a quantity's phrase, the metric of its cue and whom it is about. Out: the id of a metric. Judgements, most
of them rows of ``claims_turned``: an investment that is received is funding raised, `car sales` are units, the jobs
that a country adds move how many it employs, orders for goods and the sales of a country's shops are no contracts and
no revenue; a sum without a scale that a verb measures is a price or a wage (``claims_small_sums``).
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from pipeline.claims.measures.listed import is_price
from pipeline.claims.measures.metrics import RELATIVE, UNNAMED, Cue, fits, metrics
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_list
from pipeline.claims.parties.dealings import bought_with
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table

# How far behind a cue what hangs on it may end.
MOST_HUNG = 4
# Metrics of what a market sells, of which a company has its part.
SOLD = (UNNAMED, "revenue", "units", "trade_volume", "users")
# What is told of by a common noun and by no name.
THING = "thing"


def turned(scene: Scene, place: int, metric: str, about: Name | None, cue: Cue | None) -> str:
    """What the verb, the subject, its type or the word before its cue makes of a metric."""
    quantity, lemma = scene.quantities[scene.phrase(place).item], scene.parse.clauses[scene.phrase(place).clause].lemma
    kind, unit = quantity.kind, quantity.unit
    if kind == "money" and bought_with(scene, place) is not None:
        return "acquisition_price"
    words = about.words_in(scene.document.text) if about else ""
    named = cue is not None and not scene.traits.glued
    lead = scene.document.text[scene.phrase(cue.phrase).start : cue.start].lower().split() if named else []
    small = words.lower()
    called = ("", small, small.rpartition(" ")[2], lead[-1] if lead else None, *(_sold_of(scene, cue) if cue else ()))
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
    return told or any(row["told"] in said for said in words)


@cache
def _turns(language: str) -> dict[str, list[dict[str, str]]]:
    """Metric to the rows of ``claims_turned`` that can make another of it, in their order."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in table(language, "claims_turned"):
        found.setdefault(row["metric"], []).append(row)
    return found


def _by_the_piece(scene: Scene, place: int, kind: str, type_: str) -> bool:
    """`Sales rose 5% to 970,000 cars`, and those of a company whose cars were counted before: what is sold rises."""
    clause = scene.phrase(place).clause
    beside = [p for p in scene.parse.phrases if p.kind == "quantity" and p.clause == clause]
    kinds = {scene.quantities[p.item].kind for p in beside}
    reached = any(p.case in ("to", "at") and scene.quantities[p.item].kind == "count" for p in beside)
    again = type_ == COMPANY and scene.memory.metric == "units"
    return kind in RELATIVE and "money" not in kinds and (reached or again)
