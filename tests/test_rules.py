"""Every rule's own examples, read by the real extractor, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.evidence.finding import Fires, finding_row, span_rows
from pipeline.evidence.passages import related
from pipeline.languages import folders, table
from pipeline.rules import rules
from tests.reading import corpus_of

RULES = Path("pipeline/rules")
CUE = re.compile(r"(?:has_cue|cue_words|only_cues)\(.{0,60}?, \"([a-z_]+)\"")
EXAMPLES = [
    pytest.param(rule, example, id=f"{code}-{type(example).__name__}-{number}")
    for code, rule in rules().items()
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule, example):
    view = corpus_of(example.texts, example.language, example.published)
    found = list(rule.check(view))
    if not isinstance(example, Fires):
        assert [finding.message for finding in found] == []
        return
    (finding,) = found
    row = finding_row(rule, finding)
    spans = span_rows(row["finding_id"], finding)
    surfaces = [view.documents[span["doc_id"]]["text"][span["start"] : span["end"]] for span in spans]
    assert sorted(surfaces) == sorted(example.surfaces)
    assert row["severity"] == (example.severity or rule.severity)
    if example.suggestion:
        assert row["suggestion"] == example.suggestion


@pytest.mark.parametrize("code", rules())
def test_every_rule_shows_what_fires_and_what_does_not_in_both_languages(code):
    shown = {(type(example).__name__, example.language) for example in rules()[code].examples}
    assert shown == {(kind, language) for kind in ("Fires", "Silent") for language in ("ko", "en")}


@pytest.mark.parametrize("language", sorted(folders()))
def test_every_cue_that_a_rule_asks_for_has_words(language):
    asked = {cue for path in RULES.glob("*.py") for cue in CUE.findall(path.read_text(encoding="utf-8"))}
    told = {row["cue"] for row in table(language, "relation_cues")}
    assert asked and asked <= told


@pytest.mark.parametrize("language", sorted(folders()))
def test_every_example_of_a_relation_has_its_numbers_in_place(language):
    for row in table(language, "relations"):
        (example,) = corpus_of([row["example"]], language).documents
        assert list(related(corpus_of([row["example"]], language), example, row["relation"])), row["example"]
