"""Which words of a noun phrase are the measure, and what those before and behind it are.

In: a scene, a phrase and its cues. Out: where the measure begins, the name behind it, and whether a place before it is
only an origin, a whereabouts or a market. Judgements: behind the thing of two words for a price the measure
begins (`휘발유 판매가격`); a company's measure takes what is written onto it (`영업비용`); a place before a name is
where it is from, before a thing with a price where that is, and behind a possessive where somebody sells.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.trimming import spans_of, trim
from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Name, Scene

Span = tuple[int, int]

# What a company has, whatever word is written onto it.
OF_HOUSES = ("cost", "revenue", "operating_income", "net_income", "loss", "margin", "debt", "employees", "fee")
# `로열티 매출`: what a sort of revenue comes from.
EARNED = ["fee", "revenue"]


def measure_begins(scene: Scene, place: int, measured: int | None) -> int:
    """Where the words for the measure begin: behind the thing of two words for a price (`휘발유 판매가격`); a company's
    measure takes what is written onto it (`영업비용`)."""
    phrase, cues = scene.phrase(place), scene.cues_in(place)
    if not cues:
        return phrase.start if measured is None else measured
    called = {(m.start, m.end) for m in scene.named_in(phrase.start, phrase.end)} if len(cues) > 1 else set()
    start = min((c.start for c in cues if (c.start, c.end) not in called), default=cues[0].start)
    if len(cues) == 2 and [c.metric.metric_id for c in cues] == EARNED and cues[0].end < cues[1].start:
        return cues[1].start
    if all(c.metric.metric_id == "price" for c in cues) or cues[-1].metric.metric_id == "budget":
        return max(c.start for c in cues)
    word = scene.document.text.rfind(" ", phrase.start, start) + 1 or phrase.start
    if scene.traits.glued and start - word == 1:
        # 장타율: one syllable written onto a measure makes another measure of it.
        return word
    names = scene.named_in(word, start)
    return word if scene.traits.glued and cues[0].metric.metric_id in OF_HOUSES and not names else start


def name_behind(scene: Scene, place: int) -> Span | None:
    """`private equity fund Ardian`: behind a word that only looks like a measure stands the name that it describes."""
    phrase, cues = scene.phrase(place), scene.cues_in(place)
    if not scene.traits.capitals or not cues or phrase.case not in (*ACTORS, "", "by"):
        return None
    start, end = trim(scene, max(c.end for c in cues), phrase.end)
    spans = spans_of(scene.document.text, start, end)
    while spans and scene.document.text[spans[0][0]].islower():
        spans = spans[1:]
    words = [scene.document.text[slice(*span)] for span in spans]
    inside = word_list(scene.document.language, "claims_particles_of_names")
    small = scene.document.text[min(c.start for c in cues)].islower()
    called = bool(words) and all(word[:1].isupper() or word in inside for word in words)
    return (spans[0][0], end) if small and called else None


def is_origin(scene: Scene, name: Mention, end: int) -> bool:
    """`UK bank Calder Hill profits`: a place before a name outside the table only says where it is from."""
    after = scene.document.text[name.end : end].split()
    return scene.traits.capitals and name.entity.type == "place" and any(word[:1].isupper() for word in after)


def is_where(name: Mention, before: tuple[int, int], cue: Cue | None) -> bool:
    """`U.S. crude futures`, `서울 아파트값`: of what has a price a place only says where."""
    return cue is not None and cue.metric.metric_id == "price" and name.entity.type == "place" and name.end < before[1]


def is_scope(scene: Scene, place: int, name: Mention) -> bool:
    """`its US sales dipped`: where somebody else's sales are made."""
    first = scene.phrase(place).text.split(" ")[0].lower()
    return name.entity.type == "place" and first in word_list(scene.document.language, "claims_possessives")


def own_measure(scene: Scene, place: int) -> Name | None:
    """`the Norvane Commodity Price Index`: a measure with a name of its own, capitals to its end."""
    phrase, text = scene.phrase(place), scene.document.text
    if not scene.traits.capitals or phrase.end <= scene.memory.cast.headline:
        return None
    spans = spans_of(text, phrase.start, phrase.end)
    if text[slice(*spans[-1])] not in word_list(scene.document.language, "claims_own_measures"):
        return None
    first = len(spans) - 1
    articles = word_list(scene.document.language, "claims_articles")
    while first and text[spans[first - 1][0]].isupper() and text[slice(*spans[first - 1])].lower() not in articles:
        first -= 1
    known = any(m.end == phrase.end for m in scene.named_in(phrase.start, phrase.end))
    start = spans[first][0]
    return Name(text[start : phrase.end], None, start, phrase.end) if len(spans) - first > 2 and not known else None
