"""Whose a part of a house is, where its own words only say which part.

In: a scene, the name found and its metric's cue. Out: the name with the house before it, or None. Judgements: what only
companies have (sales, profit) and is told of a common noun (`콘텐츠 매출은`, `해외 사업은`) is that of a part of the
company that acts in the sentence, or of the last of those that acted often, and the part is called by both, as it is
written (`도담 콘텐츠 부문`, `도담 게임·기타`), and so is what a company asks a price for (`도담은 라면 가격을`); a part
of nobody keeps its own words, and so do people and kinds of houses (`상장사`, `관광객`).
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.naming import described, name_of, named
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import descriptions, role_list, word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.claims.subjects.outsiders import only_tells

# What a company has for each of its parts.
FIGURES = ("revenue", "operating_income", "net_income", "margin")
# How often a company acts that a text tells of; the lead counts double.
OFTEN = 2
PRICE = "price"
# What a sentence opens behind.
OPENING = (".", "\n", "")
NEAR = 3
JOINING = ("·", "/", "&")


def of_division(scene: Scene, name: Name | None, cue: Cue | None) -> Name | None:
    """`도담 콘텐츠`: the name of a part of a company, or of what it sells, with the company before it."""
    if not scene.traits.glued or name is None or name.resolved:
        return None
    name, house = _priced(scene, name, cue) or (name, None)
    if house is None and (name.entity or not _is_part(scene, name, cue)):
        return None
    house = house or _house(scene, name)
    if house is None or only_tells(scene, house) or described(scene, name.start, name.end) is not None:
        return None
    called = _called(scene, house)
    start, end = _written(scene, name)
    words = scene.document.text[start:end]
    return None if called in words else Name(f"{called} {words}", None, start, end)


def _priced(scene: Scene, name: Name, cue: Cue | None) -> tuple[Name, Name] | None:
    """`도담은 라면 가격을 올린다`: what has the price, and the company that sets it in the same sentence."""
    if cue is None or cue.is_verb or cue.metric.metric_id != PRICE or scene.phrase(cue.phrase).case != "object":
        return None
    house = name if name.entity else _acting(scene, name.start)
    phrase = scene.phrase(cue.phrase)
    thing = named(scene, phrase.start, cue.start) if name.entity else name
    common = thing is not None and not thing.entity and not thing.resolved and house is not None
    common = common and not any(c.isdigit() or "A" <= c <= "Z" for c in thing.text)
    sorts = common and thing.text in word_list(scene.document.language, "claims_placeholders")
    sells = common and house.entity is not None and house.entity.type == COMPANY and house.start < thing.start
    return (thing, house) if sells and not sorts else None


def _called(scene: Scene, house: Name) -> str:
    """A company as the text calls it, where no pronoun stands for it."""
    words, known = scene.document.text[house.start : house.end], descriptions(scene.document.language)
    return (house.entity.name(scene.document.language) if words in known else words) if house.entity else house.text


def _is_part(scene: Scene, name: Name, cue: Cue | None) -> bool:
    """Whether words name a part of a house: they are called one, or have what only companies have."""
    language = scene.document.language
    figures = cue is not None and cue.metric.metric_id in FIGURES
    # Whoever is told of by a name alone (`미르넷은`) may be another house.
    told = figures and any(p.start <= name.start and name.end < p.end for p in scene.parse.phrases)
    figures = told or figures and name.text in word_list(language, "claims_scopes")
    apart = scene.document.text[slice(*_written(scene, name))].endswith(word_ends(language, "claims_own_parts"))
    if not figures and not apart:
        return False
    many = word_ends(language, "claims_kinds_of_houses") + word_ends(language, "claims_group_nouns")
    whole = name.text.endswith(many) or name.text[:1].isdigit() or bool(type_in(scene.memory, name, language))
    return not whole and not scene.named_in(name.start, name.end)


def _written(scene: Scene, name: Name) -> tuple[int, int]:
    """A part as it is written, with what is joined to it before and the word for a part behind it."""
    text, start, end = scene.document.text, name.start, name.end
    while start > scene.parse.start and text[start - 1] in JOINING and text[start - 2 : start - 1].isalnum():
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    opened = text.rfind("(", scene.parse.start, start) if text[start - 2 : start] == ") " else 0
    start = text.rfind(" ", 0, opened) + 1 if opened > 0 else start
    behind = text[end : scene.parse.end].split(" ")[:2]
    classed = role_list(scene.document.language, "claims_fillers", "last")
    part = next((w for w in sorted(classed, key=len, reverse=True) if behind[-1].startswith(w)), "")
    return start, end + 1 + len(part) if len(behind) == 2 and not behind[0] and part else end


def _house(scene: Scene, name: Name) -> Name | None:
    """The company that acts before a part in its sentence, else the one that the text goes on about or named last, if
    it opened its sentence, else the last of those that acted often."""
    if (here := _acting(scene, name.start)) is not None:
        return here
    centre, last = scene.memory.subject, scene.memory.by_type.get(COMPANY)
    if _opens(scene, centre) and type_in(scene.memory, centre, scene.document.language) == COMPANY:
        return centre
    if _opens(scene, last):
        return last
    before = [r for r in scene.memory.referents.values() if r.type == COMPANY and r.times >= OFTEN]
    often = max((r.times for r in before), default=0)
    return max((r for r in before if 2 * r.times >= often), key=lambda r: r.last).name if before else None


def _opens(scene: Scene, name: Name | None) -> bool:
    """Whether a name stands at the head of its sentence."""
    if name is None:
        return False
    return scene.document.text[max(0, name.start - NEAR) : name.start].rstrip(" ")[-1:] in OPENING


def _acting(scene: Scene, start: int) -> Name | None:
    """The last company that acts before a place in its sentence."""
    acting = [p for p in scene.parse.phrases if p.kind == "noun" and p.case in ACTORS and p.end <= start]
    known = [m for p in acting for m in scene.named_in(p.start, p.end)[-1:] if m.end == p.end]
    here = [m for m in known if m.entity.type == COMPANY]
    return name_of(here[-1]) if here else None
