"""Between two revisions: which claims, facts and findings differ, and which change is the cause."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml

from pipeline.comparison import compare
from pipeline.comparison.causes import causes
from pipeline.comparison.revisions import RevisionError, project_folder
from pipeline.tables import row_id
from tests.revisions import project, replace, write

HEAD = "---\ntitle: News of the day\nlanguage: en\npublished_on: 2025-02-05\n---\n\n"
DOCUMENTS = {
    "acres": "The farm has 100 acres (90 hectares) of meadows.",
    "dam": "The dam covers 50 acres (30 hectares).",
    "deal": "Microsoft invested €2 billion in Anthropic in 2023.",
    "fixed": "The ministry will spend up to $30 million (43.6 trillion won) on the research park.",
    "gone": "The tower is 90 metres tall.",
    "lake": "The lake covers 12 hectares.",
    "moved": "The bridge weighs 300 tonnes.",
    "park": "The council will spend up to $40 million (58.2 trillion won) on the harbour.",
    "track": "The track is 10 miles (25 km) long.",
    "twice": "The council paid $5 million for the square.",
    "works": "Zephyria Works invested $7 million in 2023.",
}
SOURCE, REFERENCE, EXTRACTOR, RULE = (("source",),), (("reference",),), (("extractor",),), (("rule",),)
SILENT = lambda what: None  # noqa: E731
UNITS = "pipeline/languages/english/units.csv"
CHECK = "pipeline/rules/unit_conversion.py"
OTHER_UNIT = replace(UNITS, "\nmiles,mi,", "\nmiles,nmi,")
GRAVER = replace(CHECK, 'severity="warning"', 'severity="error"')
WORKS = "zephyria-works,company,제피리아,Zephyria Works,,,,\n"


def in_document(name, old, new):
    return replace(f"seeds/documents/{name}.md", old, new)


def without(name):
    return lambda folder: (folder / "seeds/documents" / f"{name}.md").unlink()


def renamed(name, other):
    return lambda folder: (folder / f"seeds/documents/{name}.md").rename(folder / f"seeds/documents/{other}.md")


def named(folder):
    """A company among the entities."""
    with (folder / "seeds/reference/entities.csv").open("a", encoding="utf-8") as lines:
        lines.write(WORKS)


def other_rate(folder):
    """The euro of 2025-02-04 at 1.05 dollars instead of 1.0335: every conversion stays within its band."""
    path = folder / "seeds" / "reference" / "exchange_rates.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    column = lines[0].split(",").index("USD")
    place = next(place for place, line in enumerate(lines) if line.startswith("2025-02-04,"))
    cells = lines[place].split(",")
    cells[column] = "1.05"
    lines[place] = ",".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def acknowledged(folder):
    """The finding about the acres is accepted."""
    parts = [row_id("q", "acres.md", "area", surface, 0) for surface in ("100 acres", "90 hectares")]
    entry = f"- {{finding: {row_id('n', 'UNI101', *sorted(parts))}, reason: As sold, who: editor, until: 2027-06-30}}\n"
    write("seeds/acknowledged.yaml", entry)(folder)


EDITS = (
    in_document("deal", "€2 billion", "€3 billion"),
    in_document("dam", "50 acres", "60 acres"),
    in_document("fixed", "$30 million", "$30 billion"),
    in_document("fixed", "park.", "park. A city will spend up to $20 million (29.1 trillion won) on a bridge."),
    in_document("moved", "The bridge", "Nobody expected it. The bridge"),
    in_document("twice", "The council", "A bank lost $5 million in Lisbon. The council"),
    without("gone"),
    renamed("lake", "pond"),
    write("seeds/documents/소식.md", HEAD + "Microsoft invested $8 billion in Mistral in 2024.\n"),
    other_rate,
    named,
    OTHER_UNIT,
    GRAVER,
    acknowledged,
)


@pytest.fixture(scope="module", autouse=True)
def nobody():
    """git knows no user here: comparing must not need one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
        patch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
        yield


