"""The other party of a claim: the investee, the target, the benchmark, what something is compared with.

In: a scene, the quantity's phrase, its metric's cue and its subject. Out: a `Name` or None. Judgement: each
metric says in its table which cases its object stands in; the nearest noun in the first such case of the
quantity's clause counts, then of the clause that describes the metric's noun; of a ratio it is what
the comparison names.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.measures.heads import measure_start
from pipeline.claims.measures.metrics import Cue, metrics
from pipeline.claims.model import ACTORS
from pipeline.claims.names.cast import GROUP, type_of
from pipeline.claims.names.genitives import genitive
from pipeline.claims.names.naming import name_of, named, same
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.parties.abroad import abroad
from pipeline.claims.parties.comparisons import beaten, compared
from pipeline.claims.parties.currencies import other_currency
from pipeline.claims.parties.dealings import agreed, counterparts, dealing
from pipeline.claims.parties.frames import others
from pipeline.claims.parties.investees import investee
from pipeline.claims.parties.opponents import opponents
from pipeline.claims.parties.order import leader, multiplied, owned, placed
from pipeline.claims.parties.possessors import behind_place, hides, owns_object
from pipeline.claims.parties.recalled import priced, recalled
from pipeline.claims.parties.recipients import reached, recipients
from pipeline.claims.parties.trading import partner
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.places import buyer, is_inverse
from pipeline.languages import table

# What a contract says of what it is about.
AGREED = ("contract_value", "units", "other")
# Ends of nouns that are no party, by metric.
NOBODIES = {
    "trade_volume": "claims_venues",
    "contract_value": "claims_undertakings",
    "budget": "claims_undertakings",
    "funding_raised": "claims_flotations",
    "investment": "claims_activities",
}
COMPARING = ("than", "of", "with")
FEE, TRADE = "fee", "trade_volume"
# Metrics of what two parties agree: coordinated clauses go on about the same other party.
DEALS = ("contract_value", "fee", "funding_raised", "investment", "acquisition_price", "budget")


def counterpart(scene: Scene, place: int, cue: Cue | None, aspect: str, taken: Name | None, metric: str) -> Name | None:
    """The other party of the quantity at phrase `place`; never the subject itself. `metric` may come from before."""
    if (sale := buyer(scene, place, cue)) is not None:
        return named(scene, *sale[1])
    if (both := dealing(scene, place, cue)) is not None:
        return named(scene, *both[1])
    if (towards := partner(scene, place, cue) or abroad(scene, place, metric)) is not None:
        return towards
    if aspect == "ratio" and (of := multiplied(scene, place)) is not None:
        return of
    if (pair := other_currency(scene, place, metric, taken)) is not None:
        return pair
    if (base := compared(scene, place, aspect)) is not None and not (taken and same(base, taken)):
        return base
    saying = scene.said(place)
    if (held := owned(scene, place)) is not None:
        return _party(scene, held[1], cue)
    if (into := investee(scene, place, cue)) is not None:
        return into
    hit = is_inverse(scene, place, cue)
    for candidate in _candidates(scene, place, cue, aspect, metric):
        if saying is not None and saying.speaker == candidate and not hit or _is_no_party(scene, candidate, metric):
            continue
        paid = scene.phrase(candidate).case == "to" and _gives(scene, place) and bool(scene.cues_in(candidate))
        name = reached(scene, candidate) if paid else _party(scene, candidate, cue)
        if name and not (taken and same(name, taken)) and (paid or not _is_group(scene, name)):
            return name
    return (
        _of_type(scene, place, cue)
        or priced(scene, place, cue, aspect, taken)
        or _of_round(scene, place, taken, metric)
        or recalled(scene, place, taken, metric)
    )


def _is_no_party(scene: Scene, candidate: int, metric: str) -> bool:
    """`유가증권시장에서 순매수했다`, `재건축 사업에 공급한다`, `감액 내용은`: where shares are traded, what a contract
    is for and what a budget has are nobody to deal with, nor is who makes a country's budget."""
    phrase, language = scene.phrase(candidate), scene.document.language
    measures = bool(scene.cues_in(candidate))
    earlier = phrase.case == "than" and phrase.text in word_list(language, "claims_terms_before")
    makes = phrase.text.lower().endswith(word_ends(language, "claims_states_of"))
    made = metric == "budget" and (makes or scene.traits.head_final and measures and phrase.case in ACTORS)
    ends = word_ends(language, NOBODIES[metric]) if metric in NOBODIES else ()
    *words, last = phrase.text.split(" ")
    listed = " ".join(words) if words and last in word_list(language, "claims_list_ends") else phrase.text
    if earlier or made or listed.endswith(ends):
        return True
    if not scene.traits.head_final:
        return False
    joined = measures and metric == "contract_value" and phrase.case in ("with", "and")
    itself = not measures and measure_start(scene, candidate) == phrase.start
    return joined or itself or last in word_list(language, "claims_circumstances")


