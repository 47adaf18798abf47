"""The command on other people's files: what it prints, what it writes, how it exits."""

from __future__ import annotations

import json

import pytest
import yaml
from click.testing import CliRunner
from rich.cells import cell_len

from pipeline import tables
from pipeline.cli import main
from pipeline.rules import rules

WRONG = "정부는 새 연구단지에 최대 3000만 달러(43조6000억 원)를 투입할 계획이다."
RIGHT = "정부는 새 연구단지에 최대 300억 달러(43조6000억 원)를 투입할 계획이다."
WRONG_ENGLISH = "The ministry will spend up to $30 million (43.6 trillion won) on the research park."
DAY = "2025-02-05"
WRITTEN = sorted(name for name in tables.names() if name != "validation")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def article(tmp_path):
    def write(text, name="article.txt", encoding="utf-8"):
        (tmp_path / name).write_bytes(text.encode(encoding))
        return name

    return write


def test_check_points_at_the_characters_and_suggests(run, article):
    text = f"국책 연구단지 밑그림 나왔다\n\n{WRONG}\n"
    done = run("check", article(text), "--published", DAY)
    head, excerpt, marker, suggestion, count = done.output.splitlines()
    assert head.startswith("article.txt:3:16: error CUR101 ")
    assert excerpt.strip() == WRONG
    assert marker.count("^") == cell_len("3000만 달러") and marker.index("^") == 4 + cell_len(WRONG[:15])
    assert suggestion.strip().startswith("suggestion: 300억 달러")
    assert count == "1 finding: 1 error"
    assert done.exit_code == 1


def test_check_reads_english(run, article):
    done = run("check", article(WRONG_ENGLISH), "--published", DAY)
    assert "error CUR101" in done.output and "$30 billion" in done.output
    assert done.exit_code == 1


def test_check_of_a_right_text_is_quiet(run, article):
    done = run("check", article(RIGHT), "--published", DAY)
    assert (done.output, done.exit_code) == ("no findings\n", 0)


def test_positions_are_the_users_in_cp949(run, article):
    done = run("check", article(f"머리말 한 줄입니다.\r\n{WRONG}\r\n", encoding="cp949"), "--published", DAY)
    assert done.output.startswith("article.txt:2:16: error CUR101 ")


def test_records_of_json_lines_have_their_line(run, article):
    lines = [json.dumps({"id": name, "text": text, "published_on": DAY}) for name, text in (("a", RIGHT), ("b", WRONG))]
    done = run("check", article("\n".join(lines), "news.jsonl"))
    assert done.output.startswith("news.jsonl:2: error CUR101 ")


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_decides_the_exit_status(run, article, fail_on, status):
    assert run("check", article(WRONG), "--published", DAY, "--fail-on", fail_on).exit_code == status


def test_formats_for_machines(run, article):
    name = article(WRONG)
    found = json.loads(run("check", name, "--published", DAY, "--format", "json").output)
    assert [(item["code"], item["place"]["line"], item["place"]["column"]) for item in found["findings"]] == [
        ("CUR101", 1, 16)
    ]
    github = run("check", name, "--published", DAY, "--format", "github").output
    assert github.startswith("::error file=article.txt,line=1,col=16,endColumn=24,title=CUR101 conversion-magnitude::")
    sarif = json.loads(run("check", name, "--published", DAY, "--format", "sarif").output)
    region = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 16, "endColumn": 24, "snippet": {"text": "3000만 달러"}}
    assert "| error | CUR101" in run("check", name, "--published", DAY, "--format", "markdown").output


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], 1),
        (["--select", "CUR"], 1),
        (["--select", "rat,cur101"], 1),
        (["--select", "RAT"], 0),
        (["--ignore", "CUR101"], 0),
    ],
)
def test_rules_can_be_chosen(run, article, options, codes):
    done = run("check", article(WRONG), "--published", DAY, *options)
    assert done.output.count("error CUR101") == codes and done.exit_code == codes


def test_standard_input_is_read(tmp_path):
    done = CliRunner().invoke(main, ["check", "-", "--published", DAY], input=WRONG)
    assert done.output.startswith("<stdin>:1:16: error CUR101") and done.exit_code == 1


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_is_not_there_is_an_error(run, article, option):
    done = run("check", article(WRONG), option, "CUR,XYZ1")
    assert done.exit_code == 2 and "no rule is called XYZ1" in done.output and "CUR101" in done.output


def test_an_empty_folder_holds_nothing_to_find(run, tmp_path):
    (tmp_path / "none").mkdir()
    done = run("check", "none")
    assert (done.exit_code, done.output) == (0, "no findings\n")


