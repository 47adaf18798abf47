"""Whose a country's statistics are, where their own words do not say.

In: a scene, a quantity's phrase, its metric's cue and the subject found. Out: a `Name` or None. Judgements:
words of ``claims_national`` (`the jobless rate`) name no subject of their own; the country named in the
quantity's clause, else in the sentence, has them, else the country that the text is about; a name that stands
with the words keeps them; words of ``claims_national_alone`` (`exports`, `the budget`) are the country's where they
stand alone, in a text about one country and no company.
"""

from __future__ import annotations

from functools import cache

from pipeline.claims.measures.heads import names_share
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.cast import COMPANY, GROUP, PERSON
from pipeline.claims.names.demonyms import country_of
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.salience import salient, type_in
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Name, Scene

PLACE = ("place",)
# What a country has where nobody else does.
OF_COUNTRIES = ("trade_volume", "inflation_rate")
# How those hang on trade whom it is with.
SIDES = ("with", "to", "from")
# Kinds of number that tell how long, not how much.
SPANS = ("duration", "age")


def nation(scene: Scene, place: int, cue: Cue | None, found: Name | None) -> Name | None:
    """The country that a national statistic is of; None where the number is none, or its subject is sure."""
    if scene.quantities[scene.phrase(place).item].kind not in SPANS and _is_told_alone(scene, cue, found):
        return scene.memory.land
    if found is not None and _makes_budget(scene, cue, found):
        return scene.memory.land
    if not _is_national(scene, place, cue, found) or found is not None and _owns(scene, place, cue, found):
        return None
    if scene.traits.head_final and scene.memory.home is not None:
        return scene.memory.home
    clause = scene.phrase(place).clause
    partners = [p for p in scene.parse.phrases if p.case in SIDES and not scene.traits.head_final]
    here = [m for m in scene.named_in(scene.parse.start, scene.parse.end) if m.entity.type in PLACE]
    here = [m for m in here if not any(p.start <= m.start < p.end for p in partners)]
    acting = [p for p in scene.parse.phrases if p.clause == clause and p.case == "subject"]
    told = next(filter(None, (country_of(scene, p) for p in acting)), None)
    if told is not None:
        return told
    beside = [m for m in here if any(p.start <= m.start < p.end and p.clause == clause for p in scene.parse.phrases)]
    if beside or here:
        return name_of((beside or here)[0])
    if scene.memory.land is not None:
        return scene.memory.land
    meant = salient(scene.memory, scene.document.language, PLACE, PLACE)
    return meant._replace(resolved=True) if meant and _is_place(scene, meant) else scene.memory.home


def _is_told_alone(scene: Scene, cue: Cue | None, found: Name | None) -> bool:
    """`Exports fell 3%`, `The population grew`: a word that has no other owner in a text about one country."""
    centre, language = scene.memory.subject, scene.document.language
    if centre is not None and type_in(scene.memory, centre, language) == COMPANY:
        return False
    if scene.memory.land is None or found is not None and (found.entity or found.resolved):
        return False
    words = found.words_in(scene.document.text) if found is not None else ""
    alone = word_list(language, "claims_national_alone")
    return words.lower() in alone or found is None and cue is not None and _trimmed(scene, cue) in alone


def _makes_budget(scene: Scene, cue: Cue | None, found: Name) -> bool:
    """`Norway's cabinet approved a budget of`, `Mr Vale plans a budget of`: whoever makes a country's budget, in a text
    about one country."""
    language = scene.document.language
    told = cue is not None and scene.document.text[cue.start : cue.end].lower()
    if told not in word_list(language, "claims_national_alone") or scene.memory.land is None or found.entity:
        return False
    words = found.words_in(scene.document.text)
    makes = words.lower().endswith(word_ends(language, "claims_states_of"))
    return makes or type_in(scene.memory, found._replace(text=words), language) == PERSON


def _trimmed(scene: Scene, cue: Cue) -> str:
    """The measure's phrase without the words at its sides that name nothing."""
    start, end = trim(scene, scene.phrase(cue.phrase).start, scene.phrase(cue.phrase).end)
    return scene.document.text[start:end].lower()


