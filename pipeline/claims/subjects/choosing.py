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
- what a ministry puts money into, loans that banks in general give, and an index that somebody else moves are
  subjects of their own (``things``);
- a wrong subject is worse than none.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.names.naming import described, name_of, named
from pipeline.claims.names.offices import holds, house_of
from pipeline.claims.names.salience import holders
from pipeline.claims.names.trimming import trim
from pipeline.claims.parties.comparisons import is_measured_by
from pipeline.claims.parties.dealings import dealing, holds_list
from pipeline.claims.parties.frames import actor
from pipeline.claims.parties.order import owned, sold
from pipeline.claims.parties.recipients import is_reached
from pipeline.claims.parties.trading import trader
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.adnominal import hung_on
from pipeline.claims.subjects.ages import age_group, is_age, of_age
from pipeline.claims.subjects.candidates import candidates, does, is_later, opens_next
from pipeline.claims.subjects.counted import counted_thing
from pipeline.claims.subjects.covered import of_covered
from pipeline.claims.subjects.divisions import of_division
from pipeline.claims.subjects.elided import gone_on_about, headlined, only_times
from pipeline.claims.subjects.foreseen import foreseen
from pipeline.claims.subjects.hit import borne, called, hit_behind
from pipeline.claims.subjects.houses import or_holder, or_house, publishing
from pipeline.claims.subjects.hung import beside
from pipeline.claims.subjects.judged import judged
from pipeline.claims.subjects.lists import is_dealt_in, is_done_with, listed
from pipeline.claims.subjects.measures import (
    charged_by,
    estimated,
    measure_alone,
    measure_itself,
    of_measure,
    told_measure,
)
from pipeline.claims.subjects.moved import moved
from pipeline.claims.subjects.nations import nation, of_home, set_by_bank
from pipeline.claims.subjects.opening import of_opening
from pipeline.claims.subjects.outsiders import (
    REPORTERS,
    is_outsider,
    of_others,
    only_reports,
    spokesman,
    told_about,
)
from pipeline.claims.subjects.owners import owner_of
from pipeline.claims.subjects.parts import of_fronted
from pipeline.claims.subjects.places import (
    averaged,
    bracketed,
    buyer,
    inverted,
    is_inverse,
    is_unnamed,
)
from pipeline.claims.subjects.pointing import pointed_at
from pipeline.claims.subjects.stricken import of_event
from pipeline.claims.subjects.things import itself, programme
from pipeline.claims.subjects.told import of_goods, of_label, of_person, of_price
from pipeline.claims.subjects.wholes import part_of, polled, ranked, surveyed


