"""What a change is measured against: the dates that a number is only compared with.

In: a scene and the phrase of a quantity or a date. Out: the position of the date, or whether a date is one of those.
"""

from __future__ import annotations

from functools import cache

from pipeline.claims.names.naming import word_ends
from pipeline.claims.scene import Scene
from pipeline.languages import table

COMPARED = "than"
LONGEST_BRACKET = 60
ANYWHERE = "in"
# How far before a date the word of its change may stand.
NEAR = 5


def base(scene: Scene, place: int) -> int | None:
    """The date that a change at phrase `place` is measured against."""
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    found = [n for n, p in enumerate(phrases) if p.kind == "date" and p.clause == clause and is_base(scene, n)]
    return phrases[min(found, key=lambda n: abs(n - place))].item if found else None


def is_base(scene: Scene, place: int) -> bool:
    """`지난해보다`, and `지난해` before `같은 기간보다`, but not `5일` before `전 거래일보다`."""
    if scene.phrase(place).case == COMPARED or is_earlier(scene, place) or _is_likened(scene, place):
        return True
    if _is_start(scene, place):
        return True
    after = scene.parse.phrases[place + 1] if place + 1 < len(scene.parse.phrases) else None
    if scene.phrase(place).case or after is None or after.kind != "noun" or after.case != COMPARED:
        return False
    return not after.text.startswith(word_ends(scene.document.language, "claims_previous"))


@cache
def _moving(language: str) -> frozenset[str]:
    return frozenset(row["cue"] for row in table(language, "claims_directions"))


def _is_start(scene: Scene, place: int) -> bool:
    """`an increase of 62,000 units from 2003`, unlike `$5 million from 2003 to 2005`."""
    phrases = scene.parse.phrases
    before, after = phrases[max(0, place - NEAR) : place], phrases[place + 1 : place + 2]
    if scene.traits.head_final or phrases[place].case != "from" or any(p.kind == "date" for p in after):
        return False
    counted = any(p.kind == "quantity" for p in before[-2:])
    words = {word for p in before if p.kind != "quantity" for word in p.text.lower().split(" ")}
    return counted and bool(words & _moving(scene.document.language))


def _is_likened(scene: Scene, place: int) -> bool:
    """`작년 4월(11.2%)과 비슷한 수준`, `전년과 같은 66.6%`: the date is only what the present is like."""
    rest = scene.document.text[scene.phrase(place).end :][:LONGEST_BRACKET]
    if rest.startswith("("):
        rest = rest.partition(")")[2]
    return rest.startswith(word_ends(scene.document.language, "claims_likened"))


def is_earlier(scene: Scene, place: int) -> bool:
    """`from a year earlier`: English compares with `from` and a day that points back."""
    words, known = scene.phrase(place).text.lower(), table(scene.document.language, "claims_earlier")
    return any(words.endswith(r["word"]) or r["where"] == ANYWHERE and r["word"] in words for r in known)