def of_home(scene: Scene, cue: Cue | None) -> Name | None:
    """`관세청은 수출이 5% 늘었다고 밝혔다`: trade, prices and growth of nobody are the country's whose body counts."""
    if cue is None or cue.is_verb or cue.metric.metric_id not in OF_COUNTRIES:
        return None
    last = scene.document.text[cue.start : cue.end]
    centre = scene.memory.subject
    if centre is not None and type_in(scene.memory, centre, scene.document.language) == COMPANY:
        return None
    if scene.document.text[cue.end : scene.phrase(cue.phrase).end].strip():
        return None
    trade = last in word_list(scene.document.language, "claims_foreign_trade")
    trade = trade and not names_share(scene.phrase(cue.phrase).text, scene.document.language)
    country = scene.memory.home or scene.memory.land
    return country if trade or cue.metric.metric_id != OF_COUNTRIES[0] else None


def set_by_bank(scene: Scene, cue: Cue | None, found: Name | None) -> Name | None:
    """`기준금리가 2.5%로 인상됐다`: a policy rate that nobody is named for is of the text's central bank."""
    if cue is None or scene.memory.bank is None or found is not None and (found.entity or found.resolved):
        return None
    words = scene.document.text[cue.start : cue.end]
    own = found is None or found.start <= cue.start < found.end or found.end == cue.start
    return scene.memory.bank if own and words in word_list(scene.document.language, "claims_policy_rates") else None


def _is_place(scene: Scene, name: Name) -> bool:
    """Whether a name is a place's, or had a national statistic before without being anything else."""
    return type_in(scene.memory, name, scene.document.language) in ("place", "")


@cache
def _national(language: str) -> tuple[str, ...]:
    """What a country has, each as a whole word."""
    return tuple(f" {word} " for word in word_list(language, "claims_national"))


def _is_national(scene: Scene, place: int, cue: Cue | None, found: Name | None) -> bool:
    words, text = _national(scene.document.language), scene.document.text
    measure = scene.phrase(cue.phrase) if cue else None
    noun = cue is not None and not cue.is_verb
    said = [text[measure.start : measure.end] if noun else text[cue.start : cue.end]] if cue else []
    said += [found.text or text[found.start : found.end]] if found and not found.entity and not found.resolved else []
    clause = scene.phrase(place).clause
    said += [p.text for p in scene.parse.phrases if p.clause == clause and p.case == "subject"]
    spaced = [f" {w.lower()} " for w in said]
    return any(word in w for w in spaced for word in words)


def _owns(scene: Scene, place: int, cue: Cue | None, found: Name) -> bool:
    """Whether the subject is a name of its own: a place, or one outside the table that is no part of the words."""
    saying = scene.said(place)
    speaks = saying is not None and scene.phrase(saying.speaker).start <= found.start < scene.phrase(saying.speaker).end
    if found.resolved or speaks:
        return False
    type_ = type_in(scene.memory, found, scene.document.language)
    if type_ == "place" or type_ in (PERSON, GROUP, "government", "publisher"):
        return type_ == "place"
    words = found.words_in(scene.document.text)
    if cue is not None and cue.metric.metric_id == "inflation_rate" and _is_of_goods(scene, cue, found, words):
        return True
    statistic = words.lower().endswith(word_ends(scene.document.language, "claims_national"))
    called = words[:1].isupper() and not _is_common(scene, place, found, words)
    return not statistic and called and (cue is None or not found.start <= cue.start < found.end)


def _is_common(scene: Scene, place: int, found: Name, words: str) -> bool:
    """`Consumer demand is cooling, and spending has pushed the deficit`: a noun that opens the sentence, and acts in
    another clause or has others behind it (`General government debt`), has its capital from there."""
    opens = found.start <= scene.parse.start + 1 and words.split(" ")[0] not in scene.memory.cast.proper
    at = next((p.clause for p in scene.parse.phrases if p.start <= found.start < p.end), None)
    return opens and words[1:].islower() and (" " in words or at != scene.phrase(place).clause)


def _is_of_goods(scene: Scene, cue: Cue, found: Name, words: str) -> bool:
    """`grocery price inflation`, unlike `consumer prices`: how fast some goods grow dear is the goods'."""
    inside = scene.phrase(cue.phrase).start <= found.start and found.end <= cue.start
    national = word_list(scene.document.language, "claims_national")
    return inside and words.islower() and not any(row.startswith(f"{words} ") for row in national)
