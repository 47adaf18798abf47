"""What the text so far has named, for sentences that only point back to it.

In: the memory, and a sentence that was read or passed over. Out: the new memory. Judgement: a sentence
without a number is not analysed; its subject is the first name that stands before a subject's particle
(Korean) or opens it (English).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.claims.model import Claim, Document
from pipeline.claims.names.cast import COMPANY, CURRENCY, GROUP, PERSON, Cast
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.genitives import is_idle
from pipeline.claims.names.glued import glued
from pipeline.claims.names.headlines import named_in_headline
from pipeline.claims.names.introduced import LEAD, introduced
from pipeline.claims.names.naming import name_of
from pipeline.claims.names.salience import acted, type_in
from pipeline.claims.names.spotting import (
    acts_behind,
    currency_told,
    first_capitals,
    first_word,
    from_place,
    is_joined,
    quoted_by_type,
    unknown_by_type,
)
from pipeline.claims.names.words import descriptions, word_ends, word_list
from pipeline.claims.scene import Memory, Name, Scene

# What one deal with one other party is told of in several numbers.
CONTRACT = "contract_value"
DEALS = (CONTRACT, "fee", "acquisition_price", "units")
# Goods that no measure names have another party only where they are dealt in.
GOODS = ("other", "count")
PRICE = "price"
# Whose other party is a company that somebody holds a part of, or comes to hold.
HOLDINGS = ("ownership_stake", "investment")
# What a market quotes.
QUOTED = ("stock_price", "index_level")
LONGEST_APPOSITION = 40
# Cases of what something goes into: it does not act, but is told of where nobody does (`사업에는 3억원이 투입된다`).
RECEIVING = ("to", "for")
# Whoever only reports is not what the next sentence goes on about, nor an index where no particle says that it acts.
UNLIKELY = {True: ("publisher",), False: ("publisher", "index")}


def learn(
    memory: Memory,
    scene: Scene,
    claim: Claim,
    subject: Name | None,
    speaker: Name | None,
    measured: bool,
    about: Name | None = None,
    other: Name | None = None,
) -> Memory:
    """The memory after a claim of `about` and its `other` party; `measured` says that words named its metric, and
    `subject` is null where the claim's is only told of in passing."""
    # A rate that is no metric (`입주율`) is what its own change is told of, and ends the talk of another.
    rated = scene.quantities[claim.quantity].kind == "percent"
    known = claim.metric if measured and (rated or claim.metric != "other") else memory.metric
    # A sum of all orders ends the talk of one.
    deal = None if claim.metric == CONTRACT and about and not other else memory.deal
    dealt = claim.metric in DEALS or (claim.metric, scene.quantities[claim.quantity].kind) == GOODS
    deal = (about, other) if dealt and about and other else deal
    passing = about if subject is None and about and not about.resolved else memory.passing
    return memory._replace(
        speaker=speaker or memory.speaker,
        metric=known,
        counted=_counted(memory, scene, claim),
        quoted=claim.metric if claim.metric in QUOTED else memory.quoted,
        deal=deal,
        passing=passing,
        partner=other if claim.metric == "trade_volume" else memory.partner,
        held=other if claim.metric in HOLDINGS and other else memory.held,
        told=about or (other if claim.metric in HOLDINGS else None) or memory.told,
        asked=memory.asked or _asked(scene, claim, about),
        priced=about if claim.metric == PRICE and about and not about.resolved else memory.priced,
        by_type=_traded(memory, claim, about),
        **_centre(memory, scene.document, subject),
    )


def _counted(memory: Memory, scene: Scene, claim: Claim) -> Mapping[str, str]:
    """The metric of the last count in each unit after a claim."""
    quantity = scene.quantities[claim.quantity]
    told = quantity.kind == "count" and quantity.unit is not None
    again = not told or memory.counted.get(quantity.unit) == claim.metric
    return memory.counted if again else {**memory.counted, quantity.unit: claim.metric}


