"""The overview's answers at a glance: what is good, what wants looking at, what changed; and where they lead."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from pipeline.quality.baseline import Baseline
from pipeline.renderers.html import glance, page
from pipeline.renderers.html.corpus import Corpus, load
from pipeline.tables import write
from tests.corpus_rows import corpus, empty, write_corpus
from tests.report_site import VALIDATION

NONE = Baseline({}, Fraction(1, 5))


def held(folder: Path, tables: dict | None = None, validation: list | None = None) -> Corpus:
    write_corpus(folder, tables)
    write("validation", VALIDATION if validation is None else validation, folder)
    return load(folder)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return held(tmp_path_factory.mktemp("small"))


def test_what_is_good(small: Corpus) -> None:
    assert [(line.text, line.href) for line in glance.good(small)] == [
        ("1 of 2 expectations hold", "quality.html"),
        ("6 of 7 claims name subject and metric", "documents.html"),
    ]


def test_what_wants_looking_at_gravest_first(small: Corpus) -> None:
    assert [(line.text, line.href) for line in glance.suspicious(small)] == [
        ("A critical expectation does not hold", "quality.html?outcome=failed&weight=critical"),
        ("2 errors among the findings", "findings.html?severity=error"),
        ("1 warning among the findings", "findings.html?severity=warning"),
        ("2 facts on which documents disagree", "facts.html?status=conflicting"),
        ("2 records could not be read", "rejects.html"),
        ("1 expectation not met", "quality.html?outcome=failed"),
        ("1 document without a day of publication", "documents.html?q=unknown"),
    ]


def test_a_sound_corpus_leaves_nothing_to_look_at(tmp_path: Path) -> None:
    sound = held(tmp_path, empty() | {"documents": corpus()["documents"][:1]}, [VALIDATION[1]])
    assert list(glance.suspicious(sound)) == []
    assert [line.text for line in glance.good(sound)] == ["1 of 1 expectations hold", "Every document could be read"]


def test_what_changed_and_how_far(small: Corpus) -> None:
    known = Baseline({"claims": 7, "facts": 4, "findings": 1}, Fraction(1, 4))
    assert [line.text for line in glance.changed(small, known)] == [
        "facts: -1, from 4 to 3",
        "findings: +2, from 1 to 3, further than the baseline allows",
    ]
    assert [line.text for line in glance.changed(small, NONE)] == ["There is no baseline yet: make baseline"]
    assert list(glance.changed(small, Baseline({"claims": 7}, Fraction(1, 4)))) == []


def test_a_severity_leads_to_the_page_where_it_begins(
    small: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PAGE_ROWS", 2)
    told = list(glance.severities(held(tmp_path)))
    assert told == [("error", 2, "findings.html?severity=error"), ("warning", 1, "findings-2.html?severity=warning")]
