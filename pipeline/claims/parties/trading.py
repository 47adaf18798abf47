"""With whom trade is, where the words say which way it goes.

In: a scene, a quantity's phrase and its metric's cue. Out: a `Name` or None. Judgements: a name on the way to the
measure (`중국으로의 수출`, `미국향 수주`) is where it goes, and so is every name with its figure in a list on that way
(`베트남(20%), 대만(9%) 등으로의 수출`); a country right before the measure (`미국 수출`) is one where somebody else
acts in the clause, or where the text has begun to count by country; else the exports are its own.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import ACTORS, Phrase
from pipeline.claims.names.genitives import before_bracket, genitive, is_idle
from pipeline.claims.names.glued import glued
from pipeline.claims.names.naming import name_of, named
from pipeline.claims.names.salience import type_in
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Name, Scene
from pipeline.languages import table

TRADERS = ("place", "company")
# What a list of countries can hold; the European Union is a body.
COUNTRIES = ("place", "government")
TRADE = ("trade_volume", "contract_value")


def partner(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """The other side of trade."""
    cue = cue or _of_list(scene, place)
    if (country := _by_country(scene, place, cue)) is not None:
        return country
    if cue is None or cue.is_verb or cue.metric.metric_id not in TRADE:
        return None
    if cue.metric.metric_id == "trade_volume" and (prefixed := _prefixed(scene, cue)) is not None:
        return prefixed
    bound = _bound(scene, cue)
    if bound is None:
        return _right_before(scene, place, cue)
    listed = scene.phrase(place).depth and place > 1 and scene.phrase(place - 1).text == "("
    return _name_at(scene, place - 2 if listed else bound)


def _by_country(scene: Scene, place: int, cue: Cue | None) -> Name | None:
    """`중국(1.6%), 미국(6.1%) 등 주요 교역국 수출이`, `미국은 4.5% 줄었다` of a text that counts trade by country."""
    metric = cue.metric.metric_id if cue is not None else scene.memory.metric
    if metric != TRADE[0] or cue and cue.is_verb or not scene.traits.head_final:
        return None
    bracketed = place > 1 and scene.phrase(place - 1).text == "("
    item = scene.phrase(place - 2 if bracketed else max(0, place - 1))
    if item.kind != "noun":
        return None
    names = [m for m in scene.named_in(item.start, item.end) if m.entity.type in COUNTRIES]
    if not names or (names[-1].start, names[-1].end) != (item.start, item.end):
        return None
    counting = word_list(scene.document.language, "claims_by_country")
    words = scene.document.text[scene.parse.start : scene.parse.end]
    counted = scene.memory.partner is not None or any(word in words for word in counting)
    return name_of(names[-1]) if counted and _is_counted(item, cue) else None


def _is_counted(item: Phrase, cue: Cue | None) -> bool:
    """Whether a country has its number of a list; of `미국의 수출은` it is who trades."""
    listed = not item.case or item.case in ACTORS
    return listed and (cue is None or not item.start <= cue.start < item.end)


def _of_list(scene: Scene, place: int) -> Cue | None:
    """The trade that a long list of names with their figures ends in."""
    here = scene.phrase(place)
    ahead = [c for c in scene.cues if c.metric.metric_id == "trade_volume" and c.phrase > place and not c.is_verb]
    return ahead[0] if here.depth and ahead and scene.phrase(ahead[0].phrase).clause == here.clause else None


def trader(scene: Scene, place: int, cue: Cue | None) -> tuple[Name | None, bool]:
    """Who trades with a partner that is no part of the words for the trade, and whether there is such a partner."""
    listed = _by_country(scene, place, cue) is not None
    cue = cue or _of_list(scene, place)
    if listed and cue is None:
        return _home(scene), True
    if cue is None or partner(scene, place, cue) is None or _prefixed(scene, cue) is not None:
        return None, False
    clause = scene.phrase(cue.phrase).clause
    acting = [
        n
        for n, p in enumerate(scene.parse.phrases[: cue.phrase])
        if p.kind == "noun"
        and p.case in ACTORS
        and p.clause == clause
        and not scene.cues_in(n)
        and not is_idle(scene, n)
    ]
    whose = acting[-1] if acting else genitive(scene, cue.phrase)
    name = _name_at(scene, whose) if whose is not None and whose != _bound(scene, cue) else None
    return name or _home(scene), True


def _home(scene: Scene) -> Name | None:
    """Whoever the text goes on about, if it can trade: goods do not."""
    last = scene.memory.subject
    type_ = type_in(scene.memory, last, scene.document.language) if last is not None else ""
    can = type_ in TRADERS or not type_ and not scene.traits.head_final
    return last._replace(resolved=True) if last is not None and can else scene.memory.home


def _prefixed(scene: Scene, cue: Cue) -> Name | None:
    """`대미 수출`, `대미수출`."""
    phrase = scene.phrase(cue.phrase)
    first = phrase.text.split(" ")[0]
    glued_on = first[: max(0, cue.start - phrase.start)]
    rows = table(scene.document.language, "claims_towards")
    row = next((r for r in rows if r["word"] in (first, glued_on)), None)
    return Name(row["name"], None, phrase.start, phrase.start + len(row["word"])) if row is not None else None


def _bound(scene: Scene, cue: Cue) -> int | None:
    """The phrase before words that say where trade goes (`중국으로의 수출`), its bracket passed over."""
    phrase = scene.phrase(cue.phrase)
    before = cue.phrase - 1
    ends = word_ends(scene.document.language, "claims_bound")
    if before < 0 or not ends or scene.phrase(before).clause != phrase.clause:
        return None
    between = scene.document.text[scene.phrase(before).end : phrase.start].strip()
    if not between.endswith(ends):
        return None
    before = before_bracket(scene, before) if scene.phrase(before).text == ")" else before
    listed = before > 0 and is_idle(scene, before) and scene.phrase(before - 1).text == ")"
    before = before_bracket(scene, before - 1) if listed else before
    return before if before >= 0 and scene.phrase(before).kind == "noun" else None


def _right_before(scene: Scene, place: int, cue: Cue) -> Name | None:
    """`미국 수출` of somebody else; `한국 수출` is the country's own."""
    phrase = scene.phrase(cue.phrase)
    names = [m for m in scene.named_in(phrase.start, cue.start) if m.entity.type == "place"]
    between = scene.document.text[names[-1].end : cue.start] if names else ""
    going = between[:1] in glued(scene.document.language, "towards")
    if not names or between[going:].strip():
        return None
    acting = any(
        p.kind == "noun" and p.case in ACTORS and p.clause == phrase.clause and not scene.cues_in(n)
        for n, p in enumerate(scene.parse.phrases[: cue.phrase])
    )
    acting |= genitive(scene, cue.phrase) is not None
    counted = scene.traits.head_final and scene.memory.partner is not None
    return name_of(names[-1]) if going or acting or counted else None


def _name_at(scene: Scene, number: int) -> Name | None:
    phrase = scene.phrase(number)
    return named(scene, phrase.start, phrase.end) if phrase.kind == "noun" else None
