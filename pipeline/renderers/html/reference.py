"""The pages that stand behind the others: rejects, data quality, evaluation, data dictionary, search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.publishing import dictionary
from pipeline.renderers.html.corpus import Corpus, grouped
from pipeline.renderers.html.page import Page, parts
from pipeline.tables import Row

WEIGHTS = ("critical", "warning", "info")
SHOWN = 12  # outcomes that failed, before the tables


def pages(corpus: Corpus) -> Iterator[Page]:
    """All of them."""
    yield from _rejects(corpus)
    yield Page("quality.html", "quality.html", "Data quality", _quality(corpus))
    yield Page("metrics.html", "metrics.html", "Evaluation", _scores(corpus))
    dictionary_pages = [dictionary.page(table) for table in dictionary.ordered()]
    yield Page("dictionary.html", "dictionary.html", "Data dictionary", {"pages": dictionary_pages})
    yield Page("search.html", "search.html", "Search")


def _rejects(corpus: Corpus) -> Iterator[Page]:
    reasons = sorted(Counter(row["reason"] for row in corpus["rejects"]).items(), key=lambda item: (-item[1], item[0]))
    for path, part in parts(corpus["rejects"], "rejects"):
        yield Page(path, "rejects.html", "Rejects", {"part": part, "reasons": reasons})


def _quality(corpus: Corpus) -> dict[str, object]:
    """Every outcome by table; before them how many hold by weight, and what does not."""
    rows = corpus["validation"]
    failed = sorted((row for row in rows if not row["success"]), key=_order)
    by_weight = {weight: [row["success"] for row in rows if row["severity"] == weight] for weight in WEIGHTS}
    return {
        "tables": _checked(corpus),
        "weights": WEIGHTS,
        "failed": failed[:SHOWN],
        "more_failed": max(0, len(failed) - SHOWN),
        "counts": [(weight, sum(held), len(held)) for weight, held in by_weight.items()],
    }


def _checked(corpus: Corpus) -> list[tuple[str, list[Row]]]:
    """The outcomes by table, what failed first and gravest first."""
    held = grouped(corpus["validation"], "table")
    return [(table, sorted(held[table], key=_order)) for table in dictionary.ordered() if table in held]


def _order(row: Row) -> tuple[bool, int, str, str]:
    return row["success"], WEIGHTS.index(row["severity"]), row["expectation"], row["column"]


def _scores(corpus: Corpus) -> dict[str, object]:
    """One table: a column a set and language, a row a score."""
    columns = list(dict.fromkeys((line["set"], line["language"]) for line in corpus.scores))
    fields: dict[str, dict[tuple[str, str], Row]] = {}
    for line in corpus.scores:
        fields.setdefault(line["measure"], {})[line["set"], line["language"]] = line
    return {"columns": columns, "fields": fields, "metrics": corpus.metrics}
