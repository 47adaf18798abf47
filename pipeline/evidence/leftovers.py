"""Numbers of a sentence that are no rows of quantities and yet count when a sentence relates numbers.

In: a sentence and the rows in it. Out: rows like those of quantities, counts of nothing in particular, without
an id. Judgements: a bare number that the extractor took for nothing (``136 of the 210 patients``) is a part of a
whole or a list; so is the numeral of things already named (``the two banks (A, B)``), which is no quantity of its
own; both end what a pattern reaches over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

import re2

from pipeline.languages import folders, table
from pipeline.tables import Row

DIGITS = re2.compile(r"[0-9](?:[0-9,.]{0,20}[0-9])?")
BARE = re2.compile(r"[0-9]{1,9}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}")
NEVER = r"\z.()"
OPENS, CLOSES = frozenset(' (“"'), frozenset(' ).,;:”"')


def leftovers(text: str, sentence: Row, rows: Sequence[Row], language: str) -> Iterator[Row]:
    """The numbers between the rows of a sentence."""
    start = sentence["start"]
    for end, after in [*((row["start"], row["end"]) for row in rows), (sentence["end"], 0)]:
        for found in DIGITS.finditer(text[start:end]):
            surface, place = found.group(), start + found.start()
            if _alone(text, place, place + len(surface)) and BARE.fullmatch(surface):
                yield _count(sentence, surface, place, Decimal(surface.replace(",", "")))
        for found in _definite(language).finditer(text[start:end]):
            yield _count(sentence, found.group(1), start + found.start(1), _numerals(language)[found.group(1)])
        start = after


def _alone(text: str, start: int, end: int) -> bool:
    """Nothing is glued to the number."""
    return {*text[max(0, start - 1) : start]} <= OPENS and {*text[end : end + 1]} <= CLOSES


def _count(sentence: Row, surface: str, start: int, number: Decimal) -> Row:
    digits = surface.replace(",", "")
    return sentence | {
        "quantity_id": None,
        "start": start,
        "end": start + len(surface),
        "surface": surface,
        "kind": "count",
        "bound": "eq",
        "approximate": False,
        "low": number,
        "high": number,
        "resolution": Decimal(1),
        "resolution_coarse": Decimal(10) ** (len(digits) - len(digits.rstrip("0"))),
        **dict.fromkeys(("unit", "counted", "per", "converts")),
    }


@cache
def _definite(language: str) -> re2._Regexp:
    """Numerals of things already named, each in the first group of a word of the cue."""
    rows = table(language, "relation_cues") if language in folders() else ()
    return re2.compile("|".join(row["word"] for row in rows if row["cue"] == "definite") or NEVER)


@cache
def _numerals(language: str) -> dict[str, Decimal]:
    return {row["surface"]: Decimal(row["value"]) for row in table(language, "numerals") if row["value"].isdecimal()}
