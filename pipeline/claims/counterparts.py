"""The other party of a claim: the investee, the target, the benchmark, what something is compared with.

In: a scene, the quantity's phrase, its metric's cue and its subject. Out: a `Name` or None. Judgement: each
metric says in its table which cases its object stands in; the nearest noun in the first such case of the
quantity's clause counts, then of the clause that describes the metric's noun; of a ratio it is what
the comparison names.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.metrics import Cue
from pipeline.claims.naming import named, same, trim
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects import ACTORS, is_inverse

COMPARING = ("than", "of", "with")


def counterpart(scene: Scene, place: int, cue: Cue | None, aspect: str, taken: Name | None) -> Name | None:
    """The other party of the quantity at phrase `place`; never the subject itself."""
    for candidate in _candidates(scene, place, cue, aspect):
        name = _party(scene, candidate, cue)
        if name and not (taken and same(name, taken)):
            return name
    return None


def _candidates(scene: Scene, place: int, cue: Cue | None, aspect: str) -> Iterator[int]:
    """Phrases that can be the other party, likeliest first."""
    cases = COMPARING if aspect == "ratio" else cue.metric.object_cases if cue else ()
    if cue is not None and cue.metric.inverse and is_inverse(scene, place):
        cases = ("by", *ACTORS) if not scene.parse.clauses[scene.phrase(place).clause].passive else ("by",)
    clauses = [scene.phrase(place).clause]
    if cue is not None and cue.phrase and scene.phrase(cue.phrase - 1).kind == "verb":
        clauses.append(scene.phrase(cue.phrase - 1).clause)
    for clause in dict.fromkeys(clauses):
        for case in filter(None, cases):
            near = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.case == case and p.clause == clause]
            yield from sorted(near, key=lambda n: abs(n - place))


def _party(scene: Scene, candidate: int, cue: Cue | None) -> Name | None:
    """What the phrase names, the metric's own words taken away (`왈라팝 지분`)."""
    phrase = scene.phrase(candidate)
    cues = scene.cues_in(candidate)
    if not cues:
        return named(scene, phrase.start, phrase.end)
    start, end = trim(scene, phrase.start, min(c.start for c in cues))
    own = cue is not None and any(c.metric == cue.metric for c in cues)
    names = scene.named_in(phrase.start, phrase.end)
    return named(scene, start, end) if start < end and (own or names) else None
