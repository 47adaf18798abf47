"""What a quantity measures: the cue of the metrics table that governs it.

In: the cues of a parsed sentence and one of its quantities. Out: the cue that says what it measures. Judgements: a cue
counts only for kinds of quantity that its metric can take; the cheapest cue wins, where a cue is the cheaper the nearer
it stands, a noun right beside the quantity is cheapest, the verb of its clause comes next, and every clause in between
costs extra; the metric's priority in its table decides between cues at one place. The costs are ``claims_costs.csv`` of
the language.
"""

from __future__ import annotations

from functools import cache

from pipeline.claims.measures.bonds import begins_next, between, is_chained, is_compound, is_size_of
from pipeline.claims.measures.metrics import ANY, RELATIVE, Cue, fits
from pipeline.claims.model import Parse
from pipeline.languages import language as traits
from pipeline.languages import table
from pipeline.mentions import Quantity

# Verbs that move what they take, where that is no sum of money.
RAISING = ("raise",)


@cache
def costs(language: str) -> dict[str, float]:
    """What a way of standing to the quantity costs a cue."""
    return {row["relation"]: float(row["cost"]) for row in table(language, "claims_costs")}


def governing(cues: list[Cue], parse: Parse, place: int, quantity: Quantity, language: str) -> Cue | None:
    """The cue that says what the quantity at phrase `place` measures."""
    price = costs(language)
    ranked = sorted(
        (
            (_cost(cue, parse, place, quantity, price), n)
            for n, cue in enumerate(cues)
            if cue.kind in ("", quantity.kind)
            and (_is_kept(cue, quantity) or fits(cue.metric, quantity.kind, cue.is_verb, quantity.unit))
            and not _is_aside(cue, parse, place, quantity, language)
            and not _only_counts(cue, parse, place, language)
            and not _moves(cue, parse, place)
            and not _grows_elsewhere(cue, parse, place, cues)
            and not _is_outside(cue, parse, place, cues)
            and not _values_measure(cue, parse, cues)
        )
    )
    return cues[ranked[0][1]] if ranked and ranked[0][0] <= price["limit"] else None


def _is_kept(cue: Cue, quantity: Quantity) -> bool:
    """`percent:~grow business`, `count:job growth`, `length:rainfall`: what a cue is kept for it measures."""
    free = quantity.kind in RELATIVE or cue.metric.metric_id in ("growth", "other")
    return free and cue.kind == quantity.kind


def _is_aside(cue: Cue, parse: Parse, place: int, quantity: Quantity, language: str) -> bool:
    """`같은 기간 22% 증가`: a stretch of time in no case only says when; a share or change is not of it. Places where
    something is made (`in three towns`) are none that are, and only what is called so is an injury."""
    if (
        _has_own_size(cue, parse, place, quantity, language)
        or _grows_by_its_own(cue, parse, place)
        or _is_yardstick(cue, parse, place, quantity)
    ):
        return True
    if cue.metric.metric_id == "casualties" and quantity.unit == "item" and cue.phrase != place + 1:
        return True
    if quantity.unit == "place" and cue.metric.metric_id == "units" and parse.phrases[place].case not in ("", "object"):
        return True
    timed, phrase = cue.metric.metric_id == "duration" and quantity.kind in RELATIVE, parse.phrases[cue.phrase]
    return timed and (phrase.case not in ("subject", "topic", "object", "also") or cue.end < phrase.end)


def _is_yardstick(cue: Cue, parse: Parse, place: int, quantity: Quantity) -> bool:
    """`a deficit of 3% of GDP`, `8% of the economy`, `GDP의 3%`: what something is set against does not grow."""
    beside = cue.phrase in (place - 1, place + 1) and parse.phrases[cue.phrase].case == "of"
    return beside and not cue.is_verb and cue.metric.metric_id == "growth" and quantity.kind in RELATIVE


