"""The lines of a text and what can be seen on one of them.

In: a text. Out: its lines that are not empty, as immutable values. Judgements: a line that a page wrapped
in the middle of a sentence is joined to the next one, so that a paragraph is one line however it was
stored; a line ends like a sentence when a full stop stands at its end, behind closing quotes at most, and
the stop belongs to no abbreviation and no ellipsis (a headline ends in those, and in `?` and `!`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import re2

PROSE_LENGTH = 20
QUESTION_LENGTH = 60
WRAP_SHORTEST, WRAP_LONGEST, WRAP_FILLED, WRAP_LINES = 40, 110, 0.75, 3
QUESTIONS = ("?", "!", "？", "！")
CLOSERS = "\"'”’)]》」』〉>*_ "
BULLET = re2.compile(r"(?:[-–—•·∙▪■□●○◆◇▲△▶▷►☞※*+◦ㆍ]|\d{1,2}[.)])\s{0,4}")
ABBREVIATION = re2.compile(r"(?:\b(?:[A-Z]\.){2,}|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|vs|No)\.)$")
LAST = 40
COLUMNS = "   "


@dataclass(frozen=True)
class Line:
    """A line without the white space around it; `after_gap`: empty lines stand before it."""

    start: int
    end: int
    text: str
    after_gap: bool

    @cached_property
    def bullet(self) -> int:
        """Length of the list mark that the line begins with."""
        mark = BULLET.match(self.text[:LAST])
        return mark.end() if mark and mark.end() < len(self.text) else 0

    @cached_property
    def is_sentence(self) -> bool:
        """The line ends like a sentence."""
        last = self.text[-LAST:].rstrip(CLOSERS)
        if last.endswith(QUESTIONS):
            return len(self.text) >= QUESTION_LENGTH
        return last.endswith((".", "。")) and not last.endswith("..") and not ABBREVIATION.search(last)

    @cached_property
    def is_prose(self) -> bool:
        """Running text: a statement of some length that is no item of a list."""
        stops = not self.text[-LAST:].rstrip(CLOSERS).endswith(QUESTIONS)
        return stops and len(self.text) >= PROSE_LENGTH and self.is_sentence and not self.bullet


def lines_of(text: str, start: int = 0) -> list[Line]:
    """The lines of text[start:], in order."""
    return [_joined(text, block) for block in _paragraphs(list(_physical(text, start)))]


def _physical(text: str, start: int) -> Iterator[Line]:
    place, gap = start, False
    for raw in text[start:].splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            first = place + len(raw) - len(raw.lstrip())
            yield Line(first, first + len(bare), bare, gap)
        gap = not bare
        place += len(raw)


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines, those of one wrapped paragraph together."""
    for block in _blocks(lines):
        if _is_wrapped(block):
            yield from _wrapped(block)
        else:
            yield from ([line] for line in block)


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines with no empty line between them."""
    block: list[Line] = []
    for line in lines:
        if line.after_gap and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(block: list[Line]) -> bool:
    """Most lines are filled to one width and break off inside a sentence; none has columns, the last one ends."""
    width = max(len(line.text) for line in block)
    if (
        not WRAP_SHORTEST <= width <= WRAP_LONGEST
        or not block[-1].is_sentence
        or any(COLUMNS in line.text for line in block)
    ):
        return False
    if len(block) < WRAP_LINES:
        return len(block) == 2 and len(block[0].text) >= WRAP_SHORTEST and block[1].text[0].islower()
    filled = sum(len(line.text) >= width * WRAP_FILLED for line in block)
    broken = sum(not line.is_sentence and not line.bullet for line in block)
    return 3 * min(filled, broken) >= 2 * (len(block) - 1)


def _wrapped(block: list[Line]) -> Iterator[list[Line]]:
    """Paragraphs of a wrapped block: a sentence that ends well before the margin closes one."""
    width = max(len(line.text) for line in block)
    paragraph: list[Line] = []
    for line in block:
        paragraph.append(line)
        if line.is_sentence and len(line.text) < width * WRAP_FILLED:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _joined(text: str, block: list[Line]) -> Line:
    first, last = block[0], block[-1]
    return first if first is last else Line(first.start, last.end, text[first.start : last.end], first.after_gap)
