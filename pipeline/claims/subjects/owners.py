"""Whose the thing is that a noun phrase measures.

In: a scene and a phrase. Out: a `Name` or None, and whether the words make it sure. Judgements: what stands
before the metric's word in its phrase (`반도체 수출`), in a genitive (`현대차의 이익`, `shares of`) or as subject of
the clause that describes it (`SK텔레콤이 넣은 투자금`) owns it; of several joined by 와, 과 or `and` the first is
meant; a company's part is the company's, but for one with figures of its own (`Dodam's cloud unit`); what only a
company has (`cash flow`) never stands for itself; whoever speaks for somebody, or leads a company, talks about them.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import measure_start, names_share
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.names.appositions import called, contract
from pipeline.claims.names.attached import after_of
from pipeline.claims.names.cast import CURRENCY, type_of
from pipeline.claims.names.demonyms import country_at, currencies
from pipeline.claims.names.genitives import genitive, is_idle
from pipeline.claims.names.joined import first_joined
from pipeline.claims.names.meaning import resolve
from pipeline.claims.names.naming import described, name_of, named, summed_up
from pipeline.claims.names.offices import house_of, is_officer
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import role_list, word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.adnominal import describer, group_of
from pipeline.claims.subjects.placeholders import placeholder
from pipeline.claims.subjects.told import of_place, told_of
from pipeline.claims.subjects.wording import is_origin, is_scope, is_where, measure_begins, name_behind, own_measure
from pipeline.languages import table

Span = tuple[int, int]

# `원·달러 환율` is a thing of its own, whatever else its words name; the bare word is of what was told.
RATE = "exchange_rate"


def owner_of(scene: Scene, place: int, cue: Cue | None, seen: frozenset[int] = frozenset()) -> tuple[Name | None, bool]:
    """What a phrase names once the metric is taken away, and whether that is surely the subject; `seen` were asked."""
    phrase = scene.phrase(place)
    if phrase.kind != "noun":
        return None, False
    if (start := called(scene, place)) is not None:
        return named(scene, start, phrase.end), True
    if (goods := contract(scene, place)) is not None:
        return Name(scene.document.text[slice(*goods)], None, *goods), True
    cues = scene.cues_in(place)
    neutral = phrase.text.split(" ")[-1] in word_list(scene.document.language, "claims_neutral")
    if not cues and scene.traits.head_final and phrase.text in word_list(scene.document.language, "claims_scopes"):
        return None, False
    if not cues and is_officer(scene, place) and not (cue and cue.metric.metric_id == "ownership_stake"):
        house = house_of(scene, place)
        return house, house is not None
    measured = None if cues else measure_start(scene, place)
    measured = None if neutral and measured == phrase.start else measured
    if (stands := placeholder(scene, place)) is not None:
        return stands, True
    if not cues and not neutral and measured is None:
        return _speaking_for(scene, place) or _house_at(scene, place) or first_joined(scene, place), True
    return _owner_of_measure(scene, place, cue, measured, seen)


def _owner_of_measure(
    scene: Scene, place: int, cue: Cue | None, measured: int | None, seen: frozenset[int]
) -> tuple[Name | None, bool]:
    """The owner of what a phrase measures: before the measure in it, in a genitive, or behind a preposition; `measured`
    is where a word for a property begins."""
    phrase = scene.phrase(place)
    if (behind := name_behind(scene, place)) is not None:
        return named(scene, *behind), True
    if (itself := _traded(scene, place) or own_measure(scene, place)) is not None:
        return itself, False
    measure = measure_begins(scene, place, measured)
    before = trim(scene, summed_up(scene, phrase.start, measure), measure)
    if before[0] == before[1] and (group := group_of(scene, place)) is not None:
        return group, True
    names = scene.named_in(*before)
    if names and is_scope(scene, place, names[-1]):
        return None, False
    if names and not is_where(names[-1], before, cue):
        origin = is_origin(scene, names[-1], before[1])
        whose = named(scene, *before) if origin else name_of(names[-1])
        alone = before == (names[-1].start, names[-1].end)
        return (of_place(scene, whose, cue, alone) if whose and cue else None) or whose, True
    if cue is None and (land := country_at(scene, *before)) is not None:
        return land, True
    measures = cue is not None and cue.metric.standalone and cue.metric.metric_id != "other"
    stands_alone = measures and before[0] == before[1]
    acting = None if stands_alone else describer(scene, place)
    behind = None if _is_priced(scene, place, cue, before) else after_of(scene, place, cue)
    for owner in (genitive(scene, place), behind, acting):
        if owner is None or owner in seen or _is_nowhere(scene, owner, before):
            continue
        if (name := owner_of(scene, owner, None, seen | {place})[0]) is not None:
            return name, True
    return _thing_measured(scene, place, cue, before)


def _traded(scene: Scene, place: int) -> Name | None:
    """`Brent crude`, `the Indian rupee`, `the local currency`: what is traded stands for itself, whosever it is."""
    phrase = scene.phrase(place)
    names = [m for m in scene.named_in(phrase.start, phrase.end) if m.entity.type == "index"]
    if names and any(names[-1].start <= c.start < names[-1].end for c in scene.cues_in(place)):
        return name_of(names[-1])
    rates = [c.end for c in scene.cues_in(place) if c.metric.metric_id == RATE]
    bare = role_list(scene.document.language, "claims_rate_words", "rate")
    if scene.traits.head_final and rates[-1:] == [phrase.end] and phrase.text not in bare:
        return named(scene, phrase.start, phrase.end)
    start, end = trim(scene, phrase.start, phrase.end)
    words, language = scene.document.text[start:end], scene.document.language
    called = type_of(words, language, scene.memory.cast) == CURRENCY or words.lower() in currencies(language)
    meant = described(scene, phrase.start, phrase.end) == (CURRENCY,)
    return named(scene, phrase.start, phrase.end) if called or meant else None


def _thing_measured(scene: Scene, place: int, cue: Cue | None, before: Span) -> tuple[Name | None, bool]:
    """What is measured where nobody owns it: the words `before` the measure, else the measure itself or its country."""
    phrase, cues = scene.phrase(place), scene.cues_in(place)
    possessed = phrase.text.split(" ")[0].lower() in word_list(scene.document.language, "claims_possessives")
    if possessed and scene.document.text[slice(*before)].islower():
        return None, False
    reach = scene.document.text[slice(*before)].lower()
    scope = reach in word_list(scene.document.language, "claims_scopes")
    if scope and cue is not None and cue.metric.metric_id == "growth" and _economy(scene, reach):
        return Name(_economy(scene, reach), None, *before), True
    if any(c.metric.metric_id == "index_level" and c.start == before[1] for c in cues) and before[0] < before[1]:
        return named(scene, before[0], phrase.end), False
    if before[0] < before[1] and not scope and phrase.case in (*ACTORS, "object", ""):
        whole = named(scene, *before)
        house = of_place(scene, whole, cue, True) if whole is not None and cue is not None else None
        return (house, True) if house is not None else (_unjoined(scene, whole), False)
    companys = word_list(scene.document.language, "claims_companys")
    standalone = cue is not None and cue.metric.standalone and place == cue.phrase and not possessed
    standalone = standalone and scene.document.text[cue.start : cue.end].lower() not in companys
    trade = standalone and cue.metric.metric_id == "trade_volume"
    # `수출 비중` is of goods as well as of countries.
    standalone = standalone and not (trade and names_share(phrase.text, scene.document.language))
    if standalone and is_idle(scene, place):
        return _measure_itself(scene, cue), False
    country = _country(scene) if standalone and trade else None
    if country or standalone and scene.traits.head_final and trade:
        return country, False
    if cue is not None and place == cue.phrase and not possessed and _is_made(scene, cue):
        return _measure_itself(scene, cue), False
    itself = standalone or cue is None and bool(cues) and all(c.metric.metric_id == "other" for c in cues)
    itself |= (
        not cues and phrase.case in ACTORS and measure_start(scene, place) is not None and not _is_bare(scene, before)
    )
    return (named(scene, phrase.start, phrase.end) if itself else None), False


def _is_made(scene: Scene, cue: Cue) -> bool:
    """`Total crude output fell`: a measure of two words says what is made, where no company makes it."""
    return scene.traits.capitals and cue.metric.metric_id == "units" and told_of(scene, True) is None


def _is_nowhere(scene: Scene, owner: int, before: Span) -> bool:
    """`The nation's office vacancy rate` in a text without a country: the offices have it."""
    if not scene.traits.capitals or before[0] == before[1]:
        return False
    whose = scene.phrase(owner)
    meant = described(scene, whose.start, whose.end)
    return meant == ("place",) and resolve(scene, meant, whose.start, whose.end) is None


def _is_bare(scene: Scene, before: Span) -> bool:
    """`The ratio stood at 8%`: a word for a measure alone says nothing of whose it is."""
    return scene.traits.capitals and before[0] == before[1]


def _is_priced(scene: Scene, place: int, cue: Cue | None, before: Span) -> bool:
    """`Property prices in the Alps`: the words before a price are its thing, whatever says where; `of` says whose."""
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    priced = cue is not None and cue.metric.metric_id == "price" and before[0] < before[1]
    return priced and after is not None and after.case in ("in", "for", "at") and not is_idle(scene, place)


def _economy(scene: Scene, reach: str) -> str:
    """`global growth`: the economy that reaches as far."""
    return next((r["economy"] for r in table(scene.document.language, "claims_scopes") if r["word"] == reach), "")


def _unjoined(scene: Scene, name: Name | None) -> Name | None:
    """`경윳값`: the noun of a stem that is written otherwise before its price."""
    rows = table(scene.document.language, "claims_joined_stems") if name and not name.entity else ()
    hit = next((r for r in rows if name.text.endswith(r["stem"])), None)
    return name._replace(text=name.text.removesuffix(hit["stem"]) + hit["noun"]) if hit else name


def _measure_itself(scene: Scene, cue: Cue) -> Name | None:
    """`the jobless rate`: a measure of several words stands for itself, whatever its last one is."""
    words = scene.document.text[cue.start : cue.end]
    return Name(words, None, cue.start, cue.end) if not scene.traits.glued and " " in words else None


def _country(scene: Scene) -> Name | None:
    """`수입은 1.5% 줄어` after `우리나라 수출은`: the trade of the country that the text goes on about; trade itself is
    nobody."""
    last = scene.memory.subject
    goes_on = last is not None and last.entity is not None and last.entity.type == "place"
    return last._replace(resolved=True) if goes_on else None


def _speaking_for(scene: Scene, place: int) -> Name | None:
    """`유나이티드제약 관계자`: whoever speaks for somebody talks about them."""
    phrase = scene.phrase(place)
    for role in word_ends(scene.document.language, "claims_spokespeople"):
        if phrase.text.lower().endswith(" " + role) and any(s.speaker == place for s in scene.parse.sayings):
            return named(
                scene, phrase.start, phrase.start + len(phrase.text.removesuffix(phrase.text[-len(role) :]).rstrip())
            )
    return None


def _house_at(scene: Scene, place: int) -> Name | None:
    """`Terminals at the Port of Halden handled`: the house whose premises a common noun names."""
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    words, language = scene.phrase(place).text.lower(), scene.document.language
    if after is None or after.case not in ("at", "of") or words not in word_list(language, "claims_premises"):
        return None
    name = named(scene, after.start, after.end) if after.kind == "noun" else None
    return name if name is not None and (name.entity or scene.document.text[name.start].isupper()) else None
