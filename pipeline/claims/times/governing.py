"""For which date or period a number holds.

In: a scene and a quantity's phrase. Out: the positions of the dates that govern it. Judgements: the nearest date before
the quantity in its clause, else after it there, else in the clauses before, else the sentence's only other one; a date
beside a verb of saying, or a day beside who says it, is when it was said and governs nothing; a date inside a clause
that describes a noun, or inside a bracket with numbers, stays inside it; one compared with belongs to the base.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.claims.measures.metrics import RELATIVE, Cue
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Scene
from pipeline.claims.times.bases import COMPARED, is_base, is_of_base
from pipeline.claims.times.beside import is_begun, is_beside, is_since, looked_back_to, opened_by, recorded_in
from pipeline.claims.times.brackets import before_bracket, is_of_bracket
from pipeline.claims.times.extents import up_to
from pipeline.claims.times.said import is_when_said, opens_saying, opens_subject, saying_verbs
from pipeline.languages import table

DATELESS = ("duration", "age")
LONGEST_WORD = 20
# What is new every day: the day that opens the sentence is theirs.
DAILY = ("index_level", "stock_price", "exchange_rate", "trade_volume")


def as_of(scene: Scene, place: int, cue: Cue | None) -> int | None:
    """The date that a quantity holds for; lengths of time, ages and what is only counted (`167개사의`) have none."""
    phrase = scene.phrase(place)
    kind = scene.quantities[phrase.item].kind
    if not scene.dates or kind in DATELESS:
        return None
    only_counted = cue is None and kind == "count" and phrase.case == "of" and not _is_right_before(scene, place)
    if only_counted:
        return None
    daily = cue is not None and cue.metric.metric_id in DAILY and not _is_aimed(scene, cue)
    when = list(_governing(scene, place, daily))
    if cue is not None and cue.metric.time == "period" and not daily and _is_stated(scene, place):
        when.sort(key=lambda date: scene.dates[date].granularity == "day")
    return up_to(scene, when[0]) if when else None


def _is_right_before(scene: Scene, place: int) -> bool:
    """`a rate of 3.9 million in June`: English says the date right behind the number that it is of."""
    after = scene.parse.phrases[place + 1 : place + 2]
    return not scene.traits.head_final and bool(after) and after[0].kind == "date"


def _is_stated(scene: Scene, place: int) -> bool:
    """`reported third-quarter revenue of $4 billion on Thursday`: the day beside a result is when it was stated."""
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    return scene.traits.head_final or lemma in saying_verbs(scene.document.language)


def _is_aimed(scene: Scene, cue: Cue) -> bool:
    """`목표주가`: what is only expected is not new every day."""
    words = scene.document.text[cue.start : cue.end]
    known = table(scene.document.language, "claims_modality")
    return any(row["where"] == "noun" and row["cue"] == words for row in known)


def _governing(scene: Scene, place: int, daily: bool) -> Iterable[int]:
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    for found in (_described, looked_back_to, before_bracket, opened_by, recorded_in):
        yield from found(scene, place)
    # `3분기까지` sums up to a quarter, `until June` only ends there.
    bounds = ("since",) if scene.traits.head_final else ("since", "until")
    usable = [
        n
        for n, p in enumerate(phrases)
        if p.kind == "date"
        and p.case not in bounds
        and not is_measure(scene, place, n)
        and not is_base(scene, n)
        and not is_of_base(scene, place, n)
        and not _is_delivery(scene, n)
        and not _is_of_outlook(scene, n)
        and not is_of_bracket(scene, place, n)
        and not is_when_said(scene, n)
        and not is_since(scene, place, n)
        and not is_begun(scene, n)
        and (daily or not opens_saying(scene, n))
    ]
    own = [n for n in usable if phrases[n].clause == clause and not (n > place and _is_measured_by(scene, n))]
    own = [n for n in own if not is_apart(scene, place, n)]
    yield from (phrases[n].item for n in own if is_beside(scene, place, n))
    if is_before(scene, place):
        return
    yield from (phrases[n].item for n in reversed(own) if n < place)
    yield from (
        phrases[n].item
        for n in own
        if n > place and not _opens_next(scene, place, n) and not _is_anothers(scene, place, n)
    )
    yield from (phrases[n].item for n in usable if _is_of_subject(scene, place, n) or _is_of_thing(scene, place, n))
    outer = [n for n in usable if phrases[n].clause < clause and not _is_inside(scene, n)]
    outer = [n for n in outer if _reaches(scene, n) or _continues(scene, clause)]
    yield from (phrases[n].item for n in reversed(outer))


def is_apart(scene: Scene, place: int, date: int) -> bool:
    """`fell 9% to $2m in 2024; fell 11% in the fourth quarter`: in English a semicolon parts what follows it."""
    between = scene.parse.phrases[min(place, date) : max(place, date)]
    return not scene.traits.head_final and any(p.text == ";" and not p.depth for p in between)


def is_before(scene: Scene, place: int) -> bool:
    """`to $77m from $68m`, `against a loss of $6m`: an English number compared with has only a time beside it."""
    if scene.traits.head_final or scene.quantities[scene.phrase(place).item].kind in RELATIVE:
        return False
    measure = place and scene.phrase(place).case == "of" and scene.phrase(place - 1).case == "than"
    return scene.phrase(place).case in ("from", "than") or bool(measure)


def _is_anothers(scene: Scene, place: int, date: int) -> bool:
    """`8% for the year, the best since an 8.5% rise in 1999`, `up from $3 a year ago and from $2 in 2015`: behind a
    comma, or behind what is compared with, the date is the nearer number's. In Korean it is that of a number right
    behind it (`3개 업체의 점유율은 지난해 95%`)."""
    between, depth = scene.parse.phrases[place + 1 : date], scene.phrase(place).depth
    quantities = [n for n, p in enumerate(between) if p.kind == "quantity" and p.depth <= depth]
    if scene.traits.head_final:
        after = scene.neighbour(date, 1)
        return after is not None and scene.phrase(after).kind == "quantity"
    if quantities and between[quantities[-1]].case in ("from", COMPARED):
        return True
    return (
        bool(quantities)
        and any(p.text == "," for p in between[: quantities[-1]])
        and not any(p.text in ("or", "and") for p in between[: quantities[-1]])
    )


def _is_of_subject(scene: Scene, place: int, date: int) -> bool:
    """`the average price of a car sold in October was $30,000`: when what is measured was sold."""
    clause, phrases = scene.phrase(date).clause, scene.parse.phrases
    inside = clause == scene.phrase(place).clause - 1 and phrases[date].case == "in"
    if not inside or scene.parse.clauses[clause].lemma not in word_list(scene.document.language, "claims_selling"):
        return False
    first = next(p for p in phrases if p.clause == clause)
    return first.text != "," and phrases[date + 1].text != ","


def _is_of_thing(scene: Scene, place: int, date: int) -> bool:
    """`16 million cars will be sold this year`, `the $95 billion it was valued at in 2021`: when the next clause tells
    something of what is counted; not when somebody believed it."""
    clause, after = scene.phrase(place).clause + 1, scene.parse.phrases[place + 1 : place + 2]
    told = any(p.kind == "noun" and p.case == "subject" and p.clause == clause for p in after)
    if scene.traits.head_final or not told or scene.phrase(date).clause != clause:
        return False
    return scene.parse.clauses[clause].lemma not in saying_verbs(scene.document.language)


def _is_of_outlook(scene: Scene, date: int) -> bool:
    """`the July forecast`: when an outlook was given; a quarter or year is what it is for."""
    after = scene.parse.phrases[date + 1 : date + 2]
    short = scene.dates[scene.phrase(date).item].granularity in ("day", "week", "month")
    outlooks = word_list(scene.document.language, "claims_outlooks")
    return short and any(p.kind == "noun" and p.text.lower().split(" ")[-1] in outlooks for p in after)


def _described(scene: Scene, place: int) -> Iterable[int]:
    """`유가가 평균 94달러였던 2012년`: the date that the clause of a number describes."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    if clause.link == "relative" and clause.verb is not None and scene.phrase(place).case != "topic":
        yield from (p.item for p in scene.parse.phrases[clause.verb + 1 : clause.verb + 2] if p.kind == "date")


