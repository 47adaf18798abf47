"""Who only reports about others, and who speaks of itself.

In: a scene and the phrase of a quantity or of a speaker. Out: whether the speaker talks about others, or a `Name`.
Judgement: who publishes figures without another subject speaks of itself.
"""

from __future__ import annotations

from pipeline.claims.model import ACTORS, Saying
from pipeline.claims.names.cast import COMPANY, GROUP
from pipeline.claims.names.naming import named
from pipeline.claims.names.offices import holds, house_of, is_officer
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Name, Scene

REPORTING = ("report", "disclose", "declare")
REPORTERS = ("publisher", "government", "index")


def only_tells(scene: Scene, name: Name) -> bool:
    """Whether somebody whom a Korean text named before tells figures of others: a ministry, an institute, a league's
    office (`대한배구협회`)."""
    type_ = type_in(scene.memory, name, scene.document.language)
    words = name.entity.name(scene.document.language) if name.entity else name.text
    outside = words.endswith(word_ends(scene.document.language, "claims_outsiders"))
    return type_ in ("government", "publisher") or type_ in ("organisation", "") and outside


def told_about(scene: Scene, place: int) -> Name | None:
    """`분석가들은 도담에 대해 주당 2달러를 기대한다`: the known name that somebody who tells of others tells of."""
    clause = scene.phrase(place).clause
    here = [(n, p) for n, p in enumerate(scene.parse.phrases[:place]) if p.clause == clause and p.kind == "noun"]
    about = [name for n, p in here if p.case == "about" and (name := named(scene, p.start, p.end)) and name.entity]
    acting = [n for n, p in here if p.case in ACTORS]
    return about[-1] if about and acting and _judges(scene, acting[0]) else None


def _judges(scene: Scene, place: int) -> bool:
    """Analysts, brokers and the like."""
    phrase = scene.phrase(place)
    name = Name(phrase.text, None, phrase.start, phrase.end)
    return is_outsider(scene, place) or type_in(scene.memory, name, scene.document.language) == GROUP


def publisher(scene: Scene, place: int) -> Name | None:
    """`삼성전자가 공시한 실적을 보면`: who publishes without another subject speaks of itself."""
    saying = scene.said(place)
    if (
        saying is None
        or scene.phrase(saying.speaker).case not in ACTORS
        or is_outsider(scene, saying.speaker)
        or is_officer(scene, saying.speaker)
    ):
        return None
    phrase = scene.phrase(saying.speaker)
    name = named(scene, phrase.start, phrase.end)
    return name if name is None or holds(scene, name, saying.speaker, saying) else house_of(scene, saying.speaker)


def spokesman(scene: Scene, place: int) -> Name | None:
    """`새봄닷컴 관계자는 “기준을 4만원으로 낮췄다”고 말했다`: the known house that a Korean spokesman speaks for."""
    saying = scene.said(place) if scene.traits.head_final else None
    phrase = scene.phrase(saying.speaker) if saying is not None else None
    roles = word_ends(scene.document.language, "claims_spokespeople")
    role = next((r for r in roles if phrase is not None and phrase.text.endswith(" " + r)), None)
    house = named(scene, phrase.start, phrase.end - len(role) - 1) if role is not None else None
    return house if house is not None and type_in(scene.memory, house, scene.document.language) == COMPANY else None


def of_others(scene: Scene, place: int, saying: Saying | None) -> Saying | None:
    """The saying, unless its verb takes the number itself (`he reported $3 million in royalties`) or it is the report
    of whoever acts (`she made $3 million, according to her report`)."""
    verb = scene.phrase(saying.verb) if saying is not None and saying.verb is not None else None
    taken = verb is not None and verb.text in REPORTING and verb.clause == scene.phrase(place).clause
    acts_ = saying is not None and saying.verb is None and scene.phrase(saying.speaker).case in ACTORS
    return None if taken or acts_ else saying


def speaks_only(scene: Scene, place: int) -> bool:
    """Whether the one who speaks speaks about others."""
    saying = scene.said(place)
    return saying is not None and is_outsider(scene, saying.speaker)


def only_reports(scene: Scene, place: int, candidate: int, has_other: bool) -> bool:
    saying = scene.said(place)
    if saying is None and _tells(scene, candidate, place):
        return True
    candidate = _first_joined(scene, candidate) if saying is not None and scene.traits.head_final else candidate
    if saying is None or not _says(scene, saying, candidate) or not is_outsider(scene, candidate):
        return False
    acts = word_list(scene.document.language, "claims_acts", "lemma")
    return has_other or scene.parse.clauses[scene.phrase(place).clause].lemma not in acts


def _tells(scene: Scene, candidate: int, place: int) -> bool:
    """`Data from the bureau show the pace slows: output grew 2%`: what only tells of others in a clause of its own."""
    own = scene.phrase(candidate).clause
    tells = scene.parse.clauses[own].lemma in word_list(scene.document.language, "claims_saying", "lemma")
    return scene.traits.capitals and own <= scene.phrase(place).clause and tells and is_outsider(scene, candidate)


def _first_joined(scene: Scene, place: int) -> int:
    """`산업부와 관세청은`: of several who say it the first."""
    while place and scene.phrase(place - 1).kind == "noun" and scene.phrase(place - 1).case in ("and", "with"):
        place -= 1
    return place


def _says(scene: Scene, saying: Saying, candidate: int) -> bool:
    """Whether the phrase is the speaker, or the data or people that the speaker stands behind."""
    clause = scene.phrase(candidate).clause
    return (
        any(outer.speaker == candidate for outer in scene.parse.sayings if outer.start <= saying.start)
        or saying.verb is not None
        and scene.phrase(saying.verb).clause == clause
        and scene.phrase(saying.speaker).clause == clause
        and scene.phrase(candidate).case == "subject"
    )


def is_outsider(scene: Scene, place: int) -> bool:
    """A speaker who talks about others: no company, or one whose words call it a source."""
    phrase = scene.phrase(place)
    names = scene.named_in(phrase.start, phrase.end)
    if names and names[-1].end == phrase.end:
        analyst = phrase.text.lower().endswith(word_ends(scene.document.language, "claims_analysts"))
        return names[-1].entity.type in REPORTERS or analyst
    return phrase.text.lower().endswith(word_ends(scene.document.language, "claims_outsiders"))
