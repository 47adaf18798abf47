"""Whose figures a whole document reports, for sentences that name no source of their own.

In: the readings of a document, in reading order. Out: the same with sources that hold on. Judgements:
- An institution that publishes figures (a ministry, a statistics office, an exchange, an institute) is the source of
  what the text goes on to report of the same thing until another institution speaks, and, when it is the only one,
  of what the headline and the lead said of it before. The same thing is a metric that it was named for, any other
  result of a period or rate that is no single company's (all sales, the jobless rate) or, where no metric is known,
  the same kind of number.
- An institution's figures are of the period that most of them state, where a sentence states none.
- A forecaster stands behind the forecasts that follow, until somebody else speaks; a company that stated a figure of
  its own behind its further results.
- Lengths of time and ages are nobody's statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pipeline.claims.claim import Reading, spoken
from pipeline.claims.metrics import metrics
from pipeline.claims.model import Claim, Document
from pipeline.claims.naming import word_list
from pipeline.claims.scene import Name
from pipeline.mentions import Quantity

INSTITUTIONS = ("government", "organisation")
UNSOURCED_KINDS = ("duration", "age")
EXPECTED = ("forecast", "hypothetical")
NO_METRIC = "other"
RESULTS = ("period", "")
MONTH = timedelta(days=27)


@dataclass(frozen=True, slots=True)
class _Standing:
    """The sources that the text so far has named."""

    institution: Name | None = None
    forecaster: Name | None = None
    company: Name | None = None


def sourced(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings, each with the source that the document around it names."""
    published = [reading for reading in readings if _publishes(document, reading.speaker)]
    subjects = {subject for reading in published for subject in _subjects(document, reading, quantities)}
    names = {_identity(document, reading.speaker) for reading in published}
    standing = _Standing(institution=published[0].speaker if len(names) == 1 else None)
    done = []
    for reading in readings:
        standing = _after(document, standing, reading)
        done.append(spoken(document, reading, _source(document, reading, standing, subjects, quantities)))
    return _of_one_period(document, done, quantities)


def _of_one_period(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings of each institution with the period that it reports on."""
    periods: dict[str, Counter] = {}
    for reading in readings:
        claim = reading.claim
        if _publishes(document, reading.speaker) and claim.as_of_start and claim.as_of_end - claim.as_of_start >= MONTH:
            name = _identity(document, reading.speaker)
            periods.setdefault(name, Counter())[claim.as_of_start, claim.as_of_end] += 1
    return [_in_period(document, reading, quantities, periods) for reading in readings]


def _in_period(
    document: Document, reading: Reading, quantities: Sequence[Quantity], periods: Mapping[str, Counter]
) -> Reading:
    claim = reading.claim
    measured = any(role.role == "metric" for role in reading.roles) and claim.modality == "reported"
    dateless = claim.as_of_basis == "stated" or quantities[claim.quantity].kind in UNSOURCED_KINDS
    if not measured or dateless or not _publishes(document, reading.speaker):
        return reading
    known = periods.get(_identity(document, reading.speaker))
    if not known:
        return reading
    (start, end), _ = known.most_common(1)[0]
    return replace(reading, claim=replace(claim, as_of_start=start, as_of_end=end, as_of_basis="stated"))


def _after(document: Document, standing: _Standing, reading: Reading) -> _Standing:
    claim, speaker = reading.claim, reading.speaker
    if speaker is None or claim.attribution is None:
        return standing
    return _Standing(
        speaker if _publishes(document, speaker) else standing.institution,
        speaker if claim.modality in EXPECTED else None,
        speaker if _is_own(claim) and claim.modality == "reported" else standing.company,
    )


def _source(
    document: Document,
    reading: Reading,
    standing: _Standing,
    subjects: set[tuple[str, str]],
    quantities: Sequence[Quantity],
) -> Name | None:
    """The source that stands behind a claim without one."""
    claim = reading.claim
    if quantities[claim.quantity].kind in UNSOURCED_KINDS:
        return None
    if claim.modality in EXPECTED:
        return standing.forecaster
    if claim.modality != "reported":
        return None
    if standing.company and _is_result(claim) and _is_about(reading, standing.company):
        return standing.company
    return standing.institution if subjects & set(_subjects(document, reading, quantities)) else None


def _subjects(document: Document, reading: Reading, quantities: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
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
    return document.traits.capitals and _words(document, name)[:1].isupper()


def _is_result(claim: Claim) -> bool:
    """Whether a company's report says so much: what it sold, earned or spent, but not whom it let go."""
    metric = metrics()[claim.metric]
    return metric.time == "period" and bool(metric.kinds & {"money", "percent", "mass"})


def _is_own(claim: Claim) -> bool:
    """Whether somebody states a figure of their own."""
    return (claim.attribution_id or claim.attribution) == (claim.subject_id or claim.subject)


def _is_about(reading: Reading, name: Name) -> bool:
    subject = reading.subject
    if subject is None:
        return False
    return subject.entity == name.entity if subject.entity or name.entity else subject.text == name.text


def _identity(document: Document, name: Name) -> str:
    return name.entity.entity_id if name.entity else _words(document, name)


def _words(document: Document, name: Name) -> str:
    return name.text or document.text[name.start : name.end]


def _publishes(document: Document, name: Name | None) -> bool:
    """Whether a speaker is an institution that publishes figures."""
    if name is None:
        return False
    if name.entity is not None and name.entity.type in INSTITUTIONS:
        return True
    return _words(document, name).endswith(tuple(word_list(document.language, "claims_institutions")))
