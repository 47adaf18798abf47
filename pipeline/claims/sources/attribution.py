"""Who is said to say a number.

In: a scene and a quantity's phrase. Out: a `Name` or None. Judgement: the innermost saying that holds the
quantity decides; a speaker who is only described (`업계`) counts as the text gives it, a pronoun is
who spoke before.
"""

from __future__ import annotations

from functools import cache

from pipeline.claims.model import Phrase
from pipeline.claims.names.naming import described, named
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.sources.heard import house, medium, owner_of, provider
from pipeline.claims.sources.people import in_full, outstanding
from pipeline.claims.sources.unnamed import asked_by, is_unnamed, saying_at
from pipeline.languages import table

PERSON, PLACE = "person", "place"
# How far around a name the text is searched for it: keeps the time linear.
NEAR = 3000
LONGEST_NAME = 80
# What is only spoken of.
MUTE = ("index", "benchmark", "currency")
INSTITUTIONS = ("government", "organisation")


@cache
def _endings(language: str) -> tuple[str, ...]:
    nouns = [row["noun"] for row in table(language, "claims_source_nouns")]
    return tuple(sorted(nouns, key=len, reverse=True))


def source(scene: Scene, place: int, about: Name | None) -> Name | None:
    """Who says the quantity at phrase `place`; a pronoun for its subject (`그는 자신의`) is the subject's name."""
    said = speaker(scene, place)
    if said is not None and _is_filing(scene, said):
        proper = about is not None and not _is_land(about) and (about.entity or not _is_common_noun(scene, about))
        return about if proper else None
    resolved = said is not None and about is not None and said.resolved and about.resolved
    return about if resolved and said.start == about.start and not _is_land(about) else said


def is_figure(scene: Scene, place: int) -> bool:
    """Whether the number at phrase `place` is itself what is told (`시설 피해는 8052곳으로`), in a language whose nouns
    stand behind their size not only that (`12가지 서비스`, `3사는`)."""
    phrases, phrase = scene.parse.phrases, scene.phrase(place)
    if phrase.case:
        return phrase.case not in ("of", "topic")
    after = next((p for p in phrases[place + 1 :] if p.kind != "quantity"), None)
    return after is None or after.kind != "noun"


def _is_filing(scene: Scene, name: Name) -> bool:
    """`분기보고서에 따르면`: a document that companies file about themselves, without a name beside it."""
    words, language = name.words_in(scene.document.text), scene.document.language
    if scene.traits.capitals:
        return name.entity is None and words.islower() and words.endswith(word_ends(language, "claims_filings"))
    return name.entity is None and words in word_list(language, "claims_filings")


def _is_common_noun(scene: Scene, name: Name) -> bool:
    """`net sales`, in a language that writes names with a capital."""
    words = name.words_in(scene.document.text)
    return scene.traits.capitals and words.split(" ")[-1].islower()


def speaker(scene: Scene, place: int) -> Name | None:
    """The source that the sentence names for the quantity at phrase `place`."""
    saying = saying_at(scene, place)
    if saying is None:
        return None
    phrase = scene.phrase(saying.speaker)
    if (asked := asked_by(scene, saying.speaker)) is not None:
        return Name(scene.document.text[phrase.start : asked], None, phrase.start, asked)
    if is_unnamed(scene, saying.speaker):
        return None
    if _is_part(scene, phrase) and ((owner := owner_of(scene, saying.speaker)) is not None or scene.traits.articles):
        return owner
    if (house_ := house(scene, saying.speaker) or medium(scene, saying) or provider(scene, saying.speaker)) is not None:
        return house_
    if (bearer := _bearer(scene, phrase)) is not None:
        return bearer
    if _goes_on(scene, phrase):
        return _last_speaker(scene, phrase.start, phrase.end)
    if (begin := _begin(scene, saying.speaker)) < phrase.start:
        return Name(scene.document.text[begin : phrase.end], None, begin, phrase.end)
    end = _without_source_noun(scene, phrase.start, phrase.end)
    found = named(scene, _after_kind(scene, phrase.start, end), end)
    if found is not None and _is_land(found) and not found.resolved and saying.weak and scene.traits.articles:
        return None
    land = found is not None and found.resolved and _is_land(found) and scene.memory.speaker
    if found is None or land or _is_short_for(found, scene.memory.speaker, scene):
        return _whose(scene, saying.speaker) or _last_speaker(scene, phrase.start, end)
    return outstanding(scene, in_full(scene, found)) if may_speak(scene, found) else None


def may_speak(scene: Scene, name: Name) -> bool:
    """Whether a name can be somebody's who says something: a common noun only of people, bodies and what they publish
    (`the bank`, `a survey`), unlike `rate hikes`; nor can a market index."""
    speaking = word_list(scene.document.language, "claims_speaking")
    if name.entity is not None or not speaking:
        return name.entity is None or name.entity.type not in MUTE or not speaking
    words = name.words_in(scene.document.text)
    last = words.replace("-", " ").split(" ")[-1]
    if words.lower() in word_list(scene.document.language, "claims_companys"):
        return False  # `Free cash flow: $3 million, expected to rise`
    return not (last.islower() or _is_common(scene, name, words)) or last.lower() in speaking


