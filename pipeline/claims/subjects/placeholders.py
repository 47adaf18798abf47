"""Nouns that stand in for a name said behind them.

In: a scene and a phrase. Out: a `Name` or None. Judgement: what a placeholder of ``claims_placeholders`` is said to be
is who is meant (`가장 큰 기업은 도담으로`).
"""

from __future__ import annotations

from pipeline.claims.model import ACTORS, Phrase
from pipeline.claims.names.naming import named
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene


def placeholder(scene: Scene, place: int) -> Name | None:
    """`가장 큰 기업은 도담으로`: the name that a placeholder is said to be."""
    phrase = scene.phrase(place)
    after = _told_behind(scene, place)
    if phrase.case not in ACTORS or after is None or after.kind != "noun":
        return None
    stands = phrase.text in word_list(scene.document.language, "claims_placeholders") and after.case in (
        "into",
        "copula",
    )
    return named(scene, after.start, after.end) if stands else None


def _told_behind(scene: Scene, place: int) -> Phrase | None:
    """The noun behind a placeholder, past a clause that describes it (`곳은 새 칩을 만든 도담으로`)."""
    after, phrases = place + 1, scene.parse.phrases
    if after < len(phrases) and phrases[after].kind == "noun" and phrases[after].case in ("object", "at", "to"):
        after += 1
        described = after < len(phrases) and phrases[after].kind == "verb"
        described = described and scene.parse.clauses[phrases[after].clause].link == "relative"
        after += described
    return phrases[after] if after < len(phrases) else None
