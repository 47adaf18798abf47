"""What is marked as junk in a text, and what must stay body. The texts are made up for these tests."""

import json
from datetime import date
from pathlib import Path
from random import Random

import pytest

from pipeline.cleaning import clean, identify, in_page
from pipeline.cleaning.datelines import dateline
from pipeline.cleaning.lines import lines_of

SHARED = Path(__file__).resolve().parents[2] / "shared"
READ = {"title", "byline", "body"}

PROSE_KO = [
    "한빛전자가 3분기에 매출 3조2000억 원을 올렸다고 17일 밝혔다.",
    "지난해 같은 기간보다 12% 늘어난 규모로, 서버용 제품이 실적을 이끌었다.",
    "회사는 내년에 설비 투자로 1조 원을 더 쓰겠다는 계획도 내놓았다.",
]
PROSE_EN = [
    "Northwind Energy said on Tuesday that revenue rose 12% to $3.2 billion in the third quarter.",
    "The company plans to spend another $1 billion on new turbines next year, its chief executive said.",
    "Shares of the group closed 4% higher in London after the figures were published.",
]


def marked(*lines, join="\n"):
    """Text to kind for every section, in order."""
    text = join.join(lines)
    return [(text[section.start : section.end], section.kind) for section in clean(text).sections]


def kind_of(wanted, *lines, join="\n"):
    """The kind of the section that holds the wanted text."""
    return next(kind for text, kind in marked(*lines, join=join) if wanted in text)


# What must stay


@pytest.mark.parametrize(
    "text",
    [
        "십원",
        "매출 3조 원",
        "- 매출 3조 원",
        "144,270,000",
        "댓글 3,000개",
        "Read more: revenue of $5 million",
        "| 3 | 4 | 5 |",
        "5.5",
        "홍길동 기자",
        "주요 뉴스",
        "Copyright 2024 Example Corp.",
        "2024-12-26",
    ],
)
def test_a_document_of_one_line_is_body(text):
    assert marked(text) == [(text, "body")]


@pytest.mark.parametrize("prose", [PROSE_KO, PROSE_EN])
@pytest.mark.parametrize(
    "items",
    [
        ["- 매출 3조 원", "- 영업이익 5000억 원 (전년 대비 12% 증가)", "- 순이익 3000억 원"],
        ["• Revenue of $3.2 billion, up 12%", "• Net income of $410 million", "• 1,200 new employees"],
        ["1. 반도체 부문 매출 2조 원", "2. 가전 부문 매출 1조 원", "3. 기타 2000억 원"],
        ["매출: 3조 원", "영업이익: 5000억 원", "직원: 1만2000명"],
        ["▶ 서버용 메모리 매출 40% 증가", "▶ 모바일 매출 5% 감소", "▶ 신규 채용 300명"],
    ],
)
def test_facts_in_a_list_stay_body_inside_and_at_the_end_of_an_article(prose, items):
    for lines in ([*prose[:2], *items, prose[2]], [*prose, *items]):
        for item in items:
            assert kind_of(item, *lines) == "body"


def test_an_article_about_copyright_comments_and_sharing_stays_body():
    lines = [
        "정부가 기사 무단 전재와 재배포를 막는 법안을 내놓았다.",
        "댓글 3만 개를 조사한 결과 12%가 같은 사람이 쓴 것이었다.",
        "공유 자전거 이용은 30% 늘었다.",
        "리베이트로 수수료를 제공받은 업체 3곳이 과징금 5억 원을 물었다.",
        "카카오톡 검색 이용자는 300만 명이다.",
        "The paper's affiliate links earned $5 million.",
        "The copyright office received 10,000 comments about the rule.",
    ]
    assert {kind for _, kind in marked(*lines)} == {"body"}


def test_headings_between_paragraphs_stay_body():
    assert kind_of("◇ 내년 계획", PROSE_KO[0], "◇ 내년 계획은 1조 원", *PROSE_KO[1:]) == "body"


def test_a_wrapped_article_is_one_paragraph_and_no_title():
    text = (
        "Northwind Energy said on Tuesday that revenue rose 12% to $3.2\n"
        "billion in the third quarter, helped by strong demand for its new\n"
        "turbines in northern Europe and a weaker currency, and that it\n"
        "would spend another $1 billion on factories next year."
    )
    assert [line.text for line in lines_of(text)] == [text]
    assert marked(text) == [(text, "body")]


