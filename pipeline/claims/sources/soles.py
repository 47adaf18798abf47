"""The main source of a text, for what it reports without naming one.

In: the readings of a document, in reading order. Out: the same with that source. Judgements:
- A text goes on reporting what its main source says: a company of itself where much of the text is known to be its
  word, else its measures and what it did; whoever publishes figures (an office, a survey, a price service, or who is
  cited for what others do) everything that is no single company's act. Somebody else who speaks ends that to the end
  of the paragraph.
- A count or a length of time is the source's only where words say what it measures (`조업일수는 16.5일`) or it is
  itself what is told (`시설 피해는 8052곳`, but not `17개 업종`); how long something has gone on (`3개월 연속 늘었다`)
  is told by whoever counts it; an age is nobody's.
- What is traded on one day is nobody's word beyond the sentence that cites somebody for it, but the exchange's; in a
  language that marks names a report of markets has no main source.
- What is expected, and what is told of another company, is somebody else's word; what the source plans itself is its
  own from the sentence that names it on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from pipeline.claims.claim import Reading, spoken
from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Document
from pipeline.claims.names.naming import same
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.mains import main_source
from pipeline.claims.sources.reporters import is_company, is_part
from pipeline.claims.sources.reports import is_cited, is_institution
from pipeline.claims.times.sessions import KINDS, is_of_session, is_traded
from pipeline.mentions import Quantity

TIME, AGE, COUNT = "duration", "age", "count"
# Room for a word that makes a length of time approximate, and one for what lasted so long.
NEAR = 8
# Of how many numbers one is told of somebody who tells of itself.
OWN = 6
# How many numbers somebody tells for whom a whole text speaks; where names are marked, of how many numbers one.
MUCH, HALF = 5, 2
# Of how many numbers a report of markets has one price, which is everybody's.
MARKET = 4
PRICES = ("stock_price", "exchange_rate")
COUNTED = ("period", "cumulative")
REPORTED, PLANNED = "reported", "planned"
COMPANY, CURRENCY, NO_METRIC = "company", "exchange_rate", "other"
# What only a whole company has, no part of one.
WHOLE = ("net_income", "market_cap")
# How big a company is.
SIZES = ("employees", "market_cap", "valuation")
# What a company does for itself, which no office counts.
ACTS = ("investment", "acquisition_price", "contract_value", "funding_raised", "capital_expenditure", "fee", "hires")


class _Whole(NamedTuple):
    """What is known of a text as a whole: its main source, the measures that anybody is said to tell, the words for
    companies that no table knows, whether the source is an exchange, and whether it is said to tell much."""

    main: Name
    told: frozenset[str]
    firms: frozenset[str]
    trades: bool
    tells: bool


def from_only_source(
    document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity], releasing: Sequence[Name]
) -> tuple[list[Reading], Name | None]:
    """The readings, those without a source with the only or main one of the text, and that one; `releasing` are those
    who bring out figures in a sentence that counts nothing."""
    if not word_list(document.language, "claims_sole_sources"):
        return list(readings), None
    main, others = main_source(document, readings, releasing)
    traded = [_is_traded(document, r, number) for r, number in zip(readings, quantities, strict=True)]
    if main is None or MARKET * sum(traded) >= len(readings) or _is_of_markets(document, readings, main):
        return list(readings), None
    free = _not_elsewhere(document, readings, others)
    whole = _whole(document, readings, main, others)
    its = _is_its if _speaks_of_itself(document, readings, main) else _is_counted
    done = [
        spoken(document, r, main)
        if _is_beside(r, main) or place and not price and _is_real(r, whole) and its(document, r, whole, number)
        else r
        for r, place, price, number in zip(readings, free, traded, quantities, strict=True)
    ]
    return done, main


def _whole(document: Document, readings: Sequence[Reading], main: Name, others: Collection[int]) -> _Whole:
    """What is known of a text with a main source."""
    said = sum(r.claim.attribution is not None and n not in others for n, r in enumerate(readings))
    return _Whole(
        main,
        frozenset(r.claim.metric for r in readings if r.claim.attribution is not None),
        frozenset(r.subject.words_in(document.text) for r in readings if _is_firm(r)),
        main.words_in(document.text).endswith(word_ends(document.language, "claims_exchanges")),
        said >= MUCH and (not document.traits.capitals or HALF * said >= len(readings)),
    )


def _is_of_markets(document: Document, readings: Sequence[Reading], main: Name) -> bool:
    """Whether much of what a text tells is new every day and nobody's word, more than anybody says anything, so that an
    office only appears in it; not where an exchange tells it."""
    if main.words_in(document.text).endswith(word_ends(document.language, "claims_exchanges")):
        return False
    quoted = sum(r.claim.metric in PRICES and r.claim.attribution is None for r in readings)
    said = sum(r.claim.attribution is not None for r in readings)
    return MARKET * quoted >= len(readings) and quoted > HALF * said


def _is_traded(document: Document, reading: Reading, number: Quantity) -> bool:
    """Whether a number is a price on a market, unlike a count of those who work there."""
    return number.kind in KINDS and is_traded(document, reading.claim)


def _not_elsewhere(document: Document, readings: Sequence[Reading], others: Collection[int]) -> list[bool]:
    """For each reading whether it does not go on, in its paragraph, with what somebody else has said."""
    free, ends = [], 0
    for number, reading in enumerate(readings):
        if number in others:
            line = document.text.find("\n", reading.claim.quote_end)
            ends = line if line >= 0 else len(document.text)
        elif reading.claim.attribution is not None:
            ends = 0
        free.append(reading.claim.quote_start >= ends)
    return free


def _is_beside(reading: Reading, main: Name) -> bool:
    """Whether a number stands in the sentence that names the source."""
    return reading.claim.quote_start <= main.start < reading.claim.quote_end


def _is_real(reading: Reading, whole: _Whole) -> bool:
    """Whether a number is told as it is, or planned by the source itself; what is traded only of an exchange, which
    deals in no currency."""
    claim, main = reading.claim, whole.main
    own = claim.modality == PLANNED and (reading.subject is None or same(reading.subject, main))
    real = claim.modality == REPORTED or own and claim.quote_end > main.start
    return real and (claim.metric != CURRENCY if whole.trades else not is_of_session(claim))


def _is_counted(document: Document, reading: Reading, whole: _Whole, number: Quantity) -> bool:
    """Whether a number can come from who publishes figures: all but what a company does for itself."""
    about = reading.subject
    if reading.claim.metric in ACTS and about is not None and _is_firms(document, about):
        return same(about, whole.main) and _is_figure(reading, number)
    return _is_figure(reading, number) or number.kind == TIME and _is_lasting(document, number)


def _is_figure(reading: Reading, number: Quantity) -> bool:
    """Whether a number is somebody's figure: what words measure, and what is itself told."""
    if number.kind in (TIME, COUNT):
        return _is_named(reading) or reading.figure
    return number.kind != AGE


