"""Times that rest on what a quantity itself says, from the words to the claim."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.claims import Document, read_claims
from pipeline.dates import find_dates
from pipeline.languages import split_sentences
from pipeline.mentions import Sentence
from pipeline.quantities import find_quantities

PUBLISHED = date(2025, 1, 7)


def first_day(text: str) -> date | None:
    """The first day that the first number of an English text holds for."""
    dates = find_dates(text, "en", PUBLISHED)
    quantities = find_quantities(text, "en", dates)
    sentences = [Sentence(start, end, "body") for start, end in split_sentences(text, "en", 0, len(text))]
    claims, _ = read_claims(Document("text", text, "en", PUBLISHED), sentences, quantities, dates)
    return claims[0].as_of_start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales at Calder fell 5.8% in the 12 weeks to 29 December.", date(2024, 10, 7)),
        ("Sales at Calder fell 5.8% over the four weeks ending on 29 December.", date(2024, 12, 2)),
        ("Visits rose 4% in the 10 days to 5 January.", date(2024, 12, 27)),
        # A vague length, and one that only stands before a date, counts nothing back.
        ("Sales at Calder fell 5.8% in the several weeks to 29 December.", date(2024, 12, 29)),
        ("Sales at Calder fell 5.8% after 12 weeks on 29 December.", date(2024, 12, 29)),
    ],
)
def test_length_that_ends_with_a_date(text: str, expected: date) -> None:
    assert first_day(text) == expected
