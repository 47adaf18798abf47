"""Rates of growth: of what they are, and that they are changes.

In: a scene, a quantity's phrase, its cue and what was read so far. Out: metric, aspect and direction. Judgements:
- the growth of something that is a metric itself is a change of that metric (`revenue growth of 5%`, `매출 증가율은
  5%`); a growth without a word for what grows, told of a company, is of the metric that the text goes on about, and so
  is one that an English sentence tells behind an amount (`took in $5m, a growth of 11%`);
- how fast anything else rises or falls, and by how many, is `growth` (`demand fell 3%`, `실업자가 2만명 줄었다`); but
  percentage points and sums of money say by how much a rate or an amount that is no metric moved, not how fast it grows
  (`지지율이 3%포인트 올랐다`, `the minimum wage rose by $1`): those are changes of `other`;
- a rate of growth is a change even where it only stands (`growth was 5%`), or moves itself (`성장률 전망치를 2.2%에서
  2.0%로 낮췄다`): what it says is how far something grows.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.claims.measures.bonds import ARTICLES
from pipeline.claims.measures.metrics import RELATIVE, UNNAMED, Cue, default_metric, fits, metrics
from pipeline.claims.measures.moves import rates
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table

GROWTH = "growth"
STILL = ("level", "share")
# Cases of a number that its verb moves and does not take: `3만명 줄었다`, `3만명이 늘었다`, `fell by 3,000`.
FREE = ("", "subject", "also", "by", "of")
# Kinds of quantity by which anything counted or measured grows.
VOLUME = "volume"
SIZES = ("count", "money", "volume", "mass", "area", "energy", "power", "data")
# Kinds whose change says by how much a rate or a sum moved.
AMOUNTS = ("percentage_point", "money")
# What people who are taken on or let go are to a country: those who have work.
STAFFING, EMPLOYED = ("hires", "layoffs"), "employees"
OF_WHAT = ("of", "in")
Measured = tuple[str, str, str | None]


def grown(scene: Scene, place: int, cue: Cue | None, about: Name | None, measured: Measured) -> Measured:
    """Metric, aspect and direction of a quantity, where a rate of growth is told."""
    metric, kind, way = measured
    quantity, rate = (
        scene.quantities[scene.phrase(place).item].kind,
        _rate_word(scene, cue) or _rate_beside(scene, place) or _rate_told(scene, place, cue),
    )
    if quantity not in RELATIVE and rate is not None and kind in STILL and quantity in SIZES:
        return (GROWTH if metric == UNNAMED else metric), "change", rates(scene.document.language)[rate]
    if quantity not in RELATIVE:
        unnamed = metric == UNNAMED or cue is None and quantity == VOLUME and metric == default_metric(quantity)
        grows = unnamed and kind == "change" and quantity in SIZES and scene.phrase(place).case in FREE
        if _adds(measured, quantity, cue):
            return metric, "change", way or _moved(scene, place)
        return (GROWTH, "change", way or _moved(scene, place)) if grows and quantity not in AMOUNTS else measured
    if rate is not None:
        metric = (_of_what(scene, place, cue, rate, about) if cue is not None else _gone_on(scene, quantity)) or metric
        if kind in STILL:
            kind, way = "change", rates(scene.document.language)[rate]
    if metric == GROWTH and kind in STILL:
        kind, way = "change", "up"
    grows = metric == UNNAMED and kind == "change" and quantity not in AMOUNTS
    return (GROWTH if grows else metric), kind, way


def said_again(metric: str, kind: str, quantity: str) -> str:
    """The metric of a number in a bracket, of aspect `kind`, that says again how far it moved (`290원(2.9%)`)."""
    if kind != "change" or metric not in (GROWTH, UNNAMED) or quantity not in (*RELATIVE, *AMOUNTS):
        return metric
    return UNNAMED if quantity in AMOUNTS else GROWTH


def _adds(measured: Measured, quantity: str, cue: Cue | None) -> bool:
    """`The economy added 20,000 jobs`, `nonfarm payrolls of 20,000`: what a country's employers take on or let go is
    how far employment moved."""
    metric, kind, _ = measured
    staffed = metric == EMPLOYED and cue is not None and cue.metric.metric_id in STAFFING
    return kind == "level" and quantity == "count" and (metric == GROWTH or staffed)


def _moved(scene: Scene, place: int) -> str:
    """`The economy lost 20,000 jobs`: the way of the clause's verb, else up."""
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    rows = table(scene.document.language, "claims_directions")
    return next((row["direction"] for row in rows if row["cue"] == lemma), "up")


