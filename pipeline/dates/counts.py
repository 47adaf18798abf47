"""Numbers in digits with the unit of time behind them: ``2024년``, ``7~9월``, ``'24``, ``3rd``, ``1990s``, ``5일간``.

In: a text, the place of the first digit and the `Lexicon`. Out: a `Token` or None. Judgements: which of a
unit's rows counts is decided by its bounds (``2024년`` is a year, ``3년`` an amount); two numbers with a joiner
between are a pair, ``8, 9일`` too if they follow one another; a number of days, weeks or quarters before a word
of duration (``5일간``) or of change (``10일로 단축``) is no date; a number with 여 behind it is vague.
"""

from __future__ import annotations

from pipeline.dates.boundaries import DIGITS, digits_end, runs_into, runs_on, script, skip
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.numeric import full_years
from pipeline.dates.tokens import Token

Rows = tuple[dict[str, str], ...]
SHORT_YEAR = 2
JOINERS = "~∼～–—-"
LISTS = ",·"
QUOTES = "'’‘"
QUOTATION = 20
VAGUE = "여"
LASTING = "#"
MOST_CENTURIES = 9
COUNTED = {"D": "day", "C": "century"}


def read_number(text: str, place: int, words: Lexicon) -> Token | None:
    quoted = text[place] in QUOTES
    end = digits_end(text, place + quoted)
    if end == place + quoted or end - place > (SHORT_YEAR + 1 if quoted else DIGITS):
        return None
    if quoted and _is_quotation(text, end):
        return None
    single = int(text[place + quoted : end])
    readings = ((*_perhaps_pair(text, single, end),), (single, end))
    for value, last in reversed(readings) if _is_of_four(text, end, words) else readings:
        after, kind, meant = with_unit(text, last, full_years(value) if quoted else value, words)
        listed = last > end and text[skip(text, end)] in LISTS
        bare = after == last
        falls = isinstance(value, tuple) and value[0] > value[1] and kind == "D"  # ``June 12 - 5 July``
        if kind and not (bare and (falls or listed or _is_decimal(text, last) or _is_counted(text, last, words))):
            return Token(place, after, kind, meant)
    return None


def _is_of_four(text: str, end: int, words: Lexicon) -> bool:
    """``3·4분기``, the third of four: a unit that opens with the mark of a list is no list."""
    lengths = words.unit_lengths.get(text[end : end + 1], ()) if text[end : end + 1] in tuple(LISTS) else ()
    return any(text[end : end + length] in words.units for length in lengths)


def _is_quotation(text: str, end: int) -> bool:
    """Whether the mark before the digits opens a quotation: ``'10년 이상의 형'``."""
    close = min((at for mark in QUOTES if (at := text.find(mark, end, end + QUOTATION)) >= 0), default=-1)
    return close >= 0 and not text[close + 1 : close + 2].isdecimal()


def _is_decimal(text: str, end: int) -> bool:
    """Whether the number goes on behind a point, a comma or a colon, or is a share."""
    after = text[end : end + 2]
    return after[:1] in ("%", "$") or len(after) == 2 and after[0] in ".,:/" and after[1].isdecimal()


def _is_counted(text: str, end: int, words: Lexicon) -> bool:
    """Whether a Korean word that is no particle follows the number at once: ``2016명``."""
    return script(text[end : end + 1] or " ") == "Hangul" and not text.startswith(words.particles, end)


def _perhaps_pair(text: str, first: int, end: int) -> tuple[object, int]:
    """A number, or the pair it opens: ``7~9``, ``8, 9``, ``2021~23``."""
    place = skip(text, end)
    if place >= len(text) or text[place] not in JOINERS + LISTS:
        return first, end
    start = skip(text, place + 1)
    start += start < len(text) and text[start] in QUOTES
    after = digits_end(text, start)
    if after == start:
        return first, end
    second = int(text[start:after])
    if first > 99 > second:
        second += first // 100 * 100
        if second <= first:
            return first, end
    if text[place] in LISTS and second != first + 1:
        return first, end
    return (first, second), after


def with_unit(text: str, end: int, value: object, words: Lexicon) -> tuple[int, str, object]:
    """Where a number with its unit ends, its kind and its value; an empty kind if it means nothing."""
    vague = text.startswith(VAGUE, end)
    place = skip(text, end + vague)
    for length in words.unit_lengths.get(text[place : place + 1], ()):
        rows = words.units.get(text[place : place + length], ())
        kind, meant = _kind(value, rows, vague)
        if kind and place + length <= len(text) and not runs_into(text, place + length):
            if lasts(text, place + length, kind, words) and not _is_named_century(kind, meant):
                kind, meant = _lasting(kind, meant)
            return place + length, kind, meant
    kind, meant = _kind(value, words.units.get("", ()), vague)
    return end, kind, meant


def _lasting(kind: str, meant: object) -> tuple[str, object]:
    """A number with a word of duration behind: so many days, centuries or other units; of quarters none."""
    if kind in COUNTED:
        return LASTING, (meant if isinstance(meant, int) else None, COUNTED[kind])
    return (LASTING, meant) if kind == "u" else ("x", meant)


def _is_named_century(kind: str, meant: object) -> bool:
    """``19세기 동안``, which is not so many centuries."""
    return kind == "C" and not (isinstance(meant, int) and meant <= MOST_CENTURIES)


def lasts(text: str, end: int, kind: str, words: Lexicon) -> bool:
    """Whether a word of duration follows: ``5일간``, ``3년 만에``, ``2분기 연속``, ``14일에서 10일로 단축``."""
    cues = words.streaks if kind == "Q" else words.durations if kind in "DuC" else ()
    if not cues:
        return False
    if text.startswith(cues, end):
        ends = (end + len(cue) for cue in cues if text.startswith(cue, end))
        return not text.startswith(words.vague, end) and not all(runs_on(text, cue_end, words) for cue_end in ends)
    return kind == "D" and (text.startswith(words.changed, end) or _changes(text, end, words))


def _changes(text: str, end: int, words: Lexicon) -> bool:
    """Whether a joiner and days that something is changed to follow: ``에서 10일로 단축``."""
    joiner = next((joiner for joiner in words.joining if text.startswith(joiner, end)), "")
    start = skip(text, end + len(joiner))
    after = digits_end(text, start) if joiner else start
    unit = text[after : after + 1]
    return after > start and unit in words.units and text.startswith(words.changed, after + 1)


def _kind(value: object, rows: Rows, vague: bool) -> tuple[str, object]:
    """What a number with a unit is: the calendar's, an amount, or nothing we read."""
    first, last = value if isinstance(value, tuple) else (value, value)
    for row in rows:
        round_enough = row["kind"] != "E" or first % 10 == 0
        if not vague and round_enough and int(row["low"]) <= first and last <= int(row["high"]):
            return (row["kind"], (value, row["unit"])) if row["kind"] == "u" else (row["kind"], value)
    for row in rows:
        if row["unit"]:
            return "u", (None if vague or first != last else first, row["unit"])
    return "", None
