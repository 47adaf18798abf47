"""Diagnostics as JSON, for other programs: one object, its list in the order of file and place.

In: diagnostics. Out: UTF-8 JSON with ``findings`` and a ``summary``; what is not known is null.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from pipeline.renderers.diagnostics import SEVERITIES, Diagnostic, Place

NAME = "json"


def render(found: Sequence[Diagnostic], colour: bool = False) -> str:
    """The whole output; `colour` means nothing here."""
    counts = {name: sum(item.severity == name for item in found) for name in SEVERITIES}
    document = {"findings": [_finding(item) for item in found], "summary": counts}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(item: Diagnostic) -> dict:
    return asdict(item) | {"place": _place(item.place), "compared": [_place(place) for place in item.compared]}


def _place(place: Place) -> dict:
    known = asdict(place)
    known.pop("line_text")
    return known
