"""The release: nothing that is not ours to give, described for people and programs as it is.

The two package descriptions are also read by frictionless and mlcroissant themselves, which must find
every row and nothing wrong, and find a fault that is planted.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import frictionless
import mlcroissant
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Report

from pipeline import release
from pipeline.parameters import Parameters
from pipeline.publishing import dictionary, licences, papers, versions
from pipeline.tables import contract, names, path, read, write
from tests.corpus_rows import TEXTS, corpus, empty, write_corpus

OPEN = {"en/r1-cheap", "en/r1-early", "ko/stargate-early", "ko/stargate-late"}  # CC-BY-4.0 in the corpus


def _released(folder: Path, tables: dict | None = None) -> Path:
    write_corpus(folder, tables)
    write("validation", [], folder)
    return release.run(folder, Parameters())


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the corpus."""
    return _released(tmp_path_factory.mktemp("corpus"))


def _json(released: Path, name: str) -> dict:
    return json.loads((released / name).read_text(encoding="utf-8"))


def test_words_stay_only_where_the_licence_lets_them(released: Path) -> None:
    shown = {row["doc_id"]: row["text"] for row in pq.read_table(released / "documents.parquet").to_pylist()}
    assert {doc_id for doc_id, text in shown.items() if text is not None} == OPEN
    assert shown["ko/stargate-late"] == TEXTS["ko/stargate-late"][3]
    everything = "".join(str(pq.read_table(file).to_pylist()) for file in sorted(released.glob("*.parquet")))
    assert "המודל עלה מעט." not in everything and "스타게이트에는 5000억 달러가" in everything


def test_quotes_of_closed_documents_are_hashes(tmp_path: Path) -> None:
    tables = corpus()
    for row in tables["documents"]:
        row["licence"] = None
    held = pq.read_table(_released(tmp_path, tables) / "claims.parquet").to_pylist()
    quotes = {row["claim_id"]: row["quote"] for row in tables["claims"]}
    assert [row["quote"] for row in held] == [None] * 7
    assert all(row["quote_sha256"] == hashlib.sha256(quotes[row["claim_id"]].encode()).hexdigest() for row in held)
    assert all(row["quote_start"] < row["quote_end"] for row in held)


@pytest.mark.parametrize("licence", [None, "", "proprietary", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "cc-by-4.0 or not"])
def test_unknown_and_restricted_licences_pass_nothing_on(licence: str | None) -> None:
    assert not licences.may_pass_on(licence)


def test_every_table_is_there_as_the_contract_has_it(released: Path) -> None:
    for table in names():
        schema = pq.read_schema(released / f"{table}.parquet")
        assert [name for name in schema.names if not name.endswith("_sha256")] == contract(table).schema.names
        assert all(schema.field(name).metadata[b"description"] for name in schema.names)


def test_data_package_describes_the_files(released: Path) -> None:
    package = _json(released, "datapackage.json")
    resources = {one["name"]: one for one in package["resources"]}
    assert set(resources) == set(names())
    for name, resource in resources.items():
        assert re.fullmatch(r"[-a-z0-9._]+", name) and (released / resource["path"]).is_file()
        schema = pq.read_schema(released / resource["path"])
        assert [field["name"] for field in resource["schema"]["fields"]] == schema.names
        for foreign in resource["schema"]["foreignKeys"]:
            target = resources[foreign["reference"]["resource"] or name]
            assert foreign["reference"]["fields"][0] in [field["name"] for field in target["schema"]["fields"]]
        assert set(resource["schema"]["primaryKey"]) <= set(schema.names)


def test_data_package_repeats_the_contract(released: Path) -> None:
    package = _json(released, "datapackage.json")
    claims = next(one for one in package["resources"] if one["name"] == "claims")["schema"]
    fields = {field["name"]: field for field in claims["fields"]}
    assert fields["claim_id"]["constraints"] == {"required": True, "unique": True, "pattern": "c-[0-9a-f]{16}"}
    assert fields["modality"]["constraints"]["enum"] == ["reported", "planned", "forecast", "hypothetical", "denied"]
    assert fields["low"]["type"] == "number" and fields["low_usd"]["unit"] == "USD"
    assert fields["as_of_start"] == {
        "name": "as_of_start",
        "type": "date",
        "constraints": {"required": False, "unique": False},
        "description": contract("claims").column("as_of_start").description,
    }
    assert {"fields": ["restates"], "reference": {"resource": "", "fields": ["claim_id"]}} in claims["foreignKeys"]


def test_croissant_describes_the_files(released: Path) -> None:
    said = _json(released, "croissant.json")
    assert said["conformsTo"] == "http://mlcommons.org/croissant/1.0" and said["@type"] == "sc:Dataset"
    files = {one["@id"]: one for one in said["distribution"]}
    for name, one in files.items():
        assert one["sha256"] == hashlib.sha256((released / name).read_bytes()).hexdigest()
    fields = {field["@id"] for records in said["recordSet"] for field in records["field"]}
    for records in said["recordSet"]:
        columns = pq.read_schema(released / f"{records['name']}.parquet").names
        assert [field["source"]["extract"]["column"] for field in records["field"]] == columns
        assert {field["source"]["fileObject"]["@id"] for field in records["field"]} <= set(files)
        assert {key["@id"] for key in records["key"]} <= fields
        assert {field["references"]["field"]["@id"] for field in records["field"] if "references" in field} <= fields


