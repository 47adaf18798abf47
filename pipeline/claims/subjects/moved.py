"""Whose figure it is that a thing only moves.

In: a scene, a candidate's phrase, what it names and the metric's cue. Out: a `Name` or None. Judgement: what only
companies have is not a thing's whose verb says how it moves somebody's figures (`A strong krone pushed profits down`,
`the new Corolla contributed to sales of`), but the company's that the text goes on about.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.told import told_of

THINGS = ("product", "model")
# What only companies have.
FIGURES = ("revenue", "operating_income", "net_income", "margin", "units", "stock_price", "market_cap")


def moved(scene: Scene, candidate: int, name: Name, cue: Cue | None) -> Name | None:
    """The company whose figure a thing that acts in a candidate's clause moves."""
    lemma = scene.parse.clauses[scene.phrase(candidate).clause].lemma
    moves = lemma in word_list(scene.document.language, "claims_effects", "lemma")
    if cue is None or cue.is_verb or cue.metric.metric_id not in FIGURES or not moves:
        return None
    words = name.words_in(scene.document.text)
    thing = name.entity.type in THINGS if name.entity else words.islower()
    common = name.entity is not None or not type_in(scene.memory, name._replace(text=words), scene.document.language)
    return told_of(scene) if thing and common and not name.resolved else None
