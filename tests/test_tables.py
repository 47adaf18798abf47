"""The contracts: what they promise holds for what is written, and rows that break them are refused."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

from pipeline import tables

SECTION = {"doc_id": "a.md", "start": 0, "end": 5, "kind": "body"}
FACT = {
    "fact_id": "f-0123456789abcdef",
    "subject": "스타게이트",
    "metric": "budget",
    "aspect": "level",
    "unit": "USD",
    "modality_group": "expected",
    "low": None,
    "high": Decimal("500000000000"),
    "status": "single",
    "n_claims": 1,
    "n_documents": 1,
    "n_publishers": 1,
    "first_reported": date(2025, 1, 22),
    "last_reported": date(2025, 1, 22),
}


def test_the_reading_order_has_every_table():
    assert sorted(tables.READING_ORDER) == list(tables.names())


def test_every_table_of_the_design_has_a_contract():
    assert set(tables.names()) == {
        "documents",
        "sections",
        "rejects",
        "sentences",
        "quantities",
        "dates",
        "claims",
        "roles",
        "facts",
        "fact_claims",
        "findings",
        "finding_spans",
        "validation",
    }


@pytest.mark.parametrize("name", tables.names())
def test_columns_are_described_and_references_lead_somewhere(name):
    agreed = tables.contract(name)
    for column in agreed.columns:
        assert column.description.endswith("."), f"{name}.{column.name}"
        assert column.field.metadata[b"description"] == column.description.encode()
        if column.references:
            target, key = column.references.split(".")
            assert tables.contract(target).column(key)
    for named in (*agreed.key, *agreed.sort):
        assert not agreed.column(named).nullable


@pytest.mark.parametrize("name", tables.names())
def test_an_empty_table_keeps_its_schema(name, tmp_path):
    tables.write(name, [], tmp_path)
    assert tables.read(name, tmp_path).schema.equals(tables.contract(name).schema)


def test_rows_come_back_sorted_and_exact(tmp_path):
    tables.write("sections", [SECTION | {"start": 5, "end": 9}, SECTION], tmp_path)
    assert tables.rows("sections", tmp_path) == [SECTION, SECTION | {"start": 5, "end": 9}]


def test_same_rows_same_bytes(tmp_path):
    rows = [SECTION, SECTION | {"start": 5}]
    one = tables.write("sections", rows, tmp_path / "one").read_bytes()
    other = tables.write("sections", reversed(rows), tmp_path / "other").read_bytes()
    assert one == other


def test_pandas_gets_numbers_categories_and_flags(tmp_path):
    frame = pd.read_parquet(tables.write("facts", [FACT], tmp_path))
    assert frame["high_f64"].dtype == "float64" and frame.loc[0, "high_f64"] == 5e11
    assert frame["status"].dtype == "category"
    assert frame["n_claims"].dtype == "int32"
    assert frame["low_f64"].isna().all()


def test_amounts_keep_every_digit(tmp_path):
    exact = Decimal("12345678901234567890123456789.123456789")
    tables.write("facts", [FACT | {"high": exact}], tmp_path)
    assert tables.rows("facts", tmp_path)[0]["high"] == exact


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "footer"}, "column kind is 'footer'"),
        ({"kind": None}, "column kind is null"),
        ({"colour": "red"}, "no column colour"),
        ({"end": "five"}, "column end"),
    ],
)
def test_a_row_that_breaks_the_contract_is_refused_by_name(change, said, tmp_path):
    with pytest.raises(tables.ContractError, match=said):
        tables.write("sections", [SECTION | change], tmp_path)


def test_a_renamed_column_is_named(tmp_path):
    path = tables.write("sections", [SECTION], tmp_path)
    table = pa.parquet.read_table(path).rename_columns(["doc_id", "begin", "end", "kind"])
    pa.parquet.write_table(table, path)
    with pytest.raises(tables.ContractError, match="column start is missing; column begin is not in the contract"):
        tables.read("sections", tmp_path)


def test_a_missing_table_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="the table facts is not there; run the stage that writes it"):
        tables.read("facts", tmp_path)


def test_ids_come_from_content_and_count_repetitions():
    mentions = [("money", "1억 달러"), ("money", "1억 달러"), ("count", "3사")]
    ids = tables.mention_ids("q", "a.md", mentions)
    assert len(set(ids)) == 3
    assert ids[2] == tables.mention_ids("q", "a.md", mentions[2:])[0]
    assert ids[0] != tables.mention_ids("q", "b.md", mentions)[0]
