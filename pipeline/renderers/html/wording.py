"""How values are told to people: amounts, periods, names of columns and rules.

Amounts are exact: digits grouped by thousands, nothing rounded. Text from documents is returned as it
is; the templates escape it.
"""

from __future__ import annotations

import hashlib
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.tables import Row

BEFORE = {"lt": "under ", "le": "at most ", "gt": "over ", "ge": "at least ", "approx": "about "}
SLUG_LENGTH = 40
NOBREAK = "\u00a0"


def amount(value: Decimal | None) -> str:
    """`1234567.500000000` as `1,234,567.5`."""
    if value is None:
        return ""
    told = f"{value:,f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def reading(row: Row) -> str:
    """What a quantity or claim states, in words and digits: `at most 50,000,000 USD`."""
    if row["low"] is None and row["high"] is None:
        return "not readable"
    bound = row.get("bound", "eq")
    hedge = "about " if row.get("approximate") and bound != "approx" else ""
    return f"{BEFORE.get(bound, '')}{hedge}{interval(row)}"


def interval(row: Row) -> str:
    """The two ends with their unit; one number when they are equal or one is open."""
    low, high = row["low"], row["high"]
    ends = [amount(end) for end in dict.fromkeys((low, high)) if end is not None]
    told = " to ".join(ends)
    unit = f"{NOBREAK}{row['unit']}" if row["unit"] else ""
    return f"{told}{unit}" + (f" per {row['per']}" if row.get("per") else "")


def agreed(fact: Row) -> str:
    """What the agreeing claims of a fact have in common."""
    if fact["low"] is None and fact["high"] is None:
        return "no common value"
    if fact["low"] is None:
        return f"at most {interval(fact)}"
    if fact["high"] is None:
        return f"at least {interval(fact)}"
    return interval(fact)


def period(first: date | None, last: date | None, label: str | None = None) -> str:
    """A day, months, years, or first to last day; the company's own label wins; empty for none."""
    if label:
        return label
    if first is None or last is None:
        return ""
    if first == last:
        return first.isoformat()
    told = [_shortest(first, last, length) for length in ("%Y", "%Y-%m")]
    return next(filter(None, told), f"{first.isoformat()} to {last.isoformat()}")


def _shortest(first: date, last: date, length: str) -> str:
    """Whole years as `2024` or `2019 to 2024`, whole months as `2024-11`; empty where they are not whole."""
    months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    years = (first.month, last.month) == (1, 12)
    if not months or (length == "%Y" and not years):
        return ""
    return " to ".join(dict.fromkeys(end.strftime(length) for end in (first, last)))


def words(name: str | None) -> str:
    """`training_cost` as `training cost`."""
    return "" if name is None else name.replace("_", " ")


def counted(count: int, noun: str) -> str:
    """`1 claim`, `1,200 claims`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def expected(name: str) -> str:
    """An expectation in words: `expect_column_values_to_be_in_set ko, en` as `column values to be in set: ko, en`."""
    told, _, details = name.partition(" ")
    return words(told.removeprefix("expect_")) + (f": {details}" if details else "")


def topic(row: Row) -> str:
    """What a claim or fact is about: subject, metric, object."""
    aspect = "" if row["aspect"] == "level" else f", {row['aspect']}"
    other = f" → {row['object']}" if row["object"] else ""
    return f"{row['subject'] or 'unnamed'}: {words(row['metric'])}{aspect}{other}"


def short(text: str | None, length: int = 120) -> str:
    """The first characters, with an ellipsis where something is left out."""
    told = " ".join((text or "").split())
    return told if len(told) <= length else told[: length - 1].rstrip() + "…"


def heading(document: Row) -> str:
    """What a document is called: its title, else its id."""
    return short(document["title"] or document["doc_id"])


def source(document: Row) -> str:
    """Whose reporting it is."""
    return short(document["source_publisher"] or document["publisher"] or "unknown publisher", 80)


def slug(doc_id: str) -> str:
    """A file name for a document: readable, safe on every system, unique."""
    plain = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in doc_id.lower())
    told = "-".join(plain.split())[:SLUG_LENGTH].strip("-")
    return "-".join(filter(None, (told, hashlib.blake2b(doc_id.encode(), digest_size=4).hexdigest())))


def score(value: Any) -> str:
    """A score between 0 and 1 with two digits; a dash where there was nothing to judge."""
    if value in (None, ""):
        return "–"
    return f"{float(value):.2f}"
