"""What several test files share: the tables of the seed documents, made once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import documents, extract, facts, findings
from pipeline.parameters import load

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def seed_tables(tmp_path_factory):
    """A folder with the tables of the seed documents in data/, as after `make repro`."""
    folder, parameters = tmp_path_factory.mktemp("seeds"), load()
    documents.run([ROOT / "seeds" / "documents"], folder / "data", documents.Options(), parameters)
    for stage in (extract, facts, findings):
        stage.run(folder / "data", parameters)
    return folder
