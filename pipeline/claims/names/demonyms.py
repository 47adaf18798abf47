"""Countries that only their adjective names, or a body that counts for them, and currencies by their country.

In: a scene and a stretch or a phrase, or a text and its names. Out: a `Name` or None. Judgements: an adjective of a
country that is all that is left of a phrase (`Japanese` of `Japanese exports`), or that begins one (`German
unemployment`), means the country; the first body of a text that counts for a country tells whose statistics it is
about; a text is of the country that its lead names and that it names twice as often as any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import re2

from pipeline.claims.model import Phrase
from pipeline.claims.names.entities import Entity, Mention, index
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table
from pipeline.languages.sentences import encodable

# A text that tells what a body counted names it early.
LEAD = 400
# How many times as often as any other a text names the country that it is about.
CLEARLY = 2


@cache
def _countries(language: str) -> dict[str, Entity]:
    """Adjectives of countries with the countries (`japanese`)."""
    return {row["word"]: _places()[row["entity"]] for row in table(language, "claims_demonyms")}


@cache
def _places() -> dict[str, Entity]:
    return {entity.entity_id: entity for found in index().entities for entity, _ in found if entity.type == "place"}


@cache
def _statisticians(language: str) -> dict[str, Entity]:
    """Bodies that count for a country, with the country."""
    return {row["body"]: _places()[row["country"]] for row in table(language, "claims_statisticians")}


def home(language: str, names: Sequence[Mention]) -> Name | None:
    """The country whose statistics a text tells, by the first body in it that counts for one (`관세청`)."""
    bodies = _statisticians(language)
    first = next((m for m in names if m.entity.entity_id in bodies and m.start < LEAD), None)
    return Name("", bodies[first.entity.entity_id], first.start, first.end, True) if first is not None else None


def land(text: str, language: str, names: Sequence[Mention]) -> Name | None:
    """The country that a text is about, by name or by its adjective."""
    known = countries(language)
    if not known:
        return None
    found = [m for m in names if m.entity.entity_id in known]
    adjectives = _adjectives(language).finditer(encodable(text))
    found += [Mention(*m.span(), _countries(language)[m.group().lower()]) for m in adjectives]
    times = Counter(m.entity.entity_id for m in found).most_common(2)
    if not times or len(times) > 1 and times[0][1] < CLEARLY * times[1][1]:
        return None
    first = min((m for m in found if m.entity.entity_id == times[0][0]), key=lambda m: m.start)
    return Name("", first.entity, first.start, first.end, True) if first.start < LEAD else None


@cache
def _adjectives(language: str) -> re2.Pattern:
    """What finds the adjectives of countries as they are written."""
    words = "|".join(sorted(word.title() for word in _countries(language)))
    return re2.compile(rf"\b(?:{words})\b")


@cache
def _setters(language: str) -> dict[str, Entity]:
    """Bodies that set a policy rate, with the bank that they belong to."""
    bodies = {e.entity_id: e for found in index().entities for e, _ in found if e.type == "government"}
    return {row["body"]: bodies[row["bank"]] for row in table(language, "claims_rate_setters")}


def rate_setter(language: str, names: Sequence[Mention]) -> Name | None:
    """The first central bank of a text."""
    banks = _setters(language)
    first = next((m for m in names if m.entity.entity_id in banks), None)
    return Name("", banks[first.entity.entity_id], first.start, first.end, True) if first is not None else None


@cache
def countries(language: str) -> frozenset[str]:
    """The ids of places that are countries: those with an adjective of their own."""
    return frozenset(entity.entity_id for entity in _countries(language).values())


def country_of(scene: Scene, phrase: Phrase) -> Name | None:
    """`German unemployment`: the country whose adjective begins a phrase."""
    return country_at(scene, phrase.start, phrase.start + len(phrase.text.split(" ")[0]))


def meant_at(scene: Scene, start: int, end: int) -> Name | None:
    """The country that an adjective means, or the currency that words describe (`the US currency`)."""
    currency = currencies(scene.document.language).get(scene.document.text[start:end].lower())
    return Name(currency, None, start, end) if currency else country_at(scene, start, end)


@cache
def currencies(language: str) -> dict[str, str]:
    """Descriptions of several words of a currency, with its name."""
    return {row["word"]: row["name"] for row in table(language, "claims_currencies") if " " in row["word"]}


def is_state(words: Sequence[str], language: str) -> bool:
    """`Zambian government`: a country's adjective before what makes its budget says which is meant."""
    makers = {row["word"] for row in table(language, "claims_states_of")}
    return len(words) == 2 and words[0] in _countries(language) and words[1] in makers


def country_at(scene: Scene, start: int, end: int) -> Name | None:
    """`Japanese` of `Japanese exports`: the country whose adjective is all that names somebody."""
    words = scene.document.text[start:end]
    country = _countries(scene.document.language).get(words.lower()) if words[:1].isupper() else None
    return Name("", country, start, end) if country is not None else None