def subject(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The subject of the quantity at phrase `place`; None when the words do not say."""
    scene = scene._replace(wanted=holders(cue.metric.metric_id)) if cue else scene
    if is_age(scene, place):
        return age_group(scene, place)
    framed, known = _framed(scene, place, cue)
    if known:
        return framed
    if is_unnamed(scene, place):
        return None
    if cue is not None and sold(scene, cue) is not None and cue.metric.metric_id == "acquisition_price":
        return None
    found = beside(scene, place) or of_fronted(scene, place) or hung_on(scene, place) or averaged(scene, place)
    found = found or of_opening(scene, place) or _by_case(scene, place, cue) or bracketed(scene, place)
    listing = None if holds_list(scene, place, cue) else listed(scene, place, cue)
    found = found or of_age(scene, place) or ranked(scene, place) or listing or _natural(scene, place, cue)
    taken = scene.phrase(place).case == "object" and scene.traits.head_final and found is not None
    elsewhere = found is not None and found.resolved and not scene.parse.start <= found.start < scene.parse.end
    unsure = found is None or elsewhere or (found.entity is None and not taken)
    free = scene.phrase(place).case not in ACTORS and not scene.traits.capitals
    done = free and is_done_with(scene, scene.phrase(place).clause)
    if (unsure and not done) or found is not None and found.entity is not None and found.entity.type in REPORTERS:
        found = part_of(scene, place, cue) or counted_thing(scene, place, cue) or found
    found = _of_type(scene, place, cue, found) or found
    if found is not None and (is_reached(scene, place, cue, found.start) or is_measured_by(scene, place, found.start)):
        return None
    found = of_event(scene, place, cue, found) or itself(scene, place, cue, of_person(scene, found, place, cue))
    found = of_price(scene, place, found, cue) or of_goods(scene, found, cue) or of_label(scene, found) or found
    found = set_by_bank(scene, cue, found) or found
    found = of_division(scene, found, cue) or found
    return of_covered(scene, cue, nation(scene, place, cue, found) or found or of_home(scene, cue))


def _framed(scene: Scene, place: int, cue: Cue | None) -> tuple[Name | None, bool]:
    """Whom the frame of the number's words makes its subject (a sale, a deal, trade, public money), and whether it
    does."""
    if is_inverse(scene, place, cue) and (
        (hit := hit_behind(scene, place) or inverted(scene, place)) or not _lacks_actor(scene, place)
    ):
        return called(scene, hit), True
    if (held := owned(scene, place)) is not None:
        return named(scene, scene.phrase(held[0]).start, scene.phrase(held[0]).end), True
    if (bearer := borne(scene, place)) is not None:
        return bearer, True
    if (people := polled(scene, place) or surveyed(scene, place) or judged(scene, place)) is not None:
        return people, True
    acting = actor(scene, place)
    if acting is not None and (meant := named(scene, scene.phrase(acting).start, scene.phrase(acting).end)):
        return meant, True
    if (sale := buyer(scene, place, cue)) is not None:
        return named(scene, *sale[0]), True
    if (both := dealing(scene, place, cue)) is not None:
        return named(scene, *both[0]), True
    trading, abroad = trader(scene, place, cue)
    if abroad:
        return trading, True
    funded = programme(scene, place) or foreseen(scene, place, cue)
    return funded, funded is not None


def _lacks_actor(scene: Scene, place: int) -> bool:
    """`the group, valued at $3bn, said`: an English passive that describes what stands before it."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    return not scene.traits.head_final and clause.passive and clause.link == "relative"


def _by_case(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The noun in a case that the metric's subject stands in (`지진으로 20명이 숨졌다`)."""
    clause = scene.phrase(place).clause
    for case in cue.metric.subject_cases if cue else ():
        for number, phrase in enumerate(scene.parse.phrases):
            near = phrase.kind == "noun" and phrase.case == case and clause - 1 <= phrase.clause <= clause
            if near and not scene.cues_in(number) and (name := named(scene, phrase.start, phrase.end)):
                return name
    return None


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
    name, sure = (None, False) if is_dealt_in(scene, place, cue) else of_measure(scene, place, cue)
    if name and sure:
        return name
    if not name and (pointed := pointed_at(scene, place)) is not None:
        return pointed
    if scene.traits.head_final and (meant := estimated(scene, place) or told_about(scene, place)) is not None:
        return meant
    fallback = [name] if name else []
    heads, unresolved, definite = 0, False, False
    saying = scene.said(place)
    for candidate in candidates(scene, place):
        elsewhere = scene.phrase(candidate).clause != scene.phrase(place).clause
        if fallback and _is_past(scene, candidate, place, cue, heads) or definite and elsewhere and saying:
            break
        name, sure = owner_of(scene, candidate, told_measure(scene, candidate, cue))
        if (
            name
            and not holds(scene, name, candidate, of_others(scene, place, saying))
            and not does(scene, candidate, place)
        ):
            fallback += filter(None, [house_of(scene, candidate)])
            continue
        if name and sure and (set_ := charged_by(scene, name, cue)) is not None:
            return set_
        if name and sure and not only_reports(scene, place, candidate, bool(fallback)):
            return moved(scene, candidate, name, cue) or name
        name = name or measure_itself(scene, candidate, cue)
        fallback += [name] if name and not (sure and is_outsider(scene, candidate)) else []
        heads += 1
        phrase = scene.phrase(candidate)
        meant = described(scene, *trim(scene, phrase.start, phrase.end)) if name is None else None
        unresolved |= meant is not None
        definite |= meant is not None and "any" not in meant
    if fallback or unresolved:
        spoken_for = house_of(scene, saying.speaker) if saying is not None and scene.traits.capitals else None
        return or_house(scene, or_holder(scene, fallback[0], cue), cue) if fallback else spoken_for
    return None if only_times(scene, place, cue) else _from_around(scene, place, cue)


def _from_around(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The subject where nobody acts: the headline's noun, who publishes, or whom the text goes on about."""
    opening = headlined(scene, place)
    headed = owner_of(scene, opening, cue)[0] if opening is not None else None
    headed = headed or (measure_itself(scene, opening, cue) if opening is not None else None)
    found = headed or publishing(scene, place) or spokesman(scene, place) or gone_on_about(scene, place, cue)
    return found or measure_alone(scene, place, cue)


def _is_past(scene: Scene, candidate: int, place: int, cue: Cue | None, heads: int) -> bool:
    """Whether a candidate, `heads` others seen before it, stands too far off to be asked where a name is at hand."""
    here = scene.phrase(place).clause
    hanging = scene.parse.clauses[here].link == "relative" and not scene.traits.head_final
    elsewhere = (
        not scene.traits.head_final
        and scene.phrase(candidate).clause < here
        and cue is not None
        and scene.phrase(cue.phrase).case == "subject"
        and scene.phrase(cue.phrase).clause == here
    )
    listed_ = scene.traits.head_final and candidate > place and _is_told(scene, place, here)
    late = elsewhere or listed_ or hanging and heads or is_later(scene, candidate, place)
    return bool(late) or opens_next(scene, candidate, place)


def _is_told(scene: Scene, place: int, clause: int) -> bool:
    """`게임 매출은 43억원으로, 광고는 7억원으로`: a topic before the number has it, the next one the next."""
    return any(p.case in ACTORS and p.clause == clause and p.kind == "noun" for p in scene.parse.phrases[:place])
