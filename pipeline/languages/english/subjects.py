"""The subject of an English clause among its nouns.

In: phrases and a clause. Out: the phrase that is its subject, or None. Judgements: it is the free noun nearest before
the verb; what stands between commas or dashes only describes it (`Dodam - owner of Mirr - said`), and of several joined
by `and` the first is meant; what stands in brackets (`Dodam (DDM) said`) is not, outside of them, nor whom
somebody only comes after (`the biggest bank after Dodam said`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.model import Phrase
from pipeline.claims.names.words import is_superlative, word_list

PARENTHETIC = {",", "-", "–", "—"}


def subject_of(phrases: Sequence[Phrase], clause: int, verb: int | None) -> int | None:
    """The free noun nearest before the verb, appositions and brackets passed over; of those joined by `and` the
    first."""
    end = verb if verb is not None else len(phrases)
    depth = phrases[verb].depth if verb is not None else 0
    own = [n for n, p in enumerate(phrases[:end]) if p.clause == clause and p.kind == "noun" and not p.case]
    free = [n for n in own if phrases[n].depth <= depth or _abbreviates(phrases, n)] or own
    while len(free) > 1 and (
        _is_apposition(phrases, free[-1], end)
        or _is_ranked_after(phrases, free)
        or _is_joined(phrases, free[-1])
        and not _describes(phrases, free)
    ):
        free.pop()
    return free[-1] if free else None


def _is_ranked_after(phrases: Sequence[Phrase], free: Sequence[int]) -> bool:
    """`the second largest bank after Dodam`: the last noun only says behind whom the one before it stands."""
    ranked, mark, last = free[-2], free[-1] - 1, free[-1]
    behind = mark == ranked + 1 and phrases[mark].text in word_list("en", "claims_ranked_behind") and last == mark + 1
    return behind and any(is_superlative(word, "en") for word in phrases[ranked].text.split(" ")[:-1])


def _abbreviates(phrases: Sequence[Phrase], number: int) -> bool:
    """`The Institute for Land and Sea (ILS) said`: letters in a bracket name what its first noun only begins."""
    closed = number + 1 < len(phrases) and phrases[number + 1].text == ")"
    alone = closed and number > 1 and phrases[number - 1].text == "("
    return alone and phrases[number].text.isupper() and _is_joined(phrases, number - 2)


def _describes(phrases: Sequence[Phrase], free: Sequence[int]) -> bool:
    """`Canadian oil and gas producer Mirr`: what is joined only describes the name at the end."""
    first, last = (phrases[n].text.split(" ")[-1][:1] for n in free[-2:])
    return free[-1] - free[-2] == 2 and first.islower() and last.isupper()


def _is_joined(phrases: Sequence[Phrase], number: int) -> bool:
    before = number - 1
    while before and phrases[before].case == "of":
        before -= 1
    return phrases[before].text in ("and", "&", "or")


def _is_apposition(phrases: Sequence[Phrase], number: int, end: int) -> bool:
    """`, the chief executive of OpenAI,`, `- owner of Mirr -`: a mark before it, and one after what belongs to it."""
    before = number - 1
    while before > 0 and _describes_too(phrases, before):
        before -= 1
    mark = phrases[before].text if before > 0 else ""
    return mark in PARENTHETIC and any(p.text == mark for p in phrases[number + 1 : end])


def _describes_too(phrases: Sequence[Phrase], number: int) -> bool:
    """`the country's third-biggest`: owners, numbers and adverbs before a noun."""
    hyphen = phrases[number].text == "-" and phrases[number - 1].kind == "quantity"
    return phrases[number].case == "of" or phrases[number].kind in ("quantity", "adverb") or hyphen
