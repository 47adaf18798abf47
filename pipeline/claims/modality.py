"""How real a number is: reported, planned, forecast, hypothetical or denied.

In: a scene and a quantity's phrase. Out: the modality and the clause or phrase that says so. Judgements:
the cues of ``claims_modality`` decide in their order, first in the ending of the quantity's own verb
(a Korean verb of a single act in the present tense, `인수한다`, announces a plan), then in the noun that names what is
measured, then in the verbs that the clause hangs on; a clause joined to the next without a tense of its own shares the
next one's, a Korean clause that describes a number the number's own, and an English participle that tells what comes of
something that of what it comes of (`will merge, cutting 300 jobs`). What a Korean verb in the present tense says of a
day to come is planned, whatever the verb.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.claims.given import is_given
from pipeline.claims.intended import attached, cues, in_nouns, refused
from pipeline.claims.measures.metrics import RELATIVE, Cue
from pipeline.claims.model import Clause, Parse
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene

PAST = "었/EP"
REACH = 3
FUTURE, POSSIBLE, VOWED, DENIED = "future", "possible", "vowed", "denied"
HYPOTHETICAL = "hypothetical"


@cache
def _lemmas(language: str) -> dict[str, str]:
    return dict(reversed(cues(language, "lemma")))  # the first row of a verb counts


@lru_cache(maxsize=256)  # every number of a sentence asks for the endings of its clauses
def _by_ending(ending: str, language: str) -> str | None:
    """The modality of the first cue that a verb's ending holds."""
    return next((m for c, m in cues(language, "ending") if c in ending), None)


def modality(scene: Scene, place: int, cue: Cue | None, when: int | None = None) -> tuple[str, tuple[int, int] | None]:
    """The modality of the quantity at phrase `place`, as of the date `when`, and the words that say so."""
    real, words = _worded(scene, place, cue)
    coming = real == "reported" and when is not None and _announces(scene, place, when)
    return ("planned" if coming else real), words


def _worded(scene: Scene, place: int, cue: Cue | None) -> tuple[str, tuple[int, int] | None]:
    language, parse = scene.document.language, scene.parse
    number = scene.phrase(place).clause
    if (aim := attached(scene, place)) is not None:
        return aim
    if is_given(scene, place):
        return "reported", None
    if _is_start(scene, place) or _is_background(scene, place):
        return in_nouns(scene, place, cue) or ("reported", None)
    lemmas, reaching = _lemmas(language), _reached(scene, place, number)
    ends = [n for n in reaching if n >= number or parse.clauses[number].link != "purpose"]
    denied = next((n for n in ends if lemmas.get(parse.clauses[n].lemma) == DENIED), None)
    if denied is not None:
        verb = parse.phrases[parse.clauses[denied].verb]
        return refused(scene, denied) or DENIED, (verb.start, verb.end)
    scheme = _scheme(scene, number)
    hanging = [n for n in (number + 1,) if scheme and n < len(parse.clauses) and parse.clauses[n].verb is not None]
    for step, reached in enumerate([*reaching, *hanging]):
        clause = parse.clauses[reached]
        found = _by_ending(clause.ending, language)
        known = lemmas.get(clause.lemma) if reached in ends or lemmas.get(clause.lemma) != DENIED else None
        lemma = known or _offered(scene, clause, cue) or _announced(scene, number, reached) or _seen(scene, clause, cue)
        if found or lemma:
            verb = parse.phrases[clause.verb]
            return _settled(scene, found or lemma, place, reached), (verb.start, verb.end)
        if step == 0 and (noun := in_nouns(scene, place, cue)):
            return noun
    return ("planned", scheme) if scheme else ("reported", None)


def _announces(scene: Scene, place: int, when: int) -> bool:
    """`오는 16일부터 금리를 0.5%p 인상`: whether the clause says in the present tense, or as a headline, what is to
    be on the number's date; an English verb says so itself (`will`, `is to`)."""
    day, published = scene.dates[when].date_start, scene.document.published_on
    if not scene.traits.head_final or day is None or published is None or day <= published:
        return False
    clause = scene.parse.clauses[scene.phrase(place).clause]
    present = (ending for ending, _ in cues(scene.document.language, "present"))
    said = clause.ending.split(" ")[:2]
    return clause.verb is None or any(part.startswith(ending) for ending in present for part in said)