def test_a_wrapped_lead_of_two_lines_is_no_title():
    text = "Northwind Energy said on Tuesday that revenue rose 12% to $3.2\nbillion in the third quarter."
    assert marked(text, *PROSE_EN[1:], join="\n\n")[0][1] == "body"


def test_headlines_of_one_length_are_no_wrapped_paragraph():
    headlines = [
        "Northwind lifts its revenue by 12% on new turbines",
        "Oil group plans to hire 500 people in Aberdeen",
        "Bank cuts 3,000 jobs as rates fall for third time",
    ]
    assert [line.text for line in lines_of("\n".join(headlines))] == headlines


def test_a_reporters_line_at_the_top_does_not_end_the_article():
    lines = ["한빛전자, 3분기 매출 3조", "홍길동 기자 hong@example.com", *PROSE_KO, "- 매출 3조 원", "- 이익 5000억 원"]
    assert kind_of("- 매출", *lines) == "body"
    assert kind_of("홍길동", *lines) == "byline"


def test_running_text_behind_a_reporters_line_stays_body():
    assert kind_of("설비 투자", *PROSE_KO[:2], "[홍길동 기자]", PROSE_KO[2]) == "body"


# What is junk


@pytest.mark.parametrize(
    "junk",
    [
        "좋아요 12",
        "• 화나요0",
        "댓글 34",
        "조회수 1,234",
        "공유 | 인쇄 | 스크랩",
        "글자크기",
        "[광고]",
        "구독하기",
        "Share this article",
        "5 min read",
        "Advertisement",
        "1,204 views",
        "Facebook Twitter LinkedIn",
    ],
)
def test_buttons_and_counts_are_boilerplate(junk):
    assert kind_of(junk, PROSE_KO[0], junk, *PROSE_KO[1:]) == "boilerplate"
    assert kind_of(junk, PROSE_EN[0], junk, *PROSE_EN[1:]) == "boilerplate"


def test_a_figure_below_a_button_is_its_count():
    assert kind_of("1,204", PROSE_KO[0], "좋아요", "1,204", *PROSE_KO[1:]) == "boilerplate"
    assert kind_of("1,204", PROSE_KO[0], "1,204", *PROSE_KO[1:]) == "body"


def test_more_of_something_is_no_heading_without_a_list():
    line = "More in Aberdeen: 500 jobs"
    assert kind_of(line, PROSE_EN[0], line, *PROSE_EN[1:]) == "body"


def test_a_caption_with_its_credit_is_no_title():
    caption = "▲ 한빛전자 평택 공장에서 직원 300명이 일하고 있다. (사진=한빛전자)"
    assert kind_of("300명", "한빛전자 실적 호조", caption, *PROSE_KO) == "body"


@pytest.mark.parametrize(
    "heading, items",
    [
        ("많이 본 뉴스", ["환율 1500원 돌파", "치킨값 3만원 시대", "집값 10% 하락"]),
        ("이 시각 주요 뉴스", ["1 환율 1500원 돌파", "2 치킨값 3만원 시대"]),
        ("같이 보면 좋은 기사", ["- 환율 1500원 돌파", "- 치킨값 3만원 시대"]),
        ("Related stories", ["Oil falls 3% on supply fears", "Bank hires 500 people"]),
        ("Most read", ["1. Oil falls 3% on supply fears", "2. Bank hires 500 people"]),
        ("More from Money:", ["- Oil falls 3% on supply fears", "- Bank hires 500 people"]),
        ("More money stories", ["- Oil falls 3% on supply fears", "- Bank hires 500 people"]),
    ],
)
@pytest.mark.parametrize("prose", [PROSE_KO, PROSE_EN])
def test_lists_under_a_heading_of_the_page_are_related(prose, heading, items):
    for lines in ([*prose, heading, *items], [*prose[:2], heading, *items, prose[2]]):
        assert [kind_of(item, *lines) for item in items] == ["related"] * len(items)
        assert kind_of(prose[2], *lines) == "body"


def test_headlines_of_one_publisher_are_related_wherever_they_stand():
    items = ["- 환율 1500원 돌파 - 나라일보", "- 치킨값 3만원 시대 - 나라일보", "- 집값 10% 하락 - 나라일보"]
    assert kind_of(items[1], *PROSE_KO[:2], *items, PROSE_KO[2]) == "related"