@pytest.fixture(scope="module")
def repository(tmp_path_factory, nobody):
    """A project in a folder whose name is hard on configuration files."""
    folder = tmp_path_factory.mktemp("a project") / "with spaces, a 'quote' and #1"
    return project(folder, {f"{name}.md": HEAD + text + "\n" for name, text in DOCUMENTS.items()})


@pytest.fixture(scope="module")
def found(repository):
    """Everything at once, in the work tree and not committed."""
    for edit in EDITS:
        edit(repository.folder)
    yield compare(repository.folder, "base", None, SILENT)


@pytest.fixture
def compared(repository):
    """The comparison of the base with some edits, committed."""
    return lambda *edits: compare(repository.folder, "base", repository.variant(*edits), SILENT)


def of(found, document, table):
    """Change, words and causes of what differs in a document."""
    some = [one for one in found.differences if (one.table, one.item.doc_id) == (table, f"{document}.md")]
    return [(one.change, one.item.surface, one.steps) for one in some]


def fields(found, table, surface):
    """The columns that differ in the row that says `surface`."""
    one = next(one for one in found.differences if (one.table, one.item.surface) == (table, surface))
    return {field.name: field for field in one.fields}


def values(found, table, surface):
    return {name: (field.old, field.new) for name, field in fields(found, table, surface).items()}


def test_every_cause_is_told_with_what_changed(found):
    assert list(found.changed) == [one.cause for one in causes()]
    assert found.changed["reference"] == ("seeds/reference/entities.csv", "seeds/reference/exchange_rates.csv")
    assert found.changed["extractor"] == (UNITS,)
    assert found.changed["rule"] == (CHECK, "seeds/acknowledged.yaml")
    assert "seeds/documents/소식.md" in found.changed["source"]
    assert (found.old.split()[0], found.new, found.notes) == ("base", "the work tree", ())


def test_a_number_changed_in_a_document_is_one_changed_claim(found):
    """Its dollars follow the amount and the rate, and each column says so."""
    [(change, surface, steps)] = of(found, "deal", "claims")
    assert (change, surface, steps) == ("changed", "€3 billion", (*SOURCE, *REFERENCE))
    changed = fields(found, "claims", "€3 billion")
    assert (changed["low"].old, changed["low"].new) == (Decimal(2_000_000_000), Decimal(3_000_000_000))
    assert (changed["low_usd"].old, changed["low_usd"].new) == (Decimal("2067000000"), Decimal("3150000000"))
    assert {name: field.steps for name, field in changed.items()} == {
        "low": SOURCE, "high": SOURCE, "quote": SOURCE, "fx_rate": REFERENCE,
        "low_usd": (*SOURCE, *REFERENCE), "high_usd": (*SOURCE, *REFERENCE),
    }  # fmt: skip


def test_a_fact_follows_its_claims(found):
    facts = [one for one in found.differences if one.table == "facts" and one.item.row["subject"] == "Microsoft"]
    assert sorted((one.change, one.item.row["object"], one.steps) for one in facts) == [
        ("added", "Mistral AI", SOURCE),
        ("changed", "Anthropic", SOURCE),
    ]


def test_what_only_moved_is_no_difference(found):
    assert of(found, "moved", "claims") == []


def test_the_same_words_once_more_are_one_more_claim(found):
    """Ids count equal words: the one that is new takes the id of the one that moved."""
    assert of(found, "twice", "claims") == [("added", "$5 million", SOURCE)]
    [added] = [one.item for one in found.differences if one.item.doc_id == "twice.md"]
    assert "Lisbon" in added.row["quote"]


def test_a_mistake_corrected_is_not_the_one_made_elsewhere(found):
    assert sorted(of(found, "fixed", "findings")) == [
        ("added", "$20 million", SOURCE),
        ("removed", "$30 million", SOURCE),
    ]
    assert ("changed", "$30 billion", SOURCE) in of(found, "fixed", "claims")


