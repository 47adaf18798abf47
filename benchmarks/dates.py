"""Dates and periods against the peer suites, KLUE news spans, throughput and hostile input.

In: ``../shared/suites`` when it is there. Out: printed tables. A dated case is right when a row that overlaps
it has one of the days or periods that the suite allows (it allows the past and the coming one); a case
without values is right when the span is, but for particles and blanks. Judgements: the suites end a period
on the day after it, or on the first day of the last unit of a range: both are accepted for our last day.
Three figures are printed: raw; with the conventions of `_date_conventions`, applied to every case alike; and
without the cases of ``dates_disputed.csv``, whose truth contradicts the contract, each with its reason. KLUE
counts durations as dates, so they are scored together, of ``지난 3년`` the duration.
"""

from __future__ import annotations

import csv
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks._date_conventions import explained, is_duration
from pipeline.dates import find_dates
from pipeline.dates.periods import around
from pipeline.mentions import Date
from pipeline.quantities import find_quantities

HERE = Path(__file__).parent
SUITES = HERE.resolve().parents[1] / "shared" / "suites"
PEERS = {"recognizers_ko date": "Duckling 63.0 % (119 of 189)", "klue_news": "korean-datetime exact 54.5, overlap 77.5"}
LABELS = ("date", "daterange")
PUBLISHED = date(2016, 11, 7)
LOOSE_ENDS = 3
DECEMBER = 12
UNIT = {"minute": "day", "part_of_month": "month", "part_of_year": "year"}
DATED = {"value", "date", "start", "end", "startDate", "endDate"}
CALENDAR_UNITS = ("year", "quarter", "month", "week", "day")
HOSTILE = (
    "1,", "(", "만", "1억", "9", "3월", "지난 ", "2024-12-26 ", "(월)", "3월, ", "전날(1일)",
    "May ", "Q1 ", "two years ", "1/2 ", "from ",
)  # fmt: skip
HOSTILE_LENGTHS = (100_000, 400_000)

Periods = set[tuple[str | None, str | None]]


