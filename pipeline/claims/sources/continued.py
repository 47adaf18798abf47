"""Who goes on being the source in the sentences after.

In: a claim and the last one whose source was said. Out: the claim, with that source where its own sentence
names none. Judgements: only what is reported, and measured over a period or summed up, takes a source over, only
from a report or from somebody's own plans, in the sentence right before it in the paragraph (which may have taken
it over itself), and only about the same subject or the same measure; a sentence in which anybody is said to say
anything goes on about nobody else's report.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Claim
from pipeline.claims.scene import Name, Scene

# A full stop's space, and a quotation mark that closes behind it.
NEXT = 3


def source_of(last: Claim | None, claim: Claim, scene: Scene, name: Name | None) -> Name | None:
    """The speaker `name` of the last claim, where this one goes on with what was said."""
    if last is None or name is None or claim.attribution is not None or scene.parse.sayings:
        return None
    if claim.modality != "reported" or not _is_report(last) or not _is_next(last, claim, scene):
        return None
    counted = metrics()[claim.metric].time in ("period", "cumulative") or claim.metric == "contract_value"
    same = (claim.subject_id or claim.subject) == (last.subject_id or last.subject) is not None
    return name if counted and same or claim.metric == last.metric != "other" else None


def _is_report(claim: Claim) -> bool:
    """What is told as it is, or what somebody expects of itself."""
    own = (claim.attribution_id or claim.attribution) == (claim.subject_id or claim.subject)
    return claim.modality == "reported" or own


def _is_next(last: Claim, claim: Claim, scene: Scene) -> bool:
    """Whether the claim stands in the same sentence as the last or in the next of its paragraph."""
    between = scene.document.text[last.quote_end : claim.quote_start]
    return claim.quote_start == last.quote_start or len(between) <= NEXT and "\n" not in between
