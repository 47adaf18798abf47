"""What somebody who only tells of others expects or revises, in English.

In: a scene, a quantity's phrase and its metric's cue. Out: a `Name` or None. Judgements: a forecast that a body which
only tells of others has as its object (`the agency cut its forecast of oil demand to 83m barrels`) is of the thing
behind `of`, `for` or `on`, and so is what anybody expects for a name, or of a price; else a company's forecast is its
own (`Dodam cut its forecast for profit`), and growth is its economy's.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.naming import described, named
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.outsiders import is_outsider
from pipeline.languages import table

HANGING = ("of", "for", "on")
BODIES = ("government", "organisation", "publisher")
# What a whole economy has, whose owner its own words say.
OF_ECONOMIES = ("growth", "inflation_rate", "interest_rate")


def foreseen(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """`the agency cut its forecast of oil demand to 83m barrels`: the oil demand."""
    if not scene.traits.capitals or cue is not None and cue.metric.metric_id in OF_ECONOMIES:
        return None
    if cue is not None and (other := _of_another(scene, place, cue)) is not None:
        return other
    number = scene.phrase(place).clause
    here = [n for n, p in enumerate(scene.parse.phrases[:place]) if p.clause == number and p.kind == "noun"]
    forecast = next((n for n in here if _is_forecast(scene, n)), None)
    own = [n for n in here if scene.phrase(n).case == "subject"]
    acting = next(iter(own or scene.parse.clauses[number].subjects), None)
    if forecast is None or acting is None or acting > forecast or not _is_body(scene, acting):
        return None
    thing = next((n for n in here if n > forecast), None)
    return _thing(scene, forecast, thing) if thing is not None else None


def _of_another(scene: Scene, place: int, cue: Cue) -> Name | None:
    """`Dodam forecasts a profit for Mirr of $3 million`, `expects an 8% fall in flat prices`: whose the measure is that
    somebody expects."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    verbs = table(scene.document.language, "claims_saying")
    expects = any(row["lemma"] == clause.lemma and row["class"] in ("estimate", "foresight") for row in verbs)
    after = scene.phrase(cue.phrase + 1) if cue.phrase + 1 < len(scene.parse.phrases) else None
    if not expects or clause.verb is None or cue.is_verb or cue.phrase < clause.verb or after is None:
        return None
    if after.kind == "noun" and after.case == "for" and after.text[:1].isupper():
        return named(scene, after.start, after.end)
    phrase = scene.phrase(cue.phrase)
    start, end = trim(scene, phrase.start, cue.start)
    priced = cue.metric.metric_id == "price" and phrase.case in ("in", "of") and start < end
    return named(scene, start, end) if priced else None


def _is_forecast(scene: Scene, place: int) -> bool:
    """`its forecast`, `the 2005 projection`."""
    phrase = scene.phrase(place)
    nouns = word_list(scene.document.language, "claims_outlooks")
    return phrase.case in ("object", "") and phrase.text.lower().split(" ")[-1] in nouns


def _is_body(scene: Scene, place: int) -> bool:
    """Whoever only tells of others: a body, or a description of one."""
    phrase = scene.phrase(place)
    name = named(scene, phrase.start, phrase.end)
    meant = described(scene, phrase.start, phrase.end) or ()
    type_ = type_in(scene.memory, name, scene.document.language) if name is not None else ""
    return type_ != COMPANY and (is_outsider(scene, place) or type_ in BODIES or bool(set(meant) & set(BODIES)))


def _thing(scene: Scene, forecast: int, place: int) -> Name | None:
    """What hangs on the forecast, a date passed over (`its estimate for 2006 oil demand`)."""
    phrase, between = scene.phrase(place), scene.parse.phrases[forecast + 1 : place]
    dated = bool(between) and all(p.kind == "date" for p in between) and between[0].case in HANGING
    if not dated and (between or phrase.case not in HANGING):
        return None
    return named(scene, phrase.start, phrase.end)
