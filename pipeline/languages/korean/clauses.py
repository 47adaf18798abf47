"""Korean phrases to clauses: how every verb hangs on what follows.

In: the phrases of a stretch and the endings of its verbs. Out: one clause for every verb, and one for
what stands after the last. Judgement: the last ending decides (`EF` ends, `ETM` belongs to the noun
that follows, `EC` joins), and `다고`, `라며` and the like quote.
"""

from __future__ import annotations

from pipeline.claims.model import Clause, Phrase
from pipeline.languages.korean.grouping import Grouping
from pipeline.languages.korean.morphemes import Morpheme

QUOTING = ("다고", "라고", "다며", "라며", "다면서", "라면서", "냐고", "자고", "다는", "라는")
CONDITIONAL = ("면", "다면", "라면", "으면", "거든", "더라도", "어도", "아도")


def clauses(grouping: Grouping) -> tuple[Clause, ...]:
    """Clauses by number; the phrases carry the number of the clause they stand in."""
    verbs = [number for number, phrase in enumerate(grouping.phrases) if phrase.kind == "verb"]
    read = [_clause(grouping, number) for number in verbs]
    return (*read, Clause(None, "", "final", ""))


def _clause(grouping: Grouping, number: int) -> Clause:
    phrase: Phrase = grouping.phrases[number]
    ending = grouping.endings[number].replace("을/ETM", "ᆯ/ETM").replace("은/ETM", "ᆫ/ETM")
    quoted = number in grouping.quoted
    return Clause(
        number, phrase.text, "quote" if quoted else _link(grouping.last[number]), ending, number in grouping.passive
    )


def _link(last: Morpheme | None) -> str:
    """How the verb's last ending joins it to what follows."""
    if last is None:
        return "final"
    if last.form.endswith(QUOTING):
        return "quote"
    if last.tag == "EC":
        return "condition" if last.form.endswith(CONDITIONAL) else "and"
    return {"ETM": "relative", "ETN": "nominal"}.get(last.tag, "final")
