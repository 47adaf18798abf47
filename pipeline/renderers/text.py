"""Diagnostics like a compiler's: ``file:line:column: severity CODE message``, the line, a marker.

In: diagnostics. Out: the text, with colours if asked for. Judgements: a news paragraph is one long line, so a
window around the place is shown, cut marks at its ends; a Korean character is two columns wide and the
marker follows that; a line is never broken, because a log is searched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from pipeline.renderers.diagnostics import SEVERITIES, Diagnostic, Place

NAME = "text"
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
BEFORE = 34
AFTER = 46
INDENT = "    "
CUT = "…"


def render(found: Sequence[Diagnostic], colour: bool = False) -> str:
    """Every diagnostic with its excerpt, then one line that counts them."""
    out = StringIO()
    console = Console(file=out, force_terminal=colour, color_system="standard" if colour else None)
    for item in found:
        for text in _one(item):
            console.print(text, soft_wrap=True, highlight=False)
    console.print(Text(summary(found)), soft_wrap=True, highlight=False)
    return out.getvalue()


def summary(found: Sequence[Diagnostic]) -> str:
    """``2 findings: 1 error, 1 warning``."""
    if not found:
        return "no findings"
    counts = [(sum(item.severity == name for item in found), name) for name in SEVERITIES]
    return f"{_counted(len(found), 'finding')}: {', '.join(_counted(*pair) for pair in counts if pair[0])}"


def location(place: Place) -> str:
    """``file:line:column``, as far as it is known."""
    return ":".join(str(part) for part in (place.path, place.line, place.column) if part is not None)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"


def _one(item: Diagnostic) -> Iterator[Text]:
    judged = (f"{item.severity} {item.code}", STYLES[item.severity])
    yield Text.assemble(f"{location(item.place)}: ", judged, f" {item.message}")
    yield from _excerpt(item.place)
    if item.suggestion:
        alternatives = f" (or: {', '.join(item.alternatives)})" if item.alternatives else ""
        yield Text(f"{INDENT}suggestion: {item.suggestion}{alternatives}")
    for place in item.compared:
        if place.path != item.place.path:
            yield Text(f"{INDENT}{place.role}: {place.surface} at {location(place)}")


def _excerpt(place: Place) -> list[Text]:
    """The stretch of the line around the place, and a marker under it."""
    if place.line_text is None or place.column is None:
        return []
    begin, end = place.column - 1, place.end_column - 1
    first, last = max(0, begin - BEFORE), min(len(place.line_text), end + AFTER)
    before = (CUT if first else "") + place.line_text[first:begin]
    after = place.line_text[end:last] + (CUT if last < len(place.line_text) else "")
    stated = place.line_text[begin:end]
    marker = " " * cell_len(before) + "^" * max(1, cell_len(stated))
    return [Text(INDENT + before + stated + after), Text(INDENT + marker, style="bold green")]
