"""Scores that can be worked out by hand, on a few lines of truth about the small corpus.

Expected values are counted in the comments; nothing here depends on how well the extractor reads.
"""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline import evaluate
from pipeline.parameters import Parameters
from pipeline.scoring import fields, findings, names
from pipeline.scoring.matching import exact, overlapping
from pipeline.scoring.measures import Counts, accuracy, majority
from pipeline.scoring.mentions import Mention, period
from pipeline.scoring.truth import TruthError
from tests.corpus_rows import TEXTS, empty, write_corpus

ROLES = {"subject": None, "object": None, "attribution": None, "direction": None, "as_of": None}


def _truth(doc_id: str, surface: str, **said: object) -> dict:
    """A line of quantities.jsonl; what is not said is an exact amount in dollars without roles."""
    start = TEXTS[doc_id][3].index(surface)
    usual = {
        "kind": "money",
        "unit": "USD",
        "low": None,
        "high": None,
        "bound": "eq",
        "metric": "other",
        "aspect": "level",
        "modality": "reported",
    }
    return {"id": doc_id, "start": start, "end": start + len(surface), "surface": surface} | usual | ROLES | said


TRUTH = [
    _truth(
        "en/r1-cheap",
        "$294,000",
        low="294000",
        high="294000",
        subject="DeepSeek R1",
        metric="training_cost",
        attribution="its paper",
    ),
    _truth("en/r1-cheap", "5%", kind="percent", unit="%", low="5", high="5", subject="DeepSeek", aspect="share"),
    _truth("en/r1-cheap", "6 million", low="6000000", high="6000000", subject="DeepSeek R1", metric="training_cost"),
    _truth("en/r1-cheap", "January", kind="count", unit="item", low="1", high="1"),
    _truth(
        "ko/stargate-late",
        "5000만 달러",
        high="50000000",
        bound="le",
        subject="Stargate",
        metric="budget",
        modality="planned",
    ),
    _truth(
        "ko/stargate-late",
        "735조1000억 원",
        unit="KRW",
        high="735100000000001",
        bound="le",
        subject="Stargate",
        metric="cost",
        modality="planned",
    ),
]
DATES = [
    {"id": "en/r1-cheap", "surface": "January 2025", "date_start": "2025-01-01", "date_end": "2025-01-30"},
    {"id": "ko/stargate-late", "surface": "올해", "date_start": "2025-01-01", "date_end": "2025-12-31"},
]
FINDINGS = [
    {
        "id": "ko/stargate-late",
        "code": "CUR101",
        "surfaces": ["5000만 달러", "735조1000억 원"],
        "suggestion": "5000억 달러",
    },
    {"id": "ko/stargate-late", "code": "RAT101", "surfaces": ["3배"]},
]
SILENT = [
    {"documents": ["en/r1-cheap", "en/r1-early"], "surfaces": ["$294,000", "$6 million"], "codes": ["FCT101"]},
    {"documents": ["en/r1-cheap"], "surfaces": ["$294,000", "$6 million"], "codes": ["FCT101"]},
]


def _gold(folder: Path, **files: list[dict]) -> Path:
    folder.mkdir(parents=True)
    for name, lines in files.items():
        written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(written, encoding="utf-8")
    return folder


