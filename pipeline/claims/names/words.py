"""Word lists of a language, and nouns that name nobody.

In: words and a language. Out: what the ``claims_*`` tables say of them.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.languages import language as traits
from pipeline.languages import table

# How many noun phrases are looked up once: a sentence asks for its own again for each of its numbers.
NOUNS_KEPT = 1024
# What may stand inside a name (`Bank of the North`), how many words behind it belong to it, and how long they are.
OF, THE = " of ", "the "
LONGEST_OF, LONGEST_NAME = 3, 60


@cache
def word_list(language: str, name: str, column: str = "word") -> frozenset[str]:
    """The words of one of the language's ``claims_*`` lists."""
    return frozenset(row[column] for row in table(language, name))


@cache
def word_ends(language: str, name: str, column: str = "word") -> tuple[str, ...]:
    """The same words as `str.endswith` and `str.startswith` take them."""
    return tuple(sorted(word_list(language, name, column)))


@cache
def role_list(language: str, name: str, role: str) -> frozenset[str]:
    """The words with one role in a list whose rows name theirs."""
    return frozenset(row["word"] for row in table(language, name) if row["role"] == role)


@cache
def role_ends(language: str, name: str, role: str) -> tuple[str, ...]:
    """The same words as `str.endswith` and `str.startswith` take them."""
    return tuple(sorted(role_list(language, name, role)))


@cache
def descriptions(language: str) -> dict[str, tuple[str, ...]]:
    """Words that stand for something named before, with the entity types that they can mean."""
    return {row["word"]: tuple(row["types"].split("|")) for row in table(language, "claims_descriptions")}


@lru_cache(maxsize=NOUNS_KEPT)
def is_nobody(words: str, language: str) -> bool:
    """Whether a noun names nobody and nothing (`이번 조사`, `결과`)."""
    nobody, first = word_list(language, "claims_nobody"), words.split(" ")[0]
    # A sentence may begin with the adjective: `Free cash flow`.
    common = words.removeprefix(first).islower() and first.lower() in word_list(language, "claims_adjectives")
    lower = traits(language).capitals and (words.islower() or common)
    return plain(words) in nobody or lower and plain(words).split(" ")[-1] in nobody


def plain(words: str) -> str:
    """Words without case, quotation marks and space around them."""
    return words.lower().strip("'\"‘’“”<>《》「」 ")


def is_owner(text: str, end: int) -> bool:
    """Whether an English possessive follows (`Mirr's`, `General Motors' profit`)."""
    return text[end : end + 2] in ("'s", "’s") or text[end - 1 : end] == "s" and text[end : end + 2] in ("' ", "’ ")


def is_superlative(word: str, language: str) -> bool:
    """`largest`, `third-largest`, but not `west`."""
    return word.rpartition("-")[2] in word_list(language, "claims_superlatives")


def of_name(text: str, end: int, language: str) -> int:
    """Where a name ends that goes on behind `of` (`the Port of Halden`, `Bank of the North`)."""
    first = text.rfind(" ", max(0, end - LONGEST_NAME), end) + 1
    last = text[first:end] if first else text[:end]
    if last not in word_list(language, "claims_of_names") or not text.startswith(OF, end):
        return end
    at = end + len(OF)
    at += len(THE) * text.startswith(THE, at)
    for word in text[at : at + LONGEST_NAME].split(" ")[:LONGEST_OF]:
        bare = word.removesuffix("'s").removesuffix("’s").rstrip(".,;:!?)\"”'’")
        if not bare[:1].isupper() or "\n" in word:
            break
        end = at + len(bare)
        at += len(word) + 1
        if bare != word:
            break
    return end
