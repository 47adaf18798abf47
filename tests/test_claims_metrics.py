"""The metrics table: closed lists hold, and every cue can be found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import pipeline
from pipeline import reference
from pipeline.claims.measures.metrics import metrics
from pipeline.languages import table
from pipeline.languages.english.verbs import phrasal

VOCABULARY = yaml.safe_load((Path(pipeline.__file__).parent / "tables" / "vocabulary.yaml").read_text(encoding="utf-8"))
ROWS = reference.table("metrics")
IDS = [row["id"] for row in ROWS]


def test_ids_are_unique_and_other_is_one_of_them() -> None:
    assert len(set(IDS)) == len(IDS) == len(metrics())
    assert "other" in IDS


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_closed_lists(row: dict) -> None:
    assert set(row["kinds"].split("|")) <= {*VOCABULARY["kind"], "*"}
    assert row["time"] in {"timeless", "state", "period", "cumulative"}
    assert row["measures"] and row["subject"]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_every_english_verb_cue_is_a_known_verb(row: dict) -> None:
    known = {verb["lemma"] for verb in table("en", "claims_verbs")} | {words.replace(" ", "_") for words in phrasal()}
    verbs = {
        cue.rpartition(":")[2][1:].split(" ")[0]
        for cue in row["cues_en"].split("|")
        if cue.rpartition(":")[2].startswith("~")
    }
    assert verbs <= known
