"""The stages from documents to findings, on any input and in any folder.

In: files and folders, or standard input. Out: the tables in a folder. It calls the stages of the pipeline
themselves, so that the command and ``dvc repro`` cannot differ.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import documents, extract, facts, findings, tables
from pipeline.parameters import Parameters
from pipeline.readers import Record, read

STANDARD_INPUT = Path("-")
SHOWN_AS = "<stdin>"
COUNTED = ("documents", "rejects", "quantities", "dates", "claims", "facts", "findings")


def run_stages(
    inputs: Sequence[Path],
    folder: Path,
    options: documents.Options,
    parameters: Parameters,
    accepted: Path | None = None,
) -> None:
    """Write every table but ``validation`` into the folder; `accepted` is a file of acknowledgements."""
    documents.run(inputs, folder, options, parameters)
    extract.run(folder, parameters)
    facts.run(folder, parameters)
    findings.run(folder, parameters, accepted)


@contextmanager
def with_standard_input(inputs: Sequence[Path]) -> Iterator[list[Path]]:
    """The inputs, ``-`` replaced by a file that holds standard input; a record a line is JSON Lines."""
    with TemporaryDirectory(prefix="claimtrack-") as name:
        yield [_kept(Path(name)) if path == STANDARD_INPUT else path for path in inputs]


def _kept(folder: Path) -> Path:
    content = sys.stdin.buffer.read()
    path = folder / (SHOWN_AS + (".jsonl" if content.lstrip()[:1] == b"{" else ".txt"))
    path.write_bytes(content)
    return path


def record_numbers(inputs: Sequence[Path], parameters: Parameters) -> dict[str, int]:
    """Line or row number of each document that is one record among several of its file."""
    items = read(inputs, parameters.documents)
    return {item.doc_id: item.record for item in items if isinstance(item, Record) and item.record}


def rejections(folder: Path) -> list[tuple[str, str]]:
    """Reason and one line for each record that could not be read."""
    return [
        (row["reason"], f"{_place(row)}: rejected ({row['reason']}): {row['detail']}")
        for row in tables.rows("rejects", folder)
    ]


def _place(row: tables.Row) -> str:
    path = shown_path(row["source_path"])
    return f"{path}:{row['record']}" if row["record"] else path


def shown_path(path: str) -> str:
    """A path as the user knows it: standard input has none."""
    return SHOWN_AS if Path(path).stem == SHOWN_AS else path


def counts(folder: Path) -> str:
    """How many rows each table has; findings by severity."""
    parts = [f"{tables.read(name, folder).num_rows} {name}" for name in COUNTED]
    severities = [row["severity"] for row in tables.rows("findings", folder)]
    known = [(severities.count(name), name) for name in tables.vocabulary()["severity"]]
    by_severity = ", ".join(f"{number} {name}" for number, name in known if number)
    return ", ".join(parts) + (f" ({by_severity})" if by_severity else "")
