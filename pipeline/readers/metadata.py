"""What is known about a document, checked: front matter, fields of a record, rows of a metadata file.

In: names and values as somebody wrote them. Out: `Metadata`. Judgements: a day may carry a time, which
is dropped as printed, without moving time zones; a language may carry a region (``ko-KR``); several
authors are joined by commas; names not listed here are not ours and are left alone. ``reports_on`` says
whose reporting the text restates: publisher, address and day are then the report's.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipeline.readers.encoding import decode, normalized, whole
from pipeline.readers.source import BadInput, InputError
from pipeline.tables import vocabulary

FIELDS = ("title", "published_on", "publisher", "author", "url", "language", "licence", "reports_on")
FILE_COLUMNS = ("id", "path", "title", "published_on", "publisher", "author", "url", "language", "licence")
TEXTS = ("title", "publisher", "author", "url", "licence")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document; None is unknown."""

    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    source_publisher: str | None = None
    is_restatement: bool = False
    author: str | None = None
    url: str | None = None
    language: str | None = None
    licence: str | None = None

    def completed(self, other: Metadata) -> Metadata:
        """These, and from the other what is unknown here."""
        unknown = [field.name for field in fields(self) if getattr(self, field.name) is None]
        return replace(self, **{name: getattr(other, name) for name in unknown})


def checked(said: Mapping[str, Any]) -> Metadata:
    """The metadata among the fields; BadInput (published-on, language, metadata) says what is wrong."""
    texts = {name: _text(name, said.get(name)) for name in TEXTS}
    own = Metadata(published_on=day(said.get("published_on")), language=_language(said.get("language")), **texts)
    return _restating(own, said["reports_on"]) if said.get("reports_on") is not None else own


def day(value: Any) -> date | None:
    """A day from a date or a text that starts with one; BadInput (published-on) when there is no such day."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(value.strip()).date()
    except (AttributeError, ValueError, TypeError) as error:
        found = repr(value)[:60]
        raise BadInput(
            "published-on", f"expected a day like 2025-02-05, found {found}; correct or remove it"
        ) from error


def metadata_file(path: Path) -> dict[str, Metadata]:
    """Id or path to metadata, from a CSV; InputError names the line of what cannot be used."""
    try:
        rows = csv.DictReader(io.StringIO(decode(path.read_bytes()), newline=""), strict=True)
        _check_columns(path, rows.fieldnames or ())
        return _by_key(path, rows)
    except OSError as error:
        raise InputError(f"{path}: the metadata file cannot be read: {error.strerror}") from error
    except (BadInput, csv.Error) as error:
        raise InputError(f"{path}: not a CSV file that can be read: {error}") from error


def _by_key(path: Path, rows: csv.DictReader[str]) -> dict[str, Metadata]:
    found: dict[str, Metadata] = {}
    for row in rows:
        key = _key(path, rows.line_num, row)
        if key in found:
            raise InputError(f"{path}:{rows.line_num}: a second row about {key!r}; keep one of them")
        found[key] = _file_row(path, rows.line_num, row)
    return found


def _check_columns(path: Path, names: Any) -> None:
    unknown = [str(name) for name in names if name not in FILE_COLUMNS]
    if unknown or not {"id", "path"} & set(names):
        found = ", ".join(map(str, names)) or "none"
        raise InputError(f"{path}:1: expected id or path, and any of {', '.join(FILE_COLUMNS[2:])}; found {found}")


def _key(path: Path, line: int, row: Mapping[str, Any]) -> str:
    key = row.get("id") or row.get("path")
    if not key:
        raise InputError(f"{path}:{line}: neither an id nor a path; say which document the row is about")
    return normalized(key)


def _file_row(path: Path, line: int, row: Mapping[str, Any]) -> Metadata:
    try:
        return checked(row)
    except BadInput as error:
        raise InputError(f"{path}:{line}: {error.detail}") from error


def _restating(own: Metadata, report: Any) -> Metadata:
    if not isinstance(report, Mapping):
        raise BadInput("metadata", "expected publisher, url and published_on below `reports_on`")
    return replace(
        own,
        is_restatement=True,
        source_publisher=_text("reports_on.publisher", report.get("publisher")),
        url=_text("reports_on.url", report.get("url")),
        published_on=day(report.get("published_on")),
    )


def _text(name: str, value: Any) -> str | None:
    if isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if value is None or isinstance(value, str):
        return normalized(whole(name, value or "").strip()) or None
    raise BadInput("metadata", f"expected text in `{name}`, found {type(value).__name__}; correct or remove it")


def _language(value: Any) -> str | None:
    given = _text("language", value)
    if given is None:
        return None
    code = given.replace("_", "-").split("-")[0].lower()
    if code not in vocabulary()["language"]:
        known = ", ".join(vocabulary()["language"])
        raise BadInput("language", f"expected one of {known}, found {given!r}; remove it to have it recognised")
    return code
