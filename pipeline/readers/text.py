"""Plain text: the whole file is one document, newlines and all."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.parameters import DocumentParameters
from pipeline.readers.encoding import decode, normalized
from pipeline.readers.source import BadInput, Record, Source

EXTENSIONS = (".txt", ".text")


def read(source: Source, parameters: DocumentParameters) -> Iterator[Record]:
    """The one document of a text file; BadInput (empty, too-large, binary, encoding)."""
    content = source.content(parameters.max_bytes)
    text = normalized(decode(content))
    if not text.strip():
        raise BadInput("empty", "the file holds no text; remove it or fill it")
    yield source.document(content, text)
