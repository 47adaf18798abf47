"""Whose figures a whole document reports, for sentences that name no source of their own.

In: the readings of a document, in reading order. Out: the same with sources that hold on. Judgements:
- An institution that publishes figures (a ministry, a statistics office, an exchange, an institute) is the source of
  what the text goes on to report of the same thing until another institution speaks, and, when it is the only one,
  of what the headline and the lead said of it before. The same thing is a metric that it was named for, any other
  result of a period or rate that is no single company's (all sales, the jobless rate) or, where no metric is known,
  the same kind of number.
- An institution's figures are of the period that most of them state, where a sentence states none.
- Whoever else is cited (`according to InfoSale`) is the source of what the text tells of the same measure.
- A forecaster stands behind the forecasts that follow, until somebody else speaks.
- A company that states a figure of its own, or is said to report its results, is the source of all its results.
- Lengths of time and ages are nobody's statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from pipeline.claims.claim import Reading, spoken
from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.naming import word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.languages import table
from pipeline.mentions import Quantity

INSTITUTIONS = ("government", "organisation")
UNSOURCED_KINDS = ("duration", "age")
EXPECTED = ("forecast", "hypothetical")
NO_METRIC = "other"
RESULTS = ("period", "")
RESULTS_OF_COMPANIES = ("revenue", "operating_income", "net_income", "loss", "margin")
SEVERAL = 3
PEOPLE = ("hires", "layoffs")
WEEK = timedelta(days=6)
LONGEST_CITATION = 45
Subject = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    """The sources that the text so far has named: institutions by what they measure, who forecasts; and, of the whole
    text, the companies that state figures of their own."""

    institutions: Mapping[Subject, Name]
    companies: Mapping[str, Name]
    forecaster: Name | None = None


def sourced(
    document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity], announcing: Sequence[Name]
) -> list[Reading]:
    """The readings, each with the source that the document around it names; `announcing` are those who are said to
    report their results."""
    standing = _first(document, readings, quantities, announcing)
    done = []
    for reading in readings:
        standing = _after(document, standing, reading, quantities)
        done.append(spoken(document, reading, _source(document, reading, standing, quantities)))
    return done


def _first(
    document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity], announcing: Sequence[Name]
) -> _Standing:
    """What holds from the first sentence on: companies, and an institution where the text names only one."""
    published = [reading for reading in readings if _publishes(document, reading)]
    names = {_identity(document, reading.speaker) for reading in published}
    only = published if len(names) == 1 else ()
    institutions = {key: r.speaker for r in only for key in _measures(document, r, quantities)}
    own = [r.speaker for r in readings if r.speaker and _is_own(r.claim) and _is_told(r) and r.claim.attribution]
    stating = (*announcing, *own, *_accountable(document, readings))
    return _Standing(institutions, {_identity(document, name): name for name in stating})


def _accountable(document: Document, readings: Sequence[Reading]) -> Iterator[Name]:
    """Companies of which the text tells several results and names no source for any: they reported them themselves."""
    said = any(r.claim.attribution and r.claim.modality == "reported" for r in readings)
    # A text that nothing is read of may be in a language that has no tables.
    unread = not any(reading.subject for reading in readings)
    if said or unread or not table(document.language, "claims_announcing"):
        return
    told: dict[str, set[tuple[str, str]]] = {}
    for reading in readings:
        claim, name = reading.claim, reading.subject
        if claim.metric in RESULTS_OF_COMPANIES and claim.as_of_start and name and _is_company(document, name):
            known = told.setdefault(_identity(document, name), set())
            known.add((claim.metric, claim.aspect))
            if len(known) == SEVERAL:
                yield name


def of_one_period(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings of each institution with the period that it reports on."""
    periods: dict[str, Counter] = {}
    for reading in readings:
        claim = reading.claim
        if _publishes(document, reading) and claim.as_of_start and claim.as_of_end - claim.as_of_start >= WEEK:
            name = _identity(document, reading.speaker)
            periods.setdefault(name, Counter())[claim.as_of_start, claim.as_of_end] += 1
    return [_in_period(document, reading, quantities, periods) for reading in readings]


def _in_period(
    document: Document, reading: Reading, quantities: Sequence[Quantity], periods: Mapping[str, Counter]
) -> Reading:
    claim = reading.claim
    measured = any(role.role == "metric" for role in reading.roles) and claim.modality == "reported"
    dateless = claim.as_of_basis == "stated" or quantities[claim.quantity].kind in UNSOURCED_KINDS
    if not measured or dateless or not _publishes(document, reading):
        return reading
    known = periods.get(_identity(document, reading.speaker))
    if not known:
        return reading
    (start, end), _ = known.most_common(1)[0]
    return replace(reading, claim=replace(claim, as_of_start=start, as_of_end=end, as_of_basis="stated"))


