"""Whose something is: when that is the other party, and when it only stands before its name.

In: a scene and a phrase, or a metric's cue. Out: whether it owns, or where the name behind its country begins.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import Phrase
from pipeline.claims.names.words import word_ends
from pipeline.claims.scene import Scene

POSSESSIVE = ("'s ", "’s ")
PLACE = "place"


def behind_place(scene: Scene, phrase: Phrase) -> int:
    """`the U.S. Dodam`: where the name behind its country begins; else where the phrase does."""
    names = scene.named_in(phrase.start, phrase.end) if scene.traits.capitals else ()
    at = names[0].end + 1 if len(names) == 1 and names[0].entity.type == PLACE else phrase.start
    rest = scene.document.text[at : phrase.end]
    abbreviated = scene.document.text[at - 2 : at - 1] == "."
    return at if abbreviated and rest[:1].isupper() else phrase.start


def hides(scene: Scene, place: int, case: str) -> bool:
    """Whether an English genitive is no party by where it stands, or is only the end of the name before it."""
    before = scene.neighbour(place, -1)
    ends = (
        scene.traits.capitals
        and before is not None
        and all(w[:1].isupper() for w in scene.phrase(place).text.split(" "))
    )
    named_on = ends and scene.document.text.startswith(POSSESSIVE, scene.phrase(before).end)
    return case == "of" and (named_on or _only_owns(scene, place))


def _only_owns(scene: Scene, place: int) -> bool:
    """`Mirr's owner buys`, `67% of Mirr's affiliate Dodam`: who has what acts, or what is named, is no other party."""
    phrase, after = scene.phrase(place), scene.neighbour(place, 1)
    if after is None or not scene.document.text.startswith(POSSESSIVE, phrase.end):
        return False
    verb = scene.parse.clauses[phrase.clause].verb
    words = scene.phrase(after).text.split(" ")
    described = words[-1][:1].isupper() and any(word.islower() for word in words)
    return verb is not None and place < verb or described


def owns_object(scene: Scene, cue: Cue) -> bool:
    """`왈라팝 지분`, `왈라팝의 지분`: in Korean whose stake it is is the other party; whose 지분율, the holder."""
    owned = cue.metric.metric_id in ("ownership_stake", "acquisition_price")
    rates = word_ends(scene.document.language, "claims_share_nouns")
    rate = scene.document.text[cue.start : cue.end].endswith(rates)
    return scene.traits.head_final and not cue.is_verb and owned and not rate
