"""Subjects that the place of a number gives away.

In: a scene and a quantity's phrase. Out: a `Name` or None. Judgements: the noun before a bracket has the
number in it (`키움증권(6조1500억원)`); in a list each noun has its own (`MS 49%, 모회사 2%`); whom a verb like `fine`
hits is its metric's subject; a count of people who are only described is about nobody.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import is_goods, measure_start
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS, Clause
from pipeline.claims.names.genitives import before_bracket, is_idle
from pipeline.claims.names.naming import named
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.parties.order import sold
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.counted import counted_inside
from pipeline.languages import table

Span = tuple[int, int]

CLOSING = ("'", "’", '"', "”", ">", "》", "」")


def inverted(scene: Scene, place: int) -> Name | None:
    """`과징금을 부과했다`, `fined`: whom the verb hits is the subject."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    cases = ACTORS if clause.passive else ("to", "object")
    for number, phrase in enumerate(scene.parse.phrases):
        if (
            phrase.clause == scene.phrase(place).clause
            and phrase.kind == "noun"
            and phrase.case in cases
            and not scene.cues_in(number)
        ):
            return named(scene, phrase.start, phrase.end)
    if (hit := _hit_inside(scene, place)) is not None:
        return hit
    counted = _counted(scene, place)
    if counted is None and not scene.traits.head_final:
        return _shared(scene, clause) if clause.passive else _headlined(scene, place)
    return named(scene, scene.phrase(counted).start, scene.phrase(counted).end) if counted is not None else None


def _shared(scene: Scene, clause: Clause) -> Name | None:
    """`Dodam accused Mirr and was fined $2 million`: the subject that a passive shares with the clause before."""
    whose = scene.phrase(clause.subjects[0]) if clause.subjects and clause.link != "relative" else None
    return named(scene, whose.start, whose.end) if whose else None


def _headlined(scene: Scene, place: int) -> Name | None:
    """`Dodam fined $2 million for bribery`: in a headline a verb without an object hits who stands before it."""
    acting = [p for p in scene.parse.phrases[:place] if p.clause == scene.phrase(place).clause and p.case == "subject"]
    return named(scene, acting[-1].start, acting[-1].end) if acting else None


def _hit_inside(scene: Scene, place: int) -> Name | None:
    """`4개 은행에 과징금을`: the noun that another quantity of the clause counts in its own words."""
    clause = scene.phrase(place).clause
    hit = [n for n, p in enumerate(scene.parse.phrases[:place]) if p.kind == "quantity" and p.clause == clause]
    return next((inside for n in hit if scene.phrase(n).case == "to" and (inside := counted_inside(scene, n))), None)


def _counted(scene: Scene, place: int) -> int | None:
    """The noun before another quantity in the case `to` (`제조업체 3곳에`)."""
    for number, phrase in enumerate(scene.parse.phrases[:place]):
        if phrase.kind == "quantity" and phrase.case == "to" and number and phrase.clause == scene.phrase(place).clause:
            return number - 1
    return None


def buyer(scene: Scene, place: int, cue: Cue | None) -> tuple[Span, Span] | None:
    """`Dodam was bought by Mirr`, `도담을 미르에 매각했다`: the words for the buyer and for what it buys."""
    if cue is None or cue.metric.metric_id != "acquisition_price":
        return None
    if scene.traits.head_final and _is_sale(scene, cue):
        return _sold(scene, place)
    if (sale := sold(scene, cue)) is not None and None not in sale:
        return _span(scene, sale[0]), _span(scene, sale[1])
    if not cue.is_verb:
        return None
    clause = scene.phrase(cue.phrase).clause
    here = [(n, p) for n, p in enumerate(scene.parse.phrases) if p.clause == clause and p.kind == "noun"]
    agents = [n for n, p in here if p.case == scene.traits.agent_case]
    bought = [n for n, p in here if p.case in ACTORS and n < cue.phrase]
    passive = scene.parse.clauses[clause].passive and agents and bought
    return (_span(scene, agents[-1]), _span(scene, bought[-1])) if passive else None


def _span(scene: Scene, place: int) -> Span:
    """A phrase without the metric's word behind a name in it (`미르 지분`)."""
    phrase, cues = scene.phrase(place), scene.cues_in(place)
    return phrase.start, max(phrase.start, min((c.start for c in cues), default=phrase.end))


def _is_sale(scene: Scene, cue: Cue) -> bool:
    words = scene.phrase(cue.phrase).text if cue.is_verb else scene.document.text[cue.start : cue.end]
    return words in word_list(scene.document.language, "claims_selling")


