"""By how much one is ahead of another.

In: a document, its readings and quantities. Out: the readings, where a gap has whoever is ahead as its subject and who
is behind as its object. Judgement: they are the two levels of one measure near the gap that differ by exactly it (by a
little more, where the gap is exceeded); where no two do, nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.names.naming import same
from pipeline.claims.names.words import role_ends
from pipeline.claims.parties.filled import OBJECT, SUBJECT, filled
from pipeline.mentions import Quantity

LEADS = "claims_leads"
# The kinds of gaps and of what is apart by them; games have points and results of their own.
KINDS = {"percentage_point": "percent", "money": "money"}
NEAR, LONGEST = 6, 24
# A gap that is exceeded is told in round numbers.
EXCEEDED = Decimal("1.2")


def apart(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings, gaps with both of their parties."""
    done = list(readings)
    for number, reading in enumerate(readings):
        told = reading.other is not None or reading.claim.aspect == "change"
        if told or quantities[number].kind not in KINDS or not _is_lead(document, quantities[number]):
            continue
        pair = next(_pairs(readings, quantities, number), None)
        if pair is not None:
            ahead, behind = (readings[n].subject._replace(resolved=True) for n in pair)
            done[number] = filled(document, filled(document, reading, SUBJECT, ahead), OBJECT, behind)
    return done


def _is_lead(document: Document, quantity: Quantity) -> bool:
    """Whether words beside a number say that it is a gap."""
    before, behind = (role_ends(document.language, LEADS, side) for side in ("before", "behind"))
    text = document.text
    near = text[max(0, quantity.start - LONGEST) : quantity.start].lower()
    said = any(word in near for word in before)
    return said or text[quantity.end : quantity.end + LONGEST].lower().lstrip().startswith(behind)


def _pairs(readings: Sequence[Reading], quantities: Sequence[Quantity], number: int) -> Iterator[tuple[int, int]]:
    """Two numbers that differ by a gap, the larger first, nearest first."""
    gap = quantities[number]
    kind = KINDS[gap.kind]
    around = range(max(0, number - NEAR), min(len(readings), number + NEAR))
    near = [n for n in around if n != number and _is_level(readings[n], quantities[n], kind, gap)]
    near.sort(key=lambda n: abs(n - number))
    for one, other in combinations(near, 2):
        large, small = (one, other) if quantities[one].low > quantities[other].low else (other, one)
        apart_by = quantities[large].low - quantities[small].low
        exceeded = gap.high is None and gap.low < apart_by <= gap.low * EXCEEDED
        alike = readings[one].claim.metric == readings[other].claim.metric
        if alike and (apart_by == gap.low or exceeded) and not same(readings[one].subject, readings[other].subject):
            yield large, small


def _is_level(reading: Reading, quantity: Quantity, kind: str, gap: Quantity) -> bool:
    """Whether a number is as much as somebody has, in the unit of a gap."""
    exact = quantity.low is not None and quantity.low == quantity.high and gap.low is not None
    alike = quantity.kind == kind and (quantity.unit == gap.unit or kind == "percent")
    return exact and alike and reading.subject is not None and reading.claim.aspect != "change"