def _asked(scene: Scene, claim: Claim, about: Name | None) -> Name | None:
    """The people of whom an English share is told, as a survey asks them."""
    share = scene.traits.capitals and scene.quantities[claim.quantity].kind == "percent"
    if not share or about is None or about.entity or about.resolved:
        return None
    words = about.words_in(scene.document.text).lower()
    language, last = scene.document.language, words.split(" ")[-1]
    many = last.endswith("s") and last in word_list(language, "claims_speaking")
    people = many or last in word_list(language, "claims_populations")
    return about if people and words not in word_list(language, "claims_respondents") else None


def _traded(memory: Memory, claim: Claim, about: Name | None) -> dict[str, Name]:
    """The names by type after a claim: what has an exchange rate is the currency that the text goes on about."""
    rated = claim.metric == "exchange_rate" and about is not None and not about.resolved
    return {**memory.by_type, CURRENCY: about} if rated else memory.by_type


def _centre(memory: Memory, document: Document, name: Name | None) -> dict[str, Any]:
    """What a name that acted changes in the memory, as its centre; people in general are none."""
    if name is None:
        return {}
    words = name.words_in(document.text)
    whose, possessive, what = words.partition("'s ")
    words = whose if possessive and what.islower() and document.traits.capitals else words
    whole = name if name.entity else name._replace(text=words)
    # A plural makes a Korean noun a kind of people or things (`통신사들`), nobody in particular.
    if type_in(memory, whole, document.language) == GROUP or words.endswith(glued(document.language, "plural")):
        return {}
    return {"subject": whole, "referents": acted(memory, whole, document.language)}


def only_company(names: Sequence[Mention]) -> Name | None:
    """The company of a text that names no other, and not only in passing: what a list of figures before its first
    subject is about."""
    companies = [m for m in names if m.entity.type == "company"]
    alone = len({m.entity.entity_id for m in companies}) == 1
    told = alone and (len(companies) > 1 or companies[0].start < LEAD)
    return name_of(companies[0]) if told else None


def is_topic(scene: Scene, name: Name | None) -> bool:
    """Whether a subject is what the text goes on about: a known name, or a whole phrase that acts or opens the
    sentence; a company's part (`여객 부문`) and a common noun after a name are not."""
    words = name.words_in(scene.document.text) if name is not None else ""
    common = scene.traits.capitals and words.islower()
    if name is None or name.entity or name.resolved and not common:
        return True
    written = scene.document.text[name.start : name.end]
    if written.endswith(word_ends(scene.document.language, "claims_parts_of_companies", "noun")):
        return False
    if scene.traits.capitals:
        before = scene.document.text[max(0, name.start - 4) : name.start]
        part = _is_part(scene.document, name) or _is_counted(scene, name)
        return _reads_proper(words, scene.memory.cast) and not before.endswith((" a ", " an ")) and not part
    phrase = next((p for p in scene.parse.phrases if p.start <= name.start and name.end <= p.end), None)
    if phrase is not None and phrase.case in RECEIVING and not scene.parse.clauses[phrase.clause].passive:
        return False
    acting = [n for n, p in enumerate(scene.parse.phrases) if p.case in ("topic", "subject") and p.end <= name.start]
    first = not any(_acts(scene, n) for n in acting)
    if scene.memory.subject is None and (first or phrase is None or phrase.case):
        return True
    return phrase is not None and phrase.end == name.end and first


def _acts(scene: Scene, place: int) -> bool:
    """Whether somebody acts, in no relative clause; houses only say what they think."""
    phrase = scene.phrase(place)
    if (
        phrase.kind != "noun"
        or phrase.text.endswith(word_ends(scene.document.language, "claims_analysts"))
        or scene.cues_in(place)
    ):
        return False
    return scene.parse.clauses[phrase.clause].link != "relative" and not is_idle(scene, place)


def _reads_proper(words: str, cast: Cast) -> bool:
    """Whether capitals make a name of an English phrase; one word at the head of a sentence may be one that the text
    writes small nowhere (`Trade`), of several (`Recent new models`) the first alone says nothing."""
    first, _, rest = words.partition(" ")
    alone = not rest and (first in cast.proper or first.lower() not in cast.small)
    return words[:1].isupper() and (alone or bool(rest) and not rest.islower() or first in cast.proper)


