"""The trading day that a text tells of, for what is traded on it.

In: the readings of a document, in reading order, and its dates. Out: the same, with that day for prices, rates and
indexes that state no time. Judgements: the day is that of the first sentence near the top which says how a market
moved and on what day, or of the first price that has one, not long before the publication; a report of several prices
is of the first such day that it names anywhere, unless its lead names one that cannot be meant; where none is told,
none is guessed; a number whose sentence names another date is of that one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import lru_cache

from pipeline.claims.claim import Reading
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.items import inside
from pipeline.claims.names.words import role_list, word_list
from pipeline.claims.times.governing import DAILY
from pipeline.mentions import Date, Quantity, Sentence

# Far enough for a lead behind a headline and a dateline.
LEAD = 700
NEAR = 20
# Prices that make a report of markets, and days that may lie between a session and its report.
SEVERAL = 4
LONGEST_SINCE = timedelta(days=4)
LIST, MARKET, MOVE, TRADED = "claims_traded", "market", "move", "traded"
TIME, SHARE = "duration", "stock_price"
KINDS = ("money", "percent", "percentage_point", "index", "other")
LOOSE = ("price", "interest_rate", "exchange_rate", "other")
FLOWS = ("trade_volume",)
PRICED = frozenset((*DAILY, *LOOSE))
QUOTED = ("index_level", "stock_price", "trade_volume")
SENTENCES_KEPT = 16
MARKS = str.maketrans(dict.fromkeys(".,;:()[]\"'“”’‘-–—/", " "))


def in_session(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    sentences: Sequence[Sentence],
    dates: Sequence[Date],
    dated: Collection[int],
) -> list[Reading]:
    """The readings, what is traded on the day of the session; `dated` are the positions of those whose sentence names
    a date of its own."""
    done = list(readings)
    priced = role_list(document.language, LIST, MARKET) and any(r.claim.metric in PRICED for r in readings)
    day = _day(document, readings, sentences, dates) if priced else None
    if day is None:
        return done
    stated = {r.claim.quote_start for r in readings if r.claim.as_of_basis == "stated"}
    for number, reading in enumerate(readings):
        claim = reading.claim
        anothers = number in dated and (claim.quote_start in stated or not is_only_day(dates, claim, day))
        if anothers or claim.as_of_basis == "stated" or claim.modality != "reported":
            continue
        if _has_price(document, claim, quantities[number]):
            claim = claim._replace(as_of_start=day, as_of_end=day, as_of_basis="stated")
            done[number] = reading._replace(claim=claim)
    return done


def _has_price(document: Document, claim: Claim, number: Quantity) -> bool:
    """Whether a number is a price of one day; in a language that marks no names an index or a currency, which may be
    counted (`850대`), or what its sentence tells the trading of, unlike the price of an offer."""
    if not document.traits.capitals and is_quoted(claim):
        moves = claim.metric != SHARE or _speaks_of(document, claim.quote_start, claim.quote_end, MOVE)
        return moves and number.kind != TIME
    return number.kind in KINDS and is_traded(document, claim)


def is_only_day(dates: Sequence[Date], claim: Claim, day: date) -> bool:
    """Whether the day is the only time that a sentence names (`stocks fell Friday, with the index down 5 points`)."""
    named = [dates[n] for n in inside(dates, claim.quote_start, claim.quote_end)]
    return bool(named) and all(d.date_start == d.date_end == day for d in named)


def _speaks_of(document: Document, start: int, end: int, role: str) -> bool:
    """Whether a sentence has a word with a role in the list; where particles are glued on, with any behind it."""
    words = role_list(document.language, LIST, role)
    if document.traits.glued:
        return any(document.text.find(word, start, end) >= 0 for word in words)
    return not words.isdisjoint(_said(document, start, end))


@lru_cache(maxsize=SENTENCES_KEPT)
def _said(document: Document, start: int, end: int) -> frozenset[str]:
    """The words of a sentence, kept for its other claims: one without end may hold many."""
    return frozenset(document.text[start:end].lower().translate(MARKS).split())


def _is_said(document: Document, day: Date) -> bool:
    """`said on Wednesday`: when somebody said so."""
    before = document.text[max(0, day.start - NEAR) : day.start].split()[-2:]
    return bool(set(before) & word_list(document.language, "claims_quoting"))


def is_of_session(claim: Claim) -> bool:
    """Whether a number is a price or a trade of one day on an exchange, which everybody sees."""
    return claim.metric in QUOTED and claim.as_of_start is not None and claim.as_of_start == claim.as_of_end


def is_quoted(claim: Claim) -> bool:
    """Whether the metric of a claim has a new price every day."""
    return claim.metric in DAILY and claim.metric not in FLOWS


def is_traded(document: Document, claim: Claim) -> bool:
    """Whether a number is a price on a market: by its metric, or by what its sentence tells of."""
    if not role_list(document.language, LIST, TRADED):
        return False
    if claim.metric in DAILY:
        return is_quoted(claim)
    return claim.metric in LOOSE and _speaks_of(document, claim.quote_start, claim.quote_end, TRADED)


def _day(
    document: Document, readings: Sequence[Reading], sentences: Sequence[Sentence], dates: Sequence[Date]
) -> date | None:
    """The trading day of the text: the first that its prices or its lead tell, else, of a text of several prices, the
    first that it names at all."""
    told = (r.claim for r in readings if r.claim.metric in DAILY and r.claim.metric not in FLOWS)
    days = [(c.quote_start, c.as_of_start) for c in told if c.as_of_start and c.as_of_start == c.as_of_end]
    for sentence in sentences:
        if sentence.start > LEAD:
            break
        if all(_speaks_of(document, sentence.start, sentence.end, role) for role in (MARKET, MOVE)):
            near = (dates[n] for n in inside(dates, sentence.start, sentence.end) if not _is_said(document, dates[n]))
            days += [(sentence.start, d.date_start) for d in near if d.granularity == "day" and d.date_start][:1]
    led = any(place < LEAD for place, _ in days)
    days = [found for found in days if is_recent(document, found[1])]
    if not days and not led and sum(r.claim.metric in DAILY for r in readings) >= SEVERAL:
        days = [(d.start, d.date_start) for d in dates if d.granularity == "day" and is_recent(document, d.date_start)]
    return min(days, key=lambda found: found[0], default=(0, None))[1]


def is_recent(document: Document, day: date | None) -> bool:
    """Whether a day can be the last one of trading before the publication; the day of an old record cannot."""
    published = document.published_on
    return day is not None and (published is None or timedelta(0) <= published - day <= LONGEST_SINCE)
