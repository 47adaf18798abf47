"""Which item of one snapshot is which item of another.

In: items before and after, and the ways to recognise one, the surest first. Out: pairs. A way gives each item
a key, or None where it says nothing about the item; items left over by the ways before are paired when
they have the same key, in their order, and in a way for lone items only when no other one has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.comparison.snapshots import Item


@dataclass(frozen=True, slots=True)
class Way:
    """One way to recognise an item; `lone` when equal keys may mean two things."""

    key: Callable[[Item], Hashable | None]
    lone: bool = False


def pairs(before: Sequence[Item], after: Sequence[Item], ways: Iterable[Way]) -> dict[int, int]:
    """Position before to position after, for every item that is recognised."""
    found: dict[int, int] = {}
    left, right = list(range(len(before))), list(range(len(after)))
    for way in ways:
        old, new = _keyed(before, left, way), _keyed(after, right, way)
        for key in old.keys() & new.keys():
            if not way.lone or len(old[key]) == len(new[key]) == 1:
                found.update(zip(old[key], new[key]))
        taken = set(found.values())
        left = [place for place in left if place not in found]
        right = [place for place in right if place not in taken]
    return found


def _keyed(items: Sequence[Item], places: Iterable[int], way: Way) -> dict[Hashable, list[int]]:
    keyed: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        key = way.key(items[place])
        if key is not None:
            keyed[key].append(place)
    return keyed
