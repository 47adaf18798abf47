"""Bad input to the claims reader: a claim for every number, spans that hold, and never an exception."""

from __future__ import annotations

import pytest

from pipeline.claims import Document, read_claims
from pipeline.claims.stretches import LONGEST_STRETCH, MOST_QUANTITIES
from pipeline.dates import find_dates
from pipeline.mentions import Quantity, Sentence

NUMBER = "9%"


def quantities(text: str) -> list[Quantity]:
    """Every `9%` of the text."""
    found, here = [], text.find(NUMBER)
    while here >= 0:
        found.append(Quantity(here, here + len(NUMBER), NUMBER, "percent"))
        here = text.find(NUMBER, here + 1)
    return found


def read(text: str, language: str, sentences: list[Sentence] | None = None):
    sentences = [Sentence(0, len(text), "body")] if sentences is None else sentences
    dates = [] if language == "und" else find_dates(text, language, None)
    return read_claims(Document("bad", text, language), sentences, quantities(text), dates)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "9%",
        "9% 9% 9%",
        "(9%",
        "))9%((",
        "“9%",
        "매출 9%\n\n\n이익 9%",
        "revenue\t9%,,,,9%",
        "– 9% – 9%",
        "😀 매출이 9% 늘었다 😀",
        "Revenue는 9% rose 늘었다 of",
        "of of of 9%",
        "은 는 이 가 9%",
        "said said said 9% said",
        "의 의 의 9% 의",
        "that which who 9%",
    ],
    ids=range(16),
)
def test_a_claim_for_every_number(text: str, language: str) -> None:
    claims, roles = read(text, language)
    assert [claim.quantity for claim in claims] == list(range(len(quantities(text))))
    assert all(text[role.start : role.end] == role.surface and role.surface for role in roles)
    assert all(0 <= claim.quote_start < claim.quote_end <= len(text) for claim in claims)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("part", ["매출 9% ", "revenue 9% ", "(9%", "“9%” ", "가나다라마바사 9%, "])
def test_a_line_without_end_is_read_in_stretches(part: str, language: str) -> None:
    text = part * 200
    claims, _ = read(text, language)
    assert len(claims) == 200 > MOST_QUANTITIES
    assert len(text) < LONGEST_STRETCH * 2


def test_a_language_without_grammar_has_reasons() -> None:
    claims, roles = read("umsatz 9%", "und")
    assert [(claim.metric, claim.reason, claim.subject) for claim in claims] == [("other", "not-analysed", None)]
    assert roles == []


def test_a_number_outside_every_sentence_is_kept() -> None:
    claims, _ = read("매출이 9% 늘었다.", "ko", [])
    assert [claim.reason for claim in claims] == ["not-analysed"]


def test_a_sentence_without_a_number_still_names_the_subject() -> None:
    text = "가람전자가 문을 열었다. 매출이 9% 늘었다."
    claims, _ = read(text, "ko", [Sentence(0, 13, "body"), Sentence(14, len(text), "body")])
    assert [(claim.subject, claim.metric) for claim in claims] == [("가람전자", "revenue")]
