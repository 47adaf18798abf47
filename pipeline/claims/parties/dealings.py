"""Dealings between two parties whose verb says who is who.

In: a scene, the quantity's phrase and its metric's cue. Out: the phrases of the subject and of the other party.
Judgements: of money that is lent (`A는 B에 빌려줬다`) the borrower owes; of a fee that is collected (`B로부터 수수료로
받는다`) whoever it comes from pays; of two names around a takeover's price (`A의 B 인수 금액`) the first buys; the
other party of a holding is each name of its list, or the company whose shareholder is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.names.genitives import genitive
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Scene

Span = tuple[int, int]


def dealing(scene: Scene, place: int, cue: Cue | None) -> tuple[Span, Span] | None:
    """The words for the subject and for the other party, where the verb or the order of two names tells both."""
    if cue is None:
        return None
    metric = cue.metric.metric_id
    if metric == "acquisition_price":
        return _bought(scene, cue)
    verbs, case = {"debt": ("claims_lending", "to"), "fee": ("claims_collecting", "from")}.get(metric, ("", ""))
    if not verbs or _lemma(scene, place) not in word_list(scene.document.language, verbs):
        return None
    clause = scene.phrase(place).clause
    hit = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.clause == clause and p.case == case]
    acting = actor(scene, place)
    return (_span(scene, hit[0]), _span(scene, acting)) if hit and acting is not None else None


def _bought(scene: Scene, cue: Cue) -> tuple[Span, Span] | None:
    """`도담의 미르 인수 금액`: a genitive before another name of the same phrase."""
    phrase, owner = scene.phrase(cue.phrase), genitive(scene, cue.phrase)
    if cue.is_verb or owner is None or cue.start <= phrase.start or not scene.traits.head_final:
        return None
    names = scene.named_in(phrase.start, cue.start)
    words = scene.document.text[phrase.start : cue.start].strip()
    known = bool(names) or words not in word_list(scene.document.language, "claims_idle")
    return (_span(scene, owner), (phrase.start, cue.start)) if known and words else None


def actor(scene: Scene, place: int) -> int | None:
    """Who acts in the quantity's clause: its own actor, else the one it shares."""
    clause = scene.phrase(place).clause
    own = [
        n
        for n, p in enumerate(scene.parse.phrases)
        if p.kind == "noun" and p.clause == clause and p.case in ACTORS and not scene.cues_in(n)
    ]
    return own[0] if own else next(iter(scene.parse.clauses[clause].subjects), None)


def counterparts(scene: Scene, place: int, cue: Cue, metric: str) -> Iterator[int]:
    """Phrases that can be the other party by the verb of their clause, likeliest first."""
    clause = scene.phrase(place).clause
    nouns = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and not scene.cues_in(n)]
    here = [n for n in nouns if scene.phrase(n).clause == clause]
    if metric == "debt" and _lemma(scene, place) in word_list(scene.document.language, "claims_borrowing"):
        yield from [n for n in here if scene.phrase(n).case == "at"]
    if metric == "ownership_stake":
        yield from _held(scene, place, cue)
    purpose = bought_with(scene, place) if metric == "acquisition_price" else None
    if purpose is not None:
        yield from [n for n in nouns if scene.phrase(n).clause == purpose and scene.phrase(n).case == "object"]
    if metric == "funding_raised":
        yield from _negotiating(scene, clause, nouns)
    if metric == "investment":
        listed = place and scene.phrase(place - 1).kind == "noun" and not scene.phrase(place - 1).case
        yield from (place - 1,) if listed and scene.traits.head_final else ()
        ventures = word_ends(scene.document.language, "claims_ventures")
        after = [n for n in nouns if scene.phrase(n).clause == clause + 1 and scene.phrase(n).case == "object"]
        yield from [n for n in after if scene.phrase(n).text.endswith(ventures)] if ventures else ()


