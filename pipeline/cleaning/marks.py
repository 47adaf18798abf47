"""From lines to kinds: which lines of a document are the article.

In: the lines. Out: a kind for each. A line is body unless something speaks against it, and what speaks
is, in this order: a phrase of a page, a byline or dateline, a table, a list under a heading of such a page, the
end of the article, a run of other articles' headlines, and, at the top, a headline.
Judgements: a document of one line is body whatever it says. What ends an article (a copyright notice, the
reporter's line, the comments) does so only where less running text follows than stands before; behind a
reporter's line running text stays what it is. A heading that merely sounds like one (`… 기사`) needs a list below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipeline.cleaning import tables
from pipeline.cleaning.bylines import byline
from pipeline.cleaning.datelines import dateline
from pipeline.cleaning.headlines import is_run_of_headlines, title_lines
from pipeline.cleaning.lines import Line
from pipeline.cleaning.phrases import Phrase, phrase_of

Kinds = list[str | None]
HEADLINES = 3
ITEMS = 2


def mark(lines: Sequence[Line]) -> list[str]:
    """The kind of every line: title, byline, body, table, related or boilerplate."""
    if len(lines) == 1:
        return ["body"]
    phrases = _settled(lines, [phrase_of(line.text) for line in lines])
    kinds: Kinds = [phrase.kind if phrase else None for phrase in phrases]
    _mark_bylines(lines, kinds)
    _mark_tables(lines, kinds)
    _mark_lists(lines, phrases, kinds)
    _mark_ends(lines, phrases, kinds)
    _mark_headlines(lines, kinds)
    for place in title_lines(lines, kinds):
        kinds[place] = "title"
    return [kind or "body" for kind in kinds]


def _settled(lines: Sequence[Line], phrases: Sequence[Phrase | None]) -> list[Phrase | None]:
    """The phrases, without headings that have no list below them."""
    return [
        None if phrase and phrase.reach == "headed" and not _heads_list(lines[place + 1 : place + 1 + ITEMS]) else phrase
        for place, phrase in enumerate(phrases)
    ]


def _heads_list(below: Sequence[Line]) -> bool:
    return len(below) == ITEMS and all((line.bullet or tables.is_row(line)) and not line.is_sentence for line in below)


def _mark_lists(lines: Sequence[Line], phrases: Sequence[Phrase | None], kinds: Kinds) -> None:
    """Below the heading of a list, all that is not running text."""
    below: str | None = None
    for place, (line, phrase) in enumerate(zip(lines, phrases)):
        if phrase:
            below = phrase.kind if phrase.reach in ("list", "headed") else below
        elif line.is_prose:
            below = None
        elif below and not kinds[place]:
            kinds[place] = below


def _mark_bylines(lines: Sequence[Line], kinds: Kinds) -> None:
    article_begun = False
    for place, line in enumerate(lines):
        article_begun = article_begun or (line.is_prose and not kinds[place])
        stated = dateline(line.text)
        if kinds[place] is None and (byline(line.text) or (stated and (stated.role or not article_begun))):
            kinds[place] = "byline"


def _mark_ends(lines: Sequence[Line], phrases: Sequence[Phrase | None], kinds: Kinds) -> None:
    """Everything after the article's end; running text only after an end that a phrase makes."""
    lengths = [len(line.text) if line.is_prose and not kind else 0 for line, kind in zip(lines, kinds)]
    before = list(accumulate(lengths, initial=0))
    by_phrase = by_author = False
    for place, line in enumerate(lines):
        is_late = before[place] > before[-1] - before[place]
        if kinds[place] is None and (by_phrase or (by_author and not line.is_prose)):
            kinds[place] = "boilerplate" if line.is_prose else "related"
        phrase, author = phrases[place], byline(line.text)
        by_phrase = by_phrase or bool(is_late and phrase and phrase.reach == "end")
        by_author = by_author or bool(is_late and author and author.ends)


def _mark_tables(lines: Sequence[Line], kinds: Kinds) -> None:
    for start, end in tables.runs(lines, kinds):
        kinds[start:end] = ["table"] * (end - start)


def _mark_headlines(lines: Sequence[Line], kinds: Kinds) -> None:
    last_prose = max((place for place, line in enumerate(lines) if line.is_prose and not kinds[place]), default=0)
    for start, end in list(_unmarked_runs(lines, kinds)):
        if end - start >= HEADLINES and start and is_run_of_headlines(lines[start:end], start > last_prose):
            kinds[start:end] = ["related"] * (end - start)


def _unmarked_runs(lines: Sequence[Line], kinds: Kinds) -> Iterator[tuple[int, int]]:
    """Runs of lines that are neither marked nor running text."""
    start = None
    for place in range(len(lines) + 1):
        inside = place < len(lines) and not kinds[place] and not lines[place].is_prose
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            yield start, place
            start = None
