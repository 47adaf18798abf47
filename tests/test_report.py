"""The report: complete, safe against text from documents, the same bytes again, right in odd corpora.

Pages are read as HTML here; `test_report_browser` opens them in Chromium.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline import report
from pipeline.parameters import Parameters
from pipeline.renderers.html import charts, marking, page, wording
from pipeline.renderers.html.marking import Mark, pieces
from pipeline.tables import ContractError, path, read, write
from tests.corpus_rows import SCRIPT, corpus, empty, write_corpus
from tests.report_site import BESIDE, VALIDATION, written

ONLY_OURS = {"assets/report.js", "assets/search-index.js"}
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Read(HTMLParser):
    """A page as a browser sees it: its elements with attributes, and its text."""

    def __init__(self, source: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(source.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if attributes.get("id")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the corpus."""
    return written(tmp_path_factory.mktemp("corpus"))


def _pages(site: Path) -> Iterator[tuple[Path, Read]]:
    for source in sorted(site.rglob("*.html")):
        yield source, Read(source)


def _document(site: Path, doc_id: str) -> Read:
    return Read(site / "documents" / f"{wording.slug(doc_id)}.html")


def test_every_page_is_whole_and_every_link_leads_somewhere(site: Path) -> None:
    assert _every_link_leads_somewhere(site) >= 6 + 2 + 8


def _every_link_leads_somewhere(site: Path) -> int:
    """How many pages there are."""
    held = {source.resolve(): read for source, read in _pages(site)}
    for source, read in held.items():
        assert read.open == [], source
        assert len(set(read.ids)) == len(read.ids), source
        for href in {attributes["href"] for attributes in read.all("a")} - {BESIDE}:
            _leads_somewhere(source, href, held)
    return len(held)


def _leads_somewhere(source: Path, href: str, held: dict[Path, Read]) -> None:
    file, _, anchor = href.partition("#")
    target = (source.parent / file.partition("?")[0]).resolve() if file else source
    assert target in held, f"{source.name} leads to {href}"
    assert not anchor or anchor in held[target].ids, f"{source.name} leads to {href}"


def test_nothing_comes_from_elsewhere(site: Path) -> None:
    for source, read in _pages(site):
        loaded = [one["src"] for one in read.all("script") + read.all("img") if one.get("src")]
        loaded += [one["href"] for one in read.all("link")]
        assert all(not one.startswith(("http:", "https:", "//")) for one in loaded), source
        assert {one["src"].removeprefix("../") for one in read.all("script")} <= ONLY_OURS, source


def test_every_page_has_landmarks_a_title_and_labels(site: Path) -> None:
    for source, read in _pages(site):
        assert len(read.all("main")) == len(read.all("h1")) == 1, source
        assert read.all("html")[0]["lang"] == "en"
        labelled = {one["for"] for one in read.all("label")}
        fields = read.all("input") + read.all("select")
        assert all(one["id"] in labelled or one.get("aria-labelledby") in read.ids for one in fields), source
        assert all("scope" in one for one in read.all("th")), source
        assert all(one.get("aria-label") for one in read.all("svg")), source


def test_text_never_becomes_markup(site: Path) -> None:
    read = _document(site, "en/r1-cheap")
    assert read.text.count(SCRIPT) >= 3  # the page's title, its heading, the text
    for source, one in _pages(site):
        assert all(attributes.get("src") for attributes in one.all("script")), source
    index = (site / "assets" / "search-index.js").read_text(encoding="utf-8")
    entries = json.loads(index.removeprefix("const searchIndex = ").removesuffix(";\n"))
    assert SCRIPT in [entry["title"] for entry in entries]


def test_document_page_marks_its_numbers_and_shows_its_rows(site: Path) -> None:
    read = _document(site, "ko/stargate-late")
    marked = [one for one in read.all("a") if "quantity" in (one.get("class") or "")]
    assert [one["title"] for one in marked] == [
        "at most 50,000,000\u00a0USD; CUR101; FCT102",
        "at most 735,100,000,000,000\u00a0KRW; CUR101",
    ]
    for expected in ("budget", "conversion", "planned", "restatement in other words", "올해2025yearrelative"):
        assert expected in read.text


def test_document_page_shows_the_whole_text(site: Path) -> None:
    for row in corpus()["documents"]:
        assert "".join(row["text"].split()) in "".join(_document(site, row["doc_id"]).text.split())


