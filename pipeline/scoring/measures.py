"""Precision, recall, accuracy, and what always guessing the commonest value would get.

Scores are rounded to four digits, so that they read and compare well; without anything to judge a
score is None, not 0 or 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

DIGITS = 4
Score = float | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found that are right, how many were found, how many there are."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> Score:
        """Of what was found, how much is right."""
        return ratio(self.right, self.found)

    @property
    def recall(self) -> Score:
        """Of what is there, how much was found."""
        return ratio(self.right, self.there)

    @property
    def f1(self) -> Score:
        """The harmonic mean of the two."""
        return ratio(2 * self.right, self.found + self.there)


def ratio(part: int, whole: int) -> Score:
    """part / whole; None of nothing."""
    return round(part / whole, DIGITS) if whole else None


def accuracy(judged: Iterable[bool]) -> Score:
    """The share that is right."""
    told = list(judged)
    return ratio(sum(told), len(told))


def majority(truths: Sequence[Hashable]) -> Score:
    """The accuracy of always saying the commonest truth."""
    return ratio(Counter(truths).most_common(1)[0][1], len(truths)) if truths else None
