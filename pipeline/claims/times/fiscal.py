"""Fiscal periods under the company's own name.

In: a scene and a quantity's phrase. Out: a label (`FY2026`, `FY2026-Q1`) and where it stands, or None.
Judgements: a fiscal year is no calendar year, so it is a label and gives no dates; one right behind the quantity
counts, else the nearest before it, else the first after it; a fiscal quarter without a year is no label. A period that
another number is compared with is that number's alone (`from $3m in Q2FY09`), and one that a change is measured against
(`up 17% from 2016-17`) is nobody's. Two years that follow each other are the year that ends with the second, as the
same texts call it too (`2017-18` is FY18), and without a word that says so for what is measured over a period only: `in
2017-18` may be a season as well. Two figures are a year of this century.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import re2

from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene
from pipeline.languages import table

SENTENCES_KEPT = 16
LONGEST_LINK = 60
# Cases of a number that another is compared with.
COMPARED = ("from", "than")
NAMED = re2.compile(r"\(\?P<\w{1,20}>")
JOINER = re2.compile("[/~∼–—-]")


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal period and its place in the text."""

    label: str
    start: int
    end: int
    of: str = ""


@cache
def _patterns(language: str) -> tuple[tuple[re2.Pattern, str], ...]:
    """Each pattern with the time of the metrics that it counts for, empty for all."""
    return tuple((re2.compile(row["pattern"]), row["of"]) for row in table(language, "claims_fiscal"))


@cache
def _any_pattern(language: str) -> re2.Pattern:
    """What any of the patterns finds; most sentences say nothing fiscal, and one look shows it."""
    return re2.compile("|".join(NAMED.sub("(?:", row["pattern"]) for row in table(language, "claims_fiscal")))


@cache
def parts(language: str) -> dict[str, str]:
    """The part of a fiscal year that words mean (`fourth quarter`)."""
    return {row["word"]: row["part"] for row in table(language, "claims_fiscal_parts")}


def fiscal(scene: Scene, place: int, time: str) -> Fiscal | None:
    """The fiscal period that the quantity at phrase `place` holds for; `time` is that of what is measured."""
    parse, own = scene.parse, scene.phrase(place)
    inside = _find(scene.document.text[parse.start : parse.end], scene.document.language)
    if not inside:
        return None
    fitting = (f for f in inside if f.of in ("", time))
    found = [Fiscal(f.label, parse.start + f.start, parse.start + f.end) for f in fitting]
    found = [f for f in found if not _is_base(scene, f) and not _is_anothers(scene, place, f)]
    before = [f for f in found if f.end <= own.start]
    after = found[len(before) :]
    if after and _is_linked(scene, own.end, after[0].start):
        return after[0]
    return (before[-1:] or after[:1] or [None])[0]


def _is_base(scene: Scene, period: Fiscal) -> bool:
    """`up 17% from 2016-17`, `over the same quarter of FY17`: whether a change is measured against a period."""
    bases = word_list(scene.document.language, "claims_fiscal_bases")
    links = word_list(scene.document.language, "claims_fiscal_links")
    text, begin = scene.document.text, max(scene.parse.start, period.start - LONGEST_LINK)
    last = next((word for word in reversed(text[begin : period.start].lower().split()) if word not in links), "")
    return last in bases or text[period.start : period.end].split(" ")[0].lower() in bases


def _is_anothers(scene: Scene, place: int, period: Fiscal) -> bool:
    """`from $3m in Q2FY09 to $4m`: whether a period stands right behind another number, which is compared with."""
    compared = (
        p for n, p in enumerate(scene.parse.phrases) if n != place and p.kind == "quantity" and p.case in COMPARED
    )
    return any(_is_linked(scene, p.end, period.start) for p in compared)


def _is_linked(scene: Scene, start: int, end: int) -> bool:
    """Whether only a preposition and its like stand between a number and a period."""
    links = word_list(scene.document.language, "claims_fiscal_links")
    words = scene.document.text[start : min(end, start + LONGEST_LINK)].lower().split()
    return bool(links) and start <= end < start + LONGEST_LINK and all(word in links for word in words)


@lru_cache(maxsize=SENTENCES_KEPT)
def _find(words: str, language: str) -> tuple[Fiscal, ...]:
    """Every fiscal period of a sentence in order; of patterns at one place the first in the table counts. Kept for the
    other quantities of the sentence."""
    found: dict[int, Fiscal] = {}
    if not _any_pattern(language).search(words):
        return ()
    for pattern, of in _patterns(language):
        for match in pattern.finditer(words):
            groups = match.groupdict()
            year, part = _year(groups["year"]), parts(language).get(_plain(groups.get("part") or ""))
            if year:
                label = f"FY{year}" + (f"-{part}" if part else "")
                found.setdefault(match.end(pattern.groupindex["year"]), Fiscal(label, match.start(), match.end(), of))
    return tuple(sorted(found.values(), key=lambda f: (f.start, f.end)))


def _plain(part: str) -> str:
    return part.lower().replace("-", " ").replace("–", " ")


def _year(words: str) -> str | None:
    """`2025`, `25` and `2025/26` as a label has them: `2025`, `2025` and the year that ends it, `2026`; None for years
    that do not follow."""
    first, joined, last = JOINER.sub("-", words.strip("'’")).partition("-")
    first = first if len(first) == len("2025") else f"20{first}"
    if not joined:
        return first
    return str(int(first) + 1) if int(last[-2:]) == (int(first) + 1) % 100 else None
