"""Write the site: every page through its template, the style, the script and the index for searching.

In: a `Corpus`, the baseline and the folder to write to. Out: files only, the same bytes for the same
tables. Every template escapes by itself; only charts, which we drew, are passed as markup.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.progress import track
from pipeline.quality.baseline import Baseline
from pipeline.renderers.html import documents, facts, findings, overview, reference, wording
from pipeline.renderers.html.corpus import Corpus
from pipeline.renderers.html.page import Page
from pipeline.tables import Row

HERE = Path(__file__).parent
NAVIGATION = (
    ("index", "Overview"),
    ("findings", "Findings"),
    ("facts", "Facts"),
    ("documents", "Documents"),
    ("quality", "Quality"),
    ("metrics", "Evaluation"),
    ("dictionary", "Dictionary"),
)
TOLD = ("words", "counted", "short", "reading", "slug", "score", "topic", "source", "heading", "expected", "period")


def pages(corpus: Corpus, baseline: Baseline) -> Iterator[Page]:
    """Every page of the site."""
    return chain(
        overview.pages(corpus, baseline),
        findings.pages(corpus),
        facts.pages(corpus),
        documents.pages(corpus),
        reference.pages(corpus),
    )


def write(corpus: Corpus, baseline: Baseline, target: Path) -> None:
    """Write the whole site into the folder, in place of what was there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(HERE / "assets", target / "assets")
    environment = _environment()
    for page in track(pages(corpus, baseline), "Writing the report"):
        _write(page, environment, target)
    index = json.dumps(list(search_index(corpus)), ensure_ascii=False, separators=(",", ":"))
    (target / "assets" / "search-index.js").write_text(f"const searchIndex = {index};\n", encoding="utf-8")


def _environment() -> Environment:
    loader = FileSystemLoader(HERE / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {name: getattr(wording, name) for name in TOLD} | {"drawn": Markup}
    made.globals |= {"navigation": NAVIGATION}
    return made


def _write(page: Page, environment: Environment, target: Path) -> None:
    path = target / page.path
    path.parent.mkdir(parents=True, exist_ok=True)
    values: dict[str, Any] = {"page": page, "root": "../" * page.path.count("/"), **page.values}
    path.write_text(environment.get_template(page.template).render(values), encoding="utf-8")


def search_index(corpus: Corpus) -> Iterator[Row]:
    """What the search looks through: kind, title, more words, and where it leads."""
    for row in corpus["documents"]:
        told = f"{wording.source(row)} {row['published_on'] or ''}"
        yield _entry("document", wording.heading(row), told, f"documents/{wording.slug(row['doc_id'])}.html")
    for row in corpus["facts"]:
        yield _entry("fact", wording.topic(row), f"{wording.agreed(row)}, {row['status']}", facts.href(row, corpus))
    for row in corpus.ranked_findings:
        told = f"{row['code']} {row['name']} {row['severity']}"
        yield _entry("finding", row["message"], told, corpus.place_of_finding[row["finding_id"]])


def _entry(kind: str, title: str, more: str, href: str) -> Row:
    return {"kind": kind, "title": wording.short(title), "more": more, "href": href}
