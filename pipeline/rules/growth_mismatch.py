"""From, to and change do not agree.

What it checks: sentences that state where something came from, where it went and by how much (``100억원에서
120억원으로 30% 늘었다``, ``rose 30% from $10 billion to $12 billion``).

Why it matters: one of the three numbers is wrong, and each of them gets quoted alone.

How it decides: the change computed from the two ends, each widened by half of its last printed digit
or by 1 %, against the stated one, widened by a whole unit of its last digit, since
percentages are cut off as often as rounded; hedged, by ``approx_band`` (5 %). Between percentages a
change may be relative or in points: both are accepted, and a rise in points called percent is
RAT103's. A change more than twelve times the computed one is taken to be about something else, and one
of each year (``연평균 3%``) is not compared.

Known limits: ends and change in different sentences; several changes of one pair of ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Rule, Silent, parts
from pipeline.evidence.growth import PERCENT, POINT, Growth, growths
from pipeline.evidence.tolerance import one_unit, stated
from pipeline.evidence.wording import amount, in_words, shown, with_unit
from pipeline.writing import write_like

UNRELATED = Decimal(12)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every change that its two ends exclude."""
    for doc_id in corpus.documents:
        for growth in growths(corpus, doc_id):
            computed = _computed(growth)
            said = growth.said(corpus.parameters.approx_band)
            if computed and not any(said.meets(one) for one, _ in computed) and _about_this(growth, computed[0][1]):
                yield _finding(growth, computed[0][1])


def _computed(growth: Growth) -> list:
    """What the change can be, as an interval and as the number computed from what is printed."""
    exact = abs(stated(growth.end) - stated(growth.start))
    difference = (growth.difference, exact)
    if growth.change["kind"] == PERCENT:
        return [(growth.relative, growth.share), *([difference] if growth.of_shares else [])]
    points = growth.change["kind"] == POINT and growth.of_shares
    return [difference] if points or one_unit(growth.change, growth.start) else []


def _about_this(growth: Growth, number: Decimal) -> bool:
    return number / UNRELATED < stated(growth.change) < number * UNRELATED


def _finding(growth: Growth, number: Decimal) -> Finding:
    change = growth.change
    step = change["resolution"] or Decimal(1)
    meant = (number / step).quantize(Decimal(1)) * step
    unit = change["unit"] or ""
    told = with_unit(shown(number) if change["kind"] == PERCENT else in_words(number), unit)
    limits = (
        f"rounding explains at most {with_unit(in_words(step), unit)} of it and half of the last digit of either end"
    )
    return Finding(
        parts=parts({"change": change, "from": growth.start, "to": growth.end}),
        stated=amount(change),
        expected=told,
        deviation=f"{(stated(change) / number - 1) * 100:+.1f} %",
        basis=f"the change computed from its two ends; {limits}",
        message=(
            f"from {growth.start['surface']} to {growth.end['surface']} is a change of {told}, "
            f"called {change['surface']}; {limits}"
        ),
        suggestion=write_like(change["surface"], meant),
    )


RULE = Rule(
    code="RAT102",
    name="growth-mismatch",
    severity="warning",
    tolerance="half of the last digit of either end, a whole unit of the change's; hedges approx_band",
    check=check,
    examples=(
        Fires(
            "ko", ("매출이 1000억원에서 1200억원으로 30% 늘었다.",), ("1000억원", "1200억원", "30%"), suggestion="20%"
        ),
        Fires("ko", ("직원은 500명에서 20% 증가한 700명이 됐다.",), ("500명", "20%", "700명"), suggestion="40%"),
        Fires(
            "ko",
            ("영업이익은 84억원으로 지난해(120억원) 대비 42% 감소했다.",),
            ("84억원", "120억원", "42%"),
            suggestion="30%",
        ),
        Fires(
            "en",
            ("Revenue rose 30% from $10.0 billion to $12.0 billion.",),
            ("30%", "$10.0 billion", "$12.0 billion"),
            suggestion="20%",
        ),
        Fires(
            "en",
            ("Its debt fell from $840 million to $630 million, a 32% drop.",),
            ("$840 million", "$630 million", "32%"),
            suggestion="25%",
        ),
        Silent("ko", ("매출이 1000억원에서 1200억원으로 20% 늘었다.",)),
        Silent("ko", ("매출이 1000억원에서 1200억원으로 늘었고 이익은 30% 늘었다.",)),
        Silent("ko", ("매출이 1034억원에서 1200억원으로 16.0% 늘었다.",)),
        Silent("ko", ("진료비는 2012년 842억원에서 2016년 981억원으로 연평균 3.9% 늘어났다.",)),
        Silent("en", ("Sales rose 3.9% a year from $842 million in 2012 to $981 million in 2016.",)),
        Silent("en", ("It earned $254 million, or $5.94 a share, up 56% from $163 million.",)),
        Silent("en", ("Revenue rose 20% from $10.0 billion to $12.0 billion.",)),
        Silent("en", ("Revenue rose from $10.0 billion to $12.0 billion, and profit rose 45%.",)),
    ),
)
