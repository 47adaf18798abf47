"""What pages put around an article, as phrases of every language's ``boilerplate.csv``.

In: a line. Out: the phrase it consists of or holds, if any. Only letters are compared, so that
`좋아요 12`, `• 좋아요0` and `[좋아요]` are one phrase. Judgements: pages mix languages, so every table is
asked; a line made only of such phrases (`공유 | 인쇄 | 스크랩`) is one; phrases are looked for inside lines
of at most `LONGEST` characters, since an article may well use the same words; behind a phrase that starts a
line a sign must follow, or a list below it (``headed``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import re2

from pipeline.languages import folders, table

LONGEST = 200
HEADING_LENGTH = 40
SIGN_AFTER = re2.compile(r"\s?[\])】>]?\s?[:|>\]】)–—©ⓒ(-]|$")
COPYRIGHT = ("©", "ⓒ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row: the section it makes, and how far it reaches (line, list, headed, end)."""

    kind: str
    reach: str


BUTTONS = Phrase("boilerplate", "line")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases by the way they match; those that are not whole lines have a pattern that finds them."""

    whole: dict[str, Phrase]
    part: dict[str, Phrase]
    start: dict[str, Phrase]
    last: dict[str, Phrase]
    part_pattern: re2._Regexp
    start_pattern: re2._Regexp
    last_pattern: re2._Regexp
    first_words: frozenset[str]


def phrase_of(line: str) -> Phrase | None:
    """The phrase that decides what this line is."""
    if len(line) > LONGEST:
        return None
    known, bare = _phrases(), letters(line)
    return (
        known.whole.get(bare)
        or _made_of(known, line)
        or _found(known.part, known.part_pattern, bare)
        or _begun(known, line)
        or (_found(known.last, known.last_pattern, bare) if len(line) <= HEADING_LENGTH else None)
        or (BUTTONS if line.startswith(COPYRIGHT) else None)
    )


def is_button(word: str) -> bool:
    """The word alone is a phrase of a page."""
    return letters(word) in _phrases().whole


def letters(text: str) -> str:
    """Only the letters, in lower case."""
    return "".join(filter(str.isalpha, text)).lower()


def _made_of(known: Phrases, line: str) -> Phrase | None:
    """A line of several phrases, between signs or between spaces."""
    words = "".join(char if char.isalpha() else " " for char in line).lower().split()
    if len(words) < 2 or words[0] not in known.first_words:
        return None
    between_signs = "".join(char if char.isalpha() or char == " " else "\n" for char in line).split("\n")
    parts = [part for part in map(letters, between_signs) if part]
    one_by_one = (words, parts) if len(parts) > 1 else (words,)
    return BUTTONS if any(all(part in known.whole for part in split) for split in one_by_one) else None


def _found(phrases: dict[str, Phrase], pattern: re2._Regexp, bare: str) -> Phrase | None:
    match = pattern.search(bare)
    return phrases[match.group()] if match else None


def _begun(known: Phrases, line: str) -> Phrase | None:
    found = known.start_pattern.match(line)
    phrase = known.start[letters(found.group())] if found else None
    if phrase and phrase.reach != "headed" and not SIGN_AFTER.match(line[found.end() : found.end() + 5]):
        return None
    return phrase


@cache
def _phrases() -> Phrases:
    found: dict[str, dict[str, Phrase]] = {"whole": {}, "part": {}, "start": {}, "last": {}}
    starts, first_words = [], set()
    for code in sorted(folders()):
        for row in table(code, "boilerplate"):
            found[row["match"]][letters(row["phrase"])] = Phrase(row["kind"], row["reach"])
            first_words.add(letters(row["phrase"].split()[0]))
            if row["match"] == "start":
                starts.append(r"\s?".join(re2.escape(word) for word in row["phrase"].split()))
    begin = rf"(?i)[^\pL\pN]{{0,4}}(?:{_longest_first(starts)})"
    last = f"(?:{_longest_first(found['last'])})$"
    patterns = [re2.compile(form) for form in (_longest_first(found["part"]), begin, last)]
    return Phrases(*found.values(), *patterns, frozenset(first_words))


def _longest_first(forms: Iterable[str]) -> str:
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))
