"""From documents to report and release, for corpora that hardly are one: every stage ends well and its pages say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import documents, evaluate, extract, facts, findings, release, report, validate
from pipeline.parameters import Parameters
from pipeline.tables import rows
from tests.test_report import Read

TITLE = "매출 3배 늘었다 " * 1000
CORPORA = {
    "nothing": {},
    "rejects only": {"picture.txt": b"\x89PNG\x00\x01", "empty.txt": b"", "broken.jsonl": b"{\n"},
    "odd documents": {
        "one-character.txt": "점".encode(),
        "long-title.md": f"---\ntitle: {TITLE}\n---\n매출은 3억원이다.\n".encode(),
        "right-to-left.txt": "החברה גייסה 5 מיליון דולר.\n\u202eשורה שנייה 7%\u202c\n".encode(),
        "<b>&.md": b"---\ntitle: '<script>alert(1)</script>'\npublisher: '\"><img src=x>'\n---\nSales rose 5% to $3 million.\n",
    },
}


@pytest.fixture(scope="module", params=CORPORA, ids=lambda name: name.replace(" ", "-"))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A corpus's name and the folder with everything that the stages made of it."""
    place, folder = tmp_path_factory.mktemp("seeds"), tmp_path_factory.mktemp("made")
    for name, content in CORPORA[request.param].items():
        (place / name).write_bytes(content)
    documents.run([place], folder, documents.Options(), Parameters())
    for stage in (extract, facts, findings):
        stage.run(folder, Parameters())
    assert validate.run(folder, Parameters()) == []
    evaluate.run(folder, Parameters(), gold=tmp_path_factory.mktemp("gold"))
    report.run(folder, Parameters())
    release.run(folder, Parameters())
    return request.param, folder


def test_every_file_is_a_document_or_a_reject(made: tuple[str, Path]) -> None:
    name, folder = made
    assert len(rows("documents", folder)) + len(rows("rejects", folder)) == len(CORPORA[name])
    assert all(row["reason"] and row["detail"] for row in rows("rejects", folder))


def test_every_page_is_whole_and_no_title_is_endless(made: tuple[str, Path]) -> None:
    _, folder = made
    pages = [Read(page) for page in sorted((folder / "report").rglob("*.html"))]
    assert len(pages) >= 9 + len(rows("documents", folder))
    for page in pages:
        assert page.open == [] and len(page.all("h1")) == 1
        assert all(one.get("src", "").endswith(".js") for one in page.all("script")) and not page.all("img")


def test_the_summary_stays_one_screen(made: tuple[str, Path]) -> None:
    _, folder = made
    told = (folder / "report" / "report.md").read_text(encoding="utf-8")
    assert told.count("\n") < 50 and max(map(len, told.splitlines())) < 500
    assert "<script>" not in told and "<img" not in told


def test_the_release_is_complete(made: tuple[str, Path]) -> None:
    _, folder = made
    for name in ("README.md", "DICTIONARY.md", "datapackage.json", "croissant.json"):
        assert (folder / "release" / name).stat().st_size > 0
