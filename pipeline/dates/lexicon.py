"""A language's date words, as the scanner wants them: read once from its tables, never written down here.

In: the tables ``date_words``, ``date_units``, ``date_amounts``, ``date_neighbours``, ``date_joiners``,
``date_orders`` and ``date_starters`` of a language folder. Out: a `Lexicon`. In every table ``_`` stands for a
blank that may be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import re2

from pipeline.languages import table

Row = dict[str, str]
OPTIONS = re2.Options()
OPTIONS.max_mem = 64 << 20  # the starters hold every word that a date may begin with

# A field of the lexicon and its role in the table date_neighbours: spellings in order, and as a set.
LISTED = {
    "particles": "particle", "durations": "duration", "streaks": "streak", "ahead": "ahead", "behind": "behind",
    "final": "final", "report": "report", "past": "past", "quoting": "quoting", "early": "early",
    "holding": "holding", "eve": "eve", "changed": "changed", "comparing": "comparing", "against": "against",
    "measured": "measured", "running": "running", "so_far": "so_far", "rules": "rule",
    "lasting": "lasting", "topics": "topic", "predicates": "predicate", "clock": "clock",
    "eras": "era", "clock_notes": "clock_note", "at": "at", "not_in_year": "not_in_year", "glued": "glued",
}  # fmt: skip
SETS = {
    "prepositions": "preposition", "month_prepositions": "month", "dating": "dating", "closing": "closing",
    "forward": "forward", "perhaps": "perhaps", "backward": "backward", "leaning": "leaning", "levels": "level",
    "feast": "feast", "going_on": "going_on", "spanning": "spanning", "homographs": "homograph", "named": "named",
    "numbered": "numbered", "counted": "counted", "elsewhere": "elsewhere", "belonging": "belonging",
    "opening": "opening", "games": "game", "contests": "contest", "own_years": "own_year", "business": "business",
    "records": "record", "possessives": "possessive", "shows": "show", "errands": "errand", "stays": "stay",
    "again": "again",
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Surface to row for words, units after digits and amounts; and what may stand beside a date.

    The lengths say, for a first letter, how long the surfaces that start with it are, longest first.
    """

    words: dict[str, Row]
    units: dict[str, tuple[Row, ...]]
    word_lengths: dict[str, tuple[int, ...]]
    unit_lengths: dict[str, tuple[int, ...]]
    particles: tuple[str, ...]
    durations: tuple[str, ...]
    streaks: tuple[str, ...]
    before: dict[str, tuple[str, ...]]
    prepositions: frozenset[str]
    month_prepositions: frozenset[str]
    dating: frozenset[str]
    closing: frozenset[str]
    forward: frozenset[str]
    perhaps: frozenset[str]
    backward: frozenset[str]
    ahead: tuple[str, ...]
    behind: tuple[str, ...]
    final: tuple[str, ...]
    report: tuple[str, ...]
    past: tuple[str, ...]
    quoting: tuple[str, ...]
    leaning: frozenset[str]
    levels: frozenset[str]
    early: tuple[str, ...]
    holding: tuple[str, ...]
    eve: tuple[str, ...]
    feast: frozenset[str]
    going_on: frozenset[str]
    changed: tuple[str, ...]
    comparing: tuple[str, ...]
    against: tuple[str, ...]
    spanning: frozenset[str]
    vague: tuple[str, ...]
    measured: tuple[str, ...]
    running: tuple[str, ...]
    so_far: tuple[str, ...]
    homographs: frozenset[str]
    named: frozenset[str]
    numbered: frozenset[str]
    rules: tuple[str, ...]
    lasting: tuple[str, ...]
    topics: tuple[str, ...]
    predicates: tuple[str, ...]
    clock: tuple[str, ...]
    eras: tuple[str, ...]
    clock_notes: tuple[str, ...]
    at: tuple[str, ...]
    not_in_year: tuple[str, ...]
    glued: tuple[str, ...]
    elsewhere: frozenset[str]
    belonging: frozenset[str]
    opening: frozenset[str]
    counted: frozenset[str]
    games: frozenset[str]
    contests: frozenset[str]
    own_years: frozenset[str]
    business: frozenset[str]
    records: frozenset[str]
    possessives: frozenset[str]
    shows: frozenset[str]
    errands: frozenset[str]
    stays: frozenset[str]
    again: frozenset[str]
    joiners: dict[str, tuple[Row, ...]]
    joining: tuple[str, ...]
    orders: tuple[str, ...]
    starter: object


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language code; KeyError or FileNotFoundError for what the language lacks."""
    words = _by_surface(table(code, "date_words")) | _by_surface(table(code, "date_amounts"))
    units = _units(table(code, "date_units"))
    joiners = _joiners(table(code, "date_joiners"))
    near = table(code, "date_neighbours")
    return Lexicon(
        words=words,
        units=units,
        word_lengths=_lengths(words),
        unit_lengths=_lengths(units),
        before=_by_last_letter(_neighbours(near, "before")),
        vague=tuple(surface for surface, row in words.items() if row.get("value", "").endswith(" vague")),
        joiners=joiners,
        joining=tuple(joiners),
        orders=tuple(row["order"] for row in table(code, "date_orders")),
        starter=re2.compile(_starter(table(code, "date_starters"), words, units), OPTIONS),
        **{field: _neighbours(near, role) for field, role in LISTED.items()},
        **{field: frozenset(_neighbours(near, role)) for field, role in SETS.items()},
    )


def _spellings(surface: str) -> Iterator[str]:
    """The surface with every optional blank missing or there."""
    head, blank, rest = surface.partition("_")
    if not blank:
        yield surface
        return
    for tail in _spellings(rest):
        yield head + tail
        yield f"{head} {tail}"


def _by_surface(rows: Iterable[Row]) -> dict[str, Row]:
    return {spelling: row for row in rows for spelling in _spellings(row["surface"])}


def _units(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    """Every spelling of a unit with its rows in the table's order: the first that fits the number counts."""
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        for spelling in _spellings(row["surface"]):
            found[spelling] = (*found.get(spelling, ()), row)
    return found


