"""Quantities against the peer suites, KLUE news spans, throughput and hostile input.

In: ``../shared/suites`` when it is there. Out: printed tables. A case is right when every value it expects is
found with its unit; `extra` counts quantities that a case does not expect. Judgements: a fraction is compared
as a fraction though it is a percent here, a subunit (cent) as its hundredth of the currency, openness of a
two-sided range not at all. ``quantities_disputed.csv`` lists the cases whose truth contradicts the contract,
each with its reason; every figure is printed with and without them, and beside value and unit the share with
the right values alone.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import _peers
from benchmarks._suite_values import number, right, table
from pipeline.mentions import Quantity
from pipeline.quantities import find_quantities

HERE = Path(__file__).parent
SUITES = HERE.resolve().parents[1] / "shared" / "suites"
FAMILIES = (
    "NumberModel",
    "NumberRangeModel",
    "PercentModel",
    "CurrencyModel",
    "DimensionModel",
    "TemperatureModel",
    "AgeModel",
)
PEERS = {"recognizers_ko CurrencyModel": "Duckling 65.8 %", "recognizers_ko NumberModel": "Duckling 68.3 %"}
HOSTILE = {
    "1,": "1,",
    "(": "(",
    "만": "만",
    "1억": "1억",
    "digits": "9",
    "nested": "(1억 ",
    "powers": "1e",
    "ranges": "1~",
    "halves": "a half ",
}
Spans = set[tuple[int, int]]
LANGUAGES = {"recognizers_ko": "ko", "recognizers_en": "en", "duckling_ko": "ko", "quantulum3_en": "en"}


@cache
def disputed() -> dict[str, str]:
    return table("quantities_disputed.csv", "id", "reason")


def cases(suite: str) -> Iterator[dict[str, Any]]:
    with (SUITES / f"{suite}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def family(case: dict[str, Any]) -> str:
    return case["id"].partition("#")[0].rpartition("/")[2]


def duckling(case: dict[str, Any]) -> dict[str, Any]:
    """Duckling's notation (`simple Dollar 1.23`, `between KRW (1, 2)`) as value and unit."""
    spans = []
    for span in case["spans"]:
        words = str(span["value"]).strip("()").replace("(", "").replace(",", "").split()
        numbers = [word for word in words if number(word) is not None]
        framed = words[0] in ("simple", "above", "under", "between")
        unit = words[1] if framed else words[-1] if words[0] == "DurationData" else None
        pair = f"[{numbers[0]},{numbers[1]}]" if len(numbers) == 2 else None
        value: object = numbers[0] if len(numbers) == 1 else pair
        spans.append({**span, "value": value, "unit": unit if unit != "Custom" else None})
    return {**case, "spans": spans}


def score(suite: str, language: str, verbose: bool = False) -> dict[str, Counter[str]]:
    """Right, wrong, extra and disputed cases of a suite by family."""
    counts: dict[str, Counter[str]] = {}
    for case in cases(suite):
        name = family(case)
        if suite.startswith("recognizers") and name not in FAMILIES or name in ("Time", "Ordinal"):
            continue
        case = duckling(case) if suite == "duckling_ko" else case
        found = find_quantities(case["text"], language)
        complete, extra = right(found, case["spans"])
        known = f"{suite}:{case['id']}" in disputed()
        count = counts.setdefault(name, Counter())
        value, _ = right(found, case["spans"], units=False)
        held = known and not complete
        count.update({"cases": 1, "right": complete, "value": value, "extra": extra, "disputed": held})
        if verbose and not complete:
            explain(case, found, known)
    return counts


def explain(case: dict[str, Any], found: Sequence[Quantity], known: bool) -> None:
    """What a case asked for and what was found instead."""
    asked = [(span["value"], span["unit"]) for span in case["spans"]]
    ours = [(each.surface, str(each.low), str(each.high), each.unit, each.bound) for each in found]
    print("  ", "DISPUTED" if known else "WRONG", case["id"], "|", case["text"], "|", asked, "|", ours)


