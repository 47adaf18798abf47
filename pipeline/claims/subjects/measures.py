"""Whose a measure is by its own words.

In: a scene, a quantity's phrase and its metric's cue. Out: a `Name` or None, and whether it is surely the subject.
Judgements: whoever the measure's phrase names has it, unless somebody else acts in a later clause or buys it; a price
is that of the thing, whoever sets it; what a ministry charges everybody has the number itself.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import measure_start
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS, Phrase
from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.naming import named
from pipeline.claims.names.words import word_list
from pipeline.claims.parties.dealings import takes
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.elided import is_compared
from pipeline.claims.subjects.leading import leads
from pipeline.claims.subjects.outsiders import only_tells, speaks_only
from pipeline.claims.subjects.owners import owner_of
from pipeline.claims.subjects.parts import is_part
from pipeline.claims.subjects.wording import OF_HOUSES

# What a thing has, whoever sets it.
PROPERTIES = ("price", "unit_cost")
CHARGES = (*PROPERTIES, "fee")
UNITS = "units"
BODIES = ("organisation", "government", "publisher")
SELLERS = ("company", "government", "place", "publisher", "organisation")


def of_measure(scene: Scene, place: int, cue: Cue | None) -> tuple[Name | None, bool]:
    """Whose the measure is by its own words, and whether that is surely the subject."""
    if cue is None or cue.is_verb or takes(scene, place, cue) or is_compared(scene, cue, place):
        return None, False
    if is_part(scene, place, cue) or scene.traits.head_final and _is_elsewhere(scene, place, cue):
        return None, False
    name, sure = owner_of(scene, cue.phrase, cue)
    sure = sure or name is not None and _is_product(scene, cue, name) or speaks_only(scene, place)
    economies = word_list(scene.document.language, "claims_scopes", "economy") - {""}
    everywhere = name is not None and name.text in economies
    if name is not None and scene.traits.head_final and cue.metric.metric_id == "budget" and name.start >= cue.start:
        # `총지출 규모는 137조원이다` is whose budget it is.
        return name, False
    return name, sure and (everywhere or _is_owner(scene, cue, place))


def _is_elsewhere(scene: Scene, place: int, cue: Cue) -> bool:
    """`도루는 1.9개로 늘었고 성공률은`: a measure told in a later clause; `K9 수출 계약을 맺었다`: what a contract is
    for is nobody's."""
    later = scene.phrase(cue.phrase).clause > scene.phrase(place).clause and scene.phrase(cue.phrase).case in ACTORS
    return later or cue.metric.metric_id == "contract_value" and _has_actor(scene, place)


def _has_actor(scene: Scene, place: int) -> bool:
    """Whether somebody acts in the quantity's clause, or is whom the text goes on about."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    here = any(
        p.clause == scene.phrase(place).clause and p.kind == "noun" and p.case in ACTORS and not scene.cues_in(n)
        for n, p in enumerate(scene.parse.phrases)
    )
    return here or bool(clause.subjects) or scene.memory.subject is not None


def estimated(scene: Scene, place: int) -> Name | None:
    """`유엔은 북한의 무역이익을 4.5%로 집계했다`: what somebody puts a figure on owns it, whoever puts it; a measure of
    nobody is the one's who tells of himself, or itself where a body counts it."""
    phrase = scene.phrase(place)
    lemma = scene.parse.clauses[phrase.clause].lemma
    if phrase.case != "into" or lemma not in word_list(scene.document.language, "claims_estimating"):
        return None
    here = [(n, p) for n, p in enumerate(scene.parse.phrases[:place]) if p.clause == phrase.clause]
    taken = [n for n, p in here if p.case == "object"]
    if not taken or scene.phrase(taken[-1]).kind != "noun" or is_idle(scene, taken[-1]):
        return None
    owner, sure = owner_of(scene, taken[-1], None)
    return owner if sure or any(p.case in ACTORS and _is_body(scene, p) for _, p in here) else None


def _is_body(scene: Scene, phrase: Phrase) -> bool:
    """Whether whoever acts only puts figures on others (an institute, a ministry)."""
    names = scene.named_in(phrase.start, phrase.end)
    return bool(names) and names[-1].end == phrase.end and names[-1].entity.type in BODIES


def _contrasts(scene: Scene, cue: Cue, place: int) -> bool:
    """`도담의 매출은 9%지만 미르는 2%였다`: a clause with an actor of its own goes on about the measure only."""
    clause = scene.phrase(place).clause
    own = [n for n, p in enumerate(scene.parse.phrases[:place]) if p.clause == clause and p.case in ACTORS]
    acting = any(scene.phrase(n).kind == "noun" and not is_idle(scene, n) and not scene.cues_in(n) for n in own)
    return scene.phrase(cue.phrase).clause < clause and acting


