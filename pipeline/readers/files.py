"""The files below the inputs.

In: paths of files and folders. Out: a `Source` a file, folders in the order of their paths, or a
`Reject`. Judgements: names that start with a dot are skipped, and so is what lies below them; a folder
that links lead to a second time is a reject, so that no loop and no net of links is endless; the id of a
document is its path below the folder given, of a single file its name; a file that two inputs hold is
read once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from pipeline.readers.encoding import normalized
from pipeline.readers.source import WHOLE_FILE, BadInput, InputError, Reject, Source

Identity = tuple[int, int]


def sources(inputs: Sequence[Path]) -> Iterator[Source | Reject]:
    """Every file of every input; InputError at once when an input does not exist."""
    missing = [str(path) for path in inputs if not os.path.lexists(path)]
    if missing:
        raise InputError(f"{', '.join(missing)}: no such file or folder; give a document or a folder of documents")
    return _once(source for path in inputs for source in _below(path))


def _once(found: Iterable[Source | Reject]) -> Iterator[Source | Reject]:
    """Each path once, even where it lies below several inputs."""
    seen: set[str] = set()
    for item in found:
        path = os.path.abspath(item.path if isinstance(item, Source) else item.source_path)
        if path not in seen:
            seen.add(path)
            yield item


def _below(given: Path) -> Iterator[Source | Reject]:
    """The files below a path, depth first, names in order; without recursion, however deep the folders."""
    waiting, read = [given], set()
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield _file(given, path)
            continue
        try:
            waiting += _inside(path, read)
            read.add(_identity(path))
        except BadInput as error:
            yield _unreadable(path, error.detail)


def _identity(folder: Path) -> Identity:
    """What makes two paths the same folder."""
    status = folder.stat()
    return status.st_dev, status.st_ino


def _inside(folder: Path, read: Set[Identity]) -> list[Path]:
    """What lies in a folder, the last name first."""
    if _identity(folder) in read:
        raise BadInput("unreadable", "a folder that was read already, under another name; remove the link")
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name, reverse=True)
    except OSError as error:
        detail = f"the folder cannot be listed ({error.strerror}); check its permissions"
        raise BadInput("unreadable", detail) from error
    return [entry for entry in entries if not entry.name.startswith(".")]


def _file(given: Path, path: Path) -> Source | Reject:
    if not os.path.exists(path):
        return _unreadable(path, "a link that leads nowhere or to itself; repair or remove it")
    return _source(path, path.name if path == given else path.relative_to(given).as_posix())


def _source(path: Path, name: str) -> Source:
    """The id is Unicode NFC, so that it is the same on every system."""
    return Source(path, printable(path), normalized(printable(Path(name))))


def printable(path: Path) -> str:
    """The path with bytes that are no UTF-8 written out, so that a table can hold it."""
    return os.fsencode(path.as_posix()).decode(errors="backslashreplace")


def _unreadable(path: Path, detail: str) -> Reject:
    return Reject(printable(path), WHOLE_FILE, None, "unreadable", detail)
