"""Who brings figures out in a sentence that names nobody for its numbers, where the verb comes last.

In: a document, its names and a sentence. Out: a `Name` or None. Judgements: whoever acts first in a sentence that ends
with a verb of bringing out (`관세청은 12일 수출입 현황을 발표했다`), before the verb that describes what came out
(`가람전자가 19일 발표한 3분기 실적에서`, `가람연구소가 펴낸 '고용의 미래'에서`), or in front of `에 따르면`; of a team
the institute that it is part of, of a report or a service whose it is (`가람연구소의 통계시스템에 따르면`); a person
brings out nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.claims.model import Document
from pipeline.claims.names.cast import office_of
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.glued import ACTING, glued
from pipeline.claims.names.items import inside
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.words import role_ends, role_list, word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.reports import is_institution
from pipeline.claims.sources.speakers import OPENING, acting_before, called_before

LIST = "claims_releasing"
FARTHEST = 100
NEAR = 50
# What opens the title of a report.
TITLES = ("'", "‘", '"', "“", "<", "〈", "《", "「", "『")


def released(document: Document, names: Sequence[Mention], start: int, end: int, counts: bool) -> Name | None:
    """Who brings out the figures that the sentence ``text[start:end]`` speaks of; one that `counts` anything itself
    must say that it is figures (`결과를 공시했다`, unlike `투자 계획을 발표했다`)."""
    if not document.traits.head_final:
        return None
    text, language = document.text, document.language
    found = _citing(document, names, start, end) or _basing(document, names, start, end)
    if found is None and _brings_out(text[start:end], language, counts):
        found = next(_actors(document, names, start, end), None)
    found = found or next(_described(document, names, start, end), None) or _finding(document, names, start, end)
    found = found or _official(document, names, start, end)
    if found is None or found.entity is None and text[found.start].isdecimal():
        return None
    return found if office_of(found.words_in(document.text), language) is None else None


def _citing(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """`11일 한결카드에 따르면`: the name before the words that cite it."""
    for words in word_list(document.language, "claims_according"):
        at = document.text.find(words, start, end)
        if at > start:
            found = called_before(document, names, start, _before_examples(document, start, at))
            return found and (_owner(document, names, start, found) or found)
    return None


def _brings_out(sentence: str, language: str, counts: bool) -> bool:
    """Whether a sentence ends with a verb of bringing out (`공시했다`), or of making figures with those as its object
    (`여론조사를 실시했다`), or says that what follows came out (`이 같은 내용의 방안을 확정했다`)."""
    *before, last = sentence.rstrip(" .").rsplit(" ", 2)[-2:]
    if before and last.startswith(role_ends(language, LIST, "lasting")):
        last = before[0]
    if last.startswith(role_ends(language, LIST, "")) and (not counts or _brings_figures(sentence, language)):
        return True
    makes = last.startswith(role_ends(language, LIST, "making"))
    if makes and _brings_figures(sentence, language):
        return True
    return not counts and any(words in sentence for words in role_list(language, LIST, "so"))


def _basing(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """`나래원 자료를 토대로`, `나래원 통계를 종합하면`: whose figures somebody works with."""
    text, language = document.text, document.language
    objects, sources = glued(language, "object"), word_ends(language, "claims_source_nouns", "noun")
    for word in word_list(language, "claims_basing"):
        at = text.find(f" {word}", start, end)
        if at > start and text.endswith(objects, start, at):
            noun = next((noun for noun in sources if text.endswith(f" {noun}", start, at - 1)), None)
            return called_before(document, names, start, at - len(f" {noun}") - 1) if noun else None
    return None


def _finding(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """`통계원이 1분기 가축동향조사 결과 이같이 나타났다`, `10일 통계원 조사 결과다`: the institution that found it."""
    text = document.text
    for words in role_list(document.language, LIST, "finding"):
        at = text.find(words, start, end)
        if at < start:
            continue
        acting = list(_actors(document, names, max(start, at - FARTHEST), at))
        found = acting[-1] if acting else called_before(document, names, start, start + len(text[start:at].rstrip()))
        if found is not None and is_institution(document, found):
            return found
    return None


def _official(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """`김나래 통계청 고용국장은 "…"고 설명했다`: the office of statistics whose official comments on what is told."""
    text, language = document.text, document.language
    bodies = word_list(language, "claims_statisticians", "body")
    near = (names[number] for number in inside(names, start, min(end, start + FARTHEST)))
    found = [body for body in near if body.entity.entity_id in bodies]
    said = found and text[start:end].rstrip(" .").rpartition(" ")[2] in word_list(language, "claims_quoting")
    offices = word_ends(language, "claims_officials")
    for body in found:
        word, _, rest = text[body.end : min(end, body.end + NEAR)].removeprefix(" ").partition(" ")
        acts = word.endswith(glued(language, *ACTING)) and word[:-1].endswith(offices)
        if acts and (said or rest.startswith(OPENING)):
            return name_of(body)
    return None


def _brings_figures(sentence: str, language: str) -> bool:
    """Whether what somebody brings out is figures."""
    objects, figures = glued(language, "object"), word_ends(language, "claims_brought_out")
    return any(word.endswith(objects) and word[:-1].endswith(figures) for word in sentence.split(" "))


def _before_examples(document: Document, start: int, end: int) -> int:
    """`가람경제 등에 따르면`: where the name ends that stands for several."""
    words = document.text[start:end]
    form = next((form for form in glued(document.language, "examples") if words.endswith(" " + form)), "")
    return start + len(words.removesuffix(form).rstrip())


def _described(document: Document, names: Sequence[Mention], start: int, end: int) -> Iterator[Name]:
    """`가람전자가 19일 발표한 3분기 실적에서`: who acts before a verb that describes what came out, in order."""
    text, language = document.text, document.language
    found = [(at, verb) for verb in _describing(language) if (at := text.find(verb, start, end)) > 0]
    for at, verb in sorted(found):
        results = text[at + len(verb) : min(end, at + NEAR)]
        told = any(word in results for word in role_list(language, LIST, "result"))
        actors = list(_actors(document, names, max(start, at - FARTHEST), at))
        if actors and (told or results.startswith(TITLES)):
            yield actors[-1]


@cache
def _describing(language: str) -> tuple[str, ...]:
    """The verbs that describe what came out, each between its blanks."""
    return tuple(f" {verb} " for verb in role_list(language, LIST, "describing"))


def _owner(document: Document, names: Sequence[Mention], start: int, source: Name) -> Name | None:
    """`가람연구소의 통계시스템`: whose a report or a service is."""
    before = start + len(document.text[start : source.start].rstrip())
    of = next((form for form in glued(document.language, "of") if document.text.endswith(form, start, before)), None)
    made = source.words_in(document.text).endswith(word_ends(document.language, "claims_source_nouns", "noun"))
    return called_before(document, names, start, before - len(of)) if of and made else None


def _actors(document: Document, names: Sequence[Mention], start: int, end: int) -> Iterator[Name]:
    """Everybody who acts in a stretch before anything is quoted, in reading order."""
    here, stretch = start, document.text[start : min(end, start + FARTHEST)]
    opened = min((at for sign in OPENING if (at := stretch.find(sign)) >= 0), default=len(stretch))
    for word in stretch[:opened].split(" "):
        here += len(word) + 1
        places = word[:-1].endswith(glued(document.language, "place"))
        if len(word) > 1 and word.endswith(glued(document.language, *ACTING)) and not places:
            found = acting_before(document, names, start, here)
            if found is not None:
                yield _institute(document, names, start, found)


def _institute(document: Document, names: Sequence[Mention], start: int, team: Name) -> Name:
    """`한국천문원을 포함한 공동 연구진이`: the institute that a team is of."""
    if not team.words_in(document.text).endswith(word_ends(document.language, "claims_teams")):
        return team
    for words in word_list(document.language, "claims_including"):
        at = document.text.rfind(words, start, team.end)
        if at > start:
            return called_before(document, names, start, at) or team
    return team
