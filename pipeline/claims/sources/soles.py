"""The only source of a text, for what it reports without naming one.

In: the readings of a document, in reading order. Out: the same with that source. Judgements:
- A text in which all that is reported comes from one source goes on reporting it: a company its own figures, whoever
  publishes figures (an office, a survey, a price service) everything that is no single company's act. Somebody else
  who speaks ends that, but not who speaks for the source itself (`통계청 관계자`).
- Who is cited for what others do (`시장조사업체 한결리서치에 따르면`, `다솔이 분석한 결과`) publishes figures too,
  and is not outspoken by those who only expect something.
- Papers, brokers, people and groups without a name (`업계`) are no such source.
- A length of time or a count is the source's only where words say what it measures (`조업일수는 16.5일`, but not
  `17개 업종`); an age is nobody's.
- What is expected, and what is told of another company, is somebody else's word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.claims.claim import Reading, spoken
from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Document
from pipeline.claims.names.naming import descriptions, is_nobody, same, word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.reporters import words_of
from pipeline.claims.sources.reports import LONGEST_CITATION, gives_figures, is_cited, is_institution
from pipeline.mentions import Quantity

TIME, AGE, COUNT = "duration", "age", "count"
REPORTED = "reported"
COMPANY = "company"
COUNTED = ("period", "cumulative")
# What a company does for itself, which no office counts.
ACTS = ("investment", "acquisition_price", "contract_value", "funding_raised", "capital_expenditure", "fee", "hires")


def from_only_source(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings, those without a source with the only one of the text."""
    only = _only(document, readings)
    if only is None or not word_list(document.language, "claims_sole_sources"):
        return list(readings)
    if not _speaks_of_itself(document, readings, only):
        its = [_is_sourced(r, quantities) and _is_measured(r, only) for r in readings]
        return [spoken(document, r, only) if ours else r for r, ours in zip(readings, its, strict=True)]
    told: dict[str, set[date]] = {}
    for claim in (r.claim for r in readings if r.claim.attribution is not None):
        told.setdefault(claim.metric, set()).update({claim.as_of_start} if claim.as_of_start else ())
    its = [_is_sourced(r, quantities) and _is_its(document, r, only) and _is_told(r, told) for r in readings]
    return [spoken(document, r, only) if ours else r for r, ours in zip(readings, its, strict=True)]


def _is_told(reading: Reading, told: Mapping[str, set[date]]) -> bool:
    """Whether a company's report says so much: what it did in a time, or the measures that it is said to tell, not
    those of another period."""
    claim, metric = reading.claim, metrics()[reading.claim.metric]
    days = told.get(claim.metric, set())
    if claim.as_of_start and days and claim.as_of_start not in days:
        return False
    return metric.time in COUNTED or claim.metric in told


def _only(document: Document, readings: Sequence[Reading]) -> Name | None:
    """The one source of all that is said in a text."""
    said = [r for r in readings if r.speaker is not None and r.claim.attribution is not None]
    reporting = [r.speaker for r in said if r.claim.modality == REPORTED]
    # Of all places that name a source, one where it is cited says best what it is; others may expect what they like.
    cited = next((n for n in reporting if gives_figures(document, n) and not _is_passed_on(document, n)), None)
    names = reporting if cited else [r.speaker for r in said]
    first = min(names, key=lambda name: len(words_of(document, name)), default=None)
    if not reporting or any(not _speaks_for(document, name, first) for name in names):
        return None
    return cited or (first if _is_source(document, first) else None)


def _speaks_for(document: Document, name: Name, house: Name) -> bool:
    """Whether a speaker is the house or somebody of it."""
    if name.entity is not None or house.entity is not None:
        words = house.entity.name(document.language) if house.entity else words_of(document, house)
        return name.entity == house.entity or words_of(document, name).startswith((words, words_of(document, house)))
    return words_of(document, name).startswith(words_of(document, house))


def _is_source(document: Document, name: Name) -> bool:
    """Whether a name is somebody who publishes figures or speaks of itself."""
    if _is_passed_on(document, name):
        return False
    kinds = word_list(document.language, "claims_sole_sources")
    if name.entity is not None or not kinds:
        return name.entity is not None and name.entity.type in kinds
    words = words_of(document, name)
    vague = words in descriptions(document.language) or words in word_list(document.language, "claims_forecasters")
    if vague or is_nobody(words, document.language):
        return False
    return not words.endswith(word_ends(document.language, "claims_outsiders"))


def _is_passed_on(document: Document, name: Name) -> bool:
    """`가람연구소 자료를 인용해`: whose data a paper passes on, which tells more than those."""
    after = document.text[name.end : name.end + LONGEST_CITATION]
    return any(word in after for word in word_list(document.language, "claims_passed_on"))


def _is_sourced(reading: Reading, quantities: Sequence[Quantity]) -> bool:
    """Whether a number is somebody's figure at all."""
    measured = any(role.role == "metric" for role in reading.roles)
    kind = quantities[reading.claim.quantity].kind
    return reading.claim.modality == REPORTED and kind != AGE and (measured or kind not in (TIME, COUNT))


def _is_measured(reading: Reading, only: Name) -> bool:
    """Whether it can come from the only one that publishes figures: all but what a company does for itself."""
    about = reading.subject
    return about is None or same(about, only) or reading.claim.metric not in ACTS


def _is_its(document: Document, reading: Reading, only: Name) -> bool:
    """Whether it can be the word of the company that a text is about: not what is told of another company."""
    about = reading.subject
    return about is None or same(about, only) or not is_of_company(document, about)


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