def _grows_by_its_own(cue: Cue, parse: Parse, place: int) -> bool:
    """`took half of the segment with 16% growth`: growth right behind its own size is none of a number before it."""
    own = parse.phrases[cue.phrase - 1] if cue.phrase else None
    sized = own is not None and own.kind == "quantity" and place < cue.phrase - 1
    return sized and not cue.is_verb and cue.metric.metric_id == "growth"


def _has_own_size(cue: Cue, parse: Parse, place: int, quantity: Quantity, language: str) -> bool:
    """`at a rate of 892,000, down 4%`, `earned $4m on sales of $9m`: what a cue is kept for, and a sum before it, is
    not told where it has another size of its own."""
    own = any(p.kind == "quantity" and p.case == "of" for p in parse.phrases[cue.phrase + 1 : cue.phrase + 2])
    before = place < cue.phrase and not cue.is_verb and quantity.kind not in RELATIVE
    before = before and not traits(language).head_final
    return own and (before or place > cue.phrase + 1 and cue.kind in RELATIVE)


def _cost(cue: Cue, parse: Parse, place: int, quantity: Quantity, price: dict[str, float]) -> float:
    clauses = (
        0 if _describes(cue, parse, place) else abs(parse.phrases[cue.phrase].clause - parse.phrases[place].clause)
    )
    unlike = 0 if {quantity.kind, ANY} & cue.metric.kinds or cue.kind == quantity.kind else price["unlike"]
    foreign = price["foreign"] if clauses and _has_own_topic(cue, parse, place) else 0
    base = clauses * price["clause"] + foreign + unlike - cue.metric.priority * price["priority"]
    base += price["weak"] if cue.is_weak else 0
    # `compared with a loss of $6 million`: its own amount is not what it is compared with.
    own = cue.phrase == place - 1 and parse.phrases[place].case == "of"
    if parse.phrases[cue.phrase].case == "than" and not own:
        base += price["compared"]
    inside = parse.phrases[cue.phrase].depth > parse.phrases[place].depth
    if inside or _is_circumstance(cue, parse, clauses) or _opens_next(cue, parse, place):
        base += price["aside"]
    if cue.is_verb:
        return base + price["verb"] + (0 if cue.phrase > place else price["verb_before"])
    sized = cue.phrase < place and is_size_of(parse, cue.phrase, place)
    apart = 0 if sized else between(parse, *sorted((cue.phrase, place)))
    if cue.phrase < place:
        bound = sized or parse.phrases[cue.phrase].case in ("", "of")
        side = "left" if apart else "beside" if bound else "marked"
    else:
        joined = (not apart or is_chained(parse, place, cue.phrase)) and not begins_next(parse, place)
        one = joined and is_compound(parse, place)
        plain = parse.phrases[place].case in ("", "of") and parse.phrases[cue.phrase].case != "other"
        side = "beside" if one else "after" if joined and plain else "right"
        base += price["ahead"] if clauses else 0
        apart = 0 if joined else apart
    # The last cue of a phrase is its head.
    return base + price[side] + apart * price["word"] - (cue.end == parse.phrases[cue.phrase].end) * price["head"]


def _describes(cue: Cue, parse: Parse, place: int) -> bool:
    """`환율은 8원 오른 1437원에`: a clause right before the quantity says what it is."""
    before = parse.phrases[place - 1] if place else None
    described = before is not None and before.kind == "verb" and parse.clauses[before.clause].link == "relative"
    return described and not cue.is_verb and parse.phrases[cue.phrase].clause == before.clause


def _only_counts(cue: Cue, parse: Parse, place: int, language: str) -> bool:
    """`근로자 2명이 숨졌다`, `고객 5명에게`: people who do something are no headcount; `나래의 직원 70명을` are one."""
    if (
        cue.phrase
        and parse.phrases[cue.phrase - 1].case == "of"
        and parse.phrases[place].case not in ("subject", "topic")
    ):
        return False
    beside = cue.phrase == place - 1 and not parse.phrases[cue.phrase].case and parse.phrases[place].case != "of"
    people = (
        beside and cue.metric.metric_id in ("employees", "users") and not parse.phrases[cue.phrase].text.endswith("수")
    )
    clause = parse.clauses[parse.phrases[place].clause]
    counting = {row["word"] for row in table(language, "claims_headcounts")} if people else ()
    return people and traits(language).glued and clause.verb is not None and clause.lemma not in counting


