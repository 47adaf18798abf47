"""The README holds: its commands exist, its recipes run as they stand, its excerpt is what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from tests.recipes import blocks, recipes, rows_given

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_two_commands_stand_on_the_first_screen():
    first_screen = README.splitlines()[:12]
    assert any(line.startswith("make repro") for line in first_screen)
    assert any(line.startswith("make test") for line in first_screen)


@pytest.mark.parametrize("recipe", recipes(README))
def test_a_recipe_runs_and_gives_rows(seed_tables, recipe):
    assert rows_given(recipe, seed_tables) > 0


def test_three_recipes_for_three_tools():
    tools = ("pandas", "duckdb", "polars")
    assert all(any(f"import {tool}" in recipe for recipe in recipes(README)) for tool in tools)


def test_the_excerpt_is_what_the_command_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    excerpt = next(body for _, body in blocks(README) if "error CUR101" in body)
    shown = CliRunner().invoke(main, ["check", "seeds/documents"]).output
    assert excerpt in shown
