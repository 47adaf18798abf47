"""What the words at the sides of a date say of it: ``올해 들어``, ``2분기보다``, ``so far this year``.

In: a text, the span of a date, the kinds of its tokens and the `Lexicon`. Out: `Beside`. Judgements: what something
is compared with (``3분기보다``, ``than in May``, ``2019년 이후 최대``) names nothing that later dates count from; with
들어 behind it or ``so far`` at either side a period lasts up to the publication; ``이날``, a day with its month
and a holiday in a sentence that tells of the past are no days to come. A bracket between a date and its particle is
passed over. A half or quarter of a fiscal year has no dates, because the year has none.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.dates.hints import looks_back, points_forward, tells
from pipeline.dates.lexicon import Lexicon

NEAR = 20
BRACKET = 30
BARE = frozenset("MDoOWQHSPtcfivAIBzUJuab&½%y")
NAMED_DAY = frozenset("dz«")
YEARLESS = frozenset("MDoOtcfzABPN")
DATED = frozenset("MANB")
PARTS, OF_YEAR, QUARTERS = frozenset("tOoUQH"), frozenset("tOoUQHfG"), frozenset("QHU")
OF, OWNED = "of", 6
SAME, CLAUSE = frozenset("ts"), 80
YEARS, ERA = frozenset("YCU"), 16


class Beside(NamedTuple):
    """`coming`: a date without a year lies ahead; `compared`: it is what something is compared with;
    `running`: it lasts up to the publication; `told`: its sentence tells of the past; `elsewhere`: it counts from
    what the text has named; `owned`: it is a part of a year that somebody counts his own way, or before our era;
    `repeated`: it is the period named before and compared with nothing."""

    coming: bool = False
    compared: bool = False
    running: bool = False
    told: bool = False
    elsewhere: bool = False
    owned: bool = False
    repeated: bool = False


def beside(text: str, start: int, end: int, kinds: frozenset[str], words: Lexicon) -> Beside:
    """What stands at the sides of ``text[start:end]``."""
    before = text[max(0, start - NEAR) : start].rstrip(" ").lower() if words.against else ""
    elsewhere = "u" in kinds and not words.elsewhere.isdisjoint(text[start:end].lower().split()[:2])
    measured = "b" in kinds and _ends_with(before, words.measured)
    return Beside(
        _lies_ahead(text, start, end, kinds, words),
        measured or is_compared(text, end, words) or _ends_with(before, words.against),
        text.startswith(words.running, end) or _ends_with(before, words.so_far),
        elsewhere and looks_back(text, start, end, words) or _is_told(text, start, end, kinds, words),
        elsewhere,
        kinds <= PARTS and _is_owned(text, end, words) or bool(kinds & YEARS) and _is_ancient(text, start, end, words),
        kinds <= SAME and _is_repeated(text, start, words),
    )


def _is_part(kinds: frozenset[str]) -> bool:
    """A quarter or half without its year, or one of ``the year``."""
    return kinds <= (OF_YEAR if "f" in kinds else PARTS) and bool(kinds & QUARTERS)


def _is_repeated(text: str, start: int, words: Lexicon) -> bool:
    """``costs fell in the same period``, but not ``up from 3 percent in the same period``."""
    said = text[max(0, start - CLAUSE) : start].rpartition(". ")[2].lower().replace(",", " ").split()
    return not any(cue in said for cue in (*words.against, *words.measured))


def _is_owned(text: str, end: int, words: Lexicon) -> bool:
    """``the first half of its fiscal year``."""
    after = text[end : end + BRACKET].lower().split()
    return after[:1] == [OF] and not words.own_years.isdisjoint(after[1:OWNED])


def _is_ancient(text: str, start: int, end: int, words: Lexicon) -> bool:
    """``기원전 8세기``, ``in 1200 BC``: counted backwards, which no calendar of ours does; not ``in 1987 BC Gas``."""
    if _ends_with(text[max(0, start - ERA) : start].rstrip(" ").lower(), words.eras):
        return True
    after = text[end : end + ERA].lstrip(" ")
    era = next((word for word in words.eras if after.lower().startswith(word)), "")
    rest = after[len(era) :]
    named = not era.endswith(".") and rest.lstrip(" ")[:1].isupper()
    return bool(era) and not rest[:1].isalnum() and not named


def is_compared(text: str, end: int, words: Lexicon) -> bool:
    """Whether a word of comparison follows, at once or behind a bracket."""
    if not words.comparing:
        return False
    if text[end : end + 1] == "(":
        closed = text.find(")", end, end + BRACKET)
        end = closed + 1 if closed > 0 else end
    return text.startswith(words.comparing, end)


def _ends_with(before: str, cues: tuple[str, ...]) -> bool:
    if not before.endswith(cues):
        return False
    return any(not before[: -len(cue)][-1:].isalnum() for cue in cues if before.endswith(cue))


def _lies_ahead(text: str, start: int, end: int, kinds: frozenset[str], words: Lexicon) -> bool:
    """Whether the words around a date without a year point forward."""
    return kinds <= BARE and points_forward(text, start, end, words, "W" in kinds)


def _is_told(text: str, start: int, end: int, kinds: frozenset[str], words: Lexicon) -> bool:
    """Whether ``이날``, ``사흘 뒤``, a day with its month, a quarter or a holiday stands where the past is told."""
    if kinds <= NAMED_DAY:
        return tells(text, start, end, words)
    counted = "b" in kinds or kinds <= YEARLESS and kinds & DATED or _is_part(kinds)
    return bool(counted) and looks_back(text, start, end, words)