def test_finding_shows_sentence_arithmetic_and_suggestion(site: Path) -> None:
    text = Read(site / "findings.html").text
    for expected in (
        "미국은 올해 스타게이트에 최대",
        "14702000 KRW per USD",
        "1455.45 KRW per USD",
        "×10101",
        "ECB reference rate of 2025-02-04",
        "5000억 달러",
        "735억1000만 원",
    ):
        assert expected in text


def test_conflicting_fact_has_a_chart_and_both_sides(site: Path) -> None:
    fact = next(row for row in corpus()["facts"] if row["metric"] == "training_cost")
    read = Read(site / "facts" / f"{fact['fact_id']}.html")
    assert read.all("svg")[0]["aria-label"] == "Values reported for R1: training cost, oldest first"
    assert [one["aria-label"] for one in read.all("section") if one.get("aria-label")] == ["Agree", "Do not agree"]
    agree, differ = read.text.split("Do not agree")
    assert "under 6,000,000\u00a0USD" in agree and "294,000\u00a0USD" in differ


def test_quality_shows_every_expectation_and_its_rows(site: Path) -> None:
    text = Read(site / "quality.html").text
    assert "quote to equal text" in text and "text to be composed" in text and "c-0123456789abcdef" in text


def test_rejects_say_how_many_and_why(site: Path) -> None:
    text = Read(site / "rejects.html").text
    assert "not-json" in text and "found <b>bold</b>" in text and "1 binary" in " ".join(text.split())


def test_same_tables_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = written(tmp_path)
    names = sorted(str(file.relative_to(site)) for file in site.rglob("*") if file.is_file())
    assert names == sorted(str(file.relative_to(again)) for file in again.rglob("*") if file.is_file())
    assert [name for name in names if (site / name).read_bytes() != (again / name).read_bytes()] == []


def test_summary_fits_a_screen_and_escapes(site: Path) -> None:
    told = (site / "report.md").read_text(encoding="utf-8")
    assert told.count("\n") < 50
    assert "| error | CUR101 |" in told and "<script>" not in told


def _only(*tables: str) -> dict:
    return empty() | {name: corpus()[name] for name in tables}


@pytest.mark.parametrize(
    ("tables", "place", "expected"),
    [
        (empty(), "index.html", "There is no document in this corpus."),
        (_only("rejects"), "index.html", "There is no document in this corpus: all 2 were rejected."),
        (_only("rejects"), "rejects.html", "seeds/documents/broken.txt"),
        (_only("documents", "sections"), "facts.html", "There is no fact"),
    ],
)
def test_corpora_without_much_have_right_pages(tmp_path: Path, tables: dict, place: str, expected: str) -> None:
    site = written(tmp_path, tables)
    assert expected in " ".join(Read(site / place).text.split())


def test_document_of_one_character_and_right_to_left(site: Path) -> None:
    assert "점" in _document(site, "ko/dot").text
    read = _document(site, "he/right-to-left")
    assert read.all("h1")[0]["dir"] == "auto" and "המודל עלה מעט." in read.text


def test_title_of_ten_thousand_characters_is_cut(tmp_path: Path) -> None:
    tables = corpus()
    tables["documents"][0]["title"] = "길다 " * 5000
    site = written(tmp_path, tables)
    read = _document(site, tables["documents"][0]["doc_id"])
    assert max(len(text) for text in read.texts if "길다" in text) == 120
    assert "길다…" in read.text


