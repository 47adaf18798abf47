"""Whom people judge in an English survey.

In: a scene and a quantity's phrase. Out: a `Name` or None. Judgements: a share of people who view, back or want
somebody (``claims_opinions``) is told of whom they judge: a person that a pronoun or a name behind the verb means, else
the person of whom the last share was told (`42% want someone else`); what they judge that is nobody stays theirs.
"""

from __future__ import annotations

from pipeline.claims.names.cast import PERSON
from pipeline.claims.names.naming import described, named
from pipeline.claims.names.salience import type_in
from pipeline.claims.scene import Name, Scene


def rated(scene: Scene, place: int, opinions: frozenset[str]) -> Name | None:
    """The person whom the people of a share judge."""
    verb = scene.parse.clauses[scene.phrase(place).clause].verb
    if not opinions or verb is None or verb < place:
        return None
    chain = {c.lemma for c in scene.parse.clauses[scene.phrase(place).clause :]}
    if opinions.isdisjoint(chain):
        return None
    behind = (p for p in scene.parse.phrases[verb + 1 :] if p.kind == "noun")
    judged = next(filter(None, (_person(scene, p.start, p.end) for p in behind)), None)
    if judged is not None:
        return judged
    told = scene.memory.told
    own = scene.parse.clauses[scene.phrase(place).clause].lemma in opinions
    goes_on = own and told is not None and scene.whole(place) is None and _may_be_person(scene, told)
    return told._replace(resolved=True) if goes_on else None


def _person(scene: Scene, start: int, end: int) -> Name | None:
    """The person that a pronoun, a description or a name means."""
    if described(scene, start, end) == (PERSON,):
        name = named(scene, start, end)
        return name if name is not None and name.resolved else None
    name = named(scene, start, end) if scene.document.text[start].isupper() else None
    return name._replace(resolved=True) if name is not None and _type(scene, name) == PERSON else None


def _may_be_person(scene: Scene, name: Name) -> bool:
    """Whether a name is a person's, or one that only a pronoun or a description was used for."""
    type_ = _type(scene, name)
    called = all(word[:1].isupper() for word in name.text.split(" "))
    return type_ == PERSON or not type_ and name.resolved and called


def _type(scene: Scene, name: Name) -> str:
    whole = name.spelt(scene.document.text)
    return type_in(scene.memory, whole, scene.document.language)
