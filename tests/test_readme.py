"""The README holds: its commands exist, its recipes run as they stand, its excerpt is what comes out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import re2
from click.testing import CliRunner

from pipeline import documents, extract, facts, findings
from pipeline.cli import main
from pipeline.parameters import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [(match.group(1), match.group(2)) for match in re2.finditer(r"(?s)```([a-z]*)\n(.*?)```", README)]
RECIPES = [body for language, body in BLOCKS if language == "python"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A folder with the corpus' tables in data/, as after `make repro`."""
    folder, parameters = tmp_path_factory.mktemp("readme"), load()
    documents.run([ROOT / "seeds" / "documents"], folder / "data", documents.Options(), parameters)
    for stage in (extract, facts, findings):
        stage.run(folder / "data", parameters)
    return folder


def test_the_two_commands_stand_on_the_first_screen():
    first_screen = README.splitlines()[:12]
    assert any(line.startswith("make repro") for line in first_screen)
    assert any(line.startswith("make test") for line in first_screen)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_runs_and_gives_rows(corpus, recipe):
    *lines, last = recipe.strip().split("\n\n")
    program = "\n\n".join(lines) + f"\n\nprint('ROWS', len({last.strip()}))"
    done = subprocess.run([sys.executable, "-c", program], cwd=corpus, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split("ROWS")[1]) > 0


def test_three_recipes_for_three_tools():
    assert [tool for tool in ("pandas", "duckdb", "polars") if any(f"import {tool}" in recipe for recipe in RECIPES)] == [
        "pandas", "duckdb", "polars",
    ]


def test_the_excerpt_is_what_the_command_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    excerpt = next(body for _, body in BLOCKS if "error CUR101" in body)
    shown = CliRunner().invoke(main, ["check", "seeds/documents"]).output
    assert excerpt in shown
