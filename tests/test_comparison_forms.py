"""A comparison as text, JSON and Markdown, and the command that prints it."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from click.testing import CliRunner

from pipeline import tables
from pipeline.cli import main
from pipeline.comparison import Comparison
from pipeline.comparison.differences import Difference, Field
from pipeline.comparison.snapshots import Item
from pipeline.renderers.forms import forms
from tests.revisions import project, write
from tests.revisions import replace as replaced

FORMS = forms("pipeline.renderers.changes")
SOURCE, EITHER = ("source",), ("extractor", "rule")
HOSTILE = "<script>alert(1)</script> | `5` [x](y)\nnext"
BEFORE = "The bridge weighs {} tonnes."


def row(table, **said):
    return dict.fromkeys(column.name for column in tables.contract(table).columns) | said


def claim(name="a.md", surface="5 tonnes", **said):
    known = {"metric": "dimension", "aspect": "level", "unit": "t", "bound": "eq", "subject": "bridge"}
    amounts = {"low": Decimal("5.000000000"), "high": Decimal("5.000000000"), "low_f64": 5.0}
    return Item("c-0000000000000001", row("claims", **(known | amounts | said)), name, 4, 12, surface)


def changed(**said):
    weight = Field("low", Decimal("4.500000000"), Decimal("5.000000000"), (SOURCE,))
    return Difference("claims", "changed", claim(**said), (SOURCE,), (weight,))


@pytest.fixture
def found():
    finding = row("findings", code="UNI101", message="off by 3 %", severity="error")
    gone = Difference("findings", "removed", Item("n-0000000000000001", finding, "a.md", 4, 12, "5 tonnes"), (EITHER,))
    added = Difference("claims", "added", claim("b.md"), (SOURCE,))
    several = {
        "source": ("seeds/documents/a.md", "seeds/documents/b.md"),
        "extractor": tuple("abcdefgh"),
        "rule": ("r",),
    }
    return Comparison("main (0123456789)", "the work tree", several, (changed(), added, gone), ("a remark",))


def test_text_says_what_and_why(found):
    assert FORMS["text"].render(found).splitlines() == [
        "main (0123456789) to the work tree: 2 claims, 1 finding differ",
        "    source changed: seeds/documents/a.md, seeds/documents/b.md",
        "    extractor changed: a, b, c, d, e and 3 more",
        "    rule changed: r",
        "    note: a remark",
        "claims: 1 added, 1 changed",
        "~ a.md: 5 tonnes = bridge: dimension, 5 t [source changed]",
        "    low: 4.5 → 5",
        "+ b.md: 5 tonnes = bridge: dimension, 5 t [source changed]",
        "findings: 1 removed",
        "- a.md: UNI101 off by 3 % [extractor or rule changed]",
    ]


def test_one_difference_differs(found):
    alone = FORMS["text"].render(replace(found, differences=(changed(),)))
    assert alone.splitlines()[0].endswith(": 1 claim differs")


def test_each_column_says_its_cause_where_a_row_has_several(found):
    fields = (Field("low", None, Decimal(5), (SOURCE,)), Field("unit", "t", "kg", (("rule",),)))
    several = replace(changed(), steps=(SOURCE, ("rule",)), fields=fields)
    text = FORMS["text"].render(replace(found, differences=(several,)))
    assert "[source changed and rule changed]" in text
    assert "    low: null → 5 [source changed]\n    unit: t → kg [rule changed]\n" in text


def test_long_words_are_cut_around_what_differs(found):
    old, new = "word " * 100 + "five" + " more" * 100, "word " * 100 + "six" + " more" * 100
    some = replace(changed(), fields=(Field("quote", old, new, (SOURCE,)),))
    line = FORMS["text"].render(replace(found, differences=(some,))).splitlines()[-1]
    assert "five" in line and "six" in line and len(line) < 200


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_rows_beyond_the_limit_are_counted(found, form):
    many = replace(found, differences=tuple(changed(name=f"{place:02}.md") for place in range(30)))
    text = FORMS[form].render(many, limit=10)
    assert "09.md" in text and "10.md" not in text and "and 20 more" in text and "30 changed" in text


def test_json_is_exact_and_whole(found):
    document = json.loads(FORMS["json"].render(found, limit=1))
    assert document["summary"]["claims"] == {"added": 1, "removed": 0, "changed": 1}
    assert document["changed"]["source"] == ["seeds/documents/a.md", "seeds/documents/b.md"]
    first, second, third = document["differences"]
    assert first["fields"] == {"low": {"old": "4.5", "new": "5", "causes": ["source"]}}
    assert (second["change"], second["row"]["low"], "low_f64" in second["row"]) == ("added", "5", False)
    assert (third["finding_id"], third["causes"]) == ("n-0000000000000001", [["extractor", "rule"]])


def test_markdown_counts_by_cause_and_folds_the_rows(found):
    text = FORMS["markdown"].render(found)
    assert "| source changed | +1 ~1 |  |  | seeds/documents/a.md, seeds/documents/b.md |" in text
    assert "| extractor or rule changed |  |  | -1 |  |" in text
    assert text.count("<details>") == text.count("</details>") == 2
    assert "| changed | a.md: 5 tonnes = bridge: dimension, 5 t | low: 4.5 → 5 | source changed |" in text


def test_markdown_stays_text_whatever_the_documents_say(found):
    hostile = changed(name="a|b.md", surface=HOSTILE, subject=HOSTILE)
    text = FORMS["markdown"].render(replace(found, old="x|<b>", differences=(hostile,), notes=(HOSTILE,)))
    assert "<script>" not in text and "\\<script\\>" in text
    rows = [line for line in text.splitlines() if line.startswith("| changed")]
    assert len(rows) == 1 and rows[0].replace("\\|", "").count("|") == 5


def test_markdown_fits_into_a_comment(found):
    many = replace(found, differences=tuple(changed(name=f"{place:06}.md") for place in range(5000)))
    text = FORMS["markdown"].render(many)
    assert len(text) < 65_536 and "5000 changed" in text and " more\n" in text


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    return project(tmp_path_factory.mktemp("command"), {"bridge.md": BEFORE.format(300)})


@pytest.fixture
def run(repository, monkeypatch):
    """The command, somewhere inside the project."""
    monkeypatch.chdir(repository.folder / "seeds")
    return lambda *arguments: CliRunner().invoke(main, ["diff", *arguments])


def test_the_exit_status_is_that_of_diff(repository, run):
    same = run("base")
    assert (same.exit_code, same.stderr) == (0, "") and "no claim or fact or finding differs" in same.stdout
    write("seeds/documents/bridge.md", BEFORE.format(400))(repository.folder)
    differs = run("base", "--format", "json")
    assert (differs.exit_code, differs.stderr) == (1, "")
    [one] = [one for one in json.loads(differs.stdout)["differences"] if one["table"] == "claims"]
    assert one["fields"]["low"] == {"old": "300", "new": "400", "causes": ["source"]}


def test_trouble_is_one_line_and_status_two(repository, run):
    nowhere = run("nowhere")
    assert (nowhere.exit_code, nowhere.stdout) == (2, "")
    assert nowhere.stderr == "claimtrack: nowhere: no such revision in this clone\n"
    broken = repository.variant(replaced("pipeline/documents.py", "def run(", "def walk("))
    failed = run("base", broken)
    assert failed.exit_code == 2 and f"claimtrack: {broken}: stage documents failed: NameError" in failed.stderr


def test_outside_of_a_project_it_says_so(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("HEAD")
    assert done.exit_code == 2 and "no dvc.yaml here or above" in done.stderr


def test_help_tells_causes_and_status(run):
    told = run("--help").stdout
    for word in ("source changed", "reference data changed", "extractor changed", "rule changed", "Exit status"):
        assert word in " ".join(told.split())
