"""Exchange rates: the last reference rate known before a day, and the range of rates over years.

In: ``seeds/reference/exchange_rates.csv`` (the ECB's euro reference rates since 1999, see `export`).
Out: rates between any two of its 42 currencies, crossed through the euro on the same day. Judgements:
- Only days strictly before the publication count; nothing is interpolated and no later rate is used.
- A rate older than ten days (the ECB's longest pause is five) is none: a currency that is no longer
  quoted, or a document later than the history, must not be judged by an old rate.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from pipeline.reference import FOLDER

SOURCE = "ECB reference rate"
EURO = "EUR"
STALE_AFTER = timedelta(days=10)
DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of one currency per unit of another, on the day it was fixed."""

    value: Decimal
    day: date


def currencies() -> tuple[str, ...]:
    """ISO 4217 codes with a history, in alphabetical order."""
    return tuple(sorted([EURO, *(_table().keys() - {"day"})]))


def last_known(base: str, quote: str, published: date | None) -> Rate | None:
    """Units of `quote` per unit of `base`, the last one fixed before `published`; None without one."""
    series = _crossed(base, quote) if published else ()
    place = bisect_left(series, (published,)) - 1
    if place < 0 or published - series[place][0] > STALE_AFTER:
        return None
    day, value = series[place]
    return Rate(value, day)


def extremes(base: str, quote: str, published: date | None, years: int) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest rate in the `years` before `published`, or before the history's end; else None."""
    series = _crossed(base, quote)
    if not series:
        return None
    end = published or _days()[-1] + timedelta(days=1)
    start = date.fromordinal(max(1, end.toordinal() - DAYS_A_YEAR * years))
    window = series[bisect_left(series, (start,)) : bisect_left(series, (end,))]
    values = [value for _, value in window]
    return (min(values), max(values)) if values else None


@cache
def _table() -> dict[str, list[str]]:
    """Column to its cells from the oldest day to the latest, as printed."""
    lines = (FOLDER / "exchange_rates.csv").read_text(encoding="utf-8").splitlines()
    return {name: cells for name, *cells in zip(*(line.split(",") for line in lines))}


@cache
def _days() -> tuple[date, ...]:
    return tuple(date.fromisoformat(cell) for cell in _table()["day"])


@cache
def _per_euro(currency: str) -> dict[date, Decimal]:
    cells = _table().get(currency, ()) if currency != "day" else ()
    return {day: Decimal(cell) for day, cell in zip(_days(), cells) if cell and Decimal(cell)}


@cache
def _crossed(base: str, quote: str) -> tuple[tuple[date, Decimal], ...]:
    """Every day on which both currencies were fixed, oldest first."""
    if base == quote:
        return ()
    one = dict.fromkeys(_days(), Decimal(1))
    bases = one if base == EURO else _per_euro(base)
    quotes = one if quote == EURO else _per_euro(quote)
    return tuple((day, quotes[day] / rate) for day, rate in bases.items() if day in quotes)
