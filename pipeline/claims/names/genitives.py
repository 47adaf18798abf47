"""The phrase that says whose a noun is, before it.

In: a scene and a phrase. Out: the phrase in the genitive, or None. Judgements: dates, numbers, brackets and what is
listed may stand between; in Korean an owner needs no particle where a date, a counted group or a size stands between
(`삼성전자 3분기 영업이익`, `상장사 639개사의 매출`, `아라폰9 256GB 가격`).
"""

from __future__ import annotations

from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import is_nobody
from pipeline.claims.scene import Scene

# Marks that close what stands before the thing owned.
PASSED = ("-", ")", "및", "'", "’", '"', "”", ">", "》", "」")
# Kinds of number that tell one thing from another like it.
SIZES = ("data", "length", "area", "volume", "mass", "power", "energy")


def genitive(scene: Scene, place: int) -> int | None:
    """The phrase in the genitive before this one, dates passed over; `삼성전자 3분기 영업이익` needs no particle."""
    before = place - 1
    while before >= 0 and _is_passed(scene, before):
        before = before_bracket(scene, before) if scene.phrase(before).text == ")" else before - 1
    passed = before < place - 1 and (scene.phrase(place - 1).kind == "date" or _sizes(scene, place - 1))
    passed |= scene.traits.head_final and before < place - 1 and scene.phrase(place - 1).text == ")"
    passed |= any(p.kind == "quantity" and p.case == "of" for p in scene.parse.phrases[before + 1 : place])
    cases = ("of", "") if passed else ("of",)
    whose = before >= 0 and scene.phrase(before).kind == "noun" and scene.phrase(before).case in cases
    return before if whose and scene.phrase(before).clause == scene.phrase(place).clause else None


def _sizes(scene: Scene, place: int) -> bool:
    """`아라폰9 256GB 가격`: a number that says which thing is meant, not how much."""
    phrase = scene.phrase(place)
    if not scene.traits.head_final or phrase.kind != "quantity" or phrase.case or phrase.depth:
        return False
    return scene.quantities[phrase.item].kind in SIZES


def _is_passed(scene: Scene, place: int) -> bool:
    """What may stand between an owner and what it owns: dates, numbers, brackets and, in Korean, what is listed."""
    phrase = scene.phrase(place)
    before = scene.traits.head_final and phrase.kind == "noun"
    listed = before and (phrase.case == "and" or not phrase.case and is_idle(scene, place))
    return phrase.kind in ("date", "adverb", "quantity") or phrase.text in PASSED or listed


def before_bracket(scene: Scene, place: int) -> int:
    """The phrase before the bracket that closes at `place`; -1 where it never opened."""
    depth = scene.phrase(place).depth
    while place >= 0 and not (scene.phrase(place).text == "(" and scene.phrase(place).depth == depth):
        place -= 1
    return place - 1


def is_idle(scene: Scene, place: int) -> bool:
    phrase = scene.phrase(place)
    start, end = trim(scene, phrase.start, phrase.end)
    return start == end or is_nobody(scene.document.text[start:end], scene.document.language)
