"""From lines to kinds: which lines of a document are the article.

In: the lines. Out: a kind for each. A line is body unless something speaks against it, and what speaks
is, in this order: a phrase of a page, a byline or dateline, a table, a list under a heading of such a
page, the end of the article, a run of other articles' headlines, and, at the top, a headline. Judgements:
a document of one line is body whatever it says, and one without running text keeps its lists. What ends
an article (a copyright notice, the reporter's line, the comments) does so only where less running text
follows than stands before; behind a reporter's line running text stays what it is. A heading that merely
sounds like one (`… 기사`) needs a list below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pipeline.cleaning import tables
from pipeline.cleaning.bylines import Byline, byline
from pipeline.cleaning.datelines import Dateline, dateline
from pipeline.cleaning.headlines import is_run_of_headlines, title_lines
from pipeline.cleaning.lines import Line
from pipeline.cleaning.phrases import LONGEST, Phrase, phrase_of

Kinds = list[str | None]
HEADLINES = 3
ITEMS = 2
POINTER = "☞"


@dataclass(frozen=True, slots=True)
class Seen:
    """A line and what its words say."""

    line: Line
    phrase: Phrase | None
    byline: Byline | None
    dateline: Dateline | None


def mark(lines: Sequence[Line]) -> list[str]:
    """The kind of every line: title, byline, body, table, related or boilerplate."""
    if len(lines) == 1:
        return ["body"]
    seen = _settled([_seen(line) for line in lines])
    kinds: Kinds = [each.phrase.kind if each.phrase else None for each in seen]
    _mark_counts(lines, kinds)
    _mark_bylines(seen, kinds)
    _mark_tables(lines, kinds)
    if any(line.is_prose and not kind for line, kind in zip(lines, kinds)):
        _mark_lists(seen, kinds)
        _mark_ends(seen, kinds)
        _mark_headlines(lines, kinds)
    for place in title_lines(lines, kinds):
        kinds[place] = "title"
    return [kind or "body" for kind in kinds]


def _seen(line: Line) -> Seen:
    if line.is_prose and len(line.text) > LONGEST:
        return Seen(line, None, None, None)
    return Seen(line, phrase_of(line.text), byline(line.text), dateline(line.text))


def _settled(seen: Sequence[Seen]) -> list[Seen]:
    """The same without headings that have no list below them."""
    return [
        replace(each, phrase=None) if _is_idle(each.phrase, seen[place + 1 : place + 1 + ITEMS]) else each
        for place, each in enumerate(seen)
    ]


def _is_idle(phrase: Phrase | None, below: Sequence[Seen]) -> bool:
    if not phrase or phrase.reach != "headed":
        return False
    lines = [each.line for each in below]
    is_list = all((line.bullet or tables.is_row(line)) and not line.is_sentence for line in lines)
    return len(lines) < ITEMS or not is_list


def _mark_counts(lines: Sequence[Line], kinds: Kinds) -> None:
    """A bare figure on the line below a button is its count."""
    for place in range(1, len(lines)):
        if kinds[place - 1] == "boilerplate" and not kinds[place] and tables.is_figure(lines[place]):
            kinds[place] = "boilerplate"


def _mark_bylines(seen: Sequence[Seen], kinds: Kinds) -> None:
    """Bylines; a bare day only above the article."""
    article_begun = False
    for place, each in enumerate(seen):
        article_begun = article_begun or (each.line.is_prose and not kinds[place])
        is_dateline = each.dateline and (each.dateline.role or not article_begun)
        if kinds[place] is None and (each.byline or is_dateline):
            kinds[place] = "byline"


def _mark_lists(seen: Sequence[Seen], kinds: Kinds) -> None:
    """Below the heading of a list, all that is not running text."""
    below: str | None = None
    for place, each in enumerate(seen):
        if each.phrase:
            below = each.phrase.kind if each.phrase.reach in ("list", "headed") else below
        elif each.line.is_prose:
            below = None
        elif below and not kinds[place]:
            kinds[place] = below


def _mark_ends(seen: Sequence[Seen], kinds: Kinds) -> None:
    """Everything after the article's end; running text only after an end that a phrase makes."""
    lengths = [len(each.line.text) if each.line.is_prose and not kind else 0 for each, kind in zip(seen, kinds)]
    before = list(accumulate(lengths, initial=0))
    by_phrase = by_author = False
    for place, each in enumerate(seen):
        is_late = before[place] > before[-1] - before[place]
        if kinds[place] is None and (by_phrase or (by_author and not each.line.is_prose)):
            kinds[place] = "boilerplate" if each.line.is_prose else "related"
        by_phrase = by_phrase or bool(is_late and each.phrase and each.phrase.reach == "end")
        by_author = by_author or bool(is_late and each.byline and each.byline.ends)


def _mark_tables(lines: Sequence[Line], kinds: Kinds) -> None:
    for start, end in tables.runs(lines, kinds):
        kinds[start:end] = ["table"] * (end - start)


def _mark_headlines(lines: Sequence[Line], kinds: Kinds) -> None:
    """Headlines of other articles: behind a pointing hand, or in a run."""
    last_prose = max((place for place, line in enumerate(lines) if line.is_prose and not kinds[place]), default=0)
    for place, line in enumerate(lines):
        if kinds[place] is None and line.text.startswith(POINTER) and not line.is_sentence:
            kinds[place] = "related"
    for start, end in list(_unmarked_runs(lines, kinds)):
        if end - start >= HEADLINES and start and is_run_of_headlines(lines[start:end], start > last_prose):
            kinds[start:end] = ["related"] * (end - start)


def _unmarked_runs(lines: Sequence[Line], kinds: Kinds) -> Iterator[tuple[int, int]]:
    """Runs of lines that are neither marked nor sentences."""
    start = None
    for place in range(len(lines) + 1):
        inside = place < len(lines) and not kinds[place] and not lines[place].is_sentence
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            yield start, place
            start = None
