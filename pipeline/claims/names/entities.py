"""Names of the entities table in a text.

In: text and its language. Out: mentions in reading order, not overlapping. Judgements: the longest
name wins; in Korean a name stands alone or before a particle or a word of ``claims_after_names``, in
English between word boundaries; a name marked ambiguous counts only where one of its entity's context
words stands in the document, a Latin one as a whole word; of several entities of one name the first that may
be meant counts, one that its context names before one that needs none. The table helps and is never a gate: what it
lacks stays a noun phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline import reference
from pipeline.languages import table

LONGEST_TAIL = 8


@dataclass(frozen=True, slots=True)
class Entity:
    """One row of the entities table."""

    entity_id: str
    type: str
    name_ko: str
    name_en: str
    context: tuple[str, ...]

    def name(self, language: str) -> str:
        """Its usual name in a language."""
        return (self.name_ko if language == "ko" else self.name_en) or self.name_en or self.name_ko


class Mention(NamedTuple):
    """A name in the text."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True)
class Index:
    """Every name of the table, ready to be looked for."""

    names: tuple[str, ...]
    entities: tuple[tuple[tuple[Entity, bool], ...], ...]
    search: AhoCorasick


def _split(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


@cache
def index() -> Index:
    """The index of ``seeds/reference/entities.csv``: of every name all entities that have it, with whether unsure."""
    names: dict[str, dict[Entity, bool]] = {}
    for row in reference.table("entities"):
        entity = Entity(row["id"], row["type"], row["name_ko"], row["name_en"], tuple(_split(row["context"])))
        unsure = set(_split(row["ambiguous"]))
        for name in [row["name_ko"], row["name_en"], *_split(row["aliases_ko"]), *_split(row["aliases_en"])]:
            for written in {name, name.replace("'", "’")} - {""}:
                names.setdefault(written, {})[entity] = name in unsure or bool(unsure & {"yes", "true", "1"})
    held = tuple(tuple(sorted(found.items(), key=lambda item: not item[1])) for found in names.values())
    return Index(tuple(names), held, AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest))


def find_names(text: str, language: str) -> list[Mention]:
    """The names in `text`, in reading order."""
    return list(_find(text, language))


def _find(text: str, language: str) -> Iterator[Mention]:
    known = index()
    allowed: dict[str, bool] = {}
    for number, start, end in known.search.find_matches_as_indexes(text):
        if not _stands_alone(text, start, end, language):
            continue
        for entity, unsure in known.entities[number]:
            if unsure and entity.entity_id not in allowed:
                allowed[entity.entity_id] = any(_is_in(word, text) for word in entity.context)
            if not unsure or allowed[entity.entity_id]:
                yield Mention(start, end, entity)
                break


def _is_in(word: str, text: str) -> bool:
    """Whether a context word stands in the text; a Latin word must be a whole one (`ship` is not in `shipping`)."""
    if not word.isascii():
        return word in text
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        after = text[end : end + 1] if text[end : end + 1] != "s" else text[end + 1 : end + 2]
        if not _is_latin(text[at - 1 : at]) and not _is_latin(after):
            return True
        at = text.find(word, end)
    return False


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _stands_alone(text: str, start: int, end: int, language: str) -> bool:
    """Whether the name is a word of its own there, particles and a possessive aside."""
    if start and text[start - 1].isalnum() and (text[start].isalnum()):
        return False
    if _is_hyphenated(text, start, end) or text[start - 1 : start] == "." and text[start - 2 : start - 1] in " (":
        return False
    tail = []
    for place in range(end, min(end + LONGEST_TAIL, len(text))):
        if not text[place].isalnum():
            break
        tail.append(text[place])
    rest = "".join(tail)
    return not rest or rest in tails(language) and not (end - start == 1 and rest in _of_words(language))


def _is_hyphenated(text: str, start: int, end: int) -> bool:
    """`London-based`: a name inside a compound names nothing by itself."""
    after, before = text[end : end + 2], text[max(0, start - 2) : start]
    return (after[:1] == "-" and after[1:].isalpha() and after[1:].islower()) or (
        before[1:] == "-" and before[:1].isalpha()
    )


@cache
def _of_words(language: str) -> frozenset[str]:
    """Tails that make another word of a name of one syllable (`미만`)."""
    return frozenset(row["tail"] for row in table(language, "claims_after_names") if row.get("of_word"))


@cache
def tails(language: str) -> frozenset[str]:
    """What may follow a name within one word."""
    return frozenset(row["tail"] for row in table(language, "claims_after_names"))
