"""Texts made of the words of the tables, for tests that nothing which the tables can spell makes a reader fail.

A date is drawn from a row of ``date_forms``: a string of kinds that its pattern takes, and for every kind a spelling
of ``date_words``, ``date_amounts`` or ``date_units``, or digits. A number is a run of surfaces of the tables of
quantities. All draws come from the `Random` that is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import product
from random import Random
from types import MappingProxyType

from pipeline.dates.lexicon import lexicon
from pipeline.languages import table

NUMERIC = (
    "2024-12-26", "2024.02.30", "12/20", "13/13", "1/2/03", "24.12.26", "26-12-2024", "20241226", "2-29", "99.99.99",
)  # fmt: skip
WEEKS = ("2016-w31", "1999w5")
QUARTERS = ("3Q24", "1Q'99", "2024Q4", "2016-17", "1999-00", "2099-2100", "4Q 2023")
YEARS = ("2024", "'24", "1000", "2999", "nineteen ninety", "2024-2018", "2018~20")
OTHERS = ("nd", "1-2", "0", "31", "7~9", "8, 9", "30-31", "99", "(현지시간)", "(local time)")
TABLES = (
    "numerals", "units", "bounds", "currencies", "currency_signs", "counters", "counted", "per", "denominators",
    "number_words", "range_frames", "lookalikes", "dollars", "relations", "wholes",
)  # fmt: skip
SPELLED = ("surface", "opening", "middle", "closings", "noun", "word")
DIGITS = ("0", "1", "12", "1,234", "5.50", "2.0", "1e9", "0.0000000001", "9" * 40, "1/3", "½", "3:2", "１２", "-7", "②")
GLUE = ("", "", " ", " ", "-", "~", ",", "(", ")", "·", " to ", "에서 ", "/", "\n")


def kinds_of(pattern: str, stirred: Random) -> str:
    """A string of kinds that the pattern of a date form takes: every choice drawn, every repeat between its bounds."""
    drawn, end = _choice(pattern, 0, stirred)
    assert end == len(pattern), f"{pattern} is read up to {end}"
    return drawn


def _choice(pattern: str, place: int, stirred: Random) -> tuple[str, int]:
    """One of the alternatives from `place` on, and where the last of them ends."""
    drawn = [""]
    while place < len(pattern) and pattern[place] != ")":
        if pattern[place] == "|":
            drawn.append("")
            place += 1
            continue
        atom, behind = _atom(pattern, place, stirred)
        least, most, after = _repeat(pattern, behind)
        for _ in range(stirred.randint(least, most)):
            drawn[-1] += atom
            atom, _ = _atom(pattern, place, stirred)
        place = after
    return stirred.choice(drawn), place


def _atom(pattern: str, place: int, stirred: Random) -> tuple[str, int]:
    if pattern.startswith("(?:", place):
        drawn, end = _choice(pattern, place + 3, stirred)
        return drawn, end + 1
    if pattern[place] == "[":
        end = pattern.index("]", place)
        return stirred.choice(pattern[place + 1 : end]), end + 1
    escaped = pattern[place] == "\\"
    return pattern[place + escaped], place + escaped + 1


def _repeat(pattern: str, place: int) -> tuple[int, int, int]:
    """How often the atom before `place` stands, at least and at most, and where that is said to the end."""
    if pattern[place : place + 1] == "?":
        return 0, 1, place + 1
    if pattern[place : place + 1] != "{":
        return 1, 1, place
    end = pattern.index("}", place)
    least, most = pattern[place + 1 : end].split(",")
    return int(least), int(most), end + 1


@cache
def spellings(language: str) -> dict[str, tuple[str, ...]]:
    """Every kind of date word with all that the tables spell it with."""
    words, found = lexicon(language), defaultdict(list)
    spans = [surface for surface, rows in words.units.items() if any(row["unit"] for row in rows)]
    for surface, row in words.words.items():
        if "kind" in row:
            found[row["kind"]].append(surface)
        else:
            found["u"] += [surface] if row["unit"] else [f"{surface} {unit}" for unit in spans]
    for surface, rows in words.units.items():
        for row, blank in product(rows, ("", " ")):
            low, high = int(row["low"]), int(row["high"])
            numbers = (f"{low}", f"{high}", f"{(low + high) // 2}", f"{low}~{high}", f"{high}, {low}")
            found[row["kind"]] += [f"{number}{blank}{surface}" for number in numbers]
    found["#"] = [f"{amount}{lasting}" for amount, lasting in product(found["u"][-40:], words.durations or (" long",))]
    added = (("N", NUMERIC), ("Z", QUARTERS), ("Ž", WEEKS), ("Y", YEARS), ("D", OTHERS), ("z", OTHERS[-2:]), (".", "."))
    for kind, more in added:
        found[kind] += more
    return {kind: tuple(surfaces) for kind, surfaces in found.items()}


def date_of(kinds: str, language: str, stirred: Random, spelled: Mapping[str, str] = MappingProxyType({})) -> str:
    """The kinds spelled out, some as it is said; a blank stands between two words, mostly."""
    known = spellings(language)
    words = (spelled.get(kind) or stirred.choice(known[kind]) for kind in kinds)
    return "".join(word + stirred.choice((" ", " ", " ", "")) for word in words)


@cache
def fragments(language: str) -> tuple[str, ...]:
    """Every spelling of the tables that numbers are read with, and digits."""
    rows = (row for name in TABLES for row in table(language, name))
    return tuple(sorted({row[field] for row in rows for field in SPELLED if row.get(field)})) + DIGITS


def number_of(language: str, stirred: Random) -> str:
    """A few fragments in a row, digits among them."""
    pieces = fragments(language)
    drawn = (stirred.choice(stirred.choice((pieces, DIGITS))) for _ in range(stirred.randint(2, 7)))
    return "".join(piece + stirred.choice(GLUE) for piece in drawn)
