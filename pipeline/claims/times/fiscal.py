"""Fiscal periods under the company's own name.

In: a scene and a quantity's phrase. Out: a label (`FY2026`, `FY2026-Q1`) and where it stands, or None.
Judgements: a fiscal year is no calendar year, so it is a label and gives no dates; the nearest one before the
quantity counts, else the first after it; a fiscal quarter without a year is no label.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import re2

from pipeline.claims.scene import Scene
from pipeline.languages import table

SENTENCES_KEPT = 16
NAMED = re2.compile(r"\(\?P<\w{1,20}>")


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal period and its place in the text."""

    label: str
    start: int
    end: int


@cache
def _patterns(language: str) -> tuple[re2.Pattern, ...]:
    return tuple(re2.compile(row["pattern"]) for row in table(language, "claims_fiscal"))


@cache
def _any_pattern(language: str) -> re2.Pattern:
    """What any of the patterns finds; most sentences say nothing fiscal, and one look shows it."""
    return re2.compile("|".join(NAMED.sub("(?:", row["pattern"]) for row in table(language, "claims_fiscal")))


@cache
def _quarters(language: str) -> dict[str, str]:
    return {row["word"]: row["quarter"] for row in table(language, "claims_fiscal_quarters")}


def fiscal(scene: Scene, place: int) -> Fiscal | None:
    """The fiscal period that the quantity at phrase `place` holds for."""
    parse, here = scene.parse, scene.phrase(place).start
    inside = _find(scene.document.text[parse.start : parse.end], scene.document.language)
    found = [Fiscal(f.label, parse.start + f.start, parse.start + f.end) for f in inside]
    before = [f for f in found if f.end <= here]
    return (before[-1:] or found[:1] or [None])[0]


@lru_cache(maxsize=SENTENCES_KEPT)
def _find(words: str, language: str) -> tuple[Fiscal, ...]:
    """Every fiscal period of a sentence in order; of patterns at one place the first in the table counts. Kept for the
    other quantities of the sentence."""
    found: dict[int, Fiscal] = {}
    if not _any_pattern(language).search(words):
        return ()
    for pattern in _patterns(language):
        for match in pattern.finditer(words):
            groups = match.groupdict()
            quarter = _quarters(language).get((groups.get("quarter") or "").lower())
            label = f"FY{groups['year']}" + (f"-{quarter}" if quarter else "")
            found.setdefault(match.end(), Fiscal(label, match.start(), match.end()))
    return tuple(sorted(found.values(), key=lambda f: (f.start, f.end)))
