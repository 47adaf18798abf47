"""Amounts of money in US dollars, by the last reference rate known the day before publication.

In: a row of ``quantities`` and the document's publication day. Out: the columns ``low_usd``,
``high_usd``, ``fx_rate`` and ``fx_date`` of ``claims``; all null where no rate or no date is known.
Dollars are dollars at a rate of 1, which is of no day. Rounded half even to the nine decimals of an amount;
what does not fit an amount is null.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext

from pipeline.rates import last_known
from pipeline.tables import Row

DOLLAR = "USD"
PLACES = Decimal("1e-9")
LARGEST = Decimal("1e29")
DIGITS = 60


def in_dollars(quantity: Row, published: date | None) -> Row:
    """The four dollar columns of a claim."""
    if quantity["kind"] != "money":
        return {}
    if quantity["unit"] == DOLLAR:
        return {"low_usd": quantity["low"], "high_usd": quantity["high"], "fx_rate": Decimal(1)}
    rate = last_known(DOLLAR, quantity["unit"], published) if quantity["unit"] else None
    if rate is None:
        return {}
    return {
        "low_usd": _converted(quantity["low"], rate.value),
        "high_usd": _converted(quantity["high"], rate.value),
        "fx_rate": rate.value.quantize(PLACES),
        "fx_date": rate.day,
    }


def _converted(amount: Decimal | None, rate: Decimal) -> Decimal | None:
    """The amount at the rate; None where the contract's amounts have no room for it."""
    if amount is None:
        return None
    with localcontext(prec=DIGITS):
        converted = (amount / rate).quantize(PLACES)
    return converted if abs(converted) < LARGEST else None
