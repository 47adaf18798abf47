"""What a text goes on about: whom a description, a pronoun or a sentence without a subject can mean.

In: the memory, the types that words or a metric allow. Out: a `Name` or None. The model:
- a referent is whoever acted or was the subject of a claim, with its type, how often it did, and where last; in the
  lead it counts double;
- the centre is the last of them that acted, people who only speak, groups (`analysts`) and parts of companies aside;
- types must fit where they are known: `the airline` is no place, revenue belongs to no person (``holders.csv``);
- of what fits, first the one that bears the description's noun in its name (`the bank`: Marlow Bank), then the
  centre, then whoever was referred to most, the later of two; of people the last;
- of models, products, programmes and tests the last that was named, whether it acted or not;
- when nothing fits, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from pipeline import reference
from pipeline.claims.names.cast import COMPANY, CURRENCY, GROUP, PERSON, type_of, without_office
from pipeline.claims.scene import Memory, Name, Referent
from pipeline.languages import language as traits

LEAD = 300
MOST_REFERENTS = 48
# What is talked about without acting.
THINGS = frozenset(("model", "product", "programme", "benchmark", CURRENCY))
# What names outside the table can be when nothing says what they are.
UNTYPED = frozenset((COMPANY, "organisation", "government", "place", PERSON, "any"))
# What nobody calls `the company` or `it` without having said what it is.
NEVER_IT = (PERSON, GROUP)


@cache
def holders(metric: str) -> tuple[str, ...]:
    """The types of things that can have a metric; empty where anything can."""
    return next((tuple(row["types"].split("|")) for row in reference.table("holders") if row["metric"] == metric), ())


def type_in(memory: Memory, name: Name, language: str) -> str:
    """The type of a name: the table's, else what its words say; empty when nothing does."""
    words = name.entity.name(language) if name.entity else name.text
    quoted = next((t for t, known in memory.by_type.items() if not known.entity and known.text == words), "")
    said = quoted or type_of(words, language, memory.cast) if words else ""
    return said if not name.entity or said == GROUP else name.entity.type


def can_hold(type_: str, wanted: Sequence[str]) -> bool:
    """Whether something of a type can have what only `wanted` types have."""
    return type_ != GROUP and (not wanted or not type_ or type_ in wanted)


def acted(memory: Memory, name: Name, language: str) -> dict[str, Referent]:
    """Everybody who acted, after one more did."""
    type_ = type_in(memory, name, language)
    if not name.entity and type_ == PERSON:
        name = name._replace(text=without_office(name.text, language))
    key = name.entity.entity_id if name.entity else name.text
    before = memory.referents.get(key)
    times = (before.times if before else 0) + 1 + (name.start < LEAD)
    type_ = before.type if before else type_
    kept = {k: r for k, r in memory.referents.items() if k != key}
    if len(kept) >= MOST_REFERENTS:
        kept.pop(min(kept, key=lambda k: (kept[k].times, kept[k].last)))
    return {**kept, key: Referent(name, type_, times, name.start)}


def salient(
    memory: Memory, language: str, types: Sequence[str], wanted: Sequence[str], noun: str = "", since: int | None = None
) -> Name | None:
    """Whom words mean that allow `types` (`any` allows all but people), for a metric that `wanted` types have; a
    description means whoever its own sentence, which begins at `since`, has told of in passing."""
    if not set(types) - THINGS:
        return _last_named(memory, types)
    if set(types) == {PERSON}:
        people = [r for r in memory.referents.values() if r.type == PERSON]
        return max(people, key=lambda r: r.last).name if people else _untyped_centre(memory, language)
    fitting = [r for r in memory.referents.values() if _fits(r.type, types, wanted)]
    bearing = [r for r in fitting if noun and _bears(r.name, noun, language)]
    if bearing:
        return max(bearing, key=lambda r: r.last).name
    if (
        memory.passing
        and since is not None
        and memory.passing.start >= since
        and _fits(type_in(memory, memory.passing, language), types, wanted)
    ):
        return memory.passing
    if memory.subject and _fits(type_in(memory, memory.subject, language), types, wanted):
        return _house_there(memory, fitting, types, wanted, language) or memory.subject
    if fitting:
        return max(fitting, key=lambda r: (r.times, r.last)).name
    return _last_named(memory, [t for t in types if can_hold(t, wanted)])


def _times(memory: Memory, name: Name) -> int:
    """How often a name acted."""
    known = memory.referents.get(name.entity.entity_id if name.entity else name.text)
    return known.times if known is not None else 0


def _house_there(
    memory: Memory, fitting: Sequence[Referent], types: Sequence[str], wanted: Sequence[str], language: str
) -> Name | None:
    """`Asia contributed $900 million. It plans to cut 1,500 jobs`: past a place that acted, the company goes on; so
    does a Korean `회사는` past a part of it, where the text told of the company more."""
    if traits(language).glued and tuple(types) == (COMPANY,) and not type_in(memory, memory.subject, language):
        known = [r for r in fitting if r.type == COMPANY and r.times > _times(memory, memory.subject)]
        return max(known, key=lambda r: (r.times, r.last)).name if known else None
    if wanted[:1] != (COMPANY,) or type_in(memory, memory.subject, language) != "place":
        return None
    houses = [r for r in fitting if r.type == COMPANY or not r.type and r.times > 1]
    return max(houses, key=lambda r: (r.times, r.last)).name if houses else None


def _fits(type_: str, types: Sequence[str], wanted: Sequence[str]) -> bool:
    if not can_hold(type_, wanted):
        return False
    if "any" in types:
        return type_ not in NEVER_IT
    return type_ in types if type_ else bool(set(types) & UNTYPED)


def _bears(name: Name, noun: str, language: str) -> bool:
    words = name.entity.name(language) if name.entity else name.text
    if traits(language).glued:
        return words.endswith(noun)
    return noun in (word.lower() for word in words.split(" ") if word[:1].isupper())


def _untyped_centre(memory: Memory, language: str) -> Name | None:
    centre = memory.subject
    return centre if centre and not type_in(memory, centre, language) else None


def _last_named(memory: Memory, types: Iterable[str]) -> Name | None:
    """The last name of a type, or the centre where nothing says what it is."""
    centre = memory.subject if memory.subject and not memory.subject.entity and " " not in memory.subject.text else None
    known = [memory.by_type[t] for t in types if t in memory.by_type]
    return max([*known, *filter(None, [centre])], key=lambda n: n.start, default=None)
