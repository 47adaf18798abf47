"""HTML: the article inside a page, found by trafilatura; the rest of the page is left out.

In: a page. Out: one document whose text is the article's, a line a paragraph, with no map back to the page.
Judgements: a page that opens and never closes, or that ends inside a tag, is truncated; title, day and author
come from JSON-LD, then from meta elements, and broken ones are passed over; the whole page's text goes along as
surroundings, because the line that states the day is often cut off with the menus; pages above `LARGEST` or
nested deeper than `DEEPEST`, or with an element of more than `MOST_ATTRIBUTES` attributes, are rejected before
any parser sees them (libxml2 gives up at 256 levels and compares every attribute with every other). A declared
character set counts only when the page is neither UTF-8 nor CP949.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import re2
import trafilatura
from lxml import html as lxml_html

from pipeline.parameters import DocumentParameters
from pipeline.readers.encoding import decode, normalized
from pipeline.readers.metadata import checked
from pipeline.readers.source import BadInput, Record, Source

EXTENSIONS = (".html", ".htm", ".xhtml")
LARGEST = 5_000_000
DEEPEST = 240
MOST_ATTRIBUTES = 5_000
HEAD = 4_096
CHARSET = re2.compile(rb"(?i)<meta[^>]{1,200}charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_-]{2,40})")
NEVER_CLOSED = frozenset(
    (
        "area base br col dd dt embed hr img input li link meta option p param source "
        "tbody td tfoot th thead tr track wbr"
    ).split()
)
TAG = re2.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,30})")
SCRIPT = re2.compile(r"(?is)<(?:script|style)\b.*?</(?:script|style)\s*>")
ARTICLE_TYPES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle")
META_FIELDS = {
    "published_on": (
        "article:published_time",
        "og:article:published_time",
        "datePublished",
        "pubdate",
        "dc.date.issued",
    ),
    "title": ("og:title", "twitter:title"),
    "publisher": ("og:site_name",),
    "author": ("author", "article:author", "dable:author"),
    "url": ("og:url",),
}


def read(source: Source, parameters: DocumentParameters) -> Iterator[Record]:
    """The article of a page; BadInput (empty, truncated, too-large, binary, encoding, malformed)."""
    content = source.content(min(parameters.max_bytes, LARGEST))
    page = _page(content)
    _check_shape(page)
    tree = lxml_html.document_fromstring(page.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    said, surroundings = _said(tree), _visible(tree)
    article = normalized(trafilatura.extract(page, include_comments=False, include_tables=True) or "")
    if not article.strip():
        raise BadInput("empty", "no article was found in the page; save the article's own page, or its text as .txt")
    yield source.document(content, _headed(article, said.get("title")), said=said, surroundings=surroundings)


def _page(content: bytes) -> str:
    """The page as text; a character set that it declares counts where it is neither UTF-8 nor CP949."""
    try:
        return decode(content)
    except BadInput as error:
        declared = CHARSET.search(content[:HEAD])
        if error.reason != "encoding" or not declared:
            raise
        try:
            return content.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            raise error from None


def _check_shape(page: str) -> None:
    """Truncated and hostile pages, found in one pass over the tags."""
    markup = SCRIPT.sub(" ", page)
    depth = 0
    for tag in TAG.finditer(markup):
        depth += 0 if tag.group(2).lower() in NEVER_CLOSED else -1 if tag.group(1) else 1
        if depth > DEEPEST:
            raise BadInput("malformed", f"elements nested more than {DEEPEST} deep; save the article's text as .txt")
    if any(inside.count(" ") > MOST_ATTRIBUTES for inside in _long_tags(markup)):
        raise BadInput(
            "malformed", f"an element with more than {MOST_ATTRIBUTES} attributes; save the article's text as .txt"
        )
    lower = page.lower()
    opened = any(mark in lower for mark in ("<html", "<body"))
    closed = any(mark in lower for mark in ("</html", "</body"))
    if page.rfind("<") > page.rfind(">") or (opened and not closed):
        raise BadInput("truncated", "the page ends before </html>; save it again, whole")


def _long_tags(page: str) -> Iterator[str]:
    """What stands between < and >, white space as spaces, where it could hold too many attributes."""
    parts = (part.partition(">")[0] for part in page.split("<"))
    return (" ".join(part.split()) for part in parts if len(part) > 2 * MOST_ATTRIBUTES)


def _said(tree: Any) -> dict[str, Any]:
    """What the page says about itself: JSON-LD, then meta elements; what nobody can read is left out."""
    linked, meta = _linked_data(tree), _meta(tree)
    said = {name: linked.get(name) or meta.get(name) for name in META_FIELDS}
    said["title"] = linked.get("title") or _heading(tree, meta["title"])
    return {name: value for name, value in said.items() if _is_readable(name, value)}


def _is_readable(name: str, value: Any) -> bool:
    """A page's metadata are not its reader's to mend: a broken one is no reject."""
    try:
        checked({name: value})
    except BadInput:
        return False
    return isinstance(value, str)


def _heading(tree: Any, title: str) -> str:
    """The first heading, when the page's title is that and the name of the site, or is missing."""
    heading = next((" ".join(element.text_content().split()) for element in tree.iter("h1")), "")
    return heading if heading and (heading in title or not title) else title


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), (element.get("content") or "").strip())
    return {field: _first(found.get(name.lower()) for name in names) for field, names in META_FIELDS.items()}


def _first(values: Iterator[str | None]) -> str:
    return next((value for value in values if value), "")


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first article among the page's JSON-LD blocks; broken blocks are passed over."""
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            for item in _articles(script.text or ""):
                return {
                    "published_on": item.get("datePublished"),
                    "title": item.get("headline"),
                    "publisher": _name(item.get("publisher")),
                    "author": _name(item.get("author")),
                    "url": item.get("url"),
                }
    return {}


def _articles(block: str) -> list[dict[str, Any]]:
    try:
        said = json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return []
    graph = said.get("@graph", [said]) if isinstance(said, dict) else said
    items = [item for item in graph if isinstance(item, dict)] if isinstance(graph, list) else []
    return [item for item in items if set(ARTICLE_TYPES) & set(_types(item))]


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [part for part in (kind if isinstance(kind, list) else [kind]) if isinstance(part, str)]


def _name(party: Any) -> Any:
    """The name of a person or organisation, or of the first of several."""
    if isinstance(party, list):
        party = party[0] if party else None
    return party.get("name") if isinstance(party, dict) else party


def _visible(tree: Any) -> str:
    """The text of the whole page, a line a piece, without scripts and styles."""
    pieces = tree.xpath("//body//text()[not(parent::script or parent::style or parent::noscript)]")
    return "\n".join(piece.strip() for piece in pieces if piece.strip())


def _headed(article: str, title: Any) -> str:
    """The article under its headline, which extraction often leaves out."""
    if not isinstance(title, str) or title.strip() in article[: 2 * len(title) + 200]:
        return article
    return f"{normalized(' '.join(title.split()))}\n{article}"
