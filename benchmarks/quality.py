"""Time and memory of validate and report on a large corpus.

The tables in ``data/`` are copied, with ids of their own, until there are 100,000 claims; each stage runs
in a process of its own, so that the peak is its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.tables import Row, contract, names, rows, write

CLAIMS = 100_000
SOURCE = Path("data")
IDS = ("doc_id", "duplicate_of")
SUFFIX = 5  # hexadecimal digits of an id that number the copy
MEASURE = """
import importlib, json, resource, sys, time
from pathlib import Path
from pipeline.parameters import Parameters
stage, begun = importlib.import_module(f"pipeline.{sys.argv[1]}"), time.process_time()
stage.run(Path(sys.argv[2]), Parameters())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": time.process_time() - begun, "megabytes": peak}))
"""


def run(peers: bool) -> None:
    """Print what each stage took; there are no peers."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        claims, documents = enlarge(folder)
        print(f"quality: {claims:,} claims in {documents:,} documents")
        for stage in ("validate", "report"):
            told = _measured(stage, folder)
            print(f"  {stage:9} {told['seconds']:6.1f} CPU s  {told['megabytes']:6,.0f} MB")
        pages = [path.stat().st_size for path in (folder / "report").rglob("*.html")]
        print(f"  report    {len(pages):,} pages, the largest {max(pages) / 1024:,.0f} kB")


def enlarge(folder: Path) -> tuple[int, int]:
    """Write every table many times over; returns the number of claims and documents."""
    copies = -(-CLAIMS // len(rows("claims", SOURCE)))
    counts = {table: _enlarge(table, copies, folder) for table in names() if table != "validation"}
    return counts["claims"], counts["documents"]


def _enlarge(table: str, copies: int, folder: Path) -> int:
    held = rows(table, SOURCE)
    made = [row for copy in range(copies) for row in _copies(table, held, copy)]
    write(table, made, folder)
    return len(made)


def _copies(table: str, held: list[Row], copy: int) -> Iterator[Row]:
    columns = contract(table).columns
    hashed = [column.name for column in columns if column.type == "id"]
    for row in held:
        new = {column.name: row[column.name] for column in columns if not column.twin_of}
        new |= {name: f"{row[name][:-SUFFIX]}{copy:0{SUFFIX}x}" for name in hashed if row[name]}
        yield new | {name: f"{copy:05}/{row[name]}" for name in IDS if row.get(name)}


def _measured(stage: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-c", MEASURE, stage, str(folder)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
