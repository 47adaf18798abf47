"""Sayings of people without a name of their own.

In: a scene and a quantity's phrase, or the phrase of who speaks. Out: the saying whose speaker counts, or whether
nobody is named. Judgements: nobody whom a reader could ask is no source (`most analysts`, `people familiar with the
matter`), unless somebody asked them, whose name is then part of theirs (`analysts polled by Dodam`); what people in
general believe or were asked, inside what somebody says, is the word of who says it.
"""

from __future__ import annotations

from pipeline.claims.model import Saying
from pipeline.claims.names.words import role_list, word_list
from pipeline.claims.scene import Scene

PLACE = "place"


def is_nameless(scene: Scene, place: int) -> bool:
    """Whether people without a name say the quantity at phrase `place` (`most analysts expect`)."""
    saying = saying_at(scene, place)
    return saying is not None and asked_by(scene, saying.speaker) is None and is_unnamed(scene, saying.speaker)


def saying_at(scene: Scene, place: int) -> Saying | None:
    """The saying that governs the quantity at phrase `place`; of what people in general believe or were asked
    (`Homeowners expect a rise of 1%, Vale said`) the one around it."""
    saying = scene.said(place)
    if saying is None or not (is_unnamed(scene, saying.speaker) or _is_asked(scene, saying.speaker)):
        return saying
    here = scene.phrase(place).start
    others = (s for s in scene.parse.sayings if s.start <= here < s.end and s.speaker not in (place, saying.speaker))
    return next((s for s in others if not is_unnamed(scene, s.speaker)), saying)


def _is_asked(scene: Scene, place: int) -> bool:
    """`Homeowners`, `women`: people whom somebody asked, under a common noun."""
    words = scene.phrase(place).text
    asked = role_list(scene.document.language, "claims_figures", "asked")
    return words[1:].islower() and words.lower().split(" ")[-1] in asked


def is_unnamed(scene: Scene, place: int) -> bool:
    """`people familiar with the matter`, `most analysts`, `Spanish officials`: nobody whom a reader could ask."""
    phrase = scene.phrase(place)
    *before, last = phrase.text.split(" ")
    if last.lower() in word_list(scene.document.language, "claims_unnamed_sources"):
        return True
    demonyms = word_list(scene.document.language, "claims_demonyms")
    opens = phrase.start == scene.parse.start
    capitals = [word for n, word in enumerate(before) if word[:1].isupper() and (n or not opens)]
    named_ = any(word.lower() not in demonyms for word in capitals)
    named_ = named_ or any(m.entity.type != PLACE for m in scene.named_in(phrase.start, phrase.end))
    return last.lower() in word_list(scene.document.language, "claims_nameless") and not named_


def asked_by(scene: Scene, place: int) -> int | None:
    """`Analysts polled by Dodam`: the end of whom a group of people was asked by, which is part of its name."""
    after = scene.parse.phrases[place + 1 : place + 3]
    group = scene.phrase(place).text.lower().split(" ")[-1] in word_list(scene.document.language, "claims_groups_at")
    polled = group and len(after) == 2 and after[0].kind == "verb" and after[1].case == "by" and after[1].kind == "noun"
    return after[1].end if polled else None
