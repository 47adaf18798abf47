"""Who is set apart by the words that open an English clause.

In: a scene and a quantity's phrase. Out: a `Name` or None. Judgements: what is measured in a clause is of the people
(`In women, the rate fell 3%`) or of the name (`At Dodam, sales rose 3%`) that `in`, `for`, `among` or `at` and a comma
set before it; a place only says where (`In Norway, sales rose`), and whoever acts in the clause has what it does.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import measure_start
from pipeline.claims.names.genitives import genitive, is_idle
from pipeline.claims.names.naming import named
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene

OF_PEOPLE = ("in", "for", "among", "amongst")
OF_NAMES = ("at", "for")
AGED = (" aged", " age", " ages")


def of_opening(scene: Scene, place: int) -> Name | None:
    """The people or the name set before the measure whose number stands at `place`."""
    if not scene.traits.capitals:
        return None
    measure = _measure(scene, place)
    at = _set_before(scene, measure) if measure is not None else None
    if at is None:
        return None
    phrase = scene.phrase(at)
    before = scene.document.text[scene.parse.start : phrase.start].rstrip().rpartition(" ")[2].lower()
    people = _people(scene, at) if before in OF_PEOPLE else None
    called = phrase.text.removeprefix("the ")[:1].isupper() and before in OF_NAMES
    return people or (_called(scene, at) if called else None)


def _measure(scene: Scene, place: int) -> int | None:
    """The subject of the quantity's clause, where it only says what is measured."""
    number = scene.phrase(place).clause
    own = [n for n, p in enumerate(scene.parse.phrases[:place]) if p.clause == number and p.case == "subject"]
    acting = (own or list(scene.parse.clauses[number].subjects[:1]))[:1]
    if not acting or acting[0] > place or not scene.phrase(acting[0]).text.removeprefix("The").islower():
        return None
    at = acting[0]
    measures = scene.cues_in(at) or is_idle(scene, at) or measure_start(scene, at) is not None
    return at if measures and genitive(scene, at) is None else None


def _set_before(scene: Scene, measure: int) -> int | None:
    """The noun behind a preposition that opens the clause, with a comma before the measure."""
    if measure < 2 or scene.phrase(measure - 1).text != ",":
        return None
    at = measure - 2
    while at > 0 and scene.phrase(at).kind in ("quantity", "adverb", "date"):
        at -= 1
    opens = all(p.kind == "adverb" or p.text == "," for p in scene.parse.phrases[:at]) or (
        scene.phrase(at - 1).kind == "mark"
    )
    return at if opens and scene.phrase(at).kind == "noun" and scene.phrase(at).case else None


def _people(scene: Scene, place: int) -> Name | None:
    """People in general who are counted apart: by sex, age, origin or what they do to their bodies."""
    start, end = trim(scene, scene.phrase(place).start, scene.phrase(place).end)
    words = scene.document.text[start:end]
    for aged in AGED:
        words = words.removesuffix(aged)
    known = words.lower().split(" ")[-1] in word_list(scene.document.language, "claims_populations")
    return Name(words, None, start, start + len(words)) if known else None


def _called(scene: Scene, place: int) -> Name | None:
    """A proper name that is no place's."""
    name = named(scene, scene.phrase(place).start, scene.phrase(place).end)
    return None if name is None or name.entity is not None and name.entity.type == "place" else name
