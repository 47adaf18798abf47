"""Documents as pages: the text with everything marked that was read in it, and the rows it gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.renderers.html import facts
from pipeline.renderers.html.corpus import Corpus
from pipeline.renderers.html.marking import Mark, Piece, pieces
from pipeline.renderers.html.page import Page, parts
from pipeline.renderers.html.wording import heading, period, reading, slug, source, words
from pipeline.tables import Row

MOST_TEXT = 200_000  # characters of a document that its page shows
MARKED_ROLES = ("subject", "metric", "attribution")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section of the text, in marked pieces."""

    kind: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity with its claim and the fact it became part of."""

    quantity: Row
    claim: Row | None
    reading: str
    fact: Row | None
    fact_href: str | None


def pages(corpus: Corpus) -> Iterator[Page]:
    """The list, then every document."""
    shown = [_line(document, corpus) for document in corpus["documents"]]
    for path, part in parts(shown, "documents"):
        yield Page(path, "documents.html", "Documents", {"part": part})
    for document in corpus["documents"]:
        yield _page(document, corpus)


def _line(document: Row, corpus: Corpus) -> dict[str, object]:
    doc_id = document["doc_id"]
    return {
        "document": document,
        "heading": heading(document),
        "source": source(document),
        "href": f"documents/{slug(doc_id)}.html",
        "numbers": len(corpus.of("quantities", doc_id)),
        "findings": len(corpus.findings_of_document.get(doc_id, [])),
    }


def _page(document: Row, corpus: Corpus) -> Page:
    doc_id = document["doc_id"]
    values = {
        "document": document,
        "source": source(document),
        "stretches": stretches(document, corpus),
        "left_out": max(0, len(document["text"]) - MOST_TEXT),
        "numbers": numbers(doc_id, corpus),
        "dates": [(row, period(row["date_start"], row["date_end"])) for row in corpus.of("dates", doc_id)],
        "findings": corpus.findings_of_document.get(doc_id, []),
        "places": corpus.place_of_finding,
    }
    return Page(f"documents/{slug(doc_id)}.html", "document.html", heading(document), values)


def numbers(doc_id: str, corpus: Corpus) -> list[Number]:
    """The quantities of a document with what they are about."""
    return [_number(row, corpus) for row in corpus.of("quantities", doc_id)]


def _number(quantity: Row, corpus: Corpus) -> Number:
    claim = corpus.claim_of_quantity.get(quantity["quantity_id"])
    fact = corpus.facts.get(corpus.fact_of_claim.get(claim["claim_id"], "")) if claim else None
    several = fact is not None and len(corpus.members[fact["fact_id"]]) > 1
    return Number(quantity, claim, reading(quantity), fact, facts.href(fact, corpus) if several else None)


def stretches(document: Row, corpus: Corpus) -> list[Stretch]:
    """The text in its sections, marked; what no section covers stands between them as it is."""
    doc_id, text = document["doc_id"], document["text"]
    marks = sorted(_marks(doc_id, corpus), key=lambda mark: mark.start)
    end = min(len(text), MOST_TEXT)
    made, place = [], 0
    for section in corpus.of("sections", doc_id):
        made += [("", place, section["start"]), (section["kind"], section["start"], min(section["end"], end))]
        place = section["end"]
    made.append(("", place, end))
    return [
        Stretch(kind, pieces(text, marks, first, first + len(text[first:last].rstrip())))
        for kind, first, last in made
        if text[first:last].strip()
    ]


def _marks(doc_id: str, corpus: Corpus) -> Iterator[Mark]:
    for row in corpus.of("quantities", doc_id):
        place = row["quantity_id"]
        yield Mark(row["start"], row["end"], "quantity", f"#row-{place}", place, reading(row))
    for row in corpus.of("dates", doc_id):
        told = period(row["date_start"], row["date_end"]) or "not resolved"
        yield Mark(row["start"], row["end"], "date", f"#row-{row['date_id']}", row["date_id"], told)
    for claim in corpus.of("claims", doc_id):
        for role in corpus.roles.get(claim["claim_id"], ()):
            if role["role"] in MARKED_ROLES:
                yield Mark(role["start"], role["end"], f"role {role['role']}", title=words(role["role"]))
    for finding in corpus.findings_of_document.get(doc_id, ()):
        for span in corpus.spans.get(finding["finding_id"], [finding]):
            if span["doc_id"] == doc_id:
                yield Mark(span["start"], span["end"], f"flagged {finding['severity']}", title=finding["code"])
