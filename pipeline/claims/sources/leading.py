"""Whose figures a whole text passes on, as its first sentences say.

In: a document, what was found in it, and its sentences. Out: a `Name`, or None where a text opens with nobody's own.
Judgements:
- Who made the data, survey or report that a text opens with (`figures from the Halden Board of Realtors`, `a Mirr
  survey found`, `data published by Fenwick`) stands behind what it goes on to tell; so does an institution that is only
  cited there (`according to the Statistics Office`); a survey that is only called `the survey` there may bear its
  maker's name (`a new Fenwick poll`), and an institution that of its land (`Japan's Finance Ministry`).
- A study is the journal's that published it (`published in the journal Marine Letters`), else its makers'.
- Estimates that a figure is only measured against (`above the 25 cents expected, according to data from Mirr`) are not
  what the text is about; a paper passes on what others say, a place or a person makes no figures, and what somebody's
  instrument collected (`data collected by Mirr's probe`) is nobody's statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import re2

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.names.cast import GROUP, PERSON, Cast, type_of
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.items import inside
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.words import role_list, word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.languages.sentences import encodable
from pipeline.mentions import Date, Sentence

LIST = "claims_figures"
# A headline and two sentences.
SENTENCES = 3
# How far into a text the maker of a study without a name is looked for.
FARTHEST = 8
LONGEST_SENTENCE = 400
LONGEST_NAME = 8
# Room for a day behind a name.
NEAR = 30
NO_SOURCES = ("publisher", "place", "person", "index")
INSTITUTIONS = ("government", "organisation")
OWN = ("'s", "’s", "'", "’")
ENDS = ',.;:()"”'
PARTED = tuple(',;:)"”')
# What shows whose figures they are: the words in front of the name, or those behind it.
BEHIND, BEFORE, CITED, CALLED = "behind", "before", "cited", "called"


@cache
def _patterns(language: str) -> tuple[tuple[str, re2.Pattern], ...]:
    """The surest first; none for a language without words for it."""
    noun, maker, verb, study, cited, issued, kind = (
        "|".join(sorted(role_list(language, LIST, role), key=len, reverse=True))
        for role in ("noun", "maker", "verb", "study", "cited", "issued", "kind")
    )
    if not noun:
        return ()
    # `the Calder-based market research firm Mirr`: what somebody is called in front of its name.
    own = r"(?:its|an?|the) (?:[a-z0-9-]{1,30} ){0,4}"
    called = rf"(?:the |a |an )?(?:[A-Z][A-Za-z]{{0,20}}-based )?(?:[a-z-]{{1,30}} ){{0,4}}(?:{kind}) "
    return (
        (BEHIND, re2.compile(rf"\b(?i:{study})\b[^.\n]{{0,60}} in the journal (?:of )?")),
        (BEHIND, re2.compile(rf"\b(?i:{study})\b[^.\n]{{0,30}} published [^.\n]{{0,20}}\bin (?:the )?")),
        (BEHIND, re2.compile(rf"\b(?i:{noun})(?: [a-z-]{{1,30}}){{0,3}}? (?:{maker}) (?:{called})?(?:the )?")),
        (
            BEFORE,
            re2.compile(rf"(?: [a-z0-9-]{{1,30}}){{0,3}} (?:{noun})(?: (?:{issued})[^.,;\n]{{0,30}})? (?:{verb})\b"),
        ),
        (BEFORE, re2.compile(rf"(?:, [^,.\n]{{1,60}},)? (?:{issued}) {own}(?:{study})\b")),
        (CITED, re2.compile(rf"\b(?i:{cited}) (?:{called})?(?:the )?")),
        (CALLED, re2.compile(rf" (?i:{study})\b")),
    )


@cache
def _nameless(language: str) -> re2.Pattern | None:
    """`a new report said`, `according to the survey`: figures that somebody made who is not named there."""
    noun, verb, cited = ("|".join(sorted(role_list(language, LIST, role))) for role in ("noun", "verb", "cited"))
    if not noun:
        return None
    of = rf"(?:an?|the|new|latest|recent) (?:[a-z-]{{1,20}} ){{0,4}}(?:{noun})"
    return re2.compile(rf"\b(?i:(?:{cited}) {of}|{of} (?:{verb}))\b")


@dataclass(frozen=True, slots=True)
class _Opening:
    """A document's text, the names and dates in it, who appears in it, and whether it opens with a study or survey
    whose maker is named elsewhere."""

    document: Document
    names: Sequence[Mention]
    dates: Sequence[Date]
    cast: Cast
    nameless: bool = False


def leading(
    document: Document,
    names: Sequence[Mention],
    dates: Sequence[Date],
    sentences: Sequence[Sentence],
    cast: Cast,
) -> Name | None:
    """Whose figures a text opens with."""
    stretches = [(s.start, min(s.end, s.start + LONGEST_SENTENCE)) for s in sentences[:FARTHEST]]
    lead = stretches[:SENTENCES]
    opening = _Opening(document, names, dates, cast, _is_nameless(document, lead))
    for where, pattern in _patterns(document.language):
        if where == CALLED and not opening.nameless:
            continue
        for start, end in stretches if opening.nameless and where == BEHIND else lead:
            for shown, name in _found(opening, pattern, where, start, end):
                if _makes_figures(opening, name, where) and not _is_expected(document, start, min(shown, name.start)):
                    return name
    return None


def _is_nameless(document: Document, lead: Sequence[tuple[int, int]]) -> bool:
    pattern = _nameless(document.language)
    return pattern is not None and any(pattern.search(encodable(document.text[start:end])) for start, end in lead)


def _found(opening: _Opening, pattern: re2.Pattern, where: str, start: int, end: int) -> Iterator[tuple[int, Name]]:
    """The names beside what shows whose figures they are, in reading order, each with where that begins."""
    text = opening.document.text
    for match in pattern.finditer(encodable(text[start:end])):
        begin, close = start + match.start(), start + match.end()
        begin, close = _before(opening, start, begin) if where in (BEFORE, CALLED) else _after(opening, close, end)
        if begin < close:
            known = next((opening.names[n] for n in inside(opening.names, begin, close)), None)
            whole = known is not None and known.end == close
            yield start + match.start(), name_of(known) if whole else Name(text[begin:close], None, begin, close)


def _after(opening: _Opening, start: int, end: int) -> tuple[int, int]:
    """The capitalised words that start there, with small words between them (`Board of Realtors`), up to a day."""
    days = inside(opening.dates, start, end)
    end = opening.dates[days[0]].start if days else end
    here, close, small = start, start, role_list(opening.document.language, LIST, "small")
    for word in opening.document.text[start:end].split(" ")[:LONGEST_NAME]:
        bare = word.split("\n")[0].rstrip(ENDS)
        owner = next((sign for sign in OWN if bare.endswith(sign)), "")
        capital = bare[:1].isupper()
        if capital:
            close = here + len(bare) - len(owner)
        of_land = owner and capital and _goes_on_as_name(opening, here + len(word) + 1, end)
        if owner and not of_land or bare != word and not of_land or not capital and bare not in small:
            break
        here += len(word) + 1
    return start, close


def _goes_on_as_name(opening: _Opening, start: int, end: int) -> bool:
    """`Japan's Finance Ministry`: whether an institution follows whose owner is where it is."""
    words = opening.document.text[start:end].split(" ")[:LONGEST_NAME]
    ends = word_ends(opening.document.language, "claims_institutions")
    named = next((n for n, word in enumerate(words) if not word[:1].isupper()), len(words))
    return named > 0 and " ".join(words[:named]).rstrip(ENDS).endswith(ends)


def _before(opening: _Opening, start: int, end: int) -> tuple[int, int]:
    """The capitalised words that end there, without an article that opens the sentence."""
    text = opening.document.text
    close = end - next((len(sign) for sign in OWN if text.endswith(sign, start, end)), 0)
    begin = here = close
    small = role_list(opening.document.language, LIST, "small")
    for word in reversed(text[start:close].split(" ")[-LONGEST_NAME:]):
        here = max(start, here - len(word) - (here < close))
        if word.endswith(PARTED):  # `fell in May, official data showed`
            break
        if word[:1].isupper() and word not in role_list(opening.document.language, LIST, "article"):
            begin = here
        elif word not in small or begin == close:
            break
    return begin, close


def _makes_figures(opening: _Opening, name: Name, where: str) -> bool:
    """Whether a name is somebody who can make figures; one that is only cited must be an institution."""
    text, language = opening.document.text, opening.document.language
    if where == BEHIND and text.startswith(OWN, name.end):
        return False
    # `the UN refugee agency` is not the UN.
    whole = not text[name.end : name.end + 2].strip(" ").islower() or inside(opening.dates, name.end, name.end + NEAR)
    if name.entity is not None:
        known = name.entity.type in INSTITUTIONS and whole
        named = name.entity.type not in NO_SOURCES
        return bool(known) or opening.nameless and named if where == CITED else named
    if type_of(name.text, language, opening.cast) in (GROUP, PERSON):
        return False
    return where != CITED or bool(whole) and _is_institution(opening, name)


def _is_institution(opening: _Opening, name: Name) -> bool:
    """Whether a name outside the table is an institution's, or the text opens with figures that somebody made."""
    return opening.nameless or name.text.endswith(word_ends(opening.document.language, "claims_institutions"))


def _is_expected(document: Document, start: int, end: int) -> bool:
    """Whether a sentence speaks of what others expected before it names who collected that."""
    words = document.text[start:end].lower().replace(",", " ").replace("-", " ").split()
    return not word_list(document.language, "claims_forecasters").isdisjoint(words)


def is_of_leader(document: Document, reading: Reading) -> bool:
    """`the authors wrote`, `Findings show`: a source under a common noun for what somebody's figures come from."""
    return _last_word(reading) in role_list(document.language, LIST, "author")


def is_asked(document: Document, reading: Reading) -> bool:
    """`64% of women said`: those who were asked, who are no source of the figures."""
    return _last_word(reading) in role_list(document.language, LIST, "asked")


def _last_word(reading: Reading) -> str:
    """The last word of a source under a common noun; none of a name."""
    words = reading.claim.attribution or ""
    words = words[:1].lower() + words[1:]
    return words.split(" ")[-1] if words.islower() else ""


def unsaid(reading: Reading) -> Reading:
    """A reading without its source."""
    roles = tuple(role for role in reading.roles if role.role != "attribution")
    claim = reading.claim._replace(attribution_id=None, attribution=None)
    return reading._replace(claim=claim, roles=roles, speaker=None)
