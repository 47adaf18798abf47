"""Which extracted mention is which true one.

In: true and found mentions, of any number of documents. Out: pairs, one to one. Exact: same span.
Overlap: the found mention that shares most characters with the true one, truths in reading order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.scoring.mentions import Mention

Pair = tuple[Mention, Mention]


def exact(truths: Sequence[Mention], found: Sequence[Mention]) -> list[Pair]:
    """Pairs with the same span."""
    places = {(item.doc_id, item.start, item.end): item for item in found}
    keys = ((truth, (truth.doc_id, truth.start, truth.end)) for truth in truths)
    return [(truth, places[key]) for truth, key in keys if key in places]


def overlapping(truths: Sequence[Mention], found: Sequence[Mention]) -> list[Pair]:
    """Pairs that share characters."""
    free: defaultdict[str, list[Mention]] = defaultdict(list)
    for item in found:
        free[item.doc_id].append(item)
    pairs = []
    for truth in truths:
        best = max(free[truth.doc_id], key=lambda item: _shared(truth, item), default=None)
        if best is not None and _shared(truth, best) > 0:
            free[truth.doc_id].remove(best)
            pairs.append((truth, best))
    return pairs


def _shared(one: Mention, other: Mention) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
