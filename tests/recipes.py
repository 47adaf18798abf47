"""Recipes of a Markdown page, run as they stand.

A recipe is a block marked `python` whose last paragraph is one expression: the table that it gives.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import re2

BLOCK = re2.compile(r"(?s)```([a-z]*)\n(.*?)```")
COUNT = """
_given = (
{table}
)
print("ROWS", _given.count() if hasattr(_given, "sparkSession") else len(_given))
"""


def blocks(markdown: str) -> list[tuple[str, str]]:
    """Language and text of every fenced block."""
    return [(match.group(1), match.group(2)) for match in BLOCK.finditer(markdown)]


def recipes(markdown: str) -> list[str]:
    """The blocks to run."""
    return [body for language, body in blocks(markdown) if language == "python"]


def rows_given(recipe: str, folder: Path, python: str = sys.executable) -> int:
    """How many rows a recipe gives when it is run in a folder; fails with what it printed when it does not run."""
    program, _, table = recipe.strip().rpartition("\n\n")
    code = program + COUNT.format(table=table)
    done = subprocess.run([python, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return int(done.stdout.split("ROWS")[1])
