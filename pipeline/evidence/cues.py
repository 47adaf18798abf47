"""The cue words that relate numbers: whether they stand among some words, and which.

In: a language, a cue of its ``relation_cues.csv`` and words of a text. Out: whether a word of the cue (RE2) stands
among them, those that do, or the names that they join.
"""

from __future__ import annotations

from functools import cache

import re2

from pipeline.languages import folders, table

LETTER = re2.compile(r"[\pL\pN]")


@cache
def any_word(language: str, cue: str) -> str:
    """The words of a cue as one alternation; a cue without words would match anywhere."""
    found = [row["word"] for row in table(language, "relation_cues") if row["cue"] == cue]
    if not found:
        raise KeyError(f"relation_cues.csv of {language} has no cue {cue}, which relations.csv uses")
    return "|".join(found)


@cache
def _separator(language: str) -> re2._Regexp:
    return re2.compile(any_word(language, "names"))


def split_names(language: str, names: str) -> tuple[str, ...]:
    """The names that a pattern's list joined, in order."""
    return tuple(part.strip() for part in _separator(language).split(names) if part.strip())


@cache
def _cue(language: str, cue: str) -> re2._Regexp:
    return re2.compile(any_word(language, cue))


def has_cue(language: str, cue: str, words: str) -> bool:
    """Some word of the cue stands among the words; never in a language that we do not have."""
    return language in folders() and _cue(language, cue).search(words) is not None


def cue_words(language: str, cue: str, words: str) -> tuple[str, ...]:
    """What stands among the words for the cue, in order."""
    return tuple(found.group() for found in _cue(language, cue).finditer(words))


def only_cues(language: str, cue: str, words: str) -> bool:
    """The words hold nothing but words of the cue and signs."""
    return LETTER.search(_cue(language, cue).sub("", words)) is None


def only_names(language: str, names: tuple[str, ...]) -> bool:
    """None of the members but the last ends like a verb in the middle of a sentence."""
    return not any(_cue(language, "midverb").search(name) for name in names[:-1])
