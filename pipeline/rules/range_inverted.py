"""A range runs from the larger number to the smaller.

What it checks: ranges such as ``10~5%`` or ``$500-$100``.

Why it matters: one end is mistyped, or a scale word is missing from one of them (``9000~1만``).

How it decides: the lower end, as written first, is above the upper end. Only sizes have an order: a fall
(``10%에서 5%로``, from 10 to 5), a result (``55% to 52%``, ``4-3``), frost (``영하 10~5도``), ages, ranks and times
(``10~5년 전``) do not, and bare numbers (``2013~14``) may be seasons or pages.

Known limits: ranges that the extractor does not read as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.wording import amount
from pipeline.tables import Row


ORDERED = frozenset(
    ("money", "percent", "multiple", "count", "mass", "length", "area", "volume", "power", "energy", "data")
)
WHOLE = range(95, 102)
WORDS = (" to ",)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every range whose ends are in the wrong order."""
    for row in corpus.quantities.values():
        ends = row["low"], row["high"]
        if row["bound"] == "range" and None not in ends and ends[0] > ends[1] >= 0 and _ordered(row):
            yield Finding(
                parts=(Part("range", row),),
                stated=amount(row),
                expected=amount(row | {"low": ends[1], "high": ends[0]}),
                basis="the order of the two ends",
                message=f"{row['surface']} runs from the larger number to the smaller",
            )


def _ordered(row: Row) -> bool:
    """A range whose ends have an order: of sizes with a unit, not a score, a lot number or a vote."""
    told = any(word in row["surface"] for word in WORDS)
    a_score = row["kind"] == "count" and "-" in row["surface"]
    a_vote = row["kind"] == "percent" and int(row["low"] + row["high"]) in WHOLE
    return row["unit"] is not None and row["kind"] in ORDERED and not (told or a_score or a_vote or _cut_short(row) or _worked_out(row))


def _cut_short(row: Row) -> bool:
    """Of the second end only the last digits are printed: ``125.74-76 yen``, ``1,050-60``."""
    low, high = (f"{row[end].normalize():f}" for end in ("low", "high"))
    shorter = len(low) > len(high) and (len(high) > 1 or ("-" in row["surface"] and row["kind"] != "percent"))
    return (row["low"] % 1 != 0 and row["high"] % 1 == 0) or shorter


def _worked_out(row: Row) -> bool:
    """A percentage whose digits are not printed: the share of ``8 in 85``."""
    return row["kind"] == "percent" and str(int(row["high"])) not in row["surface"]


RULE = Rule(
    code="RNG101",
    name="range-inverted",
    severity="error",
    tolerance="none",
    check=check,
    examples=(
        Fires("ko", ("물가가 10~5% 오를 전망이다.",), ("10~5%",)),
        Fires(
            "en",
            ("It will cost between 500 and 100 million dollars.",),
            ("between 500 and 100 million dollars",),
        ),
        Silent("ko", ("물가가 5~10% 오를 전망이다.",)),
        Silent("ko", ("아침 기온은 영하 10~5도로 내려간다.",)),
        Silent("ko", ("물가 상승률이 10%에서 5%로 내렸다.",)),
        Silent("en", ("The dollar was quoted at 125.74-76 yen in Tokyo.",)),
        Silent("en", ("The side were 268-8 in 85 overs.",)),
        Silent("ko", ("대표팀은 홍콩을 35-10 대승으로 눌렀다.",)),
        Silent("en", ("It will cost between 100 and 500 million dollars.",)),
        Silent("en", ("It costs $500, $100 less than before.",)),
    ),
)