def test_a_mistake_that_became_another_is_a_changed_finding(found):
    assert of(found, "dam", "findings") == [("changed", "60 acres", (*SOURCE, *RULE))]
    assert values(found, "findings", "60 acres")["surface"] == ("50 acres", "60 acres")


def test_documents_come_and_go(found):
    assert of(found, "소식", "claims") == [("added", "$8 billion", SOURCE)]
    assert of(found, "gone", "claims") == [("removed", "90 metres", SOURCE)]


def test_a_document_under_another_name_is_the_same_one(found):
    assert of(found, "pond", "claims") == [("changed", "12 hectares", SOURCE)]
    assert values(found, "claims", "12 hectares") == {"doc_id": ("lake.md", "pond.md")}
    assert of(found, "lake", "claims") == []


def test_an_exchange_rate_changes_what_is_computed_with_it(found):
    assert of(found, "park", "findings") == [("changed", "$40 million", REFERENCE)]
    old, new = values(found, "findings", "$40 million")["expected"]
    assert (old, new) == ("1,455.45 KRW per USD", "1,432.58 KRW per USD")


def test_a_name_that_became_known_is_reference_data(found):
    assert of(found, "works", "claims") == [("changed", "$7 million", REFERENCE)]
    assert values(found, "claims", "$7 million")["subject_id"] == (None, "zephyria-works")


def test_a_row_of_a_unit_table_is_the_extractor(found):
    assert of(found, "track", "claims") == [("changed", "10 miles", EXTRACTOR)]
    assert values(found, "claims", "10 miles") == {"unit": ("mi", "nmi")}


def test_a_finding_may_have_two_causes(found):
    """Its miles are others, and its rule is graver."""
    assert of(found, "track", "findings") == [("changed", "10 miles", (*EXTRACTOR, *RULE))]
    changed = fields(found, "findings", "10 miles")
    assert (changed["severity"].old, changed["severity"].new, changed["severity"].steps) == ("warning", "error", RULE)
    assert changed["message"].steps == EXTRACTOR


def test_an_acknowledgement_belongs_to_the_rules(found):
    assert of(found, "acres", "findings") == [("changed", "100 acres", RULE)]
    assert values(found, "findings", "100 acres") == {
        "severity": ("warning", "error"), "acknowledged": (None, "As sold")
    }  # fmt: skip


def test_a_band_belongs_to_the_rules_and_keeps_its_digits(repository):
    """0.10 and 0.1 are one number in two spellings, and both are seen as they stand."""
    revision = repository.variant(
        replace("params.yaml", "unit_band: 0.03", "unit_band: 0.60"),
        replace("params.yaml", "exceeded_band: 0.10 ", "exceeded_band: 0.1 "),
    )
    before = repository.git("status", "--porcelain", "--ignored")
    found = compare(repository.folder, "base", revision, SILENT)
    assert found.changed == {"rule": ("params.yaml: findings.exceeded_band", "params.yaml: findings.unit_band")}
    assert repository.git("status", "--porcelain", "--ignored") == before
    assert [(one.table, one.change, one.item.surface, one.steps) for one in found.differences] == [
        ("findings", "removed", surface, RULE) for surface in ("100 acres", "50 acres", "10 miles")
    ]  # fmt: skip


def test_causes_that_cannot_run_apart_are_named_together(compared):
    """What rules call gets another name: the old rules cannot run with the new extractor."""
    others = [
        replace(f"pipeline/{name}", "last_known", "known_before")
        for name in ("rates/__init__.py", "extraction/money.py", "rules/conversion_rate.py", "evidence/conversions.py")
    ]
    column = '  extractor: {type: string, description: "'
    note = '  note: {type: string, nullable: true, description: "A note."}\n'
    noted = replace("pipeline/tables/claims.yaml", column, note + column)
    found = compared(*others, noted, OTHER_UNIT, GRAVER)
    assert list(found.changed) == ["extractor", "rule"]
    assert [one.steps for one in found.differences if one.table == "claims"] == [EXTRACTOR]
    assert {one.item.surface: one.steps for one in found.differences if one.table == "findings"} == dict.fromkeys(
        ("100 acres", "50 acres", "10 miles"), (("extractor", "rule"),)
    )
    columns, note = found.notes
    assert columns == "claims: only now with note, not compared"
    assert "base" in note and "stage findings failed" in note and "extractor and rule are not told apart" in note