def _is_counted(scene: Scene, name: Name) -> bool:
    """`8 million Danes`, `155,000 Realtors`: people that are only counted."""
    at = next((n for n, p in enumerate(scene.parse.phrases) if p.start <= name.start < p.end), 0)
    return at > 0 and scene.phrase(at - 1).kind == "quantity" and scene.phrase(at - 1).clause == scene.phrase(at).clause


def _is_part(document: Document, name: Name) -> bool:
    """`Legal Services, the company's largest unit,`: whose apposition says whose part it is."""
    behind = document.text[name.end : name.end + LONGEST_APPOSITION]
    whose = behind.removeprefix(", ").split("'s ")[0].split("’s ")[0] if behind.startswith(", ") else ""
    return behind.startswith(", its ") or len(whose) < len(behind) - 4 and whose in descriptions(document.language)


def _acting(memory: Memory, document: Document, inside: Sequence[Mention], start: int, end: int) -> Name | None:
    """Who likely acts in a sentence without a number: a known name with a subject's particle, or one that opens the
    sentence; else a name outside the table that does."""
    particles, also = document.traits.glued, glued(document.language, "also")
    marked = [m for m in inside if acts_behind(document, m.end)] if particles else inside
    opening = [m for m in marked if m.start == start or particles and document.text[m.end : m.end + 1] not in also]
    known = next((m for m in opening if m.entity.type not in UNLIKELY[particles]), None)
    if known is not None:
        called = None if particles or known.entity.type != "place" else from_place(document, known.end, end)
        table = next((m for m in inside if called is not None and m.start == called.start), None)
        return name_of(table) if table is not None else called or name_of(known)
    if particles:
        return first_word(document, start, end)
    if start < memory.cast.headline:
        headed = named_in_headline(document.text, document.language, memory.cast.headline, memory.cast.proper)
        return Name(document.text[slice(*headed)], None, *headed) if headed is not None else None
    return _apposed(document, inside, start) or first_capitals(document, start, end, memory.cast.proper)


def _apposed(document: Document, inside: Sequence[Mention], start: int) -> Name | None:
    """`Another exporter, Calder, has`: the company between commas behind a description that opens the sentence."""
    first = next((m for m in inside if m.entity.type == COMPANY), None)
    if first is None or document.text[first.end : first.end + 1] != ",":
        return None
    before = document.text[start : first.start]
    opening = word_list(document.language, "claims_apposing")
    opens = before.split(" ")[0].lower() in opening and before.count(",") == 1 and before.endswith(", ")
    return name_of(first) if opens and len(before) < LONGEST_APPOSITION else None


def notice(
    memory: Memory, document: Document, names: Sequence[Mention], start: int, end: int, was_read: bool
) -> Memory:
    """The memory after a sentence: its names by type and, if it was not read, its likely subject."""
    first = bisect_left(names, start, key=lambda m: m.start)
    inside = names[first : bisect_left(names, end, first, key=lambda m: m.start)]
    known = {m.entity.type: Name("", m.entity, m.start, m.end) for m in inside}
    unknown = unknown_by_type(document, start, end) | quoted_by_type(document, start, end)
    unknown |= {} if was_read else currency_told(document, start, end)
    by_type = {**memory.by_type, **unknown, **known}
    subject = _acting(memory, document, inside, start, end)
    if subject is None and memory.subject is None and not was_read:
        subject = introduced(document, memory.cast, inside, start, end)
    pair = subject if subject is not None and is_joined(document, subject) else memory.pair
    for name in (memory.subject if was_read else None, subject):
        if name and name.entity:
            by_type[name.entity.type] = name
    memory = memory._replace(by_type=by_type, pair=pair)
    type_ = type_in(memory, subject, document.language) if subject else GROUP
    if type_ == GROUP:
        return memory
    if was_read or type_ == PERSON:
        return memory._replace(referents=acted(memory, subject, document.language))
    told = memory.told if was_read else None
    return memory._replace(told=told, **_centre(memory, document, subject))
