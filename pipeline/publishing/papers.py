"""README and data dictionary of a release, as Markdown from the templates beside this module.

A title may hold anything: in a cell of a table line breaks become blanks and what Markdown or HTML would
read is escaped.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

MARKUP = "\\`*_{}[]<>|#"
DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # would turn round the rest of the line
ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in MARKUP} | dict.fromkeys(DIRECTIONS, ""))
NOT_IN_ADDRESS = str.maketrans({mark: f"%{ord(mark):02X}" for mark in " \t\r\n<>|"})


def render(template: str, **values: Any) -> str:
    """The text of a template."""
    return _environment().get_template(f"{template}.j2").render(**values)


@cache
def _environment() -> Environment:
    """Markdown, so nothing is escaped as HTML; `cell` escapes instead."""
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, undefined=StrictUndefined, keep_trailing_newline=True)
    made.filters |= {"cell": cell, "address": address}
    return made


def cell(value: object) -> str:
    """Text that stays text in a cell of a Markdown table; nothing for None."""
    return "" if value is None else " ".join(str(value).split()).translate(ESCAPED)


def address(url: str) -> str:
    """A URL between angle brackets cannot hold blanks, angle brackets or bars."""
    return url.translate(NOT_IN_ADDRESS)
