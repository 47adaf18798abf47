"""Whose a Korean number is by the words that hang on it or that it hangs on.

In: a scene and a phrase. Out: a `Name` or None. Judgements: what is only compared with has the number that it owns
(`미르의 3조원에 비해`); whoever a rank or a feat describes has it (`2위를 기록한 미르`, `3위인 미르`), if it is a known
name; a counted group has what is measured of it (`국내 3사의 점유율`), the noun before its number included.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import measure_start
from pipeline.claims.measures.metrics import RELATIVE
from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.naming import name_of, named
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene

ACTING = ("company", "person", "product", "model", "organisation", "place")


def hung_on(scene: Scene, place: int) -> Name | None:
    """Who has the number at `place` because of its own words, whoever the sentence is about."""
    if not scene.traits.head_final or scene.phrase(place).depth:
        return None
    return _compared(scene, place) or _ranked(scene, place) or _described(scene, place)


def _compared(scene: Scene, place: int) -> Name | None:
    """`미르의 3조원보다`, `미르의 3조원에 비해`."""
    phrase, whose = scene.phrase(place), scene.phrase(place - 1) if place else None
    lemma = scene.parse.clauses[phrase.clause].lemma
    compares = phrase.case == "than" or lemma in word_list(scene.document.language, "claims_comparing")
    if whose is None or whose.kind != "noun" or whose.case != "of" or not compares:
        return None
    measured = scene.cues_in(place - 1) or measure_start(scene, place - 1) is not None
    relative = scene.quantities[phrase.item].kind in RELATIVE
    return None if measured or relative or is_idle(scene, place - 1) else named(scene, whose.start, whose.end)


def _ranked(scene: Scene, place: int) -> Name | None:
    """`3위인 미르`, `2위 미르가`: the known name right behind a rank."""
    phrase = scene.phrase(place)
    if scene.quantities[phrase.item].kind != "rank" or phrase.case not in ("", "copula"):
        return None
    return _called(scene, place + 1)


def _described(scene: Scene, place: int) -> Name | None:
    """`도담은 2위를 기록한 미르를 샀다`: the head of a clause that tells what somebody achieved, where that clause has
    no subject of its own but the sentence's topic."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    feats = word_list(scene.document.language, "claims_achieving")
    if clause.link != "relative" or clause.verb is None or clause.lemma not in feats or clause.passive:
        return None
    here = [p for p in scene.parse.phrases[: clause.verb] if p.clause == scene.phrase(place).clause]
    own = any(p.kind == "noun" and p.case == "subject" for p in here)
    return None if own or place > clause.verb else _called(scene, clause.verb + 1)


def _called(scene: Scene, place: int) -> Name | None:
    """The known name that a phrase ends with."""
    if place >= len(scene.parse.phrases) or scene.phrase(place).kind != "noun":
        return None
    names = scene.named_in(scene.phrase(place).start, scene.phrase(place).end)
    last = names[-1] if names and names[-1].end == scene.phrase(place).end else None
    return name_of(last) if last is not None and last.entity.type in ACTING else None


def group_of(scene: Scene, place: int) -> Name | None:
    """`주요 100개사의 기업가치`: the counted group in the genitive before the measure at `place`."""
    measures = place < len(scene.parse.phrases) and (scene.cues_in(place) or measure_start(scene, place) is not None)
    group = scene.phrase(place - 1) if place and measures else None
    if not scene.traits.head_final or group is None or group.kind != "quantity" or group.case != "of":
        return None
    quantity = scene.quantities[group.item]
    if quantity.kind != "count" or quantity.unit not in word_list(scene.document.language, "claims_group_units"):
        return None
    before = scene.phrase(place - 2) if place > 1 else None
    ends = word_list(scene.document.language, "claims_list_ends")
    joined = before is not None and before.kind == "noun" and not before.case and before.end + 1 == group.start
    idle = joined and is_idle(scene, place - 2)
    tells = joined and (not idle or before.text in word_list(scene.document.language, "claims_which"))
    if not tells or before.text.split(" ")[-1] in ends:
        return None
    return Name(scene.document.text[before.start : group.end], None, before.start, group.end)


def describer(scene: Scene, place: int) -> int | None:
    """The subject of the clause that describes this noun (`SK텔레콤이 넣은 투자금`)."""
    if not place or scene.phrase(place - 1).kind != "verb":
        return None
    number = scene.phrase(place - 1).clause
    clause = scene.parse.clauses[number]
    words, language = clause.lemma, scene.document.language
    funded = any(c.metric.metric_id == "funding_raised" for c in scene.cues_in(place))
    leads = funded and words in word_list(language, "claims_leading")
    found_out = scene.traits.head_final and words in word_list(language, "claims_studying")
    if clause.link != "relative" or leads or found_out or words in word_list(language, "claims_stative"):
        return None
    actors = [
        n for n, p in enumerate(scene.parse.phrases) if p.clause == number and p.case == "subject" and p.kind == "noun"
    ]
    return actors[-1] if actors and not scene.cues_in(actors[-1]) else None
