"""Two conversions of one document imply different exchange rates.

What it checks: all conversions between the same two currencies in a document against one another; no
reference rate is needed, so it works without a date.

Why it matters: one of the two was computed wrongly, or taken over from another day's report.

How it decides: the lowest and the highest implied rate of the document, each widened by half of the
conversion's last digit that is not zero, are more than ``fx_band`` (3 %) apart. Conversions that are off
by a power of ten (CUR101) or off by more than half are left out, and so are amounts that they or their sentences
date to different years.

Known limits: amounts of different times whose dates the text leaves out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pipeline.evidence.conversions import Conversion, conversions
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Rule, Silent
from pipeline.evidence.tolerance import percent
from pipeline.evidence.wording import shown

OFF_AT_MOST = Decimal(2)


def check(corpus: Corpus) -> Iterator[Finding]:
    """At most one finding for each pair of currencies and year of a document."""
    for doc_id in corpus.documents:
        groups: dict[tuple[str, int | None], list[Conversion]] = defaultdict(list)
        for pair in conversions(corpus, doc_id):
            if not pair.power:
                groups[(pair.pair, _year(corpus, pair))].append(pair)
        for pairs in groups.values():
            yield from _compared(corpus, pairs)


def _year(corpus: Corpus, pair: Conversion) -> int | None:
    """The year that the amount is of: that of the nearest date in its sentence, else its claim's."""
    claim, row = corpus.claim_of(pair.original), pair.original
    beside = (day for day in corpus.of("dates", row["doc_id"]) if day["sentence_id"] == row["sentence_id"])
    nearest = min(
        (day for day in beside if day["date_start"]),
        key=lambda day: abs(day["start"] - pair.restated["end"]),
        default=claim and {"date_start": claim["as_of_start"]},
    )
    return nearest["date_start"].year if nearest and nearest["date_start"] else None


def _compared(corpus: Corpus, pairs: list[Conversion]) -> Iterator[Finding]:
    low = min(pairs, key=lambda pair: (pair.rates.high, pair.original["start"]))
    high = max(pairs, key=lambda pair: (pair.rates.low, -pair.original["start"]))
    apart = high.rates.low / low.rates.high - 1
    if apart > corpus.parameters.fx_band and high.implied / low.implied < OFF_AT_MOST:
        yield _finding(corpus, low, high)


def _finding(corpus: Corpus, low: Conversion, high: Conversion) -> Finding:
    first, second = sorted((low, high), key=lambda pair: pair.original["start"])
    compared = [pair.parts(corpus) for pair in (second, first)]
    off = high.implied / low.implied - 1
    band = percent(corpus.parameters.fx_band)
    limits = f"roundings explain at most {percent(low.rounding + high.rounding)} %, the band is {band} %"
    return Finding(
        parts=compared[0][::-1] + compared[1],
        stated=f"{shown(second.implied)} {second.pair}",
        expected=f"{shown(first.implied)} {first.pair}",
        deviation=f"{(second.implied / first.implied - 1) * 100:+.1f} %",
        basis=f"the two conversions compared with each other; {limits}",
        message=(
            f"{second.told}, {first.original['surface']} restated as {first.restated['surface']} "
            f"{shown(first.implied)}: {percent(off)} % apart; {limits}"
        ),
    )


RULE = Rule(
    code="CUR103",
    name="conversion-inconsistent",
    severity="warning",
    tolerance="half of either conversion's last digit that is not zero, and fx_band",
    check=check,
    examples=(
        Fires(
            "ko",
            ("본사는 2억 달러(2800억원)를, 지사는 3억 달러(3900억원)를 냈다.",),
            ("2억 달러", "2800억원", "3억 달러", "3900억원"),
        ),
        Fires(
            "en",
            ("Berlin gave 50 million euros ($52 million) and Paris 80 million euros ($91 million).",),
            ("50 million euros", "$52 million", "80 million euros", "$91 million"),
        ),
        Silent("ko", ("본사는 2억 달러(2800억원)를, 지사는 3억 달러(4200억원)를 냈다.",)),
        Silent("ko", ("본사는 2억 달러(2800억원)를, 지사는 3억 달러(42억원)를 냈다.",), date(2025, 2, 5)),
        Silent("en", ("It turned a loss of 684bn yen ($6.4bn) in 2000 into a profit of 331bn yen ($2.7bn) in 2002.",)),
        Silent(
            "en", ("In 2015 it paid 50 million euros ($54 million). In 2020 it paid 80 million euros ($91 million).",)
        ),
        Silent(
            "en",
            ("Berlin gave 50 million euros ($52 million) and Paris 80 million euros ($80 million).",),
        ),
        Silent(
            "en",
            ("Berlin gave 50 million euros ($52 million) and Paris 80 million pounds ($100 million).",),
        ),
    ),
)
