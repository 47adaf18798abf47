"""The stage: files in, documents, sections and rejects out; one bad document never stops the others."""

import json
import unicodedata
from datetime import date

import pytest

from pipeline import tables
from pipeline.documents import Counts, Options, run
from pipeline.parameters import Parameters
from pipeline.readers import InputError

ARTICLE = "한빛전자가 3분기에 매출 3조 원을 올렸다고 밝혔다.\n직원은 1만2000명으로 늘었다.\n"


def stage(tmp_path, files, options=Options(), inputs=None):
    """Write the files, run the stage; the tables by name."""
    folder = tmp_path / "in"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    counts = run([folder / name for name in inputs] if inputs else [folder], tmp_path / "out", options, Parameters())
    found = {name: tables.rows(name, tmp_path / "out") for name in ("documents", "sections", "rejects")}
    assert counts == Counts(*(len(found[name]) for name in ("documents", "sections", "rejects")))
    return found


def by_id(found):
    return {row["doc_id"]: row for row in found["documents"]}


def test_bad_input_is_rejected_row_by_row_and_the_rest_is_unaffected(tmp_path):
    bad = {
        "binary.txt": b"\x89PNG\r\n\x1a\n\0\0",
        "big.txt": ARTICLE.encode() * 200_000,
        "empty.txt": b"",
        "encoding.txt": "caf\xe9 au lait".encode("latin-1"),
        "front.md": "---\n- a list\n---\n" + ARTICLE,
        "impossible.md": "---\npublished_on: 2025-02-30\n---\n" + ARTICLE,
        "lines.jsonl": '{"id": "one", "text": "매출 3조 원"}\nnot json\n{"id": "one", "text": "또 하나"}\n{"id": "two"}\n',
        "page.html": "<html><body><p>Revenue rose",
        "picture.png": b"\x89PNG",
        "tongue.md": "---\nlanguage: xx\n---\n" + ARTICLE,
    }
    alone = stage(tmp_path / "alone", {"good.txt": ARTICLE})
    found = stage(tmp_path / "both", {"good.txt": ARTICLE} | bad)
    reasons = [(row["source_path"].rsplit("/", 1)[1], row["record"], row["reason"]) for row in found["rejects"]]
    assert reasons == [
        ("big.txt", 0, "too-large"),
        ("binary.txt", 0, "binary"),
        ("empty.txt", 0, "empty"),
        ("encoding.txt", 0, "encoding"),
        ("front.md", 0, "front-matter"),
        ("impossible.md", 0, "published-on"),
        ("lines.jsonl", 2, "not-json"),
        ("lines.jsonl", 3, "duplicate-id"),
        ("lines.jsonl", 4, "missing-text"),
        ("page.html", 0, "truncated"),
        ("picture.png", 0, "unknown-format"),
        ("tongue.md", 0, "language"),
    ]
    assert all(row["detail"] and row["sha256"] for row in found["rejects"])
    assert set(by_id(found)) == {"good.txt", "one"}
    both, only = by_id(found)["good.txt"], by_id(alone)["good.txt"]
    assert {**both, "source_path": ""} == {**only, "source_path": ""}


def test_the_first_record_with_an_id_is_kept(tmp_path):
    lines = [{"id": "a", "text": "매출 3조 원"}, {"id": "a", "text": "매출 4조 원"}]
    found = stage(tmp_path, {"a.jsonl": "\n".join(map(json.dumps, lines))})
    assert by_id(found)["a"]["text"] == "매출 3조 원"
    assert "a.jsonl" in found["rejects"][0]["detail"]


def test_paths_that_clash_give_way_to_full_paths_and_lose_nothing(tmp_path):
    found = stage(tmp_path, {"a/x.txt": ARTICLE, "b/x.txt": ARTICLE + "끝."}, inputs=["a", "b"])
    assert len(found["documents"]) == 2 and not found["rejects"]


def test_a_file_that_several_inputs_hold_is_read_once(tmp_path):
    found = stage(tmp_path, {"a/x.txt": ARTICLE, "a/y.txt": b""}, inputs=["a", "a/x.txt", "a/../a/y.txt"])
    assert [row["doc_id"] for row in found["documents"]] == ["x.txt"]
    assert [row["reason"] for row in found["rejects"]] == ["empty"]


def test_the_same_text_under_two_ids_is_kept_and_marked(tmp_path):
    found = by_id(
        stage(tmp_path, {"a.txt": ARTICLE, "b.md": "---\ntitle: x\n---\n\n" + ARTICLE, "c.txt": ARTICLE + "끝."})
    )
    assert [found[name]["duplicate_of"] for name in ("a.txt", "b.md", "c.txt")] == [None, "a.txt", None]


