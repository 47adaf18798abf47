"""What in a sentence counts as one word: quantities, dates and names.

In: what was found in a document. Out: the items of a stretch in order, without overlap: a quantity wins over a date,
both win over a name; of a date that ends with a length of time (`4일부터 이틀`) the words before that are left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.claims.names.entities import Mention
from pipeline.mentions import Date, Quantity


class Item(NamedTuple):
    """Something found in the text that counts as one word; `position` is its place in its own list."""

    start: int
    end: int
    kind: str
    position: int


def items(
    quantities: Sequence[Quantity], dates: Sequence[Date], names: Sequence[Mention], start: int, end: int
) -> list[Item]:
    """The items of ``text[start:end]``; each list must be in reading order."""
    lists = (("quantity", quantities), ("date", dates), ("name", names))
    found = [
        Item(values[n].start, _end(values[n]), kind, n) for kind, values in lists for n in inside(values, start, end)
    ]
    rank = {"quantity": 0, "date": 1, "name": 2}
    kept: list[Item] = []
    taken: list[tuple[int, int]] = []
    for item in sorted(found, key=lambda i: (rank[i.kind], i.start)):
        at = bisect_left(taken, (item.start, item.end))
        clear = (at == 0 or taken[at - 1][1] <= item.start) and (at == len(taken) or taken[at][0] >= item.end)
        if clear:
            taken.insert(at, (item.start, item.end))
            kept.append(item)
    return sorted(kept, key=lambda i: i.start)


def apart_from(quantities: Sequence[Quantity], names: Sequence[Mention]) -> list[Mention]:
    """The names that are no part of a quantity (`617 million US dollars` names no country)."""
    kept, place = [], 0
    for name in names:
        while place < len(quantities) and quantities[place].end <= name.start:
            place += 1
        if place == len(quantities) or name.end <= quantities[place].start:
            kept.append(name)
    return kept


def _end(value: Quantity | Date | Mention) -> int:
    """Where something ends; a date that a length of time is counted from ends before that."""
    begin = value.length[0] if isinstance(value, Date) and value.length else value.start
    return begin - 1 if begin - 1 > value.start else value.end


def inside(values: Sequence, start: int, end: int) -> list[int]:
    """The positions of the values that lie within ``[start, end)``; they must be in reading order."""
    number = bisect_left(values, start, key=lambda v: v.start)
    found = []
    while number < len(values) and values[number].start < end:
        if values[number].end <= end:
            found.append(number)
        number += 1
    return found
