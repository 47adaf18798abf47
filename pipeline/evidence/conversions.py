"""Amounts restated in another currency, and the exchange rate that each pair implies.

In: the corpus and a document. Out: a `Conversion` for every pair of different currencies whose numbers
are single and above zero. Judgements:
- The amount outside the brackets is taken as exact, the conversion as rounded at its last digit that
  is not zero, so the rate is known to half of that; one in words to half of one, or 5 %.
- A number in brackets restates the one before only when nothing else is said of it there (약, 한화,
  about): ``100억 달러(영업이익 2조원)`` is no conversion.
- The reference is the last rate known the day before publication. Without one, or without a date,
  only the range of rates of the last years is known, and only magnitudes can be judged; of a
  currency that halved in these years, nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import only_cues
from pipeline.evidence.finding import Part, parts
from pipeline.evidence.tolerance import MOST_SHARE, ROUNDED_SHARE, WORD_STEP, Interval, positive, power_of_ten, stated
from pipeline.evidence.wording import shown
from pipeline.rates import SOURCE, Rate, extremes, last_known
from pipeline.tables import Row

MONEY = "money"
STEADY = 2


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount, what it is restated as, and the reference known on the document's day."""

    original: Row
    restated: Row
    reference: Rate | None
    known: Interval | None

    @property
    def implied(self) -> Decimal:
        """Units of the second currency per unit of the first, as stated."""
        return stated(self.restated) / stated(self.original)

    @property
    def rounding(self) -> Decimal:
        """How much of the rate the rounding of the conversion explains, as a share."""
        number, step = stated(self.restated), self.restated["resolution_coarse"]
        return step / 2 / number if step else max(MOST_SHARE, WORD_STEP / 2 / number)

    @property
    def rates(self) -> Interval:
        """Every rate that the printed conversion allows."""
        return Interval(self.implied, self.implied).wider(self.rounding)

    @property
    def pair(self) -> str:
        return f"{self.restated['unit']} per {self.original['unit']}"

    @property
    def power(self) -> int:
        """The power of ten by which the conversion is off; 0 when none explains it."""
        if self.known is None or self.rates.meets(self.known):
            return 0
        middle = self.reference.value if self.reference else (self.known.low + self.known.high) / 2
        power = power_of_ten(self.implied / middle)
        return next((p for p in (power, power - 1, power + 1) if p and self.fits(p)), 0)

    def fits(self, power: int) -> bool:
        """The rate is a known one once that many powers of ten are taken away."""
        rate = self.implied.scaleb(-power)
        return Interval(rate, rate).wider(min(self.rounding, ROUNDED_SHARE)).meets(self.known)

    def parts(self, corpus: Corpus) -> tuple[Part, ...]:
        """The two amounts as parts of a finding."""
        return parts({"original": self.original, "conversion": self.restated}, corpus)

    @property
    def basis(self) -> str:
        """Where the reference comes from."""
        if self.reference:
            return f"{SOURCE} of {self.reference.day}, the last known the day before publication"
        return f"range of the {SOURCE}s of the last years, widened by the band"

    @property
    def expected(self) -> str:
        """The reference in words."""
        if self.reference:
            return f"{shown(self.reference.value)} {self.pair}"
        return f"{shown(self.known.low)} to {shown(self.known.high)} {self.pair}"

    @property
    def told(self) -> str:
        """The pair and its rate, for messages."""
        return (
            f"{self.original['surface']} restated as {self.restated['surface']} implies "
            f"{shown(self.implied)} {self.pair}"
        )


def conversions(corpus: Corpus, doc_id: str) -> tuple[Conversion, ...]:
    """The conversions between currencies of a document, in reading order."""
    return tuple(
        _conversion(corpus, original, restated)
        for original, restated in corpus.conversions(doc_id)
        if _comparable(original, restated) and not _in_a_list(corpus, restated) and restates(corpus, original, restated)
    )


def _comparable(original: Row, restated: Row) -> bool:
    return (
        original["kind"] == restated["kind"] == MONEY
        and None not in (original["unit"], restated["unit"])
        and original["unit"] != restated["unit"]
        and original["per"] in (None, restated["per"])
        and positive(stated(original), stated(restated))
    )


def _in_a_list(corpus: Corpus, restated: Row) -> bool:
    """Another amount of the currency follows in the brackets: several amounts are restated at once."""
    rows = corpus.of("quantities", restated["doc_id"])
    later = next((row for row in rows if row["start"] >= restated["end"]), None)
    return later is not None and later["unit"] == restated["unit"] and corpus.between(restated, later).strip() == ","


def restates(corpus: Corpus, original: Row, restated: Row) -> bool:
    """Nothing between the two says that the second is another number."""
    return only_cues(corpus.language(original["doc_id"]), "restating", corpus.between(original, restated))


def _conversion(corpus: Corpus, original: Row, restated: Row) -> Conversion:
    published = corpus.published(original["doc_id"])
    currencies = original["unit"], restated["unit"]
    reference = last_known(*currencies, published)
    if reference:
        near = Interval(reference.value, reference.value).wider(corpus.parameters.fx_magnitude_band)
        return Conversion(original, restated, reference, near)
    ends = extremes(*currencies, published, corpus.parameters.fx_years)
    steady = ends is not None and ends[1] < ends[0] * STEADY
    known = Interval(*ends).wider(corpus.parameters.fx_band) if steady else None
    return Conversion(original, restated, None, known)