def _is_lasting(document: Document, number: Quantity) -> bool:
    """`3개월 연속`, `3년여 만에`: whether a length of time is how long something has gone on."""
    lasting = word_ends(document.language, "claims_lasting")
    after = document.text[number.end : number.end + NEAR].split()[:2]
    return any(word.startswith(lasting) or word[1:].startswith(lasting) for word in after)


def _is_its(document: Document, reading: Reading, whole: _Whole, number: Quantity) -> bool:
    """Whether a number can be the word of the company that a text is about: not what is told of another company, nor
    how big another is where nobody tells such sizes; of one that is said to tell little, only what it did in a time
    and the measures that it tells."""
    about, metric = reading.subject, reading.claim.metric
    if about is not None and not same(about, whole.main) and not is_part(document, about, whole.main):
        if _is_firms(document, about) or about.words_in(document.text) in whole.firms:
            return False
        if metric in SIZES and metric not in whole.told:
            return False
    if not whole.tells and metrics()[metric].time not in COUNTED and metric not in whole.told:
        return False
    return _is_figure(reading, number)


def _is_firm(reading: Reading) -> bool:
    """Whether a claim shows its subject, no known name, to be a company of its own."""
    return reading.claim.metric in WHOLE and reading.subject is not None and reading.subject.entity is None


def _is_named(reading: Reading) -> bool:
    """Whether words say what a number measures."""
    return any(role.role == "metric" for role in reading.roles)


def _is_firms(document: Document, name: Name) -> bool:
    """Whether a name is a company's, as far as its language marks names."""
    return is_company(document, name) if document.traits.capitals else is_of_company(document, name)


def is_of_company(document: Document, name: Name) -> bool:
    """Whether a name is a company's by the table, or by how it ends (`나래화학`)."""
    if name.entity is not None:
        return name.entity.type == COMPANY
    return name.words_in(document.text).endswith(word_ends(document.language, "claims_company_endings"))


def _speaks_of_itself(document: Document, readings: Sequence[Reading], name: Name) -> bool:
    """Whether a source tells its own figures as a company does; one that is cited for what others do does not
    (`오피넷에 따르면`, `시장조사업체 SNE리서치에 따르면`), whomever it asked for that."""
    if is_institution(document, name):
        return False
    told = sum(r.subject is not None and same(r.subject, name) and r.claim.metric != NO_METRIC for r in readings)
    own = told > 0 and OWN * told >= len(readings)
    if name.entity is not None:
        return name.entity.type == COMPANY and (own or not is_cited(document, name))
    return own or not is_cited(document, name)
