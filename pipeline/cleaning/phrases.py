"""What pages put around an article, as phrases of every language's ``boilerplate.csv``.

In: a line. Out: the phrase it consists of or holds, if any. Only letters are compared, so that
`좋아요 12`, `• 좋아요0` and `[좋아요]` are one phrase. Judgements: pages mix languages, so every table is
asked; a line made only of such phrases (`공유 | 인쇄 | 스크랩`) is one; phrases are looked for inside lines
of at most `LONGEST` characters, since an article may well use the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import re2

from pipeline.languages import folders, table

LONGEST = 200
HEADING_LENGTH = 40
NOT_LETTERS = re2.compile(r"[^\pL]+")
BETWEEN = re2.compile(r"[^\pL ]+")
SIGN_AFTER = re2.compile(r"\s?[\])】>]?\s?[:|>\]】)–—-]|$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row: the section it makes, and how far it reaches (line, list, headed, end)."""

    kind: str
    reach: str


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


def phrase_of(line: str) -> Phrase | None:
    """The phrase that decides what this line is."""
    if len(line) > LONGEST:
        return None
    known = _phrases()
    return _made_of(known.whole, line) or _inside(known, line) or _begun(known, line) or _ended(known, line)


def letters(text: str) -> str:
    """Only the letters, in lower case."""
    return NOT_LETTERS.sub("", text).lower()


def _made_of(whole: dict[str, Phrase], line: str) -> Phrase | None:
    found = whole.get(letters(line))
    if found:
        return found
    for parts in (BETWEEN.split(line), NOT_LETTERS.split(line)):
        words = [letters(part) for part in parts if letters(part)]
        if len(words) > 1 and all(word in whole for word in words):
            return Phrase("boilerplate", "line")
    return None


def _inside(known: Phrases, line: str) -> Phrase | None:
    found = known.part_pattern.search(letters(line))
    return known.part[found.group()] if found else None


def _begun(known: Phrases, line: str) -> Phrase | None:
    found = known.start_pattern.match(line)
    if not found or not SIGN_AFTER.match(line[found.end() : found.end() + 5]):
        return None
    return known.start[letters(found.group())]


def _ended(known: Phrases, line: str) -> Phrase | None:
    """A heading by its last word; whether a list stands below it is for the caller to see."""
    found = known.last_pattern.search(letters(line)) if len(line) <= HEADING_LENGTH else None
    return known.last[found.group()] if found else None


@cache
def _phrases() -> Phrases:
    found: dict[str, dict[str, Phrase]] = {"whole": {}, "part": {}, "start": {}, "last": {}}
    starts = []
    for code in sorted(folders()):
        for row in table(code, "boilerplate"):
            found[row["match"]][letters(row["phrase"])] = Phrase(row["kind"], row["reach"])
            if row["match"] == "start":
                starts.append(r"\s?".join(re2.escape(word) for word in row["phrase"].split()))
    begin = rf"(?i)[^\pL\pN]{{0,4}}(?:{_longest_first(starts)})"
    last = f"(?:{_longest_first(found['last'])})$"
    patterns = [re2.compile(form) for form in (_longest_first(found["part"]), begin, last)]
    return Phrases(*found.values(), *patterns)


def _longest_first(forms: Iterable[str]) -> str:
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))
