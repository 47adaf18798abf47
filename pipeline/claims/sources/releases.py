"""Who brings figures out in a sentence that counts nothing, where the verb comes last.

In: a document, its names and a sentence. Out: a `Name` or None. Judgements: whoever acts first in a sentence that ends
with a verb of bringing out (`관세청은 12일 수출입 현황을 발표했다`), before the verb that describes what came out
(`가람전자가 19일 발표한 3분기 실적에서`), or in front of `에 따르면`; of a team the institute that it is part of; a
person brings out nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.claims.model import Document
from pipeline.claims.names.cast import office_of
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.glued import ACTING, glued
from pipeline.claims.names.naming import word_ends, word_list
from pipeline.claims.names.words import role_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.reporters import words_of
from pipeline.claims.sources.speakers import OPENING, acting_before, called_before

LIST = "claims_releasing"
FARTHEST = 100
NEAR = 50


def released(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """Who brings out the figures that the sentence ``text[start:end]`` speaks of."""
    if not document.traits.head_final:
        return None
    text, language = document.text, document.language
    found = _citing(document, names, start, end)
    last = text[start:end].rstrip(" .").rpartition(" ")[2]
    if found is None and last.startswith(
        tuple(role_list(language, LIST, "") | role_list(language, LIST, "describing"))
    ):
        found = next(_actors(document, names, start, end), None)
    for verb in sorted(role_list(language, LIST, "describing")) if found is None else ():
        at = text.find(f" {verb} ", start, end)
        results = text[at : min(end, at + NEAR)] if at > 0 else ""
        if any(word in results for word in role_list(language, LIST, "result")):
            found = [found, *_actors(document, names, max(start, at - FARTHEST), at)][-1]
    if found is None or office_of(words_of(document, found), language) is not None:
        return None
    return found


def _citing(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """`11일 한결카드에 따르면`: the name before the words that cite it."""
    for words in word_list(document.language, "claims_according"):
        at = document.text.find(words, start, end)
        if at > start:
            return called_before(document, names, start, at)
    return None


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
    if not words_of(document, team).endswith(word_ends(document.language, "claims_teams")):
        return team
    for words in word_list(document.language, "claims_including"):
        at = document.text.rfind(words, start, team.end)
        if at > start:
            return called_before(document, names, start, at) or team
    return team
