"""The metrics table, and the words that name a metric.

In: the rows of the table. Out: `Metric` and `Cue` values, and which kinds of quantity a metric can take. Judgements: a
percentage fits every metric, as a change or a share; without a cue a kind that has only one meaning names the metric
itself (`duration`, `weight`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline import reference

RELATIVE = ("percent", "percentage_point", "multiple")
ANY = "*"
UNNAMED = "other"


@dataclass(frozen=True, slots=True)
class Metric:
    """One row of the metrics table."""

    metric_id: str
    kinds: frozenset[str]
    object_cases: tuple[str, ...]
    standalone: bool
    priority: int
    inverse: bool
    subject_types: tuple[str, ...]
    subject_cases: tuple[str, ...]
    object_types: tuple[str, ...]
    time: str


class Cue(NamedTuple):
    """Words that name a metric: the phrase they stand in and their place, the kind of quantity that they are kept for,
    and whether they only weigh what other words name (`a contract worth`)."""

    metric: Metric
    phrase: int
    start: int
    end: int
    is_verb: bool
    kind: str = ""
    is_weak: bool = False


@cache
def metrics() -> dict[str, Metric]:
    """Every metric by its id."""
    rows = reference.table("metrics")
    return {
        r["id"]: Metric(
            r["id"],
            frozenset(r["kinds"].split("|")),
            tuple(r["object_cases"].split("|")),
            r["standalone"] == "yes",
            int(r["priority"]),
            r["inverse"] == "yes",
            _types(r["subject_types"]),
            _types(r["subject_cases"]),
            _types(r["object_types"]),
            r["time"],
        )
        for r in rows
    }


def _types(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


@cache
def default_metric(kind: str) -> str:
    """The metric that a kind of quantity means when no words say otherwise."""
    rows = reference.table("metrics")
    return next((r["id"] for r in rows if kind in r["default_for"].split("|")), "other")


# Metrics of people, and classes of what is counted that are none, or that nobody makes or sells.
PEOPLE = ("users", "employees", "casualties")
# Metrics of time whose parts and changes are theirs.
TIMED = ("duration", "time_saved", "usage")
THINGS = ("item", "place", "company", "vehicle")
NO_PIECES = ("company", "country", "group", "time", "win", "goal", "game", "round", "view", "vote")
# How many they are of whom or what something is traded, or whose currencies an index weighs.
NOT_TRADED = ("kind", "company", "place", "person")
NOT_INDEXED = (*NOT_TRADED, *NO_PIECES, "item", "case")


def fits(metric: Metric, kind: str, is_verb: bool = False, unit: str | None = None) -> bool:
    """Whether a quantity of this kind can measure it; a verb (`invest`) measures no percentage, people are no pieces
    made or sold (but `201 injuries` are counted), a part of a company is counted in shares only, and a kind that has a
    metric of its own (a length of time) is not what a rate is measured in."""
    if metric.metric_id == "ownership_stake" and kind == "count" and unit not in ("share", None):
        return False
    if unit == "person" and metric.metric_id == "units" or unit in THINGS and metric.metric_id in PEOPLE:
        return unit == "item" and metric.metric_id == "casualties"
    if (
        metric.metric_id == "trade_volume"
        and unit in NOT_TRADED
        or metric.metric_id == "index_level"
        and unit in NOT_INDEXED
    ):
        return False
    if metric.metric_id == "units" and (unit in NO_PIECES or unit == "place" and not is_verb):
        return False
    if kind in metric.kinds or ANY in metric.kinds and default_metric(kind) == "other":
        return True
    return kind in RELATIVE and not is_verb and ("duration" not in metric.kinds or metric.metric_id in TIMED)
