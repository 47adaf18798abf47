"""What differs between two states of the project, and since which step between them.

In: the tables from the old state to the new one, a step between each two, and the causes that each step
changed. Out: `Difference` values in the order of table, document and place. Judgements:
- What differs is settled between the first and the last; the ones between only say where it began.
- A row has the cause of the step that brought it or took it away for good, a changed one those of
  all steps that changed what differs in it; that can be several.
- A step may stand for several causes that could not be told apart, without those that the table
  does not come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.comparison.causes import behind, tables
from pipeline.comparison.reading import Tables, unlike
from pipeline.comparison.recognising import recognised
from pipeline.comparison.snapshots import Item, Snapshot, snapshot

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
Step = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column that says something else now, and the steps that changed it."""

    name: str
    old: Any
    new: Any
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that was added, removed or changed; `item` as it is now, or was last."""

    table: str
    change: str
    item: Item
    steps: tuple[Step, ...]
    fields: tuple[Field, ...] = ()


def differences(states: Sequence[Tables], steps: Sequence[Step]) -> list[Difference]:
    """Every difference between the first state and the last; a step lies between each two."""
    snapshots = [snapshot(state) for state in unlike(states)]
    return [found for table in tables() for found in sorted(_of(table, snapshots, steps), key=_order)]


def columns(table: str, before: Snapshot, after: Snapshot) -> list[str]:
    """The columns that can be compared: those that both have."""
    return [column for column in before.columns[table] if column in after.columns[table]]


def _of(table: str, snapshots: Sequence[Snapshot], steps: Sequence[Step]) -> Iterator[Difference]:
    possible = [tuple(cause for cause in step if cause in behind(table)) for step in steps]
    matches = [recognised(table, snapshots[0], one) for one in snapshots[1:]]
    yield from _went_on(table, snapshots, matches, possible)
    yield from _added(table, snapshots, set(matches[-1].values()), possible)


def _went_on(
    table: str, snapshots: Sequence[Snapshot], matches: Sequence[Mapping[int, int]], steps: Sequence[Step]
) -> Iterator[Difference]:
    """What was there before: removed, or changed."""
    old, *others = (one.items[table] for one in snapshots)
    compared = columns(table, snapshots[0], snapshots[-1])
    for place, item in enumerate(old):
        history = [item, *(items[found[place]] if place in found else None for items, found in zip(others, matches))]
        if history[-1] is None:
            yield Difference(table, REMOVED, item, (_last_turn([one is not None for one in history], steps),))
        elif fields := tuple(_fields(history, compared, steps)):
            yield Difference(table, CHANGED, history[-1], _all(fields, steps), fields)


def _added(table: str, snapshots: Sequence[Snapshot], known: set[int], steps: Sequence[Step]) -> Iterator[Difference]:
    """What was not there before; `known` are the positions of what was."""
    *earlier, new = snapshots
    there = [set(recognised(table, one, new).values()) for one in earlier]
    for place, item in enumerate(new.items[table]):
        if place not in known:
            yield Difference(table, ADDED, item, (_last_turn([*(place in one for one in there), True], steps),))


def _last_turn(there: Sequence[bool], steps: Sequence[Step]) -> Step:
    """The last step that brought it or took it away."""
    return [step for was, is_, step in zip(there, there[1:], steps) if was != is_][-1]


def _fields(history: Sequence[Item | None], compared: Sequence[str], steps: Sequence[Step]) -> Iterator[Field]:
    there = [(item, step) for item, step in zip(history, ((), *steps)) if item is not None]
    first, last = there[0][0], there[-1][0]
    for column in compared:
        if first.row[column] != last.row[column]:
            turns = zip(there, there[1:])
            changed = tuple(step for (was, _), (is_, step) in turns if was.row[column] != is_.row[column])
            yield Field(column, first.row[column], last.row[column], changed)


def _all(fields: Sequence[Field], steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps of all fields, in their order."""
    return tuple(step for step in steps if any(step in field.steps for field in fields))


def _order(found: Difference) -> tuple:
    item = found.item
    names = [str(item.row.get(column) or "") for column in ("subject", "metric", "object")]
    return item.doc_id or "", item.start, names, found.change, item.id
