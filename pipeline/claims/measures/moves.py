"""Words and signs of rising and falling right beside a quantity.

In: a scene and a quantity's phrase. Out: the direction and how its word moves, or None. Judgements: a noun or adverb
right behind or before the quantity moves it (`8.8% 급감`, `up more than 24%`, `a 13.5% decline`), and so does one near
the same number in other words (`up $1, or 3%`); a word that tells where the number came from does not (`7% down
from 8%`), nor does one that only compares a price or an age (`priced higher than $499`, `aged 26 or above`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from pipeline.claims.measures.metrics import RELATIVE
from pipeline.claims.model import Phrase
from pipeline.claims.scene import Scene
from pipeline.languages import table
from pipeline.mentions import Quantity

# How far the preposition right behind a number may reach.
LONGEST_WORD = 12
OR = "or"
# How many words may hedge a quantity (`up by as much as 3%`).
LONGEST_HEDGE = 3
# Cases of where something stands before or after it moved (`2 paise lower at 74.09`), or is compared with.
AWAY = ("from", "to", "at", "than")
REACHED = {"into", "to", "until", "at", "from", "of", "topic"}
COMPARES, TRANSITIVE, PARTS, VERBAL, RATES, APART = "compare", "object", "part", "verb", "rate", "apart"
# Lengths of time and ages only move by a verb of their own.
TIMES = ("duration", "age")
SIGNED = ("temperature", "score")


@cache
def directions(language: str) -> dict[str, tuple[str, str]]:
    return {row["cue"]: (row["direction"], row["how"]) for row in table(language, "claims_directions")}


def of_verb(language: str, lemma: str) -> tuple[str, str] | None:
    """The direction of a verb and how it moves (`상승하` as `상승`), or None."""
    known = directions(language)
    return known.get(lemma, known.get(lemma.removesuffix("하")))


@cache
def rates(language: str) -> dict[str, str]:
    """Words for a rate of growth, with the way it goes."""
    return {row["word"]: row["direction"] for row in table(language, "claims_growth_rates")}


@cache
def moving_nouns(language: str) -> dict[str, tuple[str, str]]:
    """Words that move and rates of growth, with the direction and how they move."""
    return directions(language) | {word: (way, RATES) for word, way in rates(language).items()}


def beside(scene: Scene, place: int) -> tuple[str, str] | None:
    """A word of rising or falling right beside the quantity: `8.8% 급감`, `up more than 24%`, `a 13.5% decline`."""
    found = [*_moving_after(scene, place), *_moving_before(scene, place)]
    kind = scene.quantities[scene.phrase(place).item].kind
    barred = (TRANSITIVE, PARTS, VERBAL) if kind in RELATIVE else (TRANSITIVE, PARTS, VERBAL, RATES)
    usable = [f for f in found if f[1] not in barred]
    return usable[0] if usable and kind not in TIMES else None


def in_other_words(scene: Scene, place: int) -> tuple[str, str] | None:
    """`up $1, or 3%, at $32`, `ended 983 points or 2% lower`: what moves the one number moves the other."""
    if scene.document.text.find(OR, scene.parse.start, scene.parse.end) < 0:
        return None
    words = [n for n, p in enumerate(scene.parse.phrases) if n != place and p.text not in (",", "-")]
    before, after = [n for n in words if n < place][-2:], [n for n in words if n > place][:2]
    for near in (before[::-1], after):
        if len(near) < 2 or scene.phrase(near[0]).text != OR or scene.phrase(near[1]).kind != "quantity":
            continue
        kinds = {scene.quantities[scene.phrase(n).item].kind in RELATIVE for n in (place, near[1])}
        moved = beside(scene, near[1])
        if len(kinds) == 2 and moved is not None and scene.phrase(place).case not in AWAY:
            return moved
    return None


def _moving_after(scene: Scene, place: int) -> Iterator[tuple[str, str]]:
    """`8.8% 급감`, `a 13.5% decline`."""
    known, case = directions(scene.document.language), scene.phrase(place).case
    kind = scene.quantities[scene.phrase(place).item].kind
    demanded = scene.traits.head_final and kind in RELATIVE and not case
    # A particle ends what the number says: `2340선에서 하락`.
    arrived = scene.traits.head_final and case in REACHED
    hedges = takewhile(
        lambda p: p.kind == "adverb" and known.keys().isdisjoint(p.text.split()), scene.parse.phrases[place + 1 :]
    )
    yield from _beyond(scene, place)
    after = place + 1 + min(len(list(hedges)), LONGEST_HEDGE)
    after = _behind_bracket(scene, after)
    for phrase in scene.parse.phrases[after : after + 1]:
        plain = phrase.kind in ("noun", "mark", "adverb") and (demanded or not phrase.case.startswith("o"))
        plain = plain and not arrived and not _is_bullet(scene, phrase) and not _came_from(scene, place, after)
        part = phrase.kind == "noun" and case == "of" and (kind in RELATIVE or " " in phrase.text)
        if plain or part:
            words = phrase.text.lower().split()
            heads = words[-1:] if not scene.traits.head_final and phrase.kind == "noun" else words
            yield from (known[word] for word in heads if word in known)


def _beyond(scene: Scene, place: int) -> Iterator[tuple[str, str]]:
    """`4.7 percent below the August figure`: an English preposition that says by how much it is more or less."""
    after = scene.parse.phrases[place + 1 : place + 2] if not scene.traits.head_final else ()
    words = scene.document.text[scene.phrase(place).end :][:LONGEST_WORD].lower().split() if after else []
    word = words[0] if words and after[0].kind != "mark" and scene.phrase(place).kind == "quantity" else ""
    known = directions(scene.document.language).get(word)
    if known is not None and known[1] == COMPARES:
        yield known


def _came_from(scene: Scene, place: int, after: int) -> bool:
    """`7.6% down from 8.4%`: a word behind a number that says from which level it came."""
    source = scene.parse.phrases[after + 1 : after + 2] if scene.phrase(after).kind == "adverb" else ()
    kind = scene.quantities[scene.phrase(place).item].kind
    return any(p.kind == "quantity" and p.case == "from" and scene.quantities[p.item].kind == kind for p in source)


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
    known, case = directions(scene.document.language), scene.phrase(place).case
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


def printed(scene: Scene, quantity: Quantity) -> str | None:
    """The way a printed sign goes: a minus is a fall, but for temperatures; a plus is a rise (`5월(+4조2000억원)`), but
    between two numbers it adds them (`1+1`)."""
    amount = quantity.high if quantity.low is None else quantity.low
    if quantity.kind in SIGNED or is_tolerance(quantity):
        return None
    if amount is not None and amount < 0:
        return "down"
    first = quantity.start + quantity.surface.startswith("+")
    sign, before = scene.document.text[first - 1 : first], scene.document.text[max(0, first - 2) : first - 1]
    return "up" if sign == "+" and not before.strip().isalnum() else None


def is_tolerance(quantity: Quantity) -> bool:
    """`±3.1%포인트`, `+/- 2 points`: how far off a number may be."""
    return quantity.low is not None and quantity.low < 0 and quantity.high == -quantity.low
