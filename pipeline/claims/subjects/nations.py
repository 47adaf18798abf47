"""Whose a country's statistics are, where their own words do not say.

In: a scene, a quantity's phrase, its metric's cue and the subject found. Out: a `Name` or None. Judgements:
words of ``claims_national`` (`the jobless rate`) name no subject of their own; the country named in the
quantity's clause, else in the sentence, has them, else the country that the text is about; a name that stands
with the words keeps them.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.cast import GROUP, PERSON
from pipeline.claims.names.demonyms import country_of
from pipeline.claims.names.naming import name_of, word_ends, word_list
from pipeline.claims.names.salience import salient, type_in
from pipeline.claims.scene import Name, Scene

PLACE = ("place",)


def nation(scene: Scene, place: int, cue: Cue | None, found: Name | None) -> Name | None:
    """The country that a national statistic is of; None where the number is none, or its subject is sure."""
    if not _is_national(scene, place, cue, found) or found is not None and _owns(scene, place, cue, found):
        return None
    clause = scene.phrase(place).clause
    here = [m for m in scene.named_in(scene.parse.start, scene.parse.end) if m.entity.type in PLACE]
    acting = [p for p in scene.parse.phrases if p.clause == clause and p.case == "subject"]
    told = next(filter(None, (country_of(scene, p) for p in acting)), None)
    if told is not None:
        return told
    beside = [m for m in here if any(p.start <= m.start < p.end and p.clause == clause for p in scene.parse.phrases)]
    if beside or here:
        return name_of((beside or here)[0])
    meant = salient(scene.memory, scene.document.language, PLACE, PLACE)
    return meant._replace(resolved=True) if meant and _is_place(scene, meant) else None


def _is_place(scene: Scene, name: Name) -> bool:
    """Whether a name is a place's, or had a national statistic before without being anything else."""
    return type_in(scene.memory, name, scene.document.language) in ("place", "")


def _is_national(scene: Scene, place: int, cue: Cue | None, found: Name | None) -> bool:
    words = word_list(scene.document.language, "claims_national")
    text = scene.document.text
    measure = scene.phrase(cue.phrase) if cue else None
    noun = cue is not None and not cue.is_verb
    said = [text[measure.start : measure.end] if noun else text[cue.start : cue.end]] if cue else []
    said += [found.text or text[found.start : found.end]] if found and not found.entity and not found.resolved else []
    clause = scene.phrase(place).clause
    said += [p.text for p in scene.parse.phrases if p.clause == clause and p.case == "subject"]
    spaced = [f" {w.lower()} " for w in said]
    return any(f" {word} " in w for w in spaced for word in words)


def _owns(scene: Scene, place: int, cue: Cue | None, found: Name) -> bool:
    """Whether the subject is a name of its own: a place, or one outside the table that is no part of the words."""
    saying = scene.said(place)
    speaks = saying is not None and scene.phrase(saying.speaker).start <= found.start < scene.phrase(saying.speaker).end
    if found.resolved or speaks:
        return False
    type_ = type_in(scene.memory, found, scene.document.language)
    if type_ == "place" or type_ in (PERSON, GROUP, "government", "publisher"):
        return type_ == "place"
    words = found.text or scene.document.text[found.start : found.end]
    if cue is not None and cue.metric.metric_id == "inflation_rate" and _is_of_goods(scene, cue, found, words):
        return True
    statistic = words.lower().endswith(word_ends(scene.document.language, "claims_national"))
    return not statistic and words[:1].isupper() and (cue is None or not found.start <= cue.start < found.end)


def _is_of_goods(scene: Scene, cue: Cue, found: Name, words: str) -> bool:
    """`grocery price inflation`, unlike `consumer prices`: how fast some goods grow dear is the goods'."""
    inside = scene.phrase(cue.phrase).start <= found.start and found.end <= cue.start
    national = word_list(scene.document.language, "claims_national")
    return inside and words.islower() and not any(row.startswith(f"{words} ") for row in national)
