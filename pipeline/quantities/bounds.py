"""What the words around an amount say of its bound: over, under, about, and how far that reaches.

In: a segment, the span of an amount and a language. Out: a `Bound`. Judgements: a directed word wins over a
hedge, and the hedge is kept as `approximate`; of two directed words the one behind the number wins (Korean)
as it stands nearer; a baseline that something falls short of (`기준선 100을 밑돌다`) is no bound; `30%대` is everything
from 30 to 39.99.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import re2

from pipeline.languages import language, table
from pipeline.quantities.amount import Amount, beginning
from pipeline.quantities.segment import Segment

NOTHING = r"[^\x00-\x{10ffff}]"
SIGNS = tuple("<>≤≥=~≈")
LOWER, UPPER = ("gt", "ge"), ("lt", "le")
COMPARATIVE = ("than", "exceed", "surpass")
CLOSED = {"gt": "ge", "ge": "ge", "lt": "le", "le": "le"}
OPPOSITE = {"gt": "le", "lt": "ge", "ge": "ge", "le": "le", "approx": "approx", "none": "none"}


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's bound words as two patterns, and what each word means."""

    after: object
    compare: object
    sign: object
    tail_heads: frozenset[str]
    resumed: object
    tail: object
    before: object
    baseline: object
    spanning: object
    governing: object
    against: object
    benchmark: object
    margin: object
    done: object
    negated: object
    negation_ends: object
    meaning: dict[tuple[str, str], str]


@cache
def cues(code: str) -> Cues:
    rows = [row for each in language(code).reads for row in table(each, "bounds")]
    contexts = [row for each in reversed(language(code).reads) for row in table(each, "bound_context")]
    parts = {row["part"]: row["pattern"] for row in contexts}
    meaning = {(row["side"], row["surface"]): row["bound"] for row in reversed(rows)}

    def words(side: str) -> str:
        found = sorted({row["surface"] for row in rows if row["side"] == side}, key=lambda word: (-len(word), word))
        return "|".join(re2.escape(word) for word in found) or NOTHING

    return Cues(
        re2.compile(f"(?i){parts['particle']}({words('after')}){parts['word_end']}"),
        re2.compile(f"(?i){parts['compared']}({words('compare')})"),
        re2.compile(f"({words('sign')})\\s?$"),
        frozenset(row["surface"][0] for row in rows if row["side"] == "tail"),
        re2.compile(parts["resumed"]),
        re2.compile(f"({words('tail')}){parts['tail']}"),
        re2.compile(f"(?i){parts['word_start']}({words('before')}){parts['filler']}$"),
        re2.compile(f"(?:{parts['baseline']})$"),
        re2.compile(f"(?i:{parts['spanning']})$"),
        re2.compile(f"(?i:{parts['governing']})$"),
        re2.compile(parts["against"]),
        re2.compile(parts["benchmark"]),
        re2.compile(parts["margin"]),
        re2.compile(parts["done"]),
        re2.compile(parts["negated"]),
        re2.compile(parts["negation_ends"]),
        meaning,
    )


@dataclass(frozen=True, slots=True)
class Bound:
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
            return replace(self, closed=True, spans=(*self.spans, span))
        if meaning == "within":
            return replace(self, hedged=True, within=True, spans=(*self.spans, span))
        if meaning == "approx":
            return replace(self, hedged=True, spans=(*self.spans, span))
        return replace(self, directed=self.directed or meaning, spans=(*self.spans, span))


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


def behind(segment: Segment, end: int, code: str, found: Bound, start: int) -> Bound:
    """Adds the words behind an amount, up to two (`100명가량 이상`)."""
    for _ in range(2):
        match, side = None, "tail"
        if segment.text[end : end + 1] in cues(code).tail_heads:
            match = cues(code).tail.match(segment.after(end, 4))
        if not match:
            match, side = cues(code).after.match(segment.after(end)), "after"
        if not match or cues(code).resumed.match(segment.after(end + match.end(1), 8)):
            return found
        meaning = cues(code).meaning[(side, match.group(1).lower())]
        if meaning in ("lt", "gt") and unbounding(segment, code, start, segment.text[end : end + match.start(1)]):
            return found
        found = found.with_word(meaning, (end + match.start(1), end + match.end(1)))
        end += match.end(1)
    return found


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
    start = amount.start
    for _ in range(2):
        offset = max(0, start - 32)
        match, side = cues(code).before.search(segment.text[offset:start]), "before"
        if not match and segment.text[offset:start].rstrip(" ")[-1:] in SIGNS:
            match, side = cues(code).sign.search(segment.text[offset:start]), "sign"
        if not match or (match.group(1) == "~" and segment.text[start - 2 : start - 1].strip()[:1].isalnum()):
            return found
        if cues(code).done.search(segment.text[offset : offset + match.end(1)]):  # `목표로 한 10조원`: made, not about
            return found
        if during(segment, amount, code, match.group(1).lower(), offset + match.start(1)):
            return found
        if segment.text.startswith("-", amount.number.end) and cues(code).governing.search(segment.text[offset:start]):
            return found  # `under a three-year deal`: the deal is above it
        meaning = cues(code).meaning[(side, match.group(1).lower())]
        if meaning in ("lt", "gt") and measured_against(segment, amount, code, offset + match.start(1)):
            return found
        if match.group(1).lower().endswith(COMPARATIVE) and denied(segment, code, offset + match.start(1)):
            meaning = OPPOSITE[meaning]
        found = found.with_word(meaning, (offset + match.start(1), offset + match.end(1)))
        start = offset + match.start(1)
    return found


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
        return replace(amount, hedges=spans, approximate=hedged, bound=bound)
    amount = beginning(amount) if found.within else amount
    if found.directed is None:
        bound = "approx" if hedged and amount.bound == "eq" else amount.bound
        return replace(amount, bound=bound, approximate=hedged, hedges=spans)
    if amount.bound == "range" and any(start > amount.start and end < amount.end for start, end in amount.hedges):
        return replace(amount, approximate=hedged, hedges=spans)  # `30세 이상~40세 미만`: both ends have their bound
    directed = CLOSED[found.directed] if found.closed else found.directed
    low = amount.low if directed in LOWER else None
    high = amount.high if directed in UPPER else None
    return replace(amount, low=low, high=high, bound=directed, approximate=hedged, hedges=spans)
