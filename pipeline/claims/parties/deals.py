"""The company that a whole text tells the purchase of, or money and shares of.

In: a document, its names, readings and quantities. Out: the readings with the other party that their sentence leaves
open. Judgements:
- the company right before a word for shares is whose they are, the one named before it in the sentence has them;
- what a text first says is bought for a price, near its top, is what further prices and parts are of that name nobody;
- money in a sentence that tells of an offer and what it is paid in is the offer's price, its payer the first buyer,
  unless the sentence tells what a market did;
- the only known company of a headline is whom money is put into and parts are held of, where somebody else does so; the
  only one of a whole text is whose parts are held.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

import re2

from pipeline.claims.claim import Reading
from pipeline.claims.model import Claim, Document
from pipeline.claims.names.cast import COMPANY, PERSON, Cast, type_of
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.naming import name_of, same
from pipeline.claims.names.words import role_ends, role_list, word_list
from pipeline.claims.parties.filled import OBJECT, SUBJECT, filled
from pipeline.claims.scene import Name
from pipeline.languages.sentences import encodable
from pipeline.mentions import Quantity

_start = attrgetter("start")
Deal = tuple[Name, Name]
PRICE, STAKE, INVESTMENT = "acquisition_price", "ownership_stake", "investment"
HOLDINGS = (PRICE, STAKE, INVESTMENT)
# What words of a market or of no measure make of an offer's money.
LOOSE = ("stock_price", "price", "cost", "valuation", "other")
OFFERS, BOUGHT = "claims_offers", "claims_bought_words"
LEAD = 700
LONGEST_TITLE = 200
OFTEN = 3
COMMON = "common_nouns"
HOLDERS = (COMPANY, PERSON, "organisation", "government")


def of_deals(
    document: Document,
    readings: Sequence[Reading],
    quantities: Sequence[Quantity],
    names: Sequence[Mention],
    cast: Cast,
) -> list[Reading]:
    """The readings, what is offered and held with whom it is offered for and held of."""
    done = list(readings)
    deal, whom, only = _deal(document, readings), _headlined(document, names), _only(document, names)
    offers: dict[int, bool] = {}
    for number, reading in enumerate(done):
        if reading.other is None and reading.claim.metric == STAKE:
            reading = done[number] = _held_of(document, reading, names)
        if reading.other is not None or not (deal or whom or only):
            continue
        if deal is not None:
            done[number] = _of_deal(document, reading, quantities[number], deal, offers)
            continue
        held = only if reading.claim.metric == STAKE and whom is None else whom
        holds = held is only or _can_hold(document, cast, reading.subject)
        if held is not None and holds and reading.claim.metric in HOLDINGS and reading.subject is not None:
            done[number] = filled(document, reading, OBJECT, held) if not same(reading.subject, held) else reading
    return done


def _held_of(document: Document, reading: Reading, names: Sequence[Mention]) -> Reading:
    """`도담이 현재 10%인 미르 지분을 34%까지`: the company right before a word for shares is whose they are,
    the one named before it in the sentence who has them."""
    name, text = reading.subject, document.text
    if name is None or name.entity is None or name.entity.type != COMPANY:
        return reading
    shares = role_ends(document.language, BOUGHT, "bought")
    if not text.startswith(shares, name.end + 1) or not text.startswith(" ", name.end):
        return reading
    first, last = (bisect_left(names, at, key=_start) for at in (reading.claim.quote_start, name.start))
    holders = [m for m in names[first:last] if m.entity.type == COMPANY and m.entity != name.entity]
    if not holders:
        return reading
    return filled(document, filled(document, reading, OBJECT, name), SUBJECT, name_of(holders[-1]))


def _of_deal(document: Document, reading: Reading, quantity: Quantity, deal: Deal, offers: dict[int, bool]) -> Reading:
    """A reading with the parties of the text's deal, where it tells of it; `offers` remembers what sentences tell."""
    claim, (buyer, target) = reading.claim, deal
    loose = claim.metric in LOOSE and claim.aspect == "level" and quantity.kind == "money"
    if loose and claim.quote_start not in offers:
        offers[claim.quote_start] = _is_offer(document, claim)
    offered = loose and offers[claim.quote_start]
    targets = reading.subject is not None and _is_of(document, reading.subject, target)
    own = reading.subject is not None and not reading.subject.resolved and _is_company(document, reading.subject)
    others = own and not same(reading.subject, buyer)
    bought = claim.metric == PRICE and (targets or not others)
    if not offered and not bought and (claim.metric not in (STAKE, INVESTMENT) or targets):
        return reading
    offered |= bought and targets
    if offered:
        reading = reading._replace(claim=claim._replace(metric=PRICE, reason=None))
        reading = filled(document, reading, SUBJECT, buyer._replace(resolved=True))
    return filled(document, reading, OBJECT, target._replace(resolved=True))