def _scheme(scene: Scene, number: int) -> tuple[int, int] | None:
    """The noun of a proposal that the clause describes (`인수하는 방안`)."""
    clause, language = scene.parse.clauses[number], scene.document.language
    if clause.verb is None or clause.link != "relative":
        return None
    after = scene.parse.phrases[clause.verb + 1 : clause.verb + 2]
    return next(((p.start, p.end) for p in after if p.text in word_list(language, "claims_schemes")), None)


def _announced(scene: Scene, own: int, reached: int) -> str | None:
    """`공장을 세운다`, `출자해 회사를 만든다고 밝혔다`: the present tense of a single act is a plan."""
    language, clauses = scene.document.language, scene.parse.clauses
    done = not word_list(language, "claims_announced").isdisjoint((clauses[own].lemma, clauses[reached].lemma))
    head = clauses[reached].ending.split(" ")[:2] if done and clauses[reached].link != "relative" else []
    return next((m for c, m in cues(language, "present") if any(part.startswith(c) for part in head)), None)


def _offered(scene: Scene, clause: Clause, cue: Cue | None) -> str | None:
    """`has offered $3 billion for Dodam`: of a takeover what is offered is not yet paid."""
    takeover = cue is not None and cue.metric.metric_id == "acquisition_price"
    return dict(cues(scene.document.language, "takeover")).get(clause.lemma) if takeover else None


def _seen(scene: Scene, clause: Clause, cue: Cue | None) -> str | None:
    """`the group sees sales of $3 billion`, unlike `saw`: a verb whose present tense looks ahead."""
    known = cues(scene.document.language, "words") if cue is not None else ()
    verb = scene.parse.phrases[clause.verb]
    return dict(known).get(scene.document.text[verb.start : verb.end].lower()) if known else None


def _is_start(scene: Scene, place: int) -> bool:
    """What something moves from is as it is: `0.25%에서 0.5%로`, `작년의 5조원보다 8%`, `up from 4%`."""
    here = scene.phrase(place)
    if here.case not in ("than", "at", "from"):
        return False
    others = [p for p in scene.parse.phrases if p.kind == "quantity" and p.clause == here.clause and p is not here]
    if scene.traits.head_final and here.case in ("than", "at"):
        near = others if here.case == "than" else [p for p in scene.parse.phrases[place + 1 : place + 2] if p in others]
        if any(scene.quantities[p.item].kind in RELATIVE for p in near):
            return True
    return (here.case == "at" and any(p.case == "into" for p in others)) or (here.case == "from" and bool(others))


def _is_background(scene: Scene, place: int) -> bool:
    """`plans to restructure in the wake of a loss of $8 million`: what moves somebody to a plan is as it is."""
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    words = word_list(scene.document.language, "claims_backgrounds")
    before = enumerate(phrases[:place]) if words else ()
    near = ((n, p.text.lower()) for n, p in before if p.clause == clause and p.kind in ("noun", "mark"))
    reason, verb = max((n for n, said in near if said in words), default=-1), scene.parse.clauses[clause].verb
    moved = verb is not None and reason > verb
    return moved and not any(p.kind in ("quantity", "verb") for p in phrases[reason:place])


def _settled(scene: Scene, found: str, place: int, reached: int) -> str:
    """What is only said to come is planned if somebody does it, else forecast; belief makes it a forecast, and what
    comes or can be only on a condition is hypothetical. What somebody is quoted to vow is planned."""
    if found not in (FUTURE, POSSIBLE, VOWED):
        return found
    language, clauses, own = scene.document.language, scene.parse.clauses, scene.phrase(place).clause
    outer = reached + 1 if scene.traits.head_final else reached - 1
    believed = _lemmas(language).get(clauses[outer].lemma) if 0 <= outer < len(clauses) else None
    believed = believed if scene.traits.head_final or reached and _thinks(scene, reached - 1) else None
    acts = () if _happens(scene, place) else word_list(language, "claims_acts", "lemma")
    if believed != "forecast" and _is_conditional(scene, own):
        return HYPOTHETICAL
    if found == POSSIBLE:
        return "forecast"
    if found == VOWED and clauses[reached].link == "quote" and not _happens(scene, place):
        return "planned"
    return believed or ("planned" if clauses[own].lemma in acts or clauses[reached].lemma in acts else "forecast")


def _happens(scene: Scene, place: int) -> bool:
    """`30㎜의 비가 내리겠다`: what a Korean verb says of the thing counted, nobody does."""
    after = scene.parse.phrases[place + 1 : place + 3]
    counted = len(after) == 2 and after[0].kind == "noun" and after[0].case == "subject" and after[1].kind == "verb"
    return counted and scene.traits.head_final and scene.phrase(place).case == "of"