def test_headlines_at_the_end_are_known_by_their_marks():
    items = [
        "“더는 못 버텨”…폐업 100만 시대",
        "‘3억 로또’ 청약에 몰린 사람들",
        "환율 1500원, 어디까지 가나?",
        "[단독] 5조 사업 백지화",
    ]
    assert kind_of(items[3], *PROSE_KO, *items) == "related"


def test_items_that_only_quote_products_are_no_headlines():
    items = ["- ‘하늘 5’ 300만 대", "- ‘바다 3’ 120만 대", "- ‘구름 2 프로’ 40만 대"]
    assert kind_of(items[1], *PROSE_KO, *items) == "body"


def test_sentences_in_a_list_at_the_end_stay_body():
    items = ["- ‘하늘 5’는 300만 대 팔렸다.", "- “더 팔 수 있다…”고 회사는 말했다.", "- 직원은 몇 명이 되나?"]
    assert kind_of(items[0], *PROSE_KO, *items) == "body"


def test_a_single_pointer_to_another_article_is_related():
    for pointer in ("Read more: Oil falls 3% on supply fears", "☞ 환율 1500원 돌파", "[관련기사] 환율 1500원 돌파"):
        assert kind_of(pointer, PROSE_EN[0], pointer, *PROSE_EN[1:]) == "related"


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright © 나라일보. 무단 전재 및 재배포 금지",
        "저작권자 © 나라일보, 무단전재-재배포 금지",
        "<저작권자(c) 나라통신, 무단 전재-재배포, AI 학습 및 활용 금지>",
        "© 2024 The Paper. All rights reserved.",
    ],
)
def test_after_the_copyright_notice_nothing_is_body(notice):
    after = ["환율 1500원 돌파", "집값 10% 하락", "신문사는 서울 중구 세종대로 1길 2에 있으며 직원은 300명이다."]
    lines = [*PROSE_KO, notice, *after]
    assert not {kind_of(line, *lines) for line in after} & READ
    assert kind_of(PROSE_KO[2], *lines) == "body"


def test_after_the_comments_heading_nothing_is_body():
    lines = [*PROSE_EN, "Comments (3)", "This company lost $5 billion last year.", "No, it was 6."]
    assert kind_of("lost $5 billion", *lines) == "boilerplate"


@pytest.mark.parametrize(
    "rows",
    [
        ["종목", "현재가", "비트코인", "144,270,000", "-2.35%", "리플", "3,272", "-4.77%"],
        ["코스피 2,500.12 ▲12.30 0.5%", "코스닥 700.11 ▼3.20 0.4%", "원달러 1,470.5 ▲2.3 0.1%"],
        ["| Item | 2023 | 2024 |", "|---|---|---|", "| Revenue | 2,900 | 3,200 |"],
        ["항목\t2023\t2024", "매출\t2,900\t3,200", "이익\t410\t520"],
    ],
)
def test_tables_are_tables_in_the_middle_and_at_the_end(rows):
    for lines in ([*PROSE_KO[:2], *rows, PROSE_KO[2]], [*PROSE_KO, *rows]):
        assert kind_of(rows[-1], *lines) == "table"
        assert kind_of(PROSE_KO[2], *lines) == "body"


# Bylines and datelines


@pytest.mark.parametrize(
    "line",
    [
        "홍길동 기자",
        "[홍길동 기자]",
        "나라일보 홍길동 기자 hong@example.com",
        "(세종=나라통신) 홍길동 김철수 기자",
        "By Jane Doe",
        "By Jane Doe and John Roe",
        "hong@example.com",
        "사진=나라일보 제공",
        "Photo: Example Images",
        "승인 2024.12.26 06:00 댓글 0",
        "입력 2024-12-26 06:00 지면 A3면",
        "Written by Jane Doe",
        "입력 2024.12.26 06:00",
        "2024-12-26 06:00:12",
        "입력 : 2024년 12월 26일 오전 6:00 | 수정 : 2024.12.27 10:11",
        "Published: December 26, 2024 at 3:04 PM EST",
        "Updated Dec. 26, 2024",
    ],
)
def test_bylines(line):
    assert kind_of(line, "한빛전자 실적 호조", line, *PROSE_KO) == "byline"


