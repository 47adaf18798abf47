"""Do two names mean the same? `오픈AI`, `OpenAI` and `OpenAI Inc.` do.

In: two names as written. Judgement, lenient on purpose because truth gives the shortest usual name: they
match when the entities table gives both to one entity, else when one contains the other after white
space, punctuation and case are gone. Null matches null only.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache

from pipeline import reference

NAME_COLUMNS = ("name_ko", "name_en", "aliases_ko", "aliases_en")
SHORTEST = 2  # one character inside another name says nothing


def same(one: str | None, other: str | None) -> bool:
    """Whether the names mean the same thing."""
    if one is None or other is None:
        return one is other
    first, second = normal(one), normal(other)
    if first == second or _entities().get(first, frozenset()) & _entities().get(second, frozenset()):
        return True
    return min(len(first), len(second)) >= SHORTEST and (first in second or second in first)


def normal(name: str) -> str:
    """The letters and digits of a name, without case."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in folded if character.isalnum())


@cache
def _entities() -> dict[str, frozenset[str]]:
    """Normal name to the entities that bear it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in reference.table("entities"):
        for name in (name for column in NAME_COLUMNS for name in row[column].split("|") if name):
            found[normal(name)].add(row["id"])
    return {name: frozenset(ids) for name, ids in found.items()}
