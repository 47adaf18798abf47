"""Korean phrases to clauses: how every verb hangs on what follows.

In: the phrases of a stretch and the endings of its verbs. Out: one clause for every verb, and one for
what stands after the last. Judgement: the last ending decides (`EF` ends, `ETM` belongs to the noun
that follows, `EC` joins), and `다고`, `라며` and the like quote.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.model import Clause, Phrase
from pipeline.languages.korean.phrases import Grouping

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
    return Clause(number, phrase.text, _link(ending.split(" ")), ending, number in grouping.passive)


def _link(morphemes: Sequence[str]) -> str:
    """How the verb's own last ending joins it to what follows."""
    last = ""
    for morpheme in morphemes[1:]:
        form, _, tag = morpheme.rpartition("/")
        if tag == "JKQ":
            return "quote"
        if not (tag.startswith("E") or tag == "VX"):
            break
        last = f"{form}/{tag}" if tag.startswith("E") else last
    form, _, tag = last.rpartition("/")
    if form.lstrip("ᆫ는").startswith(QUOTING) or form.endswith(QUOTING):
        return "quote"
    if tag == "EC":
        return "condition" if form.endswith(CONDITIONAL) else "and"
    return {"ETM": "relative", "ETN": "nominal"}.get(tag, "final")
