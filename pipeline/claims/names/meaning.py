"""What definite descriptions and pronouns stand for.

In: a scene and a stretch of text. Out: the types that its words can mean, and the `Name` that they do mean. Judgements:
`이 회사`, `the company`, `it` stand for the last name of their type in the text before, and for nothing where there is
none; an English pronoun means the name that acts before it in its sentence; two of a kind are the first of the last two
that were joined, `we` is the company of whoever speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.claims.names.cast import COMPANY, PERSON
from pipeline.claims.names.demonyms import currencies, is_state
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.salience import salient, type_in
from pipeline.claims.names.trimming import in_name, spans_of
from pipeline.claims.names.words import OF, descriptions, is_nobody, of_name, plain, word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.languages import language as traits

# What a pronoun of a business text can mean, whatever the text told of it before.
NAMESAKES = ("company", "government", "organisation", "place", "product", "model")


def described(scene: Scene, start: int, end: int) -> tuple[str, ...] | None:
    """The types that a definite description can mean; None when the words are none."""
    known = descriptions(scene.document.language)
    words = plain(scene.document.text[start:end])
    if not scene.traits.articles:
        return known.get(words)
    meant = _definite(scene, known, words, start, end)
    # The king of Norland is nobody who was named before, nor is the University of Halden.
    owned = meant == (PERSON,) and scene.document.text.startswith(OF, end)
    return None if owned or meant and of_name(scene.document.text, end, scene.document.language) > end else meant


def _definite(
    scene: Scene, known: Mapping[str, tuple[str, ...]], words: str, start: int, end: int
) -> tuple[str, ...] | None:
    """What an English description can mean: by all its words, or by its article and its noun."""
    parts = words.split()
    # A capital makes a name of it: the Energy Agency is not just any agency.
    proper = scene.document.text[start:end].split(" ")[-1][:1].isupper()
    definite = known.get(f"{parts[0]} {parts[-1]}") if len(parts) > 2 and not proper else None
    # The Olympic medallist is a person all the same.
    called = definite is not None and definite != (PERSON,) and _is_called(scene, start, end)
    definite = None if called or definite is not None and _is_one_of(scene, parts) else definite
    return known.get(words) or definite


def _is_one_of(scene: Scene, words: Sequence[str]) -> bool:
    """`the ports business`, `the global economy`: one of several, nothing that was named before."""
    wide = not word_list(scene.document.language, "claims_worldwide").isdisjoint(words[1:-1])
    wide &= descriptions(scene.document.language).get(f"{words[0]} {words[-1]}") != (PERSON,)
    wide |= " ".join(words[1:]) in currencies(scene.document.language) or is_state(words[1:], scene.document.language)
    return words[-1] in word_list(scene.document.language, "claims_divisions") or wide


def _is_called(scene: Scene, start: int, end: int) -> bool:
    """`the Brindle brand`, unlike `the German brand`: a capitalised word inside that is no origin is a name."""
    ends = word_ends(scene.document.language, "claims_demonym_endings")
    places = [m for m in scene.named_in(start, end) if m.entity.type == "place"]
    inner = [span for span in spans_of(scene.document.text, start, end)[1:-1] if scene.document.text[span[0]].isupper()]
    return any(not scene.document.text[slice(*span)].endswith(ends) and not in_name(span, places) for span in inner)


def resolve(scene: Scene, types: Sequence[str], start: int, end: int) -> Name | None:
    """What a description of these types means in the text before."""
    if "pair" in types:
        return _first_of_pair(scene, start, end)
    if "speaker" in types:
        return _own_company(scene)
    if "part" in types:
        told = scene.memory.told
        return told._replace(start=start, end=end, resolved=True) if told is not None and not told.entity else None
    if "any" in types and (near := _acting_before(scene, start)) is not None:
        return near
    if set(types) == {PERSON} and (near := _acting_before(scene, start)) is not None and _may_be_person(scene, near):
        return near._replace(start=start, end=end)
    noun = plain(scene.document.text[start:end]).split(" ")[-1]
    since = None if "any" in types else scene.parse.start
    found = salient(scene.memory, scene.document.language, types, scene.wanted, noun, since)
    topic = scene.memory.topic if COMPANY in types and scene.traits.capitals else None
    opens = scene.memory.subject is None and topic is not None and topic.entity is not None
    found = found or (topic if topic is not None and (opens or topic.start < scene.parse.start) else None)
    return Name(found.text, found.entity, start, end, True) if found else None


def _first_of_pair(scene: Scene, start: int, end: int) -> Name | None:
    """`두 회사`, `both companies`: the first of the two that the sentence, or one before it, joined."""
    before = [p for p in scene.parse.phrases if p.end <= start and p.kind == "noun" and p.case in ("and", "with")]
    found = next((scene.named_in(p.start, p.end) for p in reversed(before) if scene.named_in(p.start, p.end)), None)
    if found:
        return Name("", found[0].entity, start, end, True)
    pair = scene.memory.pair
    return _acting_before(scene, start) or (Name(pair.text, pair.entity, start, end, True) if pair else None)


def _acting_before(scene: Scene, start: int) -> Name | None:
    """`Dodam said that it would`: an English pronoun means the name that acts before it in its sentence."""
    if not scene.traits.capitals:
        return None
    for phrase in reversed([p for p in scene.parse.phrases if p.end <= start and p.case == "subject" and not p.depth]):
        names = scene.named_in(phrase.start, phrase.end)
        if names and names[-1].end == phrase.end and _is_meant(scene, names[-1]):
            return Name("", names[-1].entity, names[-1].start, names[-1].end, True)
        words = scene.document.text[phrase.start : phrase.end]
        if (
            (not names or names[-1].end < phrase.end and words.istitle())
            and words[:1].isupper()
            and described(scene, phrase.start, phrase.end) is None
            and not is_nobody(words, scene.document.language)
        ):
            return Name(words.removeprefix("The "), None, phrase.start, phrase.end, True)
    return None


def _may_be_person(scene: Scene, name: Name) -> bool:
    """Whether a name is a person's, or one word of which nothing else is known (`Vale said that he`)."""
    type_ = type_in(scene.memory, name, scene.document.language)
    return type_ == PERSON or not type_ and " " not in name.text


def _is_meant(scene: Scene, name: Mention) -> bool:
    """Whether a pronoun can mean a name: a paper only where the text tells of what it does itself."""
    return name.entity.type in NAMESAKES or name.entity.entity_id in scene.memory.referents


def _own_company(scene: Scene) -> Name | None:
    """`We will hire`, said by somebody of a company: the last company that the sentence names, else the text before."""
    here = [m for m in scene.named_in(scene.parse.start, scene.parse.end) if m.entity.type == "company"]
    found = name_of(here[-1]) if here else scene.memory.by_type.get("company")
    last = scene.memory.subject
    found = last if last and not here and _is_proper(last, scene.document.language) else found
    return Name(found.text, found.entity, found.start, found.end, True) if found else None


def _is_proper(name: Name, language: str) -> bool:
    """Whether a name outside the table reads like one: one word in Korean, a capital in English."""
    return not name.entity and (" " not in name.text if not traits(language).capitals else name.text[:1].isupper())


def name_of(mention: Mention) -> Name:
    """A mention as a name."""
    return Name("", mention.entity, mention.start, mention.end)
