"""Diagnostics as Markdown, for a comment on a pull request or a summary.

In: diagnostics. Out: a count and a table. What comes from documents is escaped: it can become neither
markup nor another column.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.renderers.diagnostics import Diagnostic
from pipeline.renderers.text import location, summary

NAME = "markdown"
HEAD = "| severity | rule | where | what | suggestion |\n|---|---|---|---|---|\n"
MARKUP = "\\`*_{}[]<>()#+-!|~&"


def render(found: Sequence[Diagnostic], colour: bool = False) -> str:
    """A heading, then a row a finding; `colour` means nothing here."""
    head = f"**claimtrack: {summary(found)}**\n"
    return head + ("\n" + HEAD + "".join(_row(item) for item in found) if found else "")


def _row(item: Diagnostic) -> str:
    cells = (item.severity, f"{item.code} {item.name}", location(item.place), item.message, item.suggestion or "")
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |\n"


def _escaped(text: str) -> str:
    return "".join("\\" + char if char in MARKUP else char for char in " ".join(text.split()))
