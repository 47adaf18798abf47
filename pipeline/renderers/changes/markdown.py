"""A comparison as Markdown, for a comment on a pull request: a table of causes, the rows folded below it.

In: a `Comparison`. Out: Markdown. Judgements: what comes from documents is escaped and can become neither markup
nor another column; a comment holds 65,536 characters, so rows that would go beyond are counted, not shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.comparison import Comparison
from pipeline.comparison.causes import tables
from pipeline.comparison.differences import Difference, Step
from pipeline.publishing.papers import cell
from pipeline.renderers.changes.wording import ends, names, of_table, summary, tally, told, why

NAME = "markdown"
ROOM = 60_000
HEAD = "| | what | columns | cause |\n|---|---|---|---|\n"
BREAK = "<br>"


def render(found: Comparison, limit: int | None = None, colour: bool = False) -> str:
    """A heading, what changed, and the differences of each table; `colour` means nothing here."""
    parts = [f"**claimtrack diff, {cell(found.old)} to {cell(found.new)}: {summary(found)}**\n"]
    if found.changed:
        parts.append(_causes(found))
    if found.notes:
        parts.append("".join(f"- {cell(note)}\n" for note in found.notes))
    room = ROOM - sum(map(len, parts))
    for table in tables():
        if some := of_table(found, table):
            parts.append(_folded(table, some, some[:limit], room))
            room -= len(parts[-1])
    return "\n".join(parts)


def _causes(found: Comparison) -> str:
    """A row a cause, and one for each set of causes that rows have together."""
    sets = dict.fromkeys([((cause,),) for cause in found.changed] + [one.steps for one in found.differences])
    head = "| cause | " + " | ".join(tables()) + " | what changed |\n|---|" + "---|" * len(tables()) + "---|\n"
    return head + "".join(_cause(steps, found) for steps in sets)


def _cause(steps: Sequence[Step], found: Comparison) -> str:
    some = [[one for one in of_table(found, table) if one.steps == steps] for table in tables()]
    alone = found.changed[steps[0][0]] if len(steps) == len(steps[0]) == 1 else ()
    return _row((why(steps), *(tally(one, "{mark}{number}", " ") for one in some), names(alone)))


def _folded(table: str, some: Sequence[Difference], shown: Sequence[Difference], room: int) -> str:
    head = f"<details><summary>{table}: {tally(some)}</summary>\n\n{HEAD}"
    rows = []
    for row in map(_difference, shown):
        room -= len(row)
        if room < len(head):
            break
        rows.append(row)
    more = f"\nand {len(some) - len(rows)} more\n" if len(rows) < len(some) else ""
    return f"{head}{''.join(rows)}{more}\n</details>\n"


def _difference(one: Difference) -> str:
    return _row((one.change, told(one)), BREAK.join(_columns(one)), why(one.steps))


def _columns(one: Difference) -> Iterator[str]:
    for field in one.fields:
        apart = f" ({why(field.steps)})" if len(one.steps) > 1 else ""
        yield cell(f"{field.name}: {' → '.join(ends(field))}{apart}")


def _row(cells: Sequence[str], *ready: str) -> str:
    """A row of a table; `ready` cells are Markdown already."""
    return "| " + " | ".join([*map(cell, cells), *ready]) + " |\n"
