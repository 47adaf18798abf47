"""Who speaks beside quotation marks or a verb of saying, in a text that is not parsed.

In: a document, its names and a place in it. Out: a `Name` or None. Judgements: where the verb comes last the name is
the words before a subject's particle, at most three; in English the capitalised words beside the verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.claims.model import Document
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.glued import ACTING, glued
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.words import descriptions, is_nobody, word_ends, word_list
from pipeline.claims.scene import Name

NEAR = 60
MOST_WORDS = 3
# A longer word before a full stop ends a sentence (`Hospital. She wrote`), a shorter one is cut short (`Mr. Vale`).
LONGEST_SHORT = 5
BREAKS = (".", "\n", ",", "”", '"', ")")
OPENING = ('"', "“")
# Marks around a name.
QUOTES = "'‘’\"“”<>〈〉《》「」『』"


def acting_before(document: Document, names: Sequence[Mention], begin: int, end: int) -> Name | None:
    """The words before `end` up to a subject's particle: `최수연 대표는 `."""
    text = document.text
    end = begin + len(text[begin:end].rstrip(" ,"))
    if text[end - 1 : end] not in glued(document.language, *ACTING):
        return None
    return called_before(document, names, begin, _before_bracket(text, begin, end - 1))


def _before_bracket(text: str, begin: int, end: int) -> int:
    """`한국야구위원회(KBO)는`: the end of a name that a bracket explains."""
    opened = text.rfind("(", begin, end) if text[end - 1 : end] == ")" else -1
    return opened if opened > begin else end


def called_before(document: Document, names: Sequence[Mention], begin: int, end: int) -> Name | None:
    """The name that ends at `end`, of at most three words, none of which ends as another part of the sentence does,
    without words that say what it is (`여론조사 전문기관 한결리서치`); of two that are joined (`산업부와 관세청은`) the
    first."""
    text, joins = document.text, glued(document.language, "joins")
    end = begin + len(text[begin:end].rstrip(QUOTES))
    first = max(text.rfind(sign, begin, end) for sign in BREAKS)
    words = text[max(begin, first + 1) : end].split()
    kept: list[str] = []
    for word in reversed(words):
        if len(kept) == MOST_WORDS or kept and word.endswith(glued(document.language, "ends")):
            break
        kept.insert(0, word)
    kinds = word_ends(document.language, "claims_kinds")
    kept = kept[-1:] if kinds and " ".join(kept[:-1]).endswith(kinds) else kept
    at = text.rfind(" ".join(kept), begin, end) if kept else -1
    joined = next((n for n, word in enumerate(kept) if word.endswith(joins) and len(word) > 2), None)
    nameless = kept and kept[-1].endswith(word_ends(document.language, "claims_forecasters"))
    if joined is not None and joined < len(kept) - 1 and not nameless:
        end = at + len(" ".join(kept[: joined + 1])) - 1
    at += len(" ".join(kept)) - len(" ".join(kept).lstrip(QUOTES))
    return _called(document, names, at, end) if kept else None


def acting_after(document: Document, names: Sequence[Mention], begin: int) -> Name | None:
    """`"라고 대표는 말했다`."""
    rest = document.text[begin : begin + NEAR].partition("\n")[0]
    for closing in glued(document.language, "quote"):
        word = rest.removeprefix(closing + " ").split(" ")[0] if rest.startswith(closing + " ") else ""
        if len(word) > 2 and word[-1] in glued(document.language, *ACTING):
            at = begin + len(closing) + 1
            return _called(document, names, at, at + len(word) - 1)
    return None


def beside_verb(document: Document, names: Sequence[Mention], begin: int) -> Name | None:
    """`" said Ada Vale`, `" Ada Vale said`."""
    verbs = word_list(document.language, "claims_quoting")
    here = begin + len(document.text[begin : begin + 3]) - len(document.text[begin : begin + 3].lstrip(", "))
    first = document.text[here : here + NEAR].split(" ")[0]
    if first in word_list(document.language, "claims_telling"):
        return None
    start = here + len(first) + 1 if first in verbs else here
    words = _capitals(document.text[start : start + NEAR])
    after = document.text[start + len(words) : start + len(words) + 20].strip(", ").split(" ")[0]
    return _called(document, names, start, start + len(words)) if words and (first in verbs or after in verbs) else None


