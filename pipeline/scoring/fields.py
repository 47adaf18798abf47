"""Scores of quantities, dates and the fields of claims.

In: true and found mentions of one set and language. Out: named scores. Judgements:
- Spans are scored exactly and by overlap; fields on the pairs that overlap, so that a wrong span is
  counted once and not again in every field.
- The unit of a count is a class that truth names loosely: any class will do for another.
- A field that may be null is scored by F1, because saying nothing is no error of precision; one that
  may not by accuracy, with what the commonest value alone would get beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pipeline.scoring.matching import Pair, exact, overlapping
from pipeline.scoring.measures import Counts, Score, accuracy, majority
from pipeline.scoring.mentions import Mention
from pipeline.scoring.names import same

Scores = dict[str, Score]
JUDGED = ("kind", "unit", "bound")
CLOSED = ("metric", "aspect", "modality")
LEVELS = ("high", "medium", "low")
OPEN: dict[str, Callable[[Any, Any], bool]] = {
    "direction": lambda truth, said: truth == said,
    "subject": same,
    "object": same,
    "attribution": same,
    "as_of": lambda truth, said: truth == said,
}


def spans(truths: Sequence[Mention], found: Sequence[Mention]) -> Scores:
    """Precision, recall and F1 of spans, exact; F1 by overlap beside it."""
    counts = Counts(len(exact(truths, found)), len(found), len(truths))
    loose = Counts(len(overlapping(truths, found)), len(found), len(truths))
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "overlap_f1": loose.f1,
    }


def quantities(pairs: Sequence[Pair]) -> Scores:
    """Accuracy of value (both ends), unit, kind and bound."""
    value = accuracy(_ends(truth) == _ends(item) for truth, item in pairs)
    unit = accuracy(_same_unit(truth, item) for truth, item in pairs)
    return {"value": value, "unit": unit} | {name: _accuracy(name, pairs) for name in ("kind", "bound")}


def _same_unit(truth: Mention, item: Mention) -> bool:
    counts = truth.fields["kind"] == item.fields["kind"] == "count"
    return counts or truth.fields["unit"] == item.fields["unit"]


def _ends(mention: Mention) -> tuple[Any, Any]:
    return mention.fields["low"], mention.fields["high"]


def _accuracy(name: str, pairs: Sequence[Pair]) -> Score:
    return accuracy(truth.fields[name] == item.fields[name] for truth, item in pairs)


def claims(pairs: Sequence[Pair]) -> Scores:
    """Accuracy of the fields every claim has, F1 of those it may lack."""
    closed = {name: _accuracy(name, pairs) for name in CLOSED}
    return closed | {name: _counts(name, judge, pairs).f1 for name, judge in OPEN.items()}


def baselines(pairs: Sequence[Pair]) -> Scores:
    """What the commonest value alone would get, for the fields judged by accuracy."""
    return {name: majority([truth.fields[name] for truth, _ in pairs]) for name in (*JUDGED, *CLOSED)}


def _counts(name: str, judge: Callable[[Any, Any], bool], pairs: Sequence[Pair]) -> Counts:
    both = [(truth.fields[name], item.fields[name]) for truth, item in pairs]
    right = sum(judge(truth, said) for truth, said in both if truth is not None and said is not None)
    return Counts(right, sum(said is not None for _, said in both), sum(truth is not None for truth, _ in both))


def confident(pairs: Sequence[Pair]) -> Scores:
    """The share whose metric and subject are both right, by the confidence they were read with."""
    held = {level: [pair for pair in pairs if pair[1].fields["confidence"] == level] for level in LEVELS}
    return {level: accuracy(_is_right(*pair) for pair in of) for level, of in held.items()}


def _is_right(truth: Mention, item: Mention) -> bool:
    """Whether metric and subject are as in truth; a subject may be missing in both."""
    whose, said = truth.fields["subject"], item.fields["subject"]
    about = whose is said is None or None not in (whose, said) and same(whose, said)
    return about and truth.fields["metric"] == item.fields["metric"]


def dates(truths: Sequence[Mention], found: Sequence[Mention]) -> Scores:
    """F1 of dates whose span and days are both right, and F1 of the spans alone."""
    pairs = exact(truths, found)
    right = sum(truth.fields == item.fields for truth, item in pairs)
    return {
        "f1": Counts(right, len(found), len(truths)).f1,
        "span_f1": Counts(len(pairs), len(found), len(truths)).f1,
    }
