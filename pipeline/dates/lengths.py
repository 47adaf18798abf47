"""Lengths of time that the words put beside the publication: ``지난 3년간``, ``the next two weeks``, ``최근 두 달``.

In: the tokens of such a form, the text around them and the `Anchors`. Out: whether they are one, and the `Meaning`.
Judgements: the length is a quantity and the period a date, both. It ends the day before the publication or begins the
day after (``within two weeks`` with the day itself, and only of what is to come), is as long as the words say, and
names nothing that later dates count from; no as-of follows from it. Quarters are whole ones of the calendar. So many
or more (``최근 3년 이상``), the first time in so many (``3년 만에``) and ``the last two years of his life`` are no such
period, nor is what a sentence tells of as past (``Over the next two years it sold``); ``the following two years``
count from the date written just before. A vague one has no dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.dates import periods
from pipeline.dates.anchors import NEARBY, Anchors
from pipeline.dates.counts import LASTING
from pipeline.dates.hints import opens_past, points_forward
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.neighbours import NEAR, first_word, last_word
from pipeline.dates.numeric import full_year
from pipeline.dates.periods import DAY, Period
from pipeline.dates.resolve import Meaning, of_slots
from pipeline.dates.slots import OF_UNIT, finest_of
from pipeline.dates.tokens import Token

FORM = "length"
OPENERS, UNIT, UNITS, NUMBERS = "@G", "U", "µ", "Dn"
COUNTING, WORKING = "bad", "5"
NAMED, NEXT = "ymw", (1, "named")
CLAUSE = 80
LATE_YEARS = range(80, 100)
BACK, FORTH, WITHIN = ("past",), ("next", "future"), "within"


def is_length(text: str, tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether the words make a period of the length, counted from the publication."""
    opener, last = _opener(tokens), tokens[-1]
    if last.kind in COUNTING and not _from_now(last) or last.kind in NAMED and last.value != NEXT:
        return False
    surface = text[opener.start : opener.end].lower()
    if opener.value not in (*BACK, *FORTH, WITHIN):
        return False
    if last.kind == UNIT and last_word(text[: tokens[0].start].rstrip(" ")[-NEAR:]).lower() in words.spanning:
        return False
    if opener.value == WITHIN and tokens[1].kind == "u" and not _is_to_come(text, opener.start, last.end, words):
        return False
    if surface in words.homographs and opener is tokens[0] and not _is_prepared(text, opener.start, words):
        return False
    from_now = opener.value not in BACK and surface not in words.elsewhere
    if from_now and opens_past(text, tokens[0].start, last.end, words):
        return False
    if last.kind == LASTING:
        return text.startswith(words.lasting, last.end)
    return first_word(text, last.end).lower() not in words.belonging


def _from_now(last: Token) -> bool:
    """``within two weeks from now``, ``within two weeks of today``."""
    return last.value in ((0, "published"), (1, "published"))


def _opener(tokens: Sequence[Token]) -> Token:
    """The word that gives the direction: of ``within the last two years`` the second."""
    openers = [token for token in tokens if token.kind in OPENERS]
    return next((token for token in openers if token.value in BACK), openers[0])


def _is_to_come(text: str, start: int, end: int, words: Lexicon) -> bool:
    """``will open within two years``, but not ``would expect to hear within a week``."""
    said = text[max(0, start - CLAUSE) : start].lower().split()
    return words.perhaps.isdisjoint(said) and points_forward(text, start, end, words, strict=True)


def _is_prepared(text: str, start: int, words: Lexicon) -> bool:
    """``for last three years``, but not ``will last three years``."""
    previous = last_word(text[max(0, start - NEAR) : start].rstrip(" ")).lower()
    return not previous or previous in words.month_prepositions | words.spanning


def named_length(tokens: Sequence[Token], anchors: Anchors, told: bool) -> Meaning:
    """``the previous two years``: counted from the date written just before, from the publication if there is none;
    ``grew in the following two years`` from nothing that we know."""
    opener, named = _opener(tokens).value, anchors.here or anchors.stated
    if named is None:
        return length(tokens, anchors._replace(published=None) if told and opener in FORTH else anchors)
    day = named.start if opener in BACK else named.end
    near = anchors.here or tokens[0].start - anchors.place <= NEARBY
    meaning = length(tokens, anchors._replace(published=day if near else None))
    return meaning._replace(anchor="other") if meaning.period else meaning


def length(tokens: Sequence[Token], anchors: Anchors) -> Meaning:
    """So many units up to the publication, or from it on; ``지난 95년`` is a year, so many cannot be meant."""
    tokens = [token for token in tokens if token.kind not in COUNTING]
    amounts = _amounts(tokens)
    if any(token.kind == WORKING for token in tokens):
        amounts = [(count, periods.WORKDAY if unit == "day" else unit) for count, unit in amounts]
    if tokens[-1].kind == "u" and amounts == [(amounts[0][0], "year")] and amounts[0][0] in LATE_YEARS:
        return of_slots({"Y": full_year(amounts[0][0])}, anchors)
    finest = finest_of(amounts)
    if anchors.published is None or any(not isinstance(count, int) or not count for count, _ in amounts):
        return Meaning(None, finest, is_length=True)
    opener = _opener(tokens).value
    period = _whole if finest == "quarter" else _rolling
    found = period(anchors.published, amounts, opener in BACK)
    found = found._replace(start=anchors.published) if opener == WITHIN else found
    return Meaning(found, finest, "relative", "published", compared=True, is_length=True)


def _amounts(tokens: Sequence[Token]) -> list[tuple[int | None, str]]:
    """So many of each unit; in ``the three next weeks`` the number stands before the direction."""
    if tokens[-1].kind == UNITS:
        return [(next(token.value for token in tokens if token.kind in NUMBERS), tokens[-1].value)]
    if tokens[-1].kind in NAMED:
        return [(1, OF_UNIT[tokens[-1].kind])]
    amounts = [(1, token.value) if token.kind == UNIT else token.value for token in tokens if token.kind not in OPENERS]
    return [amount for amount in amounts if isinstance(amount, tuple)]


def _rolling(day: date, amounts: Sequence[tuple[int, str]], back: bool) -> Period:
    """To the day before the publication, or from the day after it."""
    far = day
    for count, unit in amounts:
        far = periods.moved(far, unit, -count if back else count)
    finest = finest_of(amounts)
    return Period(far, day - DAY, finest) if back else Period(day + DAY, far, finest)


def _whole(day: date, amounts: Sequence[tuple[int, str]], back: bool) -> Period:
    """The quarters that are over at the publication, or the coming ones."""
    count = sum(count for count, _ in amounts)
    near, far = (periods.next_to(day, "quarter", step if not back else -step) for step in (1, count))
    return Period(far.start, near.end, "quarter") if back else Period(near.start, far.end, "quarter")
