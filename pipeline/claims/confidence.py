"""How far the words themselves settle what a number measures, and of whom.

In: a scene, a quantity's phrase, its metric, the metric's cue and its subject. Out: ``high``, ``medium`` or ``low``.
Judgements, each to be seen in the sentence:
- low: metric or subject is missing;
- high: the metric's words stand in the number's own clause and measure this kind of number (a percentage of a sum of
  money could also be its change, its share, or something else's); the subject stands in the sentence, as a name of
  the table or as words that the text says again; and nobody else acts in the sentence;
- medium: everything else, a subject from the sentence before among it.
`evaluate` reports how often metric and subject are right at each level.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.scene import Name, Scene

HIGH, MEDIUM, LOW = "high", "medium", "low"
# How far around a name the text is searched for it: keeps the time linear.
NEAR = 5000


def confidence(scene: Scene, place: int, metric: str, cue: Cue | None, about: Name | None) -> str:
    """The level of a claim of `metric` about `about`."""
    if metric == "other" or about is None:
        return LOW
    if cue is None or about.resolved or not _measures(scene, place, cue):
        return MEDIUM
    sure = about.entity is not None or _is_named_again(scene, cue, about)
    return HIGH if sure and not _has_rivals(scene) else MEDIUM


def _measures(scene: Scene, place: int, cue: Cue) -> bool:
    """Whether the cue stands in the number's clause and is of its kind."""
    here = scene.phrase(cue.phrase).clause == scene.phrase(place).clause
    return here and scene.quantities[scene.phrase(place).item].kind in cue.metric.kinds


def _is_named_again(scene: Scene, cue: Cue, about: Name) -> bool:
    """Whether words outside the metric's own phrase are said elsewhere too, as those of whoever a text is about are."""
    phrase, text = scene.phrase(cue.phrase), scene.document.text
    words = about.text or text[about.start : about.end]
    if phrase.start <= about.start < phrase.end:
        return False
    before = text.find(words, max(0, about.start - NEAR), about.start)
    return before >= 0 or text.find(words, about.end, about.end + NEAR) >= 0


def _has_rivals(scene: Scene) -> bool:
    """Whether more than one noun acts in the sentence, those that only name a measure aside."""
    acting = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.case in ACTORS]
    return sum(not scene.cues_in(n) for n in acting) > 1
