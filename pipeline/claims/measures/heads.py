"""Nouns that name what is measured and not who has it (`삼진 개수`, `전력 자립률`).

In: a scene and a noun's phrase, or words. Out: where the measure's word begins, or whether there is one. Judgements,
rows of ``claims_attributes``: the longest row that fits a word's end decides; a known name that ends so is a name.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Scene
from pipeline.languages import table

# How many words are looked up once: a sentence asks for its own again for each of its numbers.
WORDS_KEPT = 1024


@cache
def _reads(language: str) -> dict[str, str]:
    return {row["word"]: row["reads"] for row in table(language, "claims_attributes")}


@cache
def _longest(language: str) -> int:
    return max(map(len, _reads(language)), default=0)


@lru_cache(maxsize=WORDS_KEPT)
def names_measure(word: str, language: str) -> bool:
    """Whether a word names a measure (`건수`, `NPAs`), or ends as one does (`청약건수`)."""
    rows, word = _reads(language), word.lower()
    first = max(0, len(word) - _longest(language))
    hits = ((at, rows.get(word[at:], "")) for at in range(first, len(word)))
    read = next((hit for at, hit in hits if hit == "end" or hit and not at), "")
    return read not in ("", "not")


def measure_start(scene: Scene, place: int) -> int | None:
    """Where the word begins that names a measure, if the phrase at `place` ends with one."""
    phrase = scene.phrase(place)
    last = phrase.text.rsplit(" ", 1)[-1]
    known = any(m.end == phrase.end for m in scene.named_in(phrase.start, phrase.end))
    return phrase.end - len(last) if not known and names_measure(last, scene.document.language) else None


def is_goods(scene: Scene, place: int) -> bool:
    """`휘발유가 3% 올랐다`: whether a cue of a price is the thing itself that the whole phrase names."""
    return scene.phrase(place).text in word_list(scene.document.language, "claims_goods")


def names_share(words: str, language: str) -> bool:
    """`고인치 타이어 비중`, `완치율`: a share is of what stands before it."""
    return words.endswith(word_ends(language, "claims_share_nouns"))
