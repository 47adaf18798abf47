"""What money goes into, by the words of the investment itself.

In: a scene and its metric's cue. Out: a `Name` or None. Judgement: before a Korean word for an investment stands what
it goes into where that says so (`스타트업 대상 투자액`) or is a kind of those who take money (`국내 AI 스타트업
투자액`); who puts it in is left open.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.naming import named
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import role_list
from pipeline.claims.scene import Name, Scene


def investee(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """`중소기업 대상 투자금액`, `AI 기업 투자액`: what stands before the investment as what it goes into; a name with
    its own figure in a bracket is another's."""
    if cue is None or cue.is_verb or cue.metric.metric_id != "investment" or not scene.traits.head_final:
        return None
    if scene.phrase(place).depth and place > 1 and scene.phrase(place - 2).kind == "noun":
        return None
    start, end = trim(scene, scene.phrase(cue.phrase).start, cue.start)
    words = scene.document.text[start:end]
    first, _, last = words.rpartition(" ")
    if first and last in role_list(scene.document.language, "claims_investees", "towards"):
        return named(scene, start, start + len(first))
    takes = any(words.endswith(kind) for kind in role_list(scene.document.language, "claims_investees", "kind"))
    return named(scene, start, end) if takes else None
