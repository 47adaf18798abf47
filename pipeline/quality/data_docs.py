"""Great Expectations' own pages about the suites and how the tables met them: its Data Docs.

In: the folder with the tables. Out: a site that Great Expectations writes, clock and all, so it is no
output of a stage; it lies beside the report, whose quality page leads to it. Its style comes from the
network when it is looked at; our own report says the same, and severities too, without.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.parameters import Parameters
from pipeline.quality import baseline, checking, lookups, suites
from pipeline.tables import read

NAME = "data_docs"


def write(folder: Path, parameters: Parameters) -> Path:
    """Check every table and write the pages below the folder; returns the first of them."""
    target, context, known = folder / NAME, checking.new_context(), baseline.load()
    shutil.rmtree(target, ignore_errors=True)
    context.add_data_docs_site(NAME, _site(target))
    lookups.forget()
    for table in suites.CHECKED:
        checking.check(table, read(table, folder), suites.load(table), folder, known, parameters, context)
    context.build_data_docs()
    return target / "index.html"


def _site(target: Path) -> dict:
    place = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(target.absolute())}
    index = {"class_name": "DefaultSiteIndexBuilder"}
    return {
        "class_name": "SiteBuilder",
        "site_index_builder": index,
        "store_backend": place,
        "show_how_to_buttons": False,
    }
