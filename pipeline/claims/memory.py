"""What the text so far has named, for sentences that only point back to it.

In: the memory, and a sentence that was read or passed over. Out: the new memory. Judgement: a sentence
without a number is not analysed; its subject is the first name that stands before a subject's particle
(Korean) or opens it (English).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import re2

from pipeline.claims.cast import GROUP, PERSON
from pipeline.claims.entities import Mention
from pipeline.claims.model import Claim, Document
from pipeline.claims.scene import Memory, Name, Scene
from pipeline.claims.naming import descriptions, is_nobody, word_list
from pipeline.claims.genitives import is_idle
from pipeline.claims.salience import remember, type_in
from pipeline.languages import table
from pipeline.languages.sentences import encodable

# The plural that makes a Korean noun a kind of people or things (`통신사들`), nobody in particular.
MANY = "들"
LONGEST_FIRST_WORD = 20
LONGEST_OPENING = 80
LONGEST_KIND = 4
LONGEST_SCAN = 1500
# What one deal with one other party is told of in several numbers.
DEALS = ("contract_value", "fee", "acquisition_price", "units")
# Whoever only reports is not what the next sentence goes on about.
UNLIKELY = ("publisher", "index")


def learn(memory: Memory, scene: Scene, claim: Claim, subject: Name | None, speaker: Name | None, measured: bool,
          about: Name | None = None, other: Name | None = None) -> Memory:
    """The memory after a claim of `about` and its `other` party; `measured` says that words named its metric, and
    `subject` is null where the claim's is only told of in passing."""
    known = claim.metric if measured and claim.metric != "other" else memory.metric
    deal = (about, other) if claim.metric in DEALS and about and other else memory.deal
    memory = replace(memory, speaker=speaker or memory.speaker, metric=known, deal=deal)
    memory = replace(memory, passing=about if subject is None and about and not about.resolved else memory.passing)
    return _centred(memory, scene.document, subject) if subject else memory


def _centred(memory: Memory, document: Document, name: Name) -> Memory:
    """The memory with a name that acted as its centre; people in general are none."""
    words = name.text or document.text[name.start:name.end]
    whose, possessive, what = words.partition("'s ")
    words = whose if possessive and what.islower() and document.language == "en" else words
    whole = name if name.entity else replace(name, text=words)
    if type_in(memory, whole, document.language) == GROUP or document.language == "ko" and words.endswith(MANY):
        return memory
    return replace(remember(memory, whole, document.language), subject=whole)


def only_company(names: Sequence[Mention]) -> Name | None:
    """The company of a text that names no other: what a list of figures before its first subject is about."""
    companies = {m.entity.entity_id: m for m in reversed(names) if m.entity.type == "company"}
    found = next(iter(companies.values())) if len(companies) == 1 else None
    return Name("", found.entity, found.start, found.end) if found else None


def is_topic(scene: Scene, name: Name | None) -> bool:
    """Whether a subject is what the text goes on about: a known name, or a whole phrase that acts or opens the
    sentence; a company's part (`여객 부문`) and a common noun after a name are not."""
    if name is None or name.entity or name.resolved:
        return True
    words = name.text or scene.document.text[name.start:name.end]
    if words.endswith(tuple(row["noun"] for row in table(scene.document.language, "claims_parts_of_companies"))):
        return False
    if scene.document.language == "en":
        before = scene.document.text[max(0, name.start - 4):name.start]
        return words[:1].isupper() and not before.endswith((" a ", " an "))
    before = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.end <= name.start and not is_idle(scene, n)]
    phrase = next((p for p in scene.parse.phrases if p.start <= name.start and name.end <= p.end), None)
    outer = [n for n in before if scene.parse.clauses[scene.phrase(n).clause].link != "relative"]
    houses = tuple(word_list(scene.document.language, "claims_analysts"))
    acting = [n for n in outer if scene.phrase(n).case in ("topic", "subject") and not scene.cues_in(n)]
    first = all(scene.phrase(n).text.endswith(houses) for n in acting)
    if scene.memory.subject is None and (first or phrase is None or phrase.case):
        return True
    return phrase is not None and phrase.end == name.end and (first or not before)