def named_before(document: Document, names: Sequence[Mention], begin: int, end: int) -> Name | None:
    """`," said Ada Vale. "`, `Ada Vale added: "`: who is named beside the verb of saying in front of a quotation."""
    return beside_verb(document, names, begin) or _speaking_beside(document, names, begin, end, 1)


def says_before(document: Document, begin: int, end: int) -> bool:
    """Whether a verb of saying stands in front of a quotation."""
    words = document.text[begin:end].replace(",", " ").replace(".", " ").replace(":", " ").split()
    return not word_list(document.language, "claims_quoting").isdisjoint(words)


def speaking(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """Who says something in a sentence that counts nothing."""
    if document.traits.head_final:
        return _speaking_last(document, names, start, end)
    return _speaking_beside(document, names, start, end)


def _speaking_last(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """`대표는 "…"라고 말했다`: who acts before the quotation, else who acts first, where the last word is one of
    saying."""
    said = document.text[start:end].rstrip(" .").rsplit(" ", 1)[-1]
    if said not in word_list(document.language, "claims_quoting"):
        return None
    opened = min((at for sign in OPENING if (at := document.text.find(sign, start, end)) > start), default=-1)
    if opened > 0 and (name := acting_before(document, names, max(start, opened - NEAR), opened)):
        return name
    here = start
    for word in document.text[start : min(end, start + 2 * NEAR)].split(" "):
        here += len(word) + 1
        if word.endswith(glued(document.language, "topic")):
            return acting_before(document, names, start, here)
    return None


def _speaking_beside(document: Document, names: Sequence[Mention], start: int, end: int, least: int = 2) -> Name | None:
    """The capitalised words, at least so many, beside the last verb of quoting, or in front of a description between
    commas."""
    said, after = _last_verb(document, start, end)
    if said < 0:
        return None
    before = document.text[max(start, said - NEAR) : said]
    described = before.rsplit(",", 2)[0] if before.endswith(",") else ""
    name = _last_capitals(before, least) or _last_capitals(described, least)
    if name:
        at = document.text.rfind(name, start, said)
        return _called(document, names, at, at + len(name))
    if document.text[said + 1 : after].strip(" :,") in word_list(document.language, "claims_telling"):
        return None
    ahead = document.text[after : min(end, after + NEAR)]
    skipped = len(ahead) - len(ahead.lstrip("abcdefghijklmnopqrstuvwxyz -"))
    words = _capitals(ahead[skipped:])
    return _called(document, names, after + skipped, after + skipped + len(words)) if words.count(" ") else None


def _last_verb(document: Document, start: int, end: int) -> tuple[int, int]:
    """The space before the last verb of quoting in a stretch, and where the words behind it begin; -1 for none."""
    verbs, here = word_list(document.language, "claims_quoting"), end
    for word in reversed(document.text[start:end].split(" ")):
        here -= len(word)
        if word.rstrip(":,") in verbs and here > start:
            return here - 1, here + len(word) + 1
        here -= 1
    return -1, -1


def _last_capitals(text: str, least: int) -> str:
    """The capitalised words at the end of the line, at least so many."""
    kept: list[str] = []
    for word in reversed(text.rpartition("\n")[2].split(" ")):
        ends = word.endswith(".") and len(word) > LONGEST_SHORT and kept
        if ends or not word[:1].isupper() or not word.replace("-", "").replace(".", "").replace("'", "").isalpha():
            break
        kept.insert(0, word)
    return " ".join(kept) if len(kept) >= least else ""


def _capitals(text: str) -> str:
    """The capitalised words at the front, up to the first comma, full stop or line break."""
    kept: list[str] = []
    for word in text.partition("\n")[0].split(" "):
        if not word[:1].isupper():
            break
        kept.append(word.rstrip(",."))
        if word.endswith((",", ".")):
            break
    return " ".join(kept)


def _called(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """The name that ends there, else the words."""
    words = document.text[start:end]
    if (
        start < 0
        or not words
        or words.lower() in descriptions(document.language)
        or is_nobody(words, document.language)
    ):
        return None
    number = bisect_left(names, end, key=lambda m: m.end)
    whole = number < len(names) and names[number].end == end and names[number].start >= start
    return name_of(names[number]) if whole else Name(words, None, start, end)
