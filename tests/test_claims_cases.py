"""The cases of ``cases/claims_*.yaml``: marked sentences and what every number in them is about.

A case with ``read: true`` has its numbers read, where their units or what they are per matter.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from pipeline.claims import Document, read_claims
from pipeline.dates import find_dates
from pipeline.languages import split_sentences
from pipeline.mentions import Quantity, Sentence
from pipeline.quantities import find_quantities

MARK = re.compile(r"\{([^|{}]+)\|(\w+)\}")
FOLDER = Path(__file__).parent / "cases"


def cases() -> list:
    """Every case of every language, named by what it is about."""
    return [
        pytest.param(path.stem.split("_")[1], case, id=f"{path.stem}: {case['about']}")
        for path in sorted(FOLDER.glob("claims_*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def unmark(marked: str) -> tuple[str, list[Quantity]]:
    """The text without its marks, and the quantities where they stood."""
    text, quantities, here = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[here : mark.start()]
        quantities.append(Quantity(len(text), len(text) + len(mark[1]), mark[1], mark[2], resolution=1))
        text, here = text + mark[1], mark.end()
    return text + marked[here:], quantities


@pytest.mark.parametrize(("language", "case"), cases())
def test_case(language: str, case: dict) -> None:
    text, quantities = unmark(case["text"])
    code = {"korean": "ko", "english": "en"}[language]
    published: date | None = case.get("published")
    sentences = [Sentence(start, end, "body") for start, end in split_sentences(text, code, 0, len(text))]
    dates = find_dates(text, code, published)
    if case.get("read"):
        read = find_quantities(text, code, dates)
        assert [(q.start, q.end) for q in read] == [(q.start, q.end) for q in quantities]
        quantities = read
    claims, roles = read_claims(Document("case", text, code, published), sentences, quantities, dates)
    assert len(claims) == len(quantities) == len(case["expect"])
    assert all(text[role.start : role.end] == role.surface for role in roles)
    for claim, expected in zip(claims, case["expect"], strict=True):
        assert {name: getattr(claim, name) for name in expected} == expected
