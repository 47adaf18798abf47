"""The tables of a set of ingredients, made by DVC in a folder of their own.

In: ingredients, and the folder of DVC's cache. Out: the folder of the tables. Judgements:
- ``dvc repro`` runs the stages as ``dvc.yaml`` says and takes from the cache whatever it has been given the
  same ingredients for before, by an earlier comparison or by the project's own run.
- All ingredients are read with the packages that are installed here, as ``dvc repro`` would.
- What a stage prints is no part of the result; its last words are, when it fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import re2

from pipeline.comparison.ingredients import Content, write
from pipeline.comparison.reading import Tables, read

CONFIG = """\
[core]
    no_scm = true
    analytics = false
    check_update = false
[cache]
    dir = "{cache}"
"""
IGNORED = "__pycache__/\n*.pyc\n"
LOCK = "dvc.lock"
FAILED_STAGE = re2.compile(r"failed to reproduce '([^']{1,200})'")


class StageError(RuntimeError):
    """A stage that failed, or wrote what cannot be compared; the message names it and gives its last words."""


@dataclass
class Workshop:
    """Where tables are made: a folder for all of it, DVC's cache, and whom to tell what is going on."""

    folder: Path
    cache: Path
    say: Callable[[str], None]
    made: int = 0

    def make(self, ingredients: Mapping[str, Content], what: str, lock: Path | None = None) -> Tables:
        """The tables of the ingredients; StageError says why there are none."""
        self.say(f"Making the tables of {what}")
        self.made += 1
        target = self.folder / str(self.made)
        (target / ".dvc").mkdir(parents=True)
        (target / ".dvc" / "config").write_text(CONFIG.format(cache=self.cache), encoding="utf-8")
        (target / ".dvcignore").write_text(IGNORED, encoding="utf-8")
        if lock and lock.is_file():
            (target / LOCK).write_bytes(lock.read_bytes())
        write(ingredients, target)
        done = _dvc(target, target, "repro")
        if done.returncode:
            raise StageError(_last_words(done.stderr))
        try:
            return read(target)
        except KeyError as error:
            raise StageError(f"its tables cannot be compared: {error.args[0]}") from error


def cache_folder(project: Path, otherwise: Path) -> Path:
    """Where the project keeps DVC's cache; `otherwise` for a clone that has no place for one."""
    if not (project / ".dvc").is_dir():
        return otherwise
    done = _dvc(project, otherwise, "cache", "dir")
    return Path(done.stdout.strip()) if done.returncode == 0 else otherwise


def _dvc(folder: Path, notes: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """DVC in a folder, with the Python that runs; below `notes` it remembers what it has hashed."""
    surroundings = os.environ | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
        "PYTHONPATH": str(folder),
        "PYTHONUTF8": "1",
        "DVC_SITE_CACHE_DIR": str(notes / ".dvc" / "tmp"),
    }
    command = [sys.executable, "-m", "dvc", *arguments]
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", errors="replace", check=False
    )


def _last_words(said: str) -> str:
    """``stage extract failed: KeyError: 'unit'`` out of what DVC and the stage printed."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    place = next((place for place, line in enumerate(lines) if FAILED_STAGE.search(line)), None)
    if place is None:
        return f"dvc failed: {lines[-1] if lines else 'it says nothing'}"
    return f"stage {FAILED_STAGE.search(lines[place]).group(1)} failed: {lines[place - 1 if place else 0]}"
