"""The suites say what the contracts say, hold for a sound corpus, and each expectation can fail.

For every expectation of every suite one bad row is planted in a copy of the corpus; the expectation must
fail and name that row. Those that tolerate some bad rows (``mostly``) get nothing but bad ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
import pytest

from pipeline import validate
from pipeline.parameters import Parameters, QualityParameters
from pipeline.quality import baseline, checking, data_docs, lookups, suites
from pipeline.quality.checking import KEY_SEPARATOR, Outcome
from pipeline.quality.row_expectations import ROW_EXPECTATIONS
from pipeline.quality.suites import SuiteError
from pipeline.tables import contract, path, read, row_id, rows
from tests.corpus_rows import Row, corpus, empty, write_corpus, write_unchecked

ALL_SAMPLES = Parameters(quality=QualityParameters(sample_ids=1000))
TOO_MANY = baseline.Baseline(dict.fromkeys(suites.CHECKED, 10**6), Fraction(1, 5))
Fault = dict | Callable[[Row], dict]
# What breaks an expectation about rows: changes to a sound row, or a function of it.
FAULTS: dict[str, Fault] = {
    "expect_text_to_be_composed": {"text": unicodedata.normalize("NFD", "각")},
    "expect_n_chars_to_be_the_length_of_text": {"n_chars": 1},
    "expect_published_basis_to_explain_published_on": {"published_basis": "none"},
    "expect_restatement_to_name_its_source": {"source_publisher": None},
    "expect_duplicate_to_be_of_another": lambda row: {"duplicate_of": row["doc_id"]},
    "expect_span_to_have_length": lambda row: {"end": row["start"]},
    "expect_span_to_lie_in_text": {"end": 10**6},
    "expect_sections_not_to_overlap": {"end": 10**6},
    "expect_sentences_not_to_overlap": {"end": 10**6},
    "expect_quantities_not_to_overlap": {"end": 10**6},
    "expect_sentence_to_lie_in_its_section": {"section": "related"},
    "expect_span_to_equal_text": {"surface": "not these words"},
    "expect_mention_to_lie_in_its_sentence": {"start": 0},
    "expect_low_to_be_at_most_high": {"low": Decimal(2), "high": Decimal(1)},
    "expect_bound_to_agree_with_nulls": {"low": Decimal(1), "high": None, "bound": "le"},
    "expect_exact_bound_to_be_one_number": {"low": Decimal(1), "high": Decimal(2), "bound": "eq"},
    "expect_unreadable_number_to_be_null": {"status": "overflow"},
    "expect_resolution_to_be_fine_first": {"resolution": Decimal(10), "resolution_coarse": Decimal(1)},
    "expect_unit_to_be_of_its_kind": {"kind": "money", "unit": "kg"},
    "expect_conversion_to_restate_its_neighbour": lambda row: {"converts": row["quantity_id"]},
    "expect_quantity_to_be_claimed_once": {},
    "expect_date_to_be_whole": {"date_start": date(2025, 1, 2), "date_end": None},
    "expect_date_to_be_of_our_time": {"date_start": date(1899, 12, 31)},
    "expect_unanchored_date_to_be_null": {"basis": "relative", "anchor": "none"},
    "expect_claim_to_copy_its_quantity": {"high": Decimal(7)},
    "expect_quote_to_equal_text": {"quote": "words that nobody wrote"},
    "expect_quote_to_hold_its_quantity": {"quote_start": 0, "quote_end": 1},
    "expect_metric_to_be_known": {"metric": "happiness"},
    "expect_subject_to_be_known": {"subject_id": "nobody-at-all"},
    "expect_object_to_be_known": {"object_id": "nobody-at-all"},
    "expect_attribution_to_be_known": {"attribution_id": "nobody-at-all"},
    "expect_as_of_to_be_whole": {"as_of_start": date(2025, 2, 1), "as_of_end": date(2025, 1, 1)},
    "expect_base_to_be_whole": {"base_start": None, "base_end": date(2025, 1, 1)},
    "expect_as_of_dates_only_when_stated": {"as_of_start": date(2025, 1, 1), "as_of_basis": "published"},
    "expect_as_of_to_be_of_our_time": {"as_of_start": date(1899, 12, 31)},
    "expect_reported_to_be_past": {"modality": "reported", "as_of_start": date(2030, 1, 1)},
    "expect_share_to_be_within_the_whole": {"aspect": "share", "unit": "%", "low": Decimal(101)},
    "expect_only_changes_to_have_direction": {"aspect": "level", "direction": "up"},
    "expect_dollars_to_have_a_rate": {"kind": "money", "low_usd": Decimal(1), "fx_rate": None},
    "expect_rate_to_be_known_before_publication": lambda row: {"fx_date": row["published_on"]},
    "expect_restated_claim_to_be_near": lambda row: {"restates": row["claim_id"]},
    "expect_repeated_claim_to_be_near": lambda row: {"repeats": row["claim_id"]},
    "expect_missing_role_to_have_a_reason": {"metric": "other", "reason": None},
    "expect_confidence_to_follow_from_roles": {"metric": "other", "confidence": "high"},
    "expect_evidence_to_equal_text": {"surface": "not these words"},
    "expect_counts_to_nest": {"n_documents": 2, "n_publishers": 3},
    "expect_first_report_to_be_first": {"first_reported": date(2025, 2, 1), "last_reported": date(2025, 1, 1)},
    "expect_n_claims_to_count_members": {"n_claims": 9},
    "expect_fact_to_have_agreement": {},
    "expect_status_single_to_be_one_claim": {"status": "conflicting", "n_claims": 1},
    "expect_status_to_follow_from_agreement": {"status": "conflicting"},
    "expect_superseded_to_name_its_successor": {"status": "superseded", "superseded_by": None},
    "expect_finding_to_name_what_it_compares": {},
    "expect_fact_rule_to_name_its_fact": {"code": "FCT101", "fact_id": None},
    "expect_suggestion_to_change_something": lambda row: {"suggestion": row["surface"]},
    "expect_span_to_cover_its_quantity": {"end": 1, "start": 0},
    "expect_span_to_be_in_the_claims_document": {"doc_id": "ko/dot"},
}
BASE = {"quantities": 5, "claims": 5, "dates": 1}  # the row a fault is planted in, where not the first


def _fault(expectation: dict, row: Row) -> dict:
    """The changes that make a sound row break an expectation."""
    kwargs, kind = expectation["kwargs"], expectation["type"]
    if kind in FAULTS:
        fault = FAULTS[kind]
        return fault(row) if callable(fault) else fault
    column = kwargs.get("column")
    condition = kwargs.get("row_condition")
    held = {condition["column"]["name"]: condition["parameter"]} if condition else {}
    return (
        held
        | {
            "expect_column_values_to_not_be_null": {column: None},
            "expect_column_values_to_be_null": {column: "ko/dot"},
            "expect_column_values_to_be_in_set": {column: _outside(kwargs)},
            "expect_column_values_to_not_be_in_set": {column: (kwargs.get("value_set") or [None])[0]},
            "expect_column_values_to_match_regex": {column: "Not of this form"},
            "expect_column_values_to_be_between": {column: date(1850, 1, 1) if column == "published_on" else -1},
            "expect_column_values_to_refer_to": {column: "nowhere"},
            "expect_float_to_equal_amount": {kwargs.get("column_list", [None])[0]: 0.5},
        }[kind]
    )


def _outside(kwargs: dict) -> str:
    """A value that the contract allows where the suite does not, else one that nothing allows."""
    narrowed = kwargs.get("column") == "section" and "related" not in kwargs.get("value_set", ["related"])
    return "related" if narrowed else "outside"


def _expectations(table: str) -> list[dict]:
    return suites.load(table)["expectations"]


@cache
def _planted(table: str) -> list[tuple[dict, Row]]:
    """For every expectation about rows, a row that breaks it."""
    planted, sound = [], corpus()[table][BASE.get(table, 0)]
    for number, expectation in enumerate(_expectations(table)):
        if expectation["type"] == "expect_table_row_count_to_be_between":
            continue
        row = dict(sound)
        if "unique" not in expectation["type"]:
            row |= _new_key(table, number)
            row |= _fault(expectation, row)
        planted.append((expectation, row))
    return planted


def _new_key(table: str, number: int) -> Row:
    """A key of its own for a planted row; rows with a key of several columns are known by those."""
    key = contract(table).key
    if len(key) > 1 or table == "documents":
        return {"doc_id": f"planted/{number}"} if table == "documents" else {}
    prefix = contract(table).column(key[0]).form[0]
    return {key[0]: row_id(prefix, number)}


@cache
def _outcomes(table: str, only_bad: bool) -> tuple[Outcome, ...]:
    """The suite over the corpus with all its planted rows, or over nothing but one kind of bad rows."""
    with TemporaryDirectory() as place:
        folder = write_corpus(Path(place))
        planted = [row for expectation, row in _planted(table) if not only_bad or "mostly" in expectation["kwargs"]]
        write_unchecked(table, planted if only_bad else corpus()[table] + planted, folder)
        lookups.forget()
        return tuple(
            checking.check(table, pq.read_table(path(table, folder)), suites.load(table), folder, TOO_MANY, ALL_SAMPLES)
        )


CASES = [
    pytest.param(table, number, id=f"{table}-{number}-{expectation['type']}")
    for table in suites.CHECKED
    for number, expectation in enumerate(_expectations(table))
]


@pytest.mark.parametrize(("table", "number"), CASES)
def test_every_expectation_can_fail_and_names_the_row(table: str, number: int) -> None:
    expectation = _expectations(table)[number]
    outcome = _outcomes(table, "mostly" in expectation["kwargs"])[number]
    assert outcome.expectation.startswith(expectation["type"])
    assert not outcome.success, outcome.observed
    if expectation["type"] != "expect_table_row_count_to_be_between":
        row = next(row for planted, row in _planted(table) if planted == expectation)
        key = (row[name] for name in contract(table).key)
        assert KEY_SEPARATOR.join("null" if value is None else str(value) for value in key) in outcome.sample_ids
        assert 0 < outcome.unexpected_count <= 1000


@pytest.mark.parametrize("table", suites.CHECKED)
def test_suites_say_what_the_contracts_say(table: str) -> None:
    said = [item for item in _expectations(table) if item.get("meta", {}).get("from") == "contract"]
    assert said == suites.from_contract(contract(table)), "run python -m pipeline.validate --write-suites"


@pytest.mark.parametrize("table", suites.CHECKED)
def test_expectations_of_a_table_have_different_names(table: str) -> None:
    told = [(outcome.expectation, outcome.column) for outcome in _outcomes(table, False)]
    assert len(set(told)) == len(told)


def test_every_table_but_validation_has_a_suite() -> None:
    from pipeline.tables import names

    assert set(suites.CHECKED) == set(names()) - {"validation"}


@pytest.fixture(scope="module")
def validated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus, validated."""
    folder = write_corpus(tmp_path_factory.mktemp("validated"))
    assert validate.run(folder, Parameters()) == []
    return folder


