"""The causes of a difference: ``causes.yaml``, read once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent
LISTS = ("paths", "tables")


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that may have changed: what lies under its paths, or what its tables come from."""

    cause: str
    name: str
    paths: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()


@cache
def causes() -> tuple[Cause, ...]:
    """Every cause, in the order in which they are told apart."""
    told = yaml.safe_load((HERE / "causes.yaml").read_text(encoding="utf-8"))
    return tuple(Cause(one["cause"], one["name"], *(tuple(one.get(key, ())) for key in LISTS)) for one in told)


@cache
def tables() -> tuple[str, ...]:
    """The tables that are compared: those that the causes name."""
    return tuple(table for one in causes() for table in one.tables)


@cache
def behind(table: str) -> tuple[str, ...]:
    """The causes that a table can have: none that only later tables come from."""
    last = next(place for place, one in enumerate(causes()) if table in one.tables)
    return tuple(one.cause for one in causes()[: last + 1])


def named(group: Collection[str], joint: str) -> str:
    """Causes in words: ``source and reference data``."""
    return f" {joint} ".join(one.name for one in causes() if one.cause in group)


def said(step: Collection[str]) -> str:
    """What changed in a step: ``source changed``; one of several where they could not be told apart."""
    return f"{named(step, 'or')} changed"
