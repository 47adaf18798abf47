"""The examples hold: every recipe runs as it stands, and the notebook still prints what it shows."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.recipes import recipes, rows_given

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
RECIPES = recipes((EXAMPLES / "recipes.md").read_text(encoding="utf-8"))
SPARK = ROOT / ".venv-spark" / "bin" / "python"
TOOLS = ("pandas", "duckdb", "polars", "pyspark")
SHOWN = "text/plain"


def of(tool: str) -> list[str]:
    return [recipe for recipe in RECIPES if f"import {tool}" in recipe or f"from {tool}" in recipe]


def test_every_tool_has_recipes_and_every_recipe_a_tool():
    assert all(len(of(tool)) >= 2 for tool in TOOLS)
    assert sum(len(of(tool)) for tool in TOOLS) == len(RECIPES)


@pytest.mark.parametrize("recipe", [recipe for tool in TOOLS[:3] for recipe in of(tool)])
def test_a_recipe_runs_and_gives_rows(seed_tables, recipe):
    assert rows_given(recipe, seed_tables) > 0


@pytest.mark.skipif(not SPARK.exists(), reason="PySpark is not installed: make spark")
@pytest.mark.parametrize("recipe", of("pyspark"))
def test_a_spark_recipe_runs_and_gives_rows(seed_tables, recipe):
    assert rows_given(recipe, seed_tables, str(SPARK)) > 0


def printed(notebook: nbformat.NotebookNode) -> list[tuple[int, str]]:
    """The texts that the cells print or show, pictures left out: their bytes are a matter of fonts."""
    cells = [(number, output) for number, cell in enumerate(notebook.cells) for output in cell.get("outputs", [])]
    texts = [(number, output.get("text") or output.get("data", {}).get(SHOWN, "")) for number, output in cells]
    return [(number, text) for number, text in texts if text]


def pictures(notebook: nbformat.NotebookNode) -> int:
    return sum("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))


def test_the_notebook_runs_and_prints_what_it_shows(seed_tables):
    shown = nbformat.read(EXAMPLES / "analysis.ipynb", as_version=4)
    fresh = nbformat.from_dict(shown)
    folder = seed_tables / "examples"
    folder.mkdir()
    NotebookClient(fresh, resources={"metadata": {"path": str(folder)}}).execute()
    assert printed(fresh) == printed(shown), "the tables have changed: make notebook"
    assert pictures(fresh) == pictures(shown) >= 3
