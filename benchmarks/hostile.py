"""Hostile text of two lengths through every part: four times the text should take four times the time.

Prints CPU seconds of cleaning, of cutting sentences, and of a whole document (dates, quantities, claims),
then peak memory of the process. A column of ratios near 4 is linear.
"""

from __future__ import annotations

import resource
from collections.abc import Callable
from time import process_time

from pipeline.cleaning import clean
from pipeline.extraction import read_document
from pipeline.languages.sentences import split_sentences

SHORT, TIMES = 10_000, 4
PIECES = (
    "1,",
    "(",
    "만",
    "1억",
    "9",
    "“",
    "a. ",
    "가다.",
    "3월",
    "Q1 ",
    "a\n",
    "5%\n",
    "매출 9% ",
    "revenue 9% ",
    "1억 달러(1400억 원), ",
)


def run(peers: bool = False) -> None:
    """Print the table; there are no peers for it."""
    parts: dict[str, Callable[[str], object]] = {
        "cleaning": clean,
        "sentences": lambda text: split_sentences(text, "ko"),
        "document": document,
    }
    document("매출 1억원")
    print(f"{'hostile text':<24}" + "".join(f"{name + f' {SHORT:,}':>18}{'×4':>8}" for name in parts))
    for piece in PIECES:
        print(f"{piece!r:<24}" + "".join(cells(read, piece) for read in parts.values()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak:,} MB, the morphology included")


def document(text: str) -> object:
    """A document of this text, from dates to claims."""
    row = {"doc_id": "", "text": text, "language": "ko", "published_on": None, "publisher": None, "title": None}
    return read_document(row, [{"start": 0, "end": len(text), "kind": "body"}])


def cells(read: Callable[[str], object], piece: str) -> str:
    """CPU seconds of the short text, and how many times as long the long one takes."""
    short, long = (seconds(read, (piece * size)[:size]) for size in (SHORT, SHORT * TIMES))
    ratio = f"{long / short:.1f}" if short > 0.005 else "–"
    return f"{short:>18.3f}{ratio:>8}"


def seconds(read: Callable[[str], object], text: str) -> float:
    """CPU seconds of one reading."""
    began = process_time()
    read(text)
    return process_time() - began
