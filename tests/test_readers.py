"""Every format is read, and what cannot be read is a reject that says why; made in the tests, byte by byte."""

import hashlib
import json
import os
import unicodedata
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.parameters import DocumentParameters
from pipeline.readers import BadInput, InputError, Record, Reject, checked, metadata_file, read, source_position

SENTENCE = "매출은 3조 원으로 늘었다.\n"
PARAGRAPH = "<p>The company said that revenue rose to $3 billion in the third quarter of 2024.</p>"


def read_bytes(tmp_path, name, content, max_bytes=100_000):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read([path], DocumentParameters(max_bytes=max_bytes)))


def only(items):
    assert len(items) == 1
    return items[0]


def reason(items):
    item = only(items)
    assert isinstance(item, Reject)
    return item.reason


def texts(items):
    return [item.text if isinstance(item, Record) else item.reason for item in items]


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_text_is_the_same_in_every_encoding_we_read(tmp_path, encoding):
    assert only(read_bytes(tmp_path, "a.txt", SENTENCE.encode(encoding))).text == SENTENCE


def test_text_is_nfc_and_its_hash_is_of_the_bytes(tmp_path):
    content = unicodedata.normalize("NFD", SENTENCE).encode()
    record = only(read_bytes(tmp_path, "a.txt", content))
    assert record.text == SENTENCE
    assert record.sha256 == hashlib.sha256(content).hexdigest()


def test_newlines_are_kept_as_they_are(tmp_path):
    assert only(read_bytes(tmp_path, "a.txt", "하나.\r\n\r\n둘.\n셋.\r")).text == "하나.\r\n\r\n둘.\n셋.\r"


@pytest.mark.parametrize(
    "content, expected",
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff\n".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (b"%PDF-1.7\n1 0 obj", "binary"),
        (b"text\0with a hole", "binary"),
        (SENTENCE.encode("utf-16"), "encoding"),
        (SENTENCE.encode("utf-16-le"), "binary"),
        ("売上高は三兆円に増えた。".encode("euc_jp") + b"\xff", "encoding"),
        ("caf\xe9 sold 3 million cups".encode("latin-1"), "encoding"),
        ("He said \u201cRevenue rose\u201d and \u201cProfit fell\u201d".encode("cp1252"), "encoding"),
        (SENTENCE.encode() * 5000, "too-large"),
    ],
)
def test_what_is_no_text_is_rejected(tmp_path, content, expected):
    assert reason(read_bytes(tmp_path, "a.txt", content)) == expected


def test_a_reject_says_what_the_bytes_look_like(tmp_path):
    reject = only(read_bytes(tmp_path, "a.txt", SENTENCE.encode("utf-16")))
    assert "utf_16" in reject.detail and "UTF-8" in reject.detail
    assert reject.record == 0 and len(reject.sha256) == 64


# Markdown


def test_front_matter_is_part_of_the_text_and_its_values_are_text(tmp_path):
    text = "---\ntitle: 2024\nlanguage: no\npublisher: null\n---\nRevenue rose.\n"
    record = only(read_bytes(tmp_path, "a.md", text))
    assert record.text == text
    assert record.text[record.front_matter :] == "Revenue rose.\n"
    assert record.said == {"title": "2024", "language": "no", "publisher": None}


def test_a_file_without_front_matter_is_all_text(tmp_path):
    record = only(read_bytes(tmp_path, "a.md", "# 제목\n\n본문이다.\n\n---\n\n끝이다.\n"))
    assert (record.front_matter, dict(record.said)) == (0, {})


@pytest.mark.parametrize(
    "block",
    [
        "---\ntitle: [unclosed\n---\nText.",
        "---\n- a\n- list\n---\nText.",
        "---\njust words\n---\nText.",
        "---\ntitle: never closed\n\nText.",
        "---\n" + "[" * 5000 + "\n---\nText.",
        "---\ntitle: !!python/object:os.system x\n---\nText.",
        "---\na: 1\n\ttab: 2\n---\nText.",
    ],
)
def test_unusable_front_matter_is_rejected(tmp_path, block):
    assert reason(read_bytes(tmp_path, "a.md", block)) == "front-matter"


def test_the_line_of_broken_front_matter_is_told(tmp_path):
    reject = only(read_bytes(tmp_path, "a.md", "---\ntitle: fine\nurl: [a\n---\nText."))
    assert "line 4" in reject.detail or "line 3" in reject.detail


def test_front_matter_alone_is_no_document(tmp_path):
    assert reason(read_bytes(tmp_path, "a.md", "---\ntitle: x\n---\n\n")) == "empty"


# JSON Lines