def _is_of(document: Document, name: Name, target: Name) -> bool:
    """Whether a subject is what is bought, or somebody of it (`Dodam shareholders`)."""
    own, words = name.words_in(document.text), target.words_in(document.text)
    return same(name, target) or own.startswith(words.split(" ")[0])


def _deal(document: Document, readings: Sequence[Reading]) -> Deal | None:
    """The buyer and the target of the first purchase that the top of a text tells the price of."""
    for reading in readings:
        claim = reading.claim
        if claim.quote_start > LEAD:
            return None
        both = reading.subject is not None and reading.other is not None
        if claim.metric == PRICE and both and _is_company(document, reading.other):
            return reading.subject, reading.other
    return None


def _is_company(document: Document, name: Name) -> bool:
    """Whether a name can be a company's: a known one, or words that are no common noun."""
    if name.entity is not None:
        return name.entity.type == COMPANY
    words = name.words_in(document.text)
    return words[:1].isupper() or not document.traits.capitals and words not in word_list(document.language, COMMON)


def _can_hold(document: Document, cast: Cast, name: Name | None) -> bool:
    """Whether a subject is somebody who can put money into a company."""
    if name is not None and name.entity is not None:
        return name.entity.type in HOLDERS
    words = name.words_in(document.text) if name is not None else ""
    return bool(words) and type_of(words, document.language, cast) in HOLDERS


def _is_offer(document: Document, claim: Claim) -> bool:
    """Whether a sentence tells what is offered and what it is paid in, and nothing that a market did."""
    words = _roles(document.language)
    sentence = encodable(document.text[claim.quote_start : claim.quote_end].lower())
    return all(bool(words[role].search(sentence)) == (role != "market") for role in words)


@cache
def _roles(language: str) -> dict[str, re2.Pattern]:
    """What finds the words of an offer, by their role."""
    found = {}
    for role in ("offer", "payment", "market"):
        words = sorted(role_list(language, OFFERS, role))
        found[role] = re2.compile(f"(?:^|[^a-z])(?:{'|'.join(map(re2.escape, words))})(?:[^a-z]|$)")
    return found


def _only(document: Document, names: Sequence[Mention]) -> Name | None:
    """The only known company of a text, of which parts are held; capitals name others than the known ones."""
    if document.traits.capitals:
        return None
    companies = {m.entity.entity_id: m for m in names if m.entity.type == COMPANY}
    return name_of(next(iter(companies.values()))) if len(companies) == 1 else None


def _headlined(document: Document, names: Sequence[Mention]) -> Name | None:
    """The only company of a headline, where the text goes on about it."""
    end = document.text.find("\n", 0, LONGEST_TITLE)
    companies = [m for m in names if m.entity.type == COMPANY]
    titled = {m.entity.entity_id: m for m in companies if m.end <= end}
    only = next(iter(titled.values())) if len(titled) == 1 else None
    often = only is not None and sum(m.entity.entity_id == only.entity.entity_id for m in companies) >= OFTEN
    return name_of(only) if often else None