@cache
def disputed() -> dict[tuple[str, str, str], str]:
    """A suite, a case and its words, with the reason why its truth is not ours."""
    with (HERE / "dates_disputed.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {(row["suite"], row["case"], row["words"]): row["reason"] for row in rows}


def cases(suite: str) -> Iterator[dict[str, Any]]:
    """The rows of a suite, in file order."""
    for line in (SUITES / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def allowed(value: dict[str, Any] | None) -> Periods:
    """The days and periods that a case accepts, as the suite writes them; empty where it gives none."""
    if not value:
        return set()
    options = value.get("values") or [value.get(f"{side}Resolution") or {} for side in ("Past", "Future")]
    return {_ends(option) for option in options if DATED & set(option)}


def _ends(option: dict[str, str]) -> tuple[str | None, str | None]:
    day = option.get("date") or option.get("value")
    if day:
        return day, day
    return option.get("start") or option.get("startDate"), option.get("end") or option.get("endDate")


def agrees(row: Date, periods: Periods) -> bool:
    """Whether a row has one of the periods; an impossible or unresolved one is written without dates."""
    return any(_same(row, *ends) for ends in periods)


def _same(row: Date, start: str | None, end: str | None) -> bool:
    if row.date_start is None:
        return start in ("0001-01-01", "not resolved")
    last = row.date_end
    ends = {last, last + timedelta(days=1)}
    if around(row.date_start, UNIT.get(row.granularity, row.granularity)).end < last:
        ends |= {last.replace(day=1)} | ({last.replace(month=1, day=1)} if last.month == DECEMBER else set())
    return start in (None, row.date_start.isoformat()) and (end is None or end in {day.isoformat() for day in ends})


def score(suite: str, label: str) -> tuple[Counter, Counter, Counter]:
    """Counts over all cases of a label; with the conventions; and with them over those that are not disputed."""
    every: Counter = Counter()
    meant: Counter = Counter()
    undisputed: Counter = Counter()
    for case in cases(suite):
        spans = [span for span in case["spans"] if span["label"].split(".")[-1] == label and "/Date" in case["id"]]
        rows = _rows(case, suite[-2:]) if spans else []
        for span in spans:
            found = [row for row in rows if row.start < span["end"] and span["start"] < row.end]
            outcome = _outcome(found, span)
            every[outcome] += 1
            if outcome != "right" and _is_convention(case, span, rows, suite[-2:]):
                outcome = "right"
            meant[outcome] += 1
            words = case["text"][span["start"] : span["end"]]
            undisputed[outcome] += (suite, case["id"], words.strip()) not in disputed()
    return every, meant, undisputed


def _is_convention(case: dict[str, Any], span: dict[str, Any], rows: Sequence[Date], language: str) -> bool:
    """Whether a convention explains the difference; all words of the span must have been read."""
    near = [row for row in rows if row.start < span["end"] and span["start"] < row.end]
    periods = allowed(span["value"])
    if not near:
        said = find_quantities(case["text"], language, rows)
        lengths = [row for row in said if row.start < span["end"] and span["start"] < row.end]
        return any(is_duration(lengths, ends, date.fromisoformat(case["ref"][:10])) for ends in periods)
    return any(explained(row, ends, language) for row in near for ends in periods if _is_all(row, span, ends))


def _is_all(row: Date, span: dict[str, Any], ends: tuple[str | None, str | None]) -> bool:
    """Whether a row stands for the span: the words of an open side are none of ours."""
    return None in ends or row.start - span["start"] + span["end"] - row.end <= LOOSE_ENDS


def _rows(case: dict[str, Any], language: str) -> Sequence[Date]:
    return find_dates(case["text"], language, date.fromisoformat(case["ref"][:10]) if case["ref"] else PUBLISHED)


def _outcome(found: Sequence[Date], span: dict[str, Any]) -> str:
    if not found:
        return "missed"
    periods = allowed(span["value"])
    if periods:
        return "right" if any(agrees(row, periods) for row in found) else "wrong"
    shift = abs(found[0].start - span["start"]) + abs(found[-1].end - span["end"])
    return "right" if len(found) == 1 and shift <= LOOSE_ENDS else "wrong"


def klue() -> tuple[float, float]:
    """Exact and overlap F1 of dates and calendar durations against the DT spans."""
    counts: Counter = Counter()
    for case in cases("klue_news"):
        truth = {(span["start"], span["end"]) for span in case["spans"] if span["label"] == "DT"}
        ours = set(_dates_and_durations(case["text"]))
        counts["truth"] += len(truth)
        counts["ours"] += len(ours)
        counts["exact"] += len(truth & ours)
        counts["hit"] += sum(any(_touch(one, other) for other in ours) for one in truth)
        counts["meant"] += sum(any(_touch(one, other) for other in truth) for one in ours)
    exact = 2 * counts["exact"] / (counts["truth"] + counts["ours"])
    precision, recall = counts["meant"] / counts["ours"], counts["hit"] / counts["truth"]
    return exact, 2 * precision * recall / (precision + recall)


def _dates_and_durations(text: str) -> Iterator[tuple[int, int]]:
    dates = find_dates(text, "ko", PUBLISHED)
    yield from ((row.start, row.end) for row in dates if not row.length)
    for row in find_quantities(text, "ko", dates):
        if row.kind == "duration" and row.unit in CALENDAR_UNITS:
            yield row.start, row.end


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def speed(text: str, language: str) -> float:
    """Characters per CPU second."""
    began = time.process_time()
    find_dates(text, language, PUBLISHED)
    return len(text) / max(time.process_time() - began, 1e-6)


def show_scores() -> None:
    """A line for every suite and label: raw, with the conventions, and without the disputed cases."""
    counted = f"{'suite':28}{'cases':>6}{'right':>7}{'wrong':>7}{'missed':>8}"
    print(f"{counted}{'raw':>8}{'conventions':>13}{'undisputed':>12}  peer")
    for suite in ("recognizers_ko", "recognizers_en"):
        for label in LABELS:
            every, *others = score(suite, label)
            share, meant, fair = (counts["right"] / max(1, counts.total()) for counts in (every, *others))
            line = f"{suite} {label:12}"
            figures = "".join(f"{every[name]:>{width}}" for name, width in (("right", 7), ("wrong", 7), ("missed", 8)))
            peer = PEERS.get(f"{suite} {label}", "")
            print(f"{line:28}{every.total():>6}{figures}{share:>8.1%}{meant:>13.1%}{fair:>12.1%}  {peer}")
    exact, overlap = klue()
    print(f"KLUE DT with durations: exact F1 {exact:.3f}, overlap F1 {overlap:.3f}  {PEERS['klue_news']}")


def show_speed() -> None:
    """Throughput on news, and seconds on hostile text of two lengths."""
    news = "\n".join(case["text"] for case in cases("klue_news"))
    sparse = len(news) // len(find_dates(news, "ko", PUBLISHED))
    print(f"Korean news, a date every {sparse} characters: {speed(news, 'ko'):,.0f} characters/CPU s")
    for piece in HOSTILE:
        language = "en" if piece.isascii() and piece[0].isalpha() else "ko"
        seconds = [length / speed(piece * (length // len(piece)), language) for length in HOSTILE_LENGTHS]
        figures = (f"{length:,}: {took:.2f} s" for length, took in zip(HOSTILE_LENGTHS, seconds, strict=True))
        print(f"hostile {piece!r:14} {', '.join(figures)}")


def run(peers: bool) -> None:
    """Print everything; a remark where the suites are not there."""
    if not SUITES.exists():
        print("dates: ../shared/suites is not there, nothing to score")
        return
    show_scores()
    show_speed()
