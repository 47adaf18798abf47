"""Things that have a Korean number themselves, whoever stands beside them.

In: a scene, a quantity's phrase, its metric's cue and the subject found. Out: a `Name` or None. Judgements: what a
public body puts money into (`교육에 3천억원을 투입한다`) has the amount, a name that is given money aside; loans that
lenders in general give (`은행권 가계대출`) are told of themselves; a level of the index that the text goes on about is
the index's, whoever moves it (`외국인이 사들이며 3,100선을 회복했다`); what goes into somebody has no number as who
puts it in.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.names.cast import COMPANY, GROUP, PERSON
from pipeline.claims.names.naming import named
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.parties.investees import investee
from pipeline.claims.scene import Name, Scene

INDEX = "index"
# Cases of what money goes into.
INTO = ("to", "for")
# A city (`부산시`) spends money where it acts.
PUBLIC = ("government", "place")


def programme(scene: Scene, place: int) -> Name | None:
    """`교육부는 기초학력에 3천억원을 투입한다`: what a public body's money goes into."""
    phrase = scene.phrase(place)
    funds = word_list(scene.document.language, "claims_funding")
    money = scene.quantities[phrase.item].kind == "money" and not phrase.depth
    if scene.parse.clauses[phrase.clause].lemma not in funds or not money:
        return None
    into = [n for n, p in enumerate(scene.parse.phrases[:place]) if p.clause == phrase.clause and _is_into(scene, n)]
    return _thing(scene, into[-1]) if into and _is_public(scene, phrase.clause) else None


def _is_into(scene: Scene, place: int) -> bool:
    phrase = scene.phrase(place)
    return phrase.kind == "noun" and phrase.case in INTO and not scene.cues_in(place)


def _thing(scene: Scene, place: int) -> Name | None:
    """What money goes into, unless it is somebody who takes it."""
    name = named(scene, scene.phrase(place).start, scene.phrase(place).end)
    if name is None or name.entity is not None:
        return None
    takers = word_ends(scene.document.language, "claims_beneficiaries")
    taken = scene.document.text.startswith(takers, scene.phrase(place).end) or name.text.endswith(takers)
    somebody = type_in(scene.memory, name, scene.document.language) in (COMPANY, PERSON, GROUP)
    return None if taken or somebody else name


def _is_public(scene: Scene, clause: int) -> bool:
    """Whether a public body acts in a clause, or is whom the text goes on about where nobody does."""
    here = [p for p in scene.parse.phrases if p.clause == clause and p.kind == "noun" and p.case in ACTORS]
    shared = [scene.phrase(n) for n in scene.parse.clauses[clause].subjects]
    acting = [name for p in (*here[:1], *shared[:1]) if (name := named(scene, p.start, p.end)) is not None]
    who = acting[0] if acting else scene.memory.subject or scene.memory.by_type.get("government")
    if who is None or who.entity is not None:
        return who is not None and who.entity.type in PUBLIC[: 1 + bool(acting)]
    return who.text.endswith(word_ends(scene.document.language, "claims_public_bodies"))


def itself(scene: Scene, place: int, cue: Cue | None, found: Name | None) -> Name | None:
    """The subject, or the thing beside it that has the number itself."""
    if not scene.traits.head_final:
        return found
    if found is not None and _is_investee(scene, place, cue, found):
        return None
    return _loan(scene, _loan_cue(scene, cue, found), found) or _index(scene, place, cue, found) or found


def _is_investee(scene: Scene, place: int, cue: Cue | None, found: Name) -> bool:
    """Whether the subject is only what the money goes into, or where that is (`유럽의 AI 기업 투자액`)."""
    into = investee(scene, place, cue)
    where = found.entity is not None and found.entity.type == "place"
    inside = into is not None and found.start <= scene.phrase(cue.phrase).end and into.start <= found.end
    return inside or into is not None and where


def _loan_cue(scene: Scene, cue: Cue | None, found: Name | None) -> Cue | None:
    """The measure's own words, or those beside whoever is told of (`은행권 가계대출은 4개월 연속 늘었다`)."""
    if cue is not None or found is None:
        return cue
    at = next((n for n, p in enumerate(scene.parse.phrases) if p.start <= found.start < p.end), None)
    return next(iter(scene.cues_in(at)), None) if at is not None else None


def _loan(scene: Scene, cue: Cue | None, found: Name | None) -> Name | None:
    """`은행권 가계대출은 6조원 늘었다`: the loans, where no company owes or lends them."""
    words = scene.document.text[cue.start : cue.end] if cue is not None else ""
    if words not in word_list(scene.document.language, "claims_loans") or found is not None and found.entity:
        return None
    told = scene.phrase(cue.phrase)
    if told.case in ACTORS and told.text == words and found is not None and found.end < told.start:
        aside = next((p for p in scene.parse.phrases if p.start <= found.start < p.end), told)
        if aside.clause < told.clause:
            # `매매가 늘면서 주담대가 5조원 늘었다`: who acts in a clause before has no loan of this one.
            return Name(words, None, cue.start, cue.end)
    lenders = word_list(scene.document.language, "claims_lenders")
    general = found is None or found.resolved or found.text.split(" ")[-1] in lenders
    return Name(words, None, cue.start, cue.end) if general else None


def _index(scene: Scene, place: int, cue: Cue | None, found: Name | None) -> Name | None:
    """`외국인이 순매수하며 3,100선을 회복했다`: the level is that of the index that the text goes on about."""
    quantity = scene.quantities[scene.phrase(place).item]
    level = quantity.kind == INDEX or cue is None and quantity.unit is None
    level |= cue is not None and cue.metric.metric_id == "index_level"
    if not level or found is None or found.entity is not None:
        return None
    if found.text not in word_list(scene.document.language, "claims_traders"):
        return None
    centre = scene.memory.subject
    of_index = centre is not None and centre.entity is not None and centre.entity.type == INDEX
    return centre._replace(resolved=True) if of_index else None
