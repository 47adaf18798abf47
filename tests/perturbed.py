"""The seed articles with other figures, other scales, other names and other years, each consistently.

Nothing of the extractor is used: the truth of `seeds/gold` says where figures, names and dates stand,
and each change says what every truth becomes. An article is a text with edits; applying them moves the
spans of the truth along.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
DIGITS = str.maketrans("123456789", "234567891")
SCALES = (("경", "해"), ("조", "경"), ("억", "조"), ("만", "억"))
ENGLISH_SCALES = (("trillion", "quadrillion"), ("billion", "trillion"), ("million", "billion"))


@dataclass(frozen=True)
class Edit:
    """text[start:end] becomes `new`."""

    start: int
    end: int
    new: str


def truth(name: str) -> list[dict]:
    """The rows of a truth file."""
    lines = (SEEDS / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def article(doc_id: str) -> str:
    """The whole file of a seed article."""
    return (SEEDS / "documents" / doc_id).read_text(encoding="utf-8")


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Callable[[int], int]]:
    """The edited text, and where an offset outside the edits, or at their ends, has gone."""
    ordered = sorted(edits, key=lambda edit: edit.start)
    parts, done = [], 0
    for edit in ordered:
        parts += [text[done : edit.start], edit.new]
        done = edit.end

    def moved(offset: int) -> int:
        return offset + sum(len(edit.new) - (edit.end - edit.start) for edit in ordered if edit.end <= offset)

    return "".join(parts) + text[done:], moved


def other_digits(surface: str) -> str:
    """Every digit but zero becomes the next one: as many digits, zeros where they were."""
    return surface.translate(DIGITS)


def other_digits_value(amount: str | None) -> Decimal | None:
    """What a number written in digits is worth after `other_digits`."""
    return None if amount is None else Decimal(amount.translate(DIGITS))


def other_scale(surface: str) -> tuple[str, Decimal]:
    """Each Korean or English scale becomes the next larger one; the factor that makes."""
    for old, new in ENGLISH_SCALES:
        if old in surface:
            return surface.replace(old, new), Decimal(1000)
    if not any(old in surface for old, _ in SCALES):
        return surface, Decimal(1)
    for old, new in SCALES:
        surface = surface.replace(old, new)
    return surface, Decimal(10_000)
