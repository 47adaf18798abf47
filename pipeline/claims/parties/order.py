"""The other party of an English number, where the order of the words gives it away.

In: a scene and a quantity's phrase. Out: positions of phrases, likeliest first, or pairs of them. Judgements: what a
multiple is compared with stands behind `as … as`, or behind the noun that stands for its number (`double the figure
at Dodam`); who is better placed stands behind `after`, of whom money is wanted behind `from`; `in which` reaches back
to the noun before it; whoever a verb of giving takes before the sum receives it; of what is owned by somebody the owner
is the subject; in a sale the buyer stands behind `to`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene

COMPARED = 6
OPENERS = ("which", "that", "whom")
# Words before whom a rank comes next to.
LONGEST_AHEAD = 12
PLACED = ("of", "at", "in", "for", "than")


def placed(scene: Scene, place: int, cue: Cue | None, aspect: str) -> Iterator[int]:
    """Phrases that can be the other party by where they stand."""
    if scene.traits.head_final:
        return
    if aspect == "ratio":
        yield from _compared(scene, place)
    if scene.quantities[scene.phrase(place).item].kind == "rank":
        yield from _next_to(scene, place)
    if cue is None:
        yield from _asked(scene, place)
    if cue is not None and cue.metric.metric_id == "ownership_stake":
        yield from _antecedent(scene, place)
    if cue is not None and cue.is_verb and "object" in cue.metric.object_cases:
        yield from _taken(scene, place)
    if cue is not None and cue.metric.metric_id == "acquisition_price" and scene.phrase(cue.phrase).text == "pay":
        yield from [
            n for n, p in enumerate(scene.parse.phrases) if p.case == "for" and p.kind == "noun" and n > cue.phrase
        ]
    yield from _receiver(scene, place)


def _compared(scene: Scene, place: int) -> Iterator[int]:
    """`three times as high as in farming`, `more than double the figure at Dodam`."""
    after = range(place + 1, min(place + 1 + COMPARED, len(scene.parse.phrases)))
    marks = [n for n in after if scene.phrase(n).text == "as"]
    if marks:
        yield from [n for n in after if n > marks[-1] and scene.phrase(n).kind == "noun"][:1]
    stands = place + 1 < len(scene.parse.phrases) and scene.phrase(place + 1).kind == "noun"
    neutral = word_list(scene.document.language, "claims_neutral")
    if stands and scene.phrase(place + 1).text.lower().split(" ")[-1] in neutral:
        yield from [n for n in after if scene.phrase(n).case in PLACED and scene.phrase(n).kind == "noun"][:1]


def _next_to(scene: Scene, place: int) -> Iterator[int]:
    """`the second-largest carmaker after Mirr`: who is better placed."""
    behind = tuple(f" {word}" for word in word_list(scene.document.language, "claims_ranked_behind"))
    for number in range(place + 1, min(place + 1 + COMPARED, len(scene.parse.phrases))) if behind else ():
        phrase = scene.phrase(number)
        opened = scene.document.text[max(0, phrase.start - LONGEST_AHEAD) : phrase.start].rstrip().endswith(behind)
        if phrase.kind == "noun" and opened and phrase.text.removeprefix("the ")[:1].isupper():
            yield number
            return


def _asked(scene: Scene, place: int) -> Iterator[int]:
    """`is asking for $3 million from Mirr`: of whom somebody wants money that nothing else measures."""
    clause = scene.phrase(place).clause
    asks = word_list(scene.document.language, "claims_asking", "lemma")
    money = scene.quantities[scene.phrase(place).item].kind == "money"
    if money and scene.parse.clauses[clause].lemma in asks and not scene.parse.clauses[clause].passive:
        yield from [
            n
            for n, p in enumerate(scene.parse.phrases)
            if n > place and p.clause == clause and p.kind == "noun" and p.case == "from"
        ][:1]


def _antecedent(scene: Scene, place: int) -> Iterator[int]:
    """`Dodam, in which Mirr owns 23%`."""
    first = next(n for n, p in enumerate(scene.parse.phrases) if p.clause == scene.phrase(place).clause)
    opened = scene.phrase(first)
    if opened.text == "which" and scene.document.text[max(0, opened.start - 3) : opened.start] == "in ":
        yield from [n for n in range(first - 1, -1, -1) if scene.phrase(n).kind == "noun"][:1]


def multiplied(scene: Scene, place: int) -> Name | None:
    """`valued at 39 times its forward earnings`: what a multiple is directly of."""
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    valued = word_list(scene.document.language, "claims_valued")
    if after is None or after.kind != "noun" or after.case or after.text.lower().split(" ")[-1] not in valued:
        return None
    start, end = trim(scene, after.start, after.end)
    return Name(scene.document.text[start:end], None, start, end) if start < end else None


def _taken(scene: Scene, place: int) -> Iterator[int]:
    """`Dodam, which it acquired for $3 million`: what a relative clause with a subject of its own takes."""
    clause = scene.phrase(place).clause
    own = [n for n, p in enumerate(scene.parse.phrases) if p.clause == clause]
    opened = scene.phrase(own[0]).text in OPENERS and own[0] > 1
    acts = any(scene.phrase(n).case == "subject" for n in own[1:3])
    if opened and acts and not any(scene.phrase(n).case == "object" for n in own):
        before = own[0] - (2 if scene.phrase(own[0] - 1).text == "," else 1)
        yield from [before] if scene.phrase(before).kind == "noun" else []


def _receiver(scene: Scene, place: int) -> Iterator[int]:
    """`pay Dodam $3 million`, `owes its suppliers $240m`."""
    lemma = scene.parse.clauses[scene.phrase(place).clause].lemma
    money = scene.quantities[scene.phrase(place).item].kind == "money"
    before = scene.neighbour(place, -1)
    if money and lemma in word_list(scene.document.language, "claims_paying") and before is not None:
        if scene.phrase(before).case == "object" and not scene.cues_in(before):
            yield before


def owned(scene: Scene, place: int) -> tuple[int, int] | None:
    """`the farm, 60% owned by Mirr`: the phrases of the owner and of what it owns."""
    after = scene.neighbour(place, 1)
    if (
        scene.traits.head_final
        or after is None
        or scene.phrase(after).kind != "verb"
        or scene.phrase(after).text != "own"
    ):
        return None
    if not scene.parse.clauses[scene.phrase(after).clause].passive:
        return None
    owners = [
        n
        for n in range(after + 1, len(scene.parse.phrases))
        if scene.phrase(n).case == "by" and scene.phrase(n).kind == "noun"
    ]
    things = [n for n in range(place - 1, -1, -1) if scene.phrase(n).kind == "noun"]
    return (owners[0], things[0]) if owners and things else None


def sold(scene: Scene, cue: Cue) -> tuple[int | None, int | None] | None:
    """`the sale of Dodam to Mirr for $3 million`, `sold its pumps business to Mirr`: the phrases of the buyer and of
    what it buys, each None where nobody says; None when nothing is sold."""
    words = scene.phrase(cue.phrase).text if cue.is_verb else scene.document.text[cue.start : cue.end].lower()
    if scene.traits.head_final or words not in word_list(scene.document.language, "claims_selling"):
        return None
    clause = scene.phrase(cue.phrase).clause
    nouns = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.clause == clause and n > cue.phrase]
    buyers = [n for n in nouns if scene.phrase(n).case == "to"]
    case = "object" if cue.is_verb else "of"
    things = [n for n in nouns if scene.phrase(n).case == case]
    if cue.is_verb and scene.parse.clauses[clause].passive:
        things = [n for n, p in enumerate(scene.parse.phrases) if p.clause == clause and p.case == "subject"]
    return (buyers[0] if buyers else None, things[0] if things else None)


def leader(scene: Scene, place: int) -> int:
    """`a group of banks led by Mirr`: of a group that is only described whoever leads it; else the phrase itself."""
    last = scene.phrase(place).text.lower().split(" ")[-1]
    if last not in word_list(scene.document.language, "claims_group_nouns"):
        return place
    for number in range(place + 1, min(place + 5, len(scene.parse.phrases) - 1)):
        phrase, after = scene.phrase(number), scene.phrase(number + 1)
        if phrase.kind == "verb" and phrase.text == "lead" and after.case == "by":
            return number + 1
        if (
            phrase.kind == "noun"
            and scene.document.text[scene.phrase(number - 1).end : phrase.start].strip() == "including"
        ):
            return number
    return place
