"""A difference of percentage points is called percent.

What it checks: sentences in which a percentage goes from one value to another (``5%에서 7%로 2% 올랐다``).

Why it matters: from 5 to 7 % is a rise of 2 points, or of 40 %. Who takes over "2 %" understates it
twentyfold.

How it decides: both ends and the change are percentages; the difference of the ends meets the stated
change within half of its own last digit, and the relative change, widened likewise and by a
whole unit of the change's last digit, does not.

Known limits: a rise stated without both ends cannot be judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Rule, Silent, parts
from pipeline.evidence.growth import PERCENT, Growth, growths
from pipeline.evidence.tolerance import printed, stated
from pipeline.evidence.wording import amount, exact, shown

POINTS = (
    ("%", {"ko": "%포인트", "en": " percentage points"}),
    (" percent", {"en": " percentage points"}),
    ("퍼센트", {"ko": "퍼센트포인트"}),
)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every rise in points that is called percent."""
    for doc_id in corpus.documents:
        for growth in growths(corpus, doc_id):
            if growth.of_shares and growth.change["kind"] == PERCENT and _in_points(corpus, growth):
                yield _finding(growth, corpus.language(doc_id))


def _in_points(corpus: Corpus, growth: Growth) -> bool:
    said = growth.said(corpus.parameters.approx_band)
    difference = abs(stated(growth.end) - stated(growth.start))
    return printed(growth.change).holds(difference) and not said.meets(growth.relative)


def _finding(growth: Growth, language: str) -> Finding:
    change = growth.change
    return Finding(
        parts=parts({"change": change, "from": growth.start, "to": growth.end}),
        stated=amount(change),
        expected=f"{exact(abs(stated(growth.end) - stated(growth.start)))} percentage points",
        deviation=None,
        basis="the difference of the two percentages, which is in percentage points",
        message=(
            f"from {growth.start['surface']} to {growth.end['surface']} is {shown(stated(change))} percentage points "
            f"or {shown(growth.share)} %, called {change['surface']}"
        ),
        suggestion=_in_words(change["surface"], language),
    )


def _in_words(surface: str, language: str) -> str | None:
    """The change with the words for points."""
    for sign, words in POINTS:
        if surface.endswith(sign) and language in words:
            return surface.removesuffix(sign) + words[language]
    return None


RULE = Rule(
    code="RAT103",
    name="percent-for-point",
    severity="error",
    tolerance="half of the change's last digit for the points; a whole unit for the relative change",
    check=check,
    examples=(
        Fires("ko", ("실업률은 5%에서 7%로 2% 올랐다.",), ("5%", "7%", "2%"), suggestion="2%포인트"),
        Fires(
            "en",
            ("The rate rose from 3.5% to 4.0%, an increase of 0.5%.",),
            ("3.5%", "4.0%", "0.5%"),
            suggestion="0.5 percentage points",
        ),
        Silent("ko", ("실업률은 5%에서 7%로 2%포인트 올랐다.",)),
        Silent("ko", ("실업률은 5%에서 7%로 40% 올랐다.",)),
        Silent("en", ("The rate rose from 3.5% to 4.0%, an increase of 0.5 percentage points.",)),
        Silent("en", ("The rate rose from 3.5% to 4.0%, an increase of 14%.",)),
    ),
)
