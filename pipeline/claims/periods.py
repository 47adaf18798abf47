"""The period that a report goes on about.

In: a claim and the last one that stated its period. Out: the claim, with that period where it has none of its own.
Judgements: only what is measured over a period takes one over, only from a claim of the same subject that is as
real, and only while the text stays with that subject; `같은 기간`, `이 기간` take it over whatever the subject, and
so does a claim of the same paragraph that measures the same of somebody else.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.claims.metrics import metrics
from pipeline.claims.model import Claim
from pipeline.claims.naming import word_list
from pipeline.claims.scene import Scene

FARTHEST = 600
NEXT = 120


def period_after(last: Claim | None, claim: Claim, taken: bool) -> Claim | None:
    """The claim whose period holds on after this one, which has `taken` its own from it or states it."""
    if not _is_periodic(claim):
        return last
    if taken:
        return replace(last, quote_start=claim.quote_start, quote_end=claim.quote_end)
    stated = claim.as_of_basis == "stated" and (claim.as_of_start or claim.as_of_label)
    if stated:
        return last if _is_earlier(last, claim) else claim
    return last


def _is_earlier(last: Claim | None, claim: Claim) -> bool:
    """Whether a claim of the same sentence only looks back (`작년 동기(4억원)보다`)."""
    if last is None or last.as_of_start is None or claim.as_of_start is None:
        return False
    return last.quote_start == claim.quote_start and claim.as_of_start < last.as_of_start


def in_period(last: Claim | None, claim: Claim, scene: Scene) -> Claim:
    """The claim with the period of the last one, where it goes on about it."""
    if last is None or claim.as_of_basis == "stated" or not _is_periodic(claim):
        return claim
    if claim.quote_start - last.quote_end > FARTHEST or claim.quote_start < last.quote_start:
        return claim
    same = (claim.subject_id or claim.subject) == (last.subject_id or last.subject)
    if not (same or _says_same_period(scene) or _is_counted_on(last, claim, scene)):
        return claim
    return replace(claim, as_of_start=last.as_of_start, as_of_end=last.as_of_end, as_of_label=last.as_of_label, as_of_basis="stated")


def _is_counted_on(last: Claim, claim: Claim, scene: Scene) -> bool:
    """`삼성 DS는 매출 27조, DX는 43조를`: the same measure in the sentence after, in one paragraph."""
    paragraph = "\n" not in scene.document.text[last.quote_end:claim.quote_start]
    return paragraph and claim.metric == last.metric and claim.quote_start - last.quote_end < NEXT


def _is_periodic(claim: Claim) -> bool:
    return metrics()[claim.metric].time == "period" and claim.modality == "reported"


def _says_same_period(scene: Scene) -> bool:
    opening = scene.document.text[scene.parse.start:scene.parse.start + 20].lower()
    return opening.startswith(tuple(word_list(scene.document.language, "claims_same_period")))
