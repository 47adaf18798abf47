"""A sentence in stretches that the analyser takes at once.

In: a sentence and the quantities of its document. Out: where each stretch starts and ends. Judgement: by line, and a
long line cut at spaces, for the analyser joins lines and its time must be bounded.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.mentions import Quantity, Sentence

LONGEST_STRETCH = 1500
MOST_QUANTITIES = 40


def stretches(text: str, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """A sentence by line, and a long line cut at spaces: the analyser joins lines, and its time must be bounded."""
    start = sentence.start
    while start < sentence.end:
        limit = min(start + LONGEST_STRETCH, sentence.end, _crowded(quantities, start))
        line = text.find("\n", start, limit)
        if line >= 0:
            end = line
        elif limit < sentence.end:
            space = (
                text.find(" ", limit, limit + 50)
                if limit < start + LONGEST_STRETCH
                else text.rfind(" ", start + 1, limit)
            )
            end = space if space > start else limit
        else:
            end = limit
        if text[start:end].strip():
            yield start, end
        start = end + 1 if end < sentence.end and text[end] in " \n" else end


def _crowded(quantities: Sequence[Quantity], start: int) -> int:
    """Where the last quantity ends that one stretch from `start` may hold."""
    last = bisect_left(quantities, start, key=lambda q: q.start) + MOST_QUANTITIES - 1
    return quantities[last].end if last < len(quantities) else sys.maxsize