def test_what_was_acknowledged_is_left_out_and_its_stale_entries_told(run, article, tmp_path):
    name = article(WRONG)
    (found,) = json.loads(run("check", name, "--published", DAY, "--format", "json").stdout)["findings"]
    entries = [
        {"finding": found["finding_id"], "reason": "so it stands", "who": "desk", "until": "2099-01-01"},
        {"finding": "n-0000000000000000", "reason": "gone", "who": "desk", "until": "2099-01-01"},
        {"finding": "n-0000000000000001", "reason": "over", "who": "desk", "until": "2001-01-01"},
    ]
    (tmp_path / "accepted.yaml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    done = run("check", name, "--published", DAY, "--acknowledged", "accepted.yaml")
    assert (done.exit_code, done.stdout) == (0, "no findings\n")
    assert "n-0000000000000000 matches no finding" in done.stderr and "n-0000000000000001" in done.stderr


def test_an_acknowledgement_that_cannot_be_read_is_an_error(run, article, tmp_path):
    (tmp_path / "accepted.yaml").write_text("- finding: 3\n", encoding="utf-8")
    done = run("check", article(WRONG), "--acknowledged", "accepted.yaml")
    assert done.exit_code == 2 and "accepted.yaml: entry" in done.output


def test_rules_are_listed_and_explained(run):
    listed = run("rules").output.splitlines()
    assert [line.split()[0] for line in listed] == sorted(rules()) and len(listed) == 20
    for code, rule in rules().items():
        explained = run("explain", code.lower()).output
        assert explained.startswith(f"{code} {rule.name} ({rule.severity})") and rule.tolerance in explained
        assert all(example.texts[0].split("\n\n")[0] in explained for example in rule.examples)


def test_a_claim_is_explained_from_its_words_to_its_findings(run, article, tmp_path):
    run("extract", article(WRONG), "--out", tmp_path / "out", "--published", DAY)
    claim = next(row for row in tables.rows("claims", tmp_path / "out") if row["unit"] == "USD")
    explained = run("explain", claim["claim_id"], "--tables", "out").output
    assert "3000만 달러" in explained and "CUR101" in explained and "facts f-" in explained
    quantity = run("explain", claim["quantity_id"], "--tables", "out").output
    assert "article.txt, line 1, characters 15 to 23" in quantity and WRONG in quantity


@pytest.mark.parametrize("what", ["XXX999", "c-0000000000000000", "z-1"])
def test_what_cannot_be_explained_says_so(run, article, what):
    run("extract", article(WRONG), "--out", "data", "--published", DAY)
    done = run("explain", what)
    assert "no rule" in done.output or "no such row" in done.output
    assert done.exit_code == 2


def test_extract_writes_every_table_and_says_how_many_were_rejected(run, article, tmp_path):
    article(WRONG, "good.txt")
    article("", "empty.txt")
    article('{"id": "a"}\n', "records.jsonl")
    done = run("extract", tmp_path, "--out", tmp_path / "out", "--published", DAY)
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == WRITTEN
    assert "1 documents, 2 rejects" in done.output
    assert "rejected (empty)" in done.output and "records.jsonl:1: rejected (missing-text)" in done.output
    assert done.exit_code == 1


def test_extract_takes_metadata_from_a_file(run, article, tmp_path):
    article(WRONG, "a.txt")
    article(f"path,published_on\na.txt,{DAY}\n", "meta.csv")
    done = run("extract", "a.txt", "--out", "out", "--metadata", "meta.csv")
    assert done.exit_code == 0
    assert str(tables.rows("documents", tmp_path / "out")[0]["published_on"]) == DAY


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere.txt"], "nowhere.txt: no such file or folder"),
        (["extract", "nowhere", "--out", "out"], "nowhere: no such file or folder"),
        (["check", "a.txt", "--params", "params.yaml"], "params.yaml: there is no such parameter file"),
        (["check", "a.txt", "--metadata", "meta.csv"], "meta.csv"),
        (["check", "a.txt", "--published", "yesterday"], "yesterday"),
        (["summary", "."], "the table rejects is not there"),
    ],
)
def test_what_cannot_run_ends_with_status_two_and_says_why(run, article, arguments, said):
    article(RIGHT, "a.txt")
    done = run(*arguments)
    assert said in done.output and done.exit_code == 2
    assert "Traceback" not in done.output


def test_a_document_that_cannot_be_read_is_no_clean_check(run, article):
    article(RIGHT, "a.txt")
    article("", "b.txt")
    done = run("check", "a.txt", "b.txt", "--published", DAY)
    assert "b.txt: rejected (empty)" in done.output and done.exit_code == 2


@pytest.mark.parametrize("command", [[], ["extract"], ["check"], ["rules"], ["explain"], ["summary"], ["diff"]])
def test_help_teaches(run, command):
    done = run(*command, "--help")
    assert done.exit_code == 0 and "claimtrack" in done.output
