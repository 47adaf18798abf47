"""Dates and the brackets around numbers.

In: a scene and a quantity's phrase. Out: the date that its bracket explains, or whether a date is a bracket's own.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.claims.model import Phrase
from pipeline.claims.names.words import word_ends
from pipeline.claims.scene import Scene


def before_bracket(scene: Scene, place: int) -> Iterable[int]:
    """`지난해 같은 기간(매출 2758억 원, 영업이익 209억 원)`: the date that the bracket around a number explains, or
    that of the noun that it explains; a forecast is not of when it was made (`5월 전망치(4.5%)`)."""
    phrases = scene.parse.phrases
    opened = next((n for n in range(place - 1, 0, -1) if phrases[n].text == "(" or not phrases[n].depth), 0)
    if not phrases[place].depth or phrases[opened].text != "(":
        return
    if not scene.traits.head_final and any(p.kind == "date" and p.depth for p in phrases[place + 1 : place + 2]):
        return  # `(a profit of $13m in 2003)` says when itself.
    if phrases[opened - 1].kind == "date":
        yield phrases[opened - 1].item
    # `전월 증가폭(5조원)`, in a language that puts the date before what it is of.
    elif scene.traits.head_final and opened > 1 and _is_bare(phrases[opened - 2]):
        expected = word_ends(scene.document.language, "claims_forecast_nouns")
        if phrases[opened - 1].kind == "noun" and not phrases[opened - 1].text.endswith(expected):
            yield phrases[opened - 2].item


def _is_bare(phrase: Phrase) -> bool:
    """Whether a date leans on the noun behind it."""
    return phrase.kind == "date" and phrase.case in ("", "of") and not phrase.depth


def is_of_bracket(scene: Scene, place: int, date: int) -> bool:
    """`Halden (13% down from 14% in May), Marlow (7%)`, `(2015년=100)`: a date in a bracket that counts something is of
    that number."""
    phrases = scene.parse.phrases
    if not phrases[date].depth:
        return False
    start = next((n for n in range(date, 0, -1) if not phrases[n - 1].depth), 0)
    end = next((n for n in range(date, len(phrases)) if not phrases[n].depth), len(phrases))
    return not start <= place < end and any(p.kind == "quantity" for p in phrases[start:end])
