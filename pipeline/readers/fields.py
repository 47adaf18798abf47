"""A record from named fields, as JSON Lines and Parquet have them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.readers.encoding import normalized, whole
from pipeline.readers.source import BadInput, Record, Source


def record_of(said: Mapping[str, Any], source: Source, number: int, sha256: str) -> Record:
    """The record of the fields; BadInput (missing-text, encoding, metadata) when they make none."""
    given = _id(said.get("id"))
    text = normalized(_text(said))
    doc_id = given or f"{source.doc_id}#{number}"
    return Record(source.shown, number, sha256, doc_id, given is not None, text, said)


def _text(said: Mapping[str, Any]) -> str:
    text = said.get("text")
    if not isinstance(text, str):
        found = "nothing" if text is None else type(text).__name__
        raise BadInput("missing-text", f"expected a string in `text`, found {found}")
    if not text.strip():
        raise BadInput("missing-text", "`text` is empty; fill it or remove the record")
    return whole("text", text)


def _id(given: Any) -> str | None:
    if given is None or given == "":
        return None
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        raise BadInput("metadata", f"expected a string in `id`, found {type(given).__name__}")
    return whole("id", str(given))