def _after(document: Document, standing: _Standing, reading: Reading, quantities: Sequence[Quantity]) -> _Standing:
    claim, speaker = reading.claim, reading.speaker
    if speaker is None or claim.attribution is None:
        return standing
    known = standing.institutions
    if _publishes(document, reading):
        known = {**known, **dict.fromkeys(_measures(document, reading, quantities), speaker)}
    return _Standing(known, standing.companies, speaker if claim.modality in EXPECTED else None)


def _source(document: Document, reading: Reading, standing: _Standing, quantities: Sequence[Quantity]) -> Name | None:
    """The source that stands behind a claim without one."""
    claim = reading.claim
    if quantities[claim.quantity].kind in UNSOURCED_KINDS:
        return None
    if claim.modality in EXPECTED:
        return standing.forecaster
    if claim.modality != "reported":
        return None
    if (company := _company(document, reading, standing)) and _is_told(reading):
        return company
    keys = _subjects(document, reading, quantities)
    return next((standing.institutions[key] for key in keys if key in standing.institutions), None)


def _company(document: Document, reading: Reading, standing: _Standing) -> Name | None:
    """The company that reports on a claim's subject; the only one that does, where nobody is named as the subject."""
    name = reading.subject
    if name is not None and (name.entity or not _is_measure(document, name)):
        return standing.companies.get(_identity(document, name))
    return next(iter(standing.companies.values())) if len(standing.companies) == 1 else None


def _is_measure(document: Document, name: Name) -> bool:
    """Whether a subject is only what is measured (`Operating cash flow`, `comparable sales`)."""
    words = _words(document, name)
    return document.traits.capitals and words.split(" ")[-1].islower()


def _measures(document: Document, reading: Reading, quantities: Sequence[Quantity]) -> Iterator[Subject]:
    """What a source measures; one that is only cited for a number, that number's measure alone."""
    keys = _subjects(document, reading, quantities)
    return keys if is_institution(document, reading.speaker) else islice(keys, 1)


def _subjects(document: Document, reading: Reading, quantities: Sequence[Quantity]) -> Iterator[Subject]:
    """What a claim measures: its metric or, where that is not known, the kind of its number; and results together."""
    claim = reading.claim
    yield claim.metric, quantities[claim.quantity].kind if claim.metric == NO_METRIC else ""
    told = claim.metric == NO_METRIC and any(role.role == "metric" for role in reading.roles)
    if (told or metrics()[claim.metric].time == "period") and not _is_company(document, reading.subject):
        yield RESULTS


def _is_company(document: Document, name: Name | None) -> bool:
    """Whether a name is a company's, or in English any name that the table does not know."""
    if name is None:
        return False
    if name.entity is not None:
        return name.entity.type == "company"
    return document.traits.capitals and _words(document, name)[:1].isupper() and not _is_measure(document, name)


def _is_told(reading: Reading) -> bool:
    """Whether a company's report says so much: what it sold, earned or spent, but not whom it let go."""
    claim, metric = reading.claim, metrics()[reading.claim.metric]
    named = claim.metric == NO_METRIC and any(role.role == "metric" for role in reading.roles)
    result = metric.time == "period" and claim.metric not in PEOPLE
    return claim.modality == "reported" and (result or named)


def _is_own(claim: Claim) -> bool:
    """Whether somebody states a figure of their own."""
    return (claim.attribution_id or claim.attribution) == (claim.subject_id or claim.subject)


def _identity(document: Document, name: Name) -> str:
    return name.entity.entity_id if name.entity else _words(document, name)


def _words(document: Document, name: Name) -> str:
    return name.text or document.text[name.start : name.end]


def _publishes(document: Document, reading: Reading) -> bool:
    """Whether a claim's source publishes figures: an institution, or anybody cited for figures that are another's."""
    name = reading.speaker
    if name is None or is_institution(document, name):
        return name is not None
    before = document.text[max(0, name.start - LONGEST_CITATION) : name.start].lower()
    paper = name.entity is not None and name.entity.type == "publisher"
    cited = any(word in before for word in word_list(document.language, "claims_citing")) or is_cited(document, name)
    described_ = _words(document, name).islower()
    return (
        cited and not paper and not described_ and not _is_own(reading.claim) and reading.claim.modality == "reported"
    )


def is_cited(document: Document, name: Name) -> bool:
    """`오피넷에 따르면`: somebody with a name, whose figures the words behind it cite."""
    after = document.text[name.end : name.end + LONGEST_CITATION]
    nameless = _words(document, name).endswith(tuple(word_list(document.language, "claims_outsiders")))
    return not nameless and any(word in after for word in word_list(document.language, "claims_cited"))


def is_institution(document: Document, name: Name) -> bool:
    if name.entity is not None and name.entity.type in INSTITUTIONS:
        return True
    return _words(document, name).endswith(word_ends(document.language, "claims_institutions"))
