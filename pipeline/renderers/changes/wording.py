"""How a comparison is told to people: what a row says, what of it differs, and why.

In: a `Comparison` and its parts. Out: text on one line each. Values are exact; of long words only the part that
differs is shown, with some of what stands around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from os.path import commonprefix
from typing import Any

from pipeline.comparison import Comparison
from pipeline.comparison.causes import said, tables
from pipeline.comparison.differences import ADDED, CHANGED, REMOVED, Difference, Field, Step
from pipeline.renderers.html.wording import NOBREAK, agreed, amount, counted, reading, topic

MARKS = {ADDED: "+", REMOVED: "-", CHANGED: "~"}
LONG = 80
BEFORE = 30
CUT = "…"
NAMES_SHOWN = 5


def summary(found: Comparison) -> str:
    """``2 claims, 1 finding differ``."""
    counts = [(len(of_table(found, table)), table.removesuffix("s")) for table in tables()]
    told = ", ".join(counted(*pair) for pair in counts if pair[0])
    if not told:
        return f"no {' or '.join(noun for _, noun in counts)} differs"
    return f"{told} {'differs' if len(found.differences) == 1 else 'differ'}"


def of_table(found: Comparison, table: str) -> list[Difference]:
    """The differences in one table."""
    return [one for one in found.differences if one.table == table]


def tally(some: Sequence[Difference], form: str = "{number} {change}", between: str = ", ") -> str:
    """``2 added, 1 changed``, or as `form` says it."""
    numbers = Counter(one.change for one in some)
    there = [(change, mark) for change, mark in MARKS.items() if numbers[change]]
    return between.join(form.format(number=numbers[change], change=change, mark=mark) for change, mark in there)


def why(steps: Sequence[Step]) -> str:
    """``source changed``; several causes one after the other."""
    return " and ".join(said(step) for step in steps)


def names(some: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(some) - NAMES_SHOWN
    return ", ".join(some[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")


def told(one: Difference) -> str:
    """What a row says: `article.md: 5만 명 = 앱: users, 50,000 person`."""
    row = one.item.row
    if one.table == "facts":
        return plain(f"{topic(row)}, {agreed(row)}, {row['status']}")
    if one.table == "claims":
        return plain(f"{one.item.doc_id}: {one.item.surface} = {topic(row)}, {reading(row)}")
    return plain(f"{one.item.doc_id}: {row['code']} {row['message']}")


def ends(field: Field) -> tuple[str, str]:
    """The old and the new value; of long ones the part that differs."""
    old, new = shown(field.old), shown(field.new)
    if max(len(old), len(new)) <= LONG:
        return old, new
    begin = max(0, len(commonprefix([old, new])) - BEFORE)
    return _part(old, begin), _part(new, begin)


def shown(value: Any) -> str:
    """A value of a table as text."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(map(shown, value)) or "none"
    return plain(amount(value) if isinstance(value, Decimal) else str(value))


def plain(text: str) -> str:
    """On one line, with plain spaces."""
    return " ".join(text.replace(NOBREAK, " ").split())


def _part(text: str, begin: int) -> str:
    end = begin + LONG
    return (CUT if begin else "") + text[begin:end] + (CUT if end < len(text) else "")
