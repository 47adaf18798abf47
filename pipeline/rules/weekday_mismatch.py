"""A date carries the wrong weekday.

What it checks: days with their weekday, such as ``2024년 12월 26일(금)`` or Monday, Dec. 26, 2024.

Why it matters: either the day or the weekday is wrong, and people will come on the wrong one.

How it decides: where the year is stated, the calendar. Otherwise the day is the last such day before the
publication or the first after it, or lies in a year that the document names; it fires only when
none of them has that weekday, and, for a day without its month, no month beside the publication has it.

Known limits: days whose publication is unknown; other calendars.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from pipeline.dates import find_dates
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import has_cue
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.languages import table
from pipeline.tables import Row

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FAR = timedelta(days=100)
JOINTS = (" (", "(", ", a ", " (a ", " was a ", ", which was a ", ", which is a ", " is a ", " – a ")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every day whose weekday is another."""
    for doc_id in corpus.documents:
        language, published = corpus.language(doc_id), corpus.published(doc_id)
        rows = corpus.of("dates", doc_id)
        for row, after in zip(rows, (*rows[1:], None)):
            said = _weekday(_told(corpus, row, after), language) if _a_day(row, language) else None
            days = () if said is None else _candidates(row, language, published, rows)
            if days and said not in {day.weekday() for day in days}:
                yield _finding(row, said)


def _a_day(row: Row, language: str) -> bool:
    """One day, written with its number in the month."""
    one = row["granularity"] == "day" and row["date_start"] is not None and row["date_start"] == row["date_end"]
    return one and has_cue(language, "calendar_day", row["surface"])


def _told(corpus: Corpus, row: Row, after: Row | None) -> str:
    """The words of the day, with a weekday that is told of it behind (``May 3, 2024 (Friday)``, ``May 3, a
    Friday``)."""
    text = corpus.documents[row["doc_id"]]["text"]
    joint = after and corpus.between(row, after)
    end = after["end"] if after and joint in JOINTS and after["surface"].isalpha() else row["end"]
    return text[row["start"] : end].lower()


def _weekday(surface: str, language: str) -> int | None:
    """The weekday that the words name beside digits, Monday 0; None without exactly one."""
    if not any(letter.isdecimal() for letter in surface):
        return None
    found = {value for word, value in _words(language) if _stands(word, surface)}
    return next(iter(found)) if len(found) == 1 else None


def _stands(word: str, surface: str) -> bool:
    """The word is in the surface, and no letter touches it."""
    place = surface.find(word)
    around = surface[max(0, place - 1) : place] + surface[place + len(word) : place + len(word) + 1]
    return place >= 0 and (word.startswith("(") or not any(letter.isalpha() for letter in around))


@cache
def _words(language: str) -> tuple[tuple[str, int], ...]:
    rows = (row for row in table(language, "date_words") if row["kind"] == "W")
    return tuple((row["surface"].lower(), int(row["value"])) for row in rows)


def _candidates(row: Row, language: str, published: date | None, rows: Sequence[Row]) -> list[date]:
    """The days that the words may mean; `rows` are all dates of the document."""
    day = row["date_start"]
    if row["basis"] == "absolute" or published is None:
        return [day]
    again = [found.date_start for found in find_dates(row["surface"], language, _long_before(published))]
    if [(other.month, other.day) for other in again if other] == [(day.month, day.day)]:
        around = [other for years in (-1, 0, 1) if (other := _moved(day, 12 * (published.year - day.year + years)))]
        last = max((other for other in around if other <= published), default=day)
        first = min((other for other in around if other >= published), default=day)
        return [day, last, first, *_in_years_told(day, rows)]
    return [other for months in (-1, 0, 1) if (other := _moved(day, months))]


def _in_years_told(day: date, rows: Sequence[Row]) -> list[date]:
    """The same day in the years that the document names."""
    years = {row["date_start"].year for row in rows if row["basis"] == "absolute" and row["date_start"]}
    return [other for year in years if (other := _moved(day, 12 * (year - day.year)))]


def _long_before(published: date) -> date:
    return date.fromordinal(max(1, published.toordinal() - FAR.days))


def _moved(day: date, months: int) -> date | None:
    """The same day so many months on; None where that month has no such day."""
    place = day.year * 12 + day.month - 1 + months
    try:
        return day.replace(year=place // 12, month=place % 12 + 1)
    except ValueError:
        return None


def _finding(row: Row, said: int) -> Finding:
    true = NAMES[row["date_start"].weekday()]
    return Finding(
        parts=(Part("date", row),),
        stated=NAMES[said],
        expected=true,
        basis="the calendar",
        message=f"{row['surface']} is {row['date_start']}, a {true}, called a {NAMES[said]}",
    )


RULE = Rule(
    code="DAT102",
    name="weekday-mismatch",
    severity="warning",
    tolerance="a day without its year may be the nearest before or after the publication",
    check=check,
    examples=(
        Fires("en", ("The shop opened on May 2, 2024 (Friday).",), ("May 2, 2024",)),
        Silent("en", ("The shop opened on May 3, 2024, a Friday.",)),
        Fires("ko", ("2024년 12월 26일(월) 500명이 모였다.",), ("2024년 12월 26일(월)",)),
        Fires("en", ("On Monday, December 26, 2024, some 500 people met.",), ("Monday, December 26, 2024",)),
        Silent("ko", ("2024년 12월 26일(목) 500명이 모였다.",)),
        Silent("en", ("They play on Sunday 21 August.",), date(2005, 1, 15)),
        Silent("ko", ("1월 3일(금) 500명이 모인다.",), date(2024, 12, 26)),
        Silent("en", ("On Thursday, December 26, 2024, some 500 people met.",)),
        Silent("en", ("On Monday some 500 people met; on December 26, 2024 nobody came.",), date(2025, 1, 3)),
    ),
)
