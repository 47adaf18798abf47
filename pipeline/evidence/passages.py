"""Which numbers the grammar relates: patterns over a text in which each number is one sign.

In: a document's sentences, quantities and dates, and the patterns of ``relations.csv`` of its language.
Out: `Related`, the rows that stand in the slots of a pattern and the cue words that matched. Judgements:
- Numbers are related only by what stands between them; a pattern never reaches over another number,
  a line, or (unless it says so) the end of a sentence.
- What `pipeline.evidence.leftovers` finds besides the quantities is a number here too.
- Two blanks stand before a sentence that begins in the middle of a line, so that patterns can ask for its start.
- A conversion or an equation in brackets is left out with its brackets, so that ``10억 달러(1조원)에서`` and
  ``43bp(1bp=0.01%포인트)로`` read as one number.
- In a pattern ``<name>`` is a number, ``<date:name>`` a date, ``{cue}`` any word (RE2) of that cue in
  ``relation_cues.csv``, ``~`` up to 30 characters without a number, ``_`` a blank or none; a group
  ``(?P<name>…)`` keeps its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import re2

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import any_word
from pipeline.evidence.leftovers import leftovers
from pipeline.languages import folders, table
from pipeline.tables import Row

FIRST_NUMBER, FIRST_DATE, LAST = 0xE000, 0xF000, 0xF8FE
RESTATED = "\uf8ff"
SENTENCE = "  "
EQUALS = "="
MOST = FIRST_DATE - FIRST_NUMBER
NUMBER, DATE = r"[\x{E000}-\x{EFFF}]", r"[\x{F000}-\x{F8FE}]"
GAP = r"[^\x{E000}-\x{EFFF}\x{F8FF}\n.!?]{0,30}?"
PRIVATE = re2.compile(r"[\x{E000}-\x{F8FF}]")
RESTATEMENT = re2.compile(r" ?\((?:[^()\n\x{E000}-\x{F8FF}]{0,16}\x{F8FF}){1,2}[^()\n\x{E000}-\x{F8FE}]{0,16}\)")
SLOT = re2.compile(r"(P?)<(date:)?([a-z]+)>")
CUE = re2.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with one sign for each number and date, and the rows that the signs stand for."""

    text: str
    rows: dict[str, Row]


@dataclass(frozen=True, slots=True)
class Related:
    """Rows by slot, and the cue words that matched by cue."""

    rows: dict[str, Row]
    cues: dict[str, str]


def related(corpus: Corpus, doc_id: str, relation: str) -> Iterator[Related]:
    """Every place in a document where the relation is expressed, each once."""
    seen = set()
    for passage in passages(corpus, doc_id):
        for pattern in _patterns(corpus.language(doc_id), relation):
            for found in pattern.finditer(passage.text):
                groups = {name: text for name, text in found.groupdict().items() if text}
                rows = {name: passage.rows[text] for name, text in groups.items() if text in passage.rows}
                place = tuple(sorted((name, row["start"]) for name, row in rows.items()))
                if place not in seen:
                    seen.add(place)
                    yield Related(rows, {name: text for name, text in groups.items() if name not in rows})


def passages(corpus: Corpus, doc_id: str) -> Iterator[Passage]:
    """Stretches of a document with at most 4,096 numbers each; sentences stay whole."""
    quantities, dates = corpus.of("quantities", doc_id), corpus.of("dates", doc_id)
    text = corpus.documents[doc_id]["text"]
    signs = _Signs(corpus.language(doc_id), quantities, dates)
    parts: list[str] = []
    end = None
    for sentence in corpus.of("sentences", doc_id):
        parts.append("" if end is None else "\n" if "\n" in text[end : sentence["start"]] else SENTENCE)
        parts.append(signs.written(text, sentence))
        end = sentence["end"]
        if signs.full:
            yield Passage("".join(parts), signs.rows)
            signs, parts, end = signs.fresh(), [], None
    yield Passage("".join(parts), signs.rows)


