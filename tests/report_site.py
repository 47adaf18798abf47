"""The report of the small corpus, with outcomes of validation and evaluation, for the tests of its pages."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline import report
from pipeline.parameters import Parameters
from pipeline.tables import Row, write
from tests.corpus_rows import write_corpus

BESIDE = "../data_docs/index.html"  # no page of the report: Great Expectations' own
VALIDATION = [
    {
        "table": "claims",
        "expectation": "expect_quote_to_equal_text",
        "column": "quote",
        "severity": "critical",
        "success": False,
        "observed": "1 of 7 rows",
        "unexpected_count": 1,
        "sample_ids": ["c-0123456789abcdef"],
    },
    {
        "table": "documents",
        "expectation": "expect_text_to_be_composed",
        "column": "text",
        "severity": "warning",
        "success": True,
        "observed": "0 of 6 rows",
        "unexpected_count": 0,
        "sample_ids": [],
    },
]
SCORES = """set,language,measure,score,majority
corpus,en,quantities.f1,0.95,
corpus,en,claims.metric,0.9,0.31
corpus,ko,quantities.f1,1.0,
"""
METRICS = {"corpus-en": {"quantities": {"f1": 0.95}}, "corpus-findings": {"precision": 1.0, "false_alarms": 0}}


def written(folder: Path, tables: dict[str, list[Row]] | None = None) -> Path:
    """The report of these tables (the whole corpus unless told); returns where it lies."""
    write_corpus(folder, tables)
    write("validation", VALIDATION, folder)
    (folder / "plots").mkdir()
    (folder / "plots" / "fields.csv").write_text(SCORES, encoding="utf-8")
    (folder / "metrics").mkdir()
    for name, told in METRICS.items():
        (folder / "metrics" / f"{name}.json").write_text(json.dumps(told), encoding="utf-8")
    return report.run(folder, Parameters())
