"""Facts out of observations.

In: observations, each metric's time, the window of a state and the band of exchange rates. Out: rows
of ``facts`` and ``fact_claims``. A fact is what is said about one key at one time; its agreeing group
is the largest set that can all be true; the others stand beside it with ``agrees`` false. Judgements:
- A document that states two numbers that disagree speaks of two things: what stands in it beside a
  number that agrees is a fact of its own.
- A claim without object joins the only object that its key has.
- Amounts in one currency are compared as they are; in several, in US dollars by the rate of each
  claim's date, the foreign ones as much wider as an exchange rate may move. Without a rate a currency
  stays by itself.
- low and high are what the stated numbers have in common, else what their roundings have in common,
  in the unit of the earliest claim that agrees.
- A state or a running total with a later as-of date supersedes the earlier one; a period's number
  (the revenue of 2023) stays true for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, localcontext

from pipeline.agreement.intervals import Span, largest_group
from pipeline.agreement.measures import Measure
from pipeline.agreement.observations import DOLLAR, MONEY, Ends, Key, Observation, span, stated
from pipeline.agreement.periods import CUMULATIVE, STATE, Bucket, Period, buckets, meeting
from pipeline.tables import Row, row_id

EXACT = Decimal("1e-9")
LARGEST = Decimal("1e28")
UNKNOWN_TIME = "period"
DIGITS = 60


@dataclass(frozen=True, slots=True)
class Cluster:
    """Observations about one thing at one time, earliest first; `agreeing` are positions in them."""

    key: Key
    period: Period
    seen: tuple[Observation, ...]
    agreeing: frozenset[int]
    common: Ends

    @property
    def first(self) -> Observation:
        """The earliest claim that agrees."""
        return self.seen[min(self.agreeing)]

    @property
    def fact_id(self) -> str:
        return row_id("f", *self.key, self.first.claim["claim_id"])


def facts(
    observations: Iterable[Observation], times: Mapping[str, str], window: timedelta, band: Decimal
) -> tuple[list[Row], list[Row]]:
    """Rows of facts and of fact_claims; the order of the observations never matters."""
    with localcontext(prec=DIGITS):
        return _facts(observations, times, window, band)


def _facts(
    observations: Iterable[Observation], times: Mapping[str, str], window: timedelta, band: Decimal
) -> tuple[list[Row], list[Row]]:
    found: list[Row] = []
    links: list[Row] = []
    for key, seen in sorted(_keyed(observations).items(), key=lambda item: str(item[0])):
        time = times.get(seen[0].claim["metric"], UNKNOWN_TIME)
        clusters = _clusters(key, seen, time, window, band)
        later = _superseded(clusters) if time in (STATE, CUMULATIVE) else {}
        found += [_fact(cluster, later.get(cluster.fact_id)) for cluster in clusters]
        links += [link for cluster in clusters for link in _links(cluster)]
    return found, links


def _keyed(observations: Iterable[Observation]) -> dict[Key, list[Observation]]:
    """Observations by key, object and, where there is no common scale, currency."""
    ordered = sorted(observations, key=lambda seen: seen.order)
    objects: dict[Key, set[str]] = defaultdict(set)
    for seen in ordered:
        if seen.object:
            objects[seen.key].add(seen.object)
    groups: dict[Key, list[Observation]] = defaultdict(list)
    for seen in ordered:
        only = next(iter(objects[seen.key])) if len(objects[seen.key]) == 1 else None
        groups[(*seen.key, seen.object or only)].append(seen)
    return {key: part for whole, group in groups.items() for key, part in _by_currency(whole, group).items()}


def _by_currency(key: Key, seen: Sequence[Observation]) -> dict[Key, list[Observation]]:
    """One group, or one for each currency that has no rate beside the others."""
    currencies = {one.claim["unit"] for one in seen}
    if MONEY not in key or len(currencies) == 1:
        return {(*key, None): list(seen)}
    groups: dict[Key, list[Observation]] = defaultdict(list)
    for one in seen:
        groups[(*key, None if one.per_dollar else one.claim["unit"])].append(one)
    return groups


def _scales(seen: Sequence[Observation], band: Decimal) -> list[tuple[Measure, Decimal]]:
    """The common scale of each observation, and how much wider its rate makes it."""
    if seen[0].claim["kind"] != MONEY or len({one.claim["unit"] for one in seen}) == 1:
        return [(one.measure, Decimal(0)) for one in seen]
    return [
        (one.measure.times(1 / one.per_dollar), Decimal(0) if one.claim["unit"] == DOLLAR else band) for one in seen
    ]


def _clusters(key: Key, seen: Sequence[Observation], time: str, window: timedelta, band: Decimal) -> list[Cluster]:
    scales = _scales(seen, band)
    spans = [span(one, *scale) for one, scale in zip(seen, scales)]
    clusters = []
    for bucket in _told_apart(buckets(seen, spans, time, window), seen, spans):
        members = sorted(bucket.members)
        agreeing = largest_group([spans[i] for i in members])
        chosen = [members[i] for i in sorted(agreeing)]
        common = _common([stated(seen[i], scales[i][0]) for i in chosen]) or _common(_ends(spans[i]) for i in chosen)
        scale = scales[chosen[0]][0]
        ends = tuple(None if end is None else _fitted(scale.stated(end)) for end in common)
        clusters.append(Cluster(key, bucket.period, tuple(seen[i] for i in members), agreeing, ends))
    return clusters


def _told_apart(split: Iterable[Bucket], seen: Sequence[Observation], spans: Sequence[Span]) -> Iterator[Bucket]:
    """What a document says beside a number that agrees is another thing, and a bucket of its own."""
    for bucket in split:
        members = sorted(bucket.members)
        agreeing = {members[i] for i in largest_group([spans[i] for i in members])}
        inside = {seen[i].claim["doc_id"] for i in agreeing}
        apart = {i for i in members if i not in agreeing and seen[i].claim["doc_id"] in inside}
        yield Bucket(bucket.period, tuple(i for i in members if i not in apart))
        yield from meeting(bucket.period, sorted(apart), spans)


def _ends(allowed: Span) -> Ends:
    return allowed.low, allowed.high


def _common(ends: Iterable[Ends]) -> Ends | None:
    """The stretch that all have in common; None when there is none."""
    ends = list(ends)
    low = max((low for low, _ in ends if low is not None), default=None)
    high = min((high for _, high in ends if high is not None), default=None)
    return None if low is not None and high is not None and low > high else (low, high)


def _fitted(amount: Decimal) -> Decimal | None:
    """The amount with nine decimals, None where the contract has no room for it."""
    return amount.quantize(EXACT) if abs(amount) < LARGEST else None


def _superseded(clusters: Sequence[Cluster]) -> dict[str, str]:
    """Fact to the next one of the same key with a later as-of date."""
    dated = sorted((_as_of(cluster), cluster.fact_id) for cluster in clusters if _as_of(cluster))
    later: dict[str, str] = {}
    following = None
    for position in range(len(dated) - 2, -1, -1):
        if dated[position + 1][0] > dated[position][0]:
            following = dated[position + 1][1]
        if following:
            later[dated[position][1]] = following
    return later


def _as_of(cluster: Cluster) -> date | None:
    """The last day it holds for: stated, else that of its publication."""
    return cluster.period[1] if cluster.period else cluster.first.published


def _fact(cluster: Cluster, superseded_by: str | None) -> Row:
    first = cluster.first.claim
    shared = ("metric", "aspect", "unit", "per", "qualifier", "subject_id", "subject")
    named = next((one.claim for one in cluster.seen if one.object), first)
    start, end = cluster.period or (None, None)
    return {
        "fact_id": cluster.fact_id,
        **{column: first[column] for column in shared},
        "object_id": named["object_id"],
        "object": named["object"],
        "modality_group": cluster.key[6],
        "as_of_start": start,
        "as_of_end": end,
        "low": cluster.common[0],
        "high": cluster.common[1],
        "status": _status(cluster, superseded_by),
        "superseded_by": superseded_by,
    } | _counted(cluster)


def _counted(cluster: Cluster) -> Row:
    days = [one.published for one in cluster.seen if one.published]
    return {
        "n_claims": len(cluster.seen),
        "n_documents": len({one.claim["doc_id"] for one in cluster.seen}),
        "n_publishers": len({one.publisher for one in cluster.seen} - {None}),
        "first_reported": min(days, default=None),
        "last_reported": max(days, default=None),
    }


def _status(cluster: Cluster, superseded_by: str | None) -> str:
    """A conflict outlasts being out of date: it is what somebody should look at."""
    if len(cluster.agreeing) < len(cluster.seen):
        return "conflicting"
    if superseded_by:
        return "superseded"
    documents = {cluster.seen[i].claim["doc_id"] for i in cluster.agreeing}
    return "corroborated" if len(documents) > 1 else "single"


def _links(cluster: Cluster) -> list[Row]:
    return [
        {"fact_id": cluster.fact_id, "claim_id": one.claim["claim_id"], "agrees": position in cluster.agreeing}
        for position, one in enumerate(cluster.seen)
    ]