def _lengths(surfaces: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for surface in surfaces:
        found.setdefault(surface[:1], set()).add(len(surface))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _neighbours(rows: Iterable[Row], role: str) -> tuple[str, ...]:
    return tuple(spelling for row in rows if row["role"] == role for spelling in _spellings(row["surface"]))


def _by_last_letter(surfaces: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    letters = {surface[-1] for surface in surfaces}
    return {letter: tuple(surface for surface in surfaces if surface[-1] == letter) for letter in letters}


def _joiners(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    """Every joiner without blanks, the longest first, with its rows in the table's order."""
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        surface = row["surface"].replace("_", " ").strip()
        found[surface] = (*found.get(surface, ()), row)
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _starter(rows: Iterable[Row], words: dict[str, Row], units: dict[str, tuple[Row, ...]]) -> str:
    """The pattern of every place where a date may begin, without groups."""
    return "|".join(_filled(row["pattern"], words, units) for row in rows)


def _filled(pattern: str, words: dict[str, Row], units: dict[str, tuple[Row, ...]]) -> str:
    chosen = {
        "start": [surface for surface, row in words.items() if row.get("starts") in ("yes", "weak")],
        "many": [surface for surface, row in words.items() if "many" in row and not row["unit"]],
        "n": [surface for surface, row in words.items() if row.get("alone") == "yes" or row.get("kind") == "n"],
        "amount": [surface for surface, row in words.items() if row.get("unit")],
        "unit": [surface for surface in units if surface],
        "span": [surface for surface, rows in units.items() if any(row["unit"] for row in rows)],
    }
    for kind in {row["kind"] for row in words.values() if "kind" in row} - {"n"}:
        chosen[kind] = [surface for surface, row in words.items() if row.get("kind") == kind]
    for name, surfaces in chosen.items():
        if f"{{{name}}}" in pattern:
            pattern = pattern.replace(f"{{{name}}}", _any(surfaces))
    return pattern


def _any(surfaces: Iterable[str]) -> str:
    longest_first = sorted(surfaces, key=lambda surface: (-len(surface), surface))
    return f"(?:{'|'.join(re2.escape(surface) for surface in longest_first)})"
