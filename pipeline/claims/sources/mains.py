"""Whose figures a text as a whole reports.

In: the readings of a document, in reading order, and who brings out figures in sentences that count nothing. Out: the
main source, and the positions of what others say. Judgements:
- A source that reports and is the only one to do so is the main one; what others expect changes nothing.
- Of several the first near the top is, if it is said to bring its figures out (`발표했다`, `공시했다`) or if most that
  anybody reports is its own.
- Who is neither said to bring figures out nor states several of them only comments on what is told.
- Who speaks for a source (`통계청 관계자`) is that source.
- Papers, brokers, people whose word is their own (`김 교수`) and groups without a name (`업계`) are no such source, nor
  is whose data somebody else only passes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.names.cast import PERSON, office_of
from pipeline.claims.names.words import descriptions, is_nobody, role_list, word_ends, word_list
from pipeline.claims.scene import Name
from pipeline.claims.sources.reporters import identity
from pipeline.claims.sources.reports import LONGEST_CITATION, gives_figures

LIST, REPORTED = "claims_releasing", "reported"
# Far enough for a lead behind a headline and a dateline.
LEAD = 700
LONGEST_SENTENCE = 300
# A text that cites more has no main source.
MOST_HOUSES = 40
# Of how many numbers the only one who reports anything states one at least.
WIDE = 3
# How many numbers somebody states who is not said to bring them out.
SEVERAL = 3


@dataclass(slots=True)
class _House:
    """A source under all its names, the shortest too: where it first speaks, whether it brings figures out, how many
    numbers it states as they are, and where all that it states stands."""

    short: Name
    first: int
    releases: bool = False
    bringing: list[Name] = field(default_factory=list)
    reports: int = 0
    names: list[Name] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)


def main_source(
    document: Document, readings: Sequence[Reading], releasing: Sequence[Name]
) -> tuple[Name | None, frozenset[int]]:
    """The main source of a text, and the positions of what others say."""
    houses = _houses(document, readings, releasing)
    reporting = [house for house in houses if house.reports]
    main = reporting[0] if len(reporting) == 1 and _is_wide(reporting[0], readings) else _leading(document, reporting)
    name = _source(document, main) if main else None
    if name and not (main.releases or main.reports >= SEVERAL or gives_figures(document, name)):
        name = None
    others = (n for house in houses if house is not main for n in house.positions)
    return name, frozenset(others if name else ())


def _houses(document: Document, readings: Sequence[Reading], releasing: Sequence[Name]) -> list[_House]:
    """Everybody who says something, by the first place where they do."""
    said = [(r.claim.quote_start, r.speaker, n) for n, r in enumerate(readings) if r.speaker and r.claim.attribution]
    found: list[_House] = []
    known: dict[str, _House] = {}
    for place, name, number in sorted(
        [*said, *((name.start, name, None) for name in releasing)], key=lambda s: (s[0], s[2] is None)
    ):
        called = identity(document, name)
        house = known.get(called) or next((h for h in found if _is_of(document, name, h)), None)
        if house is None:
            found.append(house := _House(name, place))
        if len(found) > MOST_HOUSES:
            return []
        known[called] = house
        _add(document, house, name, number is None or readings[number].claim.modality == REPORTED)
        house.bringing += [name] if number is None and not _is_vague(document, name) else []
        house.releases |= number is None
        house.positions += [number] if number is not None else []
    return found


def _add(document: Document, house: _House, name: Name, reports: bool) -> None:
    house.names.append(name)
    house.short = min(house.short, name, key=lambda n: len(n.words_in(document.text)))
    house.releases |= _is_released(document, name)
    house.reports += reports


def _is_of(document: Document, name: Name, house: _House) -> bool:
    """Whether a speaker is the house or somebody of it."""
    return _speaks_for(document, name, house.short) or _speaks_for(document, house.short, name)


def _speaks_for(document: Document, name: Name, house: Name) -> bool:
    if name.entity is not None or house.entity is not None:
        words = house.entity.name(document.language) if house.entity else house.words_in(document.text)
        return name.entity == house.entity or name.words_in(document.text).startswith(
            (words, house.words_in(document.text))
        )
    return name.words_in(document.text).startswith(house.words_in(document.text))


def _is_released(document: Document, name: Name) -> bool:
    """`통계청이 발표한`, `가람전자는 30일 … 공시했다`: whether somebody is said to bring figures out."""
    after = document.text[name.end : name.end + LONGEST_SENTENCE].partition(". ")[0].partition("\n")[0]
    return any(stem in after for role in ("", "describing") for stem in role_list(document.language, LIST, role))


def _is_wide(house: _House, readings: Sequence[Reading]) -> bool:
    """Whether the only one who reports does so from the top on, or for much of the text."""
    return house.first <= LEAD or WIDE * house.reports >= len(readings)


def _leading(document: Document, houses: Sequence[_House]) -> _House | None:
    """The first near the top whose text it is."""
    total = sum(house.reports for house in houses)
    for house in houses:
        if house.first <= LEAD and (house.releases or 2 * house.reports > total) and _source(document, house):
            return house
    return None


def _source(document: Document, house: _House) -> Name | None:
    """The name under which a house is the source of a whole text: of all places that name it, one where it is cited
    says best what it is."""
    alone = word_ends(document.language, "claims_laypeople")
    open_ = [n for n in house.names if not _is_passed_on(document, n)]
    open_ = [n for n in open_ if not n.words_in(document.text).endswith(alone) and not _is_person(document, n)]
    cited = next((name for name in open_ if gives_figures(document, name)), None)
    return cited or next((n for n in open_ if _is_source(document, n) or n in house.bringing), None)


def _is_source(document: Document, name: Name) -> bool:
    """Whether a name is somebody who publishes figures or speaks of itself."""
    kinds = word_list(document.language, "claims_sole_sources")
    if name.entity is not None:
        return name.entity.type in kinds
    words = name.words_in(document.text)
    return not _is_vague(document, name) and not words.endswith(word_ends(document.language, "claims_outsiders"))


def _is_vague(document: Document, name: Name) -> bool:
    """`업계`, `이 회사`, `소비자 동향`: whether nobody in particular is named."""
    words = name.words_in(document.text)
    groups = words.endswith(word_ends(document.language, "claims_forecasters"))
    groups = groups or words.endswith(word_ends(document.language, "claims_report_names"))
    return groups or words in descriptions(document.language) or is_nobody(words, document.language)


def _is_person(document: Document, name: Name) -> bool:
    words = name.words_in(document.text)
    return office_of(words, document.language) is not None or name.entity is not None and name.entity.type == PERSON


def _is_passed_on(document: Document, name: Name) -> bool:
    """`가람연구소 자료를 인용해`: whose data a paper passes on, which tells more than those."""
    after = document.text[name.end : name.end + LONGEST_CITATION]
    return any(word in after for word in word_list(document.language, "claims_passed_on"))