def test_what_no_table_is_made_with_runs_nothing(repository):
    said = []
    elsewhere = replace("params.yaml", "sample_ids: 20", "sample_ids: 5")
    revision = repository.variant(write("requirements.lock", "numpy==1.0\n"), elsewhere)
    found = compare(repository.folder, "base", revision, said.append)
    assert (found.changed, found.differences) == ({}, ())
    assert [note.split()[:2] for note in found.notes] == [["requirements.lock", "differs;"]]
    assert all(what.startswith("Reading ") for what in said)


def test_a_revision_that_cannot_run_is_named_with_its_stage(repository):
    revision = repository.variant(replace("pipeline/facts.py", "found, links = facts(", "found, links = wrong("))
    with pytest.raises(RevisionError, match=f"{revision}: stage facts failed: NameError: name 'wrong'"):
        compare(repository.folder, "base", revision, SILENT)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda folder: (folder / "dvc.yaml").unlink(), "it has no dvc.yaml"),
        (write("dvc.yaml", "stages: [\n"), "its dvc.yaml or params.yaml cannot be read"),
        (replace("dvc.yaml", "- data/claims.parquet", "- data/assertions.parquet"), "writes the table claims"),
    ],
)
def test_a_revision_without_our_stages_is_refused(repository, edit, said):
    revision = repository.variant(edit)
    with pytest.raises(RevisionError, match=said):
        compare(repository.folder, revision, "base", SILENT)


def test_tables_of_another_kind_are_refused(repository):
    """A project whose tables are called as ours are, and hold something else."""
    names = ("documents", "quantities", "claims", "facts", "findings")
    outs = [f"data/{name}.parquet" for name in names]
    program = "import pyarrow as pa, pyarrow.parquet as pq\n"
    program += "".join(f"pq.write_table(pa.table({{'x': [1]}}), {out!r})\n" for out in outs)
    stage = {"cmd": "mkdir -p data && python make.py", "deps": ["make.py"], "outs": outs}
    other = write("dvc.yaml", yaml.safe_dump({"stages": {"all": stage}}))
    revision = repository.variant(other, write("make.py", program))
    with pytest.raises(RevisionError, match=f"{revision}: its tables cannot be compared: .*doc_id"):
        compare(repository.folder, revision, "base", SILENT)


@pytest.mark.parametrize("name", ["nowhere", "--output=file", "base:dvc.yaml", ""])
def test_a_revision_that_is_none_is_refused(repository, name):
    with pytest.raises(RevisionError, match="no such revision"):
        compare(repository.folder, name, "base", SILENT)


def test_a_shallow_clone_says_why_a_revision_is_missing(repository, tmp_path):
    old = repository.git("rev-parse", "base")
    repository.variant(GRAVER)
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "clone"))
    with pytest.raises(RevisionError, match="this clone is shallow"):
        compare(tmp_path / "clone", old, "HEAD", SILENT)


def test_a_bare_clone_compares_two_revisions(repository, tmp_path):
    revision = repository.variant(GRAVER)
    bare = tmp_path / "bare.git"
    repository.git("clone", "-q", "--bare", str(repository.folder), str(bare))
    found = compare(project_folder(bare), "base", revision, SILENT)
    assert of(found, "track", "findings") == [("changed", "10 miles", RULE)]
    with pytest.raises(RevisionError, match="bare clone has no work tree"):
        compare(project_folder(bare), "base", None, SILENT)


def test_the_project_is_found_from_below(repository, tmp_path):
    assert project_folder(repository.folder / "seeds" / "documents") == repository.folder
    with pytest.raises(RevisionError, match="no dvc.yaml here or above"):
        project_folder(tmp_path)
