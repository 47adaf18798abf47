"""A conversion implies an exchange rate that was not the day's.

What it checks: an amount and its restatement in another currency, against the ECB reference rate known
the day before publication.

Why it matters: a conversion at an old rate, or with a slipped digit, says another amount than its
source; readers take the converted one.

How it decides: the amount outside the brackets is taken as exact. It fires when the implied rate,
widened by half of the conversion's last digit that is not zero, is more than ``fx_band`` (3 %) away from
the reference. It stays silent without a date or a rate; where the document states the implied rate
itself; where dollars without a country are another country's (the document speaks of it, and the rate is that
one's); for what a thing costs in two markets (``$999 (£949)``); where the amount or its sentence is dated more
than a month before and the rate was usual in the year before that day; and when the rate is off by more than
half, which is another number rather than a conversion (powers of ten are CUR101's).

Known limits: a rate agreed in a contract, or the rate of a day that the text does not name.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import re2

from pipeline.evidence.conversions import Conversion, conversions
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Rule, Silent
from pipeline.evidence.tolerance import Interval, percent, significant, stated
from pipeline.evidence.wording import shown
from pipeline.languages import folders, table
from pipeline.rates import extremes, last_known
from pipeline.writing import write_like

OFF_AT_MOST = Decimal(2)
SAME_RATE = Decimal("0.005")
DOLLAR = "USD"
NAMED_DOLLARS = re2.compile(r"US|U[.]S[.]|미국|미화")
MOST_OF_A_PRICE = Decimal(10_000)
PRICED = re2.compile(r"9$|[.][459]5$")
A_MONTH = timedelta(days=31)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every conversion whose rate is out of the band."""
    for doc_id in corpus.documents:
        for pair in conversions(corpus, doc_id):
            if pair.reference and not pair.power and _off(corpus, pair) and not _explained(corpus, pair):
                yield _finding(corpus, pair)


def _off(corpus: Corpus, pair: Conversion) -> bool:
    reference = pair.reference.value
    band = Interval(reference, reference).wider(corpus.parameters.fx_band)
    return not pair.rates.meets(band) and 1 / OFF_AT_MOST < pair.implied / reference < OFF_AT_MOST


def _explained(corpus: Corpus, pair: Conversion) -> bool:
    """The document names the rate, or dates the amount to a time when the rate was usual."""
    usual = Interval(pair.implied, pair.implied).wider(SAME_RATE)
    if any(
        row["unit"] == pair.restated["unit"] and (number := stated(row)) is not None and usual.holds(number)
        for row in corpus.of("quantities", pair.original["doc_id"])
    ):
        return True
    return (
        _prices(pair)
        or _another_dollar(corpus, pair)
        or any(_usual_then(corpus, pair, then) for then in _long_before(corpus, pair))
    )


def _another_dollar(corpus: Corpus, pair: Conversion) -> bool:
    """The rate is that of another country's dollar, of which the document speaks and which its news writes like
    ours."""
    doc_id = pair.original["doc_id"]
    if pair.original["unit"] != DOLLAR or NAMED_DOLLARS.search(pair.original["surface"]):
        return False
    text, language = corpus.documents[doc_id]["text"], corpus.language(doc_id)
    rates = [
        last_known(unit, pair.restated["unit"], corpus.published(doc_id))
        for unit, words in _dollars(language)
        if words.search(text)
    ]
    band = corpus.parameters.fx_band
    return any(Interval(rate.value, rate.value).wider(band).meets(pair.rates) for rate in rates if rate)


@cache
def _dollars(language: str) -> tuple[tuple[str, re2._Regexp], ...]:
    """Every dollar but that of the United States, with the words that speak of its country."""
    rows = table(language, "dollars") if language in folders() else ()
    return tuple((row["currency"], re2.compile(row["word"])) for row in rows)