def notice(memory: Memory, document: Document, names: Sequence[Mention], start: int, end: int, was_read: bool) -> Memory:
    """The memory after a sentence: its names by type and, if it was not read, its likely subject."""
    first = bisect_left(names, start, key=lambda m: m.start)
    inside = []
    for mention in names[first:]:
        if mention.start >= end:
            break
        inside.append(mention)
    known = {m.entity.type: Name("", m.entity, m.start, m.end) for m in inside}
    unknown = _unknown_by_type(document, start, end) | _quoted_by_type(document, start, end)
    by_type = {**memory.by_type, **unknown, **known}
    acting = [m for m in inside if _acts(document, m.end) and (document.text[m.end:m.end + 1] != "도" or m.start == start)] if document.language == "ko" else [m for m in inside if m.start == start]
    acting = [m for m in acting if m.entity.type not in UNLIKELY]
    subject = Name("", acting[0].entity, acting[0].start, acting[0].end) if acting else None
    if subject is None:
        korean = document.language == "ko"
        subject = _first_word(document, start, end) if korean else _first_capitals(document, start, end, memory.cast.proper)
    if subject is not None and _is_joined(document, subject):
        memory = replace(memory, pair=subject)
    for name in (memory.subject if was_read else None, subject):
        if name and name.entity:
            by_type[name.entity.type] = name
    memory = replace(memory, by_type=by_type)
    if subject is None or type_in(memory, subject, document.language) == GROUP:
        return memory
    passing = was_read or type_in(memory, subject, document.language) == PERSON
    return remember(memory, subject, document.language) if passing else _centred(memory, document, subject)


def _unknown_by_type(document: Document, start: int, end: int) -> dict[str, Name]:
    """Names outside the table that a noun gives a type (`새벽 프로젝트`, `the Dawn project`)."""
    found = {}
    for row in table(document.language, "claims_type_nouns"):
        noun = document.text.find(" " + row["noun"], start, min(end, start + LONGEST_SCAN))
        begin = _name_start(document, start, noun)
        words = document.text[begin:noun] if begin < noun else ""
        if words and words not in descriptions(document.language) and not is_nobody(words, document.language):
            found[row["type"]] = Name(words, None, begin, noun)
    return found


@cache
def _quoted(language: str) -> tuple[re2.Pattern | None, dict[str, str]]:
    """What finds a noun of a type with a quoted name behind it, and the type of each noun."""
    types = {row["noun"]: row["type"] for row in table(language, "claims_quoted_types")}
    nouns = "|".join(sorted(map(re2.escape, types), key=len, reverse=True))
    return re2.compile(f"({nouns}) ?['‘\"“<《]([^'’\"”>》\n]{{2,30}})['’\"”>》]") if nouns else None, types


def _quoted_by_type(document: Document, start: int, end: int) -> dict[str, Name]:
    """Names in quotation marks that the noun before them gives a type (`언어모델 '누리-3'`)."""
    pattern, types = _quoted(document.language)
    sentence = document.text[start:min(end, start + LONGEST_SCAN)]
    return {types[m.group(1)]: Name(m.group(2), None, start + m.start(2), start + m.end(2))
            for m in (pattern.finditer(encodable(sentence)) if pattern else ())}


def _name_start(document: Document, start: int, end: int) -> int:
    """Where the name before a type noun begins: one Korean word, or the capitalised English words there."""
    if end < 0:
        return end
    begin = document.text.rfind(" ", start, end) + 1 or start
    if document.language == "ko":
        return begin if document.text[begin:end].isalnum() else end
    first = end
    while first > start:
        begin = document.text.rfind(" ", start, first - 1) + 1 or start
        if not document.text[begin:begin + 1].isupper() or document.text[begin:first].strip() == "The":
            break
        first = begin
    return first


def _acts(document: Document, end: int) -> bool:
    """Whether a subject's particle follows, and a space."""
    return document.text[end:end + 1] in _particles() and not document.text[end + 1:end + 2].isalnum()


