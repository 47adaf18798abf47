"""Sentence splitting: what ends a sentence in Korean and English news, and that it takes linear time."""

import pytest

from pipeline.languages import split_sentences

KOREAN = [
    ["매출이 3.5% 늘었다.", "이익은 줄었다."],
    ["그는 “성장할 것”이라고 말했다.", "회사는 답하지 않았다."],
    ["“매출이 두 배로 늘었다.”라고 회사는 밝혔다.", "주가는 올랐다."],
    ["“내년에는 흑자를 낸다.”며 자신했다."],
    ["이유는 무엇일까?", "답은 간단하다!", "돈이다."],
    ["제목에는 마침표가 없다\n", "본문은 여기서 시작한다."],
    ["2024. 12. 26. 공시했다.", "금액은 1.5조 원이다."],
    ["김 대표는 웃었다…", "말은 없었다."],
    ["감사합니다.", "다음 소식이에요.", "끝났죠."],
]
ENGLISH = [
    ["Revenue rose 3.5% to $2.1 billion.", "Costs fell."],
    ["Apple Inc. said on Dec. 26 that it will invest.", "Shares rose."],
    ["J. P. Morgan and Mr. Smith met at 3 p.m. in Washington."],
    ["The U.S. economy grew.", "Prices did not."],
    ["Sales fell in the U.S. The company blamed rates."],
    ["“It works,” he said.", "Does it?", "Yes!"],
    ["A headline has no full stop\n", "The body starts here."],
    ["“We will grow.”", "That was the promise."],
    ["They paid e.g. for chips, servers etc. and people."],
]
BROKEN = {4: ["Sales fell in the U.S.", "The company blamed rates."]}


@pytest.mark.parametrize("sentences", KOREAN, ids=lambda sentences: sentences[0][:12])
def test_korean(sentences):
    check(sentences, "ko", sentences)


@pytest.mark.parametrize(("index", "sentences"), list(enumerate(ENGLISH)), ids=lambda value: str(value)[:14])
def test_english(index, sentences):
    check(sentences, "en", BROKEN.get(index, sentences))


def check(parts, language, expected):
    text = " ".join(parts)
    found = [text[start:end] for start, end in split_sentences(text, language)]
    assert found == [part.strip() for part in expected]


def test_offsets_count_in_the_whole_text():
    text = "앞. 매출이 늘었다. 이익은 줄었다. 뒤."
    start, end = text.index("매출"), text.index(" 뒤")
    assert [text[left:right] for left, right in split_sentences(text, "ko", start, end)] == [
        "매출이 늘었다.",
        "이익은 줄었다.",
    ]


def test_a_lost_line_break_still_ends_a_korean_sentence():
    text = "매출이 늘었다고 밝혔다.이 회사는 이익도 늘었다.“더 늘 것”이라고 했다. 주소는 example.com이다."
    assert [text[left:right] for left, right in split_sentences(text, "ko")] == [
        "매출이 늘었다고 밝혔다.",
        "이 회사는 이익도 늘었다.",
        "“더 늘 것”이라고 했다.",
        "주소는 example.com이다.",
    ]


def test_a_lost_line_break_still_ends_an_english_sentence():
    text = (
        "The insurer sold 3 policies.Its profit rose 4.5%.Mirr's sales fell (by 2%).“We grow,” it said in FY17.Analysts "
        'agree."The outlook is good," they said. Booking.Com and J.Crew grew to 2.5 million on www.Mirr.com and Mirr.com.'
    )
    assert [text[left:right] for left, right in split_sentences(text, "en")] == [
        "The insurer sold 3 policies.",
        "Its profit rose 4.5%.",
        "Mirr's sales fell (by 2%).",
        "“We grow,” it said in FY17.",
        "Analysts agree.",
        '"The outlook is good," they said.',
        "Booking.Com and J.Crew grew to 2.5 million on www.Mirr.com and Mirr.com.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n\n"])
def test_nothing_yields_nothing(text):
    assert split_sentences(text, "ko") == []


@pytest.mark.parametrize("piece", [". ", "a.", "\n", "(", "“", "가다. ", "1. "])
def test_the_same_again_and_again_is_covered(piece):
    text = piece * 5_000
    assert "".join("".join(text[start:end].split()) for start, end in split_sentences(text, "ko")) == "".join(
        text.split()
    )
