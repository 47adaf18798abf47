"""What a Korean number is compared with, where that is a measure or the number of somebody else.

In: a scene, a quantity's phrase and its aspect. Out: a `Name` or None. Judgements: only what stands right before the
number, or before it in 보다 and 대비; a measure counts where it is a benchmark by its name (`시세보다`, `목표의 79%`)
or, of a multiple, where words before it say whose it is (`여의도 면적의 3배`); of another's number its owner is what is
compared with (`미르의 24%보다 7%포인트`).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.measures.metrics import RELATIVE
from pipeline.claims.names.genitives import before_bracket
from pipeline.claims.names.naming import named
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import is_nobody, word_ends
from pipeline.claims.scene import Name, Scene

COMPARED, OF = "than", "of"
COMPARING = ("change", "ratio")


def compared(scene: Scene, place: int, aspect: str) -> Name | None:
    """The other party of a comparison."""
    kind = scene.quantities[scene.phrase(place).item].kind
    if not scene.traits.head_final or scene.phrase(place).depth or aspect not in COMPARING and kind not in RELATIVE:
        return None
    base = _base(scene, place, aspect)
    if base is None:
        return None
    return _owner(scene, base) if scene.phrase(base).kind == "quantity" else _benchmark(scene, base, kind)


def beaten(scene: Scene, place: int) -> Iterator[int]:
    """`도담보다 11%, 미르보다 4% 싸다`: what stands in 보다 right before a percentage or a multiple."""
    before = place - 1 if place else 0
    relative = scene.quantities[scene.phrase(place).item].kind in RELATIVE
    noun = scene.phrase(before).kind == "noun" and scene.phrase(before).case == COMPARED
    yield from (before,) if relative and noun and scene.traits.head_final and not scene.cues_in(before) else ()


def is_of_benchmark(scene: Scene, place: int) -> bool:
    """`목표의 79%`, `감정가의 130%`: whether a percentage is of what it is measured by, no part of a whole."""
    return _measured_by(scene, place) is not None


def is_measured_by(scene: Scene, place: int, start: int) -> bool:
    """Whether the words at `start` are what the number at `place` is only measured by, nobody that it is about."""
    noun = _measured_by(scene, place)
    return noun is not None and scene.phrase(noun).start <= start < scene.phrase(noun).end


def _measured_by(scene: Scene, place: int) -> int | None:
    """`목표 180억 달러의 78.9%`, `정부 예산(428조원)의 4분의 1`: the noun that a number right behind it is of."""
    whole = _right_before(scene, place)
    if whole is None or scene.phrase(whole).case != OF or not scene.traits.head_final:
        return None
    noun = whole - 1 if scene.phrase(whole).kind == "quantity" else whole
    meant = noun >= 0 and scene.phrase(noun).kind == "noun"
    return noun if meant and (_is_benchmark(scene, noun) or _has_number(scene, noun)) else None


def _base(scene: Scene, place: int, aspect: str) -> int | None:
    """The noun or number that this one is compared with: nearest before it in its clause."""
    right = _right_before(scene, place)
    of = right is not None and scene.phrase(right).case == OF
    if of and (aspect == "ratio" or is_of_benchmark(scene, place)):
        return right
    clause = scene.phrase(place).clause
    near = (n for n in range(place - 1, -1, -1) if scene.phrase(n).clause == clause)
    return next((n for n in near if scene.phrase(n).case == COMPARED and scene.phrase(n).kind != "date"), None)


def _right_before(scene: Scene, place: int) -> int | None:
    """The phrase right before a number, a bracket passed over."""
    before = scene.neighbour(place, -1)
    if before is not None and scene.phrase(before).text == ")":
        before = before_bracket(scene, before)
    return before if before is not None and before >= 0 else None


def _owner(scene: Scene, number: int) -> Name | None:
    """`미르의 24%보다`, `목표 180억 달러의`, `정부안인 29조원보다`: whose or which number it is."""
    before = _right_before(scene, number)
    if before is None or scene.phrase(before).kind != "noun":
        return None
    if scene.phrase(before).case == OF and not scene.cues_in(before):
        return named(scene, scene.phrase(before).start, scene.phrase(before).end)
    return _whole(scene, before) if _is_benchmark(scene, before) else None


def _benchmark(scene: Scene, noun: int, kind: str) -> Name | None:
    """`시세보다`, `여의도 면적(290ha)의 3.8배`."""
    if scene.phrase(noun).kind != "noun":
        return None
    measured = _has_number(scene, noun) and scene.phrase(noun).case == OF
    if _is_benchmark(scene, noun) or measured and kind != "multiple":
        return _whole(scene, noun)
    cues = scene.cues_in(noun)
    if kind != "multiple" or not (cues or measured):
        return None
    start, end = trim(scene, scene.phrase(noun).start, min((c.start for c in cues), default=scene.phrase(noun).end))
    language = scene.document.language
    return named(scene, start, end) if start < end and not is_nobody(scene.document.text[start:end], language) else None


def _is_benchmark(scene: Scene, noun: int) -> bool:
    """`시세`, but not `5월 전망치` or `기존 계획`, which are the thing's own before."""
    words, language = scene.phrase(noun).text, scene.document.language
    dated = noun > 0 and scene.phrase(noun - 1).kind == "date"
    own = dated or words.startswith(word_ends(language, "claims_previous"))
    return not own and words.endswith(word_ends(language, "claims_benchmarks"))


def _has_number(scene: Scene, noun: int) -> bool:
    """`정부 예산(428조원)의 4분의 1`: what has a number of its own is compared with."""
    behind = scene.parse.phrases[noun + 1 : noun + 3]
    return len(behind) == 2 and behind[0].text == "(" and behind[1].kind == "quantity"


def _whole(scene: Scene, noun: int) -> Name:
    phrase = scene.phrase(noun)
    return Name(scene.document.text[phrase.start : phrase.end], None, phrase.start, phrase.end)