def _rate_word(scene: Scene, cue: Cue | None) -> str | None:
    """The word for a rate of growth that ends the cue's phrase, or the one that this hangs on (`growth in exports`)."""
    if cue is None or cue.is_verb:
        return None
    hung = cue.phrase and scene.phrase(cue.phrase).case in OF_WHAT and not scene.traits.head_final
    phrases = [scene.phrase(n).text.lower() for n in (cue.phrase, *((cue.phrase - 1,) if hung else ()))]
    return _first_rate(phrases, scene.document.language)


def _rate_beside(scene: Scene, place: int) -> str | None:
    """`증가폭(5조9000억원)`, `5조원이 넘는 증가세`: the word for a rate of growth before the bracket, or the
    one that the number says the size of."""
    if not scene.traits.head_final:
        return None
    bracket = place > 1 and scene.phrase(place - 1).text == "("
    beside = scene.parse.phrases[place - 2 : place - 1] if bracket else scene.parse.phrases[place + 1 : place + 2]
    said = [p.text for p in beside if p.kind == "noun" and (bracket or scene.phrase(place).case == "of")]
    return _first_rate(said, scene.document.language)


def _first_rate(phrases: Iterable[str], language: str) -> str | None:
    """The rate of growth that the first of some phrases ends with."""
    known = rates(language)
    for words in phrases:
        ends = {words, *(words[at + 1 :] for at, letter in enumerate(words) if letter == " ")}
        if not known.keys().isdisjoint(ends):
            return next(rate for rate in known if rate in ends)
    return None


def _rate_told(scene: Scene, place: int, cue: Cue | None) -> str | None:
    """`인상폭은 우유 4%, 빵 7%다`: the word for a rate of growth that a number without a word of its own is told of."""
    if cue is not None or not scene.traits.head_final:
        return None
    here = scene.phrase(place)
    told = (p for p in scene.parse.phrases[:place] if p.kind == "noun" and p.case in ("topic", "subject"))
    last = [p.text.rsplit(" ", 1)[-1] for p in told if p.clause == here.clause][:1]
    return next((word for word in last if word in rates(scene.document.language)), None)


def _gone_on(scene: Scene, quantity: str) -> str | None:
    """What the text goes on about, where a number can be a change of it."""
    last = scene.memory.metric
    return last if last is not None and fits(metrics()[last], quantity) else None


def _of_what(scene: Scene, place: int, cue: Cue, rate: str, about: Name | None) -> str | None:
    """The metric that grows: named in the same phrase or the one that hangs on it (`growth in net profit`), else the
    one that the text goes on about."""
    near = [n for n in _hanging(scene, cue.phrase) if n == cue.phrase or scene.phrase(n).kind == "noun"]
    cues = [c for n in near for c in scene.cues_in(n)]
    named = [c for c in cues if c.metric.metric_id not in (GROWTH, UNNAMED) and not c.is_verb]
    if named:
        return named[-1].metric.metric_id
    last = scene.memory.metric
    company = about is not None and (about.entity is None or about.entity.type == "company")
    words = scene.phrase(cue.phrase).text.lower().split()
    alone = words[words[0] in ARTICLES :] == rate.split()
    if last is None or not alone or not fits(metrics()[last], "percent"):
        return None
    goes_on = company and words == rate.split() and metrics()[last].time == "period"
    return last if goes_on or _follows(scene, place) else None


def _follows(scene: Scene, place: int) -> bool:
    """`took in $5m, a growth of 11%`: whether an English sentence tells an amount right before."""
    item = scene.phrase(place).item
    before = scene.quantities[item - 1] if item and not scene.traits.head_final else None
    return before is not None and before.start >= scene.parse.start and before.kind not in RELATIVE


def _hanging(scene: Scene, phrase: int) -> list[int]:
    """A phrase, and behind it what it is of or in, the last first."""
    after = phrase + 1 if phrase + 1 < len(scene.parse.phrases) and not scene.traits.head_final else phrase
    return [after, phrase] if after > phrase and scene.phrase(after).case in OF_WHAT else [phrase]
