"""Where sentences end: what a reader would say, in both languages; and never where one goes on."""

import pytest

from pipeline.languages.sentences import split_sentences

ENGLISH = {
    "Sales rose 3.5 percent. Costs fell.": ["Sales rose 3.5 percent.", "Costs fell."],
    "Acme Inc. said it sold 4 million units.": ["Acme Inc. said it sold 4 million units."],
    "The firm is based in the U.S. The market is larger.": ["The firm is based in the U.S.", "The market is larger."],
    "Mr. J. Kim left on Jan. 5. He sold No. 7.": ["Mr. J. Kim left on Jan. 5.", "He sold No. 7."],
    "“It grew. It will grow,” she said. Others did not.": ["“It grew. It will grow,” she said.", "Others did not."],
    "Did it grow? Yes! By half.": ["Did it grow?", "Yes!", "By half."],
    "1. Revenue rose. 2. Costs fell.": ["1. Revenue rose.", "2. Costs fell."],
    "A headline without an end\nThe text begins.": ["A headline without an end", "The text begins."],
}
KOREAN = {
    "매출은 3.5조 원이다. 이익은 줄었다.": ["매출은 3.5조 원이다.", "이익은 줄었다."],
    "매출이 늘었다.이익은 줄었다.": ["매출이 늘었다.", "이익은 줄었다."],
    "2024. 12. 26. 공시했다.": ["2024. 12. 26.", "공시했다."],
    "“매출이 늘었다. 더 늘 것이다”라고 말했다. 주가는 내렸다.": ["“매출이 늘었다. 더 늘 것이다”라고 말했다.", "주가는 내렸다."],
    "얼마나 늘었나? 두 배다!": ["얼마나 늘었나?", "두 배다!"],
    "버전 2.5는 나왔다. v1.0.3도 있다.": ["버전 2.5는 나왔다.", "v1.0.3도 있다."],
    "따옴표가 \"닫히지 않는다. 그래도 끝난다.": ["따옴표가 \"닫히지 않는다.", "그래도 끝난다."],
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_english(text, expected):
    assert [text[start:end] for start, end in split_sentences(text, "en")] == expected


@pytest.mark.parametrize(("text", "expected"), KOREAN.items())
def test_korean(text, expected):
    assert [text[start:end] for start, end in split_sentences(text, "ko")] == expected


def test_a_stretch_is_read_on_its_own():
    text = "앞 문장이다. 가운데다. 뒤 문장이다."
    start = text.index("가운데다.")
    assert split_sentences(text, "ko", start, start + 5) == [(start, start + 5)]


@pytest.mark.parametrize("text", ["", " \n\t ", ".", "...\n...", "“" * 50, "다.가" * 3])
def test_odd_text_is_covered_without_white_space(text):
    spans = split_sentences(text, "ko")
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())