@pytest.mark.parametrize(
    "front, listed, option, dated, expected",
    [
        ("2025-01-01", "2025-01-02", date(2025, 1, 3), True, (date(2025, 1, 1), "metadata")),
        (None, "2025-01-02", date(2025, 1, 3), True, (date(2025, 1, 2), "metadata")),
        (None, None, date(2025, 1, 3), True, (date(2025, 1, 3), "option")),
        (None, None, None, True, (date(2025, 1, 4), "dateline")),
        (None, None, None, False, (None, "none")),
    ],
)
def test_where_the_day_of_publication_comes_from(tmp_path, front, listed, option, dated, expected):
    text = f"---\npublished_on: {front or ''}\n---\n제목\n" + ("입력 2025-01-04 06:00\n" if dated else "") + ARTICLE
    metadata = tmp_path / "m.csv"
    metadata.write_text(f"path,published_on\na.md,{listed or ''}\n", encoding="utf-8")
    row = by_id(stage(tmp_path, {"a.md": text}, Options(option, metadata)))["a.md"]
    assert (row["published_on"], row["published_basis"]) == expected


def test_a_page_states_its_day_outside_the_article(tmp_path):
    sentences = [
        "한빛전자가 3분기에 매출 3조 원을 올렸다고 17일 밝혔다.",
        "지난해보다 12% 늘어난 규모다.",
        "직원은 1만2000명으로 늘었다.",
    ]
    article = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    head = "<header><a>경제</a><span>등록</span> <span>2024.12.26 06:00</span></header>"
    foot = "<footer>나라일보 등록일 2010.01.01 발행인 홍길동</footer>"
    page = f"<html><body>{head}<h1>한빛전자 실적</h1><article>{article}</article>{foot}</body></html>"
    found = stage(tmp_path, {"a.html": page})
    row = by_id(found)["a.html"]
    assert (row["published_on"], row["published_basis"]) == (date(2024, 12, 26), "dateline")
    assert all(sentence in row["text"] for sentence in sentences) and "2010" not in row["text"]


def test_the_metadata_file_fills_in_what_the_document_leaves_open(tmp_path):
    metadata = tmp_path / "m.csv"
    metadata.write_text("id,title,publisher,licence\na.md,CSV title,CSV publisher,CC-BY-4.0\n", encoding="utf-8")
    found = stage(tmp_path, {"a.md": "---\ntitle: Own title\n---\n" + ARTICLE}, Options(metadata=metadata))
    row = by_id(found)["a.md"]
    assert (row["title"], row["publisher"], row["licence"]) == ("Own title", "CSV publisher", "CC-BY-4.0")
    assert row["source_publisher"] == "CSV publisher"


def test_the_metadata_file_may_write_a_name_in_another_normal_form(tmp_path):
    metadata = tmp_path / "m.csv"
    metadata.write_text(unicodedata.normalize("NFD", "path,title\n기사.txt,제목\n"), encoding="utf-8")
    assert by_id(stage(tmp_path, {"기사.txt": ARTICLE}, Options(metadata=metadata)))["기사.txt"]["title"] == "제목"


def test_a_restatement_is_its_sources(tmp_path):
    front = "---\npublisher: us\nreports_on:\n  publisher: WSJ\n  url: https://example.org\n  published_on: 2024-06-23\n---\n"
    row = by_id(stage(tmp_path, {"a.md": front + ARTICLE}))["a.md"]
    assert (row["is_restatement"], row["publisher"], row["source_publisher"]) == (True, "us", "WSJ")
    assert (row["url"], row["published_on"], row["published_basis"]) == (
        "https://example.org",
        date(2024, 6, 23),
        "metadata",
    )


def test_a_given_language_wins(tmp_path):
    rows = [{"id": "a", "text": "5.5", "language": "ko"}, {"id": "b", "text": "5.5"}, {"id": "c", "text": "십원"}]
    found = by_id(stage(tmp_path, {"a.jsonl": "\n".join(map(json.dumps, rows))}))
    assert [found[name]["language"] for name in "abc"] == ["ko", "en", "ko"]


def test_the_language_is_that_of_the_article_not_of_its_front_matter(tmp_path):
    front = "---\ntitle: A long English title for a short Korean text\npublisher: An English publisher\n---\n"
    assert by_id(stage(tmp_path, {"a.md": front + "십원\n"}))["a.md"]["language"] == "ko"


def test_the_same_input_gives_the_same_bytes(tmp_path):
    files = {"b.txt": ARTICLE, "a.txt": "제목\n" + ARTICLE, "c.txt": b""}
    for name in ("documents", "sections", "rejects"):
        stage(tmp_path, files)
        first = (tmp_path / "out" / f"{name}.parquet").read_bytes()
        stage(tmp_path, files)
        assert (tmp_path / "out" / f"{name}.parquet").read_bytes() == first


def test_nothing_readable_still_writes_all_tables(tmp_path):
    found = stage(tmp_path, {"empty.txt": b""})
    assert (len(found["documents"]), len(found["rejects"])) == (0, 1)


def test_a_missing_input_or_metadata_file_stops_at_once(tmp_path):
    with pytest.raises(InputError, match="no-such"):
        run([tmp_path / "no-such"], tmp_path / "out", Options(), Parameters())
    with pytest.raises(InputError, match="no-such.csv"):
        run([tmp_path], tmp_path / "out", Options(metadata=tmp_path / "no-such.csv"), Parameters())
    assert not (tmp_path / "out").exists()
