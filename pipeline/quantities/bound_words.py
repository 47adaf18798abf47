"""The words that bound an amount, as patterns: the tables ``bounds.csv`` and ``bound_context.csv`` of a language.

In: a language's code. Out: its `Cues`, read once. A row of ``bounds.csv`` says which word stands on which side of the
amount, what it makes of it, and of which kinds of amount (`within` bounds stretches of time, not places).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import re2

from pipeline.languages import language, table
from pipeline.quantities.amount import Amount
from pipeline.quantities.patterns import NOTHING, compiled


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's bound words as two patterns, and what each word means."""

    after: object
    compare: object
    sign: object
    tail_heads: frozenset[str]
    resumed: object
    tail: object
    before: object
    baseline: object
    spanning: object
    governing: object
    against: object
    benchmark: object
    margin: object
    done: object
    comparative: object
    negated: object
    negation_ends: object
    passing: object | None
    mark: object
    yet: object
    aside: object
    crowd: object
    meaning: dict[tuple[str, str], str]
    kinds: dict[tuple[str, str], tuple[str, ...]]

    def says(self, side: str, word: str, amount: Amount) -> str | None:
        """What the word makes of the amount, or None when it bounds no amount of that kind, or none so vague."""
        key = side, word.lower()
        kinds = self.kinds[key]
        return self.meaning[key] if not kinds or (amount.kind in kinds and amount.number.exact) else None


@cache
def cues(code: str) -> Cues:
    rows = [row for each in language(code).reads for row in table(each, "bounds")]
    contexts = [row for each in reversed(language(code).reads) for row in table(each, "bound_context")]
    parts = {row["part"]: row["pattern"] for row in contexts}
    meaning = {(row["side"], row["surface"]): row["bound"] for row in reversed(rows)}
    kinds = {(row["side"], row["surface"]): tuple(row["kinds"].split()) for row in reversed(rows)}

    def words(side: str) -> str:
        found = sorted({row["surface"] for row in rows if row["side"] == side}, key=lambda word: (-len(word), word))
        return "|".join(re2.escape(word) for word in found) or NOTHING

    passing = words("passing")
    return Cues(
        re2.compile(f"(?i){parts['particle']}({words('after')}){parts['word_end']}"),
        re2.compile(f"(?i){parts['compared']}({words('compare')})"),
        re2.compile(f"({words('sign')})\\s?$"),
        frozenset(row["surface"][0] for row in rows if row["side"] == "tail"),
        compiled(parts["resumed"]),
        re2.compile(f"({words('tail')}){parts['tail']}"),
        re2.compile(f"(?i){parts['word_start']}({words('before')}){parts['filler']}$"),
        re2.compile(f"(?:{parts['baseline']})$"),
        re2.compile(f"(?i:{parts['spanning']})$"),
        re2.compile(f"(?i:{parts['governing']})$"),
        compiled(parts["against"]),
        compiled(parts["benchmark"]),
        compiled(parts["margin"]),
        compiled(parts["done"]),
        compiled(parts["comparative"]),
        compiled(parts["negated"]),
        compiled(parts["negation_ends"]),
        re2.compile(f"(?i){parts['word_start']}({passing}) (?:the |a |an )?$") if passing != NOTHING else None,
        compiled(parts["mark"]),
        compiled(parts["yet"]),
        compiled(parts["aside"]),
        compiled(parts["crowd"]),
        meaning,
        kinds,
    )
