"""Who stands behind an English speaker that is only data or a described group.

In: phrases and the place of a speaker. Out: the place of who made it. Judgements: of a survey or data it is who made
it (`a survey by Mirr found`), of people who are only described it is whom they tell, or the house that they are at.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.model import Phrase
from pipeline.languages.english.words import word_list

MADE_BY = ("by", "from", "at", "in")


def source(phrases: Sequence[Phrase], number: int, lemma: str) -> int:
    """Who stands behind a speaker that is only data or a described group; else the speaker."""
    last = phrases[number].text.lower().split(" ")[-1]
    # `China's National Bureau of Statistics` is a name, and nobody else's figures.
    called = " " in phrases[number].text and phrases[number].text.split(" ")[-1][:1].isupper()
    after = phrases[number + 1] if number + 1 < len(phrases) else None
    if last in word_list("claims_unnamed_sources"):
        told = [
            n for n, p in enumerate(phrases[number + 1 :], number + 1) if p.case == "object" and p.text[:1].isupper()
        ]
        return told[-1] if lemma == "tell" and told else number
    made, group = not called and last in word_list("claims_made_sources"), last in word_list("claims_groups_at")
    if made and phrases[number].text.lower().split(" ")[0] in word_list("claims_possessives"):
        return next((n for n in range(number) if phrases[n].case == "subject"), number)
    if group and after is not None and after.case == "at" and after.text[:1].isupper():
        return number + 1
    if not made or after is None:
        return number
    if (
        number
        and phrases[number - 1].case == "of"
        and phrases[number - 1].kind == "noun"
        and phrases[number - 1].end < phrases[number].start
        and phrases[number - 1].text[:1].isupper()
    ):
        return number - 1
    makers = [
        n
        for n in range(number + 1, min(number + 4, len(phrases)))
        if phrases[n].kind == "noun" and phrases[n].case in MADE_BY
    ]
    return _whole_maker(phrases, makers[0]) if makers else number


def _whole_maker(phrases: Sequence[Phrase], number: int) -> int:
    """`a report by Mirr's Power Programme`: whoever it is of made it, unless it is an office of its own (`numbers
    released by Japan's Finance Ministry`)."""
    owner = phrases[number - 1]
    if phrases[number].text.lower().endswith(tuple(end.lower() for end in word_list("claims_institutions"))):
        return number
    whole = owner.kind == "noun" and owner.case == "of" and owner.text.split(" ")[-1][:1].isupper()
    return number - 1 if whole else number