def _prices(pair: Conversion) -> bool:
    """What a thing costs in two markets: both amounts small and made to look so (``$999 (£949)``)."""
    numbers = stated(pair.original), stated(pair.restated)
    return all(number < MOST_OF_A_PRICE and PRICED.search(f"{number.normalize():f}") for number in numbers)


def _usual_then(corpus: Corpus, pair: Conversion, then: date) -> bool:
    """The rate lies within those of the year before that day."""
    ends = extremes(pair.original["unit"], pair.restated["unit"], then, 1)
    return ends is not None and Interval(*ends).wider(corpus.parameters.fx_band).meets(pair.rates)


def _long_before(corpus: Corpus, pair: Conversion) -> set[date]:
    """Days that the amount or its sentence is dated to, more than a month before the publication."""
    claim, doc_id = corpus.claim_of(pair.original), pair.original["doc_id"]
    beside = [row for row in corpus.of("dates", doc_id) if row["sentence_id"] == pair.original["sentence_id"]]
    days = [row["date_end"] for row in beside] + ([claim["as_of_end"] or claim["as_of_start"]] if claim else [])
    return {day for day in days if day and corpus.published(doc_id) - day > A_MONTH}


def _finding(corpus: Corpus, pair: Conversion) -> Finding:
    reference = pair.reference.value
    off = pair.implied / reference - 1
    expected = stated(pair.original) * reference
    amount = significant(expected, pair.restated)
    rounding, band = percent(pair.rounding), percent(corpus.parameters.fx_band)
    return Finding(
        parts=pair.parts(corpus),
        stated=f"{shown(pair.implied)} {pair.pair}",
        expected=pair.expected,
        deviation=f"{off * 100:+.1f} %",
        basis=f"{pair.basis}; rounding explains at most {rounding} %, the band is {band} %",
        message=(
            f"{pair.told}, against {shown(reference)} of {pair.reference.day}: off by {percent(abs(off))} %; "
            f"rounding explains at most {rounding} %, the band is {band} %"
        ),
        suggestion=write_like(pair.restated["surface"], amount),
    )


RULE = Rule(
    code="CUR102",
    name="conversion-rate",
    severity="warning",
    tolerance="half of the conversion's last digit that is not zero, and fx_band",
    check=check,
    examples=(
        Fires(
            "ko",
            ("투자자는 137억5000만 달러(약 18조9600억 원)를 넣었다.",),
            ("137억5000만 달러", "18조9600억 원"),
            date(2024, 12, 26),
        ),
        Fires(
            "en",
            ("The city will pay 200 million euros ($240 million) for the trams.",),
            ("200 million euros", "$240 million"),
            date(2025, 2, 5),
        ),
        Silent("ko", ("투자자는 137억5000만 달러(약 20조 원)를 넣었다.",), date(2024, 12, 26)),
        Silent("ko", ("투자자는 137억5000만 달러(약 18조9600억 원)를 넣었다.",), None),
        Silent(
            "ko",
            ("환율은 달러당 1379원으로 잡았다. 투자자는 137억5000만 달러(약 18조9600억 원)를 넣었다.",),
            date(2024, 12, 26),
        ),
        Silent(
            "en",
            ("The city will pay 200 million euros ($208 million) for the trams.",),
            date(2025, 2, 5),
        ),
        Fires(
            "en",
            ("The bank lent $50 million (£32 million) to the port.",),
            ("$50 million", "£32 million"),
            date(2025, 2, 5),
        ),
        Silent("en", ("The bank lent the port of Sydney $50 million (£25 million).",), date(2025, 2, 5)),
        Silent("ko", ("뉴질랜드의 한 가족은 식료품에 1천 달러(약 82만 원)를 쓴다.",), date(2025, 2, 5)),
        Silent("en", ("The phone costs $999 (£949).",), date(2025, 2, 5)),
        Silent("ko", ("전화기는 999달러(국내 출고가 155만원)다.",), date(2025, 2, 5)),
        Silent("en", ("It took in 200 million euros (a profit of $90 million).",), date(2025, 2, 5)),
    ),
)