@cache
def _particles() -> frozenset[str]:
    return frozenset(row["form"] for row in table("ko", "claims_particles")
                     if len(row["form"]) == 1 and (row["case"] in ("topic", "subject") or row["form"] == "도"))


def _first_word(document: Document, start: int, end: int) -> Name | None:
    """A name outside the table: the sentence's first word, if it stands before a topic's particle, or, when it is
    long enough not to be a noun that ends so, a subject's."""
    word = document.text[start:min(end, start + LONGEST_FIRST_WORD)].split(" ")[0]
    bare = word[:-1]
    joined = word[-1:] in ("와", "과") and len(bare) > 1
    joined = joined and _acts(document, _next_word(document, start + len(word)) - 1)
    marked = joined or word[-1:] in ("은", "는") and len(bare) > 1 or word[-1:] in ("이", "가") and len(bare) > 2
    if not marked or bare in descriptions("ko") or is_nobody(bare, "ko"):
        return None
    return Name(bare, None, start, start + len(bare))


def _next_word(document: Document, start: int) -> int:
    """Where the word after a space ends."""
    return start + 1 + len(document.text[start + 1:start + 1 + LONGEST_FIRST_WORD].split(" ")[0])


def _is_joined(document: Document, name: Name) -> bool:
    """Whether another who acts is joined to a name (`도담과 미르는`, `Dodam and Mirr`)."""
    after = document.text[name.end:name.end + 6]
    if document.language == "ko":
        return after[:2] in ("와 ", "과 ")
    return after.startswith(" and ") and after[5:].isupper()


def _first_capitals(document: Document, start: int, end: int, proper: frozenset[str]) -> Name | None:
    """An English name outside the table: capitalised words that open the sentence, a single one if it is a name; what
    only says where somebody is from, and what he is, is passed over (`The German carmaker Mirr`)."""
    words = _capitals(document, start, end)
    words = words[1:] if words and words[0][1] in ("The", "A", "An") else words
    origin = all(word.endswith(tuple(word_list("en", "claims_demonym_endings"))) for _, word in words)
    here = words[-1][0] + len(words[-1][1]) if words else start
    if origin:
        words = _capitals(document, _after_kind(document, here, end), end)
    elif len(words) < 2 and not _is_name(document, words[0][1], here + 1, proper):
        return None
    if not words:
        return None
    begin, stop = words[0][0], words[-1][0] + len(words[-1][1])
    return Name(document.text[begin:stop], None, begin, stop)


def _capitals(document: Document, start: int, end: int) -> list[tuple[int, str]]:
    """The capitalised words from a place on, up to the first that is none or that a comma follows."""
    here, words, closed = start, [], word_list("en", "claims_words")
    for word in document.text[start:min(end, start + LONGEST_OPENING)].split(" "):
        if not word[:1].isupper() or not word.rstrip(",").isalnum() or word.lower() in closed and word not in ("The", "A", "An"):
            break
        words.append((here, word.rstrip(",")))
        here += len(word) + 1
        if word.endswith(","):
            break
    return words


def _after_kind(document: Document, start: int, end: int) -> int:
    """Where the name may begin behind words in lower case that end in what somebody is (`telecoms giant`)."""
    here, last = start + document.text.startswith(" ", start), ""
    for word in document.text[here:min(end, here + LONGEST_OPENING)].split(" ")[:LONGEST_KIND]:
        if not word.islower() or not word.isalpha():
            break
        here, last = here + len(word) + 1, word
    return here if f"the {last}" in descriptions("en") else end


def _is_name(document: Document, word: str, end: int, proper: frozenset[str]) -> bool:
    """Whether a single capitalised word that opens a sentence is a name: it has its capital elsewhere too, or an
    apposition follows (`Mirr, a Lyon-based maker`)."""
    after = document.text[end - 2:end + 4]
    return word in proper or after.startswith(", ") and after[2:].split(" ")[0] in ("a", "an", "the", "which")