def _is_product(scene: Scene, cue: Cue, name: Name) -> bool:
    """`아라폰9 가격을 인하한다`, `라면값을 올린다`: a price is that of the thing, whoever sets it, where the words read
    like a thing's name or are one word with the price."""
    if cue.metric.metric_id not in PROPERTIES or name.entity and name.entity.type in SELLERS:
        return False
    joined = scene.traits.glued and not name.entity and name.end == cue.start
    return joined or any(c.isdigit() or "A" <= c <= "Z" for c in name.text)


def _is_owner(scene: Scene, cue: Cue, place: int) -> bool:
    """Whether whoever the measure's own phrase names has what the number says."""
    if not scene.traits.head_final:
        return leads(scene, cue.phrase, place)
    return not (_is_bought(scene, cue, place) or _contrasts(scene, cue, place) or _is_held(scene, cue, place))


def _is_held(scene: Scene, cue: Cue, place: int) -> bool:
    """`도담은 H9 GPU 300장, 미르는 200장을`: pieces right before their number are a company's that acts before them."""
    if cue.metric.metric_id != UNITS or cue.phrase != place - 1 or scene.phrase(cue.phrase).case:
        return False
    before = scene.phrase(place - 2) if place > 1 else None
    acts = before is not None and before.kind == "noun" and before.case in ACTORS
    return acts and any(m.entity.type == "company" for m in scene.named_in(before.start, before.end))


def _is_bought(scene: Scene, cue: Cue, place: int) -> bool:
    """`도담은 미르 지분 30%를 인수했다`: whose stake is bought is not who holds it; without a buyer it is told of
    itself; of `미르 지분 30%를 보유한 도담` the holder comes behind."""
    clause = scene.phrase(place).clause
    if scene.phrase(place).case == "object" and scene.parse.clauses[clause].link == "relative":
        return cue.metric.metric_id == "ownership_stake"
    buyers = (
        p
        for n, p in enumerate(scene.parse.phrases[: cue.phrase])
        if p.kind == "noun" and p.case in ACTORS and p.clause <= clause
    )
    return cue.metric.metric_id == "ownership_stake" and any(buyers)


def told_measure(scene: Scene, candidate: int, cue: Cue | None) -> Cue | None:
    """`환율이 7년 만에 최저다`, `환율은 1371원으로 마감했다`: what is told of a number that only a verb measures, or
    nothing, may be a measure itself."""
    cues = scene.cues_in(candidate) if scene.traits.head_final and (cue is None or cue.is_verb) else []
    return cues[-1] if cues else cue


def measure_itself(scene: Scene, candidate: int, cue: Cue | None) -> Name | None:
    """`건보료율은 두 차례 올랐다`: the measure itself, where a number that nothing measures is told of it; trade and
    nouns that only stand for a number are nobody."""
    if cue is not None or not scene.traits.head_final or not scene.cues_in(candidate):
        return None
    phrase, language = scene.phrase(candidate), scene.document.language
    last = phrase.text.rpartition(" ")[2]
    empty = word_list(language, "claims_neutral") | word_list(language, "claims_foreign_trade")
    rate = last in word_list(language, "claims_growth_rates") and phrase.text != last
    return None if last in empty else named(scene, phrase.start, phrase.end - (len(last) if rate else 0))


def measure_alone(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """`Volume was light at 3 million shares`: an English word for a measure acts for itself where the text before told
    of nobody, but not for what only companies have (`Sales reached $3m`)."""
    if not scene.traits.capitals or scene.memory.subject is not None:
        return None
    if cue is not None and cue.metric.metric_id in OF_HOUSES:
        return None
    for number, phrase in enumerate(scene.parse.phrases[:place]):
        acts = phrase.clause == scene.phrase(place).clause and phrase.kind == "noun" and phrase.case == "subject"
        if acts and measure_start(scene, number) == phrase.start:
            return Name(phrase.text, None, phrase.start, phrase.end)
    return None


def charged_by(scene: Scene, name: Name, cue: Cue | None) -> Name | None:
    """`복지부는 건보료율을 6.2%로 올렸다`: what a ministry sets for everybody has the number itself."""
    charged = cue is not None and not cue.is_verb and cue.metric.metric_id in CHARGES
    if not charged or not scene.traits.head_final or not only_tells(scene, name):
        return None
    return named(scene, scene.phrase(cue.phrase).start, scene.phrase(cue.phrase).end)
