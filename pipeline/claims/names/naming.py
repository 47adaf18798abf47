"""From a noun phrase to what it names.

In: a scene and a stretch. Out: a `Name` or None. Judgements: descriptions and pronouns stand for what they mean
(`names/meaning.py`); nouns that name nobody (`것`, `result`) give None; a name of the table at the phrase's end is what
it names, one further left only if nothing but a plain noun follows (`삼성전자 관계자` stays whole, `MS 측` does not);
else its words do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from pipeline.claims.names.cast import office_of
from pipeline.claims.names.demonyms import countries, meant_at
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.glued import glued
from pipeline.claims.names.meaning import described, name_of, resolve
from pipeline.claims.names.trimming import spans_of, trim
from pipeline.claims.names.words import is_nobody, of_name, plain, role_list, word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table

LONGEST_NAME = 60


@cache
def _kept(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table(language, "claims_descriptions") if row["keep"] == "yes")


def _is_kept(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether an unresolved description still says what it is (`the chipmaker`), unlike `the company`."""
    parts, kept = plain(scene.document.text[slice(*span)]).split(), _kept(scene.document.language)
    return " ".join(parts) in kept or len(parts) > 2 and f"{parts[0]} {parts[-1]}" in kept


def named(scene: Scene, start: int, end: int) -> Name | None:
    """What the noun phrase ``text[start:end]`` names."""
    if (person := scene.person(start, end)) is not None:
        return person
    meant, whole = described(scene, start, end), (start, end)
    start, end = trim(scene, summed_up(scene, start, end), end)
    words = scene.document.text[start:end]
    letter = scene.traits.capitals and len(words) == 1
    if (
        not words
        or letter
        or len(words) > LONGEST_NAME
        or words.endswith(word_ends(scene.document.language, "claims_writers"))
    ):
        return None
    meant = meant or described(scene, start, end)
    if _is_date(scene, start, end):
        return None
    if meant is not None:
        return resolve(scene, meant, start, end) or (Name(words, None, start, end) if _is_kept(scene, whole) else None)
    if is_nobody(words, scene.document.language) or not any(c.isalpha() for c in words) or is_bare(scene, words):
        return None
    return _of_table(scene, start, end) or meant_at(scene, start, end) or _called(scene, start, end)


def _is_date(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but a date is left of a phrase (`March` of `March exports`)."""
    at = bisect_left(scene.dates, end, key=lambda d: d.start) - 1
    return at >= 0 and scene.dates[at].start <= start and end <= scene.dates[at].end


def summed_up(scene: Scene, start: int, end: int) -> int:
    """Where what a list of examples is summed up as begins (`은평·서대문구 등 서북권`), behind what a measure is taken
    against (`달러 대비 원화 환율`); whoever stands before a group leads it (`새빛은행 등 채권단`)."""
    if not scene.traits.glued or " " not in scene.document.text[start:end]:
        return start
    text, language = scene.document.text, scene.document.language
    start = _behind_last(text, glued(language, "against"), start, end) or start
    behind = _behind_last(text, glued(language, "examples"), start, end)
    led = behind and text[start:end].rpartition(" ")[2] in word_list(language, "claims_group_nouns")
    return behind if behind and not led else start


def _behind_last(text: str, words: Sequence[str], start: int, end: int) -> int:
    """Where the text goes on behind the last of some words that stand alone; 0 where none does."""
    places = [(text.rfind(f" {word} ", start, end), len(word) + 2) for word in words]
    return max((at + size for at, size in places if at >= 0), default=0)


def _called(scene: Scene, start: int, end: int) -> Name:
    """The words as a name; of `gas producer Bramwell` only what it is called, of `광고 부문` only which part it is."""
    if scene.traits.glued:
        return Name(_plain_part(scene.document.text[start:end], scene.document.language), None, start, end)
    spans = spans_of(scene.document.text, start, end)
    words = [scene.document.text[slice(*span)] for span in spans]
    if len(words) > 1 and words[0] in word_list(scene.document.language, "claims_titles"):
        return Name(scene.document.text[spans[1][0] : end], None, spans[1][0], end)
    small = word_list(scene.document.language, "claims_particles_of_names")
    common = [n for n, word in enumerate(words) if word.islower() and word not in small]
    proper = scene.traits.capitals and common and all(word[:1].isupper() for word in words[common[-1] + 1 :])
    if proper and common[-1] + 1 < len(words):
        start = spans[common[-1] + 1][0]
    end = of_name(scene.document.text, end, scene.document.language)
    return Name(scene.document.text[start:end], None, start, end)


def _plain_part(words: str, language: str) -> str:
    """`광고 부문`, `자동차 관련`, `서울 전체 아파트`: a name without the words that only size or class it."""
    first, space, last = words.rpartition(" ")
    classed = role_list(language, "claims_fillers", "last")
    words = first if space and last in classed and len(first) > 1 else words
    inner = role_list(language, "claims_fillers", "inner")
    parts = words.split(" ")
    kept = [word for n, word in enumerate(parts) if not 0 < n < len(parts) - 1 or word not in inner]
    return " ".join(kept)


def is_bare(scene: Scene, words: str) -> bool:
    """Whether only adjectives are left of a phrase (`lofty` of `lofty plans`)."""
    language = scene.document.language
    adjectives, ends = word_list(language, "claims_adjectives"), word_ends(language, "claims_adjective_endings")
    if not adjectives:
        return False
    parts = words.split(" ")
    if words.isalpha() and words.islower() and words.endswith("ing"):
        return words not in word_list(language, "claims_describing")
    # `Paris-based` describes even with its capital, and so does the head of a sentence (`Top speed`).
    opens = parts[0].lower() in adjectives and parts[0] not in scene.memory.cast.proper
    parts = [parts[0].lower() if opens else parts[0], *parts[1:]]
    lower = all(word.islower() or "-" in word and word.endswith(ends) for word in parts)
    return lower and all(word in adjectives or word.endswith(ends) for word in parts)


def _of_table(scene: Scene, start: int, end: int) -> Name | None:
    """The table's name that a phrase ends with, or that only idle words follow."""
    names = scene.named_in(start, end)
    if not names:
        return None
    last = names[-1]
    if _is_branch(scene, names, start, end):
        return Name(scene.document.text[start:end], None, start, end)
    rest = scene.document.text[last.end : end].strip()
    return name_of(last) if not rest or rest in word_list(scene.document.language, "claims_after_entity") else None


def _is_branch(scene: Scene, names: Sequence[Mention], start: int, end: int) -> bool:
    """`Granules India`: a country right behind a capitalised word that no adjective is (`Rural India`), and that names
    nothing else, is the end of a company's name."""
    whole = names[-1].end == end and names[-1].entity.entity_id in countries(scene.document.language)
    word, _, country = scene.document.text[start:end].partition(" ")
    alone = whole and len(names) == 1 and country == scene.document.text[names[-1].start : end]
    adjectives = word_list(scene.document.language, "claims_adjectives")
    proper = word[:1].isupper() and word[1:].islower() and word.lower() not in adjectives
    return alone and scene.traits.capitals and proper and office_of(word, scene.document.language) is None


def same(one: Name, other: Name) -> bool:
    """Whether two names are of one thing."""
    if one.entity or other.entity:
        return one.entity == other.entity
    return one.text == other.text
