"""Stage: every rule over every table.

In: documents, sentences, quantities, dates, claims, facts and fact_claims of a folder, and
``seeds/acknowledged.yaml``. Out: ``findings`` and ``finding_spans``. What each rule checks, and when it
stays silent, is said in its file in `pipeline.rules`. The same things compared twice by one rule are
one finding.
"""

from __future__ import annotations

import sys
from decimal import localcontext
from pathlib import Path

from pipeline.acknowledgements import FILE, acknowledged, acknowledgements
from pipeline.evidence.corpus import Corpus, corpus
from pipeline.evidence.finding import finding_row, span_rows
from pipeline.parameters import Parameters, load
from pipeline.progress import track
from pipeline.rules import rules
from pipeline.stages import clear_faults
from pipeline.tables import Row, rows, write

TABLES = ("documents", "sentences", "quantities", "dates", "claims", "facts", "fact_claims")
DIGITS = 60


def run(folder: Path, parameters: Parameters, accepted: Path | None = None) -> None:
    """Read the folder's tables and write what does not add up; `accepted` is a file of acknowledgements."""
    seen = corpus(parameters.findings, {name: rows(name, folder) for name in TABLES})
    found, spans = examine(seen)
    if accepted:
        found, problems = acknowledged(found, acknowledgements(accepted), parameters.as_of)
        for problem in problems:
            print(f"{accepted}: {problem}", file=sys.stderr)
    write("findings", found, folder)
    write("finding_spans", spans, folder)


def examine(seen: Corpus) -> tuple[list[Row], list[Row]]:
    """Rows of findings and of finding_spans, by every rule there is."""
    found: dict[str, Row] = {}
    spans: dict[tuple, Row] = {}
    with localcontext(prec=DIGITS):
        for rule in track(list(rules().values()), "Checking the numbers"):
            for finding in rule.check(seen):
                row = finding_row(rule, finding)
                if row["finding_id"] not in found:
                    found[row["finding_id"]] = row
                    for span in span_rows(row["finding_id"], finding):
                        spans[(span["finding_id"], span["role"], span["doc_id"], span["start"])] = span
    return list(found.values()), list(spans.values())


def main() -> None:
    """``python -m pipeline.findings``."""
    with clear_faults("findings"):
        run(Path("data"), load(Path("params.yaml")), FILE)


if __name__ == "__main__":
    main()
