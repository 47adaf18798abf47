"""The command: ``claimtrack extract``, ``check`` and ``summary``.

In: files and folders of documents in any of the formats that the pipeline reads. Out: tables, or
diagnostics. It runs the stages of the pipeline, one after the other, in a folder of its own, so that the
command and ``dvc repro`` cannot differ. Exit status 2 means that it could not run, or not on everything.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import click
from pipeline import documents, extract, facts, findings, tables
from pipeline.parameters import ParameterError, Parameters, load
from pipeline.readers import InputError, Record, read
from pipeline.renderers.diagnostics import SEVERITIES, diagnostics
from pipeline.renderers.forms import forms

OK, FOUND, COULD_NOT = 0, 1, 2
Result = TypeVar("Result")
# A folder may hold pictures and style sheets; that they are not read is no failure of a check.
HARMLESS = ("unknown-format",)
COUNTED = ("documents", "rejects", "quantities", "dates", "claims", "facts", "findings")

INPUTS = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
PUBLISHED = click.option(
    "--published",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of publication of every document that does not state one; relative dates and exchange rates need it.",
)
METADATA = click.option(
    "--metadata",
    metavar="FILE.csv",
    type=click.Path(path_type=Path),
    help="What files cannot say: columns id or path, and any of title, published_on, publisher, author, url, language, licence.",
)
PARAMS = click.option(
    "--params", metavar="FILE", type=click.Path(path_type=Path), help="Parameters as in params.yaml; its values are the defaults."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="claimtrack")
def main() -> None:
    """Read every number in Korean and English news as a row that can be checked.

    \b
    claimtrack check article.txt --published 2025-02-05
        says what does not add up in an article, like a compiler
    claimtrack extract articles/ --out tables/
        writes every number, date, claim, fact and finding as Parquet

    Documents are plain text, Markdown with front matter, HTML, JSON Lines (id, text, ...) or Parquet with
    the same columns, in UTF-8 or CP949; a folder is read with everything below it.
    """


@main.command("extract")
@INPUTS
@click.option("--out", required=True, metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="Folder for the tables.")
@PUBLISHED
@METADATA
@PARAMS
def extract_command(
    inputs: Sequence[Path], out: Path, published: datetime | None, metadata: Path | None, params: Path | None
) -> None:
    """Write every table for INPUTS as Parquet into a folder.

    \b
    claimtrack extract articles/ --out tables/
    claimtrack extract news.jsonl --out tables/ --metadata dates.csv

    Exit status: 0 when everything was read, 1 when some records became rows of rejects, 2 when it could
    not run.
    """
    _stages(inputs, out, documents.Options(published.date() if published else None, metadata), _parameters(params))
    rejected = _say_rejects(out)
    click.echo(_counts(out))
    sys.exit(FOUND if rejected else OK)


@main.command("check")
@INPUTS
@PUBLISHED
@METADATA
@PARAMS
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="warning",
    show_default=True,
    help="Exit with 1 when there is a finding of this severity or a graver one.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif", "markdown"]), default="text", show_default=True
)
def check_command(
    inputs: Sequence[Path], published: datetime | None, metadata: Path | None, params: Path | None, fail_on: str, form: str
) -> None:
    """Say what does not add up in INPUTS, and what was probably meant.

    \b
    claimtrack check article.txt --published 2025-02-05
    claimtrack check drafts/ --fail-on error

    Several documents are compared with each other too. Exit status: 0 nothing found, 1 findings at or
    above --fail-on, 2 when it could not run or a document could not be read.
    """
    with TemporaryDirectory(prefix="claimtrack-") as name:
        folder, parameters = Path(name), _parameters(params)
        _stages(inputs, folder, documents.Options(published.date() if published else None, metadata), parameters)
        found = diagnostics(folder, _record_numbers(inputs, parameters))
        rejected = _say_rejects(folder, HARMLESS)
    click.echo(forms()[form].render(found, colour=sys.stdout.isatty()), nl=False)
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    failed = any(item.severity in grave for item in found)
    sys.exit(COULD_NOT if rejected else FOUND if failed else OK)


@main.command("summary")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def summary_command(folder: Path) -> None:
    """Say in a few lines what the tables in FOLDER hold.

    \b
    claimtrack summary data
    """
    _guarded(lambda: _say_rejects(folder))
    click.echo(_guarded(lambda: _counts(folder)))
    if (folder / "report" / "index.html").is_file():
        click.echo(f"report: {folder / 'report' / 'index.html'}")


def _stages(inputs: Sequence[Path], folder: Path, options: documents.Options, parameters: Parameters) -> None:
    """From documents to findings, in one folder."""
    _guarded(lambda: documents.run(inputs, folder, options, parameters))
    for stage in (extract, facts, findings):
        _guarded(lambda stage=stage: stage.run(folder, parameters))


def _guarded(work: Callable[[], Result]) -> Result:
    """Run; what the user can mend ends with one clear line and status 2."""
    try:
        return work()
    except (InputError, ParameterError, tables.ContractError, FileNotFoundError, PermissionError) as error:
        click.echo(f"claimtrack: {error}", err=True)
        sys.exit(COULD_NOT)


def _parameters(path: Path | None) -> Parameters:
    return _guarded(lambda: load(path))


def _record_numbers(inputs: Sequence[Path], parameters: Parameters) -> dict[str, int]:
    """Line or row number of each document that is one record among several of its file."""
    items = read(inputs, parameters.documents)
    return {item.doc_id: item.record for item in items if isinstance(item, Record) and item.record}


def _say_rejects(folder: Path, harmless: Sequence[str] = ()) -> int:
    """Name what could not be read, on standard error; how many of them are not harmless."""
    rejects = tables.rows("rejects", folder)
    for row in rejects:
        place = f"{row['source_path']}:{row['record']}" if row["record"] else row["source_path"]
        click.echo(f"{place}: rejected ({row['reason']}): {row['detail']}", err=True)
    return sum(row["reason"] not in harmless for row in rejects)


def _counts(folder: Path) -> str:
    """How many rows each table has; findings by severity."""
    parts = [f"{tables.read(name, folder).num_rows} {name}" for name in COUNTED]
    severities = Counter(row["severity"] for row in tables.rows("findings", folder))
    by_severity = ", ".join(f"{severities[name]} {name}" for name in SEVERITIES if severities[name])
    return ", ".join(parts) + (f" ({by_severity})" if by_severity else "")


if __name__ == "__main__":
    main()
