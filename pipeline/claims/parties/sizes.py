"""How large a contract is against a figure of the house that won it.

In: a document, its readings and quantities. Out: the readings, where a percentage of the house's revenue sizes the
contract told of just before. Judgements: the words for the figure stand right before the percentage, or before another
one in a list with it; the amount of the figure may stand between (`매출액 1180억원의 10.4%`); without a contract a
percentage of revenue is what its own words say.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import re2

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.names.words import role_list
from pipeline.claims.parties.filled import OBJECT, SUBJECT, filled
from pipeline.claims.scene import Name
from pipeline.languages.sentences import encodable
from pipeline.mentions import Quantity

CONTRACT, PERCENT = "contract_value", "percent"
SIZED = "claims_sized_by"
# What a percentage of revenue is read as without its contract.
MISTAKEN = ("revenue", "other", CONTRACT)
# How far before its size a contract is told.
NEAR = 300
LONGEST = 40


def sized(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings, sizes of contracts with what they are told against."""
    done, pattern = list(readings), _pattern(document.language)
    last: int | None = None
    for number, reading in enumerate(done if pattern is not None else ()):
        quantity = quantities[number]
        if reading.claim.metric == CONTRACT and quantity.kind == "money":
            last = number
        told = last is not None and quantity.start - quantities[last].end < NEAR
        if not told or quantity.kind != PERCENT or reading.claim.metric not in MISTAKEN:
            continue
        figure = _figure(document, quantity, pattern) or _listed(document, done, quantities, number)
        if figure is not None:
            claim = reading.claim._replace(metric=CONTRACT, aspect="ratio", direction=None, reason=None)
            whole = filled(document, reading._replace(claim=claim), OBJECT, figure)
            own, whose = reading.subject, done[last].subject
            lacks = whose is not None and (own is None or own.resolved or own.start < quantities[last].start)
            done[number] = filled(document, whole, SUBJECT, whose._replace(resolved=True)) if lacks else whole
    return done


def _figure(document: Document, quantity: Quantity, pattern: re2.Pattern) -> Name | None:
    """The words for a figure right before a percentage."""
    begin = max(0, quantity.start - LONGEST)
    found = pattern.search(encodable(document.text[begin : quantity.start]))
    return Name(found.group(1), None, begin + found.start(1), begin + found.end(1)) if found else None


def _listed(
    document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity], number: int
) -> Name | None:
    """`매출의 6%, 2%에 각각`: the figure of the percentage before in a list."""
    before = readings[number - 1] if number else None
    joined = before is not None and document.text[quantities[number - 1].end : quantities[number].start] == ", "
    alike = joined and before.claim.metric == CONTRACT and before.claim.aspect == "ratio"
    return before.other if alike else None


@cache
def _pattern(language: str) -> re2.Pattern | None:
    figures = "|".join(map(re2.escape, sorted(role_list(language, SIZED, "figure"), key=len, reverse=True)))
    behind = "|".join(map(re2.escape, sorted(role_list(language, SIZED, "behind"), key=len, reverse=True)))
    amount = r"(?: [0-9,.]{1,12}[^\s0-9]{1,4}){0,3}(?:\([^()]{1,30}\))?"
    return re2.compile(f"({figures}){amount}(?:{behind}) ?$") if figures else None
