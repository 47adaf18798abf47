"""What an English verb without a tense of its own depends on.

In: phrases, verb groups and a clause. Out: words before the verb, in the notation of the modality cues, or whether it
is believed. Judgements: an infinitive behind a noun of intention is not yet done, nor is the only verb of a headline; a
participle behind somebody who sees it coming is believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.claims.model import Phrase
from pipeline.languages import table
from pipeline.languages.english.grouping import Grouping, saying_verbs

BELIEVING = ("estimate", "foresight")


def surface(phrase: Phrase, grouping: Grouping) -> str:
    """A verb without auxiliaries, as it is written: `sees` expects what `saw` reports."""
    return grouping.text[phrase.start : phrase.end].lower()


def intended(phrases: Sequence[Phrase], grouping: Grouping, verbs: Sequence[int | None], number: int) -> list[str]:
    """What a bare infinitive depends on: a noun before it (`a contract to build`, `close to raising`), or the headline
    that it is the only verb of (`Dodam to open 60 stores`)."""
    verb = verbs[number]
    group = grouping.verbs[verb]
    gerund = group.form == "ing" and grouping.text[phrases[verb - 1].end : phrases[verb].start].strip() == "to"
    if not gerund and group.form != "infinitive" or group.auxiliaries:
        return []
    nouns = [p.text.lower().split(" ")[-1] for p in phrases[max(0, verb - 4) : verb] if p.kind == "noun"]
    nearest = [f"{noun} to" for noun in reversed(nouns) if noun in _intentions()]
    headline = number == 0 and all(v is None or grouping.verbs[v].form != "past" for v in verbs)
    acts = headline and any(p.case == "subject" for p in phrases[:verb])
    return nearest or (["headline to"] if acts else [])


def is_believed(phrases: Sequence[Phrase], verb: int) -> bool:
    """`Analysts see the shares falling to $31`: whether a participle says what somebody believes that another does."""
    before = next((n for n in range(verb - 1, -1, -1) if phrases[n].kind not in ("noun", "adverb")), None)
    return before is not None and before < verb - 1 and saying_verbs().get(phrases[before].text) in BELIEVING


@cache
def _intentions() -> frozenset[str]:
    """Nouns whose infinitive is not yet done (`a contract to build`)."""
    return frozenset(row["noun"] for row in table("en", "claims_intentions"))
