"""Companies that report results of their own, and which claims of the text are theirs.

In: the readings of a document, its names, and who is said to report results. Out: the reporting companies, and for a
claim the one whose result it is. Judgements:
- Who is said to report results, or states one itself, reports; where nobody is said to state any, the company of which
  several results are told, or the one that opens the text and is named again and again.
- Of the only company that reports, or of the first until another does, a result is its own unless it is told of
  another company: parts of it share a word of its name (`Halden Energy` of Halden), or are nobody's name (`the pumps
  division`).
- A second name of a company that reports (`Halden`, `Bank`) is no other company.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from pipeline.claims.claim import Reading
from pipeline.claims.measures.metrics import metrics
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.words import descriptions
from pipeline.claims.scene import Name
from pipeline.languages import table

NO_METRIC, REPORTED, COMPANY = "other", "reported", "company"
RESULTS = ("revenue", "operating_income", "net_income", "loss", "margin")
PEOPLE = ("hires", "layoffs")
# How many results, or names of the company, make a report of a text.
SEVERAL = 3
LONGEST_OPENING = 200
SHORTEST_WORD = 4
# A quarter, and how long after it companies report on it.
SHORTEST_PERIOD, LONGEST_SINCE = timedelta(days=80), timedelta(days=140)


def reporters(
    document: Document,
    readings: Sequence[Reading],
    names: Sequence[Mention],
    announcing: Sequence[Name],
    about: Name | None,
) -> dict[str, Name]:
    """The companies that report results of their own, by identity, in the order in which they first do; `about` is the
    company that the text is about."""
    own = [r.speaker for r in readings if r.speaker and is_own(r) and is_told(r) and r.claim.attribution]
    stating = sorted([*announcing, *own], key=lambda n: n.start) or list(
        _accountable(document, readings, _opening(names, about))
    )
    found: dict[str, Name] = {}
    for name in stating:
        known = {
            called for other in found.values() for called in (other.words_in(document.text), _usual(document, other))
        }
        if name.words_in(document.text) not in known and not _is_description(document, name):
            found.setdefault(identity(document, name), name)
    return found


def _is_description(document: Document, name: Name) -> bool:
    """`Bank` at the start of a sentence: what `the bank` would be."""
    return name.entity is None and f"the {name.words_in(document.text).lower()}" in descriptions(document.language)


def _usual(document: Document, name: Name) -> str:
    return name.entity.name(document.language) if name.entity else ""


def late(document: Document, readings: Sequence[Reading]) -> dict[str, Name]:
    """Companies of which a result and how it moved are told for a period that has just ended: they stated them; parts
    of one of them did not."""
    if not table(document.language, "claims_announcing"):
        return {}
    told: dict[str, set[str]] = {}
    found: dict[str, Name] = {}
    for reading in readings:
        claim, name = reading.claim, reading.subject
        stated = claim.metric in RESULTS and claim.modality == REPORTED and claim.attribution is None
        if not stated or not is_company(document, name) or not _is_late(document, claim):
            continue
        aspects = told.setdefault(identity(document, name), set())
        aspects.add(claim.aspect)
        if len(aspects) > 1:
            found.setdefault(identity(document, name), name)
    houses = list(found.values())
    parts = {key for key, name in found.items() if any(h is not name and is_part(document, name, h) for h in houses)}
    return {key: name for key, name in found.items() if key not in parts} if len(parts) < len(found) else found


def _is_late(document: Document, claim: Claim) -> bool:
    """Whether a claim is of a quarter or more that ended not long before the publication."""
    published, start, end = document.published_on, claim.as_of_start, claim.as_of_end
    if published is None or start is None or end is None:
        return False
    return end - start >= SHORTEST_PERIOD and timedelta(0) < published - end <= LONGEST_SINCE


def _accountable(document: Document, readings: Sequence[Reading], opening: Name | None) -> Iterator[Name]:
    """Companies of which the text tells several results and names no source for any: they reported them themselves."""
    results = [r for r in readings if r.claim.metric in RESULTS and r.claim.modality == REPORTED]
    if any(r.claim.attribution for r in results) or not table(document.language, "claims_announcing"):
        return
    dated = [r for r in results if r.claim.as_of_start or r.claim.as_of_label]
    if opening is not None and len({(r.claim.metric, r.claim.aspect) for r in dated}) >= SEVERAL:
        yield opening
        return
    told: dict[str, set[tuple[str, str]]] = {}
    for reading in dated:
        name = reading.subject
        if name and is_company(document, name):
            known = told.setdefault(identity(document, name), set())
            known.add((reading.claim.metric, reading.claim.aspect))
            if len(known) == SEVERAL:
                yield name


def _opening(names: Sequence[Mention], about: Name | None) -> Name | None:
    """The company that opens a text and is named in it again and again, or that opens it and is what it is `about`."""
    companies = [m for m in names if m.entity.type == COMPANY]
    first = companies[0] if companies and companies[0].start < LONGEST_OPENING else None
    often = first is not None and sum(m.entity == first.entity for m in companies) >= SEVERAL
    opens = about is not None and about.start < LONGEST_OPENING
    return name_of(first) if often else about if opens else None


def reporter(document: Document, reading: Reading, reporting: Mapping[str, Name]) -> Name | None:
    """The company that reports a claim."""
    name, only = reading.subject, next(iter(reporting.values()), None)
    others = list(reporting.values())[1:]
    if not is_told(reading) or only is None:
        return None
    if name is not None and (own := reporting.get(identity(document, name))) is not None:
        return own
    if others and reading.claim.quote_end > min(other.start for other in others):
        return None
    if name is None or name.entity is None and is_measure(document, name):
        return only
    return only if is_part(document, name, only) else None


def is_part(document: Document, name: Name, house: Name) -> bool:
    """`Halden Energy` of Halden, `Reuters News` of Thomson Reuters, `Bank` of Halden Bank."""
    if _is_description(document, name):
        return document.traits.capitals
    whole = _usual(document, house) or house.words_in(document.text)
    known = {word for word in whole.split(" ") if len(word) >= SHORTEST_WORD}
    return (
        document.traits.capitals and name.entity is None and bool(known & set(name.words_in(document.text).split(" ")))
    )


def is_measure(document: Document, name: Name) -> bool:
    """Whether a subject is only what is measured (`Operating cash flow`, `comparable sales`)."""
    return document.traits.capitals and name.words_in(document.text).split(" ")[-1].islower()


def is_company(document: Document, name: Name | None) -> bool:
    """Whether a name is a company's, or in English any name that the table does not know."""
    if name is None:
        return False
    if name.entity is not None:
        return name.entity.type == COMPANY
    return document.traits.capitals and name.words_in(document.text)[:1].isupper() and not is_measure(document, name)


def is_told(reading: Reading) -> bool:
    """Whether a company's report says so much: what it sold, earned or spent, but not whom it let go."""
    claim, metric = reading.claim, metrics()[reading.claim.metric]
    named = claim.metric == NO_METRIC and any(role.role == "metric" for role in reading.roles)
    result = metric.time == "period" and claim.metric not in PEOPLE
    return claim.modality == REPORTED and (result or named)


def is_own(reading: Reading) -> bool:
    """Whether somebody states a figure of their own."""
    claim = reading.claim
    return (claim.attribution_id or claim.attribution) == (claim.subject_id or claim.subject) is not None


def identity(document: Document, name: Name) -> str:
    """What makes two names one: the entity, else the words."""
    return name.entity.entity_id if name.entity else name.words_in(document.text)
