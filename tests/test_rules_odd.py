"""Odd input: no rule raises, and every finding keeps its contract."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from pipeline.evidence.corpus import corpus
from pipeline.findings import examine
from pipeline.parameters import FindingParameters
from pipeline.tables import contract, rows, write
from tests import rows as made
from tests.reading import corpus_of

KOREAN = (
    "0원", "0%", "-5%", "100억원", "0달러", "3배", "두 배", "10~5%", "에서 ", "으로 ", "(", ")", " 대비 ", "보다 ", "늘었다. ", "줄었다. ",
    "각각 ", "갑과 을은 ", ", ", "의 ", " 중 ", "3사(갑·을)", "2024년 4월 31일", "12월 26일(월) ", "총 ", "를 더하면 ", "을 차지했다. ",
    "2018년부터 2022년까지 ", "3년간 ", "5000만 달러(735조1000억 원)", "1엔(0원)", "9" * 40, "100평(330㎡)", "\n", "\ue000",
)  # fmt: skip
ENGLISH = (
    "$0", "0%", "-5%", "$100 billion", "twice ", "threefold ", "10-5%", "from ", " to ", "(", ")", "rose ", "fell ", "up ", ", ", " of the ",
    "Ann and Bob paid ", "and ", "respectively. ", "three firms (Ann and Bob)", "April 31, 2024 ", "On Monday, December 26, 2024, ",
    "a total of ", "$5 million (₩7)", "10 miles (0 km)", "the plant opened. ", "9" * 40, "from 2018 to 2022, a period of three years", "\n",
)  # fmt: skip
DAYS = (None, date(2025, 2, 5), date(1, 1, 1), date(9999, 12, 31))


def kept(found, folder):
    """The findings as written and read again."""
    write("findings", found, folder)
    return rows("findings", folder)


@pytest.mark.parametrize(("code", "words"), [("ko", KOREAN), ("en", ENGLISH)], ids=["ko", "en"])
@pytest.mark.parametrize("seed", range(30))
def test_scrambled_sentences(tmp_path, code, words, seed):
    stirred = Random(seed)
    text, published = "".join(stirred.choices(words, k=stirred.randint(1, 14))), stirred.choice(DAYS)
    found, spans = examine(corpus_of((text,), code, published))
    assert len(kept(found, tmp_path)) == len(found)
    assert {span["finding_id"] for span in spans} == {row["finding_id"] for row in found}
    assert all(text[row["start"] : row["end"]] == row["surface"] for row in found)


AMOUNTS = (None, *map(Decimal, ("0", "-1", "1", "5", "1e28", "1e-9", "100")))
KINDS = ("money", "percent", "multiple", "count", "area", "duration")
UNITS = (None, "USD", "KRW", "XXX", "%", "x", "m2")
BOUNDS = contract("quantities").column("bound").values


@pytest.mark.parametrize("seed", range(80))
def test_any_rows(seed):
    stirred = Random(seed)
    choices = (AMOUNTS, AMOUNTS, KINDS, UNITS, BOUNDS, AMOUNTS, (False, True))
    drawn = [[stirred.choice(among) for among in choices] for _ in range(stirred.randint(0, 8))]
    published, language = stirred.choice(DAYS), stirred.choice(("ko", "en", "und"))
    text = "1 에서 1 으로 1 늘었다. (1) from 1 to 1, up 1 (1 of 1)"
    places = [place for place, letter in enumerate(text) if letter == "1"]
    quantities = [
        made.quantity(
            "d",
            "1",
            low,
            high,
            kind=kind,
            unit=unit,
            bound=bound,
            resolution=size,
            approximate=hedged,
            start=places[number],
        )
        for number, (low, high, kind, unit, bound, size, hedged) in enumerate(drawn)
    ]
    for first, second in zip(quantities[::2], quantities[1::2]):
        second["converts"] = first["quantity_id"]
    sentence = made.blank("sentences") | {
        "sentence_id": "s",
        "doc_id": "d",
        "start": 0,
        "end": len(text),
        "section": "body",
    }
    document = made.document("d", text, published, language=language)
    view = corpus(FindingParameters(), {"documents": [document], "sentences": [sentence], "quantities": quantities})
    for row in examine(view)[0]:
        assert row["message"]
