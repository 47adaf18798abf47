"""The pages that stand behind the others: rejects, data quality, evaluation, data dictionary, search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.publishing import dictionary
from pipeline.renderers.html.corpus import Corpus, grouped
from pipeline.renderers.html.page import Page, parts
from pipeline.renderers.html.wording import words
from pipeline.tables import Row

WEIGHTS = ("critical", "warning", "info")


def pages(corpus: Corpus) -> Iterator[Page]:
    """All of them."""
    yield from _rejects(corpus)
    yield Page("quality.html", "quality.html", "Data quality", {"tables": _checked(corpus), "weights": WEIGHTS})
    yield Page("metrics.html", "metrics.html", "Evaluation", {"sets": _sets(corpus), "metrics": corpus.metrics})
    dictionary_pages = [dictionary.page(table) for table in dictionary.ordered()]
    yield Page("dictionary.html", "dictionary.html", "Data dictionary", {"pages": dictionary_pages})
    yield Page("search.html", "search.html", "Search")


def _rejects(corpus: Corpus) -> Iterator[Page]:
    reasons = sorted(Counter(row["reason"] for row in corpus["rejects"]).items(), key=lambda item: (-item[1], item[0]))
    for path, part in parts(corpus["rejects"], "rejects"):
        yield Page(path, "rejects.html", "Rejects", {"part": part, "reasons": reasons})


def _checked(corpus: Corpus) -> list[tuple[str, list[Row]]]:
    """The outcomes by table, what failed first and gravest first."""
    held = grouped(corpus["validation"], "table")
    return [(table, sorted(held[table], key=_order)) for table in dictionary.ordered() if table in held]


def _order(row: Row) -> tuple[bool, int, str, str]:
    return row["success"], WEIGHTS.index(row["severity"]), row["expectation"], row["column"]


def _sets(corpus: Corpus) -> list[tuple[str, list[str], list[tuple[str, dict[str, Row]]]]]:
    """A table a set: its languages, and for every field the line of each language."""
    sets = []
    for name, lines in grouped(corpus.scores, "set").items():
        languages = sorted({line["language"] for line in lines})
        by_field = grouped(lines, "field")
        told = [(words(field).replace(".", ": "), {line["language"]: line for line in held}) for field, held in by_field.items()]
        sets.append((name, languages, told))
    return sets
