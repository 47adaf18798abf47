"""One quantity of a parsed sentence to its claim.

In: a scene and the position of a quantity. Out: a `Reading`: the claim and the names and words it rests on.
Judgements: a conversion in brackets, and a figure in brackets right after another (`34포인트(0.86%)`),
say the same as what stands before the bracket; in a list that pairs in order the partner decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.claims.confidence import confidence
from pipeline.claims.measures.aspects import aspect
from pipeline.claims.measures.carried import moves_on
from pipeline.claims.measures.growths import GROWTH, grown, said_again
from pipeline.claims.measures.measured import cue_of, measured
from pipeline.claims.measures.metrics import RELATIVE, Cue, default_metric, fits, metrics
from pipeline.claims.measures.qualifiers import qualifier
from pipeline.claims.measures.shares import bracketed, held
from pipeline.claims.measures.turned import turned
from pipeline.claims.modality import modality
from pipeline.claims.model import Claim, Document, Role
from pipeline.claims.parties.counterparts import counterpart
from pipeline.claims.scene import Name, Scene
from pipeline.claims.sources.attribution import is_figure, source
from pipeline.claims.sources.unnamed import is_nameless
from pipeline.claims.subjects.choosing import subject
from pipeline.claims.subjects.hung import compared
from pipeline.claims.subjects.pairing import told_before
from pipeline.claims.subjects.partners import is_object, paired, paired_name
from pipeline.claims.times.bases import base
from pipeline.claims.times.extents import period, since
from pipeline.claims.times.fiscal import fiscal
from pipeline.claims.times.governing import as_of
from pipeline.mentions import Date

Span = tuple[int, int]
# Metrics whose amounts add up over time.
SUMMED = ("cumulative", "period")


class Reading(NamedTuple):
    """A claim with the names behind it, for what comes later in the text; `nameless` where only people without a name
    say it; `figure` where the number is what is told, not only the size of the noun behind it (`12가지 서비스`)."""

    claim: Claim
    roles: tuple[Role, ...] = ()
    subject: Name | None = None
    speaker: Name | None = None
    other: Name | None = None
    nameless: bool = False
    figure: bool = False


def read(scene: Scene, position: int, earlier: dict[int, Reading], partner: int | None) -> Reading:
    """The claim of one quantity; `earlier` are those before it, `partner` the phrase it pairs with."""
    place = scene.place(position)
    if place is None:
        return Reading(Claim(position, default_metric(scene.quantities[position].kind), reason="not-analysed"))
    model = _model(scene, place, earlier)
    if model is not None and _says_own_way(scene, place, model):
        own = _like(scene, position, model)
        kind, way = aspect(scene, place, None)
        return own._replace(claim=own.claim._replace(aspect="change", direction=way if kind == "change" else "up"))
    if model is not None:
        return _like(scene, position, model)
    return _fresh(scene, position, place, earlier, partner)


def _model(scene: Scene, place: int, earlier: dict[int, Reading]) -> Reading | None:
    """The claim whose words this quantity shares: what it converts, or what its bracket follows."""
    quantity = scene.quantities[scene.phrase(place).item]
    if quantity.converts is not None:
        return earlier.get(quantity.converts)
    before = [p for p in scene.parse.phrases[max(0, place - 3) : place] if p.text != "+"][-2:]
    if len(before) == 2 and before[1].text == "(" and before[0].kind == "quantity":
        other = earlier.get(before[0].item)
        same_kind = other and (quantity.kind in RELATIVE or scene.quantities[before[0].item].kind in RELATIVE)
        return other if same_kind else None
    return None


def _says_own_way(scene: Scene, place: int, model: Reading) -> bool:
    """`1조2000억원(+15% YoY)`: a percentage with a sign or a word of its own says how far the level moved."""
    quantity = scene.quantities[scene.phrase(place).item]
    if quantity.converts is not None or quantity.kind not in RELATIVE or model.claim.aspect != "level":
        return False
    signed = scene.document.text[quantity.start - 1 : quantity.start] == "+" or quantity.surface.startswith("+")
    return signed or aspect(scene, place, None)[0] == "change"


def _like(scene: Scene, position: int, model: Reading) -> Reading:
    quantity = scene.quantities[position]
    restates = model.claim.quantity if quantity.converts is not None else None
    kind = bracketed(model.claim.aspect, scene.quantities[model.claim.quantity].kind, quantity.kind)
    metric = said_again(model.claim.metric, kind, quantity.kind)
    claim = model.claim._replace(quantity=position, restates=restates, metric=metric, aspect=kind)
    return model._replace(claim=claim, roles=tuple(r._replace(claim=position) for r in model.roles))


def _fresh(scene: Scene, position: int, place: int, earlier: dict[int, Reading], partner: int | None) -> Reading:
    """The claim from the quantity's own words; what only measures another kind of quantity measures nothing here."""
    kind = scene.quantities[position].kind
    scene = scene._replace(cues=[c for c in scene.cues if c.kind in ("", kind)])
    alike = _alike(scene, earlier, partner) if partner is not None else told_before(scene, place, earlier)
    cue = _cue(scene, place, partner)
    kind, way = _moved(scene, place, cue, earlier.get(position - 1))
    about = alike.subject if alike else paired(scene, place, partner, cue)
    model = earlier.get(compared(scene, place)) if about is None else None
    about = about or (model.subject if model else None) or subject(scene, place, cue)
    metric = _metric(scene, place, alike, kind, about, cue)
    listed = is_object(scene, partner, cue)
    other = paired_name(scene, partner) if listed else counterpart(scene, place, cue, kind, about, metric)
    said = source(scene, place, about)
    kind = held(scene, place, metric, kind, about) if cue is None else kind
    metric, kind, way = grown(scene, place, cue, about, (metric, kind, way))
    when = as_of(scene, place, cue)
    real, why = modality(scene, place, cue, when)
    claim = Claim(
        position,
        metric,
        kind,
        real,
        way,
        *_names(scene.document, about),
        *_names(scene.document, other),
        qualifier(scene, place, cue),
        **_said(scene.document, said),
        confidence=confidence(scene, place, metric, cue, about),
        reason=_reason(metric, about),
    )
    names = (("subject", about), ("object", other), ("attribution", said))
    dated = _span(scene.dates[when]) if when is not None else None
    spans = (("metric", _span(cue)), ("modality", why), ("as_of", dated))
    roles = (*_named_roles(scene, position, names), *_worded_roles(scene, position, spans))
    heard = (is_nameless(scene, place), is_figure(scene, place))
    return Reading(_dated(scene, place, when, claim), roles, about, said, other, *heard)


