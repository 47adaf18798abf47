"""Dates that stand right beside what they are of, or that its words point to.

In: a scene and a quantity's phrase. Out: the positions of such dates, or whether a date is one. Judgements: English
says the date after its number, with nothing but the same number in other words between; a clause with `when` tells of
the date before it; a day that points back is of what is compared with, or of what its sentence opens with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.claims.measures.metrics import RELATIVE
from pipeline.claims.model import Phrase
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Scene
from pipeline.claims.times.bases import COMPARED, is_earlier

DURATION = "duration"
BRACKETS = ("(", ")")
LONGEST_WORD = 5


def opened_by(scene: Scene, place: int) -> Iterable[int]:
    """`the highest since March 1982, when it stood at 9%`: the date that the quantity's clause tells of."""
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    first = next(n for n, p in enumerate(phrases) if p.clause == clause)
    if first and phrases[first].text in word_list(scene.document.language, "claims_times_opened"):
        yield from [p.item for p in phrases[max(0, first - 2) : first] if p.kind == "date"][-1:]


def recorded_in(scene: Scene, place: int) -> Iterable[int]:
    """`from 4.1 million recorded in June`: the date of the participle right behind a number."""
    behind = scene.parse.phrases[place + 1 : place + 3]
    if scene.traits.head_final or [p.kind for p in behind] != ["verb", "date"] or " " in behind[0].text:
        return
    clause = scene.parse.clauses[behind[0].clause]
    if behind[0].clause == behind[1].clause == scene.phrase(place).clause + 1 and not clause.passive:
        yield behind[1].item


def looked_back_to(scene: Scene, place: int) -> Iterable[int]:
    """`compared with $857 million, or $1.78 per share, a year ago`, `A year ago, it earned $3 million`: the earlier
    date behind what is compared with, or in front of what is told of it."""
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    compared = phrases[place].case in ("from", COMPARED)
    if not compared and scene.quantities[phrases[place].item].kind in RELATIVE:
        return
    for n, phrase in enumerate(phrases):
        if phrase.kind == "date" and phrase.case not in ("from", COMPARED) and is_earlier(scene, n):
            opens = n < place and phrase.clause == clause and not _is_told_between(phrases[n:place])
            behind = n - (phrases[n - 1].text == ",") if n > place + 1 else n
            if is_beside(scene, place, behind) or opens or compared and n > place and phrase.clause == clause:
                yield phrase.item


def _is_told_between(phrases: Sequence[Phrase]) -> bool:
    """Whether numbers other than one in other words stand in a stretch (`$1.8 million, or 23 cents`)."""
    counted = [n for n, p in enumerate(phrases) if p.kind == "quantity" and not p.depth]
    return bool(counted) and not any(p.text == "or" for p in phrases[counted[-1] :])


def is_beside(scene: Scene, place: int, date: int) -> bool:
    """English says the date after its number: `80,000 tons in 2023`, `5 million users last year`."""
    if scene.traits.head_final or date < place:
        return False
    phrases, depth = scene.parse.phrases, scene.phrase(place).depth
    between = phrases[place + 1 : date]
    if phrases[date].depth == depth:
        # `10 billion kwacha (2 billion dollars) for 2007`: only what a bracket explains stands between.
        between = [p for p in between if p.depth == depth and p.text not in BRACKETS]
    between = _without_other_words(between)
    if place and phrases[place - 1].text == "or" and between and between[-1].text == ",":
        between = between[:-1]
    return len(between) <= 2 and not any(p.kind in ("quantity", "verb", "mark") for p in between)


def _without_other_words(phrases: Sequence[Phrase]) -> Sequence[Phrase]:
    """A stretch without the same number in other words (`$2 million, or $4 per share, in 2019`)."""
    said = next((n for n, p in enumerate(phrases[:4]) if p.text == "or"), None)
    if said is None or not all(p.kind in ("mark", "adverb") or p.case == "other" for p in phrases[:said]):
        return phrases
    other = next((n for n, p in enumerate(phrases) if n > said and p.kind == "quantity"), None)
    rest = phrases[other + 1 :] if other is not None else phrases
    return [p for p in rest if p.text != "," and p.case != "other"] if other is not None else phrases


def is_begun(scene: Scene, date: int) -> bool:
    """`지난 1월부터 넉 달째 오른`: a date from which only a length of time right behind it is counted."""
    phrases = scene.parse.phrases
    after = phrases[date + 1 : date + 2] if scene.traits.head_final and phrases[date].case == "from" else ()
    lasting, text = word_ends(scene.document.language, "claims_lasting"), scene.document.text
    return any(
        p.kind == "quantity"
        and scene.quantities[p.item].kind == DURATION
        and text[p.end : p.end + LONGEST_WORD].lstrip().startswith(lasting)
        for p in after
    )


def is_since(scene: Scene, place: int, date: int) -> bool:
    """`3만 명은 1976년 이후 최대`, `2014년 이후 10년 만에 33%`: a date that something is only the first since."""
    words = word_list(scene.document.language, "claims_since")
    after = scene.parse.phrases[date + 1 : date + 3] if words and not scene.phrase(date).case else ()
    lasting = len(after) > 1 and after[1].kind == "quantity" and scene.quantities[after[1].item].kind == DURATION
    return bool(after) and after[0].text in words and (date > place or lasting)
