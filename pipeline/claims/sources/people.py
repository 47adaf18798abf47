"""Who speaks under a family name alone, or under words that only say what he is.

In: a scene and a name. Out: the name in full, as the text first has it. Judgements: an English text says the name in
full once (`Chris Vale`) and then the last word of it, often behind a title (`Mr Vale`); the full name is the last
word's first occurrence with one capitalised word before it that is no title, office or small word. What stands out
among its kind (`Halden's biggest bank`) is whoever the text goes on about. In other languages names go on as they are.
"""

from __future__ import annotations

from pipeline.claims.names.cast import COMPANY, office_of, type_of
from pipeline.claims.names.salience import salient
from pipeline.claims.names.words import descriptions, is_superlative, word_list
from pipeline.claims.scene import Name, Scene

SHORTEST = 3
# How far into a text a full name is looked for: keeps the time linear.
LONGEST, LONGEST_WORD = 5000, 30


def in_full(scene: Scene, name: Name) -> Name:
    """The name with its first word, where the text has told it."""
    if name.entity is not None or not scene.traits.capitals:
        return name
    title, _, last = name.words_in(scene.document.text).rpartition(" ")
    known = not title or office_of(title, scene.document.language) is not None and " " not in title
    if not known or len(last) < SHORTEST or not last.istitle() or _is_company(scene, last):
        return name
    full = _full(scene, last)
    return name._replace(text=full, resolved=True) if full else name


def outstanding(scene: Scene, name: Name) -> Name:
    """Whom `the world's largest insurer` means, where it speaks."""
    language = scene.document.language
    words = name.words_in(scene.document.text).split(" ")
    types = descriptions(language).get(f"the {words[-1]}", ())
    if name.entity is not None or not scene.traits.capitals or COMPANY not in types:
        return name
    if not any(is_superlative(word, language) for word in words[:-1]):
        return name
    found = salient(scene.memory, language, types, scene.wanted, words[-1])
    return Name(found.text, found.entity, name.start, name.end, True) if found else name


def _is_company(scene: Scene, word: str) -> bool:
    return type_of(word, scene.document.language, scene.memory.cast) == COMPANY


def _full(scene: Scene, last: str) -> str | None:
    """`Ada Vale` of `Vale`, from where the text first has it."""
    text, language = scene.document.text, scene.document.language
    place = text.find(f" {last}", 0, LONGEST)
    first = text[max(0, place - LONGEST_WORD) : max(0, place)].split(" ")[-1].split("\n")[-1]
    if not first[:1].isupper() or not first.isalpha() or text[place + 1 + len(last) : place + 2 + len(last)].isalpha():
        return None
    small = first.lower() in word_list(language, "claims_words") or office_of(first, language) is not None
    named = first in scene.memory.cast.proper or f"{first} {last}" in scene.memory.cast.people
    return f"{first} {last}" if named and not small else None
