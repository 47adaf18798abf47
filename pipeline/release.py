"""Stage release: the tables as they may be given away -> release/.

In: every table, the project's version and lock. Out: the tables as Parquet, without words whose licence
does not let them be passed on (`pipeline.publishing.withholding`), DICTIONARY.md, README.md with the
sources, datapackage.json and croissant.json. The same tables give the same bytes.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.parameters import Parameters, load
from pipeline.publishing import descriptions, licences, papers, versions
from pipeline.publishing.dictionary import Page, ordered, page
from pipeline.publishing.withholding import public, withheld_columns
from pipeline.stages import clear_faults
from pipeline.tables import Row, read

PROJECT = Path(__file__).resolve().parents[1]


def run(folder: Path, parameters: Parameters, project: Path = PROJECT) -> Path:
    """Write the release below the folder; returns where it lies."""
    held = {table: read(table, folder) for table in ordered()}
    target = folder / "release"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    documents = held["documents"].drop_columns(["text"]).to_pylist()
    open_ids = {row["doc_id"] for row in documents if licences.may_pass_on(row["licence"])}
    pages = [page(table, released=True) for table in held]
    files = {table: _write(table, public(table, rows, open_ids), target) for table, rows in held.items()}
    version = versions.own(project)
    _write_json(target / "datapackage.json", descriptions.data_package(pages, files, version, _sources(documents)))
    _write_json(target / "croissant.json", descriptions.croissant(pages, files, version, parameters.as_of))
    _write_papers(target, pages, held, documents, open_ids, _facts(version, parameters, project))
    return target


def _write(table: str, rows: pa.Table, target: Path) -> descriptions.File:
    path = target / f"{table}.parquet"
    pq.write_table(rows, path, compression="zstd")
    return descriptions.described(path)


def _write_json(target: Path, said: dict[str, Any]) -> None:
    target.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _sources(documents: list[Row]) -> list[dict[str, str]]:
    """Whose reporting the documents restate, each once."""
    known = {(row["source_publisher"], row["url"]) for row in documents if row["source_publisher"]}
    return [
        {"title": publisher} | ({"path": url} if url else {})
        for publisher, url in sorted(known, key=lambda source: (source[0], source[1] or ""))
    ]


def _facts(version: str, parameters: Parameters, project: Path) -> dict[str, Any]:
    held = licences.open_licences()[licences.OF_THE_DATA]
    return {
        "title": descriptions.TITLE,
        "about": descriptions.ABOUT,
        "version": version,
        "published": parameters.as_of,
        "versions": versions.locked(project),
        "licence": {"title": held["name"], "path": held["url"]},
    }


def _write_papers(
    target: Path,
    pages: list[Page],
    held: dict[str, pa.Table],
    documents: list[Row],
    open_ids: set[str],
    facts: dict[str, Any],
) -> None:
    withheld = ", ".join(f"{table}.{column.name}" for table in held for column in withheld_columns(table))
    tables = [(page, held[page.name].num_rows) for page in pages]
    readme = papers.render(
        "README.md", tables=tables, documents=documents, withheld=withheld, shown=len(open_ids), **facts
    )
    (target / "README.md").write_text(readme, encoding="utf-8")
    (target / "DICTIONARY.md").write_text(papers.render("DICTIONARY.md", pages=pages), encoding="utf-8")


def main() -> int:
    """Release the tables in data/."""
    with clear_faults("release", versions.LockError):
        run(Path("data"), load(Path("params.yaml")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
