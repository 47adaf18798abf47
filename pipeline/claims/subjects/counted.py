"""What a count is about: the counted thing, or whose it is.

In: a scene, a quantity's phrase and its metric's cue. Out: a `Name` or None. Judgements: a count of nothing that a
metric knows is about what is counted (`기업 3곳`); a share that acts, or that no metric knows, about the whole it is of
(`60 percent of voters own a car`); whose the counted things are (`Mirr's two directors`), and who does what is done to
them, goes before the things.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import measure_start
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import Phrase
from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.naming import named
from pipeline.claims.names.words import is_owner, word_list
from pipeline.claims.parties.frames import is_gap
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.adnominal import group_of


def _part(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """`60 percent of voters own a car`: a share that acts, or that no metric knows, is about the whole it is of."""
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    verb = scene.parse.clauses[scene.phrase(place).clause].verb
    leads = verb is None or place < verb or _is_anybodys(scene, place) or _is_of_people(scene, after)
    does = cue is None or cue.is_verb and cue.phrase == verb and not scene.traits.head_final
    if not does or scene.quantities[scene.phrase(place).item].kind != "percent" or after is None or not leads:
        return None
    if after.kind != "noun" or after.case != "of" or scene.traits.head_final:
        return None
    again = after.text.lower() in word_list(scene.document.language, "claims_same_group")
    told = scene.memory.told if again else None
    return told._replace(resolved=True) if told else named(scene, after.start, after.end)


def _is_of_people(scene: Scene, after: Phrase | None) -> bool:
    """`rose to 24 percent of women`: people who are counted apart have the share, wherever it stands."""
    last = after.text.lower().split(" ")[-1] if after is not None and scene.traits.capitals else ""
    return last in word_list(scene.document.language, "claims_populations")


def _is_anybodys(scene: Scene, place: int) -> bool:
    """`police solved 64 percent of murders`: what people or bodies in general do."""
    clause = scene.phrase(place).clause
    acting = [p for p in scene.parse.phrases[:place] if p.clause == clause and p.case == "subject" and p.kind == "noun"]
    last = acting[-1].text.lower().split(" ")[-1] if acting and scene.traits.capitals else ""
    language = scene.document.language
    return last in word_list(language, "claims_groups") or last in word_list(language, "claims_bodies")


def _possessor(scene: Scene, place: int) -> Name | None:
    """`Mirr's two directors resigned`: whose the counted things are."""
    whose = scene.neighbour(place, -1) if scene.traits.capitals else None
    if whose is None or scene.phrase(whose).case != "of" or scene.phrase(whose).kind != "noun":
        return None
    possessive = is_owner(scene.document.text, scene.phrase(whose).end)
    return named(scene, scene.phrase(whose).start, scene.phrase(whose).end) if possessive else None


def _agent(scene: Scene, place: int) -> Name | None:
    """`300 flights were cancelled by Mirr`: who does what is done to the counted things."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    if not clause.passive or not scene.traits.capitals:
        return None
    agents = [p for p in scene.parse.phrases[place:] if p.clause == scene.phrase(place).clause and p.case == "by"]
    return named(scene, agents[0].start, agents[0].end) if agents and agents[0].kind == "noun" else None


def counted_inside(scene: Scene, place: int) -> Name | None:
    """`4개 은행`: the noun that stands behind its counter."""
    quantity = scene.quantities[scene.phrase(place).item]
    counter, space, noun = (quantity.counted or "").rpartition(" ")
    if not space or not scene.traits.head_final or not quantity.surface.endswith(f"{counter} {noun}"):
        return None
    return Name(noun, None, quantity.end - len(noun), quantity.end)


def _is_taken(scene: Scene, place: int, beside: int) -> bool:
    """`12가지 서비스를 제공한다`, `세계 100대`: what somebody does something with, and how far a count reaches."""
    reach = scene.phrase(beside).text in word_list(scene.document.language, "claims_scopes")
    return reach or beside > place and scene.phrase(beside).case == "object"


def counted_thing(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """A count of nothing that a metric knows is about what is counted (`기업 3곳`, `two trams`)."""
    quantity = scene.quantities[scene.phrase(place).item]
    if (part := _part(scene, place, cue)) is not None:
        return part
    beside = place - 1 if scene.traits.head_final else place + 1
    feat = quantity.unit in word_list(scene.document.language, "claims_feats")
    named_only = cue is not None and cue.metric.metric_id == "other" and cue.phrase == beside and scene.traits.capitals
    measured = cue is not None and not named_only or is_gap(scene, place)
    if measured or feat or quantity.kind != "count" or not 0 <= beside < len(scene.parse.phrases):
        return None
    verb = scene.parse.clauses[scene.phrase(place).clause].verb
    if not scene.traits.head_final and verb is not None and verb < place:
        return None
    if (whose := _possessor(scene, place)) is not None:
        return whose
    if (told := group_of(scene, place + 1) or counted_inside(scene, place)) is not None:
        return told
    phrase = scene.phrase(beside)
    ends = phrase.text.split(" ")[-1] in word_list(scene.document.language, "claims_list_ends")
    turned = phrase.kind != "noun" or ends
    if turned and not scene.phrase(place).case and place + 1 < len(scene.parse.phrases):
        beside, phrase = place + 1, scene.phrase(place + 1)
    if phrase.kind != "noun" or phrase.case not in ("", "subject", "object", "topic") or is_idle(scene, beside):
        return None
    if scene.phrase(place).case and scene.traits.capitals or measure_start(scene, beside) is not None:
        return None
    if scene.traits.head_final and _is_taken(scene, place, beside):
        return None
    return _agent(scene, place) or named(scene, phrase.start, phrase.end)
