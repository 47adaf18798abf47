"""A noun phrase without the words at its sides that name nothing.

In: a scene and a stretch. Out: the stretch that is left (`지난해 연결 기준 매출`: `매출`). Judgement: an English
adjective with a capital before other capitals is part of a name (`First Marlow`, `New Halden Estates`), unless it may
have its capital from opening the sentence (`New Dodam stores`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from pipeline.claims.names.entities import Mention
from pipeline.claims.names.words import plain, word_ends, word_list
from pipeline.claims.scene import Scene

_start = attrgetter("start")

# How many words are looked up once: a sentence asks for its own again for each of its numbers.
WORDS_KEPT = 4096

# How many capitalised words make a name at the head of a sentence, whatever the first means.
OPENING_NAME = 3


def trim(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """A stretch without the words at its sides that name nothing (`지난해 연결 기준 매출`)."""
    text, language = scene.document.text, scene.document.language
    words = spans_of(text, start, end)
    while (
        words and _leads_idly(scene, words) and not _is_called(scene, words) and not _names(scene, words[0], start, end)
    ):
        words = words[1:]
    while words and _is_idle(text[slice(*words[-1])], language) and not _names(scene, words[-1], start, end):
        words = words[:-1]
    if not words:
        return start, start
    first, last = words[0][0], words[-1][1]
    while first < last and text[first] in "'\"‘“<《「(":
        first += 1
    while last > first and text[last - 1] in "'\"’”>》」":
        last -= 1
    return first, last


def _names(scene: Scene, word: tuple[int, int], start: int, end: int) -> bool:
    """Whether a word is part of a name of its stretch."""
    return in_name(word, scene.named_in(start, end))


def _is_dated(scene: Scene, words: Sequence[tuple[int, int]]) -> bool:
    """`October Norland crude`: whether the first of several English words is a date."""
    if not scene.traits.capitals or len(words) < 2:
        return False
    at = bisect_left(scene.dates, words[0][1], key=_start) - 1
    return at >= 0 and scene.dates[at].start <= words[0][0] and words[0][1] <= scene.dates[at].end


def _leads_idly(scene: Scene, words: Sequence[tuple[int, int]]) -> bool:
    """Whether the first word names nothing, or only does as the last (`같은 시간 미르화학`)."""
    first = scene.document.text[slice(*words[0])]
    timed = scene.traits.glued and len(words) > 1 and first in word_list(scene.document.language, "claims_last_cues")
    return timed or _is_idle(first, scene.document.language)


def _is_called(scene: Scene, words: Sequence[tuple[int, int]]) -> bool:
    """`First Marlow`: whether an adjective that names nothing by itself is the first word of a name."""
    text = scene.document.text
    if not scene.traits.capitals or len(words) < 2 or not (text[words[0][0]].isupper() and text[words[1][0]].isupper()):
        return False
    first = text[slice(*words[0])]
    if plain(first) in word_list(scene.document.language, "claims_words"):
        return False
    opens = words[0][0] == scene.parse.start and first not in scene.memory.cast.proper
    return not opens or len(words) >= OPENING_NAME and all(text[start].isupper() for start, _ in words)


@lru_cache(maxsize=WORDS_KEPT)
def _is_idle(word: str, language: str) -> bool:
    """Whether a word at the side of a noun names nothing: `연결`, `3시`, `1㎏당`."""
    timed = word[:1].isdigit() and word.endswith(word_ends(language, "claims_idle_units"))
    return timed or plain(word) in word_list(language, "claims_idle")


def in_name(span: tuple[int, int], names: Sequence[Mention]) -> bool:
    return any(m.start <= span[0] and span[1] <= m.end for m in names)


def spans_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a stretch as spans."""
    spans, here = [], start
    for word in text[start:end].split():
        begin = text.index(word, here)
        here = begin + len(word)
        spans.append((begin, here))
    return spans
