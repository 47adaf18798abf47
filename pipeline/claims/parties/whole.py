"""Other parties that the whole text tells.

In: a document, its readings and quantities. Out: the readings with the parties that their own sentences leave open.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.parties.pairs import in_pairs
from pipeline.mentions import Quantity


def with_parties(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings, each with both of its parties."""
    return in_pairs(document, readings, quantities)
