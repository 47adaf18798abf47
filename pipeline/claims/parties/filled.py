"""A reading with a name that other words of its text give it.

In: a document, a reading, a role and a name. Out: the reading with the claim's field and its evidence.
"""

from __future__ import annotations

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document, Role
from pipeline.claims.scene import Name

SUBJECT, OBJECT = "subject", "object"


def filled(document: Document, reading: Reading, role: str, name: Name) -> Reading:
    """The reading whose subject or object is `name`."""
    entity = name.entity.entity_id if name.entity else None
    words = name.entity.name(document.language) if name.entity else name.words_in(document.text)
    claim = reading.claim._replace(**{f"{role}_id": entity, role: words})
    claim = claim._replace(reason=None) if role == SUBJECT and claim.reason == "no-subject" else claim
    evidence = Role(claim.quantity, role, name.start, name.end, document.text[name.start : name.end], entity)
    roles = (*(r for r in reading.roles if r.role != role), evidence)
    return reading._replace(claim=claim, roles=roles, **{"subject" if role == SUBJECT else "other": name})