@pytest.fixture(scope="module")
def frictionless_report(released: Path) -> Report:
    """What frictionless says about the release."""
    return frictionless.Package(str(released / "datapackage.json")).validate()


def test_frictionless_finds_every_row_and_nothing_wrong(released: Path, frictionless_report: Report) -> None:
    assert frictionless_report.flatten(["name", "type", "note"]) == []
    read = {task.name: task.stats.get("rows", 0) for task in frictionless_report.tasks}
    assert read == {name: pq.read_metadata(released / f"{name}.parquet").num_rows for name in names()}


def test_frictionless_finds_planted_faults(tmp_path: Path) -> None:
    target = _released(tmp_path)
    _spoil(target, "claims", "modality", "rumoured")
    _spoil(target, "roles", "claim_id", "c-0000000000000000")
    _spoil(target, "facts", "fact_id", None)
    report = frictionless.Package(str(target / "datapackage.json")).validate()
    found = {(task.name, error.type) for task in report.tasks for error in task.errors}
    assert {("claims", "constraint-error"), ("roles", "foreign-key"), ("facts", "primary-key")} <= found


def _spoil(target: Path, table: str, column: str, value: str | None) -> None:
    """Another value in the first row of a released table."""
    held = pq.read_table(target / f"{table}.parquet")
    spoiled = pa.array([value, *held[column].to_pylist()[1:]], pa.string())
    changed = held.set_column(held.column_names.index(column), column, spoiled)
    pq.write_table(changed, target / f"{table}.parquet")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # its own
def test_mlcroissant_reads_every_row_and_finds_nothing_wrong(released: Path) -> None:
    dataset = mlcroissant.Dataset(released / "croissant.json")
    assert (dataset.metadata.ctx.issues.errors, dataset.metadata.ctx.issues.warnings) == (set(), set())
    read = {name: sum(1 for _ in dataset.records(name)) for name in names()}
    assert read == {name: pq.read_metadata(released / f"{name}.parquet").num_rows for name in names()}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_mlcroissant_finds_a_planted_fault(released: Path, tmp_path: Path) -> None:
    said = _json(released, "croissant.json")
    del said["recordSet"][0]["field"][0]["dataType"]
    (tmp_path / "croissant.json").write_text(json.dumps(said))
    with pytest.raises(mlcroissant.ValidationError, match="documents"):
        mlcroissant.Dataset(tmp_path / "croissant.json")


def test_dictionary_tells_every_column_of_every_table(released: Path) -> None:
    told = (released / "DICTIONARY.md").read_text(encoding="utf-8")
    for table in names():
        section = told.split(f"\n## {table}\n")[1].split("\n## ")[0]
        assert (
            re.findall(r"^\| (\w+) \|", section, re.MULTILINE)[1:]
            == pq.read_schema(released / f"{table}.parquet").names
        )


def test_readme_names_every_source_and_version(released: Path) -> None:
    told = (released / "README.md").read_text(encoding="utf-8")
    for publisher in ("Tech Wire", "Daily Ledger", "가나일보", "다라경제"):
        assert publisher in told
    assert "<https://example.org/ko/stargate-late>" in told and "CC-BY-4.0" in told
    assert "4 of 6 documents" in told
    assert "| pyarrow | 26.0.1 |" in told and "| kiwipiepy | 0.24.1 |" in told
    assert "<script>" not in told


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("a | b", r"a \| b"),
        ("two\nlines", "two lines"),
        ("<b>*x*</b>", r"\<b\>\*x\*\</b\>"),
        ("\u202eabc\u202c", "abc"),
    ],
)
def test_cells_stay_text(value: str | None, expected: str) -> None:
    assert papers.cell(value) == expected


def test_same_tables_give_the_same_bytes(released: Path, tmp_path: Path) -> None:
    again = _released(tmp_path)
    files = sorted(file.name for file in released.iterdir())
    assert files == sorted(file.name for file in again.iterdir())
    assert [name for name in files if (released / name).read_bytes() != (again / name).read_bytes()] == []


def test_empty_corpus_is_released(tmp_path: Path) -> None:
    target = _released(tmp_path, empty())
    assert "0 of 0 documents" in (target / "README.md").read_text(encoding="utf-8")
    assert _json(target, "datapackage.json")["sources"] == []


def test_missing_and_renamed_are_named(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    with pytest.raises(FileNotFoundError, match="the table validation is not there"):
        release.run(tmp_path, Parameters())
    write("validation", [], tmp_path)
    held = read("roles", tmp_path)
    pq.write_table(
        held.rename_columns(["part" if name == "role" else name for name in held.column_names]), path("roles", tmp_path)
    )
    with pytest.raises(ValueError, match="roles.parquet: column role is missing"):
        release.run(tmp_path, Parameters())


def test_lock_without_a_dependency_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nversion = "1.0.0"\ndependencies = ["py_arrow>=2", "rich>=1"]\n'
    )
    (tmp_path / "requirements.lock").write_text("py-arrow==2.1 \\\n    --hash=sha256:00\n")
    with pytest.raises(ValueError, match="requirements.lock: no version of rich"):
        versions.locked(tmp_path)
    (tmp_path / "requirements.lock").write_text(
        "py-arrow==2.1 \\\n    --hash=sha256:00\nrich==3 ; python_version < '4'\n"
    )
    assert versions.locked(tmp_path) == {"py_arrow": "2.1", "rich": "3"} and versions.own(tmp_path) == "1.0.0"


def test_dictionary_lists_new_tables_too() -> None:
    assert sorted(dictionary.ordered()) == sorted(names())
