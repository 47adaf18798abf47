"""Years and days in words: ``nineteen ninety nine``, ``two thousand and eighteen``, ``May twenty one``.

In: tokens, among them numbers in words (kind n) with ``and`` or a hyphen between. Out: the same with every run of
them as one token: Y for a year, D for a day of the month; other runs stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.dates.tokens import Token

HUNDRED, THOUSAND = 100, 1000
CENTURIES = range(10, 22)
YEARS = range(1000, 2200)
LAST_DAY = 31
RUN = "n&g"


def spelled(tokens: list[Token]) -> list[Token]:
    """The tokens with years and days in words read."""
    if not any(token.kind == "n" for token in tokens):
        return tokens
    found: list[Token] = []
    for in_words, run in groupby(tokens, key=lambda token: token.kind in RUN):
        run = list(run)
        found += _read(run) if in_words else run
    return found


def _read(run: list[Token]) -> list[Token]:
    numbers = [token for token in run if token.kind == "n"]
    if not numbers or run[0].kind != "n" or run[-1].kind != "n":
        return run
    value = _value([number.value for number in numbers])
    kind = "Y" if value in YEARS else "D" if 0 < value <= LAST_DAY else ""
    return [Token(run[0].start, run[-1].end, kind, value)] if kind else run


def _value(numbers: Sequence[int]) -> int:
    """The number that the words make, read as a year in two halves where they stand so."""
    if THOUSAND in numbers or HUNDRED in numbers:
        return _sum(numbers)
    if len(numbers) > 1 and numbers[0] in CENTURIES and (numbers[1] >= 10 or numbers[1] == 0):
        return numbers[0] * HUNDRED + sum(numbers[1:])
    return sum(numbers)


def _sum(numbers: Sequence[int]) -> int:
    total = current = 0
    for number in numbers:
        if number == THOUSAND:
            total, current = (current or 1) * THOUSAND, 0
        elif number == HUNDRED:
            current *= HUNDRED
        else:
            current += number
    return total + current
