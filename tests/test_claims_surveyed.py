"""Times that lengths of time make: what a text counts is read too, unlike in the cases of marked sentences."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.claims import Document, read_claims
from pipeline.dates import find_dates
from pipeline.languages import split_sentences
from pipeline.mentions import Sentence
from pipeline.quantities import find_quantities

PUBLISHED = date(2024, 1, 8)


def times(text: str) -> list[tuple[str, date | None, date | None]]:
    """Every number of a Korean text with the first and last day that it holds for."""
    dates = find_dates(text, "ko", PUBLISHED)
    quantities = find_quantities(text, "ko", dates)
    sentences = [Sentence(start, end, "body") for start, end in split_sentences(text, "ko", 0, len(text))]
    claims, _ = read_claims(Document("case", text, "ko", PUBLISHED), sentences, quantities, dates)
    return [(q.surface, c.as_of_start, c.as_of_end) for q, c in zip(quantities, claims, strict=True)]


def test_a_survey_of_two_days_is_of_both_from_beginning_to_end() -> None:
    text = (
        "한결리서치가 지난 4일부터 이틀간 성인 1004명을 조사한 결과 정부가 잘한다는 답은 36%였다.\n"
        "모른다는 답은 15%였다."
    )
    both = (date(2024, 1, 4), date(2024, 1, 5))
    assert times(text) == [("이틀", None, None), ("1004명", *both), ("36%", *both), ("15%", *both)]


@pytest.mark.parametrize(
    ("words", "last"), [("1일부터 사흘 동안", 3), ("2일부터 5일간", 6), ("3일부터 이틀치", 3), ("3일부터 3명의", 3)]
)
def test_a_length_behind_a_day_ends_when_it_is_over(words: str, last: int) -> None:
    assert times(f"가온전자는 지난 {words} 행사에서 매출 30억원을 올렸다.")[-1] == (
        "30억원",
        date(2024, 1, int(words[0])),
        date(2024, 1, last),
    )
