"""Whether a quantity is a level, a change, a share, a ratio or a rank, and which way a change goes.

In: a scene and a quantity's phrase. Out: aspect, direction and the words that say so. Judgements: a
verb or noun of rising or falling makes a change of a quantity that it measures (`8.8% 늘었다`, `fell 5%`),
not of one that it reaches (`86조 원으로 늘었다`, `fell to 5%`); a multiple that rises is a change, one that
compares is a ratio; a percentage without a direction is a share of what is counted in other units.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from pipeline.claims.measures.metrics import RELATIVE, Cue
from pipeline.claims.measures.shares import is_part_of_count, still
from pipeline.claims.model import Phrase
from pipeline.claims.names.naming import word_ends, word_list
from pipeline.claims.scene import Scene
from pipeline.languages import table
from pipeline.mentions import Quantity

REACHED = {"into", "to", "until", "at", "from", "of", "topic"}
# How many words may hedge a quantity (`up by as much as 3%`).
LONGEST_HEDGE = 3
LONGEST_AFTER = 10
# Cases of where something stands before or after it moved (`2 paise lower at 74.09`).
AWAY = ("from", "to", "at")
COMPARES, TRANSITIVE, PARTS, VERBAL, RATES = "compare", "object", "part", "verb", "rate"
EARNS = "earns"


@cache
def _directions(language: str) -> dict[str, tuple[str, str]]:
    return {row["cue"]: (row["direction"], row["how"]) for row in table(language, "claims_directions")}


def aspect(scene: Scene, place: int, cue: Cue | None) -> tuple[str, str | None]:
    """The aspect of the quantity at phrase `place`, and its direction if it is a change."""
    quantity = scene.quantities[scene.phrase(place).item]
    if quantity.kind == "rank":
        return "rank", None
    if _is_negative(quantity):
        return "change", "down"
    if _has_plus(scene, quantity):
        return "change", "up"
    if is_base_level(scene, place):
        return still(scene, place, quantity.kind, cue), None
    measures = _measures(scene, place, quantity.kind) and not is_part_of_count(scene, place)
    moved = _beside(scene, place) or (_by_verb(scene, place, cue) if measures else None)
    moved = moved or _in_other_words(scene, place)
    if moved and (quantity.kind != "multiple" or moved[1] != COMPARES):
        return "change", moved[0]
    return still(scene, place, quantity.kind, cue), None


def is_base_level(scene: Scene, place: int) -> bool:
    """`전년(0.6%)보다`, `작년 상반기(4312만 개)에 비해`: the level that a change is measured from."""
    if place < 2 or scene.phrase(place - 1).text != "(":
        return False
    before = scene.phrase(place - 2)
    return before.case == "than" or before.kind == "date" and before.case in ("of", "with")


def _is_negative(quantity: Quantity) -> bool:
    """A printed minus is a fall, but for temperatures."""
    amount = quantity.high if quantity.low is None else quantity.low
    return amount is not None and amount < 0 and quantity.kind not in ("temperature", "score")


def _has_plus(scene: Scene, quantity: Quantity) -> bool:
    """A printed plus is a rise (`5월(+4조2000억원)`), but between two numbers it adds them (`1+1`)."""
    first = quantity.start + quantity.surface.startswith("+")
    sign, before = scene.document.text[first - 1 : first], scene.document.text[max(0, first - 2) : first - 1]
    return sign == "+" and not before.strip().isalnum() and quantity.kind not in ("temperature", "score")


def _beside(scene: Scene, place: int) -> tuple[str, str] | None:
    """A word of rising or falling right beside the quantity: `8.8% 급감`, `up more than 24%`, `a 13.5% decline`."""
    found = [*_moving_after(scene, place), *_moving_before(scene, place)]
    kind = scene.quantities[scene.phrase(place).item].kind
    barred = (TRANSITIVE, PARTS, VERBAL) if kind in RELATIVE else (TRANSITIVE, PARTS, VERBAL, RATES)
    usable = [f for f in found if f[1] not in barred]
    return usable[0] if usable and kind != "duration" else None


def _in_other_words(scene: Scene, place: int) -> tuple[str, str] | None:
    """`up $1, or 3%, at $32`, `ended 983 points or 2% lower`: what moves the one number moves the other."""
    words = [n for n, p in enumerate(scene.parse.phrases) if n != place and p.text not in (",", "-")]
    before, after = [n for n in words if n < place][-2:], [n for n in words if n > place][:2]
    for near in (before[::-1], after):
        if len(near) < 2 or scene.phrase(near[0]).text != "or" or scene.phrase(near[1]).kind != "quantity":
            continue
        kinds = {scene.quantities[scene.phrase(n).item].kind in RELATIVE for n in (place, near[1])}
        moved = _beside(scene, near[1])
        if len(kinds) == 2 and moved is not None and scene.phrase(place).case not in AWAY:
            return moved
    return None


def _moving_after(scene: Scene, place: int) -> Iterator[tuple[str, str]]:
    """`8.8% 급감`, `a 13.5% decline`."""
    known, case = _directions(scene.document.language), scene.phrase(place).case
    kind = scene.quantities[scene.phrase(place).item].kind
    demanded = scene.traits.head_final and kind in RELATIVE and not case
    # A particle ends what the number says: `2340선에서 하락`.
    arrived = scene.traits.head_final and case in REACHED
    hedges = takewhile(
        lambda p: p.kind == "adverb" and known.keys().isdisjoint(p.text.split()), scene.parse.phrases[place + 1 :]
    )
    after = place + 1 + min(len(list(hedges)), LONGEST_HEDGE)
    after = _behind_bracket(scene, after)
    for phrase in scene.parse.phrases[after : after + 1]:
        plain = phrase.kind in ("noun", "mark", "adverb") and (demanded or not phrase.case.startswith("o"))
        plain = plain and not arrived and not _is_bullet(scene, phrase)
        part = phrase.kind == "noun" and case == "of" and (kind in RELATIVE or " " in phrase.text)
        if plain or part:
            words = phrase.text.lower().split()
            heads = words[-1:] if not scene.traits.head_final and phrase.kind == "noun" else words
            yield from (known[word] for word in heads if word in known)


def _behind_bracket(scene: Scene, after: int) -> int:
    """`2.1%포인트(p) 증가`: in Korean the phrase behind a bracket with a word in it."""
    bracket = scene.parse.phrases[after : after + 3] if scene.traits.head_final else ()
    worded = len(bracket) == 3 and bracket[0].text == "(" and bracket[1].kind == "noun" and bracket[2].text == ")"
    return after + 3 if worded else after


def _is_bullet(scene: Scene, phrase: Phrase) -> bool:
    """`1648원 ▲미르주유소`: a sign right before a word opens the next item of a list."""
    return phrase.kind == "mark" and scene.document.text[phrase.end : phrase.end + 1].isalpha()


def _moving_before(scene: Scene, place: int) -> Iterator[tuple[str, str]]:
    """`up more than 24%`, `a rise of 3%`, `growth of just 2%`."""
    known, case = _directions(scene.document.language), scene.phrase(place).case
    first = place - 1
    while first >= 0 and place - first <= LONGEST_HEDGE and scene.phrase(first).kind in ("adverb", "mark"):
        words = scene.phrase(first).text.lower()
        if case not in AWAY and known.get(words, ("", COMPARES))[1] != COMPARES:
            yield known[words]
        first -= 1 if not scene.traits.head_final and scene.phrase(first).kind == "adverb" else place
    before = scene.neighbour(place, -1) if not scene.traits.head_final else place - 1
    noun = before is not None and before >= 0 and scene.phrase(before).kind == "noun" and case in ("", "of", "by")
    if noun and all(cue.metric.metric_id == "growth" for cue in scene.cues_in(before)):
        word = scene.phrase(before).text.lower().split()[-1]
        yield from (known[w] for w in (word,) if w in known and known[w][1] != COMPARES)


def _by_verb(scene: Scene, place: int, cue: Cue | None) -> tuple[str, str] | None:
    """The verb of the clause, unless it is itself what names the metric (`raised $120 million`)."""
    clause = scene.parse.clauses[scene.phrase(place).clause]
    known = _directions(scene.document.language)
    found = known.get(clause.lemma, known.get(clause.lemma.removesuffix("하")))
    if found is not None and found[1] == COMPARES and not _is_last(scene, place):
        return None
    if scene.phrase(place).depth:
        found = (
            (found or _by_noun(scene, place)) if scene.quantities[scene.phrase(place).item].kind in RELATIVE else None
        )
    if (
        found is None
        or (cue is not None and cue.phrase == clause.verb and cue.metric.metric_id != "growth")
        or _is_passed(scene, place)
    ):
        return None
    quantity = scene.quantities[scene.phrase(place).item]
    if found[1] == EARNS and quantity.kind == "money" and cue is not None and cue.metric.time == "period":
        return None
    moves = found[1] == TRANSITIVE or found[1] == PARTS and quantity.kind not in RELATIVE
    return None if moves and _is_taken(scene, place, cue, quantity.kind) else found


def _is_passed(scene: Scene, place: int) -> bool:
    """`3조원, 순이익은 5% 증가한 2조원`: an amount before a comma is no change where the verb has a percentage of
    its own."""
    clause, after = scene.phrase(place).clause, scene.parse.phrases[place + 1 : place + 3]
    kinds = [
        scene.quantities[p.item].kind
        for p in scene.parse.phrases[place + 1 :]
        if p.kind == "quantity" and p.clause == clause
    ]
    listed = scene.traits.head_final and len(after) == 2 and after[0].text == "," and after[1].kind == "noun"
    return (
        listed
        and scene.quantities[scene.phrase(place).item].kind not in RELATIVE
        and bool(kinds)
        and kinds[-1] in RELATIVE
    )


def _by_noun(scene: Scene, place: int) -> tuple[str, str] | None:
    """`보험(2.69%) 등이 높은 상승률을 기록했다`: a noun that rises or falls after a bracket."""
    known, clause = _directions(scene.document.language), scene.phrase(place).clause
    after = (p for p in scene.parse.phrases[place:] if p.kind == "noun" and p.clause == clause)
    return next((known[w] for p in after for w in p.text.split(" ")[-1:] if w in known), None)


def _is_last(scene: Scene, place: int) -> bool:
    """Whether no other quantity stands between this one and the end of its clause."""
    clause = scene.phrase(place).clause
    return not any(
        p.kind == "quantity" and p.clause == clause and not p.depth for p in scene.parse.phrases[place + 1 :]
    )


def _is_taken(scene: Scene, place: int, cue: Cue | None, kind: str) -> bool:
    """`cut 9,000 jobs`, `cut 15% of its staff`: the quantity is what the verb takes, not how far it goes."""
    verb = scene.parse.clauses[scene.phrase(place).clause].verb
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    if verb is None or place < verb or scene.phrase(place).case == "by" or kind == "index":
        return False
    part = after is not None and after.case == "of"
    return part if kind in RELATIVE else not (cue and cue.metric.time == "state")


def _measures(scene: Scene, place: int, kind: str) -> bool:
    """Whether it is how far something moved, not where it arrived or what it outdid, who moved or how long it took."""
    case = scene.phrase(place).case
    if kind == "count" and (case == "of" or _counts_actor(scene, place)):
        return False
    if kind not in RELATIVE and (case == "than" or _is_outdone(scene, place)):
        return False
    if kind == "duration":
        end = scene.phrase(place).end
        after = scene.document.text[end : end + LONGEST_AFTER].lstrip()
        if after.startswith(word_ends(scene.document.language, "claims_lasting")):
            return False
        verb = scene.parse.clauses[scene.phrase(place).clause].verb
        return case in ("", "by") and verb is not None and abs(verb - place) == 1
    return case not in REACHED or kind == "percentage_point" or (kind == "multiple" and case in ("into", "to", "until"))


def _counts_actor(scene: Scene, place: int) -> bool:
    """`14개 시도는 감소했다`: how many they are who move."""
    after = scene.parse.phrases[place + 1 : place + 2]
    return not scene.phrase(place).case and any(p.kind == "noun" and p.case in ("topic", "subject") for p in after)


def _is_outdone(scene: Scene, place: int) -> bool:
    """`종전 기록 13조원을 뛰어넘었다`: the amount that a verb of passing takes is what was compared with."""
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    return scene.phrase(place).case == "object" and lemma in word_list(scene.document.language, "claims_passing")
