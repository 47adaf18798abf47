"""Markdown with YAML front matter: the whole file is one document, its front matter a section of it.

Front matter stands between a first line ``---`` and the next line ``---`` or ``...``. Judgements: every
plain value is text (a title ``2024`` is no number, a language ``no`` no truth value), only an empty value
or ``null`` is none; front matter that never closes, is no YAML or no mapping makes a reject, because
the day of publication may stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from pipeline.parameters import DocumentParameters
from pipeline.readers.encoding import decode, normalized
from pipeline.readers.source import BadInput, Record, Source

EXTENSIONS = (".md", ".markdown")
LONGEST = 65_536
FENCE = "---"
CLOSING = (FENCE, "...")
FIX = "write `name: value` lines between two lines ---"


class _Loader(yaml.SafeLoader):
    """Plain values stay text, so that an impossible date can be shown as it was written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(source: Source, parameters: DocumentParameters) -> Iterator[Record]:
    """The one document of a Markdown file; BadInput also for its front matter."""
    content = source.content(parameters.max_bytes)
    text = normalized(decode(content))
    end, block = front_matter(text)
    if not text[end:].strip():
        raise BadInput("empty", "no text below the front matter; add the article or remove the file")
    yield source.document(content, text, said=_mapping(block), front_matter=end)


def front_matter(text: str) -> tuple[int, str]:
    """Where the front matter ends (0 without one) and the YAML inside it."""
    lines = text[:LONGEST].splitlines(keepends=True)
    if not lines or lines[0].rstrip() != FENCE:
        return 0, ""
    end = len(lines[0])
    for line in lines[1:]:
        end += len(line)
        if line.rstrip() in CLOSING:
            return end, text[len(lines[0]) : end - len(line)]
    raise BadInput("front-matter", f"it opens with --- and never closes within {LONGEST:,} characters; {FIX}")


def _mapping(block: str) -> dict[str, Any]:
    try:
        said = yaml.load(block, _Loader) if block.strip() else None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadInput("front-matter", f"not YAML: {_one_line(error)}; {FIX}") from error
    if said is None:
        return {}
    if not isinstance(said, dict):
        raise BadInput("front-matter", f"expected a mapping, found {type(said).__name__}; {FIX}")
    return said


def _one_line(error: Exception) -> str:
    """The problem and its line in the file: the front matter starts on line 2."""
    mark = getattr(error, "problem_mark", None)
    place = f" on line {mark.line + 2}" if mark else ""
    return (getattr(error, "problem", None) or type(error).__name__) + place
