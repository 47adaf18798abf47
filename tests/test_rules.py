"""Every rule's own examples, read by the real extractor, in both languages."""

from __future__ import annotations

import pytest

from pipeline.evidence.finding import Fires, finding_row, span_rows
from pipeline.rules import rules
from tests.reading import corpus_of

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
