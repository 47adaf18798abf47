"""English possessives, and names that only end like one.

In: the words of a sentence and a place. Out: whether the words before it own what follows. Judgements: behind an owner
stands a noun and what describes it (`Mirr's planned sale`); where a verb, a preposition or nothing follows, the ending
belongs to a name (`Taro's posted a loss`, `at Taro's, which`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.languages.english.grouping import AUXILIARY
from pipeline.languages.english.words import Word, of_plural

ENDINGS = ("'s", "’s")
# Determiners that no owner stands before, unlike `many` and `other`.
FIRST = {"a", "an", "the", "its", "their", "his", "her", "no", "this", "that", "these", "those"}
# Marks that can open what is owned (`Mirr's “golden” share`).
OPENING = {"“", "‘", '"', "'", "(", "["}
NEVER = {"relative", "conjunction", "subordinator", "preposition", "pronoun", *AUXILIARY}
# What a verb in the past takes and no participle before its noun does.
TAKEN = {"determiner", "pronoun", "relative", "preposition", "adverb", "mark", "date"}


def apostrophe_next(words: Sequence[Word], after: int) -> bool:
    """Whether an apostrophe and an s follow that are words of their own."""
    return (
        after + 1 < len(words)
        and words[after].text in "'’"
        and words[after + 1].text.lower() == "s"
        and words[after].end == words[after + 1].start
    )


def owns(words: Sequence[Word], after: int) -> bool:
    """Whether the words that end before `after` own what follows."""
    if of_plural(words, after):
        return True
    if apostrophe_next(words, after):
        return is_owned(words, after + 2)
    return after > 0 and words[after - 1].text.endswith(ENDINGS) and is_owned(words, after)


def is_owned(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` can be what is owned, or describe it."""
    if at >= len(words) or words[at].kind in NEVER:
        return False
    word = words[at]
    if word.kind == "mark":
        return word.text in OPENING
    return word.text.lower() not in FIRST and not _is_finite(words, at)


def _is_finite(words: Sequence[Word], at: int) -> bool:
    """`Taro's says`, `Taro's fell 3%`, `Taro's posted a loss`: a form that only a verb has, or one that takes."""
    forms = {form for _, form in words[at].forms}
    if not words[at].text.islower() or not forms & {"present", "past"}:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    takes = after is not None and after.kind in TAKEN and not after.forms
    return "present" in forms or "participle" not in forms or takes