class _Signs:
    """Gives each number and date the next free sign; reads rows from the front as the text goes on."""

    def __init__(
        self, language: str, quantities: Sequence[Row], dates: Sequence[Row], start: int = 0, date_start: int = 0
    ) -> None:
        self._language, self._quantities, self._dates = language, quantities, dates
        self._next, self._next_date = start, date_start
        self._numbers = self._days = 0
        self.rows: dict[str, Row] = {}

    @property
    def full(self) -> bool:
        return self._numbers > MOST // 2 or self._days > (LAST - FIRST_DATE) // 2

    def fresh(self) -> _Signs:
        return _Signs(self._language, self._quantities, self._dates, self._next, self._next_date)

    def written(self, text: str, sentence: Row) -> str:
        """The sentence with signs in the place of its rows."""
        start, parts = sentence["start"], []
        for row, after in pairwise([*self._rows(text, sentence), None]):
            sign = RESTATED if _is_equated(text, row) else self._sign(row)
            parts += [_plain(text[start : row["start"]]), sign]
            start = row["end"] if not _is_around(row, after) else _begun(self._language, text, row, after)
        return RESTATEMENT.sub("", "".join(parts) + _plain(text[start : sentence["end"]]))

    def _rows(self, text: str, sentence: Row) -> list[Row]:
        """Quantities, dates and bare numbers of the sentence, in order, none over another."""
        start, end = sentence["start"], sentence["end"]
        found: list[Row] = []
        self._next = _take(self._quantities, self._next, start, end, found)
        self._next_date = _take(self._dates, self._next_date, start, end, found)
        found.sort(key=lambda row: row["start"])
        found = [row for row, after in pairwise([*found, None]) if not self._is_over(text, row, after)]
        found = [row for i, row in enumerate(found) if not i or _is_free(found[i - 1], row)]
        return sorted([*found, *leftovers(text, sentence, found, self._language)], key=lambda row: row["start"])

    def _is_over(self, text: str, row: Row, after: Row | None) -> bool:
        """Whether a date only gives the length in it its place (``지난 3년``), and does not begin there."""
        return _is_around(row, after) and _begun(self._language, text, row, after) == row["start"]

    def _sign(self, row: Row) -> str:
        if row.get("converts"):
            return RESTATED
        if "quantity_id" in row:
            place, self._numbers = FIRST_NUMBER + self._numbers, self._numbers + 1
            limit = FIRST_DATE
        else:
            place, self._days = FIRST_DATE + self._days, self._days + 1
            limit = LAST + 1
        if place >= limit:
            return RESTATED
        self.rows[chr(place)] = row
        return chr(place)


def _is_equated(text: str, row: Row) -> bool:
    """Whether the number is one side of an equation (``1bp=0.01%포인트``), which says what a unit is."""
    return text[row["end"] : row["end"] + 2].lstrip()[:1] == EQUALS or (
        text[max(0, row["start"] - 2) : row["start"]].rstrip()[-1:] == EQUALS
    )


def _is_around(row: Row, after: Row | None) -> bool:
    """A date around the length of its own period (``지난 3년``, ``2018년부터 5년``): the number counts."""
    return after is not None and "date_id" in row and "quantity_id" in after and after["start"] < row["end"]


def _is_free(before: Row, row: Row) -> bool:
    """Whether a row begins behind the one before it, or is the length in it."""
    return row["start"] >= before["end"] or _is_around(before, row)


def _begun(language: str, text: str, row: Row, length: Row) -> int:
    """Where the words end from which a length counts (``2018년`` of ``2018년부터 5년``), else where the date begins."""
    before = text[row["start"] : length["start"]].rstrip(" ")
    joiner = next((word for word in _lasting(language) if before.endswith(word)), "")
    return row["start"] + len(before.removesuffix(joiner).rstrip(" ")) if joiner else row["start"]


def _take(rows: Sequence[Row], place: int, start: int, end: int, found: list[Row]) -> int:
    """Append the rows inside a sentence; answer where the next sentence goes on."""
    while place < len(rows) and rows[place]["start"] < end:
        if rows[place]["start"] >= start and rows[place]["end"] <= end:
            found.append(rows[place])
        place += 1
    return place


def _plain(text: str) -> str:
    return PRIVATE.sub("�", text).replace("\n", " ")


@cache
def _lasting(language: str) -> tuple[str, ...]:
    """The words between a date and how long something lasts from it, the longest first."""
    rows = table(language, "date_joiners") if language in folders() else ()
    words = {row["surface"].strip("_") for row in rows if row["link"] == "lasting"}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _patterns(language: str, relation: str) -> tuple[re2._Regexp, ...]:
    """The patterns of a relation, compiled."""
    if language not in folders():
        return ()
    rows = (row for row in table(language, "relations") if row["relation"] == relation)
    return tuple(re2.compile(_expanded(language, row["pattern"])) for row in rows)


def _expanded(language: str, pattern: str) -> str:
    """The pattern as RE2; a cue's first place in it is a group of that name."""
    named: set[str] = set()

    def cue(found: re2._Match) -> str:
        name = found.group(1)
        label = "?:" if name in named else f"?P<{name}>"
        named.add(name)
        return f"({label}{any_word(language, name)})"

    def slot(found: re2._Match) -> str:
        named_text, is_date, name = found.groups()
        return found.group() if named_text else f"(?P<{name}>{DATE if is_date else NUMBER})"

    return CUE.sub(cue, SLOT.sub(slot, pattern).replace("~", GAP).replace("_", " ?"))
