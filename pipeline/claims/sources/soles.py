"""The main source of a text, for what it reports without naming one.

In: the readings of a document, in reading order. Out: the same with that source. Judgements:
- A text goes on reporting what its main source says: a company its own figures, whoever publishes figures (an office,
  a survey, a price service, or who is cited for what others do) everything that is no single company's act. Somebody
  else who speaks ends that to the end of the paragraph. In a language that marks names, a company of which most of a
  text is known to be the word stands behind all of it that is told of nobody else.
- A length of time is the source's only where words say what it measures (`조업일수는 16.5일`), a count also where it is
  itself what is told (`시설 피해는 8052곳`, but not `17개 업종`); an age is nobody's.
- What is traded on one day is nobody's word beyond the sentence that cites somebody for it, and a report of markets
  has no main source.
- What is expected, and what is told of another company, is somebody else's word; what the source plans itself is its
  own from the sentence that names it on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from operator import or_

from pipeline.claims.claim import Reading, spoken
from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Document
from pipeline.claims.names.naming import same, word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.mains import main_source
from pipeline.claims.sources.reporters import is_company, is_part, words_of
from pipeline.claims.sources.reports import is_cited, is_institution
from pipeline.claims.times.sessions import KINDS, is_of_session, is_traded
from pipeline.mentions import Quantity

TIME, AGE, COUNT = "duration", "age", "count"
REPORTED, PLANNED = "reported", "planned"
COMPANY = "company"
# Of how many numbers a company states one, and how many, for the text to be its own as a whole.
WHOLE, SEVERAL = 2, 5
# Of how many numbers a report of markets has one price, which is everybody's.
MARKET = 4
COUNTED = ("period", "cumulative")
# What a company does for itself, which no office counts.
ACTS = ("investment", "acquisition_price", "contract_value", "funding_raised", "capital_expenditure", "fee", "hires")


def from_only_source(
    document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity], releasing: Sequence[Name]
) -> list[Reading]:
    """The readings, those without a source with the only or main one of the text; `releasing` are those who bring out
    figures in a sentence that counts nothing."""
    if not word_list(document.language, "claims_sole_sources"):
        return list(readings)
    main, others = main_source(document, readings, releasing)
    if main is None or MARKET * sum(_is_traded(document, r, quantities) for r in readings) >= len(readings):
        return list(readings)
    free = _not_elsewhere(document, readings, others)
    can = [_is_sourced(document, r, quantities, main) for r in readings]
    whose = _of_company if _speaks_of_itself(document, readings, main) else _of_publisher
    its = whose(document, readings, can, main)
    return [
        spoken(document, r, main) if ours and place else r for r, ours, place in zip(readings, its, free, strict=True)
    ]


def _of_publisher(document: Document, readings: Sequence[Reading], can: Sequence[bool], main: Name) -> list[bool]:
    """For each reading whether it comes from the only one that publishes figures."""
    return [ours and _is_measured(r, main) for r, ours in zip(readings, can, strict=True)]


def _of_company(document: Document, readings: Sequence[Reading], can: Sequence[bool], main: Name) -> list[bool]:
    """For each reading whether it is the word of the company that a text is about: what it is said to tell, or all but
    what is told of others, where most of the text is known to be its own."""
    told = _told(readings)
    free = [ours and _is_its(document, r, main) for r, ours in zip(readings, can, strict=True)]
    its = [ours and _is_told(r, told) for r, ours in zip(readings, free, strict=True)]
    said = [r.speaker is not None and same(r.speaker, main) for r in readings]
    whole = document.traits.capitals and _is_whole(sum(map(or_, its, said)), len(readings))
    return free if whole else its


def _is_whole(stated: int, numbers: int) -> bool:
    """Whether a company states so much of a text that all of it is its own."""
    return stated >= SEVERAL and WHOLE * stated >= numbers


def _told(readings: Sequence[Reading]) -> dict[str, set[date]]:
    """The measures that somebody is said to tell, and of which times."""
    told: dict[str, set[date]] = {}
    for claim in (r.claim for r in readings if r.claim.attribution is not None):
        told.setdefault(claim.metric, set()).update({claim.as_of_start} if claim.as_of_start else ())
    return told


def _is_told(reading: Reading, told: Mapping[str, set[date]]) -> bool:
    """Whether a company's report says so much: what it did in a time, or the measures that it is said to tell, not
    those of another period."""
    claim, metric = reading.claim, metrics()[reading.claim.metric]
    days = told.get(claim.metric, set())
    if claim.as_of_start and days and claim.as_of_start not in days:
        return False
    return metric.time in COUNTED or claim.metric in told


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


def _is_sourced(document: Document, reading: Reading, quantities: Sequence[Quantity], main: Name) -> bool:
    """Whether a number is somebody's figure at all: what is planned only if they plan it themselves."""
    measured = any(role.role == "metric" for role in reading.roles)
    kind, real = quantities[reading.claim.quantity].kind, reading.claim.modality
    own = real == PLANNED and (reading.subject is None or same(reading.subject, main))
    own = own and reading.claim.quote_end > main.start
    counted = kind not in (TIME, COUNT) or kind == COUNT and reading.figure
    traded = _is_traded(document, reading, quantities) or is_of_session(reading.claim)
    return (real == REPORTED or own) and kind != AGE and (measured or counted) and not traded


def _is_traded(document: Document, reading: Reading, quantities: Sequence[Quantity]) -> bool:
    """Whether a number is a price on a market, unlike a count of those who work there."""
    return quantities[reading.claim.quantity].kind in KINDS and is_traded(document, reading.claim)


def _is_measured(reading: Reading, only: Name) -> bool:
    """Whether it can come from the only one that publishes figures: all but what a company does for itself."""
    about = reading.subject
    return about is None or same(about, only) or reading.claim.metric not in ACTS


def _is_its(document: Document, reading: Reading, only: Name) -> bool:
    """Whether it can be the word of the company that a text is about: not what is told of another company."""
    about = reading.subject
    others = is_company if document.traits.capitals else is_of_company
    return about is None or same(about, only) or is_part(document, about, only) or not others(document, about)


def is_of_company(document: Document, name: Name) -> bool:
    """Whether a name is a company's by the table, or by how it ends (`나래화학`)."""
    if name.entity is not None:
        return name.entity.type == COMPANY
    return words_of(document, name).endswith(word_ends(document.language, "claims_company_endings"))


def _speaks_of_itself(document: Document, readings: Sequence[Reading], name: Name) -> bool:
    """Whether a source tells its own figures as a company does; one that is cited for what others do does not
    (`오피넷에 따르면`, `시장조사업체 SNE리서치에 따르면`)."""
    if is_institution(document, name):
        return False
    own = any(r.subject is not None and same(r.subject, name) for r in readings)
    if name.entity is not None:
        return name.entity.type == COMPANY and (own or not is_cited(document, name))
    return own or not is_cited(document, name)
