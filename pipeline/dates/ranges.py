"""Two dates that belong together: ``3월 1일~5일``, ``from May to October 2020``, ``two days after Dec. 3``.

In: the phrases of a text in reading order. Out: the same, with those joined that make one date; what is a
date only beside another (``17th``, ``may``) is dropped where it stands alone. What joins are the rows of the
table ``date_joiners``: a range is one date, in a list each is one, the later ones after the first; so long from a date
on is one period, if the date is as sharp as its length (``2018년부터 3개월간`` is not). A joiner may ask for a word
behind (``~과 ~ 사이``) or in front (``between``) to count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.dates.alone import ends_phrase
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.offsets import (
    BESIDE,
    OFFSET,
    OPENING,
    counted_from,
    day_beside,
    goes_on,
    is_weekday,
    lasts,
    leads_to,
    on_weekday,
)
from pipeline.dates.phrase import Phrase
from pipeline.dates.slots import fineness, finest_of, granularity_of, slots_of

WIDEST = 12
LASTING = "lasting"
FROM = (1, "coming")
ANYWHERE = "*"
APART = ("list", "same")
HYPHENS = ("-", "–")
NUMBERS = "DoO"
LENDING = {"calendar": "M", "ordinal": "U"}
DAYS = frozenset("DoN")
YEARS, AMOUNTS = frozenset("Yyj"), frozenset("u#")
BEGINNINGS = ("calendar", "numeric", "nth", "ordinal")


def joined_phrases(text: str, phrases: Iterable[Phrase], words: Lexicon) -> Iterator[Phrase]:
    """The phrases of a text, those that belong together joined."""
    waiting: Phrase | None = None
    for phrase in phrases:
        waiting = _lent(text, waiting, phrase, words) if waiting else None
        together = _together(text, waiting, phrase, words) if waiting else None
        if together is None:
            if waiting and not waiting.loose:
                yield waiting
            waiting = phrase
        elif together.link in APART:
            yield waiting
            waiting = together
        elif together.link == OFFSET:
            waiting = together
        else:
            yield together
            waiting = None
    if waiting and not waiting.loose:
        yield waiting


def _lent(text: str, first: Phrase, last: Phrase, words: Lexicon) -> Phrase:
    """The first phrase, with its month or unit if that stands behind the last: ``18 and 19 June``."""
    if not first.loose or last.form not in LENDING or last.start - first.end > WIDEST:
        return first
    between = text[first.end : last.start].strip(" ").lower()
    if not any(row["link"] == "list" for row in words.joiners.get(between, ())):
        return first
    said = [token for token in first.tokens if token.kind in NUMBERS]
    place = next((at for at, token in enumerate(last.tokens) if token.kind in NUMBERS), None)
    rest = last.tokens[place + 1 :] if place is not None else ()
    lent = any(token.kind == LENDING[last.form] for token in rest)
    if len(said) != 1 or not lent or said[0].value >= last.tokens[place].value:
        return first
    return first._replace(form=last.form, tokens=(*said, *rest), loose=False, sides=last.sides)


def _together(text: str, first: Phrase, last: Phrase, words: Lexicon) -> Phrase | None:
    """The second phrase joined to the first, or None."""
    if last.start - first.end > WIDEST:
        return None
    between = text[first.end : last.start].strip(" ").lower()
    if first.link == OFFSET:
        return on_weekday(first, last, between, words)
    if first.form == LASTING:
        return _over_time(first, last, first.start) if not between else None
    if first.form == BESIDE:
        return day_beside(first, last) if not between else None
    if first.form == OFFSET:
        ahead = first.sides.coming or first.tokens[-1].value == FROM
        coming = last.sides._replace(coming=ahead or last.sides.coming)
        joined = first._replace(end=last.end, loose=False, link=OFFSET, other=last._replace(sides=coming))
        is_one = not any(isinstance(token.value, tuple) and token.kind in NUMBERS for token in last.tokens)
        if lasts(text, first, words) and not between and not leads_to(text, first, last, words):
            return _over_time(first, last, first.start)
        counts = not between and not last.loose and is_one and not goes_on(text, first, last, words)
        return joined if counts else None
    if between not in words.joiners or last.form == OFFSET or _uneven(text, first, last, words):
        return None
    if between in HYPHENS and _is_fraction(first) and _is_fraction(last) and not _is_prepared(text, first, words):
        return None
    joined = (_by(row, text, first, last) for row in words.joiners.get(between, ()))
    return next((phrase for phrase in joined if phrase), None)


def _is_prepared(text: str, first: Phrase, words: Lexicon) -> bool:
    """Whether a preposition stands in front: ``from 10/1-11/7``, but not ``1/2-3/4 cups``."""
    before = text[max(0, first.start - OPENING) : first.start].split()
    return bool(before) and before[-1].lower() in words.prepositions


def _are_days(text: str, first: Phrase, last: Phrase, words: Lexicon) -> bool:
    """``will be away from 2nd to 7th``, but not ``will finish between 2nd and 7th``, ``is out from 2nd to 7th place``:
    days of no month."""
    *_, stay, opening = ("", "", *text[max(0, first.start - WIDEST * 2) : first.start].lower().split())
    ordinals = all(one.tokens[-1].kind == "o" for one in (first, last))
    stays = stay in words.stays and opening in words.prepositions
    return ordinals and stays and ends_phrase(text, last.end, words)


def _uneven(text: str, first: Phrase, last: Phrase, words: Lexicon) -> bool:
    """Whether a bare number would be joined to something other than a day."""
    if _is_fraction(first) != _is_fraction(last):
        return not _is_dated(last)
    if is_weekday(first) != is_weekday(last) and _has_no_day(first, last):
        return True
    loose = [one for one in (first, last) if one.form in ("loose", "nth_day") and one.loose]
    if len(loose) == 2:
        return not _are_days(text, first, last, words)
    return bool(loose) and not (_names_day(first) and _names_day(last))


def _names_day(phrase: Phrase) -> bool:
    kinds = {token.kind for token in phrase.tokens}
    return bool(kinds & DAYS) or "O" in kinds and not kinds & {"U", "W"}


def _is_fraction(phrase: Phrase) -> bool:
    """``1/8``, which is a month and a day only beside another one."""
    return phrase.loose and phrase.tokens[0].kind == "N"


def _is_dated(phrase: Phrase) -> bool:
    """A date in digits with its year."""
    return phrase.tokens[0].kind == "N" and not phrase.loose


def _has_no_day(first: Phrase, last: Phrase) -> bool:
    return any(not {token.kind for token in one.tokens} & (DAYS | {"W", "d", "O"}) for one in (first, last))


def _by(row: dict[str, str], text: str, first: Phrase, last: Phrase) -> Phrase | None:
    """Two phrases as one joiner has them."""
    behind = text[last.end : last.end + OPENING].lstrip().partition(",")[0]
    if row["closing"][:1] == ANYWHERE and row["closing"][1:] not in behind:
        return None
    if row["closing"][:1] != ANYWHERE and not behind.startswith(row["closing"]):
        return None
    if LASTING in (row["link"], last.form):
        return _over_time(last, first, first.start) if row["link"] == last.form else None
    if row["link"] == OFFSET:
        return counted_from(first, last, behind.startswith(row["opening"]))
    if row["link"] == "years" and not (first.tokens[0].kind in YEARS and last.tokens[0].kind in YEARS):
        return None
    if row["link"] in APART:
        belongs = _listed(first, last) if row["link"] == "list" else _repeated(first, last)
        return last._replace(loose=False, link=row["link"]) if belongs else None
    start = _opened(text, first.start, row["opening"])
    if start is None:
        return None
    sides = first.sides._replace(compared=last.sides.compared)
    return first._replace(start=start, end=last.end, loose=False, link="range", other=last, sides=sides)


def _over_time(span: Phrase, begin: Phrase, start: int) -> Phrase | None:
    """``2018년부터 5년간``, ``two weeks starting May 20``: a period of that length, if its beginning is as sharp."""
    amounts = [token.value for token in span.tokens if isinstance(token.value, tuple) and token.kind in AMOUNTS]
    kinds = {token.kind for token in begin.tokens}
    counted = amounts and all(isinstance(count, int) for count, _ in amounts)
    if begin.loose or begin.form not in BEGINNINGS or not counted:
        return None
    if fineness(finest_of(amounts)) > fineness(granularity_of(slots_of(begin.tokens))) or "u" in kinds:
        return None
    return begin._replace(start=start, end=max(span.end, begin.end), loose=False, link=LASTING, other=span)


def _listed(first: Phrase, last: Phrase) -> bool:
    """Whether the later one of a list says so little that it hangs on the first: ``오는 15일과 19일``."""
    return len(last.tokens) == 1 and last.tokens[0].kind in "DMWQ" and not first.loose and first.form == "calendar"


def _repeated(first: Phrase, last: Phrase) -> bool:
    """Whether the later one may be the day's number of the first: ``전날(1일)``."""
    return [token.kind for token in last.tokens] == ["D"] and not first.loose and first.tokens[-1].kind != "D"


def _opened(text: str, start: int, opening: str) -> int | None:
    """Where the opening word stands in front; the place itself if none is asked for."""
    if not opening:
        return start
    before = text[max(0, start - OPENING) : start]
    kept = before.rstrip()
    if not kept.lower().endswith(opening) or kept[: -len(opening)][-1:].isalnum():
        return None
    return start - len(before) + len(kept) - len(opening)
