"""Documents state values for one fact that cannot both hold.

What it checks: facts in state ``conflicting``. A fact gathers what all documents say about one subject,
metric, aspect, object, unit, qualifier and time; the largest group that can all be true is taken as
the fact, and a claim outside it is reported.

Why it matters: one of the documents is wrong, or they mean different things by the same words; both
are worth a look before either number is used.

How it decides: numbers are as wide as half a unit of their last printed digit; hedged ones half a unit
of their last digit that is not zero and ``approx_band`` (5 %) on top; amounts in other currencies
``fx_band`` (3 %). Bounds conflict with what they exclude. What changes with time is compared only
where both state the same period, and counts only of the same things. Silent within one document,
between forecasts of different sources, for claims of low confidence, and where a power of ten explains
the difference (FCT102's).

Known limits: the rule is as good as the extraction of subject, metric and time.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.conflicts import Conflict, conflicts, ratio
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Rule, Silent
from pipeline.evidence.wording import shown

BASIS = "the fact's claims compared; each number as wide as half a unit of its last printed digit, hedged ones wider"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every claim outside its fact's agreeing group."""
    for conflict in conflicts(corpus):
        if not conflict.power:
            yield _finding(corpus, conflict)


def _finding(corpus: Corpus, conflict: Conflict) -> Finding:
    times = ratio(conflict)
    deviation = None if times is None else f"{(times - 1) * 100:+.1f} %" if times < 2 else f"×{shown(times, 1)}"
    return conflict.finding(corpus, deviation, BASIS, "", None)


RULE = Rule(
    code="FCT101",
    name="cross-document-conflict",
    severity="warning",
    tolerance="half a unit of the last printed digit; hedges approx_band; other currencies fx_band",
    check=check,
    examples=(
        Fires(
            "ko",
            ("딥시크 R1은 AIME에서 79.8%의 정답률을 기록했다.", "딥시크 R1은 AIME에서 71.2%의 정답률을 기록했다."),
            ("79.8%", "71.2%"),
        ),
        Fires(
            "en",
            ("DeepSeek R1 cost $5.6 million to train.", "DeepSeek R1 cost $294,000 to train."),
            ("$5.6 million", "$294,000"),
        ),
        Silent("ko", ("삼성전자는 스마트폰 7440만대를 팔았다.", "삼성전자는 5200만대를 팔았다.")),
        Silent("en", ("Samsung sold 52 million phones.", "Samsung sold 44 million phones.")),
        Silent("ko", ("딥시크 R1의 훈련 비용은 600만 달러 미만이었다.", "딥시크 R1의 훈련 비용은 557만6000달러였다.")),
        Silent(
            "en",
            ("DeepSeek R1 cost under $6 million to train.", "DeepSeek R1 cost $5.576 million to train."),
        ),
        Silent(
            "en",
            ("DeepSeek R1 cost $5.6 million to train.", "DeepSeek R1 could cost $294,000 to train."),
        ),
    ),
)
