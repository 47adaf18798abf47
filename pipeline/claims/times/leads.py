"""The period of a report for the numbers that its headline and lead give before they say when.

In: the readings of a document, in reading order. Out: the same, with periods for the first ones. Judgements: only
results and what is traded, only what is reported, and only of a measure whose next claim states its period; a text
that states another period before goes on about that one (``periods``), and what is only compared with is no measure
of the report. Another company's period is not taken, nor the day of a price long past. An English lead says when, or is
of a time of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.claims.claim import Reading
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.naming import same
from pipeline.claims.scene import Name
from pipeline.claims.sources.soles import is_of_company
from pipeline.claims.times.governing import DAILY
from pipeline.claims.times.sessions import is_recent

FARTHEST = 600
# What a report is about as a whole, unlike single sales, costs or fees.
RESULTS = ("revenue", "operating_income", "net_income", "loss", "margin", "growth", "inflation_rate", "trade_volume")


def led(document: Document, readings: Sequence[Reading], compared: Collection[int]) -> list[Reading]:
    """The readings, the undated first ones of each measure in the period of its first dated one; `compared` are the
    positions of what others are only compared with, or what brackets explain."""
    if document.traits.capitals:
        return list(readings)
    waiting: dict[str, list[int]] = {}
    done, told = list(readings), set()
    for number, reading in enumerate(readings):
        claim = reading.claim
        if claim.metric in told or number in compared or not _has_period(claim):
            continue
        if claim.as_of_basis != "stated":
            waiting.setdefault(claim.metric, []).append(number)
            continue
        told.add(claim.metric)
        if claim.metric in DAILY and claim.as_of_end and not is_recent(document, claim.as_of_end):
            continue
        for before in waiting.get(claim.metric, ()):
            near = claim.quote_start - done[before].claim.quote_end <= FARTHEST
            if near and not _is_anothers(document, done[before].subject, reading.subject):
                done[before] = done[before]._replace(claim=done[before].claim.dated_like(claim))
    return done


def _is_anothers(document: Document, name: Name | None, other: Name | None) -> bool:
    """Whether two numbers are of two companies."""
    if name is None or other is None or same(name, other):
        return False
    return is_of_company(document, name) and is_of_company(document, other)


def _has_period(claim: Claim) -> bool:
    """Whether a claim is of a result or of what is traded."""
    return claim.metric in (*RESULTS, *DAILY) and claim.modality == "reported"
