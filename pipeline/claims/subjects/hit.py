"""Whom an English penalty hits behind its sum, and who bears what something costs.

In: a scene and a quantity's phrase. Out: a `Name` or None. Judgements: a fine that is imposed `on` or `against`
somebody is theirs, and not that of the court which imposes it; `a man` is the only person whom the text names in full;
what a storm costs a company or a country is theirs.
"""

from __future__ import annotations

from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.naming import named
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene

# How far behind a sum whoever it hits may stand: `$3 million` `fine` `for fraud` `on Dodam`.
NEAR = 4
# The same with what stands in brackets between.
FURTHEST = 9
NOUN = "noun"
# Who bears a sum that something costs.
BEARERS = ("company", "organisation", "government", "place")


def hit_behind(scene: Scene, place: int) -> Name | None:
    """`imposed a fine of $3 million on Dodam`, `levied a $3 million fine against Dodam`."""
    if scene.traits.head_final or _is_taken(scene, place):
        return None
    here = scene.phrase(place).clause
    after = range(place + 1, min(place + FURTHEST, len(scene.parse.phrases)))
    outside = [n for n in after if not scene.phrase(n).depth and scene.phrase(n).text != ")"][: NEAR - 1]
    behind = [n for n in outside if scene.phrase(n).clause == here]
    hit = next((n for n in behind if scene.phrase(n).kind == NOUN and _is_hit(scene, n)), None)
    if hit is None or is_idle(scene, hit):
        return None
    return named(scene, scene.phrase(hit).start, scene.phrase(hit).end)


def called(scene: Scene, name: Name | None) -> Name | None:
    """`a fine on a man`: the only person whom the text tells of by name, where who is hit is only described."""
    words = name.text.lower() if name is not None and not name.entity else ""
    if words not in word_list(scene.document.language, "claims_accused"):
        return name
    people = [person for person in scene.memory.cast.people if " " in person]
    return name._replace(text=people[0], resolved=True) if len(people) == 1 else name


def _is_taken(scene: Scene, place: int) -> bool:
    """`fined Dodam $3 million on charges of fraud`: whose verb hits its object, or its subject as a passive."""
    number = scene.phrase(place).clause
    own = [n for n, p in enumerate(scene.parse.phrases) if p.clause == number and p.case in ("object", "to")]
    return scene.parse.clauses[number].passive or any(not scene.cues_in(n) for n in own if scene.phrase(n).kind == NOUN)


def _is_hit(scene: Scene, place: int) -> bool:
    phrase = scene.phrase(place)
    return phrase.case == "on" or scene.document.text[max(0, phrase.start - 9) : phrase.start] == " against "


def borne(scene: Scene, place: int) -> Name | None:
    """`The storm cost the airline $3m`: who bears a sum, where it is a house or a land and no people in general (`The
    storm cost riders $3m`)."""
    number = scene.phrase(place).clause
    clause = scene.parse.clauses[number]
    money = scene.quantities[scene.phrase(place).item].kind == "money" and scene.traits.capitals
    bearing = money and clause.verb is not None and clause.verb < place and not clause.passive
    if not bearing or clause.lemma not in word_list(scene.document.language, "claims_bearing", "lemma"):
        return None
    taken = [p for p in scene.parse.phrases[clause.verb + 1 : place] if p.kind == NOUN and p.clause == number]
    name = named(scene, taken[0].start, taken[0].end) if taken and taken[0].case in ("object", "") else None
    whole = None if name is None else name.spelt(scene.document.text)
    houses = whole is not None and type_in(scene.memory, whole, scene.document.language) in BEARERS
    return name if houses else None
