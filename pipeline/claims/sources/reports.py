"""Whose figures a whole document reports, for sentences that name no source of their own.

In: the readings of a document, in reading order. Out: the same with sources that hold on. Judgements:
- An institution that publishes figures (a ministry, a statistics office, an exchange, an institute) is the source of
  what the text goes on to report of the same thing until another institution speaks, and, when it is the only one,
  of what the headline and the lead said of it before. The same thing is a metric that it was named for, any other
  result of a period or rate that is no single company's (all sales, the jobless rate) or, where no metric is known,
  the same kind of number.
- An institution that is the only source of a text, and cited several times, stands behind all that is no company's act.
- Whoever else is cited (`according to InfoSale`) is the source of what the text tells of the same measure.
- A forecaster stands behind the forecasts that follow, until somebody else speaks.
- A company that reports its results is the source of all of them (``reporters``).
- Lengths of time, ages and prices on a market are nobody's statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from pipeline.claims.claim import Reading, spoken
from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Document
from pipeline.claims.names.cast import GROUP, Cast, type_of
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.leading import is_asked, is_of_leader, unsaid
from pipeline.claims.sources.reporters import identity, is_company, is_own, is_told, late, reporter, reporters
from pipeline.claims.times.sessions import is_of_session, is_traded
from pipeline.mentions import Quantity

INSTITUTIONS = ("government", "organisation")
UNSOURCED_KINDS = ("duration", "age")
EXPECTED = ("forecast", "hypothetical")
NO_METRIC = "other"
RESULTS = ("period", "")
# What the only institution of a text that is cited again and again stands behind: all that no company does.
ANYTHING = ("anything", "")
SEVERAL = 3
# What others than offices of statistics say: prices on markets, and rates that a bank sets.
NOT_COUNTED = (
    *("index_level", "stock_price", "exchange_rate", "interest_rate"),
    *("investment", "acquisition_price", "contract_value", "funding_raised", "capital_expenditure", "fee", "budget"),
)
LONGEST_CITATION = 45
LONGEST_STUDY = 110
Subject = tuple[str, ...]


class _Standing(NamedTuple):
    """The sources that the text so far has named: institutions by what they measure, who forecasts; of the whole text,
    the companies that state figures of their own, and whose figures it opens with; and to where somebody else speaks
    in between."""

    institutions: Mapping[Subject, Name]
    companies: Mapping[str, Name]
    forecaster: Name | None = None
    leader: Name | None = None
    aside: int = 0
    late: Mapping[str, Name] = MappingProxyType({})


def sourced(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    names: Sequence[Mention],
    announcing: Sequence[Name],
    leader: Name | None = None,
    about: Name | None = None,
) -> list[Reading]:
    """The readings, each with the source that the document around it names; `announcing` are those who are said to
    report their results, `leader` is whose figures the text opens with, `about` the company that it is about."""
    readings = [_of_leader(document, reading, leader) for reading in readings]
    standing = _first(document, readings, quantities, names, announcing, about)._replace(leader=leader)
    done = []
    for reading in readings:
        standing = _after(document, standing, reading, quantities)
        done.append(spoken(document, reading, _source(document, reading, standing, quantities)))
    return done


def _of_leader(document: Document, reading: Reading, leader: Name | None) -> Reading:
    """A reading whose source is only called by what it is, with the leader as that."""
    if is_asked(document, reading) or leader is not None and is_of_leader(document, reading):
        return spoken(document, unsaid(reading), leader)
    return reading


def _first(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    names: Sequence[Mention],
    announcing: Sequence[Name],
    about: Name | None,
) -> _Standing:
    """What holds from the first sentence on: companies, and an institution where the text names only one."""
    published = [reading for reading in readings if publishes(document, reading)]
    only = published if len({identity(document, reading.speaker) for reading in published}) == 1 else ()
    institutions = {key: r.speaker for r in only for key in _measures(document, r, quantities)}
    offices = len(only) >= SEVERAL and all(is_institution(document, r.speaker) for r in only)
    if offices and not word_list(document.language, "claims_sole_sources"):
        institutions[ANYTHING] = only[0].speaker
    late_ = late(document, readings)
    companies = reporters(document, readings, names, announcing, about) or dict(list(late_.items())[:1])
    return _Standing(institutions, companies, late=late_)


def _after(document: Document, standing: _Standing, reading: Reading, quantities: Sequence[Quantity]) -> _Standing:
    claim, speaker = reading.claim, reading.speaker
    if speaker is None or claim.attribution is None:
        return standing
    known = standing.institutions
    if publishes(document, reading):
        known = {**known, **dict.fromkeys(_measures(document, reading, quantities), speaker)}
    forecaster = speaker if claim.modality in EXPECTED else None
    return standing._replace(institutions=known, forecaster=forecaster, aside=_aside(document, standing, reading))


def _aside(document: Document, standing: _Standing, reading: Reading) -> int:
    """The end of the paragraph in which somebody else than the leader speaks."""
    leader, claim = standing.leader, reading.claim
    if leader is None or identity(document, reading.speaker) == identity(document, leader):
        return 0
    end = document.text.find("\n", claim.quote_end)
    return end if end >= 0 else len(document.text)


def _source(document: Document, reading: Reading, standing: _Standing, quantities: Sequence[Quantity]) -> Name | None:
    """The source that stands behind a claim without one."""
    claim = reading.claim
    if quantities[claim.quantity].kind in UNSOURCED_KINDS:
        return None
    if claim.modality in EXPECTED:
        return standing.forecaster
    if claim.modality != "reported":
        return None
    company = reporter(document, reading, standing.companies)
    if company is not None or (company := _own_result(document, reading, standing.late)) is not None:
        return company
    if is_traded(document, claim) or is_of_session(claim):
        return None
    if standing.leader is not None and claim.quote_start >= standing.aside and claim.metric not in NOT_COUNTED:
        return standing.leader
    keys = _subjects(document, reading, quantities)
    known = next((standing.institutions[key] for key in keys if key in standing.institutions), None)
    counted = claim.metric not in NOT_COUNTED and not _is_of_company(reading.subject)
    return known or (standing.institutions.get(ANYTHING) if counted else None)


def _own_result(document: Document, reading: Reading, late_: Mapping[str, Name]) -> Name | None:
    """The company that a result is of, where it has just stated its results."""
    about = reading.subject if is_told(reading) else None
    return late_.get(identity(document, about)) if about is not None else None


def _measures(document: Document, reading: Reading, quantities: Sequence[Quantity]) -> Iterator[Subject]:
    """What a source measures; one that is only cited for a number, that number's measure alone."""
    keys = _subjects(document, reading, quantities)
    return keys if is_institution(document, reading.speaker) else islice(keys, 1)


