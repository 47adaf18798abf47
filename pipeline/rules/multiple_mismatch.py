"""A multiple does not follow from the two numbers it stands between.

What it checks: ``3배``, ``threefold``, ``double`` where the sentence relates them to two stated values of
one unit (``25.3% … 이는 R1(9.4%) 대비 3배``, ``485,000, more than double the 224,000``).

Why it matters: the multiple is what readers remember, and often what the headline takes.

How it decides: the quotient of the two values, each widened by its rounding, against the multiple,
widened by half of its last digit. Outside is a warning. Inside is silent, except that a multiple said
to be reached or exceeded (``달하는``, ``넘는``, over) of which the quotient falls more than
``exceeded_band`` (10 %) short is info. ``가까이``, nearly: silent from ``nearly_band`` (15 %) short to 0;
약, about: ``approx_band`` (5 %) to either side. With a verb of growth one more time is accepted too
("3배 늘었다" is read both ways). Values more than four times further apart than said are not what
the multiple is about.

Known limits: values and multiple in different sentences, unless the second is plainly about the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Rule, Silent, parts
from pipeline.evidence.passages import Related, related
from pipeline.evidence.tolerance import Interval, one_unit, positive, printed, rounded, stated
from pipeline.evidence.wording import exact, shown

UNRELATED = Decimal(4)
ONE = Decimal(1)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every multiple that its two values do not bear out."""
    for doc_id in corpus.documents:
        for found in related(corpus, doc_id, "multiple"):
            if _comparable(found):
                yield from _judged(corpus, found)


def _comparable(found: Related) -> bool:
    of, base, times = (found.rows[name] for name in ("of", "base", "times"))
    a_multiple = times["kind"] == "multiple" != of["kind"]
    return a_multiple and one_unit(of, base) and positive(*map(stated, (of, base, times)))


def _judged(corpus: Corpus, found: Related) -> Iterator[Finding]:
    of, base, times = (found.rows[name] for name in ("of", "base", "times"))
    quotient, said = stated(of) / stated(base), stated(times)
    possible = rounded(of).over(rounded(base))
    allowed = _allowed(corpus, times)
    accepted = [allowed, Interval(allowed.low + ONE, allowed.high + ONE)] if "rise" in found.cues else [allowed]
    at_least = "reached" in found.cues or times["bound"] in ("gt", "ge")
    short = said * (ONE - corpus.parameters.exceeded_band)
    if not any(possible.meets(span) for span in accepted):
        if said / UNRELATED < quotient < said * UNRELATED:
            limits = f"rounding explains {shown(allowed.low)} to {shown(allowed.high)}"
            yield _finding(found, quotient, "warning", limits)
    elif at_least and quotient < short and "rise" not in found.cues:
        band = f"a multiple that is reached may be {corpus.parameters.exceeded_band * 100:.0f} % short"
        yield _finding(found, quotient, "info", f"inside the rounding, but {band}")


def _allowed(corpus: Corpus, times: dict) -> Interval:
    """Every quotient that the words allow."""
    said, width = stated(times), printed(times)
    low, high = width.low, width.high
    if times["approximate"] or times["bound"] == "approx":
        low = min(low, said * (ONE - corpus.parameters.nearly_band))
        high = max(high, said * (ONE + corpus.parameters.approx_band))
    if times["bound"] in ("gt", "ge"):
        high = max(high, said * UNRELATED)
    if times["bound"] in ("lt", "le"):
        low = Decimal(0)
    return Interval(low, high)


def _finding(found: Related, quotient: Decimal, severity: str, basis: str) -> Finding:
    of, base, times = (found.rows[name] for name in ("of", "base", "times"))
    off = (quotient / stated(times) - 1) * 100
    return Finding(
        parts=parts({"multiple": times, "value": of, "base": base}),
        stated=f"{exact(stated(times))} times",
        expected=f"{shown(quotient)} times",
        deviation=f"{off:+.1f} %",
        basis=f"the quotient of the two values; {basis}",
        message=f"{of['surface']} is {shown(quotient)} times {base['surface']}, called {times['surface']}; {basis}",
        severity=severity,
    )


RULE = Rule(
    code="RAT101",
    name="multiple-mismatch",
    severity="warning",
    tolerance="half of the multiple's last digit; nearly_band, approx_band, exceeded_band by the words",
    check=check,
    examples=(
        Fires(
            "ko",
            ("정답률 25.3%를 기록했으며, 이는 종전 모델(9.4%) 대비 3배에 달하는 수치다.",),
            ("25.3%", "9.4%", "3배"),
            severity="info",
        ),
        Fires("ko", ("매출이 100억원에서 300억원으로 5배 늘었다.",), ("100억원", "300억원", "5배"), severity="warning"),
        Fires(
            "ko", ("관객은 900만명으로 지난해(200만명)의 3배다.",), ("900만명", "200만명", "3배"), severity="warning"
        ),
        Fires(
            "en",
            ("The firm bought 485,000 chips, more than triple the 224,000 that went to its rival.",),
            ("485,000", "triple", "224,000"),
            severity="warning",
        ),
        Silent("ko", ("정답률 28.1%를 기록했으며, 이는 종전 모델(9.4%) 대비 3배에 달하는 수치다.",)),
        Silent("ko", ("매출이 100억원에서 260억원으로 3배 가까이 늘었다.",)),
        Silent("ko", ("매출이 100억원에서 300억원으로 늘었고, 직원은 3년 만에 5배가 됐다.",)),
        Silent(
            "en",
            ("The firm bought 485,000 chips, more than double the 224,000 that went to its rival.",),
        ),
        Silent("en", ("Sales rose from $9 million to $26.6 million, nearly a threefold jump.",)),
    ),
)