def overlap_f1(pairs: Sequence[tuple[Spans, Spans]]) -> tuple[float, float, float, float]:
    """Exact F1, overlap F1, and overlap precision and recall over (truth, found) sets of spans."""
    truth, found = sum(len(left) for left, _ in pairs), sum(len(right) for _, right in pairs)
    exact = sum(len(left & right) for left, right in pairs)
    met = sum(any(a < d and c < b for c, d in right) for left, right in pairs for a, b in left)
    hit = sum(any(a < d and c < b for c, d in left) for left, right in pairs for a, b in right)
    precision, recall = hit / max(1, found), met / max(1, truth)
    return 2 * exact / max(1, truth + found), 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def klue() -> tuple[float, float, float, float]:
    """KLUE's QT spans against quantities that are no durations."""
    pairs = []
    for case in cases("klue_news"):
        truth = {(span["start"], span["end"]) for span in case["spans"] if span["label"] == "QT"}
        found = {(each.start, each.end) for each in find_quantities(case["text"], "ko") if each.kind != "duration"}
        pairs.append((truth, found))
    return overlap_f1(pairs)


def speed(text: str, language: str) -> float:
    """Characters per CPU second, after the tables are loaded and the patterns have met such text."""
    find_quantities(text[:50_000], language)
    start = time.process_time()
    find_quantities(text, language)
    return len(text) / max(1e-9, time.process_time() - start)


def hostile() -> None:
    """Time for 50 kB and 100 kB of each hostile text: twice the text, twice the time."""
    print("\nhostile text: CPU seconds for 50,000 and 100,000 characters")
    for name, piece in HOSTILE.items():
        seconds = []
        for size in (50_000, 100_000):
            text = (piece * size)[:size]
            start = time.process_time()
            find_quantities(text, "ko")
            seconds.append(time.process_time() - start)
        print(f"  {name:8} {seconds[0]:6.2f} {seconds[1]:6.2f}")


def run(peers: bool = False) -> None:
    """Prints everything."""
    if not SUITES.exists():
        print("../shared/suites is not there: only speed is measured")
    else:
        suites()
        exact, overlap, precision, recall = klue()
        print(f"\nKLUE news QT: exact F1 {exact:.3f}, overlap F1 {overlap:.3f}")
        print(f"  overlap precision {precision:.3f}, recall {recall:.3f}")
        print("  best peer (Recognizers .NET): exact 0.165, overlap 0.558")
        if peers:
            _peers.compare([row for suite, language in LANGUAGES.items() if language == "en" for row in asked(suite)])
    throughput()
    hostile()


def asked(suite: str) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Family, text and expected spans of the cases of a suite that are scored."""
    for case in cases(suite):
        if not suite.startswith("recognizers") or family(case) in FAMILIES:
            yield f"{suite} {family(case)}", case["text"], case["spans"]


def suites() -> None:
    heads = f"{'cases':>6} {'right':>6} {'share':>7} {'value':>7} {'without disputed':>17} {'extra':>6}"
    print(f"{'suite':34} {heads}  peer")
    for suite, language in LANGUAGES.items():
        for name, count in sorted(score(suite, language).items()):
            label, right = f"{suite} {name}", count["right"]
            raw, kept = right / count["cases"], right / max(1, count["cases"] - count["disputed"])
            value = count["value"] / count["cases"]
            row = f"{label:34} {count['cases']:6} {right:6} {raw:7.1%} {value:7.1%} {kept:17.1%} {count['extra']:6}"
            print(f"{row}  {PEERS.get(label, '')}")
    disputes()


def disputes() -> None:
    """The cases whose truth contradicts the contract or arithmetic, each with its reason."""
    print("\nheld to be wrong, with the reason:")
    for case, reason in disputed().items():
        print(f"  {case}: {reason}")


def throughput() -> None:
    """Ordinary news, repeated: the seed articles of each language."""
    documents = sorted((HERE.parent / "seeds" / "documents").glob("*.md"))
    texts = [path.read_text(encoding="utf-8") for path in documents]
    korean = "\n".join(text for text in texts if any("가" <= letter <= "힣" for letter in text))
    english = "\n".join(text for text in texts if not any("가" <= letter <= "힣" for letter in text))
    print("\ncharacters per CPU second")
    for language, text in (("ko", korean), ("en", english)):
        print(f"  {language} {speed(text * (200_000 // max(1, len(text)) + 1), language):12,.0f}")
