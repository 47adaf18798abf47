"""Who announces results of its own, and for which period, in a sentence that may count nothing.

In: a document, its names and dates, and a sentence. Out: the announcing names and their period as a claim that nobody
makes, or None for it. Judgements: the name is the capitalised words right before the first verb of announcing,
adverbs, days and brackets passed over, and so is one joined to it; what is announced must be a result, soon behind the
verb; a day is no period, nor is the one that an outlook is for. A period right before a result is the report's too,
whoever tells of it. Near the top a company or an institution may say anything: the figures below can be its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import re2

from pipeline.claims.model import Claim, Document
from pipeline.claims.names.cast import COMPANY, Cast, type_of
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.items import inside
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.words import descriptions, role_list, word_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.reports import is_institution
from pipeline.languages.sentences import encodable
from pipeline.mentions import Date

LIST = "claims_announcing"
LONGEST_LEAD = 300
# Far enough for a lead behind a headline and a dateline.
LEAD = 700
HOUSES = ("company", "government", "organisation")
# How far behind the verb what it announces may stand.
NEAR = 70
LONGEST_NAME = 5
LONGEST_WORDS = 30
MOST_NAMES = 4
PERIODS = ("quarter", "half", "year")
BRACKET = re2.compile(r"\([^()]{1,40}\)")


@cache
def _verbs(language: str) -> re2.Pattern | None:
    verbs = "|".join(sorted(role_list(language, LIST, "verb")))
    return re2.compile(rf"\b(?:{verbs})\b") if verbs else None


def announced(
    document: Document, names: Sequence[Mention], dates: Sequence[Date], start: int, end: int
) -> tuple[list[Name], Claim | None]:
    """Who announces results in a sentence, and the period that they are of."""
    pattern = _verbs(document.language)
    lead = document.text[start : min(end, start + LONGEST_LEAD)]
    verb = pattern.search(encodable(lead)) if pattern else None
    if verb is None or not _is_result(document, start + verb.end(), end):
        return [], None
    told = min(end, start + verb.end() + 2 * NEAR, _outlook(document, start + verb.end(), end))
    days = [dates[n] for n in inside(dates, start + verb.start(), told)]
    day = next((d for d in days if d.granularity in PERIODS and d.date_start and d.date_end), None)
    announcing = list(_all_before(document, names, dates, start, start + verb.start()))
    return announcing, day and _of_period(day, start, end)


def stating(document: Document, names: Sequence[Mention], dates: Sequence[Date], start: int, end: int) -> Name | None:
    """`Dodam said on Monday that it had won its largest order`: the house that speaks first in a sentence near the top
    of a text, whose figures the next sentences can be."""
    if start > LEAD or not role_list(document.language, LIST, "verb"):
        return None
    lead = encodable(document.text[start : min(end, start + LONGEST_LEAD)])
    for verb in _stating(document.language).finditer(lead):
        name = _before(document, names, dates, start, start + verb.start())
        if name is not None:
            return name if _is_house(document, name) else None
    return None


@cache
def _stating(language: str) -> re2.Pattern:
    verbs = word_list(language, "claims_quoting") | role_list(language, LIST, "verb")
    return re2.compile(rf"\b(?:{'|'.join(sorted(verbs))})\b")


def _is_house(document: Document, name: Name) -> bool:
    """Whether a name is a company's or an institution's, which has figures of its own."""
    if name.entity is not None:
        return name.entity.type in HOUSES
    return is_institution(document, name) or type_of(name.text, document.language, Cast()) == COMPANY


def told(document: Document, dates: Sequence[Date], start: int, end: int) -> Claim | None:
    """`topped estimates for third-quarter profit`: the period right before a result, once it is over."""
    if not role_list(document.language, LIST, "result"):
        return None
    for number in inside(dates, start, min(end, start + LONGEST_LEAD)):
        day, published = dates[number], document.published_on
        behind = document.text[day.end : day.end + LONGEST_WORDS].lower().split()[:2]
        result = any(word.rstrip(".,") in role_list(document.language, LIST, "result") for word in behind)
        past = published is None or day.date_end is not None and day.date_end < published
        if result and past and day.granularity in PERIODS and day.date_start and day.date_end:
            return _of_period(day, start, end)
    return None


def _of_period(day: Date, start: int, end: int) -> Claim:
    """A claim that nobody makes, of the period."""
    return Claim(
        -1,
        "revenue",
        quote_start=start,
        quote_end=end,
        as_of_start=day.date_start,
        as_of_end=day.date_end,
        as_of_basis="stated",
    )


def _is_result(document: Document, start: int, end: int) -> bool:
    words = document.text[start : min(end, start + NEAR)].lower().replace("-", " ").replace(",", " ").split()
    return any(word.rstrip(".") in role_list(document.language, LIST, "result") for word in words)


def _outlook(document: Document, start: int, end: int) -> int:
    """Where words for what is only expected begin; the end where none stand."""
    words = word_list(document.language, "claims_outlooks")
    found = (document.text.find(f" {word}", start, end) for word in words)
    return min((place for place in found if place >= 0), default=end)


def _all_before(
    document: Document, names: Sequence[Mention], dates: Sequence[Date], start: int, end: int
) -> Iterator[Name]:
    """The name that ends where the verb begins, and those joined to it (`Dodam and Mirr reported`)."""
    for _ in range(MOST_NAMES):
        name = _before(document, names, dates, start, end)
        if name is None:
            return
        yield name
        end = start + len(document.text[start : name.start].rstrip(" "))
        joiners = sorted(role_list(document.language, LIST, "joiner"))
        joiner = next((j for j in joiners if document.text.endswith(j, start, end)), None)
        if joiner is None:
            return
        end -= len(joiner)


def _before(document: Document, names: Sequence[Mention], dates: Sequence[Date], start: int, end: int) -> Name | None:
    """The name that ends where the verb begins."""
    text, here, endings = document.text, end, word_list(document.language, "claims_company_endings")
    days = [(dates[n].start, dates[n].end) for n in inside(dates, start, end)]
    kept: list[tuple[int, int]] = []
    while here > start and len(kept) < LONGEST_NAME:
        here = start + len(text[start:here].rstrip(" ,"))
        if text[here - 1 : here] == ")" and not kept:
            here = max(start, text.rfind("(", start, here))
            continue
        day = next((d for d in days if d[1] == here), None)
        begin = day[0] if day else max(start, *(text.rfind(sign, start, here) + 1 for sign in (" ", "—", "–")))
        word = text[begin:here]
        passed = day is not None or word in role_list(document.language, LIST, "between") or word.lower() in endings
        if not kept and passed:
            here = begin
            continue
        if not word[:1].isupper():
            break
        kept.insert(0, (begin, here))
        here = begin
        if text[begin - 2 : begin] == ", ":
            break
    return _called(document, names, kept[0][0], kept[-1][1]) if kept else None


def _called(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    words = document.text[start:end]
    if words.lower() in descriptions(document.language):
        return None
    known = [names[n] for n in inside(names, start, end) if names[n].end == end or names[n].start == start]
    return name_of(known[-1]) if known else Name(words, None, start, end)
