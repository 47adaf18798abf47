"""From one document to its rows: sentences, quantities, dates, claims, roles.

In: a row of ``documents`` and its rows of ``sections``. Out: the rows of five tables. Judgements:
- Quantities are read in title and body, dates in the byline too; what is marked as junk gives no row.
- Each section is read on its own, so that nothing joins a headline with the sentence below it; only what
  a date was anchored to is remembered from section to section.
- A document in a language that is not read (``und``) has no rows: nothing is guessed.
- Blanks of any width are read as spaces; what is quoted of a text is as it prints them.
The result depends on the document alone, which makes the stage a map over documents.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from pipeline.claims import Claim, Document, Role, read_claims
from pipeline.dates import dates_in
from pipeline.extraction.money import in_dollars
from pipeline.languages import folders
from pipeline.languages.sentences import split_sentences
from pipeline.languages.spaces import evenly_spaced
from pipeline.mentions import Date, Quantity, Section, Sentence
from pipeline.quantities import find_quantities
from pipeline.tables import Row, mention_ids, row_id

Printed = TypeVar("Printed", Quantity, Date, Role)

EXTRACTOR = "claimtrack-grammar 1"
LONGEST_QUOTE = 2000
TABLES = ("sentences", "quantities", "dates", "claims", "roles")
WITH_DATES = ("title", "byline", "body")
WITH_QUANTITIES = ("title", "body")
# What a claim repeats of its quantity.
OF_QUANTITY = ("kind", "unit", "per", "low", "high", "bound", "approximate")


class Rows(NamedTuple):
    """The rows of one document, a list for each table of `TABLES`."""

    sentences: list[Row]
    quantities: list[Row]
    dates: list[Row]
    claims: list[Row]
    roles: list[Row]


class Mentions(NamedTuple):
    """What was found in one document, in reading order."""

    sentences: list[Sentence]
    quantities: list[Quantity]
    dates: list[Date]


def read_document(document: Row, sections: Iterable[Row]) -> Rows:
    """Everything that one document says in numbers and dates."""
    if document["language"] not in folders():
        return Rows([], [], [], [], [])
    kept = [Section(row["start"], row["end"], row["kind"]) for row in sections if row["kind"] in WITH_DATES]
    spaced = document | {"text": evenly_spaced(document["text"])}
    mentions = find_mentions(spaced, kept)
    reading = Document(**{name: spaced[name] for name in Document._fields})
    claims, roles = read_claims(reading, mentions.sentences, mentions.quantities, mentions.dates)
    if spaced["text"] == document["text"]:
        return _rows(document, mentions, claims, roles)
    quantities, dates, roles = (_as_printed(document["text"], items) for items in (*mentions[1:], roles))
    return _rows(document, Mentions(mentions.sentences, quantities, dates), claims, roles)


def _as_printed(text: str, items: Iterable[Printed]) -> list[Printed]:
    """Quantities, dates or roles with the text's own blanks in their words."""
    return [item._replace(surface=text[item.start : item.end]) for item in items]


def find_mentions(document: Row, sections: Sequence[Section]) -> Mentions:
    """Sentences, quantities and dates of the sections that are read."""
    text, language = document["text"], document["language"]
    stretches = [(section.start, section.end) for section in sections]
    dates = dates_in(text, language, document["published_on"], stretches)
    starts = [date.start for date in dates]
    found = Mentions([], [], dates)
    for section in sections:
        span = {"start": section.start, "end": section.end}
        cut = split_sentences(text, language, **span)
        found.sentences.extend(Sentence(start, end, section.kind) for start, end in cut)
        if section.kind in WITH_QUANTITIES:
            first, last = (bisect_left(starts, offset) for offset in (section.start, section.end))
            _extend(found.quantities, find_quantities(text, language, dates[first:last], **span))
    return found


def _extend(quantities: list[Quantity], more: Sequence[Quantity]) -> None:
    """Positions in `converts` count from the start of the list they came in."""
    offset = len(quantities)
    quantities.extend(
        item if item.converts is None else item._replace(converts=item.converts + offset) for item in more
    )


