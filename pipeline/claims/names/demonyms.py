"""Countries that only their adjective names.

In: a scene and a stretch or a phrase. Out: a `Name` or None. Judgement: an adjective of a country that is all that is
left of a phrase (`Japanese` of `Japanese exports`), or that begins one (`German unemployment`), means the country.
"""

from __future__ import annotations

from functools import cache

from pipeline.claims.model import Phrase
from pipeline.claims.names.entities import Entity, index
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table


@cache
def _countries(language: str) -> dict[str, Entity]:
    """Adjectives of countries with the countries (`japanese`)."""
    places = {entity.entity_id: entity for found in index().entities for entity, _ in found if entity.type == "place"}
    return {row["word"]: places[row["entity"]] for row in table(language, "claims_demonyms")}


def country_of(scene: Scene, phrase: Phrase) -> Name | None:
    """`German unemployment`: the country whose adjective begins a phrase."""
    return country_at(scene, phrase.start, phrase.start + len(phrase.text.split(" ")[0]))


def country_at(scene: Scene, start: int, end: int) -> Name | None:
    """`Japanese` of `Japanese exports`: the country whose adjective is all that names somebody."""
    words = scene.document.text[start:end]
    country = _countries(scene.document.language).get(words.lower()) if words[:1].isupper() else None
    return Name("", country, start, end) if country is not None else None
