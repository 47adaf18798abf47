"""A range runs from the larger number to the smaller.

What it checks: ranges such as ``10~5%`` or ``$500-$100``.

Why it matters: one end is mistyped, or the two are swapped; whoever takes the first number takes the wrong one.

How it decides: the lower end, as written first, is above the upper end, digit for digit. Only sizes with a unit
have an order. Silent for a fall (``10%에서 5%로``) and, since English says ranges either way (``ranging from 90 to
60``), for ``A to B`` unless a verb asks for a size before it (costs, takes, about); for results and votes
(``4-3``, ``55% to 45%``), frost (``영하 10~5도``), times gone by (``10~5년 전``), clock times, mixed numbers
(``10-1/4``), sums (``=30-10``), ends with blanks around the dash, and where the second end is cut short
(``1,050-60``).

Known limits: ranges that the extractor does not read as one, such as ``59% to 34%``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import re2

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import has_cue
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.wording import amount
from pipeline.tables import Row

ORDERED = frozenset(
    "money percent multiple count mass length area volume power energy data duration temperature speed".split()
)
WHOLE = range(95, 102)
PERSON, CURRENCY_SIGNS = "person", "$€£¥₩"
DIGITS = re2.compile(r"[0-9][0-9,]{0,20}(?:[.][0-9]{1,9})?")
FRACTION = re2.compile(r"[0-9]-[0-9]{1,3}/[0-9]")
SIGNS = frozenset("=+×")
AROUND = 32
APART = (" - ", " – ")
TO = " to "
FEW = 3


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every range whose ends are in the wrong order."""
    for row in corpus.quantities.values():
        ends = row["low"], row["high"]
        if row["bound"] == "range" and None not in ends and ends[0] > ends[1] >= 0 and _ordered(corpus, row):
            yield Finding(
                parts=(Part("range", row),),
                stated=amount(row),
                expected=amount(row | {"low": ends[1], "high": ends[0]}),
                basis="the order of the two ends",
                message=f"{row['surface']} runs from the larger number to the smaller",
            )


def _ordered(corpus: Corpus, row: Row) -> bool:
    """A range whose ends have an order: of sizes with a unit, not a score, a vote, a sum or a time gone by."""
    a_score = row["kind"] == "count" and "-" in row["surface"] and row["unit"] != PERSON
    a_vote = row["kind"] == "percent" and int(row["low"] + row["high"]) in WHOLE
    a_size = row["unit"] is not None and row["kind"] in ORDERED and FRACTION.search(row["surface"]) is None
    return a_size and not (a_score or a_vote or _written_otherwise(row) or _about_change(corpus, row))


def _written_otherwise(row: Row) -> bool:
    """Not both ends are printed whole and falling: ``125.74-76 yen``, ``1,050-60``, ``8 in 85``; or they stand
    apart."""
    surface = row["surface"]
    printed = [found.replace(",", "") for found in DIGITS.findall(surface)]
    if len(printed) != 2:
        return len(printed) != 0 or row["kind"] == "percent"
    low, high = printed
    cut_short = len(high) < len(low) and len(low) >= FEW or "." in low and "." not in high
    one_signed = surface[:1] in CURRENCY_SIGNS and not any(sign in surface[1:] for sign in CURRENCY_SIGNS)
    apart = any(dash in surface for dash in APART) or one_signed and TO in surface
    a_clock = high[:1] == "0" and "." not in high
    return cut_short or apart or a_clock or Decimal(low) <= Decimal(high) or TO in surface and surface[-1:].isdigit()


def _about_change(corpus: Corpus, row: Row) -> bool:
    """The words beside speak of a change, a score, frost or the past, or it is part of a sum."""
    text, language = corpus.documents[row["doc_id"]]["text"], corpus.language(row["doc_id"])
    before, behind = text[max(0, row["start"] - AROUND) : row["start"]], text[row["end"] : row["end"] + AROUND]
    if SIGNS & {*before.rstrip()[-1:], *behind.lstrip()[:1]}:
        return True
    either_way = TO in row["surface"] and not has_cue(language, "sized", before)
    return either_way or has_cue(language, "falling", before) or has_cue(language, "falling_behind", behind)


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
        Fires("ko", ("가격은 36만~9만원 선이다.",), ("36만~9만원",)),
        Fires("en", ("It will take 52 to 18 months.",), ("52 to 18 months",)),
        Silent("ko", ("이자 차액은 950만원(=2300만원-1350만원)이다.",)),
        Silent("ko", ("이 성은 50~30년 전에 무너졌다.",)),
        Silent("en", ("The bonds pay 10-1/4 percent a year.",)),
        Silent("en", ("The stake was cut from 70% to 49%.",)),
        Silent("en", ("Imports have slumped from around $800 million to $200 million.",)),
        Silent("en", ("Fees went from about 80 to 20 dollars.",)),
        Silent("en", ("Cotton traded in a 56.30 to 55.80 cent range.",)),
        Silent("en", ("The side were 268-8 in 85 overs.",)),
        Silent("ko", ("대표팀은 홍콩을 35-10 대승으로 눌렀다.",)),
        Silent("en", ("It will cost between 100 and 500 million dollars.",)),
        Silent("en", ("It costs $500, $100 less than before.",)),
    ),
)
