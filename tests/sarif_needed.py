"""The subset of SARIF 2.1.0 that a claimtrack log uses, as a JSON schema.

Written from what the standard requires of each object (OASIS SARIF 2.1.0, sections 3.13 to 3.51): a log
has a version and runs, a run a tool with a named driver, a result a message, a region starts at 1. Nothing
that is not in the subset is allowed, so that a new property is looked up before it is written.
"""

from __future__ import annotations


def closed(required: tuple[str, ...], **properties: dict) -> dict:
    """An object with no other properties than these."""
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
FROM_ONE = {"type": "integer", "minimum": 1}
MESSAGE = closed(("text",), text=TEXT)
REGION = closed(
    ("startLine",), startLine=FROM_ONE, startColumn=FROM_ONE, endColumn=FROM_ONE, snippet=closed(("text",), text=TEXT)
)
ARTIFACT = closed(("uri",), uri={"type": "string", "format": "uri-reference", "pattern": r"^[!-~]+$"})
LOCATION = closed(
    ("physicalLocation",),
    physicalLocation=closed(("artifactLocation",), artifactLocation=ARTIFACT, region=REGION),
    message=MESSAGE,
)
RESULT = closed(
    ("message", "ruleId", "locations"),
    ruleId={"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations={"type": "array", "minItems": 1, "items": LOCATION},
    relatedLocations={"type": "array", "items": LOCATION, "uniqueItems": True},
    partialFingerprints={"type": "object", "minProperties": 1, "additionalProperties": TEXT},
)
RULE = closed(
    ("id",),
    id={"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
    name={"type": "string", "pattern": "^[A-Z][A-Za-z]+$"},
    shortDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed((), level={"enum": ["none", "note", "warning", "error"]}),
)
DRIVER = closed(
    ("name",), name=TEXT, version=TEXT, informationUri=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True}
)
RUN = closed(
    ("tool", "results"),
    tool=closed(("driver",), driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = closed(
    ("version", "runs"),
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
)
