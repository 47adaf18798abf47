"""The command ``claimtrack diff``: what two revisions of a project say differently, and why."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from pipeline.comparison import Comparison, compare
from pipeline.comparison.revisions import RevisionError, project_folder
from pipeline.renderers.forms import forms

FORMS = "pipeline.renderers.changes"
SAME, DIFFERENT, TROUBLE = 0, 1, 2


@click.command()
@click.argument("old", metavar="REV")
@click.argument("new", metavar="[REV]", required=False)
@click.option("--format", "form", type=click.Choice(sorted(forms(FORMS))), default="text", show_default=True)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=0),
    help="Show at most N rows of each table, as text or Markdown; all are counted.",
)  # fmt: skip
def diff(old: str, new: str | None, form: str, limit: int | None) -> None:
    """Say which claims, facts and findings differ between two git revisions, and why.

    \b
    claimtrack diff main
        the work tree against main, with documents that were just dropped in
    claimtrack diff v0.1 HEAD --format markdown > comment.md

    Each row has its cause: source changed, reference data changed, extractor changed (code, languages and
    parameters that claims come from) or rule changed (what only facts and findings come from). The stages of
    both revisions are run with the packages installed here, in folders of their own; what DVC's cache
    has is not run again. Rows that only moved are no difference.

    Exit status, like diff: 0 nothing differs, 1 something differs, 2 when it could not compare.
    """
    try:
        found = _compared(old, new)
    except (RevisionError, OSError) as error:
        click.echo(f"claimtrack: {error}", err=True)
        sys.exit(TROUBLE)
    click.echo(forms(FORMS)[form].render(found, limit, colour=sys.stdout.isatty()), nl=False)
    sys.exit(DIFFERENT if found.differences else SAME)


def _compared(old: str, new: str | None) -> Comparison:
    """The comparison; on a terminal, what is going on is said on standard error meanwhile."""
    with Console(stderr=True).status("Reading") as status:
        return compare(project_folder(Path.cwd()), old, new, status.update)
