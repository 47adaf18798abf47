"""SARIF logs hold what the standard asks for, and a finding keeps its fingerprint while its file is edited."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from pipeline.cli import main
from pipeline.rules import rules
from tests.sarif_needed import LOG

SLIP = "미국은 이 사업에 최대 5000만 달러(735조1000억 원)를 투입할 예정이다."
INVERTED = "The panel expects growth of 10~5%."
ARTICLE = f"새 공장 소식\n\n오늘 회사가 계획을 밝혔다.\n\n{SLIP}\n"


def log(*paths: Path) -> dict:
    """The log of some files, as another program reads it."""
    done = CliRunner().invoke(main, ["check", *map(str, paths), "--published", "2025-02-05", "--format", "sarif"])
    return json.loads(done.stdout)


def results(tmp_path: Path, text: str, name: str = "article.md") -> list[dict]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return log(path)["runs"][0]["results"]


def uri(result: dict) -> str:
    return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def region(result: dict) -> dict:
    return result["locations"][0]["physicalLocation"]["region"]


@pytest.mark.parametrize("text", [ARTICLE, f"Report\n\n{INVERTED}\n", "Nothing to see here.\n"])
def test_a_log_holds_to_the_standard(tmp_path, text):
    path = tmp_path / "기사 #1.md"
    path.write_text(text, encoding="utf-8")
    faults = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(LOG).iter_errors(log(path))]
    assert faults == []


@pytest.mark.parametrize(
    "broken",
    [
        {"version": "2.0.0", "runs": []},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "results": []}]},
        {
            "version": "2.1.0",
            "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"ruleId": "CUR101", "locations": []}]}],
        },
    ],
)
def test_the_schema_notices_what_is_missing(broken):
    assert not Draft202012Validator(LOG).is_valid(broken)


def test_every_result_names_a_rule_of_the_log_at_a_level_it_may_have(tmp_path):
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    (run,) = log(path)["runs"]
    described = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert described == sorted(rules())
    assert {result["ruleId"] for result in run["results"]} == {"CUR101"}
    assert run["results"][0]["level"] == "error"


def test_the_region_is_where_the_words_stand(tmp_path):
    (result,) = results(tmp_path, ARTICLE)
    line = ARTICLE.splitlines()[region(result)["startLine"] - 1]
    assert line[region(result)["startColumn"] - 1 : region(result)["endColumn"] - 1] == "5000만 달러"
    (other,) = (place["physicalLocation"]["region"] for place in result["relatedLocations"])
    assert line[other["startColumn"] - 1 : other["endColumn"] - 1] == "735조1000억 원"


def as_written(form: str) -> bytes:
    """The article's bytes as another program saves them."""
    return {
        "decomposed": normalize("NFD", ARTICLE).encode(),
        "cp949": ARTICLE.encode("cp949"),
        "dos": b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode(),
        "front matter": f"---\ntitle: 소식\n---\n{ARTICLE}".encode(),
    }[form]


@pytest.mark.parametrize("form", ["decomposed", "cp949", "dos", "front matter"])
def test_the_region_counts_the_characters_of_the_file(tmp_path, form):
    path = tmp_path / "article.md"
    path.write_bytes(as_written(form))
    (result,) = log(path)["runs"][0]["results"]
    text = path.read_bytes().decode("cp949" if form == "cp949" else "utf-8-sig")
    line = text.splitlines()[region(result)["startLine"] - 1]
    assert normalize("NFC", line[region(result)["startColumn"] - 1 : region(result)["endColumn"] - 1]) == "5000만 달러"


def test_a_record_has_its_line_and_no_columns(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps({"id": name, "text": SLIP}) + "\n" for name in "ab"), encoding="utf-8")
    assert [region(result) for result in log(path)["runs"][0]["results"]] == [{"startLine": 1}, {"startLine": 2}]


def test_a_page_has_no_region(tmp_path):
    path = tmp_path / "article.html"
    path.write_text(f"<html><body><article><p>{SLIP}</p></article></body></html>", encoding="utf-8")
    (result,) = log(path)["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_several_files_are_told_apart(tmp_path):
    for name in ("one.md", "two.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    found = log(tmp_path)["runs"][0]["results"]
    assert [PurePosixPath(unquote(uri(result))).name for result in found] == ["one.md", "two.txt"]


@pytest.mark.parametrize(
    "edited",
    [
        ARTICLE.replace("계획을 밝혔다", "게획을 밝혔다"),
        ARTICLE.replace("오늘 회사가 계획을 밝혔다.", "오늘 회사가 새로운 계획을 언론에 밝혔다. 자세한 내용은 없다."),
        f"{ARTICLE}\n그 밖의 말은 없었다.\n",
    ],
)
def test_a_fingerprint_outlives_edits_elsewhere(tmp_path, edited):
    (before,), (after,) = results(tmp_path, ARTICLE), results(tmp_path, edited)
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_another_number_is_another_fingerprint(tmp_path):
    (before,), (after,) = results(tmp_path, ARTICLE), results(tmp_path, ARTICLE.replace("735조1000억", "736조1000억"))
    assert before["partialFingerprints"] != after["partialFingerprints"]
