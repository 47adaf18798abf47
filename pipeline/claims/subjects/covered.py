"""Whose shares a Korean target price is for.

In: a stretch of a document, or a scene and the subject found. Out: a `Name` or None. Judgements: what stands right
before the word for a target (`도담의 목표주가`), or about whom it is (`도담에 대해`), is covered, one word or a known
name; a house that speaks about others has no target of its own, and the results that it tells in a text with targets
are of the company that it covers; the price of its own shares it keeps.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.claims.measures.metrics import Cue
from pipeline.claims.model import Document
from pipeline.claims.names.cast import COMPANY
from pipeline.claims.names.entities import Mention
from pipeline.claims.names.glued import ACTING, glued
from pipeline.claims.names.words import is_nobody, word_ends, word_list
from pipeline.claims.scene import Name, Scene

LONGEST_NAME = 20
LONGEST_HEADLINE = 100
# What a broker expects of a company, and what it thinks that its shares are worth.
EXPECTED = ("revenue", "operating_income", "net_income", "loss")
PRICE = "stock_price"


def has_targets(document: Document) -> bool:
    """Whether a text tells of any target price."""
    return any(word in document.text for word in word_list(document.language, "claims_price_targets"))


def covering(document: Document, names: Sequence[Mention], start: int, end: int) -> Name | None:
    """The company that a stretch puts a target price on, or that a broker speaks about there."""
    text, targets = document.text, word_list(document.language, "claims_price_targets")
    places = sorted(at for word in targets if (at := text.find(word, start, end)) >= 0)
    speaks = any(text.find(word, start, end) >= 0 for word in word_list(document.language, "claims_analysts"))
    if not places and not speaks:
        return None
    last = places[0] if places else end
    about = (text.find(particle, start, last) for particle in glued(document.language, "covers"))
    ends = [(at, bool(places)) for at in about if at >= 0] + [_lead(document, start, at) for at in places]
    return next(filter(None, (_before(document, names, start, *end) for end in ends)), None)


def _lead(document: Document, start: int, at: int) -> tuple[int, bool]:
    """Where what stands before a word ends, and whether a particle makes it its owner."""
    lead = document.text[start:at].rstrip()
    owner = next((p for p in glued(document.language, "whose", "covers") if lead.endswith(p)), "")
    acting = next((p for p in glued(document.language, *ACTING, "also") if lead.endswith(p)), "")
    return start + len(lead) - len(owner or acting), bool(owner)


def _before(document: Document, names: Sequence[Mention], start: int, stop: int, linked: bool) -> Name | None:
    """The name that ends at a place: a known company, or one word where a particle says that it is owned."""
    stop = _before_code(document.text, start, stop)
    number = bisect_left(names, stop, key=lambda m: m.start) - 1
    known = names[number] if number >= 0 and names[number].end == stop else None
    if known is not None and known.entity.type == COMPANY:
        speaks = _speaks(known.entity.name(document.language), document.language)
        return None if speaks else Name("", known.entity, known.start, stop)
    begin = max(document.text.rfind(" ", start, stop) + 1, document.text.rfind("\n", start, stop) + 1, start)
    words = document.text[begin:stop]
    named = linked and words.isalnum() and len(words) <= LONGEST_NAME and not is_nobody(words, document.language)
    return Name(words, None, begin, stop) if named and not _speaks(words, document.language) else None


def _before_code(text: str, start: int, stop: int) -> int:
    """`도담(012345)에 대해`: where a name ends whose code stands in a bracket."""
    opened = text.rfind("(", start, stop) if text[start:stop].endswith(")") else -1
    return opened if opened >= 0 and text[opened + 1 : stop - 1].isdigit() else stop


def headlined(document: Document, names: Sequence[Mention]) -> Name | None:
    """The first company that a headline names, brokers aside: whom a text with targets covers if nothing else says."""
    end = document.text.find("\n") if has_targets(document) else 0
    inside = [m for m in names if m.end <= end and m.entity.type == COMPANY]
    covered = (m for m in inside if not _speaks(m.entity.name(document.language), document.language))
    first = next(covered, None)
    return Name("", first.entity, first.start, first.end) if first is not None and end <= LONGEST_HEADLINE else None


def _speaks(words: str, language: str) -> bool:
    """Whether a name is of a house that speaks about others, or of many."""
    return words.endswith((*word_ends(language, "claims_analysts"), *glued(language, "plural")))


def of_covered(scene: Scene, cue: Cue | None, found: Name | None) -> Name | None:
    """The subject, or the company that a house which is no subject covers."""
    company = scene.memory.covered
    if company is None or cue is None or cue.metric.metric_id not in (*EXPECTED, PRICE):
        return found
    words = (found.entity.name(scene.document.language) if found.entity else found.text) if found is not None else ""
    target = scene.document.text[cue.start : cue.end] in word_list(scene.document.language, "claims_price_targets")
    expects = target or cue.metric.metric_id in EXPECTED
    speaks = expects and _speaks(words, scene.document.language)
    return company._replace(resolved=True) if speaks or target and (found is None or found.resolved) else found
