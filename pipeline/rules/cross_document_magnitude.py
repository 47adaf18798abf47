"""Documents state one fact with the same digits and another power of ten.

What it checks: facts in state ``conflicting``, as FCT101 does.

Why it matters: the same digits with another scale word (5000만 against 5000억) are a slip, not a dispute,
and the other documents say which of the two is meant.

How it decides: the claim outside the agreeing group and one inside it have the same digits within
their roundings, and differ by a power of ten of at least a thousand, as scale words slip, or by any power of
ten when both show two digits or more. Silent where FCT101 is silent.

Known limits: as FCT101's; the majority may be the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.evidence.conflicts import Conflict, conflicts
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Rule, Silent
from pipeline.evidence.tolerance import stated
from pipeline.evidence.wording import factor
from pipeline.writing import write_like

BASIS = "the fact's claims compared; the same digits within their roundings, another power of ten"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every claim that a power of ten would bring into the agreeing group."""
    for conflict in conflicts(corpus):
        if conflict.power:
            yield _finding(corpus, conflict)


def _finding(corpus: Corpus, conflict: Conflict) -> Finding:
    power = conflict.power
    meant = stated(conflict.quantity) * Decimal(1).scaleb(-power)
    return conflict.finding(
        corpus, f"{'×' if power > 0 else '÷'}{factor(power)}", BASIS, f", the same digits {factor(power)} times apart",
        write_like(conflict.quantity["surface"], meant),
    )  # fmt: skip


RULE = Rule(
    code="FCT102",
    name="cross-document-magnitude",
    severity="error",
    tolerance="the same digits within both roundings; a thousand or more, or two digits or more",
    check=check,
    examples=(
        Fires(
            "ko",
            (
                "딥시크 R1의 훈련 비용은 560만 달러였다.",
                "딥시크 R1의 훈련 비용은 560억 달러였다.",
                "딥시크 R1은 훈련 비용으로 560만 달러를 썼다.",
            ),
            ("560만 달러", "560억 달러", "560만 달러"),
            None,
            "560만 달러",
        ),
        Fires(
            "en",
            (
                "DeepSeek R1 cost $5.6 million to train.",
                "Training DeepSeek R1 cost $5.6 million.",
                "DeepSeek R1 cost $5.6 billion to train.",
            ),
            ("$5.6 million", "$5.6 million", "$5.6 billion"),
            None,
            "$5.6 million",
        ),
        Silent("ko", ("딥시크 R1의 훈련 비용은 560만 달러였다.", "오픈AI o1의 훈련 비용은 560억 달러였다.")),
        Silent(
            "en",
            ("DeepSeek R1 cost $5.6 million to train.", "DeepSeek R1 cost over $5 million to train."),
        ),
    ),
)
