"""The output forms of a package, a module each: one that has a ``NAME`` and a ``render`` is a form.

Beside this module lie those of diagnostics, whose ``render(found, colour)`` gives the whole output as text;
only the form for terminals has colours.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def forms(package: str = "pipeline.renderers") -> dict[str, ModuleType]:
    """Name to module of every output form in a package."""
    names = [found.name for found in iter_modules(import_module(package).__path__)]
    modules = (import_module(f"{package}.{name}") for name in names)
    return {module.NAME: module for module in modules if hasattr(module, "NAME")}