def test_every_line_is_a_record_of_its_own(tmp_path):
    lines = [
        '{"id": "a", "text": "십원", "published_on": "2025-02-05"}',
        "not json",
        "[1, 2]",
        '{"id": "b"}',
        '{"id": "c", "text": ""}',
        '{"id": "d", "text": 5}',
        "",
        '{"id": 7, "text": "매출 3조 원"}',
        '{"text": "no id"}',
        '{"id": "e", "text": "half \\ud83d"}',
        '{"id": true, "text": "x"}',
        '{"id": "f", "text": "deep", "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ]
    items = read_bytes(tmp_path, "a.jsonl", "\n".join(lines), max_bytes=1_000_000)
    assert texts(items) == [
        "십원",
        "not-json",
        "not-an-object",
        "missing-text",
        "missing-text",
        "missing-text",
        "매출 3조 원",
        "no id",
        "encoding",
        "metadata",
        "not-json",
    ]
    assert [item.record for item in items] == [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
    assert [item.doc_id for item in items if isinstance(item, Record)] == ["a", "7", "a.jsonl#9"]


def test_a_line_hashes_without_its_end(tmp_path):
    line = b'{"id": "a", "text": "x"}'
    one, two = read_bytes(tmp_path, "a.jsonl", line + b"\r\n" + line)
    assert one.sha256 == two.sha256 == hashlib.sha256(line).hexdigest()


def test_a_long_line_is_a_reject_and_the_next_is_read(tmp_path):
    long = json.dumps({"id": "long", "text": "3조 원 " * 10_000}).encode()
    items = read_bytes(tmp_path, "a.jsonl", long + b'\n{"id": "b", "text": "ok"}\n', max_bytes=20_000)
    assert texts(items) == ["too-large", "ok"]
    assert items[0].sha256 == hashlib.sha256(long).hexdigest()
    assert f"{len(long):,}" in items[0].detail


def test_text_of_a_record_is_kept_as_it_is(tmp_path):
    text = "  \t매출\u3000３조\n\n끝  "
    assert only(read_bytes(tmp_path, "a.jsonl", json.dumps({"text": text}))).text == text


def test_a_file_of_empty_lines_is_empty(tmp_path):
    assert reason(read_bytes(tmp_path, "a.jsonl", "\n\n  \n")) == "empty"


# Parquet


def parquet(tmp_path, **columns):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table(columns), path)
    return list(read([path], DocumentParameters()))


def test_rows_are_records(tmp_path):
    items = parquet(
        tmp_path,
        id=["a", "b", None],
        text=["매출 3조 원", None, "셋째"],
        published_on=pa.array([date(2025, 2, 5), None, None], pa.date32()),
        unknown=[1, 2, 3],
    )
    assert texts(items) == ["매출 3조 원", "missing-text", "셋째"]
    assert [item.record for item in items] == [1, 2, 3]
    assert items[0].said["published_on"] == date(2025, 2, 5)
    assert items[2].doc_id == "a.parquet#3"


def test_a_table_without_text_is_rejected_as_a_whole(tmp_path):
    assert reason(parquet(tmp_path, body=["x"])) == "missing-column"


def test_a_broken_table_is_rejected(tmp_path):
    assert reason(read_bytes(tmp_path, "a.parquet", b"PAR1 broken PAR1")) == "malformed"


# HTML


def page(body, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def test_the_article_and_what_the_page_says_about_it(tmp_path):
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": "NewsArticle",
                "headline": "Revenue beats forecasts",
                "datePublished": "2024-11-05T08:00:00+09:00",
                "author": [{"@type": "Person", "name": "A. Writer"}],
                "publisher": {"@type": "Organization", "name": "The Paper"},
            },
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    menu = "<nav><ul><li>Politics 7</li><li>Sport 9</li></ul></nav>"
    record = only(read_bytes(tmp_path, "a.html", page(f"{menu}<article>{PARAGRAPH * 3}</article>", head)))
    known = checked(record.said)
    assert known.title == "Revenue beats forecasts" and record.text.startswith(known.title)
    assert known.published_on == date(2024, 11, 5)
    assert (known.author, known.publisher) == ("A. Writer", "The Paper")
    assert "$3 billion" in record.text and "Politics" not in record.text


def test_the_day_is_read_from_meta_elements_too(tmp_path):
    head = '<meta property="article:published_time" content="2024-11-05T23:30:00Z">'
    record = only(read_bytes(tmp_path, "a.htm", page(f"<article>{PARAGRAPH * 3}</article>", head)))
    assert checked(record.said).published_on == date(2024, 11, 5)


@pytest.mark.parametrize(
    "content, expected",
    [
        (page(""), "empty"),
        (page(PARAGRAPH * 3).replace("</body></html>", ""), "truncated"),
        (page(PARAGRAPH * 3).replace("</body></html>", '<div class="foo'), "truncated"),
        (page("<div>" * 50_000 + PARAGRAPH + "</div>" * 50_000), "malformed"),
        (page("<b>" * 20_000 + PARAGRAPH), "malformed"),
        (page("<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x</p>"), "malformed"),
        (page("<nav><ul><li></li></ul></nav><script>let text = 'Revenue rose.'</script>"), "empty"),
    ],
)
def test_pages_that_cannot_be_read_are_rejected(tmp_path, content, expected):
    assert reason(read_bytes(tmp_path, "a.html", content, max_bytes=10_000_000)) == expected


@pytest.mark.parametrize("value", ["2024-02-30", "Tue, 05 Nov 2024 08:00:00 GMT", "yesterday", ""])
def test_a_day_that_a_page_states_badly_is_passed_over(tmp_path, value):
    head = f'<meta property="article:published_time" content="{value}">'
    assert checked(only(read_bytes(tmp_path, "a.html", page(PARAGRAPH * 3, head))).said).published_on is None


def test_the_heading_of_a_page_is_its_title_without_the_name_of_the_site(tmp_path):
    head = '<meta property="og:title" content="Revenue beats forecasts | The Paper">'
    record = only(
        read_bytes(
            tmp_path, "a.html", page(f"<h1>Revenue beats forecasts</h1><article>{PARAGRAPH * 3}</article>", head)
        )
    )
    assert record.said["title"] == "Revenue beats forecasts"
    assert record.text.count("Revenue beats forecasts") == 1


def test_a_declared_character_set_counts_when_the_page_is_no_other(tmp_path):
    head = '<meta charset="windows-1252">'
    western = page(PARAGRAPH.replace("The company", "\u201cThe\u201d company") * 3, head).encode("cp1252")
    assert only(read_bytes(tmp_path, "a.html", western)).text.startswith("\u201cThe\u201d")
    wrong = page("<p>한빛전자는 매출이 3조 원이라고 밝혔다.</p>" * 3, head).encode("cp949")
    assert only(read_bytes(tmp_path, "b.html", wrong)).text.startswith("한빛전자는")


def test_markup_inside_scripts_is_not_counted(tmp_path):
    head = "<script>" + "document.write('<div><div>');" * 500 + "</script>"
    assert "$3 billion" in only(read_bytes(tmp_path, "a.html", page(PARAGRAPH * 3, head))).text


def test_broken_linked_data_does_no_harm(tmp_path):
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    record = only(read_bytes(tmp_path, "a.html", page(f"<article>{PARAGRAPH * 3}</article>", head)))
    assert "$3 billion" in record.text


# Files and folders


def test_a_tree_is_read_in_the_order_of_its_paths(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/k.md", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("본문이다.", encoding="utf-8")
    items = list(read([tmp_path], DocumentParameters()))
    assert [item.doc_id for item in items] == ["a/k.md", "a/z.txt", "b.txt"]
    assert items[0].source_path == (tmp_path / "a/k.md").as_posix()


def test_an_unknown_ending_is_a_reject(tmp_path):
    reject = only(read_bytes(tmp_path, "a.docx", b"PK\x03\x04"))
    assert reject.reason == "unknown-format" and ".jsonl" in reject.detail


def test_links_that_loop_or_lead_nowhere_are_rejects(tmp_path):
    (tmp_path / "a.txt").write_text("본문이다.", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    assert texts(read([tmp_path], DocumentParameters())) == ["본문이다.", "unreadable", "unreadable", "unreadable"]


def test_a_net_of_links_is_not_endless(tmp_path):
    names = [f"d{n}" for n in range(12)]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text("본문이다.", encoding="utf-8")
        for other in names:
            (tmp_path / name / f"to-{other}").symlink_to(tmp_path / other, target_is_directory=True)
    items = list(read([tmp_path], DocumentParameters()))
    assert len({item.sha256 for item in items}) == 2
    assert sum(isinstance(item, Record) for item in items) == len(names)


def test_folders_may_be_deep(tmp_path):
    folder = tmp_path / "/".join(["d"] * 700)
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("본문이다.", encoding="utf-8")
    assert texts(read([tmp_path], DocumentParameters())) == ["본문이다."]


def test_a_pipe_is_a_reject_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(list(read([tmp_path], DocumentParameters()))) == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_a_reject(tmp_path):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert reason(list(read([tmp_path], DocumentParameters()))) == "unreadable"


def test_a_file_name_that_is_no_text_is_written_out(tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("본문이다.", encoding="utf-8")
    record = only(list(read([tmp_path], DocumentParameters())))
    assert record.doc_id == "caf\\xe9.txt" and record.source_path.encode()


def test_an_id_from_a_path_is_the_same_on_every_system(tmp_path):
    (tmp_path / unicodedata.normalize("NFD", "기사.txt")).write_text("본문이다.", encoding="utf-8")
    assert only(list(read([tmp_path], DocumentParameters()))).doc_id == "기사.txt"


def test_a_missing_input_stops_at_once(tmp_path):
    with pytest.raises(InputError, match="nothing-here"):
        read([tmp_path / "nothing-here"], DocumentParameters())


# Metadata


@pytest.mark.parametrize(
    "value, expected",
    [
        ("2025-02-05", date(2025, 2, 5)),
        (" 2025-02-05T23:59:00+09:00 ", date(2025, 2, 5)),
        ("2025-02-05 06:00", date(2025, 2, 5)),
        (date(2025, 2, 5), date(2025, 2, 5)),
        (datetime(2025, 2, 5, 6), date(2025, 2, 5)),
        (None, None),
        ("", None),
    ],
)
def test_days(value, expected):
    assert checked({"published_on": value}).published_on == expected


@pytest.mark.parametrize(
    "said, expected",
    [
        ({"published_on": "2025-02-30"}, "published-on"),
        ({"published_on": "2025-13-01"}, "published-on"),
        ({"published_on": "yesterday"}, "published-on"),
        ({"published_on": 20250205}, "published-on"),
        ({"published_on": ["2025-02-05"]}, "published-on"),
        ({"language": "klingon"}, "language"),
        ({"language": "fr"}, "language"),
        ({"title": {"a": 1}}, "metadata"),
        ({"reports_on": "Reuters"}, "metadata"),
        ({"reports_on": {"published_on": "2025-02-30"}}, "published-on"),
        ({"title": "half \ud83d"}, "encoding"),
    ],
)
def test_impossible_metadata_is_rejected(said, expected):
    with pytest.raises(BadInput) as raised:
        checked(said)
    assert raised.value.reason == expected


def test_regions_and_several_authors():
    known = checked({"language": "ko-KR", "author": ["A", "B"], "unknown": object()})
    assert (known.language, known.author) == ("ko", "A, B")


def test_a_restatement_has_the_day_and_address_of_the_report():
    report = {"publisher": "WSJ", "url": "https://example.org/a", "published_on": "2024-06-23"}
    known = checked({"publisher": "us", "published_on": "2026-01-01", "reports_on": report})
    assert known.is_restatement
    assert (known.publisher, known.source_publisher) == ("us", "WSJ")
    assert (known.url, known.published_on) == ("https://example.org/a", date(2024, 6, 23))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp949"])
def test_a_metadata_file(tmp_path, encoding):
    path = tmp_path / "m.csv"
    path.write_bytes("path,title,published_on\na.txt,제목,2025-02-05\n".encode(encoding))
    assert metadata_file(path)["a.txt"].title == "제목"


@pytest.mark.parametrize(
    "content, told",
    [
        ("id,titel\na,b\n", "titel"),
        ("title\nb\n", "id or path"),
        ("id,published_on\na,2025-02-30\n", ":2: "),
        ("id,title\n,b\n", ":2: "),
        ("id,title\na,b\na,c\n", ":3: "),
        ("", "id or path"),
    ],
)
def test_an_unusable_metadata_file_stops_with_its_line(tmp_path, content, told):
    path = tmp_path / "m.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        metadata_file(path)
    assert told in str(raised.value) and "m.csv" in str(raised.value)


# Positions


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_place_in_the_text_is_found_in_the_file(tmp_path, encoding, newline):
    text = newline.join(["첫 줄이다.", "둘째 줄에 3조 원이 있다.", ""])
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    place = source_position(path, 0, text.index("3조"))
    assert (place.line, place.column, place.line_text) == (2, 7, "둘째 줄에 3조 원이 있다.")


@pytest.mark.parametrize("line", ["카페에 3조 원", "café é\u0323 3 조", "\u0958\u0301 3조"])
def test_a_place_is_found_in_a_file_that_is_not_normalized(tmp_path, line):
    raw = "머리\n" + unicodedata.normalize("NFD", line)
    path = tmp_path / "a.txt"
    path.write_text(raw, encoding="utf-8")
    text = unicodedata.normalize("NFC", raw)
    place = source_position(path, 0, text.index("3"))
    assert place.line == 2
    assert place.line_text[place.column - 1] == "3"


def test_a_file_that_is_gone_has_no_places(tmp_path):
    assert source_position(tmp_path / "gone.txt", 0, 3) is None


def test_a_record_of_json_lines_has_its_line_and_a_row_has_none(tmp_path):
    assert source_position(tmp_path / "a.jsonl", 4, 10).line == 4
    assert source_position(tmp_path / "a.parquet", 4, 10) is None
    assert source_position(tmp_path / "a.html", 0, 10) is None
