"""A comparison as JSON, for other programs: one object, its list in the order of table, document and place.

In: a `Comparison`. Out: UTF-8 JSON. Amounts are strings, so that they stay exact. ``causes`` lists what changed
a row, in order; a member is a list where several causes could not be told apart, which a note explains.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.comparison import Comparison
from pipeline.comparison.causes import tables
from pipeline.comparison.differences import ADDED, CHANGED, REMOVED, Difference, Field, Step
from pipeline.renderers.changes.wording import of_table
from pipeline.tables import contract

NAME = "json"
TWIN = "_f64"


def render(found: Comparison, limit: int | None = None, colour: bool = False) -> str:
    """The whole output, every row; `limit` and `colour` mean nothing here."""
    document = {
        "old": found.old,
        "new": found.new,
        "changed": found.changed,
        "notes": found.notes,
        "summary": {table: _counts(of_table(found, table)) for table in tables()},
        "differences": [_difference(one) for one in found.differences],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _counts(some: Sequence[Difference]) -> dict[str, int]:
    numbers = Counter(one.change for one in some)
    return {change: numbers[change] for change in (ADDED, REMOVED, CHANGED)}


def _difference(one: Difference) -> dict:
    key = contract(one.table).key[0]
    known = {"table": one.table, "change": one.change, key: one.item.id, "causes": _causes(one.steps)}
    if one.item.doc_id:
        known |= {"doc_id": one.item.doc_id, "surface": one.item.surface}
    if one.change == CHANGED:
        return known | {"fields": {field.name: _field(field) for field in one.fields}}
    return known | {"row": {name: value for name, value in one.item.row.items() if not name.endswith(TWIN)}}


def _field(field: Field) -> dict:
    return {"old": field.old, "new": field.new, "causes": _causes(field.steps)}


def _causes(steps: Sequence[Step]) -> list[str | list[str]]:
    return [step[0] if len(step) == 1 else list(step) for step in steps]


def _plain(value: Any) -> str:
    """Amounts without the zeros that the tables pad them with, days as ISO 8601 writes them."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else date.isoformat(value)
