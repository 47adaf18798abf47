"""Other parties that the whole text tells.

In: a document, its readings, quantities and names. Out: the readings with the parties that their own
sentences leave open.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.names.cast import Cast
from pipeline.claims.names.entities import Mention
from pipeline.claims.parties.bilateral import with_one
from pipeline.claims.parties.deals import of_deals
from pipeline.claims.parties.gaps import apart
from pipeline.claims.parties.pairs import in_pairs
from pipeline.claims.parties.sizes import sized
from pipeline.mentions import Quantity


def with_parties(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    names: Sequence[Mention],
    cast: Cast,
) -> list[Reading]:
    """The readings, each with both of its parties; `names` and `cast` are those of the whole text."""
    paired = sized(document, in_pairs(document, with_one(document, readings), quantities), quantities)
    return apart(document, of_deals(document, paired, quantities, names, cast), quantities)
