"""What is compared, in one form for truth and extraction.

In: lines of seeds/gold, and rows of quantities, dates and claims. Out: `Mention` values with the fields
that truth has. As-of periods become first and last day, or the fiscal label.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]
QUANTITY_FIELDS = ("kind", "unit", "low", "high", "bound")
CLAIM_FIELDS = ("metric", "aspect", "direction", "modality", "subject", "object", "attribution")
HALVES = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document and what is said about it."""

    doc_id: str
    start: int
    end: int
    surface: str
    fields: Mapping[str, Any]


def true_quantity(line: Row, doc_id: str) -> Mention:
    """A quantity as the truth has it."""
    said = {name: line[name] for name in (*QUANTITY_FIELDS, *CLAIM_FIELDS)}
    said |= {"low": _amount(line["low"]), "high": _amount(line["high"]), "as_of": period(line["as_of"])}
    return Mention(doc_id, line["start"], line["end"], line["surface"], said)


def true_date(line: Row) -> Mention:
    """A date as the truth has it."""
    said = {name: line[name] and date.fromisoformat(line[name]) for name in ("date_start", "date_end")}
    return Mention(line["id"], line["start"], line["end"], line["surface"], said)


def found_quantities(quantities: Iterable[Row], claims: Iterable[Row]) -> list[Mention]:
    """The extracted quantities with their claims' fields; without a claim those are null."""
    claimed = {claim["quantity_id"]: claim for claim in claims}
    return [_found(row, claimed.get(row["quantity_id"], {})) for row in quantities]


def _found(row: Row, claim: Row) -> Mention:
    said = {name: row[name] for name in QUANTITY_FIELDS} | {name: claim.get(name) for name in CLAIM_FIELDS}
    label, first, last = (claim.get(name) for name in ("as_of_label", "as_of_start", "as_of_end"))
    said["as_of"] = label or (first and (first, last))
    said["confidence"] = claim.get("confidence")
    return Mention(row["doc_id"], row["start"], row["end"], row["surface"], said)


def found_dates(rows: Iterable[Row]) -> list[Mention]:
    """The extracted dates."""
    return [
        Mention(
            row["doc_id"],
            row["start"],
            row["end"],
            row["surface"],
            {"date_start": row["date_start"], "date_end": row["date_end"]},
        )
        for row in rows
    ]


def period(written: str | None) -> tuple[date, date] | str | None:
    """First and last day of ``2024``, ``2024-11``, ``2025-Q4``, ``2019..2024-12-26``; a label as it is."""
    if written is None or written.startswith("FY"):
        return written
    first, _, last = written.partition("..")
    return _days(first)[0], _days(last or first)[1]


def _days(written: str) -> tuple[date, date]:
    year, _, rest = written.partition("-")
    if rest.count("-") == 1:
        return date.fromisoformat(written), date.fromisoformat(written)
    first, last = HALVES.get(rest) or ((int(rest), int(rest)) if rest else (1, 12))
    return date(int(year), first, 1), date(int(year), last, calendar.monthrange(int(year), last)[1])


def _amount(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)