def test_sound_corpus_passes(validated: Path) -> None:
    outcomes = rows("validation", validated)
    assert {row["table"] for row in outcomes} == set(suites.CHECKED)
    assert all(row["success"] for row in outcomes if row["severity"] == "critical")


def test_empty_corpus_passes_but_for_its_size(tmp_path: Path) -> None:
    write_corpus(tmp_path, empty())
    assert validate.run(tmp_path, Parameters()) == []
    assert {row["table"] for row in rows("validation", tmp_path)} == set(suites.CHECKED)


def test_an_acknowledgement_without_its_finding_is_a_warning(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    accepted = tmp_path / "acknowledged.yaml"
    entry = "- finding: {}\n  reason: checked with the source\n  who: desk\n  until: 2999-01-01\n"
    there = rows("findings", tmp_path)[0]["finding_id"]
    accepted.write_text(entry.format(there) + entry.format("n-" + "0" * 16))
    assert validate.run(tmp_path, Parameters(), accepted) == []
    (row,) = (row for row in rows("validation", tmp_path) if row["expectation"] == validate.ACKNOWLEDGED)
    assert (row["success"], row["severity"], row["sample_ids"]) == (False, "warning", ["n-" + "0" * 16])
    assert row["observed"] == "n-0000000000000000 matches no finding any more: remove it"
    accepted.write_text(entry.format(there))
    validate.run(tmp_path, Parameters(), accepted)
    (row,) = (row for row in rows("validation", tmp_path) if row["expectation"] == validate.ACKNOWLEDGED)
    assert (row["success"], row["observed"]) == (True, None)


def test_critical_failure_is_written_and_named(tmp_path: Path, monkeypatch, capsys) -> None:
    tables = corpus()
    tables["quantities"][0]["surface"] = "$295,000"
    write_corpus(tmp_path / "data", tables)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "params.yaml").write_text("quality: {sample_ids: 20}\n")
    monkeypatch.setattr("sys.argv", ["validate"])
    assert validate.main() == 1
    told = capsys.readouterr().err
    assert "quantities" in told and "expect_span_to_equal_text" in told
    assert tables["quantities"][0]["quantity_id"] in told
    failed = [
        row for row in rows("validation", tmp_path / "data") if not row["success"] and row["severity"] == "critical"
    ]
    assert [row["expectation"] for row in failed] == ["expect_span_to_equal_text"]


