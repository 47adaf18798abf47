"""A statement made twice: the headline and the sentence below it complete each other."""

from __future__ import annotations

from datetime import date

from pipeline.claims import Claim, Document, read_claims
from pipeline.dates import find_dates
from pipeline.languages import split_sentences
from pipeline.mentions import Sentence
from pipeline.quantities import find_quantities

PUBLISHED = date(2024, 11, 14)
QUARTER = date(2024, 7, 1)


def claims(text: str, language: str) -> list[Claim]:
    dates = find_dates(text, language, PUBLISHED)
    sentences = [Sentence(start, end, "body") for start, end in split_sentences(text, language, 0, len(text))]
    quantities = find_quantities(text, language, dates)
    return read_claims(Document("case", text, language, PUBLISHED), sentences, quantities, dates)[0]


def test_a_headline_is_completed_by_the_sentence_that_says_it_again():
    headline, body = claims(
        "가람전자 영업이익 1200억원\n\n가람전자는 3분기 영업이익이 1200억원이라고 14일 공시했다.", "ko"
    )
    assert (headline.as_of_start, headline.attribution, headline.repeats) == (QUARTER, "가람전자", None)
    assert (body.as_of_start, body.attribution, body.repeats) == (QUARTER, "가람전자", 0)


def test_an_english_headline_too():
    text = "Calder posts profit of $4 billion\n\nCalder said its third-quarter profit was $4 billion."
    headline, body = claims(text, "en")
    assert (headline.as_of_start, headline.attribution, body.repeats) == (QUARTER, "Calder", 0)


def test_the_same_amount_of_somebody_else_completes_nothing():
    headline, body = claims(
        "가람전자 영업이익 1200억원\n\n나래화학은 3분기 영업이익이 1200억원이라고 14일 공시했다.", "ko"
    )
    assert (headline.as_of_start, headline.attribution, body.repeats) == (None, None, None)


def test_the_same_amount_of_another_period_completes_nothing():
    text = "가람전자 2분기 영업이익 1200억원\n\n가람전자는 3분기 영업이익이 1200억원이라고 14일 공시했다."
    headline, body = claims(text, "ko")
    # Who files a result stands behind all its results, so behind the headline's too; its period stays its own.
    assert (headline.as_of_start, headline.attribution, body.repeats) == (date(2024, 4, 1), "가람전자", None)
