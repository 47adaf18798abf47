"""Which of several joined names a phrase stands for.

In: a scene and a phrase. Out: a `Name` or None. Judgements: of several joined by 와, 과, a dot or `and` the first is
meant; a company's part is the company's, except a division that has figures of its own; a country before a name only
says where it is from.
"""

from __future__ import annotations

from pipeline.claims.names.appositions import renamed
from pipeline.claims.names.attached import is_country_of
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.genitives import genitive
from pipeline.claims.names.naming import described, name_of, named, summed_up
from pipeline.claims.names.salience import salient
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import descriptions, is_nobody, is_superlative, of_name, word_list
from pipeline.claims.scene import Name, Scene

JOINING = ("and", "with")
# A name that goes on behind quotation marks has none inside.
UNQUOTED = str.maketrans("", "", "'‘’\"“”")


def _joined_before(scene: Scene, place: int) -> int:
    """How many phrases back the one before this in a list stands, 0 where it is first (`사과와 배, 토마토가`: a comma
    goes on with a list that 와 opened)."""
    if place and scene.phrase(place - 1).kind == "noun" and scene.phrase(place - 1).case in JOINING:
        return 1
    if place < 2 or scene.phrase(place - 2).kind != "noun" or scene.phrase(place - 2).case not in ("", "subject"):
        return 0
    mark, opened = scene.phrase(place - 1).text, scene.phrase(place - 3) if place > 2 else None
    goes_on = mark == "," and opened is not None and opened.kind == "noun" and opened.case in JOINING
    return 2 if mark in ("and", "&", "·") or scene.traits.and_is_with and goes_on else 0


def _is_compound(scene: Scene, first: int, last: int) -> bool:
    """`Canadian oil and gas producer Crescent`: what is joined only describes the name at the end."""
    ends = [scene.phrase(n).text.split(" ")[-1][:1] for n in (first, last)]
    return first < last and scene.traits.capitals and ends[0].islower() and ends[1].isupper()


def _compound(scene: Scene, place: int) -> int | None:
    """`Shares in food and home fragrance retailer Mirr`: the phrase of the name that joined words only describe."""
    joins = place + 2 < len(scene.parse.phrases) and scene.phrase(place + 1).text in ("and", "&")
    if not joins or not scene.traits.capitals or not scene.phrase(place).text.islower():
        return None
    words = scene.phrase(place + 2).text.split(" ")
    articles = word_list(scene.document.language, "claims_articles")
    one = not scene.phrase(place).text.endswith("s") and scene.phrase(place).text.split(" ")[0] not in articles
    described = words[0].islower() and words[0] not in articles and words[-1][:1].isupper()
    return place + 2 if one and described and scene.phrase(place + 2).kind == "noun" else None


def _epithet(scene: Scene, place: int) -> Name | None:
    """`the world's largest carmaker`: the company that is meant, where the text goes on about one."""
    words = scene.phrase(place).text.lower().split(" ")
    language = scene.document.language
    best = any(w in word_list(language, "claims_foremost") or is_superlative(w, language) for w in words[:-1])
    types = descriptions(language).get(f"the {words[-1]}", ()) if best and scene.traits.capitals else ()
    if COMPANY not in types:
        return None
    meant = salient(scene.memory, scene.document.language, (COMPANY,), scene.wanted) or scene.memory.topic
    return meant._replace(resolved=True) if meant else None


def _summed_up(scene: Scene, place: int) -> Name | None:
    """`은평·서대문구 등 서북권`: what a list of examples is summed up as."""
    phrase = scene.phrase(place)
    start = summed_up(scene, phrase.start, phrase.end)
    return named(scene, start, phrase.end) if start > phrase.start else None


def _is_apposed(scene: Scene, name: Name, words: str) -> bool:
    """`Mirr's parent Dodam`, `its chairman Ida Munk`: behind a common noun stands the name of whom it describes."""
    return scene.traits.capitals and words[:1].islower() and name.text[:1].isupper()


def _is_state(scene: Scene, start: int, end: int) -> bool:
    """`its strong performance`: what somebody does or is, unlike a plan, which has numbers of its own."""
    words, language = scene.document.text[start:end], scene.document.language
    own = words.rpartition(" ")[2] in word_list(language, "claims_intentions", "noun")
    return is_nobody(words, language) and not own


def first_joined(scene: Scene, place: int) -> Name | None:
    """What the phrase names, or the first of those joined with it; a company's part is the company's."""
    if (summed := _summed_up(scene, place)) is not None:
        return summed
    first = place if (called := renamed(scene, place)) is None else called
    if (compound := _compound(scene, first)) is not None:
        return named(scene, scene.phrase(compound).start, scene.phrase(compound).end)
    while (step := _joined_before(scene, first)) > 0:
        first -= step
    first = place if _is_compound(scene, first, place) else first
    phrase = scene.phrase(first)
    name = named(scene, phrase.start, phrase.end)
    whose = genitive(scene, first)
    start, end = trim(scene, phrase.start, phrase.end)
    empty = start == end or scene.traits.capitals and _is_state(scene, start, end)
    if name is None and whose is not None and scene.traits.capitals and empty:
        return named(scene, scene.phrase(whose).start, scene.phrase(whose).end)
    if name is None or name.entity or name.resolved or whose is None or _is_apposed(scene, name, phrase.text):
        return name
    owner = scene.phrase(whose)
    names = scene.named_in(owner.start, owner.end)
    last, language = phrase.text.split(" ")[-1], scene.document.language
    apart = last in word_list(language, "claims_divisions") or last in word_list(language, "claims_relatives")
    if names and names[-1].entity.type == "company" and not apart:
        return name_of(names[-1])
    if is_country_of(scene, whose):
        return name
    if (meant := _epithet(scene, first)) is not None:
        return meant
    start = trim(scene, owner.start, owner.end)[0]
    said = named(scene, owner.start, owner.end) if described(scene, owner.start, owner.end) else None
    # `the company's bread unit` says no more than its last words where the text told who the company is.
    told = said is not None and said.resolved and (said.entity is not None or said.text[:1].isupper())
    start = trim(scene, phrase.start, phrase.end)[0] if told else start
    end = of_name(scene.document.text, phrase.end, language) if scene.traits.capitals else phrase.end
    words = scene.document.text[start:end]
    return Name(words if scene.traits.capitals else words.translate(UNQUOTED), None, start, end)
