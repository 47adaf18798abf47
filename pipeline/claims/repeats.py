"""Statements that a document makes more than once, above all in its headline.

In: the readings of a document, in reading order. Out: the same, with `repeats` where an earlier claim says the same
amount of the same, and with the period and the source that only one of the two names in both. Judgements: claims
say the same when metric, aspect and amount agree and nothing that both state differs; a number without a metric
repeats nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.claim import Reading, spoken
from pipeline.claims.model import Claim, Document
from pipeline.mentions import Quantity

# How many claims of one amount a further one is compared with: bounds the work on a text of equal numbers.
COMPARED = 8


def repeated(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings with their repetitions marked and completed."""
    done = list(readings)
    seen: dict[tuple, list[int]] = {}
    for number, quantity in enumerate(quantities):
        claim = done[number].claim
        before = seen.setdefault(_amount(claim, quantity), [])
        said = next((n for n in before if _says_same(done[n].claim, claim)), None)
        if len(before) < COMPARED:
            before.append(number)
        if said is None or claim.metric == "other" or (quantity.low is None and quantity.high is None):
            continue
        done[said], later = _completed(document, done[said], done[number])
        done[number] = later._replace(claim=later.claim._replace(repeats=said))
    return done


def _amount(claim: Claim, quantity: Quantity) -> tuple:
    return claim.metric, claim.aspect, quantity.unit, quantity.low, quantity.high, quantity.per


def _says_same(earlier: Claim, later: Claim) -> bool:
    """The same subject, object and period, where both state them."""
    pairs = (
        (earlier.subject_id or earlier.subject, later.subject_id or later.subject),
        (earlier.as_of_start, later.as_of_start),
        (earlier.object, later.object),
    )
    return all(one == other or one is None or other is None for one, other in pairs)


def _completed(document: Document, one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """Two readings of one statement, each with what only the other says."""
    first = spoken(document, _dated_like(one, other.claim), other.speaker)
    return first, spoken(document, _dated_like(other, one.claim), one.speaker)


def _dated_like(reading: Reading, claim: Claim) -> Reading:
    if reading.claim.as_of_basis == "stated" or claim.as_of_basis != "stated":
        return reading
    return reading._replace(claim=reading.claim.dated_like(claim))