def test_renamed_column_and_missing_table_are_named(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    write("validation", VALIDATION, tmp_path)
    held = read("facts", tmp_path)
    pq.write_table(
        held.rename_columns(["topic" if name == "metric" else name for name in held.column_names]),
        path("facts", tmp_path),
    )
    with pytest.raises(
        ContractError, match="facts.parquet: column metric is missing; column topic is not in the contract"
    ):
        report.run(tmp_path, Parameters())
    path("facts", tmp_path).unlink()
    with pytest.raises(FileNotFoundError, match="the table facts is not there"):
        report.run(tmp_path, Parameters())


def test_missing_table_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    (tmp_path / "params.yaml").write_text("{}\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        report.main()
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert told == "report: data/documents.parquet: the table documents is not there; run the stage that writes it\n"


def test_long_lists_are_split_and_lead_to_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "PAGE_ROWS", 2)
    site = written(tmp_path)
    assert (site / "documents-3.html").is_file() and not (site / "documents-4.html").exists()
    read = Read(site / "documents-2.html")
    assert {"documents.html", "documents-2.html", "documents-3.html"} <= {one["href"] for one in read.all("a")}
    assert "6 in all" in read.text
    assert _every_link_leads_somewhere(site) > 20


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            {"low": Decimal("13750000000.000000000"), "high": None, "bound": "ge", "unit": "USD"},
            "at least 13,750,000,000 USD",
        ),
        ({"low": Decimal("5"), "high": Decimal("10"), "bound": "range", "unit": "%"}, "5 to 10 %"),
        (
            {"low": Decimal("25.3"), "high": Decimal("25.3"), "bound": "eq", "unit": "%", "approximate": True},
            "about 25.3 %",
        ),
        (
            {"low": Decimal("1E+3"), "high": Decimal("1E+3"), "bound": "eq", "unit": None, "per": "month"},
            "1,000 per month",
        ),
        ({"low": Decimal("5"), "high": None, "bound": "ge", "unit": "x", "approximate": True}, "at least about 5 x"),
        ({"low": None, "high": None, "bound": "eq", "unit": "USD"}, "not readable"),
        ({"low": Decimal("-3"), "high": Decimal("-3"), "bound": "approx", "unit": "pp"}, "about -3 pp"),
    ],
)
def test_amounts_are_told_exactly(row: dict, expected: str) -> None:
    assert wording.reading(row).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2019, 1, 1), date(2024, 12, 31), "2019 to 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2025, 7, 1), date(2025, 9, 30), "2025-07 to 2025-09"),
        (date(2024, 2, 1), date(2024, 2, 28), "2024-02-01 to 2024-02-28"),
        (date(2025, 1, 22), date(2025, 1, 22), "2025-01-22"),
        (date(2025, 1, 1), date(2025, 1, 1), "2025-01-01"),
        (date(9999, 1, 1), date(9999, 12, 31), "9999"),
        (None, None, ""),
    ],
)
def test_periods_are_told_as_short_as_they_are_whole(first: date | None, last: date | None, expected: str) -> None:
    assert wording.period(first, last) == expected
    assert wording.period(first, last, "FY2026-Q1") == "FY2026-Q1"


def test_pieces_of_overlapping_marks_are_the_text() -> None:
    text = "0123456789"
    marks = [Mark(2, 6, "a", "#x", "m"), Mark(4, 8, "b"), Mark(4, 5, "c"), Mark(9, 20, "d")]
    told = pieces(text, marks, 1)
    assert [(one.text, one.kinds) for one in told] == [
        ("1", ()),
        ("23", ("a",)),
        ("4", ("a", "b", "c")),
        ("5", ("a", "b")),
        ("67", ("b",)),
        ("8", ()),
        ("9", ("d",)),
    ]
    assert [one.anchor for one in told if one.anchor] == ["m"]


def test_marking_is_linear_in_its_marks() -> None:
    many = [Mark(place, place + 1, "quantity") for place in range(0, 200_000, 2)]
    assert len(pieces("x" * 200_000, many)) == 200_000
    assert marking.pieces("", []) == []


@pytest.mark.parametrize(
    ("ends", "expected"),
    [((0.0, 1500.0), "1.5k"), ((5e11, 5e11), "500B"), ((1e40, 1e40), "e+"), ((-2e6, -1e6), "-1M")],
)
def test_axis_labels_of_any_size(ends: tuple[float, float], expected: str) -> None:
    told = [charts.compact(end) for end in ends]
    assert any(expected in one for one in told)
    points = [charts.Point("a & <b>", None, *ends, True), charts.Point("c", None, None, ends[1], False)]
    drawn = charts.values_over_time(points, "USD", 'A "label" & <more>')
    assert drawn.startswith('<svg class="chart" role="img" aria-label="A &quot;label&quot; &amp; &lt;more&gt;"')
    assert "var(--accent)" in drawn and "#010101" not in drawn


@pytest.mark.parametrize("name", ["$\\frac$ News", "A$B", "two\nlines", "x" * 500, "\u202eמשהו", "<b>&amp;</b>", ""])
def test_names_of_any_kind_stand_in_a_chart(name: str) -> None:
    drawn = charts.values_over_time([charts.Point(name, date(2025, 1, 1), 1.0, 2.0, True)], "USD", name)
    assert drawn.count("<svg") == 1 and "<b>" not in drawn
