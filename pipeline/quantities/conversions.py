"""Amounts that restate another one in a different unit, and rates per something.

In: the amounts of a segment in reading order. Out: the same amounts with `converts` and `per` set, bounds
shared. Judgements: an amount in brackets restates the amount right before the brackets when both are of one
kind and differ in unit, whatever else stands inside; outside brackets only a cue (`우리 돈으로`, `or about`)
makes a conversion. A bound outside the brackets holds for what is inside, unless that has its own.
"""

from __future__ import annotations

from pipeline.quantities.amount import Amount
from pipeline.quantities.bounds import Bound, behind, bounded
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.segment import Segment

MOST_INSIDE = 120
MOST_BEFORE = 14
MOST_BETWEEN = 30
CLOSING = {"(": ")", "[": "]"}


def converted(segment: Segment, lexicon: Lexicon, amounts: list[Amount]) -> list[Amount]:
    """The amounts with every conversion linked to what it restates."""
    linked = list(amounts)
    for index, amount in enumerate(amounts):
        if amount.converts is None:
            source = restated(segment, lexicon, linked, index)
            if source is not None:
                linked[index] = linked[index]._replace(converts=source)
    return linked


def restated(segment: Segment, lexicon: Lexicon, amounts: list[Amount], index: int) -> int | None:
    """The index of the amount that amounts[index] restates, or None."""
    for back in range(index - 1, max(-1, index - 6), -1):
        source, amount = amounts[back], amounts[index]
        if amount.start - source.end > MOST_INSIDE:
            return None
        if source.converts is None and convertible(source, amount):
            between = segment.text[source.end : amount.start]
            if inside_bracket(between) or cued(lexicon, between):
                return back
    return None


def convertible(source: Amount, amount: Amount) -> bool:
    """Whether the two measure one kind in different units; other things counted restate nothing."""
    if source.kind == "count" or None in (source.unit, amount.unit):
        return False
    return source.kind == amount.kind and source.unit != amount.unit


def inside_bracket(between: str) -> bool:
    """Whether a bracket opened right behind the source is still open."""
    opened = min((place for place in (between.find("("), between.find("[")) if place >= 0), default=-1)
    if opened < 0 or opened > MOST_BEFORE or any(mark in between[:opened] for mark in ".,;:)0123456789"):
        return False
    return CLOSING[between[opened]] not in between[opened:] and "\n" not in between


def cued(lexicon: Lexicon, between: str) -> bool:
    """Whether a phrase such as `우리 돈으로` links the two outside brackets."""
    if len(between) > MOST_BETWEEN or any(mark in between for mark in "\n;)(") or ". " in between:
        return False
    return any(cue in between.lower() for cue in lexicon.parts["conversion"])


def bracket_end(segment: Segment, end: int) -> int | None:
    """Where the bracket that opens at `end` closes, when it closes soon."""
    at = end + 1 if segment.text[end : end + 1] == " " else end
    opening = segment.text[at : at + 1]
    if opening not in CLOSING or not opening:
        return None
    close = segment.text.find(CLOSING[opening], at, at + MOST_INSIDE)
    return close + 1 if close >= 0 else None


def shared(segment: Segment, code: str, amounts: list[Amount]) -> list[Amount]:
    """Bounds reach across a conversion's brackets, both ways."""
    result = list(amounts)
    for index, amount in enumerate(amounts):
        if amount.converts is None:
            continue
        source = result[amount.converts]
        close = bracket_end(segment, source.end)
        if close is not None and amount.end <= close and source.bound in ("eq", "approx"):
            source = bounded(source, behind(segment, source, code, Bound(), close))
            result[amount.converts] = source
        if amount.bound in ("eq", "approx") and amount.status == "ok":
            result[index] = taking(amount, source)
    return result


def taking(amount: Amount, source: Amount) -> Amount:
    """The conversion with its source's bound."""
    if source.bound in ("eq", "range") and not source.approximate:
        return amount
    directed = source.bound if source.bound in ("lt", "le", "gt", "ge") else None
    outer = tuple(span for span in source.hedges if span not in amount.hedges)
    return bounded(amount, Bound(directed, source.approximate, outer))
