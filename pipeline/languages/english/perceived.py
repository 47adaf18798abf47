"""The bare infinitive behind a verb of seeing.

In: the words of a sentence and a place. Out: yes or no. Judgement: behind `saw`, `watched` or `helped`, a few words
that name something and before a number, a word that can be a verb's base form is what that thing did (`Dodam saw its
revenue drop 4%`), though the thing is one and the form is a plural's.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.languages.english.words import Word, word_list

BASE = ("base", "base?")
# How many words the thing seen has at most, its determiner with them.
FURTHEST = 5
NAMING = ("noun", "name", "determiner", "adjective", "adverb")


def is_perceived(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` says what somebody saw a thing do."""
    if at < 2 or not any(form in BASE for _, form in words[at].forms) or not _reaches_number(words, at):
        return False
    for before in reversed(words[max(0, at - FURTHEST) : at - 1]):
        if any(lemma in word_list("claims_perceiving") for lemma, _ in before.forms):
            return True
        if before.kind not in NAMING:
            return False
    return False


def _reaches_number(words: Sequence[Word], at: int) -> bool:
    """Whether a number follows, a preposition before it or none (`drop 4%`, `rise by 5%`)."""
    after = words[at + 1 : at + 3]
    behind = after[1:] if after and after[0].kind == "preposition" else after
    return bool(behind) and behind[0].kind == "quantity"
