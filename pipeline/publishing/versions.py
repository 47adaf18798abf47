"""The exact versions behind a release: the project's own, and those its dependencies are locked to.

In: the folder of the project, with ``pyproject.toml`` and ``requirements.lock``. Out: names and versions.
Not the git revision: the commit that holds the release would have to know its own name.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9._-]+")
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


class LockError(ValueError):
    """A lock that does not fit the project; the message says what is missing."""


def own(project: Path) -> str:
    """The project's version."""
    return _described(project)["version"]


def locked(project: Path) -> dict[str, str]:
    """Direct dependency to its locked version, by name; LockError for one the lock does not have."""
    versions = {_plain(name): version for name, version in LOCKED.findall((project / "requirements.lock").read_text())}
    direct = sorted((NAME.match(said).group() for said in _described(project)["dependencies"]), key=str.casefold)
    missing = [name for name in direct if _plain(name) not in versions]
    if missing:
        raise LockError(f"requirements.lock: no version of {', '.join(missing)}; lock the dependencies anew")
    return {name: versions[_plain(name)] for name in direct}


def _described(project: Path) -> dict:
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
