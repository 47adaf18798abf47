"""Numbers that are as they are, whatever their sentence expects or plans.

In: a scene and a quantity's phrase. Out: whether it is such a one. Judgements, for languages whose verbs do not come
last: somebody's age (`Kolm, 26,`), but not one to be reached; a length of time that is past (`the last two quarters`);
how many were asked (`a forecast of six analysts`); the share of people who plan, want or would do something. The words
are rows of ``claims_given``.
"""

from __future__ import annotations

from pipeline.claims.measures.shares import acts
from pipeline.claims.names.words import role_list
from pipeline.claims.scene import Scene

LONGEST_BEFORE = 32


def is_given(scene: Scene, place: int) -> bool:
    """Whether the number at phrase `place` is as it is."""
    if scene.traits.head_final:
        return False
    here, language = scene.phrase(place), scene.document.language
    quantity, clause = scene.quantities[here.item], scene.parse.clauses[here.clause]
    if quantity.kind == "age":
        text, written = scene.document.text, "-" in quantity.surface
        aside = text.endswith(", ", 0, here.start) and text.startswith(",", here.end)
        return clause.lemma not in role_list(language, "claims_given", "aging") and (written or aside)
    if quantity.kind == "duration":
        before = scene.document.text[max(0, here.start - LONGEST_BEFORE) : here.start].rstrip().lower()
        return before.endswith(tuple(f" {word}" for word in role_list(language, "claims_given", "past")))
    if quantity.kind == "count":
        return quantity.counted is not None and quantity.counted.split(" ")[-1].lower() in role_list(
            language, "claims_given", "asked"
        )
    minds, means = role_list(language, "claims_given", "mind"), clause.ending.split(" ")[0]
    told = clause.lemma in minds or means in minds or means.removesuffix("s") in minds
    return quantity.kind == "percent" and told and acts(scene, place)
