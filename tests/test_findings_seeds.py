"""The findings of the seed corpus, and of the articles it restates, against what was checked by hand."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from pipeline import documents, extract, facts, findings, tables
from pipeline.parameters import Parameters

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "seeds" / "gold"
SHARED = ROOT.parent / "shared"
PUBLISHED = {"001": date(2024, 6, 24), "003": date(2025, 2, 5), "004": date(2024, 12, 26)}


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def found(folder: Path, inputs: list[Path], options: documents.Options) -> list[dict]:
    """Findings of some inputs with the words each compares, as (document, surface)."""
    parameters = Parameters()
    documents.run(inputs, folder, options, parameters)
    for stage in (extract, facts, findings):
        stage.run(folder, parameters)
    texts = {row["doc_id"]: row["text"] for row in tables.rows("documents", folder)}
    spans = defaultdict(list)
    for span in tables.rows("finding_spans", folder):
        spans[span["finding_id"]].append(
            (Path(span["doc_id"]).name, texts[span["doc_id"]][span["start"] : span["end"]])
        )
    return [row | {"compared": sorted(spans[row["finding_id"]])} for row in tables.rows("findings", folder)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return found(tmp_path_factory.mktemp("seeds"), [ROOT / "seeds" / "documents"], documents.Options())


def names(truth: dict) -> list[str]:
    return truth.get("documents") or [truth["id"]]


def agree(row: dict, truth: dict) -> bool:
    """One finding is the one that the truth describes."""
    return (
        (row["code"], row["severity"]) == (truth["code"], truth["severity"])
        and {doc for doc, _ in row["compared"]} == set(names(truth))
        and sorted(surface for _, surface in row["compared"]) == sorted(truth["surfaces"])
    )


def test_exactly_the_findings_that_were_checked_by_hand(corpus):
    expected = lines(GOLD / "findings.jsonl")
    missing = [truth for truth in expected if not any(agree(row, truth) for row in corpus)]
    wrong = [row["message"] for row in corpus if not any(agree(row, truth) for truth in expected)]
    assert (missing, wrong) == ([], [])


def test_what_they_say_is_what_was_worked_out_by_hand(corpus):
    for truth in lines(GOLD / "findings.jsonl"):
        row = next(row for row in corpus if agree(row, truth))
        told = " ".join(str(row[column]) for column in ("stated", "expected", "deviation", "basis", "message")).replace(
            ",", ""
        )
        for column in ("implied", "deviation"):
            assert truth.get(column, "") in told
        assert truth.get("reference", "").split(" ")[0] in told
        assert row["suggestion"] == truth.get("suggestion", row["suggestion"])
        assert row["alternatives"] == truth.get("alternatives", row["alternatives"])
        if "factor" in truth:
            assert f"{truth['factor']} times" in told
        if "band" in truth:
            assert f"rounding explains at most {truth['rounding']} the band is {truth['band']}" in row[
                "message"
            ].replace(",", "")


def test_nothing_that_was_found_to_be_right_is_flagged(corpus):
    for truth in lines(GOLD / "not_flagged.jsonl"):
        allowed = {(doc, surface) for doc in names(truth) for surface in truth["surfaces"]}
        for row in corpus:
            assert not (row["code"] in truth["codes"] and set(row["compared"]) <= allowed), (
                truth["reason"],
                row["message"],
            )


def test_the_repair_says_what_else_in_the_corpus_supports_it(corpus):
    (row,) = (row for row in corpus if row["code"] == "CUR101")
    assert "as 2 other documents of the corpus state" in row["message"]


def test_the_real_articles_that_the_seeds_restate(tmp_path):
    if not (SHARED / "gold" / "seeds_findings.jsonl").is_file():
        pytest.skip("the real articles are not beside this checkout")
    rows = []
    for article in sorted((SHARED / "seeds").glob("*.txt")):
        published = PUBLISHED.get(article.name[:3])
        rows += found(tmp_path / article.stem, [article], documents.Options(published=published))
    expected = lines(SHARED / "gold" / "seeds_findings.jsonl")
    assert all(any(agree(row, truth) for row in rows) for truth in expected)
    assert len(rows) == len(expected)
