"""Whose subject an English clause shares.

In: phrases and a clause without a subject of its own. Out: the phrases whose subject it can share, nearest first.
Judgements: a relative clause shares the nouns before its pronoun; the object of a verb like `order` does what the
infinitive after it says; behind a description between commas the noun before it goes on; a participle that opens the
sentence shares the subject that follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.claims.model import Phrase
from pipeline.languages import table
from pipeline.languages.english.grouping import saying_verbs

RELATIVES = {"of which", "of whom", "which", "who", "that", "whose", "whom", "where", "what"}
# How many commas a description may hold, and cases of nouns that hang on one before them.
LONGEST_DESCRIPTION = 3
# How many phrases before an infinitive the verb may stand that orders it.
FURTHEST_ORDER = 8
PREPOSITIONAL = ("of", "in", "at", "for", "from", "on", "with")


def shared(phrases: Sequence[Phrase], link: str, number: int) -> tuple[int, ...]:
    """Phrases whose subject the clause can share: nouns before it, subjects first."""
    begin = opening(phrases, min((n for n, p in enumerate(phrases) if p.clause == number), default=0))
    before = [n for n in range(begin) if phrases[n].kind == "noun"]
    if link == "relative" and phrases[begin].text in RELATIVES:
        return tuple(_described(phrases, before, phrases[begin].text))
    between = _before_description(phrases, begin)
    inside = {p.clause for p in phrases if p.text in RELATIVES and p.text != "that"} | _that_clauses(phrases)
    subjects = [n for n in before if phrases[n].case == "subject" and phrases[n].clause not in inside]
    near = [n for n in before if phrases[n].case not in PREPOSITIONAL] if link == "quote" else []
    objects = [n for n in near[-1:] if phrases[n].case == "object"] or _ordered(phrases, begin)
    if between is not None:
        return (between, *reversed(subjects))
    if link == "purpose" and (whose := _decider(phrases, number)) is not None:
        return (whose, *reversed(subjects))
    if not before and link == "relative":
        return tuple(n for n, p in enumerate(phrases) if p.case == "subject" and p.clause > number)[:1]
    return (*_resumed(phrases, number), *objects, *reversed(subjects))


def opening(phrases: Sequence[Phrase], begin: int) -> int:
    """Where a clause opens whose comma stands before its pronoun (`Mirr, which owns`)."""
    after = phrases[begin + 1].text if begin + 1 < len(phrases) else ""
    return begin + (phrases[begin].text == "," and after in RELATIVES)


def _described(phrases: Sequence[Phrase], before: Sequence[int], pronoun: str) -> list[int]:
    """The nouns before a pronoun, nearest first; `the chairman of Mirr, who` is the chairman."""
    near = list(reversed(before))
    if pronoun == "that" and len(near) > 1:
        # `an engine made by Mirr that uses`: `that` tells which one is meant, as no name needs.
        near.sort(key=lambda n: phrases[n].text.split(" ")[-1][:1].isupper())
    while pronoun == "who" and len(near) > 1 and phrases[near[0]].case == "of" and near[1] == near[0] - 1:
        near.append(near.pop(0))
    return near


def _decider(phrases: Sequence[Phrase], number: int) -> int | None:
    """`Mirr's decision to cut 300 jobs`: whose the noun before an infinitive is."""
    verb = next((n for n, p in enumerate(phrases) if p.clause == number and p.kind == "verb"), 0)
    if verb < 2 or phrases[verb - 1].kind != "noun" or phrases[verb - 1].case == "of":
        return None
    return verb - 2 if phrases[verb - 2].kind == "noun" and phrases[verb - 2].case == "of" else None


def _resumed(phrases: Sequence[Phrase], number: int) -> tuple[int, ...]:
    """`Mirr said the Taro division, which makes engines, sold`: what a verb of saying takes goes on behind a relative
    clause as the subject."""
    opened = next((n for n, p in enumerate(phrases) if p.clause == number - 1 and p.text in RELATIVES), 0)
    head = opened - 2
    said = (
        head > 0
        and phrases[head].case == "object"
        and phrases[head + 1].text == ","
        and phrases[head - 1].text in saying_verbs()
    )
    return (head,) if said else ()


def _ordered(phrases: Sequence[Phrase], begin: int) -> list[int]:
    """`had caused profits in the first quarter to slump`: what a verb like `cause` right before an infinitive takes."""
    verb = next((n for n in range(begin - 1, max(-1, begin - FURTHEST_ORDER), -1) if phrases[n].kind == "verb"), None)
    if verb is None or phrases[verb].text not in _ordering():
        return []
    return [n for n in range(verb + 1, begin) if phrases[n].case == "object"][:1]


@cache
def _ordering() -> frozenset[str]:
    """Verbs whose object does what the infinitive after it says (`ordered Dodam to pay`)."""
    return frozenset(row["lemma"] for row in table("en", "claims_ordering"))


def _before_description(phrases: Sequence[Phrase], begin: int) -> int | None:
    """`after the company, founded by two engineers, said`, `Shares in Dodam, which owns shops, were up`: the noun in
    front
    of a description between commas."""
    if phrases[begin].text != ",":
        return None
    commas = [n for n in range(begin - 1, 0, -1) if phrases[n].text == ","][:LONGEST_DESCRIPTION]
    opened = next(
        (n for n in commas if phrases[n + 1].text in RELATIVES or n == commas[0] and phrases[n + 1].kind == "verb"),
        None,
    )
    head = opened - 1 if opened is not None else 0
    while head > 0 and phrases[head].kind == "noun" and phrases[head].case in PREPOSITIONAL:
        head -= 1
    found = opened is not None and phrases[head].kind == "noun" and phrases[head].case in ("other", "subject")
    return head if found else None


def _that_clauses(phrases: Sequence[Phrase]) -> set[int]:
    """Clauses that `that` opens after a noun (`the agent that OpenAI released`)."""
    return {
        p.clause for before, p in zip(phrases, phrases[1:], strict=False) if p.text == "that" and before.kind == "noun"
    }
