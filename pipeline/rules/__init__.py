"""The rules, one file each: a module of this package that holds a ``RULE`` is a rule.

Nothing lists them; a new file is a new rule. `rules` gives them by their code.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from inspect import getdoc
from pkgutil import iter_modules

from pipeline.evidence.finding import Rule


@cache
def rules() -> dict[str, Rule]:
    """Code to rule, in the order of the codes."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return {rule.code: rule for rule in sorted((module.RULE for module in modules), key=lambda rule: rule.code)}


def documentation(code: str) -> str:
    """A rule's documentation, the docstring of its file; KeyError lists the codes there are."""
    if code not in rules():
        raise KeyError(f"no rule {code!r}; the rules are {', '.join(rules())}")
    return getdoc(import_module(rules()[code].check.__module__)) or ""
