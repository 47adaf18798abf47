"""The company that an English text tells of, where the words beside a company's figure name a place or a person.

In: a scene, the name found and the metric's cue. Out: a `Name` or None. Judgements: what is sold in a place that stands
beside it (`European sales`, `sales in Asia`), which goods are sold (`sales of clothing`), and what the company's people
are said to do (`he plans to hire 300`), is of the company that the text goes on about, where its type is known.
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.names.attached import after_of
from pipeline.claims.names.cast import COMPANY, PERSON
from pipeline.claims.names.genitives import genitive
from pipeline.claims.names.naming import described
from pipeline.claims.names.salience import salient, type_in
from pipeline.claims.names.trimming import trim
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Name, Scene

# What people have themselves, though a company may have it too.
PERSONAL = ("revenue", "net_income", "loss", "debt", "cost", "stock_price", "ownership_stake", "users", "subscribers")

# Words for a price that do not say what it is of.
BARE = ("price", "prices", "the price", "the prices")
# What is sold, by worth or by number, and how words for the goods hang on it.
SOLD = ("revenue", "units", "contract_value")
GOODS = ("of", "from", "for")


def told_of(scene: Scene, surely: bool = False) -> Name | None:
    """The company that the text goes on about, for what companies have: by the metric, or `surely` by its own words."""
    if not scene.traits.capitals or not surely and scene.wanted[:1] != (COMPANY,):
        return None
    house = salient(scene.memory, scene.document.language, (COMPANY,), scene.wanted or (COMPANY,))
    known = house is not None and type_in(scene.memory, house, scene.document.language) == COMPANY
    return house._replace(resolved=True) if known else None


def of_place(scene: Scene, name: Name, cue: Cue, touches: bool) -> Name | None:
    """`European sales`: where the company that the text goes on about sells; `US car sales` are the country's."""
    if not scene.traits.capitals or not touches or cue.metric.time != "period":
        return None
    words = scene.document.text[name.start : name.end]
    origin = words[:1].isupper() and words.endswith(word_ends(scene.document.language, "claims_demonym_endings"))
    place = name.entity.type == "place" if name.entity else origin
    return told_of(scene) if place else None


def of_goods(scene: Scene, name: Name | None, cue: Cue | None) -> Name | None:
    """`Sales of clothing rose 2%`, `Revenue from cafes`, `Sales in Asia`: what the company that the text goes on about
    sells, and where; a name has sales of its own."""
    measured = cue is None or not cue.is_verb and cue.metric.metric_id in SOLD
    if not scene.traits.capitals or not measured or name is None or name.resolved:
        return None
    at = next((n for n, p in enumerate(scene.parse.phrases) if p.start <= name.start < p.end), 0)
    sold = at > 0 and any(c.metric.metric_id in SOLD and _is_bare(scene, at - 1, c) for c in scene.cues_in(at - 1))
    if name.entity:
        return told_of(scene, True) if sold and name.entity.type == "place" and scene.phrase(at).case == "in" else None
    words, language = scene.document.text[name.start : name.end], scene.document.language
    goods = scene.phrase(at).case in GOODS and words.islower()
    apart = words.rpartition(" ")[2] in word_list(language, "claims_divisions")
    return told_of(scene, True) if sold and goods and not apart else None


def _is_bare(scene: Scene, place: int, cue: Cue) -> bool:
    """`Sales`, `total revenue`, unlike `car sales`, `Worldwide shipments`: a measure before which nothing says what is
    sold, or how widely."""
    start, _ = trim(scene, scene.phrase(place).start, cue.end)
    before = scene.phrase(place - 1).text.lower() if place else ""
    return start >= cue.start and before not in word_list(scene.document.language, "claims_scopes")


def of_label(scene: Scene, name: Name | None) -> Name | None:
    """`Domestic Operations Revenue: rose 9%`: a label that names a part of the company is the company's."""
    if name is None or name.entity or name.resolved or not scene.traits.capitals:
        return None
    at = next((n for n, p in enumerate(scene.parse.phrases) if p.start <= name.start < p.end), None)
    behind = scene.parse.phrases[at + 1 : at + 2] if at is not None else ()
    last = scene.document.text[name.start : name.end].rpartition(" ")[2].lower()
    part = last in word_list(scene.document.language, "claims_parts_of_companies", "noun")
    return told_of(scene, True) if part and behind and behind[0].text == ":" else None


def of_price(scene: Scene, place: int, name: Name | None, cue: Cue | None) -> Name | None:
    """`Nevertheless, the price will rise to $39`, `Prices would fall by 6%, Mirr said`: what had a price last."""
    last = scene.memory.priced
    if not scene.traits.capitals or cue is None or cue.is_verb or cue.metric.metric_id != "price" or last is None:
        return None
    start, end = trim(scene, scene.phrase(cue.phrase).start, scene.phrase(cue.phrase).end)
    bare = scene.document.text[start:end].lower() in BARE
    owned = genitive(scene, cue.phrase) is not None or after_of(scene, cue.phrase, cue) is not None
    own = name is not None and not name.resolved and not _says(scene, place, name)
    return last._replace(resolved=True) if bare and not owned and not own else None


def _says(scene: Scene, place: int, name: Name) -> bool:
    """Whether somebody only says the number."""
    saying = scene.said(place)
    return saying is not None and scene.phrase(saying.speaker).start <= name.start < scene.phrase(saying.speaker).end


def of_person(scene: Scene, name: Name | None, place: int, cue: Cue | None) -> Name | None:
    """`He plans to hire 300`: the company whose people talk of it, where only companies have what is measured."""
    if cue is None or cue.metric.metric_id in PERSONAL or PERSON in scene.wanted:
        return name
    if name is None:
        return told_of(scene) if _is_said_of_person(scene, place) else None
    whole = name.spelt(scene.document.text)
    pronoun = name.resolved and described(scene, name.start, name.end) == (PERSON,)
    person = pronoun or type_in(scene.memory, whole, scene.document.language) == PERSON
    if not person:
        return name
    saying = scene.said(place)
    speaks = scene.wanted[:1] == (COMPANY,) and saying is not None and saying.verb is not None
    return told_of(scene) or (house_told(scene) if speaks else None) or name


def house_told(scene: Scene) -> Name | None:
    """The company or body that an English text goes on about, whatever its type, for what its people say of it."""
    if not scene.traits.capitals:
        return None
    topic, centre = scene.memory.topic, scene.memory.subject
    if topic is not None and topic.start < scene.parse.start:
        return topic._replace(resolved=True)
    # A name of which nothing is known may be a person's, but where only houses have what is measured.
    bodies = (COMPANY, "organisation", "government", *(("",) if scene.wanted[:1] == (COMPANY,) else ()))
    often = [r for r in scene.memory.referents.values() if r.type in bodies and r.times > 1]
    held = centre is not None and type_in(scene.memory, centre, scene.document.language) in bodies
    most = max(often, key=lambda r: (r.times, r.last)).name if often else centre if held else None
    return most._replace(resolved=True) if most is not None else None


def _is_said_of_person(scene: Scene, place: int) -> bool:
    """Whether a pronoun for a person acts in the quantity's clause."""
    clause = scene.phrase(place).clause
    acting = [p for p in scene.parse.phrases if p.clause == clause and p.case == "subject"]
    shared = [scene.phrase(n) for n in scene.parse.clauses[clause].subjects[:1]]
    return any(described(scene, p.start, p.end) == (PERSON,) for p in acting or shared)
