"""A comparison for a terminal: what changed, then a line a row, its columns below it.

In: a `Comparison`. Out: the text, with colours if asked for. A line is never broken, because a log is searched.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from pipeline.comparison import Comparison
from pipeline.comparison.causes import said, tables
from pipeline.comparison.differences import ADDED, CHANGED, REMOVED, Difference
from pipeline.renderers.changes.wording import MARKS, ends, names, of_table, summary, tally, told, why

NAME = "text"
STYLES = {ADDED: "green", REMOVED: "red", CHANGED: "yellow"}
INDENT = "    "


def render(found: Comparison, limit: int | None = None, colour: bool = False) -> str:
    """Causes with what changed, then every difference."""
    out = StringIO()
    console = Console(file=out, force_terminal=colour, color_system="standard" if colour else None)
    for line in _lines(found, limit):
        console.print(line, soft_wrap=True, highlight=False)
    return out.getvalue()


def _lines(found: Comparison, limit: int | None) -> Iterator[Text]:
    yield Text(f"{found.old} to {found.new}: {summary(found)}")
    for cause, some in found.changed.items():
        yield Text(f"{INDENT}{said((cause,))}: {names(some)}")
    for note in found.notes:
        yield Text(f"{INDENT}note: {note}")
    for table in tables():
        some = of_table(found, table)
        if some:
            yield Text(f"{table}: {tally(some)}")
        for one in some[:limit]:
            yield from _row(one)
        if len(some) > len(some[:limit]):
            yield Text(f"{INDENT}and {len(some) - len(some[:limit])} more")


def _row(one: Difference) -> Iterator[Text]:
    yield Text(f"{MARKS[one.change]} {told(one)} [{why(one.steps)}]", style=STYLES[one.change])
    for field in one.fields:
        apart = f" [{why(field.steps)}]" if len(one.steps) > 1 else ""
        yield Text(f"{INDENT}{field.name}: {' → '.join(ends(field))}{apart}")
