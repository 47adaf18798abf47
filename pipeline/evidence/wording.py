"""Numbers and names as an editor reads them: ``500 billion USD``, ``14,702,000 KRW per USD``, ``training cost``.

In: amounts, rows of quantities, ids of metrics and entities. Out: text on one line. Judgements: what is
stated is told exactly, with thousands separators, and from a million on with million, billion or
trillion where three decimals carry it; only computed numbers are rounded. An entity is called what
the language of the document calls it.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache

from pipeline.evidence.tolerance import stated
from pipeline.reference import table
from pipeline.tables import Row

SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
MOST_DECIMALS = 3
BOUNDS = {"lt": "under ", "le": "up to ", "gt": "over ", "ge": "at least ", "approx": "about "}
SMALL = Decimal("0.1")
LARGE = 10**6


def exact(number: Decimal) -> str:
    """Every digit of a number: 5,576,000 and 25.3."""
    return f"{number.normalize():,f}"


def in_words(number: Decimal) -> str:
    """The same number, shorter where a scale word says it exactly: 5.576 million."""
    for word, power in SCALES:
        scaled = number.scaleb(-power).normalize()
        if abs(scaled) >= 1 and -scaled.as_tuple().exponent <= MOST_DECIMALS:
            return f"{exact(scaled)} {word}"
    return exact(number)


def amount(quantity: Row) -> str:
    """A quantity with its bound and unit: up to 500 billion USD."""
    number = stated(quantity)
    ends = f"{in_words(quantity['low'])} to {in_words(quantity['high'])}" if number is None else in_words(number)
    return with_unit(f"{BOUNDS.get(quantity['bound'], '')}{ends}", quantity["unit"])


def with_unit(number: str, unit: str | None) -> str:
    """A number that was told already, and its unit."""
    return f"{number} {unit or ''}".strip()


def shown(number: Decimal, places: int = 2) -> str:
    """A computed number: 14,702,000 and 1,455.45 and 2.69; two digits below a tenth."""
    if number == number.to_integral_value() or abs(number) >= LARGE:
        return f"{number.quantize(Decimal(1), ROUND_HALF_EVEN):,}"
    places = 1 - number.adjusted() if abs(number) < SMALL else places
    return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN):,f}"


def factor(power: int) -> str:
    """A power of ten as a number of times: 10,000."""
    return f"{10 ** abs(power):,}"


def metric_label(metric: str) -> str:
    """The metric in words: training cost."""
    return metric.replace("_", " ")


def entity_name(entity_id: str | None, language: str, otherwise: str | None) -> str | None:
    """What a language calls an entity; for one that the table does not know, what the text said."""
    return _names().get((entity_id, language)) or otherwise


@cache
def _names() -> dict[tuple[str, str], str]:
    rows = table("entities")
    return {(row["id"], code): row[f"name_{code}"] for row in rows for code in ("ko", "en") if row[f"name_{code}"]}
