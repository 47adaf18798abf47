"""Who or what a quantity is about.

In: a scene, the quantity's phrase and its metric's cue. Out: a `Name` or None. Judgements:
- the subject beside the quantity in its clause comes first, then what the clause shares with others;
- a noun that only names the metric (`매출이`) is not the subject: what stands before it in its phrase
  (`반도체 수출`), in a genitive (`현대차의 이익`, `shares of`) or as subject of the clause that describes it
  (`SK텔레콤이 넣은 투자금`) is, a company that is the topic before any of these but a genitive;
- for metrics that stand for themselves (an index, exports) the noun itself is the subject, when
  nothing else is;
- of several joined by 와, 과 or `and` the first is meant;
- somebody who only reports about others is not the subject;
- a metric that belongs to one type of thing (a model, a programme) takes the name of that type;
- a wrong subject is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.claims.metrics import Cue
from pipeline.claims.naming import described, is_nobody, name_of, named, trim, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table

ACTORS = ("topic", "subject", "also")
REPORTERS = ("publisher", "government", "index")
OWNING_AFTER = ("of", "in", "at", "from")
JOINING = ("and", "with")


@cache
def acts(language: str) -> frozenset[str]:
    """Verbs of what somebody does on purpose."""
    return frozenset(row["lemma"] for row in table(language, "claims_acts"))


def subject(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The subject of the quantity at phrase `place`; None when the words do not say."""
    if cue is not None and cue.metric.inverse and is_inverse(scene, place):
        return _inverted(scene, place)
    found = _bracketed(scene, place) or _listed(scene, place) or _natural(scene, place, cue)
    if found is None or found.resolved or found.entity is None or found.entity.type in REPORTERS:
        found = _counted_thing(scene, place, cue) or found
    return _of_type(scene, place, cue, found) or found


def _inverted(scene: Scene, place: int) -> Name | None:
    """`과징금을 부과했다`, `fined`: whom the verb hits is the subject."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    cases = ACTORS if clause.passive else ("to", "object")
    for number, phrase in enumerate(scene.parse.phrases):
        if phrase.clause == scene.phrase(place).clause and phrase.kind == "noun" and phrase.case in cases and not scene.cues_in(number):
            return named(scene, phrase.start, phrase.end)
    counted = _counted(scene, place)
    return named(scene, scene.phrase(counted).start, scene.phrase(counted).end) if counted is not None else None


def _counted(scene: Scene, place: int) -> int | None:
    """The noun before another quantity in the case `to` (`제조업체 3곳에`)."""
    for number, phrase in enumerate(scene.parse.phrases[:place]):
        if phrase.kind == "quantity" and phrase.case == "to" and number and phrase.clause == scene.phrase(place).clause:
            return number - 1
    return None


def is_inverse(scene: Scene, place: int) -> bool:
    """Whether the verb of the quantity's clause hits its object (`fine`, `부과하다`)."""
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    return lemma in {row["lemma"] for row in table(scene.document.language, "claims_inverse")}


def _bracketed(scene: Scene, place: int) -> Name | None:
    """`키움증권(6조1500억원)`: the noun before the bracket, unless it is what is measured."""
    if place < 2 or scene.phrase(place - 1).text != "(" or scene.phrase(place - 2).kind != "noun" or scene.cues_in(place - 2):
        return None
    phrase = scene.phrase(place - 2)
    return None if _is_idle(scene, place - 2) else named(scene, phrase.start, phrase.end)


def _listed(scene: Scene, place: int) -> Name | None:
    """`지분은 MS 49%, 모회사 2%`: in a list of nouns with their numbers each noun has its own."""
    pairs = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "quantity" and p.clause == scene.phrase(place).clause
             and _is_item(scene, n)]
    if place not in pairs or len(pairs) < 2:
        return None
    phrase = scene.phrase(place - 1)
    return named(scene, phrase.start, phrase.end)


def _is_item(scene: Scene, place: int) -> bool:
    before = scene.phrase(place - 1) if place else None
    alone = before is not None and before.kind == "noun" and not before.case and not scene.cues_in(place - 1) and not _is_idle(scene, place - 1)
    opened = scene.phrase(place - 2) if place > 1 else None
    return alone and scene.document.language == "ko" and (opened is None or opened.text in (",", "·") or opened.case in ACTORS)


def _is_idle(scene: Scene, place: int) -> bool:
    phrase = scene.phrase(place)
    start, end = trim(scene, phrase.start, phrase.end)
    return start == end or is_nobody(scene.document.text[start:end], scene.document.language)


