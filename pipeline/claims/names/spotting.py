"""Names that a sentence without a number lets see: what opens it, acts in it or has its kind beside it.

In: a document and a stretch of it. Out: `Name` values, or None.
"""

from __future__ import annotations

from functools import cache

import re2

from pipeline.claims.model import Document
from pipeline.claims.names.cast import CURRENCY
from pipeline.claims.names.glued import ACTING, glued
from pipeline.claims.names.words import descriptions, is_nobody, is_owner, is_superlative, of_name, word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table
from pipeline.languages.sentences import encodable

LONGEST_FIRST_WORD = 20
# A bracket behind a label, with its colon.
LONGEST_KEY = 16
LONGEST_OPENING = 80
LONGEST_KIND = 4
LONGEST_SCAN = 1500
OPENING = "'‘\"“<《"


def unknown_by_type(document: Document, start: int, end: int) -> dict[str, Name]:
    """Names outside the table that a noun gives a type (`새벽 프로젝트`, `the Dawn project`)."""
    found = {}
    for row in table(document.language, "claims_type_nouns"):
        noun = document.text.find(" " + row["noun"], start, min(end, start + LONGEST_SCAN))
        begin = _name_start(document, start, noun) if noun >= 0 else noun
        words = document.text[begin:noun] if begin < noun else ""
        if words and words not in descriptions(document.language) and not is_nobody(words, document.language):
            found[row["type"]] = Name(words, None, begin, noun)
    return found


@cache
def _currency(language: str) -> re2.Pattern:
    """What finds an English currency with its article."""
    names = "|".join(sorted(row["word"] for row in table(language, "claims_currency_names")))
    return re2.compile(rf"\b[Tt]he (?:[A-Z]\w{{1,20}} )?({names})\b")


def currency_told(document: Document, start: int, end: int) -> dict[str, Name]:
    """`the value of the rupee has risen`: the first currency that an English sentence tells of."""
    stretch = encodable(document.text[start : min(end, start + LONGEST_SCAN)]) if document.traits.articles else ""
    found = _currency(document.language).search(stretch) if stretch else None
    at = start + found.start(1) if found else 0
    return {CURRENCY: Name(found.group(1), None, at, at + len(found.group(1)))} if found else {}


@cache
def _quoted(language: str) -> tuple[re2.Pattern | None, dict[str, str]]:
    """What finds a noun of a type with a quoted name behind it, and the type of each noun."""
    types = {row["noun"]: row["type"] for row in table(language, "claims_quoted_types")}
    nouns = "|".join(sorted(map(re2.escape, types), key=len, reverse=True))
    return re2.compile(f"({nouns}) ?[{OPENING}]([^'’\"”>》\n]{{2,30}})['’\"”>》]") if nouns else None, types


def quoted_by_type(document: Document, start: int, end: int) -> dict[str, Name]:
    """Names in quotation marks that the noun before them gives a type (`언어모델 '누리-3'`)."""
    pattern, types = _quoted(document.language)
    sentence = document.text[start : min(end, start + LONGEST_SCAN)]
    if pattern is None or not any(sign in sentence for sign in OPENING):
        return {}
    found = (
        (m.group(1), m.group(2).split("(")[0].rstrip(), start + m.start(2))
        for m in pattern.finditer(encodable(sentence))
    )
    return {types[noun]: Name(words, None, at, at + len(words)) for noun, words, at in found if words}


def is_in_quoted(scene: Scene, start: int, end: int) -> bool:
    """`모델 ‘가사원’` … `가사원은`: whether words are only part of a name in quotation marks that was given a type."""
    text = scene.document.text
    for known in scene.memory.by_type.values():
        size, quoted = len(known.text), text[known.start - 1 : known.start]
        if not known.entity and quoted and quoted in OPENING and size > end - start:
            at = text.find(known.text, max(0, end - size), start + size)
            if 0 <= at <= start and end <= at + size:
                return True
    return False


def _name_start(document: Document, start: int, end: int) -> int:
    """Where the name before a type noun begins: one Korean word, or the capitalised English words there."""
    if end < 0:
        return end
    begin = document.text.rfind(" ", start, end) + 1 or start
    if not document.traits.capitals:
        return begin if document.text[begin:end].isalnum() else end
    first = end
    while first > start:
        begin = document.text.rfind(" ", start, first - 1) + 1 or start
        if not document.text[begin : begin + 1].isupper() or document.text[begin:first].strip() == "The":
            break
        first = begin
    return first


def acts_behind(document: Document, end: int) -> bool:
    """`코스닥은`, `코스닥 지수도`: whether a subject's particle follows a name, or what such a name is called."""
    if document.text[end : end + 1] != " ":
        return acts_at(document, end)
    called = word_ends(document.language, "claims_after_entity")
    behind = (word for word in called if document.text.startswith(word, end + 1))
    return any(acts_at(document, end + 1 + len(word)) for word in behind)


def acts_at(document: Document, end: int) -> bool:
    """Whether a subject's particle follows, and a space."""
    acting = glued(document.language, *ACTING, "also")
    return document.text[end : end + 1] in acting and not document.text[end + 1 : end + 2].isalnum()


def first_word(document: Document, start: int, end: int) -> Name | None:
    """A name outside the table: the sentence's first word, if it stands before a topic's particle, or, when it is
    long enough not to be a noun that ends so, a subject's."""
    language = document.language
    word = document.text[start : min(end, start + LONGEST_FIRST_WORD)].split(" ")[0]
    bare, last = word[:-1], word[-1:]
    joined = last in glued(language, "joins") and len(bare) > 1
    joined = joined and acts_at(document, next_word(document, start + len(word)) - 1)
    told = last in glued(language, "topic") and len(bare) > 1
    marked = joined or told or last in glued(language, "subject") and len(bare) > 2
    sorts = any(bare.removesuffix(form) in word_list(language, "claims_idle") for form in glued(language, "manner"))
    if not marked or sorts or bare in descriptions(language) or is_nobody(bare, language):
        return None
    return Name(bare, None, start, start + len(bare))


