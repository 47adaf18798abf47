"""What the words around an amount say of its bound: over, under, about, and how far that reaches.

In: a segment, the span of an amount and a language. Out: a `Bound`. Judgements: a directed word wins over a
hedge, and the hedge is kept as `approximate`; of two directed words the one behind the number wins (Korean)
as it stands nearer; a baseline that something falls short of (`기준선 100을 밑돌다`) is no bound; `30%대` is everything
from 30 to 39.99.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.quantities.amount import Amount, beginning
from pipeline.quantities.bound_words import cues
from pipeline.quantities.segment import Segment

SIGNS = tuple("<>≤≥=~≈")
LOWER, UPPER = ("gt", "ge"), ("lt", "le")
CLOSED = {"gt": "ge", "ge": "ge", "lt": "le", "le": "le"}
OPPOSITE = {"gt": "le", "lt": "ge", "ge": "ge", "le": "le", "approx": "approx", "none": "none"}


class Bound(NamedTuple):
    """The directed bound (or None), whether a hedge stands there, the spans of the words, whether they take the
    number itself in (`less than 30 or equal`), and whether they mean all numbers that begin like it (`30%대`)."""

    directed: str | None = None
    hedged: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    closed: bool = False
    within: bool = False

    def with_word(self, meaning: str, span: tuple[int, int]) -> Bound:
        if meaning == "none":
            return self
        if meaning == "equal":
            return self._replace(closed=True, spans=(*self.spans, span))
        if meaning == "within":
            return self._replace(hedged=True, within=True, spans=(*self.spans, span))
        if meaning == "approx":
            return self._replace(hedged=True, spans=(*self.spans, span))
        return self._replace(directed=self.directed or meaning, spans=(*self.spans, span))


NO_WORDS = Bound()


def compared(segment: Segment, amount: Amount, code: str, found: Bound) -> Bound:
    """`100보다 크다`: bounds a bare number; with a unit (`2.1%보다 높다`) the other thing is only compared with it."""
    if not amount.bare and amount.kind != "rank" and amount.number.form != "fraction":
        return found
    match = cues(code).compare.match(segment.after(amount.end))
    if not match:
        return found
    meaning = cues(code).meaning[("compare", match.group(1).lower())]
    return found.with_word(meaning, (amount.end + match.start(1), amount.end + match.end(1)))


def behind(segment: Segment, amount: Amount, code: str, found: Bound, end: int | None = None) -> Bound:
    """Adds the words behind an amount (or behind `end`), up to two (`100명가량 이상`)."""
    end = amount.end if end is None else end
    for _ in range(2):
        word = word_behind(segment, code, end)
        if word is None and (past := past_aside(segment, amount, code, end)) != end:
            word = word_behind(segment, code, past)
        if word is None:
            return found
        side, start, surface = word
        meaning = cues(code).says(side, surface, amount)
        if meaning in ("lt", "gt") and unbounding(segment, code, amount.start, segment.text[end:start]):
            return found
        if meaning is not None:
            found = found.with_word(meaning, (start, start + len(surface)))
        end = start + len(surface)
    return found


def word_behind(segment: Segment, code: str, end: int) -> tuple[str, int, str] | None:
    """The bound word that stands behind `end`: its side, where it starts and how it is spelled."""
    match, side, known = None, "tail", cues(code)
    if segment.text[end : end + 1] in known.tail_heads:
        match = known.tail.match(segment.after(end, 4))
    if not match:
        match, side = known.after.match(segment.after(end)), "after"
    if not match or known.resumed.match(segment.after(end + match.end(1), 8)):
        return None
    return side, end + match.start(1), match.group(1)


def past_aside(segment: Segment, amount: Amount, code: str, end: int) -> int:
    """Where brackets or people behind the amount end (`9000억원(평균잔액)가량`, `900만 관중 돌파`), or `end`."""
    if amount.bare and amount.number.scales and end == amount.end:
        match = cues(code).crowd.match(segment.after(end, 16))
        return end + len(match.group().rstrip(" ")) if match else end
    if "(" not in segment.after(end, 2):
        return end
    match = cues(code).aside.match(segment.after(end, 24))
    return end + match.end() if match else end


def unbounding(segment: Segment, code: str, start: int, between: str) -> bool:
    """Whether `웃돌다` speaks of a baseline (`기준선 100을 밑돌다`) or of the amount as a margin (`추정치를 2.7%
    웃돌다`)."""
    before = segment.before(start, 24)
    return bool(cues(code).baseline.search(before)) or (not between.strip() and bool(cues(code).margin.search(before)))


def during(segment: Segment, amount: Amount, code: str, word: str, start: int) -> bool:
    """Whether `over five years` says when, not how long at least (`took over five years` does)."""
    return amount.kind == "duration" and word == "over" and not cues(code).spanning.search(segment.before(start, 24))


def measured_against(segment: Segment, amount: Amount, code: str, start: int) -> bool:
    """Whether the amount is only a baseline: `12 percent over $8 billion`, `topped $8.8 billion forecasts`."""
    if cues(code).against.search(segment.before(start, 24)):
        return True
    return amount.kind != "count" and cues(code).benchmark.match(segment.after(amount.end, 56)) is not None


def ahead(segment: Segment, amount: Amount, code: str, found: Bound) -> Bound:
    """Adds the words before an amount, up to two (`최대 약`)."""
    start, known = amount.start, cues(code)
    for _ in range(2):
        offset = max(0, start - 32)
        word = word_ahead(segment, amount, code, start)
        if word is None:
            return found
        side, first, surface = word
        if known.done.search(segment.text[offset : first + len(surface)]):  # `목표로 한 10조원`: made, not about
            return found
        if during(segment, amount, code, surface.lower(), first):
            return found
        if segment.text.startswith("-", amount.number.end) and known.governing.search(segment.text[offset:start]):
            return found  # `under a three-year deal`: the deal is above it
        meaning = known.says(side, surface, amount)
        if meaning is None or (meaning in ("lt", "gt") and measured_against(segment, amount, code, first)):
            return found
        if known.comparative.search(surface.lower()) and denied(segment, code, first):
            meaning = OPPOSITE[meaning]
        found = found.with_word(meaning, (first, first + len(surface)))
        start = first
    return found


def word_ahead(segment: Segment, amount: Amount, code: str, start: int) -> tuple[str, int, str] | None:
    """The bound word that stands before `start`: its side, where it starts and how it is spelled."""
    offset, known = max(0, start - 32), cues(code)
    before = segment.text[offset:start]
    match, side = known.before.search(before), "before"
    if not match and before.rstrip(" ")[-1:] in SIGNS:
        match, side = known.sign.search(before), "sign"
    if not match and known.passing and known.mark.match(segment.after(amount.end)):
        match, side = known.passing.search(before), "passing"
        if match and known.yet.search(segment.before(offset + match.start(1), 32)):
            return None  # `has yet to pass the 1 million mark`
    if not match or (match.group(1) == "~" and segment.text[start - 2 : start - 1].strip()[:1].isalnum()):
        return None
    return side, offset + match.start(1), match.group(1)


def denied(segment: Segment, code: str, start: int) -> bool:
    """Whether the comparison is denied in its clause: `no fare will cost more than $499` is at most that."""
    match = cues(code).negated.search(segment.before(start, 64))
    return bool(match) and not cues(code).negation_ends.search(match.group(1))


def bounded(amount: Amount, found: Bound) -> Amount:
    """The amount with its bound: the open side becomes None."""
    if found == NO_WORDS:
        return amount
    hedged = amount.approximate or found.hedged
    spans = tuple(sorted({*amount.hedges, *found.spans}))
    if amount.status != "ok":
        bound = found.directed or ("approx" if hedged else amount.bound)
        return amount._replace(hedges=spans, approximate=hedged, bound=bound)
    amount = beginning(amount) if found.within else amount
    if found.directed is None:
        bound = "approx" if hedged and amount.bound == "eq" else amount.bound
        return amount._replace(bound=bound, approximate=hedged, hedges=spans)
    if amount.bound == "range" and any(start > amount.start and end < amount.end for start, end in amount.hedges):
        return amount._replace(approximate=hedged, hedges=spans)  # `30세 이상~40세 미만`: both ends have their bound
    directed = CLOSED[found.directed] if found.closed else found.directed
    low = amount.low if directed in LOWER else None
    high = amount.high if directed in UPPER else None
    return amount._replace(low=low, high=high, bound=directed, approximate=hedged, hedges=spans)
