"""Change the seed articles consistently and every table follows: nothing is fitted to their texts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest

from pipeline import documents, extract, facts, findings, tables
from pipeline.parameters import load
from tests.perturbed import (
    Edit,
    apply,
    article,
    other_digits,
    other_digits_value,
    other_scale,
    truth,
)

SCANNED = ("title", "byline", "body")
# Names of the same kind and the same ending sound, so that the particles behind them stay right.
OTHER_NAMES = {
    "딥시크": "하늘시크",
    "퍼플렉시티": "가나다시티",
    "인플렉션AI": "한빛솔AI",
    "스타게이트": "문라이트게이트",
    "SK텔레콤": "새벽텔레콤",
    "블랙록": "화이트록",
    "Macquarie": "Brindlewood",
    "SemiAnalysis": "ChipStudies",
}
YEARS = 1


def run(texts: dict[str, str], folder):
    """The tables for articles under their ids."""
    source = folder / "in"
    source.mkdir()
    for doc_id, text in texts.items():
        (source / doc_id).write_text(text, encoding="utf-8")
    parameters = load()
    documents.run([source], folder, documents.Options(), parameters)
    for stage in (extract, facts, findings):
        stage.run(folder, parameters)
    return folder


def by_document(rows) -> dict[str, list[dict]]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[row.get("id", row.get("doc_id"))].append(row)
    return grouped


def edited(change) -> tuple[dict[str, str], dict[str, object]]:
    """Every article after `change(quantity) -> new surface`, and how offsets moved."""
    texts, moves = {}, {}
    for doc_id, rows in by_document(truth("quantities")).items():
        edits = [Edit(row["start"], row["end"], change(row)) for row in rows]
        texts[doc_id], moves[doc_id] = apply(article(doc_id), edits)
    return texts, moves


def expected_values(moves, value) -> set[tuple]:
    return {
        (row["id"], moves[row["id"]](row["start"]), moves[row["id"]](row["end"]), row["kind"], unit(row), row["bound"])
        + tuple(value(row, name) for name in ("low", "high"))
        for row in truth("quantities")
    }


def stated_values(folder) -> set[tuple]:
    return {
        (row["doc_id"], row["start"], row["end"], row["kind"], unit(row), row["bound"], row["low"], row["high"])
        for row in tables.rows("quantities", folder)
    }


def unit(row) -> str | None:
    """The class of a counter is a matter of taste, and scored elsewhere."""
    return None if row["kind"] == "count" else row["unit"]


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    return run({row: article(row) for row in by_document(truth("quantities"))}, tmp_path_factory.mktemp("original"))


@pytest.fixture(scope="module")
def scaled(tmp_path_factory):
    texts, moves = edited(lambda row: other_scale(row["surface"])[0])
    return run(texts, tmp_path_factory.mktemp("scaled")), moves


def test_other_figures_give_other_amounts_at_the_same_places(tmp_path):
    def changed(row):
        """A number half in words (`five to 30`) is left alone: its words would have to change too."""
        half_in_words = row["bound"] == "range" and row["surface"][0].isalpha()
        return row["surface"] if half_in_words else other_digits(row["surface"])

    def value(row, name):
        return other_digits_value(row[name]) if changed(row) != row["surface"] else row[name] and Decimal(row[name])

    texts, moves = edited(changed)
    assert stated_values(run(texts, tmp_path)) == expected_values(moves, value)


def test_other_scales_give_amounts_as_many_times_larger(scaled):
    folder, moves = scaled

    def value(row, name):
        return row[name] and Decimal(row[name]) * other_scale(row["surface"])[1]

    assert stated_values(folder) == expected_values(moves, value)


def test_other_scales_leave_what_the_numbers_are_about(original, scaled):
    def about(folder):
        wanted = (
            "doc_id",
            "subject",
            "metric",
            "aspect",
            "direction",
            "object",
            "modality",
            "attribution",
            "as_of_start",
        )
        return [tuple(row[name] for name in wanted) for row in tables.rows("claims", folder)]

    assert about(scaled[0]) == about(original)


def test_findings_follow_the_scale(original, scaled):
    def codes(folder):
        """Within a document: Korean and English scales do not grow by the same factor."""
        rows = tables.rows("findings", folder)
        return sorted((row["code"], row["doc_id"], row["severity"]) for row in rows if not row["fact_id"])

    assert codes(scaled[0]) == codes(original)


def test_other_names_become_the_subjects_and_objects(original, tmp_path):
    def renamed(text):
        for old, new in OTHER_NAMES.items():
            text = text.replace(old, new)
        return text

    texts = {doc_id: renamed(article(doc_id)) for doc_id in by_document(truth("quantities"))}
    found = tables.rows("claims", run(texts, tmp_path))
    before = tables.rows("claims", original)
    for role in ("subject", "object"):
        named = [(old[role], new[role]) for old, new in zip(before, found, strict=True) if old[role] in OTHER_NAMES]
        assert named and all(OTHER_NAMES[old] in (new or "") for old, new in named), named


def test_dates_follow_the_calendar(tmp_path):
    texts, moves = {}, {}
    for doc_id, rows in by_document(truth("dates")).items():
        texts[doc_id], moves[doc_id] = _later(doc_id, rows)
    found = {
        (row["doc_id"], row["start"], row["end"], row["date_start"], row["date_end"])
        for row in tables.rows("dates", run(texts, tmp_path))
    }
    assert found == {
        (row["id"], moves[row["id"]](row["start"]), moves[row["id"]](row["end"]))
        + tuple(_moved(row[name]) for name in ("date_start", "date_end"))
        for row in truth("dates")
    }


def _later(doc_id, rows):
    """The article with every year, that of publication too, so many years later."""
    text = article(doc_id)
    places = [(row["start"], row["end"]) for row in rows]
    front = text.index("\n---\n", 4)
    published = text.find("published_on:", 0, front)
    if published >= 0:
        places.append((published, text.index("\n", published)))
    return apply(text, [Edit(start, end, _years_later(text[start:end])) for start, end in places])


def _years_later(words: str) -> str:
    for year in range(2030, 2010, -1):
        words = words.replace(str(year), str(year + YEARS))
    return words


def _moved(day: str | None) -> date | None:
    known = day and date.fromisoformat(day)
    return known and known.replace(year=known.year + YEARS)
