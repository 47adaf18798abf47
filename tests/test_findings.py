"""Findings as rows: what they say, that they are stable, and who accepted them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline import findings
from pipeline.acknowledgements import AcknowledgementError, acknowledged, acknowledgements
from pipeline.evidence.corpus import corpus
from pipeline.parameters import FindingParameters, Parameters
from pipeline.rules import documentation, rules
from pipeline.tables import contract
from tests import rows

SLIP = "미국은 최대 5000만 달러(735조1000억 원)를 쓸 계획이다."
OLD_RATE = "137억5000만 달러(약 18조9600억 원) 이상을 투자했다."


def converted(doc_id, text, published, *amounts):
    """A document with an amount and its conversion: (surface, number, unit, resolution, coarse)."""
    quantities = []
    for surface, number, unit, resolution, coarse in amounts:
        more = {"start": text.index(surface), "unit": unit, "resolution": resolution, "resolution_coarse": coarse}
        quantities.append(rows.quantity(doc_id, surface, number, **more))
    quantities[1]["converts"] = quantities[0]["quantity_id"]
    return rows.document(doc_id, text, published), quantities


def slip(published=date(2025, 2, 5), doc_id="slip"):
    return converted(
        doc_id,
        SLIP,
        published,
        ("5000만 달러", 5 * 10**7, "USD", 10**4, 10**7),
        ("735조1000억 원", 7351 * 10**11, "KRW", 10**8, 10**11),
    )


def old_rate(published=date(2024, 12, 26)):
    return converted(
        "old",
        OLD_RATE,
        published,
        ("137억5000만 달러", 1375 * 10**7, "USD", 10**4, 10**7),
        ("18조9600억 원", 1896 * 10**10, "KRW", 10**8, 10**10),
    )


def found(*read, **tables):
    documents = [document for document, _ in read]
    quantities = [quantity for _, several in read for quantity in several]
    view = corpus(FindingParameters(), {"documents": documents, "quantities": quantities} | tables)
    return {row["code"]: row for row in findings.examine(view)[0]}


def test_a_slip_of_ten_thousand_is_an_error_with_both_repairs():
    row = found(slip())["CUR101"]
    assert row["severity"] == "error"
    assert row["surface"] == "5000만 달러"
    assert row["stated"] == "14,702,000 KRW per USD"
    assert row["expected"] == "1,455.45 KRW per USD"
    assert row["deviation"] == "×10,101"
    assert row["basis"].startswith("ECB reference rate of 2025-02-04")
    assert (row["suggestion"], row["alternatives"]) == ("5000억 달러", ["735억1000만 원"])


def test_without_a_date_a_magnitude_is_still_seen_and_a_rate_is_not():
    assert found(slip(published=None))["CUR101"]["suggestion"] == "5000억 달러"
    assert not found(old_rate(published=None))


def test_the_repair_that_another_document_supports_comes_first():
    document, quantities = slip()
    other = rows.quantity("other", "735억1000만 원", 73_510_000_000, unit="KRW", resolution=10**4)
    told = [rows.claim(quantity, "스타게이트", "budget") for quantity in (quantities[0], other)]
    links = [{"fact_id": "f-1", "claim_id": claim["claim_id"], "agrees": True} for claim in told]
    row = found((document, quantities), (rows.document("other"), [other]), claims=told, fact_claims=links)["CUR101"]
    assert (row["suggestion"], row["alternatives"]) == ("735억1000만 원", ["5000억 달러"])
    assert "as 1 other document of the corpus states" in row["message"]


def test_an_old_rate_is_a_warning_that_says_its_tolerance():
    row = found(old_rate())["CUR102"]
    assert row["severity"] == "warning"
    assert (row["stated"], row["expected"], row["deviation"]) == (
        "1,378.91 KRW per USD",
        "1,458.37 KRW per USD",
        "-5.4 %",
    )
    assert "off by 5.4 %; rounding explains at most 0.03 %, the band is 3 %" in row["message"]


def test_an_amount_of_a_stated_time_may_use_the_rate_of_that_time():
    document, quantities = old_rate()
    claim = rows.claim(quantities[0], "투자자", "investment", as_of_start=date(2024, 1, 1), as_of_end=date(2024, 6, 30))
    assert "CUR102" not in found((document, quantities), claims=[claim])


@pytest.mark.parametrize(
    "amounts",
    [
        (("0 달러", 0, "USD", 1, 1), ("735조1000억 원", 7351 * 10**11, "KRW", 10**8, 10**11)),
        (("5 달러", 5, "USD", 1, 1), ("0 원", 0, "KRW", 1, 1)),
        (("5 달러", 5, "XXX", 1, 1), ("7 원", 7, "KRW", 1, 1)),
        (("5 달러", 5, None, 1, 1), ("7 원", 7, "KRW", 1, 1)),
        (("5 달러", -5, "USD", 1, 1), ("7 원", 7, "KRW", 1, 1)),
        (("5 달러", 5, "USD", None, None), ("7 원", 7, "USD", None, None)),
        (("5 달러", 10**28, "USD", 1, 1), ("7 원", Decimal("1e-9"), "KRW", 1, 1)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", [None, date(2025, 2, 5), date.min, date.max])
def test_odd_conversions_break_nothing(amounts, published):
    text = " ".join(surface for surface, *_ in amounts)
    for row in found(converted("odd", text, published, *amounts)).values():
        assert row["message"]


def test_ten_conversions_of_one_amount_break_nothing():
    document, quantities = slip()
    more = [quantities[1] | {"quantity_id": f"q-{i}", "start": 20 + i, "end": 21 + i} for i in range(10)]
    assert found((document, quantities + more))


def test_the_stage_writes_rows_that_keep_the_contract(tmp_path):
    (document, quantities), parameters = slip(), Parameters()
    rows.folder_of(tmp_path, documents=[document], quantities=quantities)
    findings.run(tmp_path, parameters)
    (row,) = findings.rows("findings", tmp_path)
    spans = findings.rows("finding_spans", tmp_path)
    assert {span["role"]: SLIP[span["start"] : span["end"]] for span in spans} == {
        "original": "5000만 달러",
        "conversion": "735조1000억 원",
    }
    assert {span["finding_id"] for span in spans} == {row["finding_id"]}
    once = (tmp_path / "findings.parquet").read_bytes()
    findings.run(tmp_path, parameters)
    assert (tmp_path / "findings.parquet").read_bytes() == once


def test_a_finding_keeps_its_id_when_the_text_before_it_grows():
    document, quantities = slip()
    added = "고쳐 씀. "
    moved = [quantity | {end: quantity[end] + len(added) for end in ("start", "end")} for quantity in quantities]
    later = document | {"text": added + document["text"]}
    assert found((document, quantities))["CUR101"]["finding_id"] == found((later, moved))["CUR101"]["finding_id"]


def test_every_rule_is_documented_and_named_after_its_file():
    for code, rule in rules().items():
        assert rule.check.__module__.rsplit(".", 1)[1] == rule.name.replace("-", "_")
        assert rule.severity in contract("findings").column("severity").values
        for heading in ("What it checks:", "Why it matters:", "How it decides:", "Known limits:"):
            assert heading in documentation(code)
    with pytest.raises(KeyError, match="CUR101"):
        documentation("XXX999")


ENTRY = "- finding: {}\n  reason: checked with the source\n  who: desk\n  until: {}\n"


def test_an_accepted_finding_carries_its_reason(tmp_path):
    row = found(slip())["CUR101"]
    path = tmp_path / "acknowledged.yaml"
    path.write_text(ENTRY.format(row["finding_id"], "2027-01-01"), encoding="utf-8")
    (kept,), problems = acknowledged([row], acknowledgements(path), date(2026, 11, 23))
    assert (kept["acknowledged"], problems) == ("checked with the source", [])


def test_an_entry_that_ran_out_or_matches_nothing_is_reported(tmp_path):
    row = found(slip())["CUR101"]
    path = tmp_path / "acknowledged.yaml"
    path.write_text(
        ENTRY.format(row["finding_id"], "2025-01-01") + ENTRY.format("n-" + "0" * 16, "2027-01-01"), encoding="utf-8"
    )
    (kept,), problems = acknowledged([row], acknowledgements(path), date(2026, 11, 23))
    assert kept["acknowledged"] is None
    assert [problem.split(": ")[1].split(",")[0] for problem in problems] == ["look again", "remove it"]


@pytest.mark.parametrize("text", ["- finding: n-12\n", "- {", "reason: x\n", ENTRY.format("n-" + "0" * 16, "soon")])
def test_a_broken_file_says_where(tmp_path, text):
    path = tmp_path / "acknowledged.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AcknowledgementError, match="acknowledged.yaml"):
        acknowledgements(path)


def test_no_file_is_no_acknowledgement(tmp_path):
    assert acknowledgements(tmp_path / "none.yaml") == ()
