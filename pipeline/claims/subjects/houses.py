"""The company that a company's figures are of, where their own words only say what they are.

In: a scene and the name found. Out: the company, or the name. Judgement: what only companies have (sales, profit) and
is told of a common noun is of the company that the text goes on about, where its type is known.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.salience import salient, type_in
from pipeline.claims.scene import Name, Scene


def or_house(scene: Scene, name: Name) -> Name:
    """`Vehicle unit sales fell`: what a company sells is told of the company that the text goes on about."""
    words = (name.text or scene.document.text[name.start : name.end]).split(" ")
    proper = not words[-1].islower() and (len(words) > 1 or words[-1] in scene.memory.cast.proper)
    if not scene.traits.capitals or name.entity or proper or scene.wanted[:1] != (COMPANY,):
        return name
    house = salient(scene.memory, scene.document.language, (COMPANY,), scene.wanted)
    known = house is not None and type_in(scene.memory, house, scene.document.language) == COMPANY
    return replace(house, resolved=True) if known else name