def test_renamed_column_is_named_before_any_suite(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    held = read("claims", tmp_path)
    names = ["measure" if name == "metric" else name for name in held.column_names]
    pq.write_table(held.rename_columns(names), path("claims", tmp_path))
    critical = validate.run(tmp_path, Parameters())
    assert [row["table"] for row in critical] == ["claims"]
    assert "column metric is missing" in critical[0]["observed"]
    assert "column measure is not in the contract" in critical[0]["observed"]


def test_missing_table_is_named(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    path("facts", tmp_path).unlink()
    critical = validate.run(tmp_path, Parameters())
    assert [(row["table"], row["observed"].rpartition("; ")[2]) for row in critical] == [
        ("facts", "run the stage that writes it")
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "expect_nothing_of_the_kind", "kwargs": {}},
        {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "doc_id"}, "severity": "grave"},
    ],
)
def test_suite_that_would_lose_an_expectation_is_an_error(tmp_path: Path, wrong: dict) -> None:
    write_corpus(tmp_path)
    suite = {"name": "documents", "expectations": [wrong]}
    with pytest.raises(SuiteError, match="expectations/documents.json: 1 expectations, of which 0"):
        checking.check("documents", read("documents", tmp_path), suite, tmp_path, TOO_MANY, ALL_SAMPLES)


