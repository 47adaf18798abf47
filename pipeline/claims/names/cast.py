"""Who appears in a text: its people, its proper names, and what type of thing a name outside the table is.

In: a document. Out: a `Cast`, and for any name of it a type. Judgements: whoever stands beside an office (`Chief
Executive Ada Vale`, `Ada Vale, the chairman of`, `김도현 사장`) is a person, and so is the last word of that name
alone; so is whoever `who` or an age follows; a name that ends as companies are called (`Halden Air`, `새빛은행`) is a
company; a word that people in general are called by (`analysts`, `투자자`) is a group, though not as the end of a name
(`Calder Investors`); an English word that has its capital in the middle of a sentence is a proper name. Everything
else has no type, and may be anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

import re2
from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.claims.names.headlines import headline_end
from pipeline.claims.names.titled import Span, titled
from pipeline.claims.names.words import word_ends, word_list
from pipeline.languages import language as traits
from pipeline.languages import table

GROUP, PERSON, COMPANY, CURRENCY = "group", "person", "company", "currency"
# A capital in the middle of a sentence; ASCII is enough and keeps the automaton small.
INSIDE = re2.compile(r"[a-z0-9,;] ([A-Z][A-Za-z0-9-]{1,60})")
# Two or three capitalised words that `who` or an age follows.
DESCRIBED = re2.compile(r"([A-Z][A-Za-z-]{1,20}(?: [A-Z][A-Za-z-]{1,20}){1,2}), (?:who |[1-9][0-9],)")
SMALL = re2.compile(r"\b[a-z]{3,30}\b")
NEAR = 50
LONGEST_NAME = 3
LONGEST_OFFICE = 4
# How long an initial or a title is with its point (`J.`, `Dr.`).
INITIAL = 3
# What may stand behind an office: its holder, or the end of an apposition.
BEHIND_OFFICE = (" ", ",")
KOREAN_NAME = range(2, 5)
NAMES_KEPT = 1024


class Cast(NamedTuple):
    """The people and the proper names (English words) of a text, and where the full names stand of those who go on
    under a short one (`한 회장`); where the `headline` ends that is written in capitals; the English words that the
    text writes `small`."""

    people: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    titled: Mapping[str, tuple[Span, ...]] = MappingProxyType({})
    headline: int = 0
    small: frozenset[str] = frozenset()


def find_cast(text: str, language: str) -> Cast:
    """Who appears in a text."""
    named = [*_people(text, language), *(_described(text) if traits(language).capitals else ())]
    people = {part for name in named for part in (name, name.split(" ")[-1]) if part}
    capitals = traits(language).capitals
    headline = headline_end(text, language) if capitals else 0
    proper = {m.group(1) for m in INSIDE.finditer(text[headline:])} if capitals else ()
    small = SMALL.findall(text) if capitals else ()
    return Cast(frozenset(people), frozenset(proper), titled(text, language), headline, frozenset(small))


def _people(text: str, language: str) -> Iterator[str]:
    """The names beside the offices of a text: in English after them, or before them with a comma, in Korean before."""
    offices = _search(language)
    lower = text.lower()
    for _, start, end in offices.find_matches_as_indexes(lower) if len(lower) == len(text) else ():
        if text[end : end + 1].isalpha() and not traits(language).glued or text[start - 1 : start].isalpha():
            continue
        if traits(language).head_final:
            yield from _korean_before(text, start)
        elif text[end : end + 1] in BEHIND_OFFICE:
            yield _capitals(text[end + 1 : end + NEAR].split(" ")) if text[end] == " " else ""
            yield _before_comma(text[max(0, start - NEAR) : start])


def _described(text: str) -> Iterator[str]:
    """`Ada Vale, who runs a shop`, `Ada Vale, 49, runs`: names of two words that are told of as people are."""
    for match in DESCRIBED.finditer(text):
        yield match.group(1)


def _korean_before(text: str, start: int) -> Iterator[str]:
    word = text[max(0, start - NEAR) : start].rstrip(" ").rpartition(" ")[2]
    if len(word) in KOREAN_NAME and word.isalpha() and text[start - 1 : start] == " ":
        yield word


def _capitals(words: Sequence[str]) -> str:
    """The capitalised words that stand first."""
    kept: list[str] = []
    for word in words[:LONGEST_NAME]:
        bare = word.strip(',.”"').removesuffix("'s").removesuffix("’s")
        if not bare[:1].isupper() or not bare[-1:].isalpha():
            break
        kept.append(bare)
        if word != bare:
            break
    return " ".join(kept)


def _before_comma(text: str) -> str:
    """`Ada Vale, the company's ` before an office: the capitalised words before the last comma."""
    before, comma, between = text.rpartition("\n")[2].rpartition(", ")
    plain = comma and len(between.split()) <= LONGEST_NAME and not any(c in between for c in ".;”")
    words = before.split(" ")[-LONGEST_NAME:] if plain else []
    ended = max((n + 1 for n, word in enumerate(words[:-1]) if word.endswith(".") and len(word) > INITIAL), default=0)
    words = words[ended:]
    while words and not words[0][:1].isupper():
        words = words[1:]
    return _capitals(words) if len(words) > 1 else ""


@cache
def _search(language: str) -> AhoCorasick:
    offices = [row["word"].lower() for row in table(language, "claims_offices")]
    return AhoCorasick(offices, matchkind=MatchKind.LeftmostLongest)


def type_of(words: str, language: str, cast: Cast) -> str:
    """The type of a name that is not in the table; empty when its words do not say."""
    said = _type_by_words(words, language)
    return PERSON if words in cast.people and said != GROUP else said


@lru_cache(maxsize=NAMES_KEPT)
def _type_by_words(words: str, language: str) -> str:
    """What the words of a name say of its type, whatever the text has told of it."""
    lower = words.lower()
    last = lower.rpartition(" ")[2]
    called = traits(language).capitals and " " in words and not words.rpartition(" ")[2].islower()
    if not word_list(language, "claims_groups").isdisjoint((lower, "" if called else last)):
        return GROUP
    if office_of(words, language) is not None:
        return PERSON
    if last in word_list(language, "claims_company_endings"):
        # 반도체 alone is what companies make.
        return COMPANY if last != lower or not traits(language).glued else ""
    if last in word_list(language, "claims_currency_names"):
        return CURRENCY
    glued = traits(language).glued and len(words) > 2 and lower.endswith(word_ends(language, "claims_company_endings"))
    return COMPANY if glued else ""


@lru_cache(maxsize=NAMES_KEPT)
def office_of(words: str, language: str) -> dict[str, str] | None:
    """The office that a phrase holds, the longest: at its end in Korean (`김도현 사장`), anywhere in English."""
    parts, offices = words.lower().split(" "), _offices(language)
    ends = range(len(parts), len(parts) - 1, -1) if traits(language).head_final else range(len(parts), 0, -1)
    spans = ((start, end) for end in ends for start in range(max(0, end - LONGEST_OFFICE), end))
    held = [row for start, end in spans if (row := offices.get(" ".join(parts[start:end])))]
    return max(held, key=lambda row: len(row["word"]), default=None)


@cache
def _offices(language: str) -> dict[str, dict[str, str]]:
    return {row["word"].lower(): row for row in table(language, "claims_offices")}


def without_office(words: str, language: str) -> str:
    """`Ada Vale` of `Senator Ada Vale`, `김도현` of `김도현 사장`; the words where nothing else is left."""
    office = office_of(words, language)
    size = len(office["word"]) if office else 0
    if traits(language).head_final:
        return words[: len(words) - size].rstrip() or words
    return (
        words[size:].lstrip()
        if size and words.lower().startswith(office["word"].lower()) and words[size:].strip()
        else words
    )
