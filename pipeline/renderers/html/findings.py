"""Findings as pages: what is compared, in its sentences, with the arithmetic and the suggestion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.renderers.html import facts
from pipeline.renderers.html.corpus import SEVERITIES, Corpus
from pipeline.renderers.html.marking import Mark, Piece, pieces
from pipeline.renderers.html.page import Page, parts
from pipeline.renderers.html.wording import heading, slug, source
from pipeline.tables import Row

QUOTE_AROUND = 200  # characters shown either side of a span that lies in no sentence, or in a very long one


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a document with everything in it that the finding compares."""

    document: Row
    heading: str
    source: str
    href: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its quotes, where it stands, and where all values of its fact are."""

    row: Row
    quotes: list[Quote]
    href: str
    fact_href: str | None


def pages(corpus: Corpus) -> Iterator[Page]:
    """The list of findings."""
    rows = corpus.ranked_findings
    codes = {row["code"]: row["name"] for row in sorted(rows, key=lambda row: row["code"])}
    for path, part in parts(rows, "findings"):
        shown = [show(row, corpus) for row in part.rows]
        values = {"part": part, "shown": shown, "codes": codes, "severities": SEVERITIES}
        yield Page(path, "findings.html", "Findings", values)


def show(finding: Row, corpus: Corpus) -> Shown:
    """A finding with the sentences of what it compares."""
    spans = corpus.spans.get(finding["finding_id"]) or [finding]
    windows: dict[tuple[str, int, int], list[Row]] = {}
    for span in sorted(spans, key=lambda span: (span["doc_id"] != finding["doc_id"], span["doc_id"], span["start"])):
        windows.setdefault(window(span, corpus), []).append(span)
    quotes = [_quote(place, held, corpus) for place, held in windows.items()]
    fact = corpus.facts.get(finding["fact_id"])
    return Shown(
        finding, quotes, corpus.place_of_finding[finding["finding_id"]], facts.href(fact, corpus) if fact else None
    )


def window(span: Row, corpus: Corpus) -> tuple[str, int, int]:
    """The sentence around a span, cut where it goes on for too long."""
    start, end = corpus.sentence_around(span["doc_id"], span["start"], span["end"])
    return span["doc_id"], max(start, span["start"] - QUOTE_AROUND), min(end, span["end"] + QUOTE_AROUND)


def _quote(place: tuple[str, int, int], spans: list[Row], corpus: Corpus) -> Quote:
    doc_id, start, end = place
    document = corpus.documents[doc_id]
    marks = [Mark(span["start"], span["end"], "compared", title=span.get("role")) for span in spans]
    href = f"documents/{slug(doc_id)}.html" + (f"#{spans[0]['quantity_id']}" if spans[0].get("quantity_id") else "")
    return Quote(document, heading(document), source(document), href, pieces(document["text"], marks, start, end))