def test_same_tables_give_the_same_bytes(validated: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path)
    validate.run(tmp_path, Parameters())
    assert path("validation", tmp_path).read_bytes() == path("validation", validated).read_bytes()


def test_data_docs_show_every_table_and_tell_our_expectations(validated: Path) -> None:
    told = data_docs.write(validated, Parameters()).parent
    for table in suites.CHECKED:
        (page,) = told.glob(f"validations/{table}/**/*.html")
        assert "Succeeded" in page.read_text(encoding="utf-8") or "Failed" in page.read_text(encoding="utf-8")
    shown = (told / "expectations" / "claims.html").read_text(encoding="utf-8")
    for said in (
        "The quote is what stands at its place in the document.",
        "Every value stands in a column of another table: documents.doc_id.",
        "A float twin is the float nearest to its amount.",
    ):
        assert said in shown
    assert not [name for name in ROW_EXPECTATIONS if name in shown]


def test_baseline_allows_a_fifth_either_way() -> None:
    held = baseline.Baseline({"claims": 100}, Fraction("0.2"))
    assert held.range("claims") == (80, 120)
    assert held.range("facts") == (0, None)


def test_baseline_is_renewed_with_its_tolerance(tmp_path: Path) -> None:
    target = tmp_path / "baseline.json"
    target.write_text('{"tolerance": "0.05", "rows": {"claims": 1}}')
    baseline.save({"claims": 40, "facts": 2}, target)
    assert baseline.load(target) == baseline.Baseline({"claims": 40, "facts": 2}, Fraction("0.05"))
