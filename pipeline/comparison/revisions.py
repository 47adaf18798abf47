"""A revision as files in a folder, by the program git.

In: the folder of a project and the name of a revision, or None for the work tree. Out: the project's files.
Judgements:
- The project is the folder with ``dvc.yaml``, here or above; in a bare clone it is the clone itself.
- The work tree is what git would let one commit: tracked files as they are now, and new ones that are
  not ignored, so that a document just dropped in counts.
- git is only asked and never writes: no user, index or branch is needed or touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

RECIPE = "dvc.yaml"
WORK_TREE = "the work tree"
SHOWN_DIGITS = 10


class RevisionError(ValueError):
    """A revision that cannot be compared; the message says which, and what to do."""


def project_folder(start: Path) -> Path:
    """The folder of the project that `start` lies in; RevisionError where there is none."""
    folder = start.resolve()
    found = next((above for above in (folder, *folder.parents) if (above / RECIPE).is_file()), None)
    if found:
        return found
    if _said(folder, "rev-parse", "--is-bare-repository") == "true":
        return folder
    raise RevisionError(f"{start}: no {RECIPE} here or above; revisions of a project are compared in its folder")


def label(project: Path, revision: str | None) -> str:
    """What to call a revision: as it was given, and its commit."""
    if revision is None:
        return WORK_TREE
    commit = _commit(project, revision)
    return revision if commit.startswith(revision) else f"{revision} ({commit[:SHOWN_DIGITS]})"


def write_files(project: Path, revision: str | None, target: Path) -> None:
    """Write the files of a revision into a folder; RevisionError names one that is not there."""
    target.mkdir(parents=True)
    if revision is None:
        _write_work_tree(project, target)
        return
    packed = _git(project, "archive", "--format=tar", _commit(project, revision))
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(target, filter="data")


def _commit(project: Path, revision: str) -> str:
    commit = _said(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit:
        return commit
    _git(project, "rev-parse", "--git-dir")
    shallow = _said(project, "rev-parse", "--is-shallow-repository") == "true"
    hint = "; this clone is shallow: git fetch --unshallow brings the older ones" if shallow else ""
    raise RevisionError(f"{revision}: no such revision in this clone{hint}")


def _write_work_tree(project: Path, target: Path) -> None:
    if _said(project, "rev-parse", "--is-inside-work-tree") == "false":
        raise RevisionError("a bare clone has no work tree: name two revisions")
    listed = os.fsdecode(_git(project, "ls-files", "-z", "--cached", "--others", "--exclude-standard"))
    for name in sorted(set(listed.split("\0")) - {""}):
        if (project / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project / name, target / name)


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers; RevisionError with its own words where it cannot."""
    done = _asked(folder, *arguments)
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise RevisionError(f"git: {told[-1] if told else 'no answer'}")
    return done.stdout


def _said(folder: Path, *arguments: str) -> str:
    """What git answers in one line; nothing where it cannot."""
    done = _asked(folder, *arguments)
    return "" if done.returncode else done.stdout.decode().strip()


def _asked(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise RevisionError("git is not installed: it is what knows the revisions") from error
