"""The grammar of a language: ``grammar.py`` in its folder, found by the language's code."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from pipeline.claims.model import Parse
from pipeline.languages import folders


@cache
def grammar(code: str) -> Callable[..., Parse] | None:
    """The language's ``parse(text, start, end, items)``; None for a language without a grammar."""
    folder = folders().get(code)
    if folder is None or not (folder / "grammar.py").exists():
        return None
    return import_module(f"pipeline.languages.{folder.name}.grammar").parse
