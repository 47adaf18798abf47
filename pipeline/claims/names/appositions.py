"""The name that stands beside a noun which only describes who is meant.

In: a scene and a phrase. Out: the phrase of the name, or None. Judgements: a name between commas or dashes behind a
description is it (`its biggest unit, Mirr, lost`), and so is one that it is called by (`one of the models, called
Taro,`); nouns that hang on the description may stand between.
"""

from __future__ import annotations

from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.trimming import spans_of
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene

OPENING = (",", "-", "–", "—")
CLOSING = (*OPENING, ")")
ARTICLES = ("a", "an", "the", "its", "their", "one")
# `for delivery in May` behind a commodity.
LONGEST_DELIVERY = 4


def renamed(scene: Scene, place: int) -> int | None:
    """The phrase of the name beside the description at `place`."""
    phrases = scene.parse.phrases
    if not scene.traits.capitals or not scene.phrase(place).text.split(" ")[-1].islower():
        return None
    after = place + 1
    while after < len(phrases) and phrases[after].kind == "noun" and phrases[after].case in ("of", "in", "at"):
        after += 1
    if after + 2 >= len(phrases) or phrases[after].text not in OPENING:
        return None
    calling = word_list(scene.document.language, "claims_calling")
    called = phrases[after + 1].kind == "verb" and phrases[after + 1].text in calling
    name = after + 1 + called
    closed = name + 1 < len(phrases) and phrases[name + 1].text in CLOSING
    return name if closed and _is_name(scene, name) else None


def _is_name(scene: Scene, place: int) -> bool:
    phrase = scene.phrase(place)
    free = phrase.kind == "noun" and phrase.case in ("", "subject", "object")
    return free and phrase.text[:1].isupper() and not scene.cues_in(place) and not is_idle(scene, place)


def contract(scene: Scene, place: int) -> tuple[int, int] | None:
    """`London's main contract, Brent crude for delivery in May, rose`: the commodity that the contract is for."""
    phrases = scene.parse.phrases
    head = scene.phrase(place).text.split(" ")[-1].lower()
    if head not in word_list(scene.document.language, "claims_contracts") or place + 2 >= len(phrases):
        return None
    what = scene.phrase(place + 2)
    bare = what.text.split(" ")[0].lower() not in ARTICLES
    apposed = phrases[place + 1].text == "," and what.kind == "noun" and what.case in ("", "subject") and bare
    closed = any(p.text == "," for p in phrases[place + 3 : place + 3 + LONGEST_DELIVERY])
    return (what.start, what.end) if apposed and closed else None


def called(scene: Scene, place: int) -> int | None:
    """`음식 배달 스타트업 나래푸드`: where the name begins that stands behind the word for what it is, if a measure's
    word stands before that."""
    phrase, cues = scene.phrase(place), scene.cues_in(place)
    if not scene.traits.head_final or not cues:
        return None
    kinds = word_list(scene.document.language, "claims_kinds_of_houses")
    spans = spans_of(scene.document.text, phrase.start, phrase.end)
    behind = [
        spans[n + 1][0]
        for n, span in enumerate(spans[:-1])
        if scene.document.text[slice(*span)] in kinds and span[0] >= cues[-1].end
    ]
    return behind[-1] if behind else None
