"""A small project under git, made from the checkout: its code and reference data, documents of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TAKEN = ("pipeline", "seeds/reference", "seeds/acknowledged.yaml", "dvc.yaml", "params.yaml", ".gitignore", ".dvc")
WHO = ("-c", "user.name=tester", "-c", "user.email=tester@example.org")


@dataclass(frozen=True)
class Project:
    """A repository with one commit, ``base``, that every variant starts from."""

    folder: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *WHO, *arguments], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def variant(self, *edits: Callable[[Path], None]) -> str:
        """Commit the edits on top of the base; the commit."""
        self.git("checkout", "-q", "--force", "--detach", "base")
        self.git("clean", "-qfd")
        for edit in edits:
            edit(self.folder)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "variant")
        return self.git("rev-parse", "HEAD")


def project(folder: Path, documents: dict[str, str]) -> Project:
    """The project with these documents, committed."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "--", *TAKEN]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    for name, text in documents.items():
        write(f"seeds/documents/{name}", text)(folder)
    made = Project(folder)
    made.git("init", "-q")
    made.git("add", "-A")
    made.git("commit", "-q", "-m", "base")
    made.git("tag", "base")
    return made


def write(name: str, text: str) -> Callable[[Path], None]:
    """An edit: the file says this."""

    def edit(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")

    return edit


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit: other words in a file, everywhere; they must stand there."""

    def edit(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return edit
