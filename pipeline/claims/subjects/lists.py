"""Subjects of numbers in a list.

In: a scene, a quantity's phrase and its metric's cue. Out: a `Name` or None. Judgements: in a list each noun has the
number right behind it (`MS 49%, 모회사 2%`), unless the list is what somebody does something with (`반도체 3조원, 가전
2조원을 투자했다`).
"""

from __future__ import annotations

from pipeline.claims.measures.heads import is_goods
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS, Phrase
from pipeline.claims.names.genitives import before_bracket, is_idle
from pipeline.claims.names.glued import glued
from pipeline.claims.names.naming import named
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.elided import is_note

# What stands before the next item of a list.
OPENING = (",", "·", "△", "▲", "▷", "-", ":", "/", "→")


def listed(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """`지분은 MS 49%, 모회사 2%`: in a list of nouns with their numbers each noun has its own."""
    if not scene.traits.head_final or scene.quantities[scene.phrase(place).item].kind == "duration":
        return None
    own = _is_item(scene, place)
    if not own and not _goes_on(scene, place, cue):
        return None
    clause = scene.phrase(place).clause
    others = [
        n for n, p in enumerate(scene.parse.phrases) if p.kind == "quantity" and p.clause == clause and n != place
    ]
    if is_done_with(scene, clause):
        return None
    follows = not own or any(_is_item(scene, n) or n < place and _has_own(scene, n) for n in others)
    if not follows:
        return None
    phrase = scene.phrase(_item(scene, place))
    return named(scene, phrase.start, phrase.end)


def is_done_with(scene: Scene, clause: int) -> bool:
    """`반도체 3조원, 가전 2조원을 투자했다`: a list that is the object of what somebody does is about who does it."""
    told = scene.parse.clauses[clause]
    last = next((p for p in reversed(scene.parse.phrases) if p.kind == "quantity" and p.clause == clause), None)
    taken = last is not None and last.case == "object" and not told.passive
    language = scene.document.language
    done = taken and told.lemma in word_list(language, "claims_acts", "lemma")
    return done or taken and told.lemma in word_list(language, "claims_dealt_in")


def is_dealt_in(scene: Scene, place: int, cue: Cue | None) -> bool:
    """`운반선 7척, 탱커 16척을 수주했다`: what looks like a measure right before a number is what somebody deals in,
    unless it is told whose it is (`미르의 직원 70명을 채용했다`)."""
    beside = cue is not None and not cue.is_verb and cue.phrase == place - 1 and not scene.phrase(cue.phrase).case
    owned_ = beside and cue.phrase > 0 and scene.phrase(cue.phrase - 1).case == "of"
    return scene.traits.head_final and beside and not owned_ and is_done_with(scene, scene.phrase(place).clause)


def _goes_on(scene: Scene, place: int, cue: Cue | None) -> bool:
    """`모바일의 이익은 3조원, 반도체는 2조원`: an actor right before a number of a list whose measure was said
    before."""
    own = _has_own(scene, place) and not scene.cues_in(_item(scene, place)) and not is_idle(scene, _item(scene, place))
    between = scene.parse.phrases[cue.phrase : place] if own and cue is not None and not cue.is_verb else ()
    return any(p.kind == "quantity" for p in between)


def _item(scene: Scene, place: int) -> int:
    """The phrase right before a number; a bracket (`가전(CE) 5500억원`), a time, what it moved from
    (`서초구는 지난주 0.2%에서 이번 주 0.3%로`) and another number of its own (`전남 58세대 72명`) are passed over."""
    at = place - 1
    while at > 0 and _is_passed(scene, at):
        at -= 1
    return before_bracket(scene, at) if at >= 0 and scene.phrase(at).text == ")" else at


def _is_passed(scene: Scene, place: int) -> bool:
    phrase = scene.phrase(place)
    moved = phrase.kind == "quantity" and phrase.case in ("from", "at")
    after = scene.phrase(place + 1)
    counts = [scene.quantities[p.item].kind for p in (phrase, after) if p.kind == "quantity"] == ["count", "count"]
    beside = counts and not phrase.case and after.start == phrase.end + 1
    return (
        moved or beside or phrase.kind == "date" or phrase.kind == "noun" and not phrase.case and is_idle(scene, place)
    )


def _is_item(scene: Scene, place: int) -> bool:
    at = _item(scene, place)
    before = scene.phrase(at) if at >= 0 else None
    if before is None or before.kind != "noun" or before.case or _is_measure(scene, at) or is_idle(scene, at):
        return False
    # `리터(ℓ)당 1500원`: per what a number counts.
    between = scene.document.text[before.end : scene.phrase(place).start].rstrip()
    if is_field(scene, at, place) or between.endswith(glued(scene.document.language, "per")):
        return False
    opened = scene.phrase(at - 1) if at else None
    opens = opened is None or opened.kind in ("verb", "adverb") or opened.text in OPENING
    opens |= opened is not None and (_classes(scene, opened) or _is_inside(scene, at, place))
    noted = opened is not None and opened.kind == "quantity" and not opened.case and is_note(scene)
    return opens or noted or opened.case in ACTORS


def _classes(scene: Scene, opened: Phrase) -> bool:
    """`지역별로 서울 3명, 부산 2명`: by which kinds of things a list goes."""
    return opened.case == "into" and opened.text.endswith(glued(scene.document.language, "classes"))


def _is_inside(scene: Scene, at: int, place: int) -> bool:
    """`대구(도담당 37%, 미르당 36%)`: the first of a list in a bracket, whose next item has a number like it."""
    opened = scene.phrase(at - 1).text == "(" and at == place - 1
    after = scene.parse.phrases[place + 1 : place + 4] if opened else ()
    alike = len(after) == 3 and [p.kind for p in after] == ["mark", "noun", "quantity"] and after[2].depth
    return bool(alike) and scene.quantities[after[2].item].kind == scene.quantities[scene.phrase(place).item].kind


def is_field(scene: Scene, at: int, place: int) -> bool:
    """`세계 7위`, `모델 순위 2위`: before a rank stands what is ranked, unless it is a known name."""
    phrase = scene.phrase(at)
    ranked = scene.quantities[scene.phrase(place).item].kind == "rank"
    return ranked and not any(m.end == phrase.end for m in scene.named_in(phrase.start, phrase.end))


def _is_measure(scene: Scene, place: int) -> bool:
    """Whether a noun names what is measured; an index that has a number of its own (`거래대금은 코스닥 5조원`) does
    not."""
    phrase = scene.phrase(place)
    called = any((m.start, m.end) == (phrase.start, phrase.end) for m in scene.named_in(phrase.start, phrase.end))
    return bool(scene.cues_in(place)) and not called and not is_goods(scene, place)


def _has_own(scene: Scene, place: int) -> bool:
    """`모바일의 이익은 3조원, 가전 5천억원`: an actor right before the first number opens the list."""
    at = _item(scene, place)
    return at >= 0 and scene.phrase(at).kind == "noun" and scene.phrase(at).case in ACTORS
