"""People who go on under their family name and office: `한서준 나래은행 회장` … `한 회장`.

In: a text and its language. Out: for every short form the stretch that names the person in full. Judgements: the full
name is a family name of ``claims_surnames`` with two more syllables, at most two words (a house) and an office that
ends like the short one, before the short form; of several the last named is meant, of two in one sentence nobody. A
language without family names in its table has no such forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

import re2

from pipeline.claims.names.entities import tails
from pipeline.claims.names.words import word_ends, word_list
from pipeline.languages import table
from pipeline.languages.sentences import encodable

Span = tuple[int, int]
# How many short forms of a text are looked for.
MOST = 24
# An office is looked for in so many words behind a name, of so many characters, behind so many letters (`은행`장).
WORDS, LONGEST, OPENING = 3, 20, 8
# No word goes on over these.
CUTS = frozenset(".,\n\t")


@cache
def _short(language: str) -> re2.Pattern | None:
    """What finds a family name before an office."""
    surnames = "|".join(sorted(row["word"] for row in table(language, "claims_surnames")))
    words = (re2.escape(row["word"]) for row in table(language, "claims_offices"))
    offices = "|".join(sorted(words, key=len, reverse=True))
    return re2.compile(rf"(?:^|[^\pL\pN])({surnames}) ({offices})(\pL{{0,4}})") if surnames else None


@cache
def _long(language: str) -> re2.Pattern:
    """What finds a name of three syllables with a word behind it."""
    surnames = "|".join(sorted(row["word"] for row in table(language, "claims_surnames")))
    return re2.compile(rf"((?:{surnames})\pL{{2}})(?:\([^()]{{1,20}}\))? ")


def titled(text: str, language: str) -> dict[str, tuple[Span, ...]]:
    """Short form to the stretches that name people in full whom it can mean, in reading order."""
    pattern = _short(language)
    last: dict[tuple[str, str], int] = {}
    for match in pattern.finditer(encodable(text)) if pattern else ():
        if not match.group(3) or match.group(3) in tails(language):
            last[match.group(1), match.group(2)] = match.start(1)
    people = _people(text, language) if last else ()
    found = ((key, tuple(_full(text, language, people, *key, end))) for key, end in islice(last.items(), MOST))
    return {f"{surname} {office}": spans for (surname, office), spans in found if spans}


def in_full(titled: Mapping[str, tuple[Span, ...]], words: str, start: int) -> Span | None:
    """The stretch that names in full whom a short form at `start` means."""
    before = [span for span in titled.get(words, ()) if span[0] < start]
    return before[-1] if before and before[-1][0] < before[-1][1] <= start else None


def _people(text: str, language: str) -> list[tuple[Span, int]]:
    """Where each name of three syllables stands, and where the words behind it begin."""
    names = _long(language).finditer(encodable(text))
    # A name begins its word; the space behind one word stands before the next.
    return [(match.span(1), match.end()) for match in names if not _is_inside(text, match.start(1))]


def _is_inside(text: str, start: int) -> bool:
    """Whether a letter stands right before a place."""
    return start > 0 and text[start - 1].isalnum()


def _full(
    text: str, language: str, people: Iterable[tuple[Span, int]], surname: str, office: str, end: int
) -> Iterator[Span]:
    """The people of that family name and office who are named before `end`; of two in one sentence nobody is meant."""
    lower = word_ends(language, "claims_vice")
    own = ((name, behind) for name, behind in people if text.startswith(surname, name[0]))
    near = ((name, _office_end(text, behind, office, lower)) for name, behind in own)
    held = [(name, last) for name, last in near if last is not None and last <= end]
    for number, (name, last) in enumerate(held):
        before, _ = held[number - 1] if number else (name, last)
        other = text[slice(*before)] != text[slice(*name)] and not _has_end(text[before[1] : name[0]], language)
        yield (name[0], name[0]) if other else (name[0], last)


def _has_end(text: str, language: str) -> bool:
    """Whether a sentence ends in a stretch."""
    return any(f"{last}." in text for last in word_list(language, "claims_sentence_ends"))


def _office_end(text: str, start: int, office: str, lower: tuple[str, ...]) -> int | None:
    """Where the last of the office's words ends in the three words from `start`; None when it stands in none, or only
    as a `lower` office."""
    last, place = None, start
    for word in text[start : start + (LONGEST + 1) * WORDS].split(" ", WORDS)[:WORDS]:
        before, found, _ = word.partition(office)
        if found and len(before) <= OPENING and (not before or before.isalpha()) and not before.endswith(lower):
            last = place + len(before) + len(office)
        if not word or len(word) > LONGEST or not CUTS.isdisjoint(word):
            break
        place += len(word) + 1
    return last
