"""Sentences of a stretch of text, by rules that are linear in its length.

In: text, a language and a range. Out: (start, end) of each sentence without the white space around it.
Judgements: a line break always ends a sentence; so does ``.``, ``!``, ``?`` or ``…`` with the closing quotes and
brackets behind it, when white space follows, unless the full stop belongs to a number, an initial, an
abbreviation of ``abbreviations.csv`` or a quotation that the sentence goes on after (``"…다."라고``,
``"It works," he said``). Where a page lost its line breaks (``…밝혔다.이 회사는``, ``it added.The insurer``), a full
stop in the words of ``sentence_unspaced.csv`` ends a sentence too. Nothing is analysed; the same text always splits
the same way.
"""

from __future__ import annotations

from functools import cache

import re2

from pipeline.languages import table

ENDING = "\n|[.!?。！？…]{1,8}[\"'”’»)\\]」』】]{0,4}(?:[ \t\u00a0\u3000]|\n|$)"
DOTTED = re2.compile(r"(?:^|[^0-9.])([12][0-9]{3}\.(?: ?[0-9]{1,2}\.){0,2})$")
WORD_BEFORE = 24


@cache
def ending(language: str) -> object:
    """What can end a sentence; its group is a full stop with the next sentence's first character right behind it."""
    unspaced = (f"(?:{row['before']})([.!?]){row['after']}" for row in table(language, "sentence_unspaced"))
    return re2.compile("|".join((ENDING, *unspaced)))


@cache
def abbreviations(language: str) -> frozenset[str]:
    """Words whose full stop does not end a sentence, lower case, without that stop."""
    return frozenset(row["surface"] for row in table(language, "abbreviations"))


@cache
def going_on(language: str) -> object:
    """What may follow a quotation's full stop in the same sentence."""
    return re2.compile("|".join(row["pattern"] for row in table(language, "sentence_goes_on")))


@cache
def starters(language: str) -> object:
    """Words that begin a sentence even behind an abbreviation."""
    return re2.compile("|".join(row["pattern"] for row in table(language, "sentence_starters")))


def split_sentences(text: str, language: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of text[start:end], in order, offsets counted in the whole text."""
    piece = text[start : len(text) if end is None else end]
    sentences, begin = [], 0
    for match in ending(language).finditer(encodable(piece)):
        stop, after = span(match)
        if ends(piece, language, stop, after, piece[stop:after]):
            sentences.append(trimmed(piece, begin, after))
            begin = after
    sentences.append(trimmed(piece, begin, len(piece)))
    return [(start + left, start + right) for left, right in sentences if left < right]


def span(match: object) -> tuple[int, int]:
    """Where the mark stands and where the next sentence would begin."""
    return match.span(match.lastindex or 0)


def encodable(piece: str) -> str:
    """The text with lone surrogates, which cannot be encoded, as question marks inside a word."""
    return piece.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not valid(piece) else piece


def valid(piece: str) -> bool:
    try:
        piece.encode()
    except UnicodeEncodeError:
        return False
    return True


def trimmed(piece: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    found = piece[start:end]
    return start + len(found) - len(found.lstrip()), end - (len(found) - len(found.rstrip()))


def ends(piece: str, language: str, stop: int, after: int, mark: str) -> bool:
    """Whether the mark at `stop` ends the sentence; `after` is where the next one would begin."""
    if "\n" in mark or after >= len(piece):
        return True
    following = piece[after : after + 40].lstrip(" ")
    if following[:1] == "\n":
        return True
    if mark.startswith(".") and not mark.startswith("..") and abbreviated(piece, language, stop):
        return bool(starters(language).match(following))
    if mark.startswith(".") and piece[stop - 1 : stop].isdecimal() and dated(piece, stop, following):
        return False
    return not going_on(language).match(following if len(mark.rstrip()) > 1 else "\x00" + following)


def dated(piece: str, stop: int, following: str) -> bool:
    """Whether the full stop stands in or ends a dotted date (`2024. 12. 26. 공시했다`)."""
    match = DOTTED.search(piece[max(0, stop - 14) : stop + 1])
    return bool(match) and (match.group(1).count(".") == 3 or following[:1].isdecimal())


def abbreviated(piece: str, language: str, stop: int) -> bool:
    """Whether the full stop belongs to the word before it: an initial, an abbreviation, a list number."""
    before = piece[max(0, stop - WORD_BEFORE) : stop]
    word = before.rpartition(" ")[2].rpartition("\n")[2].lstrip("(\"'“‘[")
    if len(word) == 1 and word.isascii() and word.isupper():
        return not before[:-1].endswith(("Plan ", "plan "))
    if word.isdecimal() and len(word) <= 2 and before.strip() == word:
        return True
    return word.lower() in abbreviations(language) or (
        word[:1].isalpha() and "." in word and word.isascii() and len(word) <= 6
    )
