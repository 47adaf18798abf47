"""The time that the figures of a survey or a tally go on about.

In: the readings of a document, in reading order. Out: the same, with that time for figures that state none. Judgements:
only what is counted, its shares and ranks, and only as reported; over at most one sentence without figures; a sentence
that names another date, but for what it compares with and when it was said, is about that. An earlier time that the
text looks back to holds to the end of its paragraph, and the latest one goes on behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import NamedTuple

from pipeline.claims.claim import Reading
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.words import word_ends
from pipeline.claims.scene import Scene
from pipeline.claims.times.bases import is_base
from pipeline.claims.times.said import is_when_said
from pipeline.mentions import Quantity

METRICS = (
    *("other", "rank", "casualties", "market_share", "adoption_rate", "budget"),
    *("units", "usage", "growth", "downloads", "hires", "layoffs"),
)
KINDS = ("count", "percent", "percentage_point", "rank", "multiple")
BUDGET, UNNAMED, SINCE, COUNT = "budget", "other", "since", "count"
# How far behind the last figure the next one still is of its time: a short sentence between them.
FARTHEST = 150
# How long after it a text still goes on about a time.
LONGEST_SINCE = timedelta(days=800)


class Told(NamedTuple):
    """The latest time that the text has told figures of, and an earlier one that it looks back to."""

    latest: Claim | None = None
    passing: Claim | None = None


def figured(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    compared: Collection[int],
    dated: Collection[int],
) -> list[Reading]:
    """The readings, figures in the time told before; `compared` are the positions of what others are only compared
    with, `dated` those whose sentence names a date of its own."""
    done, told = list(readings), Told()
    # `to 0.78% from 0.64%`: English says so of each number that is only compared with.
    kept = {*dated, *(compared if document.traits.capitals else ())}
    for number, reading in enumerate(readings):
        claim = reading.claim
        if number not in kept and _is_figure(document, reading, quantities[number]):
            claim = _in_time(document, told, claim)
            done[number] = reading._replace(claim=claim)
        told = told if number in compared else _after(document, told, claim)
    return done


def is_dated(scene: Scene) -> bool:
    """Whether a sentence names a date of its own; a period before that of the report is none (`전년 18조원에 비해`),
    nor is a date since which something is a record (`its highest since May`)."""
    dates = (n for n, p in enumerate(scene.parse.phrases) if p.kind == "date" and p.case != SINCE)
    dates = (n for n in dates if not is_base(scene, n) and not is_when_said(scene, n))
    previous = word_ends(scene.document.language, "claims_previous")
    days = (scene.dates[scene.phrase(n).item] for n in dates)
    return any(day.granularity == "day" or not day.surface.startswith(previous) for day in days)


def _is_figure(document: Document, reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is what a survey or a tally found; in English one that counts must be told for its own sake."""
    claim = reading.claim
    if claim.as_of_basis == "stated" or claim.modality != "reported" or claim.metric not in METRICS:
        return False
    told = quantity.kind != COUNT or not document.traits.capitals or _is_told(reading)
    return told and quantity.kind in KINDS or claim.metric == BUDGET


def _is_told(reading: Reading) -> bool:
    """`21,000 people died`, `sales of 300`, unlike `six analysts`: whether a count is itself what is told, or words say
    what it measures."""
    named = reading.claim.metric != UNNAMED or any(role.role == "metric" for role in reading.roles)
    return named or reading.figure


def _in_time(document: Document, told: Told, claim: Claim) -> Claim:
    passing = told.passing is not None and "\n" not in document.text[told.passing.quote_end : claim.quote_start]
    last = told.passing if passing else told.latest
    near = last is not None and claim.quote_start - last.quote_end <= FARTHEST
    return claim.dated_like(last) if near else claim


def _after(document: Document, told: Told, claim: Claim) -> Told:
    """What has been told after a claim; what was long over when the text came out is only looked back to."""
    latest = told.latest
    if claim.modality != "reported" or claim.as_of_basis != "stated" or claim.as_of_start is None:
        return told
    if document.published_on is not None and document.published_on - claim.as_of_end > LONGEST_SINCE:
        return Told(latest, claim)
    if latest is None or claim.as_of_end >= latest.as_of_start:
        return Told(claim)
    same = latest.quote_start == claim.quote_start
    return Told(latest._replace(quote_end=claim.quote_end), None if same else claim)
