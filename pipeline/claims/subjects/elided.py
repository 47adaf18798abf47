"""Whom a sentence is about that does not say it.

In: a scene, a quantity's phrase and its metric's cue. Out: a `Name` from the text before, or None.
"""

from __future__ import annotations

from pipeline.claims.measures.heads import names_measure, names_share
from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.names.cast import PERSON
from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.salience import salient, type_in
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.outsiders import only_tells
from pipeline.claims.subjects.owners import owner_of

# How often somebody acts whom a text is about; the lead counts double.
OFTEN = 3
# What a ministry or an institute has itself, though it mostly tells figures of others.
OF_BODIES = (
    "budget",
    "cost",
    "capital_expenditure",
    "investment",
    "employees",
    "hires",
    "layoffs",
    "penalty",
    "interest_rate",
    "debt",
    "revenue",
    "ownership_stake",
    "contract_value",
    "acquisition_price",
)
OF_NATIONS = ("growth", "inflation_rate", "trade_volume")
# Signs that end a sentence, and where a headline begins to tell something else.
ENDS = (".", "!", "?")
BREAKS = ("…", "...", "·", "|")


def only_times(scene: Scene, place: int, cue: Cue | None) -> bool:
    """`the first time in 10 years`: an English length of time that nothing measures tells of nobody from before, nor of
    who says it; a Korean one is what the text goes on about (`5년 만에 최고치다`)."""
    timed = cue is None and scene.quantities[scene.phrase(place).item].kind == "duration"
    return timed and not scene.traits.head_final


def gone_on_about(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """`전주보다 18원 하락했다`: a sentence in which nobody acts and nothing is measured goes on about what was told;
    any other about whom the text goes on about."""
    told = scene.memory.told
    acts = (n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.case in ACTORS)
    acting = any(scene.cues_in(n) or owner_of(scene, n, None)[0] for n in acts)
    elided = scene.traits.head_final and told is not None and not acting
    again = elided and (cue is None or is_compared(scene, cue)) or _is_of_person(scene, cue)
    last = told._replace(resolved=True) if again else _from_before(scene, cue)
    timed = cue is None and scene.quantities[scene.phrase(place).item].kind == "duration"
    vague = last is not None and (timed and not again and not _is_known(scene, last) or _is_goods(scene, cue, last))
    return None if vague else last


def _is_of_person(scene: Scene, cue: Cue | None) -> bool:
    """`한 회장이 1만주를 사들였다. 지분율은 5%로 늘었다`: a stake is of the person who was told to deal in shares."""
    told = scene.memory.told
    stake = cue is not None and cue.metric.metric_id == "ownership_stake" and told is not None and not told.entity
    return scene.traits.head_final and stake and type_in(scene.memory, told, scene.document.language) == PERSON


def _is_known(scene: Scene, name: Name) -> bool:
    """Whether a name is of the table or this sentence, or acted in the text again and again."""
    acted = scene.memory.referents.get(name.text)
    here = scene.parse.start <= name.start < scene.parse.end
    return name.entity is not None or here or acted is not None and acted.times >= OFTEN


def _is_goods(scene: Scene, cue: Cue | None, name: Name) -> bool:
    """`휴대전화는 1% 줄었다. 수입액은 372억 달러다`: what is traded does not trade."""
    if cue is None or not scene.traits.head_final:
        return False
    trades = scene.document.text[cue.start : cue.end] in word_list(scene.document.language, "claims_foreign_trade")
    trades = trades and not names_share(scene.phrase(cue.phrase).text, scene.document.language)
    return trades and not type_in(scene.memory, name, scene.document.language)


def is_compared(scene: Scene, cue: Cue, place: int | None = None) -> bool:
    """`전국 평균 가격보다 85원 높다`, `도담의 매출 3조원을 넘어 4조원을`: a measure that something is only compared
    with, its own number at `place` aside."""
    own = scene.phrase(cue.phrase + 1) if cue.phrase + 1 < len(scene.parse.phrases) else None
    compares = word_list(scene.document.language, "claims_comparing") if scene.traits.head_final else ()
    past = own is not None and own.kind == "quantity" and cue.phrase + 1 != place and own.case in ("object", "to")
    passed = past and scene.parse.clauses[own.clause].lemma in compares
    return scene.traits.head_final and (scene.phrase(cue.phrase).case == "than" or passed and not cue.is_verb)


def _from_before(scene: Scene, cue: Cue | None) -> Name | None:
    """The last subject of the text before, where the sentence has none of its own."""
    topic = scene.memory.topic
    later = topic if topic and (topic.entity is None or topic.start >= scene.parse.end) else None
    last = salient(scene.memory, scene.document.language, ("any", PERSON), scene.wanted) or later
    if last is not None and scene.traits.head_final and _tells_others(scene, cue, last):
        last = _told_by(scene, cue)
    return Name(last.text, last.entity, last.start, last.end, True) if last else None


def _told_by(scene: Scene, cue: Cue | None) -> Name | None:
    """What a body tells of that has no figures itself: its country, else what was told of before."""
    if cue is not None and cue.metric.metric_id in OF_NATIONS and scene.memory.home is not None:
        return scene.memory.home
    told = scene.memory.told
    return None if told is None or _tells_others(scene, cue, told) else told


def _tells_others(scene: Scene, cue: Cue | None, name: Name) -> bool:
    """`교육부는 … 발표했다. 2019년에는 6%였다`: a body that tells figures has only what a body can have."""
    return (cue is None or cue.metric.metric_id not in OF_BODIES) and only_tells(scene, name)


def is_measured(scene: Scene, name: Name | None, position: int) -> bool:
    """Whether the subject is only part of what is measured (`Operating expenses`, `조업일수는 16일`) or stands in a
    headline, no name to remember."""
    if name is None or name.entity:
        return False
    if is_note(scene) or scene.traits.glued and scene.quantities[position].kind == "duration":
        return True
    words = name.words_in(scene.document.text)
    measures = names_measure(words.rsplit(" ", 1)[-1], scene.document.language)
    # People who are only counted (`생존자는 3명이다`) are not what a text of a known name goes on about.
    centre = scene.memory.subject
    counted = centre is not None and centre.entity is not None and scene.quantities[position].unit == "person"
    if scene.traits.glued and (measures or counted):
        return True
    return any(c.start < name.end + 2 and c.end > name.start - 2 for c in scene.cues)


def is_note(scene: Scene) -> bool:
    """Whether a stretch is a headline or a note: words that do not end as sentences do."""
    words = scene.document.text[scene.parse.start : scene.parse.end].rstrip()
    return scene.traits.head_final and not words.endswith(
        (*ENDS, *word_ends(scene.document.language, "claims_sentence_ends"))
    )


def headlined(scene: Scene, place: int) -> int | None:
    """`외국인 1조원대 순매도에 환율 급등`: in a headline, where nouns stand without particles, the nearest noun before
    the number that names something."""
    acting = any(p.kind == "noun" and p.case in ACTORS for p in scene.parse.phrases)
    kind = scene.quantities[scene.phrase(place).item].kind
    ranked, aged = kind == "rank", kind == "age"
    if acting or aged or not is_note(scene) or scene.phrase(place).depth:
        return None
    for number in range(place - 1, -1, -1):
        phrase = scene.phrase(number)
        if phrase.kind == "verb" or phrase.text in BREAKS:
            return None
        named_ = phrase.kind == "noun" and not phrase.case and not phrase.text[0].isdigit()
        if named_ and not is_idle(scene, number) and not (ranked and number == place - 1):
            return number
    return None