def _sold(scene: Scene, place: int) -> tuple[Span, Span] | None:
    """Of a sale the noun that something goes to and what goes there: the object, the stake, else what is told of
    where no verb or a passive one follows."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    nouns = [
        n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.clause == scene.phrase(place).clause
    ]
    to = [n for n in nouns if scene.phrase(n).case == "to"]
    plain = [n for n in nouns if not scene.cues_in(n) and n not in to]
    stakes = [n for n in nouns if any(c.metric.metric_id == "ownership_stake" for c in scene.cues_in(n))]
    told = [n for n in plain if scene.phrase(n).case in ACTORS] if clause.verb is None or clause.passive else []
    things = [n for n in plain if scene.phrase(n).case == "object"] or stakes or told
    return (_span(scene, to[-1]), _span(scene, things[-1])) if to and things else None


def is_inverse(scene: Scene, place: int, cue: Cue | None) -> bool:
    """Whether the verb of the quantity's clause hits its object (`fine`, `부과하다`), for a metric where some do."""
    if cue is None or not cue.metric.inverse:
        return False
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    rows = table(scene.document.language, "claims_inverse")
    return any(
        row["lemma"] == lemma and row.get("metric", cue.metric.metric_id) == cue.metric.metric_id for row in rows
    )


def _opens_with_measure(scene: Scene, place: int) -> bool:
    """`(시총 1조원)`, `(리터당 9원)`: what a bracket measures, or per what, stands before its number."""
    phrase = scene.phrase(place)
    per = scene.phrase(place + 1).kind == "adverb" and phrase.kind == "noun" and not phrase.case
    per |= phrase.kind == "mark" and phrase.text.isalpha()
    return phrase.depth > 0 and (bool(scene.cues_in(place)) or phrase.kind == "adverb" or per)


def bracketed(scene: Scene, place: int) -> Name | None:
    """`키움증권(6조1500억원)`, `SM(시총 1조원)`: the noun before the bracket, unless it is what is measured."""
    opened = place - 1
    while opened > 1 and scene.traits.head_final and _opens_with_measure(scene, opened):
        opened -= 1
    if opened < 1 or scene.phrase(opened).text != "(":
        return None
    before = opened - 1 - (opened > 1 and scene.phrase(opened - 1).text in CLOSING)
    before = before_bracket(scene, before) if scene.phrase(before).text == ")" else before
    phrase = scene.phrase(before)
    measure = bool(scene.cues_in(before)) and phrase.case != "than" and not is_goods(scene, before)
    if phrase.kind != "noun" or measure:
        return None
    return None if is_idle(scene, before) else _owner(scene, before)


def _owner(scene: Scene, place: int) -> Name | None:
    """`도담 공모가밴드(1만2천원)`, `전국 평균치(3%)`: whose a noun is that only names a measure; alone it is nobody."""
    phrase, measured = scene.phrase(place), measure_start(scene, place) if scene.traits.glued else None
    if measured == phrase.start:
        return None
    return named(scene, phrase.start, measured or phrase.end) or named(scene, phrase.start, phrase.end)


def averaged(scene: Scene, place: int) -> Name | None:
    """`세계 평균인 33%`, `세계 20개국 평균 33%`: an average right before a number is of whoever it is taken over."""
    before = scene.phrase(place - 1) if place else None
    if not scene.traits.head_final or before is None or before.kind != "noun" or before.case not in ("", "copula"):
        return None
    averages = word_ends(scene.document.language, "claims_averages")
    average = next((word for word in averages if before.text.endswith(word)), None)
    if average is None or scene.cues_in(place - 1):
        return None
    over = before.text.removesuffix(average).rstrip()
    if over:
        return named(scene, before.start, before.start + len(over))
    counted = place > 2 and scene.phrase(place - 2).kind == "quantity" and scene.phrase(place - 3).kind == "noun"
    return named(scene, scene.phrase(place - 3).start, scene.phrase(place - 3).end) if counted else None


def is_unnamed(scene: Scene, place: int) -> bool:
    """`two sources told`, `three people familiar with it`: a count of people who are only described is about nobody."""
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    if scene.traits.head_final or after is None or scene.quantities[scene.phrase(place).item].kind != "count":
        return False
    words, unnamed = set(after.text.lower().split(" ")), word_list(scene.document.language, "claims_unnamed_sources")
    return "familiar" in words or bool(words & unnamed) and "people" not in words
