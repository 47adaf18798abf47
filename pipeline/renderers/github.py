"""Diagnostics as workflow commands, which GitHub shows beside the line of a pull request.

In: diagnostics. Out: one ``::error file=…,line=…,col=…,title=…::message`` a finding. The format's own
escapes are used: a line break or a percent sign in a message would end or change the command.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.renderers.diagnostics import Diagnostic

NAME = "github"
LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
IN_MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
IN_PROPERTY = (*IN_MESSAGE, (":", "%3A"), (",", "%2C"))


def render(found: Sequence[Diagnostic], colour: bool = False) -> str:
    """A command a finding; `colour` means nothing here."""
    return "".join(_command(item) for item in found)


def _command(item: Diagnostic) -> str:
    place = item.place
    known = {"file": place.path, "line": place.line, "col": place.column, "endColumn": place.end_column}
    known["title"] = f"{item.code} {item.name}"
    properties = ",".join(
        f"{name}={_escaped(str(value), IN_PROPERTY)}" for name, value in known.items() if value is not None
    )
    suggestion = f" Suggestion: {item.suggestion}" if item.suggestion else ""
    return f"::{LEVELS[item.severity]} {properties}::{_escaped(item.message + suggestion, IN_MESSAGE)}\n"


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for plain, escape in escapes:
        text = text.replace(plain, escape)
    return text
