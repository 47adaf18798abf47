"""Stage documents: files -> documents, sections, rejects.

In: files and folders, in the formats of `pipeline.readers`. Out: three tables. A document is decoded,
its sections are marked, its language and day of publication settled. Judgements: what stands with the
document wins over the metadata file, that over the option, that over the day its own text states; the first
record with an id is kept; a text that an earlier document has too is kept and marked; an id that nobody
gave (a path) and that another input took already gives way to the full path.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import tables
from pipeline.cleaning import Cleaned, clean, identify, in_page
from pipeline.mentions import Section
from pipeline.parameters import Parameters, load
from pipeline.readers import BadInput, InputError, Metadata, Record, Reject, checked, metadata_file, read
from pipeline.readers.encoding import normalized
from pipeline.stages import clear_faults

UNKNOWN = Metadata()
RUNNING_TEXT = ("title", "body")


@dataclass(frozen=True, slots=True)
class Options:
    """What files cannot say: the day of publication of all, and a CSV with metadata of each."""

    published: date | None = None
    metadata: Path | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows written."""

    documents: int
    sections: int
    rejects: int


@dataclass(slots=True)
class _Corpus:
    """The rows so far, and the ids and texts that are taken."""

    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    sections: list[dict[str, Any]] = field(default_factory=list)
    rejects: list[dict[str, Any]] = field(default_factory=list)
    texts: dict[bytes, str] = field(default_factory=dict)


def run(inputs: Sequence[Path], out: Path, options: Options, parameters: Parameters) -> Counts:
    """Read the inputs and write the three tables; InputError when an input or the metadata is missing."""
    known = metadata_file(options.metadata) if options.metadata else {}
    corpus = _Corpus()
    for item in read(inputs, parameters.documents):
        _add(corpus, item, known, options.published)
    tables.write("documents", corpus.documents.values(), out)
    tables.write("sections", corpus.sections, out)
    tables.write("rejects", corpus.rejects, out)
    return Counts(len(corpus.documents), len(corpus.sections), len(corpus.rejects))


def _add(corpus: _Corpus, item: Record | Reject, known: Mapping[str, Metadata], option: date | None) -> None:
    if isinstance(item, Reject):
        corpus.rejects.append(asdict(item))
        return
    try:
        doc_id = _free_id(item, corpus.documents)
        listed = known.get(normalized(doc_id)) or known.get(normalized(item.source_path)) or UNKNOWN
        row, sections = _document(item, doc_id, checked(item.said).completed(listed), option)
    except BadInput as error:
        corpus.rejects.append(asdict(item.reject(error)))
        return
    row["duplicate_of"] = corpus.texts.setdefault(_content(item), doc_id)
    if row["duplicate_of"] == doc_id:
        row["duplicate_of"] = None
    corpus.documents[doc_id] = row
    corpus.sections += [{"doc_id": doc_id} | section._asdict() for section in sections]


def _free_id(record: Record, taken: Mapping[str, dict[str, Any]]) -> str:
    by_path = record.source_path + (f"#{record.record}" if record.record else "")
    candidates = [record.doc_id] if record.id_given else [record.doc_id, by_path]
    free = next((name for name in candidates if name not in taken), None)
    if free is None:
        first = taken[candidates[-1]]["source_path"]
        raise BadInput("duplicate-id", f"id {candidates[-1]!r} is taken by {first}; the first is kept: give another id")
    return free


def _document(
    record: Record, doc_id: str, metadata: Metadata, option: date | None
) -> tuple[dict[str, Any], tuple[Section, ...]]:
    """The row of a document and its sections."""
    cleaned = clean(record.text, record.front_matter)
    published_on, basis = _published(record, metadata, option, cleaned)
    row = asdict(metadata) | {
        "doc_id": doc_id,
        "source_path": record.source_path,
        "sha256": record.sha256,
        "title": metadata.title or cleaned.title,
        "source_publisher": metadata.source_publisher if metadata.is_restatement else metadata.publisher,
        "language": metadata.language or identify(_running_text(record.text, cleaned)),
        "published_on": published_on,
        "published_basis": basis,
        "text": record.text,
        "n_chars": len(record.text),
    }
    return row, cleaned.sections


def _published(record: Record, metadata: Metadata, option: date | None, cleaned: Cleaned) -> tuple[date | None, str]:
    if metadata.published_on:
        return metadata.published_on, "metadata"
    if option:
        return option, "option"
    stated = cleaned.published_on or in_page(record.surroundings)
    return (stated, "dateline") if stated else (None, "none")


def _running_text(text: str, cleaned: Cleaned) -> str:
    parts = [text[section.start : section.end] for section in cleaned.sections if section.kind in RUNNING_TEXT]
    return "\n".join(parts)


def _content(record: Record) -> bytes:
    """What makes two documents the same: their text without metadata and white space around it."""
    return hashlib.sha256(record.text[record.front_matter :].strip().encode()).digest()


def main() -> None:
    """``python -m pipeline.documents``: the corpus of the repository, into data/ with params.yaml."""
    with clear_faults("documents", InputError):
        counts = run([Path("seeds/documents")], Path("data"), Options(), load(Path("params.yaml")))
    print(f"{counts.documents} documents, {counts.rejects} rejects")


if __name__ == "__main__":
    main()
