"""Lists that pair in order: `앤트로픽과 퍼플렉시티에 각각 1억 달러, 1000만 달러`, `respectively`.

In: a scene. Out: for every quantity of such a list the phrase that it goes with, or the earlier quantity
that it says more about. Judgements: only lists of the same length pair; otherwise nothing is said; changes of a
sentence that names no measure go with the levels that end the one before (`매출은 9조원, 이익은 1조원이다. 이는 각각
1%, 5% 늘어난 것이다`), where those measure different things.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pipeline.claims.model import ACTORS
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene

if TYPE_CHECKING:
    from pipeline.claims.claim import Reading

JOINED = ("and", "with", "also")
LIST_MARKS = (",", "·", "/", "and", "&")
CHANGES = ("percent", "percentage_point", "multiple")
# How many phrases from a number the word that pairs a list with it may stand.
NEAREST = 8


def pairs(scene: Scene) -> dict[int, int]:
    """Phrase of a quantity to the phrase that it is paired with."""
    markers = word_list(scene.document.language, "claims_pairing")
    phrases = scene.parse.phrases
    found: dict[int, int] = {}
    if sum(p.kind == "quantity" for p in phrases) < 2:
        return found
    for place, phrase in enumerate(phrases):
        if phrase.kind == "adverb" and phrase.text in markers:
            values = _quantities(scene, place)
            found.update(zip(values, _partners(scene, values), strict=False))
            found.update(_further(scene, values))
    for run in (r for r in _runs(scene, "quantity") if len(r) > 1):
        nouns = _measured(scene, run) or _acting(scene, run)
        found.update((value, noun) for value, noun in zip(run, nouns, strict=False) if value not in found)
    return found


def told_before(scene: Scene, place: int, earlier: Mapping[int, Reading]) -> Reading | None:
    """The reading of the level in the sentence before whose change the quantity at `place` is."""
    markers, phrases = word_list(scene.document.language, "claims_pairing"), scene.parse.phrases
    if scene.quantities[scene.phrase(place).item].kind not in CHANGES:
        return None
    near = (*range(place - 1, max(-1, place - NEAREST), -1), *range(place + 1, min(len(phrases), place + NEAREST)))
    marker = next((n for n in near if phrases[n].kind == "adverb" and phrases[n].text in markers), None)
    values = _quantities(scene, marker) if marker is not None else []
    if place not in values or any(scene.cues_in(n) for n in range(values[-1])):
        return None
    first = scene.phrase(values[0]).item - len(values)
    told = [earlier.get(item) for item in range(first, first + len(values))]
    levels = all(r is not None and r.claim.aspect == "level" for r in told)
    apart = levels and len({r.claim.metric for r in told}) == len({r.claim.quote_start for r in told}) * len(told)
    return told[values.index(place)] if apart else None


def _further(scene: Scene, values: list[int]) -> dict[int, int]:
    """`각각 14조원, 7천억원으로 1%, 27% 늘었다`, `각각 5원과 6원 오른 90원, 80원`: a list as long behind the first says
    more about it, in order."""
    clause = scene.phrase(values[-1]).clause if values else -1
    later = [r for r in _runs(scene, "quantity") if values and r[0] > values[-1] and len(r) == len(values) > 1]
    described = values and scene.traits.head_final and scene.parse.clauses[clause].link == "relative"
    near = [r for r in later if scene.phrase(r[0]).clause == clause or described and _is_described(scene, r[0], clause)]
    return dict(zip(near[0], values, strict=True)) if near else {}


def _is_described(scene: Scene, place: int, clause: int) -> bool:
    """Whether a phrase stands right behind the verb of a clause that describes it."""
    return scene.parse.clauses[clause].verb == place - 1


def _measured(scene: Scene, values: list[int]) -> list[int]:
    """`매출액과 순이익은 50조원, 5조원`: as many different measures as quantities, right before them."""
    lists = [r for r in _runs(scene, "noun") if len(r) == len(values) > 1 and r[-1] < values[0]]
    last = lists[-1] if lists else []
    between = scene.parse.phrases[last[-1] + 1 : values[0]] if last else ()
    clear = last and not any(p.kind in ("quantity", "verb") for p in between)
    return last if clear and all(scene.cues_in(n) for n in last) else []


def _acting(scene: Scene, values: list[int]) -> list[int]:
    """`외국인과 기관이 800억원, 500억원을 순매수했다`: as many who act as numbers alike, right before them."""
    kinds = {(scene.quantities[scene.phrase(n).item].kind, scene.quantities[scene.phrase(n).item].unit) for n in values}
    if len(values) < 2 or len(kinds) > 1 or not scene.traits.head_final:
        return []
    lists = [r for r in _runs(scene, "noun") if len(r) > 1 and r[-1] < values[0]]
    last = lists[-1] if lists else []
    clear = last and not any(p.kind in ("quantity", "verb") for p in scene.parse.phrases[last[-1] + 1 : values[0]])
    acts = clear and len(last) == len(values) and scene.phrase(last[-1]).case in ACTORS
    return last if acts and not any(scene.cues_in(n) for n in last) else []


def _quantities(scene: Scene, marker: int) -> list[int]:
    """The list of quantities nearest to the marker, after it or else before it."""
    runs = [r for r in _runs(scene, "quantity") if len(r) > 1]
    after = [r for r in runs if r[0] > marker]
    before = [r for r in runs if r[-1] < marker]
    near = after[:1] if after and after[0][0] - marker <= 3 else before[-1:]
    return near[0] if near else []


def _partners(scene: Scene, values: list[int]) -> list[int]:
    """The list of as many nouns before the quantities, else of as many earlier quantities."""
    if not values:
        return []
    nouns = [r for r in _runs(scene, "noun") if len(r) == len(values) and r[-1] < values[0]]
    if nouns:
        return nouns[-1]
    earlier = [n for n, p in enumerate(scene.parse.phrases[: values[0]]) if p.kind == "quantity" and not p.depth]
    return earlier[-len(values) :] if len(earlier) >= len(values) else []


def _is_also(scene: Scene, place: int) -> bool:
    """`A도 B도` is a list, `A와 B도 매출이` is none."""
    return place < len(scene.parse.phrases) and scene.phrase(place).case == "also"


def _runs(scene: Scene, kind: str) -> list[list[int]]:
    """Lists of phrases of a kind, joined by particles, conjunctions or commas; what stands in brackets, and what only
    says what the next one is (`배우인 도담과 가수인 미르가`), is passed over."""
    runs: list[list[int]] = []
    joined, last = False, -1
    for number, phrase in enumerate(scene.parse.phrases):
        if phrase.depth or phrase.kind == "adverb" or phrase.case == "copula" and _only_describes(scene, number):
            continue
        if phrase.kind == kind:
            if joined and runs:
                runs[-1].append(number)
            else:
                runs.append([number])
            joined = phrase.case in JOINED and (phrase.case != "also" or _is_also(scene, number + 1))
            last = number
        else:
            joined = phrase.text in LIST_MARKS and bool(runs) and (joined or runs[-1][-1] == last)
            last = -1
    return runs


def _only_describes(scene: Scene, place: int) -> bool:
    """`배우인 도담`: a noun with a copula right before another noun."""
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    noun = scene.traits.head_final and scene.phrase(place).kind == "noun"
    return noun and after is not None and after.kind == "noun" and after.clause == scene.phrase(place).clause