def _negotiating(scene: Scene, clause: int, nouns: list[int]) -> Iterator[int]:
    """`소프트뱅크와 4억 달러를 조달하는 방안을 협의한다`: with whom the sentence's verb of talks is."""
    verbs = word_list(scene.document.language, "claims_negotiating")
    talks = any(c.lemma in verbs for c in scene.parse.clauses[clause : clause + 3])
    yield from [n for n in nouns if scene.phrase(n).case == "with" and talks and scene.phrase(n).clause >= clause]


def agreed(scene: Scene, place: int) -> Iterator[int]:
    """`미르해운과 운반선 2척을 5억 원에 건조하는 계약을`: with whom a contract is that the clause describes or takes;
    a noun that is counted behind 와 opens no list."""
    contracts = [c for c in scene.cues if c.metric.metric_id == "contract_value" and not c.is_verb]
    if not scene.traits.and_is_with or not contracts:
        return
    clause = scene.phrase(place).clause
    near = (clause, clause + 1) if scene.parse.clauses[clause].link == "relative" else (clause,)
    if not any(scene.phrase(c.phrase).clause in near for c in contracts):
        return
    for number in range(place - 1, -1, -1):
        phrase = scene.phrase(number)
        if phrase.kind != "noun" or phrase.clause != clause or phrase.case not in ("with", "and"):
            continue
        behind = scene.neighbour(number + 1, 1)
        counted = behind is not None and scene.phrase(behind).kind == "quantity"
        if phrase.case == "with" or counted and scene.phrase(number + 1).kind == "noun":
            yield number


def _held(scene: Scene, place: int, cue: Cue) -> Iterator[int]:
    """`도담화학 100%, 도담바이오 52% 등 자회사의 지분을 보유했다`, `도담의 최대주주는 지분 31%를 가진`."""
    if holds_list(scene, place, cue):
        yield place - 1
    holders = word_ends(scene.document.language, "claims_shareholders")
    for number, phrase in enumerate(scene.parse.phrases if holders else ()):
        owner = genitive(scene, number) if phrase.kind == "noun" and phrase.text.endswith(holders) else None
        if owner is not None:
            yield owner


def holds_list(scene: Scene, place: int, cue: Cue | None) -> bool:
    """Whether the noun right before a share is what somebody holds, as the verb of the clause says."""
    before = scene.phrase(place - 1) if place else None
    listed = before is not None and before.kind == "noun" and not before.case and not scene.cues_in(place - 1)
    return listed and takes(scene, place, cue)


def takes(scene: Scene, place: int, cue: Cue | None) -> bool:
    """Whether the clause says that somebody holds or takes a stake, and describes nothing."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    stake = cue is not None and cue.metric.metric_id == "ownership_stake"
    verb = clause.lemma in word_list(scene.document.language, "claims_holding")
    return stake and verb and not clause.passive and clause.link != "relative"


def bought_with(scene: Scene, place: int) -> int | None:
    """`120억 원을 들여 미르를 인수했다`, `미르를 사들이는 데 120억 원을 썼다`: the clause that says what is bought."""
    clause = scene.phrase(place).clause
    if _lemma(scene, place) not in word_list(scene.document.language, "claims_spending"):
        return None
    buying = {scene.phrase(c.phrase).clause for c in scene.cues if c.is_verb and _is_takeover(c)}
    if clause + 1 in buying and scene.parse.clauses[clause].link == "and":
        return clause + 1
    purposes = word_list(scene.document.language, "claims_purposes")
    opens = next((p.text for p in scene.parse.phrases if p.clause == clause), "")
    behind = clause - 1 if opens in purposes else clause - 2
    meant = opens in purposes or clause > 1 and scene.parse.clauses[clause - 1].lemma in purposes
    return behind if meant and behind in buying else None


def _is_takeover(cue: Cue) -> bool:
    return cue.metric.metric_id == "acquisition_price"


def _lemma(scene: Scene, place: int) -> str:
    return scene.parse.clauses[scene.phrase(place).clause].lemma


def _span(scene: Scene, place: int) -> Span:
    return scene.phrase(place).start, scene.phrase(place).end
