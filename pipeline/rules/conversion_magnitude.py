"""A conversion is off by a power of ten.

What it checks: an amount and its restatement in another currency (``5000만 달러(735조1000억 원)``) imply an
exchange rate; it is compared with the ECB reference rate known the day before publication.

Why it matters: 만 for 억, million for billion is the costliest slip there is: the number is wrong by
ten thousand, and reads just as well.

How it decides: the implied rate, divided by some power of ten other than 1, lies within
``fx_magnitude_band`` (10 %) of the reference, or, where no date or no rate is known, within the range of
rates of the last ``fx_years`` (5) years widened by ``fx_band`` (3 %). Both repairs are offered, each
checked to fit: first the one that another document supports, else the one that rescales the amount
outside the brackets, from which the conversion was computed.

Known limits: two slips at once, currencies without a reference rate (VND, TWD), ranges.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pipeline.evidence.conversions import Conversion, conversions
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Rule, Silent
from pipeline.evidence.tolerance import printed, stated
from pipeline.evidence.wording import factor, shown
from pipeline.tables import Row
from pipeline.writing import write_like

MOST_COMPARED = 200


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every conversion that a power of ten repairs."""
    for doc_id in corpus.documents:
        for pair in conversions(corpus, doc_id):
            if pair.power:
                yield _finding(corpus, pair)


def _finding(corpus: Corpus, pair: Conversion) -> Finding:
    outside = (pair.original, stated(pair.original).scaleb(pair.power))
    inside = (pair.restated, stated(pair.restated).scaleb(-pair.power))
    supports = {id(repair): _supporting(corpus, pair.original, repair) for repair in (outside, inside)}
    repairs = sorted((outside, inside), key=lambda repair: -len(supports[id(repair)]))
    written = [surface for repair in repairs if (surface := write_like(repair[0]["surface"], repair[1]))]
    far = f"{factor(pair.power)} times too {'high' if pair.power > 0 else 'low'}"
    fit = f"; {written[0]} fits ({shown(pair.implied.scaleb(-pair.power))})" if written else ""
    return Finding(
        parts=pair.parts(corpus),
        stated=f"{shown(pair.implied)} {pair.pair}",
        expected=pair.expected,
        deviation=_deviation(pair),
        basis=f"{pair.basis}; off by {factor(pair.power)} times, the rest within the band",
        message=f"{pair.told}, {far} for {pair.expected}{fit}{_told(len(supports[id(repairs[0])])) if written else ''}",
        suggestion=written[0] if written else None,
        alternatives=tuple(written[1:]),
    )


def _told(support: int) -> str:
    """What else in the corpus supports the repair, in words."""
    if not support:
        return ""
    return (
        ", as 1 other document of the corpus states"
        if support == 1
        else f", as {support} other documents of the corpus state"
    )


def _deviation(pair: Conversion) -> str | None:
    if pair.reference is None:
        return f"{'×' if pair.power > 0 else '÷'}{factor(pair.power)}"
    ratio = pair.implied / pair.reference.value
    return f"×{ratio:,.0f}" if ratio > 1 else f"÷{1 / ratio:,.0f}"


def _supporting(corpus: Corpus, original: Row, repair: tuple[Row, Decimal]) -> set[str]:
    """Other documents whose claim of the same fact states the repaired amount."""
    row, amount = repair
    fact_id = corpus.fact_of(corpus.claim_of(original))
    quantities = (corpus.quantity_of(claim) for claim, _ in corpus.members(fact_id or "")[:MOST_COMPARED])
    return {
        other["doc_id"]
        for other in quantities
        if other
        and other["doc_id"] != row["doc_id"]
        and other["unit"] == row["unit"]
        and (near := printed(other))
        and near.holds(amount)
    }


RULE = Rule(
    code="CUR101",
    name="conversion-magnitude",
    severity="error",
    tolerance="the rate off by a power of ten, the rest within fx_magnitude_band of the reference",
    check=check,
    examples=(
        Fires(
            "ko",
            ("회사는 새 공장에 최대 5000만 달러(735조1000억 원)를 쓰기로 했다.",),
            ("5000만 달러", "735조1000억 원"),
            date(2025, 2, 5),
            "5000억 달러",
        ),
        Fires(
            "ko",
            ("보상금으로 3억 달러(약 433억원)를 내놓았다.",),
            ("3억 달러", "433억원"),
            date(2025, 2, 5),
            "3000만 달러",
        ),
        Fires("ko", ("매각 대금은 20억 유로(2900억 원)였다.",), ("20억 유로", "2900억 원"), None, "2억 유로"),
        Fires(
            "en",
            ("The bank lent the port 30 million euros ($31 billion) last week.",),
            ("30 million euros", "$31 billion"),
            date(2025, 2, 5),
            "30 billion euros",
        ),
        Fires(
            "en",
            ("The fine came to £2 billion ($2.5 million).",),
            ("£2 billion", "$2.5 million"),
            date(2025, 2, 5),
            "£2 million",
        ),
        Silent("ko", ("회사는 새 공장에 최대 5000만 달러(735억1000만 원)를 쓰기로 했다.",), date(2025, 2, 5)),
        Silent("ko", ("공장에 5000만 달러(약 600억 원)가 들었다.",), None),
        Silent("ko", ("매출은 100억 달러(영업이익 2조원)였다.",), date(2025, 2, 5)),
        Silent("en", ("The bank lent the port 30 million euros ($31 million) last week.",), date(2025, 2, 5)),
        Silent("en", ("The toll is 30 dong ($31 billion).",), date(2025, 2, 5)),
    ),
)
