"""README and data dictionary of a release, as Markdown from the templates beside this module.

A title may hold anything: in a cell of a table line breaks become blanks and what Markdown or HTML would
read is escaped.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


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
    return "" if value is None else SPECIAL.sub(r"\\\1", " ".join(str(value).split()))


def address(url: str) -> str:
    """A URL between angle brackets cannot hold blanks, angle brackets or bars."""
    return re.sub(r"[\s<>|]", lambda found: f"%{ord(found.group()):02X}", url)
