"""Who speaks in a quotation that runs over several sentences.

In: a document and its names. Out: stretches between quotation marks that hold the end of a sentence, with their
speaker. Judgements: in Korean whoever stands with a subject's particle right before the marks open (`대표는
"…`), else right after they close (`…"라고 대표는 말했다`); in English the name beside a verb of saying after
they close. Marks that do not close within bounds, and quotations inside quotations, hold nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from pipeline.claims.model import Document
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.naming import descriptions, is_nobody, name_of, word_list
from pipeline.claims.scene import Name

LONGEST = 2000
NEAR = 60
SIGNS = '“”"'
MARKS = re2.compile(f"[{SIGNS}]")
ENDS = ("다. ", "요. ", "다.\n", ". ", ".\n", "! ", "? ")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation over several sentences and who says it."""

    start: int
    end: int
    speaker: Name


def find_quotations(document: Document, names: Sequence[Mention]) -> list[Quotation]:
    """The quotations of a document that hold the end of a sentence and whose speaker is named, in reading order."""
    found = []
    for start, end in _stretches(document.text):
        speaker = _speaker(document, names, start, end)
        if speaker is not None:
            found.append(Quotation(start, end, speaker))
    return found


def quoted_by(quotations: Sequence[Quotation], place: int) -> Name | None:
    """Who says what stands at `place`."""
    number = bisect_right(quotations, place, key=lambda q: q.start) - 1
    return quotations[number].speaker if number >= 0 and place < quotations[number].end else None


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Pairs of marks with more than one sentence between them."""
    opened = None
    for mark in MARKS.finditer(text) if any(sign in text for sign in SIGNS) else ():
        sign = mark.group()
        closes = opened is not None and sign != "“"
        if closes:
            inside = text[opened : mark.start()] if mark.start() - opened <= LONGEST else ""
            if any(end in inside for end in ENDS):
                yield opened, mark.start()
        opened = None if closes else mark.end() if sign != "”" else None


def _speaker(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    if not document.traits.head_final:
        return _beside_verb(document, names, end + 1)
    return _acting(document, names, max(0, start - 1 - NEAR), start - 1) or _acting_after(document, names, end + 1)


def _acting(document: Document, names: Sequence[Mention], begin: int, end: int) -> Name | None:
    """The words before `end` up to a subject's particle: `최수연 대표는 `."""
    text = document.text
    end = begin + len(text[begin:end].rstrip(" ,"))
    if text[end - 1 : end] not in tuple("은는이가"):
        return None
    first = max((text.rfind(sign, begin, end) for sign in (".", "\n", ",", "”", '"', ")")), default=-1)
    words = text[max(begin, first + 1) : end - 1].split()
    kept: list[str] = []
    for word in reversed(words):
        if (
            len(kept) == 3
            or kept
            and word.endswith(("은", "는", "을", "를", "의", "에", "에서", "일", "한", "고", "로"))
        ):
            break
        kept.insert(0, word)
    return _called(document, names, text.rfind(" ".join(kept), begin, end), end - 1) if kept else None


def _acting_after(document: Document, names: Sequence[Mention], begin: int) -> Name | None:
    """`"라고 대표는 말했다`."""
    rest = document.text[begin : begin + NEAR]
    for opener in ("라고 ", "이라고 ", "고 "):
        word = rest.removeprefix(opener).split(" ")[0] if rest.startswith(opener) else ""
        if len(word) > 2 and word[-1] in "은는이가":
            at = begin + len(opener)
            return _called(document, names, at, at + len(word) - 1)
    return None


def _beside_verb(document: Document, names: Sequence[Mention], begin: int) -> Name | None:
    """`" said Ada Vale`, `" Ada Vale said`."""
    verbs = word_list("en", "claims_quoting")
    here = begin + len(document.text[begin : begin + 3]) - len(document.text[begin : begin + 3].lstrip(", "))
    first = document.text[here : here + NEAR].split(" ")[0]
    start = here + len(first) + 1 if first in verbs else here
    words = _capitals(document.text[start : start + NEAR])
    after = document.text[start + len(words) : start + len(words) + 20].strip(", ").split(" ")[0]
    return _called(document, names, start, start + len(words)) if words and (first in verbs or after in verbs) else None


def speaking(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """Who says something in a sentence that counts nothing: the capitalised words beside its last verb of quoting, or
    in front of a description between commas."""
    verbs = word_list(document.language, "claims_quoting")
    said = max(((document.text.rfind(f" {verb} ", start, end), verb) for verb in verbs), default=(-1, ""))
    if said[0] < 0:
        return None
    after = said[0] + len(said[1]) + 2
    before = document.text[max(start, said[0] - NEAR) : said[0]]
    name = _last_capitals(before) or _last_capitals(before.rsplit(",", 2)[0] if before.endswith(",") else "")
    if name:
        at = document.text.rfind(name, start, said[0])
        return _called(document, names, at, at + len(name))
    ahead = document.text[after : min(end, after + NEAR)]
    skipped = len(ahead) - len(ahead.lstrip("abcdefghijklmnopqrstuvwxyz -"))
    words = _capitals(ahead[skipped:])
    return _called(document, names, after + skipped, after + skipped + len(words)) if words.count(" ") else None


def _last_capitals(text: str) -> str:
    """The capitalised words at the end, at least two."""
    kept: list[str] = []
    for word in reversed(text.split(" ")):
        if not word[:1].isupper() or not word.replace("-", "").replace(".", "").replace("'", "").isalpha():
            break
        kept.insert(0, word)
    return " ".join(kept) if len(kept) > 1 else ""


def _capitals(text: str) -> str:
    """The capitalised words at the front, up to the first comma or full stop."""
    kept: list[str] = []
    for word in text.split(" "):
        if not word[:1].isupper():
            break
        kept.append(word.rstrip(",."))
        if word.endswith((",", ".")):
            break
    return " ".join(kept)


def _called(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """The name that ends there, else the words."""
    words = document.text[start:end]
    if start < 0 or not words or words in descriptions(document.language) or is_nobody(words, document.language):
        return None
    number = bisect_left(names, end, key=lambda m: m.end)
    whole = number < len(names) and names[number].end == end and names[number].start >= start
    return name_of(names[number]) if whole else Name(words, None, start, end)
