"""The whole of extract: characters per CPU second, with and without the claims, and what the morphology costs.

Read are the Korean news sentences of the peer suites, a document each, and the English seed articles. What
is printed is the speed of quantities and dates alone, of everything, and of the morphology by itself on the
sentences that hold a quantity, which no claims reader can beat that analyses each of them once.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

from pipeline.extraction import find_mentions, read_document
from pipeline.languages.korean.morphemes import kiwi
from pipeline.mentions import Section

ROOT = Path(__file__).parents[1]
KLUE = ROOT.parent / "shared" / "suites" / "klue_news.jsonl"
ENGLISH_TIMES = 20


def run(peers: bool = False) -> None:
    """Print the table; there are no peers for the whole."""
    print(f"{'text':<24}{'characters':>12}{'numbers, dates/s':>18}{'everything/s':>14}{'morphology/s':>14}")
    if KLUE.is_file():
        texts = [json.loads(line)["text"] for line in KLUE.read_text(encoding="utf-8").splitlines()]
        _line("Korean news sentences", [_document(text, "ko") for text in texts])
    else:
        print("Korean news sentences: skipped, the peer suites are not beside this checkout")
    articles = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds" / "documents").glob("*.md"))]
    english = [_document(text, "en") for text in articles if "language: en" in text]
    _line("English seed articles", english * ENGLISH_TIMES)


def _line(name: str, documents: list[dict]) -> None:
    read_document(documents[0], _body(documents[0]))
    size = sum(len(document["text"]) for document in documents)
    mentions = _seconds(lambda row: find_mentions(row, [Section(0, len(row["text"]), "body")]), documents)
    everything = _seconds(lambda row: read_document(row, _body(row)), documents)
    counted = [row for row in documents if row["language"] == "ko" and read_document(row, _body(row)).quantities]
    morphology = (
        f"{size / _seconds(lambda row: kiwi().analyze(row['text']), counted):>14,.0f}" if counted else f"{'–':>14}"
    )
    print(f"{name:<24}{size:>12,}{size / mentions:>18,.0f}{size / everything:>14,.0f}{morphology}")


def _seconds(read: Callable[[dict], object], documents: list[dict]) -> float:
    began = process_time()
    for document in documents:
        read(document)
    return process_time() - began


def _document(text: str, language: str) -> dict:
    return {"doc_id": "", "text": text, "language": language, "published_on": None, "publisher": None, "title": None}


def _body(document: dict) -> list[dict]:
    return [{"start": 0, "end": len(document["text"]), "kind": "body"}]
