"""Whatever stands in a document, it is read: no exception, no span beside its words, nothing twice.

The documents are soups of what the readers look for, stirred with a fixed seed: numerals, scales, signs,
particles, quotation marks, control characters, emoji.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise
from random import Random

import pytest

from pipeline.extraction import LONGEST_QUOTE, read_document

PIECES = (
    "만 억 조 1, 12,34 1.2.3 $ € ( ) % %p 포인트 3배 ½ １２ 三千 수십 약 이상 ~ - – 2024년 12월 26일 지난 오는 Q3 2025 from to "
    "between and half million bn k 😀 é . 다. 요 \" “ ” ' 000 0 원 달러 euros per share 최대 미만 넘는 각각 respectively 의 은 는 이 가 "
    "삼성전자 OpenAI said according 매출 영업이익 rose fell 3분의 1/0 2/3 ± ±3 1e9 1:2 10:30 5-3 v1.2 GPT-4 010-1234-5678 "
    "http://a.b/3 a@b.c ① Ⅳ ² ℃ ㎡ 한 두 세 명 개 dozens twice year ago 전년 대비 13월 31일 April 99 영하 마이너스 −5 (월) 99999999999999999999999999"
).split(" ") + [" ", "\n", "\t", "\r", "\x00", "\u200b", "\u202e", "\u3000", "9" * 60, "(" * 20, "“" * 20]
DAYS = (None, date(2025, 2, 5), date.min, date.max)


def soup(stirred: Random) -> str:
    pieces = (stirred.choice(PIECES) + stirred.choice(("", "", " ")) for _ in range(stirred.randint(1, 80)))
    return unicodedata.normalize("NFC", "".join(pieces))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_soup_is_read(seed, language):
    stirred = Random(f"{language} {seed}")
    for _ in range(25):
        text = soup(stirred)
        document = {
            "doc_id": "soup", "text": text, "language": language, "published_on": stirred.choice(DAYS),
            "publisher": None, "title": None,
        }  # fmt: skip
        rows = read_document(document, [{"start": 0, "end": len(text), "kind": "body"}])
        for row in (*rows.quantities, *rows.dates, *rows.roles):
            assert text[row["start"] : row["end"]] == row["surface"], text
        for mentions in (rows.quantities, rows.dates, rows.sentences):
            assert all(one["end"] <= other["start"] for one, other in pairwise(mentions)), text
        assert [row["quantity_id"] for row in rows.claims] == [row["quantity_id"] for row in rows.quantities]
        assert all((row["status"] == "ok") or (row["low"] is row["high"] is None) for row in rows.quantities), text


def test_the_claims_of_an_endless_sentence_stay_small():
    text = ", ".join(f"매출이 {number}% 늘어 1억 달러(1400억 원)로" for number in range(300))
    document = {
        "doc_id": "endless",
        "text": text,
        "language": "ko",
        "published_on": None,
        "publisher": None,
        "title": None,
    }
    rows = read_document(document, [{"start": 0, "end": len(text), "kind": "body"}])
    assert len(rows.claims) == 900
    for claim, quantity in zip(rows.claims, rows.quantities, strict=True):
        assert (
            claim["quote"] == text[claim["quote_start"] : claim["quote_end"]] and len(claim["quote"]) <= LONGEST_QUOTE
        )
        assert claim["quote_start"] <= quantity["start"] and quantity["end"] <= claim["quote_end"]
