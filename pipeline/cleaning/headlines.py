"""Headlines: the document's own at its top, and those of other articles in lists.

In: lines and what is known of them. Out: which lines are the title; whether a run of lines is a list of
headlines. Judgements: a title is a line at the top that does not end like a sentence, is no item of a
list and has running text below it (a long line without any sentence, a menu, may stand above it); up to
`TITLE_LINES` such lines belong to it, a longer run is a title and text. A list of headlines has the same
publisher's name behind a dash on at least half its lines; or, where no running text follows, half its
lines carry a headline's marks (quotation, omission, question, rubric) of two kinds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import re2

from pipeline.cleaning.lines import Line

TITLE_LINES = 6
TITLE_LENGTH = 150
SHORTEST = 8
HEADING = re2.compile(r"#{1,6}\s")
PATH = " > "
MARKS = (
    re2.compile(r"[“‘\"'][^“‘\"'”’]{2,60}[”’\"']"),
    re2.compile(r"…|\.\.|···"),
    re2.compile(r"[?!]$|[?!][”’\"']"),
    re2.compile(r"^\[[^\]]{1,20}\]|\[[^\]]{1,20}\]$|^☞"),
)
SUFFIX = re2.compile(r"\s[-|–—]\s([^-|–—]{2,30})$")
LAST = 60
KINDS = 2
INNER_END = re2.compile(r"[가-힣a-z]{2}\.\s[A-Z가-힣(\[“\"]")


def title_lines(lines: Sequence[Line], kinds: Sequence[str | None]) -> list[int]:
    """The places of the title's lines."""
    candidates: list[int] = []
    for place, line in enumerate(lines):
        if kinds[place]:
            continue
        if HEADING.match(line.text[:LAST]) and not candidates:
            return [place] if _has_text(lines[place + 1 :], kinds[place + 1 :]) else []
        if len(line.text) > TITLE_LENGTH and not candidates and not INNER_END.search(line.text):
            continue
        if len(line.text) > TITLE_LENGTH or _is_text(line) or (line.bullet and not candidates):
            found = candidates if len(candidates) <= TITLE_LINES else candidates[:1]
            return found if _has_text(lines[place:], kinds[place:]) else []
        candidates.append(place)
    return []


def is_run_of_headlines(run: Sequence[Line], is_last: bool) -> bool:
    """The lines are headlines of other articles."""
    names = Counter(found.group(1) for line in run if (found := SUFFIX.search(line.text[-LAST:])))
    if names and max(names.values()) * 2 >= len(run):
        return True
    return is_last and _are_marked([line.text[line.bullet :] for line in run])


def _are_marked(texts: Sequence[str]) -> bool:
    """Half the lines carry a headline's mark, and not all the same one: products are quoted too."""
    marked = [[bool(mark.search(text)) for mark in MARKS] for text in texts]
    kinds = sum(map(any, zip(*marked)))
    return kinds >= KINDS and 2 * sum(map(any, marked)) >= len(texts)


def _is_text(line: Line) -> bool:
    return line.is_sentence or bool(INNER_END.search(line.text))


def _has_text(lines: Sequence[Line], kinds: Sequence[str | None]) -> bool:
    return any(line.is_sentence and not kind for line, kind in zip(lines, kinds))


def headline(titles: Sequence[str]) -> str | None:
    """Of the title's lines the first that is no rubric (`시사`) and no path (`시사 > 전체기사`)."""
    bare = [title[len(found.group()) :].strip() if (found := HEADING.match(title)) else title for title in titles]
    telling = [title for title in bare if len(title) >= SHORTEST and PATH not in title]
    return next(iter(telling or bare), None) or None
