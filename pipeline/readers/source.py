"""What a reader is given and what it gives back, as immutable values.

A `Source` is one file; a `Record` is one document as the file has it; a `Reject` is one that could not
be read. A reader raises `BadInput` for the file as a whole and yields a `Reject` for one of its records.
`record` counts lines or rows from 1; 0 is the file as a whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WHOLE_FILE = 0


class InputError(ValueError):
    """An input that stops the run at once: a missing path, an unusable metadata file."""


class BadInput(Exception):
    """A file or record that becomes a reject: `reason` is the code, `detail` what to do about it."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Reject:
    """A row of the table rejects."""

    source_path: str
    record: int
    sha256: str | None
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Record:
    """One document as its file has it.

    `text` is Unicode NFC; `said` is the metadata that stands with it, unchecked; `front_matter` is the
    length of the metadata block inside `text`; `surroundings` is text of the page that is not part of
    `text` but may state the day of publication.
    """

    source_path: str
    record: int
    sha256: str
    doc_id: str
    id_given: bool
    text: str
    said: Mapping[str, Any] = field(default_factory=dict)
    front_matter: int = 0
    surroundings: str = ""

    def reject(self, error: BadInput) -> Reject:
        """This record as a reject."""
        return Reject(self.source_path, self.record, self.sha256, error.reason, error.detail)


@dataclass(frozen=True, slots=True)
class Source:
    """A file: where it is, the path that tables show, and the id of the document in it."""

    path: Path
    shown: str
    doc_id: str

    def content(self, max_bytes: int) -> bytes:
        """The whole file; BadInput when it is empty or too large."""
        size = self.path.stat().st_size
        if size > max_bytes:
            raise too_large(size, max_bytes)
        content = self.path.read_bytes()
        if not content.strip():
            raise BadInput("empty", "the file holds no text; remove it or fill it")
        return content

    def document(self, content: bytes, text: str, **rest: Any) -> Record:
        """The one document of a file that is a document as a whole."""
        return Record(self.shown, WHOLE_FILE, digest(content), self.doc_id, False, text, **rest)

    def reject(self, reason: str, detail: str) -> Reject:
        """The file as a whole as a reject."""
        return Reject(self.shown, WHOLE_FILE, self._file_digest(), reason, detail)

    def _file_digest(self) -> str | None:
        """None for what cannot be read, a pipe for example."""
        if not self.path.is_file():
            return None
        try:
            with self.path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None


def digest(content: bytes) -> str:
    """SHA-256 as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def too_large(size: int, max_bytes: int) -> BadInput:
    """The reject of a record above the limit."""
    advice = "split it, or raise documents.max_bytes in params.yaml"
    return BadInput("too-large", f"{size:,} bytes; a record may have {max_bytes:,}: {advice}")
