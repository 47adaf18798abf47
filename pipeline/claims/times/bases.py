"""What a change is measured against: the dates that a number is only compared with.

In: a scene and the phrase of a quantity or a date. Out: the position of the date, or whether a date is one of those.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import RELATIVE
from pipeline.claims.model import Phrase
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Scene
from pipeline.languages import table

COMPARED = "than"
# Cases of a date in front of another with which it is compared (`지난해 말과 올해 6월 말 대비`).
LISTED = ("", "and", "with")
# Cases of what belongs to the word behind it.
LEANING = ("", "of")
OPENING = ("(", "[")
LONGEST_BRACKET = 60
ANYWHERE = "in"
# How far before a date the word of its change may stand.
NEAR = 5


def base(scene: Scene, place: int) -> int | None:
    """The date that a change at phrase `place` is measured against."""
    phrases, clause = scene.parse.phrases, scene.phrase(place).clause
    found = [n for n, p in enumerate(phrases) if p.kind == "date" and p.clause == clause and is_base(scene, n)]
    return phrases[min(found, key=lambda n: abs(n - place))].item if found else None


def looks_back(scene: Scene, place: int | None) -> bool:
    """Whether a number is only what another is compared with: `작년 동기(4억원)보다`, `from $4 billion`,
    `17.9% 점유율보다`, `744만대를 판매한 전분기보다`, `작년 1만 건에 비해`."""
    if place is None or scene.phrase(place).case in (COMPARED, "from"):
        return True
    if scene.phrase(place).depth > 0:
        return not scene.traits.head_final or _is_in_bracket_of_base(scene, place)
    if scene.phrase(place).case == "at" and _is_start_of(scene, place):
        return True
    if not scene.traits.head_final or is_measured_against(scene, place):
        return scene.traits.head_final
    clause = scene.parse.clauses[scene.phrase(place).clause]
    heads = [clause.verb + 1] if clause.link == "relative" and clause.verb is not None else []
    behind = (p for n in (place + 1, *heads) for p in scene.parse.phrases[n : n + 1])
    return any(p.kind in ("noun", "date") and p.case == COMPARED for p in behind)


def _is_in_bracket_of_base(scene: Scene, place: int) -> bool:
    """`작년 동기(4억원)보다`, `5월 전망치(4.5%)보다`, but not `반도체(27.0%)가`."""
    phrases = scene.parse.phrases
    opened = next((n for n in range(place - 1, 0, -1) if phrases[n].text in OPENING), 0)
    before = phrases[opened - 1] if opened else None
    return before is None or before.kind == "date" or before.case in (COMPARED, "from")


def is_measured_against(scene: Scene, place: int) -> bool:
    """`작년 1만 건에 비해서는`, `전년 말과 비교해`: whether a verb of comparing stands right behind a phrase."""
    verbs = word_list(scene.document.language, "claims_measured_against")
    if not verbs or scene.phrase(place).case not in ("to", "with", "and", "object"):
        return False
    after = next((p for p in scene.parse.phrases[place + 1 : place + 4] if p.kind != "adverb"), None)
    return after is not None and after.kind == "verb" and after.text in verbs


def is_base(scene: Scene, place: int) -> bool:
    """`지난해보다`, and `지난해` before `같은 기간보다`, but not `5일` before `전 거래일보다` or `전날보다`."""
    if scene.phrase(place).case == COMPARED or is_earlier(scene, place) or _is_likened(scene, place):
        return True
    if _is_start(scene, place) or is_measured_against(scene, place) or _is_led_to(scene, place):
        return True
    after = scene.parse.phrases[place + 1] if place + 1 < len(scene.parse.phrases) else None
    previous = word_ends(scene.document.language, "claims_previous")
    if scene.phrase(place).case in LISTED and after is not None and after.kind == "date" and after.case == COMPARED:
        bare = not scene.phrase(place).case
        return scene.traits.head_final and not (bare and after.text.startswith(previous))
    if scene.phrase(place).case or after is None or after.kind != "noun" or after.case != COMPARED:
        return False
    return not after.text.startswith(previous)


def is_of_base(scene: Scene, place: int, date: int) -> bool:
    """`지난주 0.37%에서 0.29%로`, `올해 29조원보다 5조원 는`: in Korean the date before a number that the next ones are
    compared with is that number's alone."""
    if not scene.traits.head_final or date > place:
        return False
    described = _described_number(scene, date)
    if described is not None and described != place and looks_back(scene, described):
        return True
    between = scene.parse.phrases[date + 1 : place + 1]
    first = next((n for n, p in enumerate(between) if p.kind == "quantity"), len(between) - 1)
    leans = scene.phrase(date).case in LEANING and all(_leans(p) for p in between[:first])
    if first == len(between) - 1 or not leans:
        return False
    if is_measured_against(scene, date + 1 + first):
        return True
    behind = between[first] if between[first].case else between[first + 1]
    return behind.case in ("from", COMPARED) or behind.case == "at" and _is_start_of(scene, date + 1 + first)


