"""Stage: documents -> sentences, quantities, dates, claims, roles.

In: the tables ``documents`` and ``sections``. Out: five tables, a map over documents (see
`pipeline.extraction` for what is read and every judgement). The number of processes changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pipeline import tables
from pipeline.engines import local
from pipeline.extraction import TABLES
from pipeline.parameters import Parameters, load
from pipeline.progress import track
from pipeline.stages import clear_faults


def run(folder: Path, parameters: Parameters) -> None:
    """Read every document of `folder` and write what it says in numbers beside it."""
    documents = tables.rows("documents", folder)
    sections: dict[str, list[tables.Row]] = defaultdict(list)
    for section in tables.rows("sections", folder):
        sections[section["doc_id"]].append(section)
    work = ((document, sections[document["doc_id"]]) for document in documents)
    found: dict[str, list[tables.Row]] = {name: [] for name in TABLES}
    extracted = local.extract(work, len(documents), parameters.extract.workers)
    for rows in track(extracted, "Reading numbers, dates and claims", len(documents)):
        for name, more in rows._asdict().items():
            found[name].extend(more)
    for name, all_rows in found.items():
        tables.write(name, all_rows, folder)


def main() -> None:
    """Run the stage on data/ with params.yaml."""
    with clear_faults("extract"):
        run(Path("data"), load(Path("params.yaml")))


if __name__ == "__main__":
    main()
