"""Who or what a quantity is about, and the other party.

In: a scene, the quantity's phrase and its metric's cue. Out: a `Name` or None. Judgements:
- the subject beside the quantity in its clause comes first, then what the clause shares with others;
- a noun that only names the metric (`매출이`) is not the subject: what stands before it in its phrase
  (`반도체 수출`) or in a genitive (`현대차의 이익`) is, a company that is the topic before either;
- for metrics that stand for themselves (an index, exports) the noun itself is the subject, when
  nothing else is;
- somebody who only reports about others is not the subject;
- `이 회사`, `the company`, `it` stand for the last name of their type in the text before, and for
  nothing where there is none: a wrong subject is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.claims.entities import Mention
from pipeline.claims.metrics import Cue
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table

ACTORS = ("topic", "subject", "also")
LONGEST_NAME = 60
COMPANIES = ("company", "organisation", "organization")


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table(language, name))


@cache
def descriptions(language: str) -> dict[str, tuple[str, ...]]:
    """Words that stand for something named before, with the entity types that they can mean."""
    return {row["word"]: tuple(row["types"].split("|")) for row in table(language, "claims_descriptions")}


def subject(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The subject of the quantity at phrase `place`; None when the words do not say."""
    fallback: list[Name] = []
    if cue is not None and not cue.is_verb:
        name, sure = _owner(scene, cue.phrase, cue)
        if name and (sure or _speaks_only(scene, place)):
            return name
        fallback += [name] if name else []
    for candidate in _candidates(scene, place):
        name, sure = _owner(scene, candidate, cue)
        if name and sure and not _only_reports(scene, place, candidate, bool(fallback)):
            return name
        fallback += [name] if name else []
    return fallback[0] if fallback else _from_before(scene, place, cue)


def _candidates(scene: Scene, place: int) -> Iterator[int]:
    """Phrases that can be the subject, likeliest first."""
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    own = [n for n, p in enumerate(phrases) if p.kind == "noun" and p.clause == clause and p.case in ACTORS]
    yield from reversed([n for n in own if n < place])
    yield from [n for n in own if n > place]
    yield from scene.parse.clauses[clause].subjects


def _speaks_only(scene: Scene, place: int) -> bool:
    """Whether the sentence's only actor is one who speaks about others."""
    saying = scene.said(place)
    return saying is not None and _is_outsider(scene, saying.speaker)


def _only_reports(scene: Scene, place: int, candidate: int, has_other: bool) -> bool:
    saying = scene.said(place)
    return saying is not None and saying.speaker == candidate and (has_other or _is_outsider(scene, candidate))


def _is_outsider(scene: Scene, place: int) -> bool:
    """A speaker who talks about others: no company, or one whose words call it a source."""
    phrase = scene.phrase(place)
    names = scene.named_in(phrase.start, phrase.end)
    if names:
        return names[-1].entity.type in ("publisher", "government body", "benchmark", "government_body")
    return phrase.text.endswith(tuple(_words(scene.document.language, "claims_outsiders")))


def _owner(scene: Scene, place: int, cue: Cue | None) -> tuple[Name | None, bool]:
    """What a phrase names once the metric is taken away, and whether that is surely the subject."""
    phrase = scene.phrase(place)
    if phrase.kind != "noun":
        return None, False
    cues = scene.cues_in(place)
    if not cues:
        return named(scene, phrase.start, phrase.end), True
    before = _trim(scene, phrase.start, min(c.start for c in cues))
    names = scene.named_in(*before)
    if names:
        return _name(names[-1]), True
    owner = place - 1
    if owner >= 0 and scene.phrase(owner).kind == "noun" and scene.phrase(owner).case == "of":
        return _owner(scene, owner, cue)[0], True
    if before[0] < before[1]:
        return named(scene, *before), False
    standalone = cue is not None and cue.metric.standalone and place == cue.phrase
    return (Name(phrase.text, None, phrase.start, phrase.end), False) if standalone else (None, False)


def _trim(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """A stretch without the words at its sides that name nothing (`지난해 연결 기준 매출`)."""
    idle = _words(scene.document.language, "claims_idle")
    words = _spans(scene.document.text, start, end)
    while words and scene.document.text[slice(*words[0])].lower() in idle:
        words = words[1:]
    while words and scene.document.text[slice(*words[-1])].lower() in idle:
        words = words[:-1]
    return (words[0][0], words[-1][1]) if words else (start, start)


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a stretch as spans."""
    spans, here = [], start
    for word in text[start:end].split():
        begin = text.index(word, here)
        here = begin + len(word)
        spans.append((begin, here))
    return spans


def named(scene: Scene, start: int, end: int) -> Name | None:
    """What a noun phrase names: what it stands for, the table's name in it, else its words."""
    start, end = _trim(scene, start, end)
    words = scene.document.text[start:end]
    if not words or len(words) > LONGEST_NAME:
        return None
    meant = descriptions(scene.document.language).get(_plain(words))
    if meant is not None:
        return _resolve(scene, meant, start, end)
    if is_nobody(words, scene.document.language):
        return None
    names = scene.named_in(start, end)
    whole = next((m for m in names if m.end == end or m.entity.type != "place"), None)
    return _name(names[-1] if names and names[-1].end == end else whole) if whole else Name(words, None, start, end)


def is_nobody(words: str, language: str) -> bool:
    """Whether a noun names nobody and nothing (`이번 조사`, `결과`)."""
    return _plain(words) in _words(language, "claims_nobody")


def _plain(words: str) -> str:
    return words.lower().strip("'\"‘’“”<>《》「」 ")


def _name(mention: Mention) -> Name:
    return Name("", mention.entity, mention.start, mention.end)


def _resolve(scene: Scene, types: Sequence[str], start: int, end: int) -> Name | None:
    """The last name of one of these types in the text before; `any` takes the last subject."""
    memory = scene.memory
    if "any" in types:
        found = memory.subject
    else:
        known = [memory.by_type[t] for t in types if t in memory.by_type]
        found = max(known, key=lambda n: n.start, default=memory.subject if memory.subject and not memory.subject.entity else None)
    return Name(found.text, found.entity, start, end, True) if found else None


def _from_before(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The last subject of the text before, where the sentence has none of its own."""
    last = scene.memory.subject
    if last is None or any(True for _ in _candidates(scene, place) if not scene.cues_in(_)):
        return None
    return Name(last.text, last.entity, last.start, last.end, True)


def counterpart(scene: Scene, place: int, cue: Cue | None, aspect: str, taken: Name | None) -> Name | None:
    """The other party of the metric: its cases in the quantity's clause, nearest first."""
    cases = ("than", "of", "with") if aspect == "ratio" else cue.metric.object_cases if cue else ()
    clause = scene.phrase(place).clause
    for case in filter(None, cases):
        near = [n for n, p in enumerate(scene.parse.phrases)
                if p.kind == "noun" and p.case == case and p.clause == clause and (cue is None or n != cue.phrase)]
        for candidate in sorted(near, key=lambda n: abs(n - place)):
            phrase = scene.phrase(candidate)
            name = None if scene.cues_in(candidate) and not scene.named_in(phrase.start, phrase.end) else named(scene, phrase.start, phrase.end)
            if name and not (taken and same(name, taken)):
                return name
    return None


def same(one: Name, other: Name) -> bool:
    """Whether two names are of one thing."""
    if one.entity or other.entity:
        return one.entity == other.entity
    return one.text == other.text
