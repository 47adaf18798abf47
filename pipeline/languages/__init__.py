"""The languages that are read: a folder each, discovered by its ``language.yaml``.

In: a language code (``ko``, ``en``) and the name of one of the folder's CSV tables. Out: the table's
rows, as dictionaries of strings, read once; `split_sentences` cuts a text with such tables. A new language
is a new folder; nothing lists them here.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Language:
    """A language as its ``language.yaml`` describes it: `reads` are the languages whose tables it reads along
    (itself first). Its traits are what code asks for instead of its name: `glued`, particles and counters are written
    onto the word before them; `head_final`, what describes, owns or governs a word stands in front of it and the verb
    closes its clause; `capitals`, names begin with a capital letter; `articles`, a noun says whether it was named
    before (`the carmaker`); `and_is_with`, the word that joins two nouns also says with whom; `agent_case`, the case
    of whoever does what a passive verb says."""

    code: str
    name: str
    reads: tuple[str, ...]
    glued: bool
    head_final: bool
    capitals: bool
    articles: bool
    and_is_with: bool
    agent_case: str


@cache
def folders() -> dict[str, Path]:
    """Language code to folder, for every folder that describes itself."""
    described = sorted(HERE.glob("*/language.yaml"))
    return {yaml.safe_load(path.read_text(encoding="utf-8"))["code"]: path.parent for path in described}


@cache
def language(code: str) -> Language:
    """The language with this code; KeyError when no folder describes it."""
    described = yaml.safe_load((folders()[code] / "language.yaml").read_text(encoding="utf-8"))
    return Language(code, described["name"], (code, *described["reads_along"]), **described["traits"])


@cache
def table(code: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<folder>/<name>.csv``; lines that start with ``#`` are remarks.

    Raises KeyError for an unknown language and FileNotFoundError, naming the file, for a table that
    the language does not have.
    """
    path = folders()[code] / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


from pipeline.languages.sentences import split_sentences  # noqa: E402  the splitter reads tables from here

__all__ = ["Language", "folders", "language", "split_sentences", "table"]
