"""Stable ids: a hash of what a row says, never of where it stands.

A typo corrected elsewhere in a document moves every offset and must rename nothing, so an id is made
of the document, the kind, the surface and the how-manieth such surface it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

SEPARATOR = "\x1f"


def row_id(prefix: str, *parts: object) -> str:
    """``<prefix>-<16 hexadecimal digits>`` of the parts, in order."""
    told = SEPARATOR.join(["" if part is None else str(part) for part in parts])
    return f"{prefix}-{hashlib.blake2b(told.encode(), digest_size=8).hexdigest()}"


def mention_ids(prefix: str, doc_id: str, mentions: Iterable[tuple[str, str]]) -> list[str]:
    """An id for each (kind, surface) of a document, in reading order."""
    seen: dict[tuple[str, str], int] = {}
    ids = []
    for mention in mentions:
        before = seen.get(mention, 0)
        ids.append(row_id(prefix, doc_id, *mention, before))
        seen[mention] = before + 1
    return ids
