"""What is settled now for a time to come.

In: the readings of a document, once their dates are known. Out: the same. Judgement: a budget that is passed, fixed or
changed today is planned as long as its period lies ahead, whatever the tense of the verb (`내년 예산이 확정됐다`,
`lawmakers passed a $44 billion budget for 2027`); of other metrics the verb alone says how real a number is.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document

BUDGET = "budget"
REPORTED, PLANNED = "reported", "planned"


def ahead(document: Document, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, budgets of a period after the publication as planned."""
    return [r._replace(claim=r.claim._replace(modality=PLANNED)) if _is_ahead(document, r) else r for r in readings]


def _is_ahead(document: Document, reading: Reading) -> bool:
    claim, published = reading.claim, document.published_on
    settled = claim.metric == BUDGET and claim.modality == REPORTED
    return settled and published is not None and claim.as_of_start is not None and claim.as_of_start > published