@pytest.mark.parametrize(
    "byline, body",
    [
        ("[나라일보=홍길동 기자]", " 한빛전자가 매출 3조 원을 올렸다고 밝혔다."),
        ("(서울=나라통신) 홍길동 기자 =", " 한빛전자가 매출 3조 원을 올렸다고 밝혔다."),
        ("NEW YORK, Jan. 5 (Example Wire) - ", "Northwind said revenue rose 12% to $3 billion."),
        ("Jan 5 (Wire) - ", "Northwind said revenue rose 12% to $3 billion."),
        ("SAN FRANCISCO (AB) — ", "Northwind said revenue rose 12% to $3 billion."),
        ("SEOUL, Sept. 12, 2024 (Wire) -- ", "Northwind said revenue rose 12% to $3 billion."),
    ],
)
def test_a_byline_at_the_head_of_a_paragraph_is_cut_off(byline, body):
    assert marked(byline + body, *PROSE_KO)[0] == (byline.strip(), "byline")
    assert kind_of("3", byline + body, "끝으로 덧붙인 문장이다.") == "body"


@pytest.mark.parametrize(
    "text",
    [
        "[매출=3조 원] 한빛전자가 실적을 냈다.",
        "Northwind (NYSE: NWD) - up 12% - said so.",
        "한빛전자(HBE)가 매출 3조 원을 올렸다.",
        "회사는 요금을 내렸다(데이터 3GB 제공)",
    ],
)
def test_figures_and_names_in_brackets_are_no_bylines(text):
    assert marked(text, *PROSE_KO)[0][0].startswith(text)


@pytest.mark.parametrize(
    "body, byline",
    [
        ("두 회사 대표가 기념사진을 찍고 있다.", "/사진=나라일보 제공"),
        ("회사는 1조 원을 더 쓰겠다고 했다.", " 홍길동 기자 hong@example.com"),
        ("회사는 1조 원을 더 쓰겠다고 했다.", " hong@example.com"),
    ],
)
def test_a_byline_at_the_end_of_a_paragraph_is_cut_off(body, byline):
    kinds = marked(PROSE_KO[0], body + byline)
    assert kinds[-1] == (byline.strip(), "byline")


@pytest.mark.parametrize(
    "line, expected",
    [
        ("입력 2024-12-26 06:00", date(2024, 12, 26)),
        ("등록 2024.06.03 23:15", date(2024, 6, 3)),
        ("2024년 6월 3일", date(2024, 6, 3)),
        ("Thursday, December 26, 2024", date(2024, 12, 26)),
        ("26 Dec 2024", date(2024, 12, 26)),
        ("2024/12/26 10:00 송고", date(2024, 12, 26)),
        ("입력 2024-02-30 06:00", None),
        ("12/26/2024", None),
        ("2024년 12월 26일 한빛전자 실적", None),
        ("2024년 12월 26일 3조 원", None),
        ("나라일보 홍길동 기자 2024.12.26 06:00", date(2024, 12, 26)),
        ("일시: 2024년 12월 26일 15:00", None),
        ("2024년 12월 26일 15:00 시청 광장", None),
    ],
)
def test_days_of_datelines(line, expected):
    found = dateline(line)
    assert (found.day if found else None) == expected


def test_the_first_publication_wins_over_an_update():
    assert clean("\n".join(["제목", "수정 2024-12-27 10:00", "입력 2024-12-26 06:00", *PROSE_KO])).published_on == date(
        2024, 12, 26
    )


def test_a_date_in_the_article_is_no_day_of_publication():
    assert clean("\n".join([*PROSE_KO, "2024년 12월 26일", PROSE_KO[0]])).published_on is None


def test_a_day_at_the_head_of_the_text_is_that_of_publication():
    text = "date 2025-09-23 한빛전자가 22일 매출 3조 원을 올렸다고 밝혔다.\n" + PROSE_KO[1]
    assert clean(text).published_on == date(2025, 9, 23)
    assert text[clean(text).sections[0].end :].startswith(" 한빛전자가")


def test_a_day_that_begins_a_sentence_is_none_of_publication():
    assert clean("2025-09-23 한빛전자가 매출 3조 원을 올렸다.\n" + PROSE_KO[1]).published_on is None