def _opens_next(scene: Scene, place: int, date: int) -> bool:
    """`1800억원, 내년에는 2710억원`: in Korean a date behind a comma belongs to the number after it."""
    return scene.traits.head_final and any(p.text == "," for p in scene.parse.phrases[place + 1 : date])


def _is_delivery(scene: Scene, place: int) -> bool:
    """`6월 인도분 원유`, `crude for delivery in May`: when something is delivered or falls due is part of its name."""
    end, start = scene.phrase(place).end, scene.phrase(place).start
    before = scene.document.text[max(scene.parse.start, start - LONGEST_WORD) : start].rstrip()
    if before.endswith(word_ends(scene.document.language, "claims_delivered")):
        return True
    rest = scene.document.text[end : end + LONGEST_WORD].lstrip()
    return rest.startswith(word_ends(scene.document.language, "claims_deliveries"))


def is_measure(scene: Scene, place: int, date: int) -> bool:
    """`2019년의 94%`, `지난해 실적의 60%`: the period is what the percentage is of."""
    depth = scene.phrase(place).depth
    between = [p for p in scene.parse.phrases[date:place] if p.depth <= depth and p.text != ")"]
    kind = scene.quantities[scene.phrase(place).item].kind
    return kind in RELATIVE and 0 < len(between) <= 2 and between[-1].case == "of" and scene.traits.head_final


def _is_measured_by(scene: Scene, date: int) -> bool:
    """`계약금액은 7천억 원으로 지난해 매출의 18%`: the period that a later percentage is of."""
    later = [n for n in range(date + 1, min(date + 4, len(scene.parse.phrases))) if scene.phrase(n).kind == "quantity"]
    return any(is_measure(scene, n, date) for n in later)


def _continues(scene: Scene, clause: int) -> bool:
    """`…, bringing its total to`: a participle after a comma goes on with the clause before."""
    first = next((p for p in scene.parse.phrases if p.clause == clause), None)
    return first is not None and first.text == "," and scene.parse.clauses[clause].link == "relative"


def _reaches(scene: Scene, date: int) -> bool:
    """An English date reaches beyond its clause only from the front of it, or as part of the next one's subject."""
    verb = scene.parse.clauses[scene.phrase(date).clause].verb
    return scene.traits.head_final or verb is None or date < verb or opens_subject(scene, date)


def _describes_quantity(scene: Scene, clause: int) -> bool:
    """`3분기 영업이익이 25% 증가한 3581억원`: the clause describes the number itself."""
    verb = scene.parse.clauses[clause].verb
    after = scene.parse.phrases[verb + 1 : verb + 2] if verb is not None and scene.traits.head_final else ()
    return any(p.kind == "quantity" for p in after)


def _is_inside(scene: Scene, place: int) -> bool:
    """Whether the date belongs to a clause that describes a noun, and does not open the sentence."""
    clause = scene.phrase(place).clause
    if _describes_quantity(scene, clause):
        return False
    opens = not any(p.kind in ("noun", "verb") and p.case != "source" for p in scene.parse.phrases[:place])
    leads = any(p.case == "topic" and p.clause == clause for p in scene.parse.phrases[place + 1 :])
    return scene.parse.clauses[clause].link == "relative" and not opens and not leads