def _is_common(scene: Scene, name: Name, words: str) -> bool:
    """Whether a word has its capital only from opening the sentence: the text has it without one nearby."""
    if " " in words or name.start != scene.parse.start or words in scene.memory.cast.proper:
        return False
    return scene.document.text.find(f" {words.lower()}", max(0, name.start - NEAR), name.end + NEAR) >= 0


def _begin(scene: Scene, place: int) -> int:
    """Where a speaker's name begins: that of an institution goes on over `and` (`Food and Drug Administration`)."""
    phrase = scene.phrase(place)
    ends = word_ends(scene.document.language, "claims_institutions")
    before = scene.parse.phrases[max(0, place - 2) : place]
    if len(before) < 2 or before[1].text != "and" or not scene.traits.articles or not phrase.text.endswith(ends):
        return phrase.start
    words = before[0].text.removeprefix("The ").removeprefix("the ")
    return before[0].end - len(words) if before[0].kind == "noun" and words[:1].isupper() else phrase.start


def _is_land(name: Name) -> bool:
    """Whether a name is a country's or a city's, which says and expects nothing as `it`."""
    return name.entity is not None and name.entity.type == PLACE


def _bearer(scene: Scene, phrase: Phrase) -> Name | None:
    """`the agency`, after the `Fire and Disaster Management Agency`: the last name before that ends with the noun."""
    meant, text = described(scene, phrase.start, phrase.end), scene.document.text
    noun = text[phrase.start : phrase.end].split(" ")[-1]
    if not scene.traits.articles or not meant or not set(meant) & set(INSTITUTIONS) or not noun.islower():
        return None
    end = text.rfind(f" {noun.capitalize()}", max(0, phrase.start - NEAR), phrase.start) + len(noun) + 1
    if end <= len(noun) or text[end : end + 1].isalpha():
        return None
    small = word_list(scene.document.language, "claims_particles_of_names")
    begin = here = end
    for word in reversed(text[max(0, end - LONGEST_NAME) : end].split(" ")):
        here -= len(word)
        if word[:1].isupper() and (here + len(word) == end or word[-1].isalnum()):
            begin = here
        elif word not in small:
            break
        here -= 1
    begin += len("The ") if text.startswith("The ", begin) else 0
    known = next((m.entity for m in scene.named_in(begin, end) if (m.start, m.end) == (begin, end)), None)
    several = " " in text[begin:end]
    return Name("" if known else text[begin:end], known, phrase.start, phrase.end, True) if several else None


def _goes_on(scene: Scene, phrase: Phrase) -> bool:
    """`the institute`, `the agency`, `she`: the institution or person that spoke last, under a word for its kind."""
    if phrase.text.lower() in word_list(scene.document.language, "claims_speaking_pronouns"):
        return scene.memory.speaker is not None
    last, meant = scene.memory.speaker, described(scene, phrase.start, phrase.end)
    if last is None or not meant or not scene.traits.articles:
        return False
    if meant == (PERSON,):
        return last.entity is None or last.entity.type == PERSON
    if last.entity is not None:
        return last.entity.type in meant and last.entity.type in INSTITUTIONS
    ends = word_ends(scene.document.language, "claims_institutions")
    return bool(set(meant) & set(INSTITUTIONS)) and last.words_in(scene.document.text).endswith(ends)


def _is_short_for(name: Name, last: Name | None, scene: Scene) -> bool:
    """`the bureau`, after the Labor Bureau spoke: the last word of its name alone."""
    if last is None or name.entity is not None:
        return False
    short, whole = (name_.words_in(scene.document.text) for name_ in (name, last))
    return short.islower() and whole.lower().endswith(" " + short)


def _without_source_noun(scene: Scene, start: int, end: int) -> int:
    """The end of the name in `한국갤럽 조사`."""
    words = scene.document.text[start:end]
    for noun in _endings(scene.document.language):
        # Only a name is left: `victimization survey` names nobody but the survey.
        if words.endswith(" " + noun) and not (words.islower() and scene.traits.capitals):
            return start + len(words.removesuffix(noun).rstrip())
    return end


def _is_part(scene: Scene, phrase: Phrase) -> bool:
    """`Dodam's cloud division`, `the largest business`: a part of a company."""
    return phrase.text.endswith(word_ends(scene.document.language, "claims_parts_of_companies", "noun"))


def _after_kind(scene: Scene, start: int, end: int) -> int:
    """Where the name begins behind words that say what it is (`시장조사업체 한결리서치`)."""
    before, _, name = scene.document.text[start:end].rpartition(" ")
    kinds = word_ends(scene.document.language, "claims_kinds")
    return end - len(name) if kinds and name and before.endswith(kinds) else start


def _whose(scene: Scene, place: int) -> Name | None:
    """`Dodam's shares fell after the company said`: whose the subject before is speaks."""
    phrases = scene.parse.phrases
    for number in range(place - 1, 0, -1):
        owner, owned = phrases[number - 1], phrases[number]
        if owner.case == "subject":
            owner, owned = owned, owner
        if owner.case == "of" and owned.case == "subject" and owner.kind == "noun":
            found = named(scene, owner.start, owner.end)
            return found._replace(resolved=True) if found and owner.text[:1].isupper() else None
    return None


def _last_speaker(scene: Scene, start: int, end: int) -> Name | None:
    last = scene.memory.speaker
    return last._replace(start=start, end=end, resolved=True) if last else None
