"""Sentences that add up, and the same sentences with one fault planted in them.

Templates of the two languages' grammar are filled with numbers drawn from a seed. A `Pair` holds
documents in which nothing is wrong and the same documents with the smallest fault that lies clearly
above the rule's stated tolerance. Nothing here uses the code of the rules: amounts are written, rates
looked up and sums made on their own. One module a family of rules; every function whose name is a
rule's code in lower case plants that rule's fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from random import Random


@dataclass(frozen=True)
class Pair:
    """Documents that agree, and documents with a fault; `meant` is what the suggestion may say, none if empty."""

    sound: tuple[str, ...]
    faulty: tuple[str, ...]
    published: date | None = None
    meant: tuple[str, ...] = ()


Plant = Callable[[Random, str], Pair]


def plants() -> dict[str, Plant]:
    """Code of a rule to what plants its fault, in the order of the codes."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    named = {
        name.upper(): plant
        for module in modules
        for name, plant in vars(module).items()
        if len(name) == 6 and name[:3].isalpha() and name[3:].isdigit()
    }
    return dict(sorted(named.items()))


def pairs(code: str, language: str, count: int, seed: int = 1) -> Iterator[Pair]:
    """`count` pairs for a rule in a language, the same ones for the same seed."""
    random = Random(f"{code} {language} {seed}")
    plant = plants()[code]
    return (plant(random, language) for _ in range(count))
