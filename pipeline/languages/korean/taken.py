"""Nouns that a verb takes although no particle of an object says so.

In: phrases, clauses and the names of a stretch. Out: the phrases, such nouns in the case of an object. Judgements: 도
hides 를, so a noun with it is what a verb of ``claims_taking`` takes where nothing else in the clause is
(`다승왕도 거머쥐었다`); a known name is who does it (`도담도 인수했다`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.claims.model import Clause, Phrase
from pipeline.claims.names.items import Item
from pipeline.languages import table


@cache
def _taking() -> frozenset[str]:
    return frozenset(row["word"] for row in table("ko", "claims_taking"))


def taken(phrases: Sequence[Phrase], clauses: Sequence[Clause], items: Sequence[Item]) -> tuple[Phrase, ...]:
    """The phrases with every noun that 도 hides as an object in that case."""
    full = {p.clause for p in phrases if p.case == "object"}
    names = {item.end for item in items if item.kind == "name"}
    last = {p.clause: n for n, p in enumerate(phrases) if p.kind == "noun" and p.case == "also"}
    found = {
        n
        for clause, n in last.items()
        if clause not in full
        and not clauses[clause].passive
        and clauses[clause].lemma in _taking()
        and phrases[n].end not in names
    }
    return tuple(p._replace(case="object") if n in found else p for n, p in enumerate(phrases)) if found else phrases