def next_word(document: Document, start: int) -> int:
    """Where the word after a space ends."""
    return start + 1 + len(document.text[start + 1 : start + 1 + LONGEST_FIRST_WORD].split(" ")[0])


def is_joined(document: Document, name: Name) -> bool:
    """Whether another who acts is joined to a name (`도담과 미르는`, `Dodam and Mirr`)."""
    after = document.text[name.end : name.end + 6]
    if document.traits.glued:
        return after[:1] in glued(document.language, "joins") and after[1:2] == " "
    return after.startswith(" and ") and after[5:].isupper()


def first_capitals(document: Document, start: int, end: int, proper: frozenset[str]) -> Name | None:
    """An English name outside the table: capitalised words that open the sentence, a single one if it is a name; what
    only says where somebody is from, and what he is, is passed over (`The German carmaker Mirr`, `Software maker
    Mirr`)."""
    words = _capitals(document, start, end)
    opened = bool(words) and words[0][1].lower() in word_list(document.language, "claims_articles")
    words = words[1:] if opened else words
    words = words[1:] if len(words) > 1 and _only_describes(document, words[0][1], proper) else words
    months = len(words) > 2 and words[0][1].lower() in word_list(document.language, "claims_nobody")
    words = words[1:] if months else words
    after = words[-1][0] + len(words[-1][1]) if words else end
    headed = bool(words) and (after >= end or document.text[after : after + 2].strip().isupper())
    words = _before_verb(document, words) if headed else words
    origin = all(word.endswith(word_ends(document.language, "claims_demonym_endings")) for _, word in words)
    here = words[-1][0] + len(words[-1][1]) if words else start
    alone = not origin and len(words) < 2 and not headed and of_name(document.text, here, document.language) == here
    if origin or alone and not _is_name(document, words[0][1], here + 1, proper):
        words = _capitals(document, _after_kind(document, here, end), end)
    if not words or _is_label(document, words[-1][0] + len(words[-1][1])):
        return None
    if len(words) < 2 and words[0][1].lower() in word_list(document.language, "claims_nobody"):
        return None
    begin, stop = words[0][0], of_name(document.text, words[-1][0] + len(words[-1][1]), document.language)
    return Name(document.text[begin:stop], None, begin, stop)


def _is_label(document: Document, end: int) -> bool:
    """`Adjusted Operating Income (AOI): $5m`, `Total Liquidity: about`: a colon makes the words a label."""
    after = document.text[end : end + LONGEST_KEY]
    after = after.partition(")")[2] if after.startswith(" (") else after
    return after.startswith(":")


def _only_describes(document: Document, word: str, proper: frozenset[str]) -> bool:
    """`Existing Dodam backers`, `Newest Dodam stores`: an adjective has its capital only from opening the sentence."""
    lower = word.lower()
    describes = lower in word_list(document.language, "claims_adjectives") or is_superlative(lower, document.language)
    return word not in proper and describes


def _before_verb(document: Document, words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """`Dodam Raises Profit Forecast`: of a line that is nothing but capitalised words those before its verb; a short
    one without a verb is a heading and names nobody who acts."""
    verbs = word_list(document.language, "claims_verbs", "lemma")
    bare = [word.lower() for _, word in words]
    if all(word.isupper() for _, word in words):
        return []
    none = 0 if len(words) < 3 else len(words)
    at = next((n for n, word in enumerate(bare) if n and (word in verbs or word.removesuffix("s") in verbs)), none)
    return words[:at]


def from_place(document: Document, start: int, end: int) -> Name | None:
    """`insurer Mirr` behind `US ` or `Norway's biggest `: the name that stands behind what somebody from a place is."""
    owns = is_owner(document.text, start)
    at = _after_kind(document, start + 2 * owns, end)
    words = _capitals(document, at, end) if at < end else []
    if not words:
        return None
    stop = words[-1][0] + len(words[-1][1])
    return Name(document.text[at:stop], None, at, stop)


def _capitals(document: Document, start: int, end: int) -> list[tuple[int, str]]:
    """The capitalised words from a place on, up to the first that is none or that a comma follows."""
    here, words, closed = start, [], word_list(document.language, "claims_words")
    for word in document.text[start : min(end, start + LONGEST_OPENING)].split(" "):
        if (
            not word[:1].isupper()
            or not word.rstrip(",").isalnum()
            or word.lower() in closed
            and word.lower() not in word_list(document.language, "claims_articles")
        ):
            break
        words.append((here, word.rstrip(",")))
        here += len(word) + 1
        if word.endswith(","):
            break
    return words


def _after_kind(document: Document, start: int, end: int) -> int:
    """Where the name may begin behind words in lower case that end in what somebody is (`telecoms giant`)."""
    here, last = start + document.text.startswith(" ", start), ""
    for word in document.text[here : min(end, here + LONGEST_OPENING)].split(" ")[:LONGEST_KIND]:
        if not word.islower() or not word.isalpha():
            break
        here, last = here + len(word) + 1, word
    return here if f"the {last}" in descriptions(document.language) else end


def _is_name(document: Document, word: str, end: int, proper: frozenset[str]) -> bool:
    """Whether a single capitalised word that opens a sentence is a name: it has its capital elsewhere too, or an
    apposition follows (`Mirr, a Lyon-based maker`)."""
    after = document.text[end - 2 : end + 4]
    return word in proper or after.startswith(", ") and after[2:].split(" ")[0] in ("a", "an", "the", "which")
