"""The blanks of web pages: a text says the same whatever the width of its spaces, and is quoted as it is printed."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.extraction import TABLES, read_document
from tests.perturbed import SEEDS

ARTICLES = sorted(path.name for path in (SEEDS / "documents").glob("*.md"))
# What a row quotes, and the ids made of that.
QUOTED = ("surface", "quote", "converts", "restates", "repeats")


def read(text: str, language: str):
    document = {
        "doc_id": "spaced",
        "text": text,
        "language": language,
        "published_on": date(2025, 8, 27),
        "publisher": None,
        "title": None,
    }
    return read_document(document, [{"start": 0, "end": len(text), "kind": "body"}])._asdict()


def said(rows: list[dict]) -> list[dict]:
    """The rows without ids, which are made of what is quoted, and without the quoted words."""
    return [{k: v for k, v in row.items() if k not in QUOTED and not k.endswith("_id")} for row in rows]


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u3000"], ids=["no-break", "thin", "ideographic"])
@pytest.mark.parametrize("name", ARTICLES)
def test_blanks_of_any_width_are_spaces(name: str, blank: str) -> None:
    body = (SEEDS / "documents" / name).read_text(encoding="utf-8").split("---", 2)[-1].strip()
    language = "ko" if "다." in body else "en"
    plain, wide = read(body, language), read(body.replace(" ", blank), language)
    for table in TABLES:
        assert said(wide[table]) == said(plain[table]), table


def test_what_is_quoted_keeps_its_blanks() -> None:
    text = "한빛전자는\u00a02024년\u00a03분기\u00a0매출이\u00a05천\u00a0억\u00a0원이라고\u00a0밝혔다."
    rows = read(text, "ko")
    assert [row["surface"] for row in rows["quantities"]] == ["5천\u00a0억\u00a0원"]
    assert [row["surface"] for row in rows["dates"]] == ["2024년\u00a03분기"]
    assert {row["subject"] for row in rows["claims"]} == {"한빛전자"}
    for table in ("quantities", "dates", "roles"):
        assert all(text[row["start"] : row["end"]] == row["surface"] for row in rows[table])