def _is_group(scene: Scene, name: Name) -> bool:
    """`raised $4 billion from investors`: people in general are nobody, nor is what is only described (`a rival`)."""
    words = name.words_in(scene.document.text)
    general = words.islower() and words.split(" ")[-1] in word_list(scene.document.language, "claims_no_parties")
    return not name.entity and (general or type_of(words, scene.document.language, scene.memory.cast) == GROUP)


def _of_round(scene: Scene, place: int, taken: Name | None, metric: str) -> Name | None:
    """`한결벤처스가 주도하고 새빛이 참여한 시리즈C`: who leads a round, else who takes part."""
    if metric != "funding_raised":
        return None
    for row in table(scene.document.language, "claims_leading"):
        clauses = [
            n for n, c in enumerate(scene.parse.clauses) if c.lemma == row["word"] and n <= scene.phrase(place).clause
        ]
        for phrase in scene.parse.phrases:
            acts = phrase.kind == "noun" and phrase.case in ACTORS and phrase.clause in clauses
            name = named(scene, phrase.start, phrase.end) if acts else None
            if name and not (taken and same(name, taken)):
                return name
    return None


def _of_type(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The name of the type that the metric's object must have, in the sentence or last before it."""
    types = cue.metric.object_types if cue else ()
    if not types:
        return None
    near = [m for m in scene.named_in(scene.parse.start, scene.parse.end) if m.entity.type in types]
    if near:
        return name_of(min(near, key=lambda m: abs(m.start - scene.phrase(place).start)))
    last = next((scene.memory.by_type[t] for t in types if t in scene.memory.by_type), None)
    return last._replace(resolved=True) if last else None


def _candidates(scene: Scene, place: int, cue: Cue | None, aspect: str, metric: str) -> Iterator[int]:
    """Phrases that can be the other party, likeliest first."""
    kinds = metrics()[metric].kinds if cue is None and metric != "other" else ()
    known = cue.metric.object_cases if cue else metrics()[metric].object_cases if "money" in kinds else ()
    known = metrics()[metric].object_cases if cue and metric != cue.metric.metric_id and metric != "other" else known
    cases = COMPARING if aspect == "ratio" else known
    cases = (*cases, "than") if aspect == "change" else cases
    cases = (*cases, "object") if aspect == "change" and _passes(scene, place) else cases
    # `500만원의 장려금을 지급했다`: what a Korean verb of paying takes is what is paid.
    cases = ("to",) if cue is None and _gives(scene, place) or scene.traits.head_final and metric == FEE else cases
    yield from placed(scene, place, cue, aspect)
    yield from beaten(scene, place)
    yield from recipients(scene, place, cue)
    yield from opponents(scene, place)
    yield from counterparts(scene, place, cue, metric) if cue is not None else ()
    yield from agreed(scene, place) if metric in AGREED else ()
    yield from others(scene, place)
    if metric == TRADE and aspect != "ratio" and not scene.traits.head_final:
        # `exports rose 3%, loaded onto ships`: only words for trade say where it goes.
        return
    inverse = is_inverse(scene, place, cue)
    if inverse and any(known):
        cases = ("by", *ACTORS) if not scene.parse.clauses[scene.phrase(place).clause].passive else ("by", "from")
    if cue is not None and owns_object(scene, cue):
        yield cue.phrase
        yield from filter(None, (genitive(scene, cue.phrase),))
    if cue is not None and _is_agreed(scene, cue):
        yield cue.phrase - 1
    for clause in dict.fromkeys(_clauses(scene, place, cue, inverse, metric)):
        here = [n for n, p in enumerate(scene.parse.phrases) if p.clause == clause and p.kind == "noun"]
        for case in filter(None, cases):
            near = [n for n in here if _stands_in(scene, n, case) and not hides(scene, n, case)]
            yield from sorted(near, key=lambda n: abs(n - place))


def _clauses(scene: Scene, place: int, cue: Cue | None, inverse: bool, metric: str) -> list[int]:
    """The clauses that can name the other party, the quantity's own first."""
    clauses = [scene.phrase(place).clause]
    clauses += range(clauses[0] - 1, -1, -1) if inverse else []
    if cue is not None and cue.phrase and scene.phrase(cue.phrase - 1).kind == "verb":
        clauses.append(scene.phrase(cue.phrase - 1).clause)
    if cue is not None:
        clauses.append(scene.phrase(cue.phrase).clause)
    clauses += _describing(scene, clauses[0])
    joined = clauses[0] and scene.parse.clauses[clauses[0] - 1].link == "and" and metric in DEALS
    return [*clauses, clauses[0] - 1] if scene.traits.head_final and joined else clauses


def _passes(scene: Scene, place: int) -> bool:
    """`시장 전망을 7% 웃돌았다`: a verb whose object is what it compares with."""
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    return lemma in word_list(scene.document.language, "claims_passing")


def _is_agreed(scene: Scene, cue: Cue) -> bool:
    """`미르해운과 건조 계약을`: with whom a deal is, right before its noun, is no list."""
    before = scene.phrase(cue.phrase - 1) if cue.phrase and not cue.is_verb else None
    joined = before is not None and before.kind == "noun" and before.case == "and" and scene.traits.and_is_with
    return joined and "with" in cue.metric.object_cases


def _gives(scene: Scene, place: int) -> bool:
    """`이재민에게 20억원을 기부했다`, `donated $2 million to`: whom a verb of giving reaches is the other party."""
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    money = scene.quantities[scene.phrase(place).item].kind == "money"
    return money and lemma in word_list(scene.document.language, "claims_giving")


def _describing(scene: Scene, clause: int) -> list[int]:
    """`a round led by Accel`: the clause after this one, where it is a passive participle."""
    after = scene.parse.clauses[clause + 1] if clause + 1 < len(scene.parse.clauses) else None
    return [clause + 1] if after is not None and after.passive and after.link == "relative" else []


def _stands_in(scene: Scene, place: int, case: str) -> bool:
    """A noun in a case, or a bare noun counted by a quantity in that case (`스타트업 다섯 곳에`)."""
    phrase = scene.phrase(place)
    if phrase.kind != "noun" or phrase.case:
        return phrase.kind == "noun" and phrase.case == case
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    counted = after is not None and after.kind == "quantity" and after.case == case
    return counted and scene.traits.glued or not case


def _party(scene: Scene, candidate: int, cue: Cue | None) -> Name | None:
    """What the phrase names, the metric's own words taken away (`왈라팝 지분`)."""
    candidate = leader(scene, candidate)
    phrase = scene.phrase(candidate)
    cues = [c for c in scene.cues_in(candidate) if not c.is_weak]
    if phrase.text.lower().split(" ")[-1] in word_list(scene.document.language, "claims_forecasters"):
        return None
    if cue is not None and cue.metric.object_types:
        typed = [m for m in scene.named_in(phrase.start, phrase.end) if m.entity.type in cue.metric.object_types]
        meant = named(scene, phrase.start, phrase.end)
        plain = meant if meant and not meant.entity and not cues and meant.text[:1].isupper() else None
        return name_of(typed[-1]) if typed else meant if meant and meant.resolved else plain
    if not cues:
        return named(scene, behind_place(scene, phrase), phrase.end)
    start, end = trim(scene, phrase.start, min(c.start for c in cues))
    own = cue is not None and any(c.metric == cue.metric or c.metric.metric_id == "ownership_stake" for c in cues)
    names = scene.named_in(phrase.start, phrase.end)
    if scene.traits.capitals and names and names[-1].end == phrase.end and names[-1].start >= cues[-1].end:
        return name_of(names[-1])
    if start >= end and cue is not None and cue.metric.standalone and cue.phrase != candidate:
        return named(scene, phrase.start, phrase.end) if own else None
    plain = scene.traits.capitals and scene.document.text[start:end].islower()
    counts = own and not plain or names or cue is not None and cue.metric.metric_id == "tariff_rate"
    return named(scene, start, end) if start < end and counts else None