def _described_number(scene: Scene, date: int) -> int | None:
    """`2025년 1월 기록한 4억 분`: the number that the clause of a date describes."""
    clause = scene.parse.clauses[scene.phrase(date).clause]
    head = clause.verb + 1 if clause.link == "relative" and clause.verb is not None else len(scene.parse.phrases)
    return head if head < len(scene.parse.phrases) and scene.phrase(head).kind == "quantity" else None


def _leans(phrase: Phrase) -> bool:
    """Whether a phrase belongs to the noun or number behind it."""
    return phrase.kind == "adverb" or phrase.kind == "noun" and phrase.case in LEANING


def _is_start_of(scene: Scene, place: int) -> bool:
    """`0.52%에서 0.59%로`, `300명에서 20% 준`: whether a number in 에서 is followed by what it became or changed by."""
    number = scene.quantities[scene.phrase(place).item] if scene.phrase(place).kind == "quantity" else None
    after = (scene.quantities[p.item] for p in scene.parse.phrases[place + 1 : place + 4] if p.kind == "quantity")
    later = next(after, None) if number is not None else None
    return later is not None and (later.kind in RELATIVE or (later.kind, later.unit) == (number.kind, number.unit))


def _is_start(scene: Scene, place: int) -> bool:
    """`an increase of 62,000 units from 2003`, unlike `$5 million from 2003 to 2005`."""
    phrases = scene.parse.phrases
    before = [p for p in phrases[max(0, place - 2 * NEAR) : place] if not p.depth][-NEAR:]
    after = phrases[place + 1 : place + 2]
    if scene.traits.head_final or phrases[place].case != "from" or any(p.kind == "date" for p in after):
        return False
    counted = any(p.kind == "quantity" for p in before[-2:])
    words = {word for p in before if p.kind != "quantity" for word in p.text.lower().split(" ")}
    return counted and bool(words & word_list(scene.document.language, "claims_directions", "cue"))


def _is_led_to(scene: Scene, place: int) -> bool:
    """`up 67% over third quarter 2011`, `lower than for October`, `unchanged from May`: words in front of a date that
    make it one that is compared with; over a year without its number (`over the past year`) a change lasts."""
    known, start = table(scene.document.language, "claims_compared_before"), scene.phrase(place).start
    if not known:
        return False
    before = scene.document.text[max(scene.parse.start, start - LONGEST_BRACKET) : start].lower()
    before = f" {before.rstrip().removesuffix(' the')}"
    changed = place > 0 and _is_change(scene, place - 1) and any(c.isdigit() for c in scene.phrase(place).text)
    return any(before.endswith(f" {row['word']}") and (changed or not row["changed"]) for row in known)


def _is_change(scene: Scene, place: int) -> bool:
    phrase = scene.phrase(place)
    return phrase.kind == "quantity" and scene.quantities[phrase.item].kind in RELATIVE


def _is_likened(scene: Scene, place: int) -> bool:
    """`작년 4월(11.2%)과 비슷한 수준`, `전년과 같은 66.6%`: the date is only what the present is like."""
    end = scene.phrase(place).end
    rest = scene.document.text[end : end + LONGEST_BRACKET]
    if rest.startswith("("):
        rest = rest.partition(")")[2]
    return rest.startswith(word_ends(scene.document.language, "claims_likened"))


def is_earlier(scene: Scene, place: int) -> bool:
    """`from a year earlier`: English compares with `from` and a day that points back."""
    words, known = scene.phrase(place).text.lower(), table(scene.document.language, "claims_earlier")
    return any(words.endswith(r["word"]) or r["where"] == ANYWHERE and r["word"] in words for r in known)
