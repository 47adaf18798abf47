"""Stage validate: every table against its contract and its suite -> validation.

In: the tables of the stages before. Out: a row for every expectation, held or not. The Arrow schemas
come first: a table that is missing or shaped otherwise is a critical row and its suite is not run, nor
are suites that look into it. An entry of ``seeds/acknowledged.yaml`` that ran out or matches no finding any
more is a warning. A critical row ends the stage with status 1 after the table is written,
and names the rows at fault.

``--write-suites`` writes what the contracts say into the suites, ``--write-baseline`` makes the row
counts of today the baseline, ``--write-data-docs`` writes Great Expectations' own pages to ``data_docs``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pyarrow.parquet as pq

from pipeline import tables
from pipeline.acknowledgements import FILE, acknowledgements, stale
from pipeline.parameters import Parameters, load
from pipeline.quality import baseline, lookups, suites
from pipeline.stages import clear_faults
from pipeline.tables import path, read, schema_differences, write

SCHEMA = "expect_table_to_match_its_contract"
ACKNOWLEDGED = "expect_acknowledgements_to_match_findings"
SHOWN = 5


def run(folder: Path, parameters: Parameters, accepted: Path = FILE) -> list[dict]:
    """Write `validation` into the folder; returns its critical failures. `accepted` holds acknowledgements."""
    rows = [_schema_row(table, folder) for table in suites.CHECKED]
    if all(row["success"] for row in rows):
        rows += [*_suite_rows(folder, parameters), _acknowledged_row(folder, parameters, accepted)]
    write("validation", rows, folder)
    return [row for row in rows if not row["success"] and row["severity"] == "critical"]


def _schema_row(table: str, folder: Path) -> dict:
    """Whether a table is there, in the contract's shape."""
    source = path(table, folder)
    if source.is_file():
        wrong = schema_differences(table, pq.read_schema(source))
    else:
        wrong = [f"{source} is missing; run the stage that writes it"]
    return {
        "table": table,
        "expectation": SCHEMA,
        "column": "",
        "severity": "critical",
        "success": not wrong,
        "observed": "; ".join(wrong) or None,
        "unexpected_count": 0,
        "sample_ids": [],
    }


def _suite_rows(folder: Path, parameters: Parameters) -> Iterable[dict]:
    """Great Expectations is imported here: it takes seconds, and a table of another shape needs none."""
    from pipeline.quality import checking

    lookups.forget()
    known = baseline.load()
    for table in suites.CHECKED:
        outcomes = checking.check(table, read(table, folder), suites.load(table), folder, known, parameters)
        yield from (asdict(outcome) for outcome in outcomes)


def _acknowledged_row(folder: Path, parameters: Parameters, accepted: Path) -> dict:
    """Whether every acknowledgement still has its finding and its time."""
    known = {row["finding_id"] for row in tables.rows("findings", folder)}
    wrong = stale(known, acknowledgements(accepted), parameters.as_of)
    return {
        "table": "findings",
        "expectation": ACKNOWLEDGED,
        "column": "acknowledged",
        "severity": "warning",
        "success": not wrong,
        "observed": "; ".join(wrong.values()) or None,
        "unexpected_count": len(wrong),
        "sample_ids": sorted(wrong)[: parameters.quality.sample_ids],
    }


def failures(critical: Iterable[dict]) -> str:
    """A line for each critical failure: table, expectation, what was seen, the first rows at fault."""
    return "\n".join(_failure(row) for row in critical)


def _failure(row: dict) -> str:
    place = f"{row['table']}.{row['column']}" if row["column"] else row["table"]
    told = f"{place}: {row['expectation']}: {row['observed'] or 'failed'}"
    named = row["sample_ids"][:SHOWN]
    more = " and more" if row["unexpected_count"] > len(named) else ""
    return f"{told}: {', '.join(named)}{more}" if named else told


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m pipeline.validate", description="Check every table in data/.")
    parser.add_argument("--write-suites", action="store_true", help="write what the contracts say into expectations/")
    parser.add_argument("--write-baseline", action="store_true", help="make today's row counts the baseline")
    parser.add_argument(
        "--write-data-docs", action="store_true", help="write Great Expectations' pages into data/data_docs"
    )
    return parser.parse_args()


def main() -> int:
    """Check the tables in data/; 1 after a critical failure."""
    options, folder = _options(), Path("data")
    with clear_faults("validate", suites.SuiteError):
        if options.write_suites:
            suites.renew()
        elif options.write_baseline:
            baseline.save({table: read(table, folder).num_rows for table in suites.CHECKED})
        elif options.write_data_docs:
            from pipeline.quality import data_docs

            data_docs.write(folder, load(Path("params.yaml")))
        else:
            return _checked(folder)
    return 0


def _checked(folder: Path) -> int:
    critical = run(folder, load(Path("params.yaml")))
    if critical:
        print(f"validate: {len(critical)} critical expectations failed\n{failures(critical)}", file=sys.stderr)
    return 1 if critical else 0


if __name__ == "__main__":
    sys.exit(main())