def test_in_a_whole_page_a_masthead_is_no_dateline():
    masthead = "\n".join(["나라일보", "등록일", "2010.01.01", "발행인 홍길동"])
    assert in_page(masthead) is None
    assert in_page(masthead + "\n입력\n2024.12.26 06:00") == date(2024, 12, 26)


# Titles


def test_headlines_at_the_top_are_the_title():
    lines = ["한빛전자, 3분기 매출 3조2000억 원", "서버용 제품이 끌어올려", *PROSE_KO]
    assert marked(*lines)[0] == ("\n".join(lines[:2]), "title")
    assert clean("\n".join(lines)).title == lines[0]


@pytest.mark.parametrize(
    "heading", ["# Northwind lifts revenue", "Northwind to build plant in the U.S.", "#Northwind to build plant"]
)
def test_an_english_headline(heading):
    assert marked(heading, *PROSE_EN)[0] == (heading, "title")


def test_running_text_at_the_top_is_no_title():
    assert clean("\n".join(PROSE_KO)).title is None


def test_lines_without_any_sentence_are_no_title():
    assert {kind for _, kind in marked("매출 3조 원", "영업이익 5000억 원")} == {"body"}


# Sections as a whole


@pytest.mark.parametrize("join", ["\n", "\r\n", "\n\n", "\r", "\u2028"])
def test_sections_cover_all_but_white_space_without_overlap(join):
    text = join.join(["제목", "입력 2024-12-26", *PROSE_KO, "댓글 3", "• 좋아요0"])
    sections = clean(text).sections
    assert all(one.end <= two.start for one, two in zip(sections, sections[1:]))
    covered = {place for section in sections for place in range(section.start, section.end)}
    assert not [char for place, char in enumerate(text) if place not in covered and not char.isspace()]


PIECES = (
    *PROSE_KO, *PROSE_EN, "\n", "\r\n", " ", "\u2028", "\x85", "댓글 3", "- 항목", "주요 뉴스", "[홍길동 기자]",
    "무단 전재 및 재배포 금지", "| a | b |", "1,234", "By Jane Doe", "입력 2024-12-26 06:00", "# 제목", "“따옴표”…?", "\u0301", "\ufeff",
    "😀", "\x00", "\u202e",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(200))
def test_sections_of_any_text_cover_it_in_order_and_are_bare(seed):
    stirred = Random(seed)
    text = "".join(stirred.choices(PIECES, k=stirred.randint(0, 40)))
    sections = clean(text).sections
    ends = [place for section in sections for place in (section.start, section.end)]
    assert ends == sorted(ends)
    assert all(text[section.start : section.end].strip() == text[section.start : section.end] for section in sections)
    assert sum(len(text[s.start : s.end].split()) for s in sections) >= len(text.split())


def test_front_matter_is_a_section_of_its_own():
    text = "---\ntitle: x\n---\n" + PROSE_KO[0]
    first, second = clean(text, text.index(PROSE_KO[0])).sections
    assert (text[first.start : first.end], first.kind) == ("---\ntitle: x\n---", "front_matter")
    assert second.kind == "body"


# Languages


@pytest.mark.parametrize(
    "text, expected",
    [
        ("십원", "ko"),
        ("NVIDIA H100 GPU 10만 장", "ko"),
        (PROSE_KO[0], "ko"),
        (PROSE_EN[0], "en"),
        ("$5 million", "en"),
        ("Sprint", "en"),
        ("The Korean word 원 means won, the currency of South Korea.", "en"),
        ("Les revenus de la société ont augmenté de douze pour cent au troisième trimestre.", "und"),
        ("Der Umsatz des Konzerns stieg im dritten Quartal um zwölf Prozent.", "und"),
        ("売上高は三兆円に増えたと会社が発表した。", "und"),
        ("Выручка компании выросла на 12%.", "und"),
        ("$1,000,000", "en"),
        ("₩", "und"),
        ("", "und"),
    ],
)
def test_languages(text, expected):
    assert identify(text) == expected


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real articles are not beside this checkout")
def test_real_articles_keep_every_quantity_and_date_of_their_truth():
    for name in ("seeds_quantities", "seeds_dates"):
        for row in map(json.loads, (SHARED / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
            text = (SHARED / "seeds" / row["id"]).read_text(encoding="utf-8")
            holding = [s for s in clean(text).sections if s.start <= row["start"] and row["end"] <= s.end]
            assert [section.kind in READ for section in holding] == [True], row["surface"]
