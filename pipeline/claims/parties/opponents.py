"""Against whom a Korean score was made.

In: a scene and the phrase of a score. Out: positions of phrases, likeliest first. Judgements: whoever a game is with
(`미르와의 홈 경기에서`) or was the match for (`미르를 상대로`) in this clause or one before it; verbs of winning and
losing are in ``frames``.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.names.words import word_ends
from pipeline.claims.scene import Scene

SCORE = "score"
JOINED = ("with", "and")
AS, TAKEN = "into", "object"
# How many phrases the name of a game takes at most.
LONGEST = 8


def opponents(scene: Scene, place: int) -> Iterator[int]:
    """Phrases that can be the other side of a score."""
    games = word_ends(scene.document.language, "claims_games")
    if scene.quantities[scene.phrase(place).item].kind != SCORE or not games:
        return
    for number in range(place - 1, 0, -1):
        phrase = scene.phrase(number)
        if phrase.kind == "noun" and phrase.text.endswith(games):
            yield from _joined(scene, number)


def _joined(scene: Scene, game: int) -> list[int]:
    """`미르와 2024시즌 리그(KL) 홈 경기에서`, `미르를 상대로`: dates, brackets and names of games may stand between."""
    cases = (*JOINED, TAKEN) if scene.phrase(game).case == AS else JOINED
    for number in range(game - 1, max(-1, game - LONGEST), -1):
        phrase = scene.phrase(number)
        if phrase.kind == "verb":
            break
        if phrase.kind == "noun" and phrase.case:
            return [number] if phrase.case in cases else []
    return []
