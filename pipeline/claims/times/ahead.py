"""What is settled now for a time to come, and what cannot be of it.

In: the readings of a document, once their dates are known. Out: the same.
Judgements:
- a budget that is passed, fixed or changed today is planned as long as its period lies ahead, whatever the tense of
  the verb (`내년 예산이 확정됐다`, `lawmakers passed a $44 billion budget for 2027`);
- what is told as a fact is not as of a day to come that only stands elsewhere in the text (`개막전은 23일 열린다. …
  그는 홈런 4개를 쳤다`): it has no date.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.claim import Reading
from pipeline.claims.model import Claim, Document

BUDGET = "budget"
REPORTED, PLANNED = "reported", "planned"


def ahead(document: Document, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with budgets of a period after the publication as planned, and facts of none."""
    return [r._replace(claim=_settled(r)) if _is_ahead(document, r.claim) else r for r in readings]


def _settled(reading: Reading) -> Claim:
    claim = reading.claim
    if claim.metric == BUDGET:
        return claim._replace(modality=PLANNED)
    own = any(role.role == "as_of" for role in reading.roles)
    return claim if own else claim.dated_like(Claim(claim.quantity))


def _is_ahead(document: Document, claim: Claim) -> bool:
    published, start = document.published_on, claim.as_of_start
    return claim.modality == REPORTED and published is not None and start is not None and start > published
