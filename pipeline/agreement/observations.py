"""A claim as something that can be compared: what it is about, when, and how wide its number is.

In: a row of ``claims`` with the row of its quantity and of its document. Out: an `Observation`, or
None for a claim that no fact is made of. Judgements:
- No fact is made of a claim without subject, without a metric of the table (``other``), without an
  amount, or one that is hypothetical, denied, restates or repeats another, or stands in a document
  whose text another one has already.
- A number is as wide as half a unit of its last printed digit to each side; hedged, half a unit of
  its last non-zero digit, and the band of "about" on top. Words (``half``) count as hedged.
- A range whose ends are inverted is read the right way round here; RNG101 reports it.
- A fall is a negative change, so that a rise and a fall of 3 % disagree.
- What a change is measured against is part of the key: on the year and on the month are two things.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.agreement.intervals import Span
from pipeline.agreement.measures import Measure, measure
from pipeline.tables import Row

GROUPS = {"reported": "reported", "planned": "expected", "forecast": "expected"}
MONEY = "money"
DOLLAR = "USD"
Key = tuple[str | None, ...]
Ends = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Observation:
    """One independent claim; amounts in its own unit, `low` None or `high` None where a bound is open."""

    claim: Row
    publisher: str | None
    key: Key
    object: str | None
    measure: Measure
    low: Decimal | None
    high: Decimal | None
    slack: Decimal
    room: Decimal

    @property
    def order(self) -> tuple[date, str]:
        """Earliest publication first, an unknown one last, then by id."""
        return self.claim["published_on"] or date.max, self.claim["claim_id"]

    @property
    def published(self) -> date | None:
        return self.claim["published_on"]

    @property
    def period(self) -> tuple[date, date] | None:
        """The days that the text itself says the number holds for."""
        start, end = self.claim["as_of_start"], self.claim["as_of_end"]
        return (start, end or start) if start else None

    @property
    def per_dollar(self) -> Decimal | None:
        """Units of its currency per US dollar; None where no rate is known."""
        return Decimal(1) if self.claim["unit"] == DOLLAR else self.claim["fx_rate"] or None


def observation(claim: Row, quantity: Row, document: Row, band: Decimal) -> Observation | None:
    """The claim as an observation; `band` is how far "about" reaches, as a share."""
    if not _counts(claim, document):
        return None
    low, high = _signed(claim)
    size = abs(low if low is not None else high)
    resolution = quantity["resolution_coarse" if claim["approximate"] else "resolution"] or Decimal(0)
    hedged = claim["approximate"] or claim["bound"] == "approx" or _in_words(claim, quantity)
    slack = resolution / 2 + (band * size if hedged else 0)
    room = quantity["resolution_coarse"] or band * size
    unit = measure(claim["kind"], claim["unit"])
    key = _key(claim, MONEY if claim["kind"] == MONEY else unit.dimension)
    return Observation(claim, document["source_publisher"], key, _name(claim, "object"), unit, low, high, slack, room)


def stated(seen: Observation, scale: Measure) -> Ends:
    """Both ends of the stated number on a scale."""
    low, high = (None if end is None else scale.scaled(end) for end in (seen.low, seen.high))
    return low, high


def span(seen: Observation, scale: Measure, band: Decimal) -> Span:
    """What the observation allows on a scale, `band` wider than its rounding as a share of its size."""
    low, high = stated(seen, scale)
    slack = seen.slack * scale.factor + band * abs(high if low is None else low)
    room = seen.room * scale.factor + slack
    if low is None:
        return Span(None, high + slack, high - room, high + slack)
    if high is None:
        return Span(low - slack, None, low - slack, low + room)
    return Span(low - slack, high + slack, low - slack, high + slack)


def _counts(claim: Row, document: Row) -> bool:
    return (
        claim["subject"] is not None
        and claim["metric"] != "other"
        and not (claim["low"] is None and claim["high"] is None)
        and claim["modality"] in GROUPS
        and claim["restates"] is None
        and claim["repeats"] is None
        and document["duplicate_of"] is None
    )


def _signed(claim: Row) -> Ends:
    """Low and high; a change downwards is negative however it is printed."""
    low, high = claim["low"], claim["high"]
    if claim["aspect"] == "change" and claim["direction"] == "down":
        low, high = (None if end is None else -abs(end) for end in (high, low))
    return (high, low) if None not in (low, high) and low > high else (low, high)


def _in_words(claim: Row, quantity: Row) -> bool:
    return quantity["resolution"] is None and claim["low"] == claim["high"]


def _key(claim: Row, dimension: str) -> Key:
    """Everything but the object and the time; base dates only matter to a change."""
    base = (claim["base_start"], claim["base_end"]) if claim["aspect"] == "change" else (None, None)
    return (
        _name(claim, "subject"),
        claim["metric"],
        claim["aspect"],
        dimension,
        claim["per"],
        claim["qualifier"],
        GROUPS[claim["modality"]],
        *(None if day is None else day.isoformat() for day in base),
    )


def _name(claim: Row, role: str) -> str | None:
    """The entity's id, else the name without case, spaces and punctuation."""
    if claim[f"{role}_id"] or claim[role] is None:
        return claim[f"{role}_id"]
    folded = unicodedata.normalize("NFKC", claim[role]).casefold()
    return "".join(letter for letter in folded if letter.isalnum()) or claim[role]
