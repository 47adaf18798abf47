"""Our own phrases and sentences, grouped under the date that they mean.

`tests/cases/dates_<language>.yaml` fixes the day of publication. A group's value is written
``start[..end] granularity basis anchor [time]`` or ``null granularity basis none``; the brackets ⟨ ⟩ mark
the spans that have it, and the sentence has no other dates. Under `sentences` the values stand in order.
Under `nothing` stand texts without any date.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from pipeline.dates import find_dates
from pipeline.mentions import Date

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("ko", "en")
LEAST = {"ko": 400, "en": 350}


@cache
def cases(language: str) -> dict:
    return yaml.safe_load((CASES / f"dates_{language}.yaml").read_text(encoding="utf-8"))


def examples(language: str) -> list[tuple[str, str, list[str]]]:
    """Language, marked text, the values of its spans."""
    told = cases(language)
    grouped = [(text, [group["value"]] * text.count("⟨")) for group in told["groups"] for text in group["phrases"]]
    mixed = [(row["text"], row["values"]) for row in told["sentences"]]
    return [(language, text, values) for text, values in [*grouped, *mixed, *((text, []) for text in told["nothing"])]]


def spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and where they stood."""
    plain, found, opened = "", [], 0
    for letter in marked:
        if letter == "⟨":
            opened = len(plain)
        elif letter == "⟩":
            found.append((opened, len(plain)))
        else:
            plain += letter
    return plain, found


def written(row: Date) -> str:
    start, end = row.date_start, row.date_end
    days = "null" if start is None else f"{start}" if start == end else f"{start}..{end}"
    return " ".join(filter(None, (days, row.granularity, row.basis, row.anchor, row.time)))


@pytest.mark.parametrize(
    ("language", "marked", "values"), [example for language in LANGUAGES for example in examples(language)]
)
def test_a_text_has_these_dates_and_no_others(language: str, marked: str, values: list[str]) -> None:
    text, expected = spans(marked)
    assert len(expected) == len(values), "every marked span needs a value"
    rows = find_dates(text, language, date.fromisoformat(str(cases(language)["published"])))
    assert [(text[row.start : row.end], written(row)) for row in rows] == [
        (text[start:end], value) for (start, end), value in zip(expected, values, strict=True)
    ]
    assert [(row.start, row.end) for row in rows] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_examples(language: str) -> None:
    assert len(examples(language)) >= LEAST[language]
