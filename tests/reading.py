"""Short texts through the whole chain, for tests that say what words mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.agreement.clusters import facts
from pipeline.agreement.observations import observation
from pipeline.agreement.periods import metric_times
from pipeline.evidence.corpus import Corpus, corpus
from pipeline.parameters import Parameters
from tests import rows

PARAMETERS = Parameters()
TITLE_END = "\n\n"


def corpus_of(texts: Sequence[str], language: str, published: date | None = None) -> Corpus:
    """The corpus of some documents; a text with an empty line has its headline above it."""
    from pipeline.extraction import read_document

    tables: dict[str, list] = {"documents": [], "sentences": [], "quantities": [], "dates": [], "claims": []}
    for number, text in enumerate(texts):
        document = rows.document(f"{number}", text, published, language=language)
        read = read_document(document, sections(text, document["doc_id"]))
        tables["documents"].append(document)
        for name in ("sentences", "quantities", "dates"):
            tables[name] += getattr(read, name)
        tables["claims"] += [rows.blank("claims") | claim for claim in read.claims]
    tables["facts"], tables["fact_claims"] = _facts(tables)
    return corpus(PARAMETERS.findings, tables)


def sections(text: str, doc_id: str) -> list[dict]:
    """One body, and a title where an empty line ends it."""
    title = text.find(TITLE_END)
    body = {"doc_id": doc_id, "start": 0 if title < 0 else title + len(TITLE_END), "end": len(text), "kind": "body"}
    return [body] if title < 0 else [{"doc_id": doc_id, "start": 0, "end": title, "kind": "title"}, body]


def _facts(tables: dict[str, list]) -> tuple[list, list]:
    documents = {row["doc_id"]: row for row in tables["documents"]}
    quantities = {row["quantity_id"]: row for row in tables["quantities"]}
    band = PARAMETERS.findings.approx_band
    seen = [
        observation(claim, quantities[claim["quantity_id"]], documents[claim["doc_id"]], band)
        for claim in tables["claims"]
    ]
    window = timedelta(days=PARAMETERS.facts.state_window_days)
    return facts([one for one in seen if one], metric_times(), window, PARAMETERS.findings.fx_band)
