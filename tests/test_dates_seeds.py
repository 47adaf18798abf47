"""Every date of the hand-checked articles is found with its span and meaning, and nothing else."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml

from pipeline.dates import dates_in, find_dates

ROOT = Path(__file__).parents[1]
OWN = ROOT / "seeds"
SHARED = ROOT.parent / "shared"
SHARED_PUBLISHED = {"001": date(2024, 6, 24), "003": date(2025, 2, 5), "004": date(2024, 12, 26)}
# Portal notices, related headlines and price tables: no running text.
SHARED_BODY_ENDS = {"004": "  • 좋아요0"}


def truth(path: Path) -> dict[str, list[tuple]]:
    rows: dict[str, list[tuple]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        fields = ("start", "end", "surface", "date_start", "date_end", "granularity", "basis")
        rows.setdefault(row["id"], []).append(tuple(row[field] for field in fields))
    return rows


def found(text: str, language: str, published: date | None, start: int, end: int) -> list[tuple]:
    rows = dates_in(text, language, published, [(start, end)])
    return [
        (row.start, row.end, row.surface, _iso(row.date_start), _iso(row.date_end), row.granularity, row.basis)
        for row in rows
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize("path", sorted((OWN / "documents").glob("*.md")), ids=lambda path: path.stem)
def test_own_articles(path: Path) -> None:
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    _, front, _ = text.split("---\n", 2)
    about = yaml.safe_load(front)
    published = about.get("published_on") or about["reports_on"].get("published_on")
    body = len("---\n") * 2 + len(front)
    expected = truth(OWN / "gold" / "dates.jsonl").get(path.name, [])
    assert found(text, about["language"], published, body, len(text)) == expected


@pytest.mark.skipif(not SHARED.exists(), reason="the shared articles are not beside this checkout")
def test_shared_articles() -> None:
    rows = truth(SHARED / "gold" / "seeds_dates.jsonl")
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        number = path.name[:3]
        end = text.index(SHARED_BODY_ENDS[number]) if number in SHARED_BODY_ENDS else len(text)
        assert found(text, "ko", SHARED_PUBLISHED.get(number), 0, end) == rows.get(path.name, []), path.name


def test_a_text_without_publication_resolves_only_what_stands_in_it() -> None:
    rows = find_dates("23일 회사는 2021년 설립됐고 이듬해 상장했다고 밝혔다.", "ko", None)
    assert [(row.surface, _iso(row.date_start)) for row in rows] == [
        ("23일", None),
        ("2021년", "2021-01-01"),
        ("이듬해", "2022-01-01"),
    ]
