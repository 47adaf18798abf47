"""How well the rules find planted faults, and how quiet they are on sentences that add up.

``python -m benchmarks rules``, or ``python -m benchmarks.rules 250`` for as many pairs a rule and language.
Prints for each rule and language: faults planted, found, with the right suggestion, and the findings of any rule on
the sound twins.
"""

from __future__ import annotations

import sys
from collections import Counter

from pipeline.findings import examine
from tests.planted import Pair, pairs, plants
from tests.reading import corpus_of

LANGUAGES = ("ko", "en")
PAIRS = 50
MOST_SHOWN = 50
COLUMNS = ("rule", "language", "planted", "found", "recall", "suggested right", "of", "false alarms")


def findings(texts: tuple[str, ...], language: str, pair: Pair) -> list[dict]:
    """What all rules find in some documents."""
    return examine(corpus_of(texts, language, pair.published))[0]


def measured(code: str, language: str, count: int) -> tuple[Counter, list[str]]:
    """The counts of one rule in one language, and the sound texts that raised an alarm."""
    counts: Counter = Counter()
    alarms = []
    for pair in pairs(code, language, count):
        found = [row for row in findings(pair.faulty, language, pair) if row["code"] == code]
        quiet = findings(pair.sound, language, pair)
        counts.update(planted=1, found=bool(found), meant=bool(pair.meant), alarms=len(quiet))
        counts["right"] += bool(pair.meant) and any(_same(pair.meant, row) for row in found)
        alarms += [f"{row['code']}: {row['message']} | {' // '.join(pair.sound)}" for row in quiet]
    return counts, alarms


def _same(meant: tuple[str, ...], row: dict) -> bool:
    """The suggestion, or the other repair of a conversion, says what was meant; commas and blanks aside."""
    offered = {_plain(one) for one in (row["suggestion"] or "", *row["alternatives"][:1])}
    return not offered.isdisjoint(map(_plain, meant))


def _plain(words: str) -> str:
    return words.replace(",", "").replace(" ", "")


def run(peers: bool = False, count: int = PAIRS) -> None:
    """Print the table and every false alarm; there are no peers that find these faults."""
    print(" | ".join(COLUMNS))
    alarms: list[str] = []
    for code in plants():
        for language in LANGUAGES:
            counts, raised = measured(code, language, count)
            alarms += raised
            print(" | ".join(map(str, (code, language, *_cells(counts)))))
    print("\n".join(alarms[:MOST_SHOWN]))


def _cells(counts: Counter) -> tuple:
    recall = 100 * counts["found"] / counts["planted"]
    return counts["planted"], counts["found"], f"{recall:.1f} %", counts["right"], counts["meant"], counts["alarms"]


if __name__ == "__main__":
    run(count=int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS)