def _is_conditional(scene: Scene, number: int) -> bool:
    """`인수가 무산되면 80억 달러를 지불하겠다고`, `무산될 경우`: whether a Korean clause hangs on the one before."""
    before = scene.parse.clauses[number - 1] if number and scene.traits.head_final else None
    language = scene.document.language
    if before is None or before.lemma in word_list(language, "claims_considering", "lemma"):
        return False
    case = any(c in before.ending for c, m in cues(language, "ending") if m == HYPOTHETICAL)
    return before.link == "condition" or case


def _thinks(scene: Scene, number: int) -> bool:
    """`Halden expects 16 million cars will be sold`: whether an English clause is somebody's who says the next."""
    verb = scene.parse.clauses[number].verb
    return verb is not None and any(s.verb == verb for s in scene.parse.sayings)


def _is_described(parse: Parse, place: int) -> bool:
    """`the 5.8 million analysts had projected`, `the 5% gain that was expected`: the next clause says what it is."""
    number, after = parse.phrases[place].clause + 1, parse.phrases[place + 1 : place + 3]
    acts = bool(after) and after[0].kind == "noun" and after[0].case == "subject" and after[0].clause == number
    head = len(after) == 2 and after[0].kind == "noun" and not after[0].case and after[1].clause == number
    clause = parse.clauses[number]
    told = head and (after[1].kind == "mark" or after[1].kind == "verb" and clause.passive)
    return acts or told and clause.link == "relative"


def _is_said(parse: Parse, number: int) -> bool:
    """`expects that it will rise`: an English clause that the one before says or thinks."""
    return parse.clauses[number].link == "quote" and parse.clauses[number - 1].link == "final"


def _is_meant(scene: Scene, number: int) -> bool:
    """`had expected 900 jobs to be added`, `expect prices to rise`: an English clause that goes on what the verb before
    it believes or means, with no mark between."""
    before, here = scene.parse.clauses[number - 1], scene.parse.clauses[number]
    if scene.traits.head_final or before.verb is None or here.verb is None or here.link != "final":
        return False
    said = _thinks(scene, number - 1) and _lemmas(scene.document.language).get(before.lemma) is not None
    return said and not any(p.kind == "mark" for p in scene.parse.phrases[before.verb : here.verb])


def _reached(scene: Scene, place: int, number: int) -> list[int]:
    """The clause and those that it hangs on, nearest first; in English `denied that …` stands before."""
    reached, parse = [number], scene.parse
    if number + 1 < len(parse.clauses) and _is_described(parse, place):
        reached.insert(0, number + 1)
    if number and (
        _is_said(parse, number)
        or _is_meant(scene, number)
        or parse.clauses[number].link == "purpose"
        or _follows(scene, number)
    ):
        return [n for n in (*reached, number - 1) if parse.clauses[n].verb is not None]
    while (
        len(reached) < REACH
        and _hangs_on_next(parse, parse.clauses[reached[-1]])
        and reached[-1] + 1 < len(parse.clauses)
    ):
        reached.append(reached[-1] + 1)
    return [n for n in reached if parse.clauses[n].verb is not None]


def _follows(scene: Scene, number: int) -> bool:
    """`will cut its staff by 12%, shedding 3,200 jobs`: a participle behind a comma that tells what comes of it."""
    clause, phrases = scene.parse.clauses[number], scene.parse.phrases
    behind = clause.verb is not None and clause.verb > 0 and phrases[clause.verb - 1].text == ","
    comes = behind and clause.lemma in word_list(scene.document.language, "claims_outcomes", "lemma")
    words = scene.document.text[phrases[clause.verb].start : phrases[clause.verb].end] if comes else ""
    return clause.link == "relative" and words.split(" ")[0].endswith("ing")


def _hangs_on_next(parse: Parse, clause: Clause) -> bool:
    behind = parse.phrases[clause.verb + 1 : clause.verb + 2] if clause.verb is not None else ()
    if clause.link == "relative" and any(p.kind == "quantity" for p in behind):
        return True
    if clause.link == "and":
        return PAST not in clause.ending.split(" /")[0] and not _has_tense(clause)
    return clause.link in ("quote", "nominal") or (clause.link == "relative" and "것/NNB" in clause.ending)


def _has_tense(clause: Clause) -> bool:
    return any(part in (PAST, "겠/EP") for part in clause.ending.split(" ")[:3])
