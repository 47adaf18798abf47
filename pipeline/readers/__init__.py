"""The readers: a module a format, discovered by its ``EXTENSIONS``.

In: files and folders. Out: `Record` and `Reject` values, lazily, file by file. A reader is a module with
``EXTENSIONS`` (file name endings in lower case) and ``read(source, parameters)``, which yields records
and rejects and may raise `BadInput` for the file as a whole. A new format is a new module.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

from pipeline.parameters import DocumentParameters
from pipeline.readers.files import sources
from pipeline.readers.metadata import Metadata, checked, metadata_file
from pipeline.readers.positions import Position, source_position
from pipeline.readers.source import BadInput, InputError, Record, Reject, Source

__all__ = [
    "BadInput",
    "InputError",
    "Metadata",
    "Position",
    "Record",
    "Reject",
    "Source",
    "checked",
    "formats",
    "metadata_file",
    "read",
    "source_position",
]


@cache
def formats() -> dict[str, ModuleType]:
    """File name ending to the reader of that format."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return {ending: module for module in modules for ending in getattr(module, "EXTENSIONS", ())}


def read(inputs: Sequence[Path], parameters: DocumentParameters) -> Iterator[Record | Reject]:
    """Every record below the inputs; InputError at once when an input does not exist."""
    found = sources(inputs)
    return (item for source in found for item in _read(source, parameters))


def _read(source: Source | Reject, parameters: DocumentParameters) -> Iterator[Record | Reject]:
    if isinstance(source, Reject):
        yield source
        return
    try:
        yield from _reader(source).read(source, parameters)
    except BadInput as error:
        yield source.reject(error.reason, error.detail)
    except OSError as error:
        yield source.reject("unreadable", f"{error.strerror or error}; check that it is a file and may be read")


def _reader(source: Source) -> ModuleType:
    ending = source.path.suffix.lower()
    if not source.path.is_file() and source.path.exists():
        raise BadInput("unreadable", "neither a file nor a folder; leave it out")
    if ending not in formats():
        known = ", ".join(sorted(formats()))
        raise BadInput("unknown-format", f"{ending or 'no ending'} is not read; expected one of {known}")
    return formats()[ending]
