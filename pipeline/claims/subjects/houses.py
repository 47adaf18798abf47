"""Whose a figure is, where its own words only say what it is.

In: a scene and the name found. Out: whoever the text goes on about, or the name. Judgements: what only companies have
(sales, profit) and is told of a common noun is of the company that the text goes on about, where its type is known; a
Korean measure that nothing owns (`평균자책점은 1.35다`) is never who the number is about, and how many or how much
there is of something (`삼진 개수는`, `청약 증거금은`) is of the person, company or product that the text goes on
about; a share, a price, and what stands for itself (an index) keep the thing before them.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import measure_start, names_measure, names_share
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.cast import COMPANY, PERSON
from pipeline.claims.names.salience import salient, type_in
from pipeline.claims.names.words import is_nobody, word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.outsiders import only_tells, publisher
from pipeline.claims.subjects.told import house_told, told_of

# What has figures of its own, unlike a body that only tells them (a ministry, `대한배구협회`).
HOLDERS = (PERSON, COMPANY, "product", "model", "organisation")
# What has a budget of its own.
SPENDERS = ("government", "place")
# What stands for itself where nobody has it.
ITSELF = ("index_level", "interest_rate", "inflation_rate", "market_size", "trade_volume", "exchange_rate", "price")
# Metrics that leave open whose they are; the others say it by what they measure (a price is the thing's).
SOLD = "units"
LOOSE = ("other", "ownership_stake", "users", "duration", "dimension", "speed", "budget", SOLD)


def or_house(scene: Scene, name: Name, cue: Cue | None) -> Name:
    """`Vehicle unit sales fell`: what a company sells is told of the company that the text goes on about; whose shares
    have a price (`Biotech stocks fell`) are many companies."""
    if cue is not None and cue.metric.metric_id == "stock_price":
        return name
    words = name.words_in(scene.document.text).split(" ")
    proper = not words[-1].islower() and (len(words) > 1 or words[-1] in scene.memory.cast.proper)
    if name.entity or proper and not names_measure(words[-1], scene.document.language):
        return name
    return told_of(scene, names_measure(words[-1], scene.document.language)) or name


def or_holder(scene: Scene, name: Name, cue: Cue | None) -> Name:
    """`도담은 … . 청약 증거금은 2조원이다`: what a measure is of, or whoever it is told of."""
    if not scene.traits.head_final or name.entity:
        return name
    if cue is not None and cue.metric.metric_id not in LOOSE:
        return _whose(scene, name, cue) or name
    at = next((n for n, p in enumerate(scene.parse.phrases) if p.start <= name.start < p.end), None)
    begin = _begins(scene, at, cue) if at is not None else None
    centre = scene.memory.subject
    # `4대 은행 이자이익`: those who are counted have it together.
    if begin is None or centre is None or name.text[:1].isdigit():
        return name
    if scene.phrase(at).text.endswith(word_ends(scene.document.language, "claims_house_ratios")):
        house = salient(scene.memory, scene.document.language, (COMPANY,), (COMPANY,))
        known = house is not None and type_in(scene.memory, house, scene.document.language) == COMPANY
        return house._replace(resolved=True) if known else name
    last = scene.document.text[name.start : name.end].rsplit(" ", 1)[-1]
    before = scene.document.text[name.start : begin].rstrip()
    itself = name.start >= begin or name.end <= begin and names_measure(last, scene.document.language)
    # `부정 평가`: what kind of an answer it is says nothing of whom.
    itself |= is_nobody(before, scene.document.language)
    type_ = type_in(scene.memory, centre, scene.document.language)
    spends = cue is not None and cue.metric.metric_id == "budget" and type_ in SPENDERS
    if spends and (itself or name.start >= cue.start):
        return centre._replace(resolved=True)
    if only_tells(scene, centre):
        return name
    if names_share(scene.phrase(at).text, scene.document.language):
        held = itself and type_ in HOLDERS
    else:
        held = type_ in HOLDERS or itself and not type_
    return centre._replace(resolved=True) if held and not _is_told_apart(scene, at, itself) else name


def publishing(scene: Scene, place: int) -> Name | None:
    """Who publishes; of a person who speaks whom the text goes on about."""
    found = publisher(scene, place)
    whole = None if found is None else found.spelt(scene.document.text)
    person = whole is not None and type_in(scene.memory, whole, scene.document.language) == PERSON
    return (house_told(scene) or found) if person and scene.traits.capitals else found


def _whose(scene: Scene, name: Name, cue: Cue) -> Name | None:
    """`공모액은 96억원이다`: whoever the text goes on about, of a noun that only names an amount."""
    last = scene.document.text[name.start : name.end].rsplit(" ", 1)[-1]
    if name.resolved or cue.metric.metric_id in ITSELF or not names_measure(last, scene.document.language):
        return None
    whose = salient(scene.memory, scene.document.language, ("any", PERSON), scene.wanted)
    if whose is None or only_tells(scene, whose):
        return None
    type_ = type_in(scene.memory, whose, scene.document.language)
    held = type_ in HOLDERS or not type_ and scene.wanted[:1] == (COMPANY,)
    return whose._replace(resolved=True) if held else None


def _begins(scene: Scene, at: int, cue: Cue | None) -> int | None:
    """Where the measure's word begins: a property's, or what a company makes or sells (`전기차 판매`)."""
    sold = cue is not None and cue.metric.metric_id == SOLD and cue.phrase == at and not cue.is_verb
    return cue.start if sold else measure_start(scene, at)


def _is_told_apart(scene: Scene, at: int, itself: bool) -> bool:
    """`글로벌 스마트폰 출하량`, `전기차에 탑재된 배터리 사용량`: a measure of more than the text goes on about."""
    scopes = word_list(scene.document.language, "claims_scopes")
    described = bool(at) and scene.phrase(at - 1).kind == "verb" and not itself
    return described or any(word in scopes for word in scene.phrase(at).text.split(" "))
