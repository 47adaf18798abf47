"""Where sentences begin and end.

In: a stretch of text and the language's code. Out: spans of sentences, in order, without the white space around
them. Judgements:
- A line break always ends a sentence: news text is one paragraph a line, and a headline has no full stop.
- A full stop ends one before white space, and in Korean also right before the next word (``했다.그는``);
  not behind an abbreviation, an initial, a list number, or between two numbers (``12. 26.``).
- A quotation is never cut, so that what it says stays with who said it; one that does not close within
  its line, or is longer than `LONGEST_QUOTATION`, is no quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import re2

from pipeline.languages import folders, language, table

# A terminator with what closes behind it.
END = re2.compile(r"[.!?…。！？]{1,8}[\"'”’»)\]」』]{0,4}")
QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"'}
QUOTATION = re2.compile("[" + "".join(QUOTES) + "]")
LONGEST_QUOTATION = 1000
LONGEST_WORD = 24
ALWAYS = "。！？"

Span = tuple[int, int]


def split_sentences(text: str, code: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of text[start:end] as spans of `text`."""
    spans, place = [], start
    for line in text[start : len(text) if end is None else end].splitlines(keepends=True):
        spans += [(place + begin, place + stop) for begin, stop in _line(line, code)]
        place += len(line)
    return spans


def _line(line: str, code: str) -> list[Span]:
    """The sentences of one line, as spans of it; patterns see the line alone, which keeps time linear."""
    cuts = [0, *_cuts(line, code), len(line)]
    stripped = (_stripped(line, *pair) for pair in pairwise(cuts))
    return [span for span in stripped if span[0] < span[1]]


def _cuts(line: str, code: str) -> Iterator[int]:
    """Where one sentence ends and the next may begin."""
    begin = 0
    quoted = _quotations(line)
    inside = next(quoted, None)
    for match in END.finditer(line):
        while inside and inside[1] <= match.start():
            inside = next(quoted, None)
        held = inside and inside[0] < match.start() and match.end() < inside[1]
        if not held and _ends(line, code, begin, *match.span()):
            begin = match.end()
            yield begin


def _quotations(line: str) -> Iterator[Span]:
    """Quotations, from the opening mark to behind the closing one, in order."""
    closed = 0
    for match in QUOTATION.finditer(line):
        if match.start() < closed:
            continue
        close = line.find(QUOTES[match.group()], match.end(), match.end() + LONGEST_QUOTATION)
        if close >= 0:
            closed = close + 1
            yield match.start(), closed


def _ends(line: str, code: str, begin: int, mark: int, after: int) -> bool:
    """Whether the terminator line[mark:after] ends the sentence that began at `begin`."""
    follows = line[after : after + 1]
    if not follows or line[mark] in ALWAYS:
        return True
    if follows.isspace():
        return line[mark] != "." or not _continues(line, code, begin, mark, after)
    return line[mark] == "." and _is_hangul(follows) and line[mark - 1 : mark] in _finals(code)


def _continues(line: str, code: str, begin: int, mark: int, after: int) -> bool:
    """Whether a full stop before white space belongs to an abbreviation, an initial or a number."""
    following = line[after : after + LONGEST_WORD].lstrip()
    if line[mark - 1 : mark].isdigit():
        return following[:1].isdigit() or line[begin:mark].strip().isdigit()
    word = _word_before(line, begin, mark)
    if len(word) == 1 and word.isupper() or following[:1].islower() and not _is_hangul(word[-1:]):
        return True
    kind = _abbreviations(code).get(word.lower())
    first_word = following.split(maxsplit=1)[:1]
    return kind == "inside" or kind == "either" and not _starters(code).issuperset(first_word)


def _word_before(line: str, begin: int, mark: int) -> str:
    """The letters and inner full stops right before `mark`."""
    first = mark
    while first > max(begin, mark - LONGEST_WORD) and (line[first - 1].isalpha() or line[first - 1] == "."):
        first -= 1
    return line[first:mark]


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"


@cache
def _abbreviations(code: str) -> dict[str, str]:
    """Abbreviation without its full stop to `inside` or `either`: it never, or may, end a sentence."""
    return {row["word"]: row["ends"] for row in _rows(code, "sentence_abbreviations")}


@cache
def _starters(code: str) -> frozenset[str]:
    """Words that, capitalised behind such an abbreviation, begin a new sentence."""
    return frozenset(row["word"] for row in _rows(code, "sentence_starters"))


@cache
def _finals(code: str) -> frozenset[str]:
    """Syllables that end a sentence even when no space follows the full stop."""
    return frozenset(row["syllable"] for row in _rows(code, "sentence_finals"))


def _rows(code: str, name: str) -> list[dict[str, str]]:
    """The rows of a table in every language read along that has it: Korean news writes ``Inc.`` too."""
    having = (read for read in language(code).reads if (folders()[read] / f"{name}.csv").is_file())
    return [row for read in having for row in table(read, name)]
