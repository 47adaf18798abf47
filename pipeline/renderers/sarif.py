"""Diagnostics as SARIF 2.1.0, the interchange format of analysis tools.

In: diagnostics. Out: one run. Judgements: columns count code points and the run says so; a place
without a line has no region; the fingerprint is the finding's id, which survives edits elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import PurePath
from urllib.parse import quote

from pipeline.renderers.diagnostics import Diagnostic, Place
from pipeline.rules import documentation, rules

NAME = "sarif"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(found: Sequence[Diagnostic], colour: bool = False) -> str:
    """The whole log; `colour` means nothing here."""
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item) for item in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _driver() -> dict:
    described = [
        {
            "id": rule.code,
            "name": "".join(part.capitalize() for part in rule.name.split("-")),
            "shortDescription": {"text": documentation(rule.code).splitlines()[0]},
            "help": {"text": documentation(rule.code)},
        }
        for rule in rules().values()
    ]
    return {"name": "claimtrack", "version": version("claimtrack"), "rules": described}


def _result(item: Diagnostic) -> dict:
    places = [place for place in item.compared if replace(place, role="") != item.place]
    suggestion = f" Suggestion: {item.suggestion}" if item.suggestion else ""
    return {
        "ruleId": item.code,
        "level": LEVELS[item.severity],
        "message": {"text": item.message + suggestion},
        "locations": [_location(item.place)],
        "relatedLocations": [_location(place) | {"message": {"text": place.role}} for place in places],
        "partialFingerprints": {"claimtrackFinding/v1": item.finding_id},
    }


def _location(place: Place) -> dict:
    physical: dict = {"artifactLocation": {"uri": quote(PurePath(place.path).as_posix())}}
    if place.line is not None:
        physical["region"] = _region(place)
    return {"physicalLocation": physical}


def _region(place: Place) -> dict:
    region: dict = {"startLine": place.line}
    if place.column is not None:
        region |= {"startColumn": place.column, "endColumn": place.end_column}
        region["snippet"] = {"text": place.surface}
    return region
