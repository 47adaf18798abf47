"""What a share or a rank is about.

In: a scene, a quantity's phrase and its metric's cue. Out: a `Name` or None. Judgements: a share of a whole that acts
is about what it is said to be (`사고의 40%는 졸음운전이었다`), else about the whole (`응답자의 62%가 찬성했다`); a
rank is held by whom it is said to be (`2위는 미르다`); an error or a response rate of a Korean survey has its own. In
English a share of people is theirs, even of people in general (`40% of people under 30 rent`), and what they do
measures nothing but how many they are; a share of those who judge somebody is of whom they judge; a share that acts by
itself (`47% agreed`) is of those of whom the text told the first share.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import measure_start
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.naming import described, named
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.parts import of_fronted
from pipeline.claims.subjects.rated import rated

TOLD = ("topic", "subject")


def ranked(scene: Scene, place: int) -> Name | None:
    """`2위는 미르다`, `1위는 도담으로`, `2위 미르: 3억원`: the name that a rank is said to be."""
    phrase = scene.phrase(place)
    if (holder := _ranked_line(scene, place)) is not None:
        return named(scene, scene.phrase(holder).start, scene.phrase(holder).end)
    if not scene.traits.head_final or scene.quantities[phrase.item].kind != "rank" or phrase.case not in TOLD:
        return None
    return _predicate(scene, place, ("copula", "into"))


def _ranked_line(scene: Scene, place: int) -> int | None:
    """`2위 미르: 3억원`: who stands between a rank that opens a line and a colon."""
    if place or not scene.traits.head_final or scene.quantities[scene.phrase(place).item].kind != "rank":
        return None
    behind = scene.parse.phrases[1:3]
    labelled = len(behind) == 2 and behind[0].kind == "noun" and behind[1].text == ":"
    return 1 if labelled else None


def part_of(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """Whom a share of several is about, where nothing else is measured."""
    phrase = scene.phrase(place)
    kind = scene.quantities[phrase.item].kind
    if not scene.traits.head_final or kind != "percent" or phrase.case not in TOLD or phrase.depth:
        return None
    whole = _whole(scene, place)
    if cue is not None and cue.phrase != whole:
        return None
    if (told := _predicate(scene, place, ("copula",))) is not None or whole is None:
        return told
    return named(scene, scene.phrase(whole).start, scene.phrase(whole).end)


def polled(scene: Scene, place: int) -> Name | None:
    """`83 per cent of employees would move`: the people of whom a share acts."""
    share = scene.quantities[scene.phrase(place).item].kind == "percent"
    judged = rated(scene, place, word_list(scene.document.language, "claims_opinions", "lemma")) if share else None
    if judged is not None:
        return judged
    whole = scene.whole(place) if share else None
    if share and whole is None and scene.memory.asked is not None and _answers(scene, place):
        return scene.memory.asked._replace(resolved=True)
    after = None if whole is None else scene.neighbour(whole, 1)
    if after is None or scene.phrase(after).kind != "verb":
        return None
    said, language = scene.phrase(whole), scene.document.language
    if scene.memory.asked is not None and said.text.lower() in word_list(language, "claims_respondents"):
        return scene.memory.asked._replace(resolved=True)
    if described(scene, said.start, said.end) or said.text.lower() in word_list(language, "claims_same_group"):
        return None
    start, end = trim(scene, said.start, said.end)
    words = scene.document.text[start:end]
    people = word_list(language, "claims_speaking")
    return Name(words, None, start, end) if words.lower().split(" ")[-1] in people else None


def _answers(scene: Scene, place: int) -> bool:
    """`47 per cent suggested`, `63 per cent of respondents asked for`: a share that acts by itself, or whose people are
    only those who were asked."""
    if scene.traits.head_final or scene.phrase(place).case or scene.phrase(place).depth:
        return False
    after, phrases, clause = place + 1, scene.parse.phrases, scene.phrase(place).clause
    if after < len(phrases) and phrases[after].text.lower() in word_list(scene.document.language, "claims_respondents"):
        after += 1
    while after < len(phrases) and phrases[after].kind == "adverb":
        after += 1
    acts = after < len(phrases) and phrases[after].kind == "verb" and phrases[after].clause == clause
    before = [p for p in phrases[:place] if p.clause == clause and p.kind == "noun"]
    passive = scene.parse.clauses[clause].passive
    apart = of_fronted(scene, place)
    known = apart is None or apart.text in word_list(scene.document.language, "claims_respondents")
    return acts and known and not passive and not any(p.case == "subject" for p in before)


def surveyed(scene: Scene, place: int) -> Name | None:
    """`표본오차는 95% 신뢰수준에서 ±3.1%포인트다`: what says how good a survey is has its number itself."""
    words = word_list(scene.document.language, "claims_of_surveys")
    behind = scene.parse.phrases[place + 1 : place + 2] if words and not scene.phrase(place).case else ()
    if any(p.text in words for p in behind):
        return named(scene, behind[0].start, behind[0].end)
    before, clause = scene.parse.phrases[:place] if words else (), scene.phrase(place).clause
    told = [p for p in before if p.text in words and p.case in ACTORS and p.clause == clause]
    return named(scene, told[-1].start, told[-1].end) if told else None


def _predicate(scene: Scene, place: int, cases: tuple[str, ...]) -> Name | None:
    """The noun right behind that says what or who it is."""
    after = scene.neighbour(place, 1)
    if after is None or scene.phrase(after).kind != "noun" or scene.phrase(after).case not in cases:
        return None
    said = scene.phrase(after)
    last = said.text.split(" ")[-1]
    neutral = last in word_list(scene.document.language, "claims_neutral")
    neutral |= last in word_list(scene.document.language, "claims_states")
    return None if neutral or is_idle(scene, after) else named(scene, said.start, said.end)


def _whole(scene: Scene, place: int) -> int | None:
    """`응답자의 62%`, `직장인 1천 명 중 62%`: the noun that a share is a part of."""
    before = place - 1
    partitive = before >= 0 and scene.phrase(before).text in word_list(scene.document.language, "claims_partitives")
    before -= partitive
    before -= before >= 0 and scene.phrase(before).kind == "quantity" and partitive
    whole = scene.phrase(before) if before >= 0 else None
    owns = whole is not None and whole.kind == "noun" and (partitive or whole.case == "of")
    measured = owns and measure_start(scene, before) == whole.start
    return before if owns and not measured and not is_idle(scene, before) else None
