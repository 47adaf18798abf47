"""Bad and hostile input: a correct row, a row whose status says why it has no amount, or nothing; in linear time."""

import random
import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from pipeline.dates import find_dates
from pipeline.mentions import Date
from pipeline.quantities import find_quantities
from tests import recombined

UNREADABLE = {
    "1,2,3원": "malformed",
    "1.2.3%": "malformed",
    "1,,000원": "malformed",
    "1..5%": "malformed",
    "1,000,00원": "malformed",
    "5만3만 명": "malformed",
    "3조억 원": "malformed",
    "5000~1억 원": "malformed",
    "9" * 60 + "원": "overflow",
    "123456789012345678901234567890원": "overflow",
    "0.0000000001%": "overflow",
    "$1e99": "overflow",
}
READABLE = {
    "12,34,567원": "1234567",
    "1 234 567원": "1234567",
    "￦１，０００": "1000",
    "１２３％": "123",
    ".5%": "0.5",
    "0만 원": "0",
    "1\u200f2\u200e3원": "123",
    "5\u200b0%": "50",
    "+5%": "5",
    "1e5원": "100000",
    "99999999999999999999999999999원": "9" * 29,
    "0.000000001%": "0.000000001",
    "1.111,5 EUR": "1111.5",
}
NOTHING = [
    "$ ₩ € 원",
    "1/0",
    "5😀0명",
    "3😀억 원",
    "3\u202e억 원",
    "-원",
    "만만만 원",
    "천천백백 원",
    "5-6-7명",
    "3억5",
    "(((((",
    "₩",
    "%",
    "",
    " ",
    "\n",
]
PIECES = [
    "1,",
    "(",
    "만",
    "1억",
    "9",
    "(1억 ",
    "1e",
    "1~",
    "1-",
    "a half ",
    "억 ",
    "수",
    "$",
    "1 ",
    "두 ",
    ".",
    "1.",
    "%",
    "3분의 ",
    "이",
    "5년 ",
]


@pytest.mark.parametrize(("text", "status"), list(UNREADABLE.items()))
def test_what_cannot_be_read_says_why(text, status):
    (found,) = find_quantities(text, "ko")
    assert (found.status, found.low, found.high, found.resolution) == (status, None, None, None)
    assert found.surface == text


@pytest.mark.parametrize(("text", "value"), list(READABLE.items()))
def test_odd_spellings_are_read_exactly(text, value):
    (found,) = find_quantities(text, "ko")
    assert (found.status, found.low, found.high) == ("ok", Decimal(value), Decimal(value))
    assert text[found.start : found.end] == found.surface


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_invented(text):
    assert find_quantities(text, "ko") == []


@pytest.mark.parametrize(
    "text",
    [
        "3조 원",
        "１２３％",
        "스물여섯 명",
        "$5",
        "5억😀 원",
        "\ud800 5억 원 \udfff",
        "\u202e5억 원\u202c",
        "가" * 70 + "5억 원",
    ],
)
def test_any_characters_are_survived(text):
    for form in ("NFC", "NFD"):
        spelled = text if "\ud800" in text else unicodedata.normalize(form, text)
        for found in find_quantities(spelled, "ko") + find_quantities(spelled, "en"):
            assert spelled[found.start : found.end] == found.surface


@pytest.mark.parametrize(
    "text", ["3조억 원, 20만원", "$1,2,3 and 50.", "9" * 60 + " dollars and 20.", "1억억 원 50", "$(1,2,3) million"]
)
def test_a_number_behind_an_unreadable_sum_is_survived(text):
    found = find_quantities(text, "ko") + find_quantities(text, "en")
    assert all(each.low is None and each.high is None for each in found if each.status != "ok")
    assert any(each.status != "ok" for each in found)


@pytest.mark.parametrize("seed", range(4))
def test_any_mixture_of_pieces_is_survived(seed):
    pieces = [
        *PIECES,
        *UNREADABLE,
        *READABLE,
        " 중 하나",
        " 반",
        "half a ",
        "one ",
        " and ",
        "-",
        " to ",
        "(kg)",
        "m people",
        "억 원",
    ]
    mixed = random.Random(seed)
    for _ in range(150):
        text = "".join(mixed.choice(pieces) for _ in range(mixed.randint(2, 12)))
        for found in find_quantities(text, "ko") + find_quantities(text, "en"):
            assert text[found.start : found.end] == found.surface
            assert found.status == "ok" or (found.low, found.high) == (None, None)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_words_of_the_tables_in_any_order_are_survived(language):
    stirred = random.Random(f"{language} numbers")
    for _ in range(1500):
        text = recombined.number_of(language, stirred)
        found = find_quantities(text, language)
        assert all(left.end <= right.start for left, right in zip(found, found[1:])), text
        for each in found:
            assert text[each.start : each.end] == each.surface
            if each.status != "ok":
                assert each.low is each.high is None, text
                continue
            assert (each.low is None) == (each.bound in ("lt", "le")), text
            assert (each.high is None) == (each.bound in ("gt", "ge")), text


def test_a_quantity_that_overlaps_a_date_is_none():
    text = "2020년 5억 원, 3년 동안 7억 원"
    day = Date(text.index("3년"), text.index("3년") + 2, "3년", None, None, "year", "relative", "none")
    assert [found.surface for found in find_quantities(text, "ko", [day])] == ["5억 원", "7억 원"]


@pytest.mark.parametrize(
    ("language", "text", "length"),
    [("ko", "지난 3년간 30% 늘었다.", "3년"), ("en", "It grew 30% over the past three years.", "three years")],
)
def test_the_length_of_a_period_is_a_quantity_too(language, text, length):
    (period,) = find_dates(text, language, date(2025, 2, 5))
    assert period.length and length in period.surface
    found = find_quantities(text, language, [period])
    assert {each.surface for each in found} == {length, "30%"}


def test_offsets_count_in_the_whole_text():
    text = "제목 3억 원\n본문 7억 원(약 50만 달러)을 썼다\n끝 9억 원"
    start, end = text.index("본문"), text.index("\n끝")
    found = find_quantities(text, "ko", (), start, end)
    assert [text[each.start : each.end] for each in found] == ["7억 원", "50만 달러"]
    assert found[1].converts == 0 and text[slice(*found[1].hedges[0])] == "약"


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("piece", PIECES)
def test_the_same_again_and_again_is_read(piece, language):
    text = (piece * 12_000)[:12_000]
    found = find_quantities(text, language)
    assert all(text[each.start : each.end] == each.surface for each in found)
    assert all(left.end <= right.start for left, right in zip(found, found[1:]))


def test_quantities_come_in_order_and_do_not_overlap():
    text = (
        "5~10%, 3억 원(약 20만 달러) 이상, 2년 6개월, 3분의 1, 4-3 승리, 약 100여 명, 두 배, 7.7대 1, 1기당 10조 원"
        * 20
    )
    found = find_quantities(text, "ko")
    assert all(left.end <= right.start for left, right in zip(found, found[1:]))
    assert all(each.low is None or each.high is None or each.low <= each.high or each.kind == "score" for each in found)