def _counted_thing(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """A count of nothing that a metric knows is about what is counted (`기업 3곳`, `two trams`)."""
    quantity = scene.quantities[scene.phrase(place).item]
    beside = place - 1 if scene.document.language == "ko" else place + 1
    if cue is not None or quantity.kind != "count" or not 0 <= beside < len(scene.parse.phrases):
        return None
    verb = scene.parse.clauses[scene.phrase(place).clause].verb
    if scene.document.language == "en" and verb is not None and verb < place:
        return None
    phrase = scene.phrase(beside)
    if phrase.kind != "noun" and not scene.phrase(place).case and place + 1 < len(scene.parse.phrases):
        beside, phrase = place + 1, scene.phrase(place + 1)
    if phrase.kind != "noun" or phrase.case not in ("", "subject", "object", "topic") or _is_idle(scene, beside):
        return None
    return named(scene, phrase.start, phrase.end)


def _of_type(scene: Scene, place: int, cue: Cue | None, found: Name | None) -> Name | None:
    """The nearest name of the type that the metric belongs to, where the subject found is of another."""
    types = cue.metric.subject_types if cue else ()
    if not types or (found and found.entity and found.entity.type in types):
        return None
    near = [m for m in scene.named_in(scene.parse.start, scene.parse.end) if m.entity.type in types]
    here = scene.phrase(place)
    if near:
        return name_of(min(near, key=lambda m: abs(m.start - here.start)))
    for phrase in scene.parse.phrases:
        meant = described(scene, phrase.start, phrase.end) if phrase.kind == "noun" else None
        if meant and set(meant) & set(types):
            return named(scene, phrase.start, phrase.end)
    return None


def _natural(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The subject by the words' own order and cases."""
    fallback: list[Name] = []
    heads = 0
    if cue is not None and not cue.is_verb:
        name, sure = _owner(scene, cue.phrase, cue)
        leads = scene.document.language == "ko" or _leads(scene, cue.phrase, place)
        if name and leads and (sure or _speaks_only(scene, place)):
            return name
        fallback += [name] if name else []
    unresolved = False
    for candidate in candidates(scene, place):
        hanging = scene.parse.clauses[scene.phrase(place).clause].link == "relative" and scene.document.language == "en"
        if fallback and (hanging and heads or _is_later(scene, candidate, place)):
            break
        name, sure = _owner(scene, candidate, cue)
        if name and sure and not _only_reports(scene, place, candidate, bool(fallback)):
            return name
        fallback += [name] if name and not (sure and _is_outsider(scene, candidate)) else []
        heads += 1
        phrase = scene.phrase(candidate)
        unresolved |= name is None and described(scene, *trim(scene, phrase.start, phrase.end)) is not None
    return fallback[0] if fallback else None if unresolved else _publisher(scene, place) or _from_before(scene)


def _is_later(scene: Scene, candidate: int, place: int) -> bool:
    """Whether a phrase stands in a later clause, the noun that the quantity's own clause describes aside."""
    verb = scene.parse.clauses[scene.phrase(place).clause].verb
    return scene.phrase(candidate).clause > scene.phrase(place).clause and (verb is None or candidate != verb + 1)


def _publisher(scene: Scene, place: int) -> Name | None:
    """`삼성전자가 공시한 실적을 보면`: who publishes without another subject speaks of itself."""
    saying = scene.said(place)
    if saying is None or scene.phrase(saying.speaker).case not in ACTORS or _is_outsider(scene, saying.speaker):
        return None
    phrase = scene.phrase(saying.speaker)
    return named(scene, phrase.start, phrase.end)


def _leads(scene: Scene, cue: int, place: int) -> bool:
    """Whether an English noun that names the metric says whose it is: as subject, with a possessive, or with `from`."""
    verb = scene.parse.clauses[scene.phrase(cue).clause].verb
    after = scene.phrase(cue + 1) if cue + 1 < len(scene.parse.phrases) else None
    acts_first = cue < place and (verb is None or cue < verb or scene.phrase(cue).case == "subject")
    return acts_first or _genitive(scene, cue) is not None or (after is not None and after.kind == "noun" and after.case == "from")


def candidates(scene: Scene, place: int) -> Iterator[int]:
    """Phrases that can be the subject, likeliest first."""
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    own = [n for n, p in enumerate(phrases) if p.kind == "noun" and p.clause == clause and p.case in ACTORS]
    yield from reversed([n for n in own if n < place])
    if scene.parse.clauses[clause].passive and not any(not scene.cues_in(n) for n in own):
        yield from [n for n, p in enumerate(phrases) if p.kind == "noun" and p.clause == clause and p.case == "to"]
    yield from [n for n in own if n > place]
    yield from scene.parse.clauses[clause].subjects


def _speaks_only(scene: Scene, place: int) -> bool:
    """Whether the one who speaks speaks about others."""
    saying = scene.said(place)
    return saying is not None and _is_outsider(scene, saying.speaker)


def _only_reports(scene: Scene, place: int, candidate: int, has_other: bool) -> bool:
    saying = scene.said(place)
    if saying is None or saying.speaker != candidate or not _is_outsider(scene, candidate):
        return False
    return has_other or scene.parse.clauses[scene.phrase(place).clause].lemma not in acts(scene.document.language)


def _is_outsider(scene: Scene, place: int) -> bool:
    """A speaker who talks about others: no company, or one whose words call it a source."""
    phrase = scene.phrase(place)
    names = scene.named_in(phrase.start, phrase.end)
    if names and names[-1].end == phrase.end:
        analyst = phrase.text.lower().endswith(tuple(word_list(scene.document.language, "claims_analysts")))
        return names[-1].entity.type in REPORTERS or analyst
    return phrase.text.lower().endswith(tuple(word_list(scene.document.language, "claims_outsiders")))


def _owner(scene: Scene, place: int, cue: Cue | None) -> tuple[Name | None, bool]:
    """What a phrase names once the metric is taken away, and whether that is surely the subject."""
    phrase = scene.phrase(place)
    if phrase.kind != "noun":
        return None, False
    cues = scene.cues_in(place)
    neutral = phrase.text.split(" ")[-1] in word_list(scene.document.language, "claims_neutral")
    if not cues and not neutral:
        return _speaking_for(scene, place) or _first_joined(scene, place), True
    before = trim(scene, phrase.start, min((c.start for c in cues), default=phrase.start))
    names = scene.named_in(*before)
    if names:
        return name_of(names[-1]), True
    for owner in (_genitive(scene, place), _after(scene, place), _describer(scene, place)):
        if owner is not None and (name := _owner(scene, owner, None)[0]):
            return name, True
    if before[0] < before[1] and phrase.case in (*ACTORS, "object", ""):
        return named(scene, *before), False
    possessed = phrase.text.split(" ")[0].lower() in word_list(scene.document.language, "claims_possessives")
    standalone = cue is not None and cue.metric.standalone and place == cue.phrase and not possessed and not _is_idle(scene, place)
    return (Name(phrase.text, None, phrase.start, phrase.end), False) if standalone else (None, False)


def _speaking_for(scene: Scene, place: int) -> Name | None:
    """`유나이티드제약 관계자`: whoever speaks for somebody talks about them."""
    phrase = scene.phrase(place)
    for role in word_list(scene.document.language, "claims_spokespeople"):
        if phrase.text.lower().endswith(" " + role) and any(s.speaker == place for s in scene.parse.sayings):
            return named(scene, phrase.start, phrase.start + len(phrase.text.removesuffix(phrase.text[-len(role):]).rstrip()))
    return None


def _first_joined(scene: Scene, place: int) -> Name | None:
    """What the phrase names, or the first of those joined with it; a company's part is the company's."""
    first = place
    while first and scene.phrase(first - 1).kind == "noun" and scene.phrase(first - 1).case in JOINING:
        first -= 1
    while first > 1 and scene.phrase(first - 1).text in ("and", "&", "·") and scene.phrase(first - 2).kind == "noun" \
            and scene.phrase(first - 2).case in ("", "subject"):
        first -= 2
    phrase = scene.phrase(first)
    name = named(scene, phrase.start, phrase.end)
    whose = _genitive(scene, first)
    if name is None or name.entity or name.resolved or whose is None:
        return name
    owner = scene.phrase(whose)
    names = scene.named_in(owner.start, owner.end)
    if names and names[-1].entity.type == "company":
        return name_of(names[-1])
    return Name(scene.document.text[owner.start:phrase.end], None, owner.start, phrase.end)


def _genitive(scene: Scene, place: int) -> int | None:
    """The phrase in the genitive before this one, dates passed over; `삼성전자 3분기 영업이익` needs no particle."""
    before = place - 1
    while before >= 0 and (scene.phrase(before).kind in ("date", "adverb", "quantity") or scene.phrase(before).text == "-"):
        before -= 1
    cases = ("of", "") if before < place - 1 and scene.phrase(place - 1).kind == "date" else ("of",)
    whose = before >= 0 and scene.phrase(before).kind == "noun" and scene.phrase(before).case in cases
    return before if whose and scene.phrase(before).clause == scene.phrase(place).clause else None


def _after(scene: Scene, place: int) -> int | None:
    """`shares of the chipmaker`, `revenue in the cloud unit`: the noun that a preposition adds to a subject."""
    if scene.document.language == "ko" or place + 1 >= len(scene.parse.phrases):
        return None
    acting = any(p.case == "subject" and p.clause == scene.phrase(place).clause for p in scene.parse.phrases)
    if acting and scene.phrase(place).case != "subject" and scene.phrase(place + 1).case != "from":
        return None
    after = scene.phrase(place + 1)
    return place + 1 if after.kind == "noun" and after.case in OWNING_AFTER and after.clause == scene.phrase(place).clause else None


def _describer(scene: Scene, place: int) -> int | None:
    """The subject of the clause that describes this noun (`SK텔레콤이 넣은 투자금`)."""
    if not place or scene.phrase(place - 1).kind != "verb":
        return None
    number = scene.phrase(place - 1).clause
    if scene.parse.clauses[number].link != "relative":
        return None
    actors = [n for n, p in enumerate(scene.parse.phrases) if p.clause == number and p.case == "subject" and p.kind == "noun"]
    return actors[-1] if actors and not scene.cues_in(actors[-1]) else None


def _from_before(scene: Scene) -> Name | None:
    """The last subject of the text before, where the sentence has none of its own."""
    last = scene.memory.subject
    return Name(last.text, last.entity, last.start, last.end, True) if last else None