def _metric(scene: Scene, place: int, alike: Reading | None, kind: str, about: Name | None, cue: Cue | None) -> str:
    """What a number of aspect `kind` measures: as much as the one it pairs with, but a level is no growth."""
    if alike is not None and (alike.claim.metric != GROWTH or kind != "level"):
        return alike.claim.metric
    return turned(scene, place, measured(scene, place, cue, kind, about), about, cue)


def _moved(scene: Scene, place: int, cue: Cue | None, before: Reading | None) -> tuple[str, str | None]:
    """The aspect and direction of the quantity; one of a list without words of its own moves as the one before."""
    kind, way = aspect(scene, place, cue)
    further = moves_on(scene, place, before.claim) if before and cue is None and kind == "level" else None
    return ("change", further) if further else (kind, way)


def _alike(scene: Scene, earlier: dict[int, Reading], partner: int) -> Reading | None:
    """The reading of the number that this one pairs with."""
    return earlier.get(scene.phrase(partner).item) if scene.phrase(partner).kind == "quantity" else None


def _cue(scene: Scene, place: int, partner: int | None) -> Cue | None:
    """The quantity's cue; in a list that pairs in order the partner's."""
    kind = scene.quantities[scene.phrase(place).item].kind
    own = [c for c in scene.cues_in(partner) if fits(c.metric, kind)] if partner is not None else []
    return own[0] if own else cue_of(scene, place)


def _names(document: Document, name: Name | None) -> tuple[str | None, str | None]:
    if name is None:
        return None, None
    if name.entity:
        return name.entity.entity_id, name.entity.name(document.language)
    return None, name.words_in(document.text)


def _said(document: Document, name: Name | None) -> dict[str, str | None]:
    entity, words = _names(document, name)
    return {"attribution_id": entity, "attribution": words}


def spoken(document: Document, reading: Reading, name: Name | None) -> Reading:
    """A reading with a source that is named outside its sentence, where that names nobody."""
    if name is None or reading.nameless or reading.claim.attribution is not None:
        return reading
    claim = reading.claim._replace(**_said(document, name))
    text = document.text[name.start : name.end]
    role = Role(
        claim.quantity, "attribution", name.start, name.end, text, name.entity.entity_id if name.entity else None
    )
    return reading._replace(claim=claim, roles=(*reading.roles, role), speaker=name)


def _dated(scene: Scene, place: int, when: int | None, claim: Claim) -> Claim:
    """The claim with its as-of date `when` and, for a change, what it is measured against."""
    if when is not None and scene.dates[when].date_start is not None:
        start, end = period(scene, when, claim.metric)
        claim = claim._replace(as_of_start=start, as_of_end=end, as_of_basis="stated")
    own = fiscal(scene, place, metrics()[claim.metric].time)
    if own is not None and not (when is not None and scene.dates[when].start >= own.end):
        claim = claim._replace(as_of_start=None, as_of_end=None, as_of_label=own.label, as_of_basis="stated")
    grown_ = claim.aspect == "change" or metrics()[claim.metric].time in SUMMED
    begun = since(scene, place) if when is None and grown_ else None
    if begun is not None and scene.dates[begun].date_start is not None and scene.document.published_on is not None:
        start, end = scene.dates[begun].date_start, scene.document.published_on
        claim = claim._replace(as_of_start=start, as_of_end=end, as_of_basis="stated")
    against = base(scene, place) if claim.aspect == "change" else None
    if against is not None:
        claim = claim._replace(base_start=scene.dates[against].date_start, base_end=scene.dates[against].date_end)
    return claim


def _reason(metric: str, about: Name | None) -> str | None:
    if metric == "other":
        return "no-metric-cue"
    return "no-subject" if about is None else None


def _span(words: Cue | Date | None) -> Span | None:
    return (words.start, words.end) if words else None


def _named_roles(scene: Scene, position: int, names: Iterable[tuple[str, Name | None]]) -> Iterator[Role]:
    """The words that name somebody."""
    for role, name in names:
        if name:
            words = scene.document.text[name.start : name.end]
            entity = name.entity.entity_id if name.entity else None
            yield Role(position, role, name.start, name.end, words, entity)


def _worded_roles(scene: Scene, position: int, spans: Iterable[tuple[str, Span | None]]) -> Iterator[Role]:
    """The words behind the other fields."""
    for role, span in spans:
        if span:
            yield Role(position, role, *span, scene.document.text[slice(*span)])
