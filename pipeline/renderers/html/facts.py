"""Facts as pages: a list, and a page of its own for every fact that more than one claim speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.renderers.html.charts import Point, as_float, values_over_time
from pipeline.renderers.html.corpus import STATUSES, Corpus
from pipeline.renderers.html.marking import Mark, Piece, pieces
from pipeline.renderers.html.page import Page, parts
from pipeline.renderers.html.wording import agreed, heading, reading, slug, source, topic
from pipeline.tables import Row


@dataclass(frozen=True, slots=True)
class Report:
    """One claim of a fact: who reports it, in which words, and whether it agrees."""

    claim: Row
    document: Row
    heading: str
    source: str
    href: str
    agrees: bool
    surface: str
    pieces: list[Piece]


def href(fact: Row, corpus: Corpus) -> str:
    """Where a fact is shown: its own page, or the one claim it has, in its document."""
    held = corpus.members.get(fact["fact_id"], [])
    if len(held) != 1:
        return f"facts/{fact['fact_id']}.html"
    claim = corpus.claims[held[0]["claim_id"]]
    return f"documents/{slug(claim['doc_id'])}.html#{claim['quantity_id']}"


def pages(corpus: Corpus) -> Iterator[Page]:
    """The list, then the facts that several claims speak of."""
    rows = corpus.ranked_facts
    for path, part in parts(rows, "facts"):
        shown = [(fact, topic(fact), agreed(fact), href(fact, corpus)) for fact in part.rows]
        yield Page(path, "facts.html", "Facts", {"part": part, "shown": shown, "statuses": STATUSES})
    for fact in rows:
        if len(corpus.members.get(fact["fact_id"], [])) != 1:
            yield _page(fact, corpus)


def _page(fact: Row, corpus: Corpus) -> Page:
    told = reports(fact, corpus)
    values = {
        "fact": fact,
        "agreed": agreed(fact),
        "chart": chart(fact, told),
        "agreeing": [one for one in told if one.agrees],
        "differing": [one for one in told if not one.agrees],
        "findings": corpus.findings_of_fact.get(fact["fact_id"], []),
        "places": corpus.place_of_finding,
        "successor": corpus.facts.get(fact["superseded_by"]),
    }
    return Page(f"facts/{fact['fact_id']}.html", "fact.html", topic(fact), values)


def reports(fact: Row, corpus: Corpus) -> list[Report]:
    """The claims of a fact, oldest first."""
    told = [_report(member, corpus) for member in corpus.members.get(fact["fact_id"], [])]
    return sorted(told, key=lambda one: (one.document["published_on"] or date.max, one.claim["claim_id"]))


def _report(member: Row, corpus: Corpus) -> Report:
    claim = corpus.claims[member["claim_id"]]
    document, quantity = corpus.documents[claim["doc_id"]], corpus.quantities[claim["quantity_id"]]
    marks = [Mark(quantity["start"], quantity["end"], "compared")]
    return Report(
        claim,
        document,
        heading(document),
        source(document),
        f"documents/{slug(claim['doc_id'])}.html#{claim['quantity_id']}",
        member["agrees"],
        quantity["surface"],
        pieces(document["text"], marks, claim["quote_start"], claim["quote_end"]),
    )


def chart(fact: Row, told: Sequence[Report]) -> str | None:
    """Every value over time and by whom; None when there is nothing to place on an axis."""
    units = {one.claim["unit"] for one in told}
    dollars = len(units) > 1 and all(one.claim["fx_rate"] is not None for one in told)
    points = [_point(one, "_usd" if dollars else "") for one in told]
    if len(units) > 1 and not dollars or not any((point.low, point.high) != (None, None) for point in points):
        return None
    unit = "USD" if dollars else fact["unit"] or ""
    return values_over_time(points, unit, f"Values reported for {topic(fact)}, oldest first")


def _point(report: Report, twin: str) -> Point:
    claim = report.claim
    low, high = as_float(claim[f"low{twin}"]), as_float(claim[f"high{twin}"])
    return Point(report.source, report.document["published_on"], low, high, report.agrees, reading(claim))