def _moves(cue: Cue, parse: Parse, place: int) -> bool:
    """`raised its offer to $8bn`, `raised rates by 1%`: a verb that moves something takes in no money."""
    raised = cue.is_verb and cue.metric.metric_id == "funding_raised" and parse.phrases[cue.phrase].text in RAISING
    taken = parse.phrases[cue.phrase + 1 : cue.phrase + 2]
    moved = any(p.kind == "noun" and p.case == "object" for p in taken) and place > cue.phrase + 1
    return raised and moved and parse.phrases[place].case in ("to", "from", "by")


def _grows_elsewhere(cue: Cue, parse: Parse, place: int, cues: list[Cue]) -> bool:
    """`doubts grow whether it meets 5%`, `its share grew from 40%`: a verb of growing says of no other clause's number
    and of no level what it is, nor of what is a measure right before it or its subject (`with sales growing 2%`,
    `영업이익은 … 힘입어 6% 성장할`)."""
    here = parse.phrases[place]
    if not cue.is_verb or cue.metric.metric_id != "growth":
        return False
    grows = {cue.phrase - 1, *parse.clauses[parse.phrases[cue.phrase].clause].subjects}
    if here.case in ("from", "to") or any(c.phrase in grows and not c.is_verb for c in cues):
        return True
    return not _describes(cue, parse, place) and parse.phrases[cue.phrase].clause != here.clause


def _values_measure(cue: Cue, parse: Parse, cues: list[Cue]) -> bool:
    """`exports were valued at $3bn`: what a measure is valued at is its own size."""
    if (
        not cue.is_verb
        or cue.metric.metric_id != "valuation"
        or not parse.clauses[parse.phrases[cue.phrase].clause].passive
    ):
        return False
    clause = parse.phrases[cue.phrase].clause
    return any(
        c.phrase < cue.phrase and not c.is_verb and parse.phrases[c.phrase].case in ("subject", "") and not c.is_weak
        for c in cues
        if parse.phrases[c.phrase].clause == clause
    )


def _is_outside(cue: Cue, parse: Parse, place: int, cues: list[Cue]) -> bool:
    """`매출(개별 4%, 연결 3%)과 영업이익`: a bracket is of the measure before it, not of one behind it."""
    here = parse.phrases[place]
    if not here.depth or cue.phrase < place or parse.phrases[cue.phrase].depth >= here.depth:
        return False
    opened = next((n for n in range(place - 1, -1, -1) if parse.phrases[n].depth < here.depth), -1)
    return any(c.phrase == opened and not c.is_verb for c in cues)


def _is_circumstance(cue: Cue, parse: Parse, clauses: int) -> bool:
    """`비용 증가로 이익이 줄었다`, `수출에 힘입어`: why something happened is not what is measured."""
    phrase = parse.phrases[cue.phrase]
    if clauses and phrase.case == "to" and not cue.is_verb:
        return True
    return phrase.case == "into" and cue.end < phrase.end and not cue.is_verb


def _opens_next(cue: Cue, parse: Parse, place: int) -> bool:
    """`매출은 3조원, 영업이익은 2조원`: the actor behind the comma measures what comes after it."""
    after = parse.phrases[place + 1 : place + 2]
    return cue.phrase == place + 2 and after[0].text == "," and parse.phrases[cue.phrase].case in ("topic", "subject")


def _has_own_topic(cue: Cue, parse: Parse, place: int) -> bool:
    """Whether a subject other than the cue stands between the two clauses' words and the quantity."""
    first, last = sorted((cue.phrase, place))
    return any(
        p.kind == "noun" and p.case in ("subject", "topic") and p.clause == parse.phrases[place].clause
        for p in parse.phrases[first + 1 : last]
    )