def _subjects(document: Document, reading: Reading, quantities: Sequence[Quantity]) -> Iterator[Subject]:
    """What a claim measures: its metric or, where that is not known, the kind of its number; and results together."""
    claim = reading.claim
    yield claim.metric, quantities[claim.quantity].kind if claim.metric == NO_METRIC else ""
    told = claim.metric == NO_METRIC and any(role.role == "metric" for role in reading.roles)
    if (told or metrics()[claim.metric].time == "period") and not is_company(document, reading.subject):
        yield RESULTS


def _is_of_company(name: Name | None) -> bool:
    return name is not None and name.entity is not None and name.entity.type == "company"


def publishes(document: Document, reading: Reading) -> bool:
    """Whether a claim's source publishes figures: an institution, or anybody cited for figures that are another's."""
    name = reading.speaker
    if name is None or is_institution(document, name):
        return name is not None
    before = document.text[max(0, name.start - LONGEST_CITATION) : name.start].lower()
    cited = any(word in before for word in word_list(document.language, "claims_citing"))
    cited = cited or gives_figures(document, name)
    described_ = name.words_in(document.text).islower()
    return (
        cited
        and not _is_paper(name)
        and not described_
        and not is_own(reading)
        and reading.claim.modality == "reported"
    )


def is_cited(document: Document, name: Name) -> bool:
    """`오피넷에 따르면`: somebody with a name, whose figures the words behind it cite."""
    after = document.text[name.end : name.end + LONGEST_STUDY].partition(". ")[0].partition("\n")[0]
    words = name.words_in(document.text)
    nameless = words.endswith(word_ends(document.language, "claims_forecasters"))
    nameless = nameless or type_of(words, document.language, Cast()) == GROUP
    return not nameless and any(word in after for word in word_list(document.language, "claims_cited"))


def gives_figures(document: Document, name: Name) -> bool:
    """Whether somebody publishes figures: an institution, or whoever is cited for them but papers and brokers."""
    if is_institution(document, name):
        return True
    speaks_of_others = name.words_in(document.text).endswith(word_ends(document.language, "claims_analysts"))
    return is_cited(document, name) and not speaks_of_others and not _is_paper(name)


def _is_paper(name: Name) -> bool:
    return name.entity is not None and name.entity.type == "publisher"


def is_institution(document: Document, name: Name) -> bool:
    if name.entity is not None and name.entity.type in INSTITUTIONS:
        return True
    return name.words_in(document.text).endswith(word_ends(document.language, "claims_institutions"))
