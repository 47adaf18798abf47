"""No text makes the date reader fail, lie about a span or take more than time in proportion to its length."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from pipeline.dates import dates_in, find_dates
from pipeline.languages import table
from pipeline.mentions import Date
from pipeline.quantities import find_quantities
from tests import recombined

PUBLISHED = date(2025, 2, 5)
DAYS = (None, PUBLISHED, date(2024, 2, 29), date.min, date.max)
PIECES = (
    "1,", "(", "만", "1억", "9", "3월", "5일 ", "2024년 ", "1.", "1-", "지난 ", "'24", "몇 ", "2024-12-26 ", "3월~", "(월)",
    "the ", "may ", "Q1 ", "two years ", "nineteen ", "from ", "1/2 ", "last ", "December 3, ",
    "3월, ", "전날(1일)", "Monday and ", "on Easter ", "12/20 ", "3Q24 ", "In May, ",
)  # fmt: skip
LENGTH = 20_000
WORDS = (
    "2024년 12월 26일 31일 4월 13월 지난 오는 다음 전날 이듬해 전년 동기 3년 전 뒤 말 초 ~ 부터 까지 (현지시간) 사이 과 "
    "December 31 2024 the third quarter last next year of ago earlier from to between and 12/26/2024 9999년 0일".split()
)  # fmt: skip


def check_rows(text: str, language: str, published: date | None = PUBLISHED) -> list[Date]:
    """Every row stands where it says, behind the one before it, and resolves to both ends or to none."""
    rows = find_dates(text, language, published)
    ends = [0, *(row.end for row in rows)]
    for row, before in zip(rows, ends, strict=False):
        assert before <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == row.surface
        assert (row.date_start is None) == (row.date_end is None)
        assert row.date_start is None or row.date_start <= row.date_end
        assert row.anchor == "none" or row.date_start is not None
    return rows


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("piece", PIECES)
def test_the_same_again_and_again_is_read(piece: str, language: str) -> None:
    check_rows(piece * (LENGTH // len(piece)), language)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("seed", range(100))
def test_every_row_is_grounded_and_in_order(language: str, seed: int) -> None:
    stirred = Random(seed)
    check_rows(" ".join(stirred.choices(WORDS, k=stirred.randint(0, 12))), language)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_form_of_the_tables_is_survived_however_it_is_filled(language: str) -> None:
    stirred = Random(f"{language} forms")
    patterns = [row["pattern"] for row in table(language, "date_forms")]
    joiners = [" ", *(row["surface"].replace("_", " ") for row in table(language, "date_joiners"))]
    for pattern in patterns:
        for _ in range(25):
            parts = [recombined.kinds_of(chosen, stirred) for chosen in (pattern, stirred.choice(patterns))]
            text = stirred.choice(joiners).join(recombined.date_of(kinds, language, stirred) for kinds in parts)
            rows = check_rows(f"{text} {recombined.number_of(language, stirred)}", language, stirred.choice(DAYS))
            assert all(row.end > row.start for row in find_quantities(text, language, rows))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_date_word_is_survived_in_a_form_that_takes_it(language: str) -> None:
    stirred = Random(f"{language} words")
    patterns = [row["pattern"] for row in table(language, "date_forms")]
    for kind, words in recombined.spellings(language).items():
        taking = [pattern for pattern in patterns if kind in pattern]
        for word in words if taking else ():
            kinds = recombined.kinds_of(stirred.choice(taking), stirred)
            known = {kind: word}
            check_rows(recombined.date_of(kinds, language, stirred, known), language, stirred.choice(DAYS))


@pytest.mark.parametrize(
    "text", ["\ud800 2024년 3월", "İ 2024년 3월", "\u200b2024년 3월", "😀2024년 3월😀", "\x00 2024년 3월"]
)
def test_strange_characters_do_not_shift_the_span(text: str) -> None:
    (row,) = find_dates(text, "ko", PUBLISHED)
    assert (row.surface, row.date_start) == ("2024년 3월", date(2024, 3, 1))


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "2021년에 세웠다. 2024년에 팔았다. 이듬해 끝났다."
    middle = text.index("2024년")
    (row,) = find_dates(text, "ko", PUBLISHED, middle, middle + 12)
    assert (row.start, row.surface) == (middle, "2024년")


def test_stretches_share_their_anchors() -> None:
    text = "2021년에 세웠다.\n광고 1999년\n이듬해 팔았다."
    parts = [(0, text.index("\n")), (text.index("이듬해"), len(text))]
    rows = dates_in(text, "ko", PUBLISHED, parts)
    assert [(row.surface, row.date_start) for row in rows] == [
        ("2021년", date(2021, 1, 1)),
        ("이듬해", date(2022, 1, 1)),
    ]
