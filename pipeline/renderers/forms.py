"""The output forms of diagnostics, a module each: one that has a ``NAME`` and a ``render`` is a form.

``render(found, colour)`` gives the whole output as text; only the form for terminals has colours.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType


@cache
def forms() -> dict[str, ModuleType]:
    """Name to module of every output form."""
    names = [found.name for found in iter_modules([str(Path(__file__).parent)])]
    modules = (import_module(f"pipeline.renderers.{name}") for name in names)
    return {module.NAME: module for module in modules if hasattr(module, "NAME")}
