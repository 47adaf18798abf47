"""Participles that read like the past.

In: the phrases and verb groups of a stretch. Out: the verb groups, with such a past form as the participle it is.
Judgement: right behind a noun, and with another finite verb behind it that has no noun of its own, a form that can be a
participle describes the noun (`A deal valued at $8 billion was signed`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.model import Phrase
from pipeline.languages.english.grouping import Grouping, Verb
from pipeline.languages.english.words import verb_forms


def describe(grouping: Grouping) -> None:
    """Marks the participles of a stretch."""
    verbs = sorted(grouping.verbs)
    for verb, after in zip(verbs, verbs[1:], strict=False):
        if verb and _describes(grouping, verb, after):
            grouping.verbs[verb] = Verb((), "participle", True)


def _describes(grouping: Grouping, verb: int, after: int) -> bool:
    """Whether the verb describes the noun before it, of which the next verb tells."""
    phrases, one, other = grouping.phrases, grouping.verbs[verb], grouping.verbs[after]
    plain = not one.auxiliaries and one.form == "past" and not one.passive
    finite = bool(other.auxiliaries) and other.auxiliaries[0] != "to" or phrases[after].text in ("be", "have")
    return plain and finite and other.form != "infinitive" and _is_clear(grouping, verb, after)


def _is_clear(grouping: Grouping, verb: int, after: int) -> bool:
    """Whether only what hangs on the form stands before the next verb."""
    phrases: Sequence[Phrase] = grouping.phrases
    before = phrases[verb - 1].kind == "noun" and not phrases[verb - 1].case
    between = phrases[verb + 1 : after]
    clear = bool(between) and all(p.kind != "mark" and (p.kind != "noun" or p.case) for p in between)
    words = grouping.text[phrases[verb].start : phrases[verb].end].lower()
    return before and clear and any(form == "participle" for _, form in verb_forms().get(words, ()))