def _rows(document: Row, mentions: Mentions, claims: Sequence[Claim], roles: Sequence[Role]) -> Rows:
    doc_id = document["doc_id"]
    sentences = _sentence_rows(doc_id, document["text"], mentions.sentences)
    quantities = list(_quantity_rows(doc_id, mentions.quantities, sentences))
    dates = list(_date_rows(doc_id, mentions.dates, sentences))
    claim_ids = [row_id("c", row["quantity_id"]) for row in quantities]
    return Rows(
        sentences,
        quantities,
        dates,
        list(_claim_rows(document, claims, quantities, claim_ids)),
        [_role_row(role, claim_ids) for role in roles],
    )


def _sentence_rows(doc_id: str, text: str, sentences: Sequence[Sentence]) -> list[Row]:
    ids = mention_ids("s", doc_id, [(item.section, text[item.start : item.end]) for item in sentences])
    return [{"sentence_id": id_, "doc_id": doc_id} | item._asdict() for id_, item in zip(ids, sentences)]


def _quantity_rows(doc_id: str, quantities: Sequence[Quantity], sentences: Sequence[Row]) -> Iterator[Row]:
    ids = mention_ids("q", doc_id, [(item.kind, item.surface) for item in quantities])
    for id_, item, sentence in zip(ids, quantities, _sentence_of(quantities, sentences)):
        row = item._asdict()
        row.pop("hedges")
        row["converts"] = None if item.converts is None else ids[item.converts]
        yield {"quantity_id": id_, "doc_id": doc_id} | sentence | row


def _date_rows(doc_id: str, dates: Sequence[Date], sentences: Sequence[Row]) -> Iterator[Row]:
    ids = mention_ids("d", doc_id, [(item.granularity, item.surface) for item in dates])
    for id_, item, sentence in zip(ids, dates, _sentence_of(dates, sentences)):
        row = item._asdict()
        row.pop("length")
        yield {"date_id": id_, "doc_id": doc_id} | sentence | row


def _sentence_of(mentions: Sequence[Quantity | Date], sentences: Sequence[Row]) -> Iterator[Row]:
    """Id and section of the sentence in which each mention begins; both come in reading order."""
    place = 0
    for mention in mentions:
        while place + 1 < len(sentences) and sentences[place + 1]["start"] <= mention.start:
            place += 1
        yield {name: sentences[place][name] for name in ("sentence_id", "section")}


def _claim_rows(
    document: Row, claims: Sequence[Claim], quantities: Sequence[Row], claim_ids: Sequence[str]
) -> Iterator[Row]:
    for claim, quantity in zip(claims, quantities, strict=True):
        row = claim._asdict()
        position = row.pop("quantity")
        links = {name: row.pop(name) for name in ("restates", "repeats")}
        row["quote_start"], row["quote_end"] = quoted(claim, quantity)
        yield {
            "claim_id": claim_ids[position],
            "doc_id": document["doc_id"],
            "quantity_id": quantity["quantity_id"],
            "published_on": document["published_on"],
            "quote": document["text"][row["quote_start"] : row["quote_end"]],
            "extractor": EXTRACTOR,
            **{name: quantity[name] for name in OF_QUANTITY},
            **in_dollars(quantity, document["published_on"]),
            **{name: None if target is None else claim_ids[target] for name, target in links.items()},
            **row,
        }


def quoted(claim: Claim, quantity: Row) -> tuple[int, int]:
    """The claim's sentence; of one without end, the stretch around its number.

    Every claim carries its quote: without a limit, the claims of one endless sentence would be as
    large as its length squared.
    """
    if claim.quote_end - claim.quote_start <= LONGEST_QUOTE:
        return claim.quote_start, claim.quote_end
    around = (LONGEST_QUOTE - (quantity["end"] - quantity["start"])) // 2
    return max(claim.quote_start, quantity["start"] - around), min(claim.quote_end, quantity["end"] + around)


def _role_row(role: Role, claim_ids: Sequence[str]) -> Row:
    row = role._asdict()
    return {"claim_id": claim_ids[row.pop("claim")]} | row