def _dates() -> list[dict]:
    places = [(line, TEXTS[line["id"]][3].index(line["surface"])) for line in DATES]
    return [line | {"start": start, "end": start + len(line["surface"])} for line, start in places]


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus, scored."""
    folder = write_corpus(tmp_path_factory.mktemp("corpus"))
    gold = _gold(folder / "gold", quantities=TRUTH, dates=_dates(), findings=FINDINGS, not_flagged=SILENT)
    scores = evaluate.run(folder, Parameters(), gold)
    (folder / "all.json").write_text(json.dumps(scores), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def metrics(scored: Path) -> dict:
    """Every score of it."""
    return json.loads((scored / "all.json").read_text(encoding="utf-8"))


def test_quantities_are_counted_by_span(metrics: dict) -> None:
    english = metrics["corpus"]["en"]["quantities"]
    # Found in the judged document: $294,000, 5%, $6 million; true: four, of which two spans are the same.
    assert (english["precision"], english["recall"], english["f1"]) == (0.6667, 0.5, 0.5714)
    assert english["overlap_f1"] == 0.8571  # three of three and four overlap
    assert metrics["corpus"]["ko"]["quantities"]["f1"] == 1.0


def test_values_need_both_ends(metrics: dict) -> None:
    assert metrics["corpus"]["en"]["quantities"]["value"] == 1.0
    assert metrics["corpus"]["ko"]["quantities"]["value"] == 0.5  # 735100000000001 is not 735100000000000


def test_claim_fields(metrics: dict) -> None:
    english, korean = metrics["corpus"]["en"]["claims"], metrics["corpus"]["ko"]["claims"]
    assert english["metric"] == 1.0 and korean["metric"] == 0.5
    assert english["aspect"] == 0.6667  # the share is called a level
    assert english["subject"] == 0.6667  # R1 is in DeepSeek R1, not in DeepSeek
    assert korean["subject"] == 1.0  # Stargate is 스타게이트 in the entities table
    assert english["attribution"] == 1.0 and english["object"] is None


def test_majority_stands_beside(metrics: dict) -> None:
    assert metrics["corpus"]["en"]["majority"]["metric"] == 0.6667
    assert metrics["corpus"]["ko"]["majority"]["modality"] == 1.0


def test_dates_need_their_days(metrics: dict) -> None:
    assert metrics["corpus"]["en"]["dates"] == {"f1": 0.0, "span_f1": 1.0}
    assert metrics["corpus"]["ko"]["dates"] == {"f1": 1.0, "span_f1": 1.0}


def test_findings(metrics: dict) -> None:
    # Three findings, of which one is true; two true ones, of which one is found, with its suggestion.
    # The second silent line names one document only, and the finding compares two.
    assert metrics["corpus"]["findings"] == {"precision": 0.3333, "recall": 0.5, "suggestion": 1.0, "false_alarms": 1}


def test_metrics_are_a_short_list_out_of_the_scores(scored: Path, metrics: dict) -> None:
    files = (scored / "metrics").iterdir()
    told = {source.stem: json.loads(source.read_text(encoding="utf-8")) for source in files}
    assert told["corpus-en"]["quantities"] == {"f1": 0.5714, "value": 1.0}
    assert told["corpus-en"]["claims"]["metric"] == 1.0
    assert told["corpus-findings"] == metrics["corpus"]["findings"]
    assert all(len(group) <= 7 for held in told.values() for group in held.values() if isinstance(group, dict))


def test_files_of_sets_that_are_no_more_are_removed(tmp_path: Path) -> None:
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "old-ko.json").write_text("{}", encoding="utf-8")
    evaluate.run(write_corpus(tmp_path), Parameters(), _gold(tmp_path / "gold"))
    assert not (tmp_path / "metrics" / "old-ko.json").exists()


def test_plots_have_a_row_a_score_and_a_row_a_pair(scored: Path) -> None:
    with (scored / "plots" / "fields.csv").open(encoding="utf-8") as lines:
        told = {(row["set"], row["language"], row["measure"]): row for row in csv.DictReader(lines)}
    assert told["corpus", "en", "quantities.f1"]["score"] == "0.5714"
    assert told["corpus", "en", "claims.metric"]["majority"] == "0.6667"
    with (scored / "plots" / "confusion_metric.csv").open(encoding="utf-8") as lines:
        pairs = [(row["language"], row["actual"], row["predicted"]) for row in csv.DictReader(lines)]
    assert ("ko", "cost", "budget") in pairs and len(pairs) == 5


def test_sentences_are_read_by_the_extractor_that_is_handed_in(tmp_path: Path) -> None:
    text = "매출은 3조 원이다."
    quantity = _truth("ko/dot", "점", unit="KRW", low="3000000000000", high="3000000000000") | {
        "start": 4,
        "end": 8,
        "surface": "3조 원",
        "metric": "revenue",
        "as_of": "2025-Q3",
    }
    line = {"id": "s-1", "language": "ko", "published": "2025-10-30", "text": text, "quantities": [quantity]}
    gold = _gold(tmp_path / "gold", sentences_dev=[line])
    asked = []

    def read(document: dict, sections: list[dict]) -> dict[str, list[dict]]:
        asked.append((document["text"], document["published_on"], sections[0]["kind"], sections[0]["end"]))
        found = {
            "quantity_id": "q",
            "doc_id": "s-1",
            "start": 4,
            "end": 8,
            "surface": "3조 원",
            "kind": "money",
            "unit": "KRW",
            "low": Decimal("3000000000000"),
            "high": Decimal("3000000000000"),
            "bound": "eq",
        }
        claim = {
            "quantity_id": "q",
            "metric": "revenue",
            "aspect": "level",
            "modality": "reported",
            "as_of_start": date(2025, 7, 1),
            "as_of_end": date(2025, 9, 30),
        }
        return {"quantities": [found], "claims": [claim]}

    told = evaluate.run(write_corpus(tmp_path / "data", empty()), Parameters(), gold, read)
    assert asked == [(text, date(2025, 10, 30), "body", len(text))]
    assert told["dev"]["ko"]["quantities"]["f1"] == told["dev"]["ko"]["claims"]["as_of"] == 1.0
    assert "dates" not in told["dev"]["ko"]


def test_without_truth_there_are_no_scores(tmp_path: Path) -> None:
    write_corpus(tmp_path / "data")
    assert evaluate.run(tmp_path / "data", Parameters(), _gold(tmp_path / "gold")) == {}
    with pytest.raises(FileNotFoundError, match="nowhere: there is no truth"):
        evaluate.run(tmp_path / "data", Parameters(), tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{not json", "quantities.jsonl:1: expected a JSON object"),
        ('{"id": "a"}', "quantities.jsonl:1: start, end, surface is missing"),
    ],
)
def test_bad_line_of_truth_is_named(tmp_path: Path, line: str, expected: str) -> None:
    gold = _gold(tmp_path / "gold")
    (gold / "quantities.jsonl").write_text(line + "\n")
    with pytest.raises(TruthError, match=expected):
        evaluate.run(write_corpus(tmp_path / "data"), Parameters(), gold)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("오픈AI", "OpenAI", True),
        ("스타게이트", "스타게이트 프로젝트", True),
        ("Open AI", "OpenAI", True),
        ("메타", "Meta", True),
        ("메타", "애플", False),
        (None, None, True),
        (None, "메타", False),
        ("R", "DeepSeek R1", False),
        ("S&P 500", "S&P500", True),
    ],
)
def test_names(one: str | None, other: str | None, expected: bool) -> None:
    assert names.same(one, other) is names.same(other, one) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2025-Q4", (date(2025, 10, 1), date(2025, 12, 31))),
        ("2025-H1", (date(2025, 1, 1), date(2025, 6, 30))),
        ("2019..2024-12-26", (date(2019, 1, 1), date(2024, 12, 26))),
        ("FY2026-Q1", "FY2026-Q1"),
        (None, None),
    ],
)
def test_periods(written: str | None, expected: object) -> None:
    assert period(written) == expected


def _mention(start: int, end: int) -> Mention:
    return Mention("d", start, end, "", {})


def test_each_found_mention_is_matched_once() -> None:
    truths, found = [_mention(0, 4), _mention(4, 9), _mention(20, 22)], [_mention(2, 8), _mention(20, 22)]
    assert overlapping(truths, found) == [(truths[0], found[0]), (truths[2], found[1])]
    assert exact(truths, found) == [(truths[2], found[1])]
    assert overlapping(truths, []) == overlapping([], found) == []


def test_measures_of_nothing_are_none() -> None:
    nothing = Counts(0, 0, 0)
    assert nothing.precision is nothing.recall is nothing.f1 is accuracy([]) is majority([]) is None


def test_missing_field_costs_recall_and_invented_one_precision() -> None:
    def pair(truth: str | None, said: str | None) -> tuple[Mention, Mention]:
        roles = dict.fromkeys(fields.CLOSED) | ROLES
        return (Mention("d", 0, 1, "", roles | {"subject": truth}), Mention("d", 0, 1, "", roles | {"subject": said}))

    pairs = [pair("메타", "메타"), pair("애플", None), pair(None, "구글"), pair(None, None)]
    assert fields.claims(pairs)["subject"] == 0.5  # one right, two said, two true


def test_a_count_may_have_any_counter_class() -> None:
    def mention(**said: object) -> Mention:
        return Mention("d", 0, 1, "", {"low": 1, "high": 1, "bound": "eq"} | said)

    loose = [(mention(kind="count", unit="item"), mention(kind="count", unit="vehicle"))]
    strict = [(mention(kind="mass", unit="g"), mention(kind="mass", unit="kg"))]
    assert fields.quantities(loose)["unit"] == 1.0 and fields.quantities(strict)["unit"] == 0.0


@pytest.mark.parametrize(
    ("code", "documents", "surfaces", "expected"),
    [
        ("FCT101", {"a", "b"}, {"1", "2"}, True),
        ("FCT101", {"a"}, {"1"}, True),
        ("FCT101", {"a", "b"}, {"1", "2", "3"}, True),
        ("FCT102", {"a", "b"}, {"1", "2"}, False),
        ("FCT101", {"a", "c"}, {"1", "2"}, False),
        ("FCT101", {"a", "b"}, {"1", "9"}, False),
    ],
)
def test_when_a_finding_is_the_true_one(code: str, documents: set, surfaces: set, expected: bool) -> None:
    truth = findings.Comparison("FCT101", frozenset("ab"), frozenset("12"))
    assert findings.matches(truth, findings.Comparison(code, frozenset(documents), frozenset(surfaces))) is expected


def test_same_tables_give_the_same_bytes(scored: Path, tmp_path: Path) -> None:
    evaluate.run(write_corpus(tmp_path), Parameters(), scored / "gold")
    files = [f"{name}/{file.name}" for name in ("metrics", "plots") for file in sorted((scored / name).iterdir())]
    assert [name for name in files if (scored / name).read_bytes() != (tmp_path / name).read_bytes()] == []
