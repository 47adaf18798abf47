"""The command ``claimtrack``: extract, check, diff, rules, explain and summary.

In: files and folders of documents in any of the formats that the pipeline reads. Out: tables, diagnostics
or explanations. Exit status 0: done and nothing found; 1: findings, or records that were rejected; 2: it
could not run, or not on everything.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import click

from pipeline.acknowledgements import AcknowledgementError
from pipeline.commands import explaining, running
from pipeline.commands.comparing import diff
from pipeline.documents import Options
from pipeline.parameters import ParameterError, load
from pipeline.readers import InputError
from pipeline.renderers.diagnostics import SEVERITIES, Diagnostic, diagnostics
from pipeline.renderers.forms import forms
from pipeline.rules import rules as known_rules
from pipeline.tables import ContractError

OK, FOUND, COULD_NOT = 0, 1, 2
Result = TypeVar("Result")
# A folder may hold pictures and style sheets; that they are not read is no failure of a check.
HARMLESS = ("unknown-format",)

INPUTS = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
DOCUMENT_OPTIONS = (
    click.option(
        "--published", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]),
        help="Day of publication of every document that does not state one; relative dates and exchange rates need it.",
    ),
    click.option(
        "--metadata", metavar="FILE.csv", type=click.Path(path_type=Path),
        help="What files cannot say: columns id or path, and any of title, published_on, publisher, author, url, "
        "language, licence.",
    ),
    click.option(
        "--params", metavar="FILE", type=click.Path(path_type=Path),
        help="Parameters as in params.yaml; its values are the defaults.",
    ),
)  # fmt: skip


def document_options(command: Callable) -> Callable:
    """The options that say what documents cannot."""
    for option in reversed(DOCUMENT_OPTIONS):
        command = option(command)
    return command


def _codes(context: click.Context, option: click.Parameter, given: str | None) -> tuple[str, ...]:
    """The codes, or beginnings of codes, of an option; each must stand for some rule."""
    asked = tuple(part.strip().upper() for part in (given or "").split(",") if part.strip())
    unknown = [part for part in asked if not any(code.startswith(part) for code in known_rules())]
    if unknown:
        raise click.BadParameter(
            f"no rule is called {unknown[0]}, or begins so; the rules are {', '.join(known_rules())}"
        )
    return asked


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
    the same columns, in UTF-8 or CP949; a folder is read with everything below it; - is standard input.
    """


main.add_command(diff)


@main.command()
@INPUTS
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the tables.",
)
@document_options
def extract(
    inputs: Sequence[Path], out: Path, published: datetime | None, metadata: Path | None, params: Path | None
) -> None:
    """Write every table for INPUTS as Parquet into a folder.

    \b
    claimtrack extract articles/ --out tables/
    claimtrack extract news.jsonl --out tables/ --metadata dates.csv

    Exit status: 0 when everything was read, 1 when some records became rows of rejects, 2 when it could
    not run.
    """
    parameters = _guarded(lambda: load(params))
    with running.with_standard_input(inputs) as paths:
        _guarded(lambda: running.run_stages(paths, out, _options(published, metadata), parameters))
    rejected = _say_rejects(out)
    click.echo(running.counts(out))
    sys.exit(FOUND if rejected else OK)


@main.command()
@INPUTS
@document_options
@click.option(
    "--select", metavar="CODES", callback=_codes, help="Only these rules, by comma; CUR stands for all that begin so."
)
@click.option("--ignore", metavar="CODES", callback=_codes, help="Not these rules.")
@click.option(
    "--acknowledged",
    metavar="FILE.yaml",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Findings that were looked at and stand, as in seeds/acknowledged.yaml; `--format json` shows their ids. They "
    "are left out; an entry that has run out or matches nothing is told on standard error.",
)
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="warning", show_default=True,
    help="Exit with 1 when there is a finding of this severity or a graver one.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(sorted(forms())), default="text", show_default=True)
def check(
    inputs: Sequence[Path], published: datetime | None, metadata: Path | None, params: Path | None,
    select: tuple[str, ...], ignore: tuple[str, ...], acknowledged: Path | None, fail_on: str, form: str,
) -> None:  # fmt: skip
    """Say what does not add up in INPUTS, and what was probably meant.

    \b
    claimtrack check article.txt --published 2025-02-05
    claimtrack check drafts/ --select CUR,RAT101 --fail-on error
    claimtrack check - --format sarif < article.txt

    Several documents are compared with each other too. Exit status: 0 nothing found, 1 findings at or
    above --fail-on, 2 when it could not run or a document could not be read.
    """
    parameters = _guarded(lambda: load(params))
    with TemporaryDirectory(prefix="claimtrack-") as name, running.with_standard_input(inputs) as paths:
        folder = Path(name)
        _guarded(lambda: running.run_stages(paths, folder, _options(published, metadata), parameters, acknowledged))
        found = diagnostics(folder, running.record_numbers(paths, parameters))
        rejected = _say_rejects(folder, HARMLESS)
    wanted = [_as_known(item) for item in found if _selected(item.code, select, ignore)]
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(forms()[form].render(wanted, colour=colour), nl=False)
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    failed = any(item.severity in grave for item in wanted)
    sys.exit(COULD_NOT if rejected else FOUND if failed else OK)


@main.command()
def rules() -> None:
    """List the rules that `claimtrack check` applies; `claimtrack explain CODE` tells more."""
    click.echo(explaining.rule_list())


@main.command()
@click.argument("what", metavar="CODE|ID")
@click.option(
    "--tables", "folder", metavar="DIR", default="data", show_default=True,
    type=click.Path(path_type=Path), help="Where the tables lie that have the id.",
)  # fmt: skip
def explain(what: str, folder: Path) -> None:
    """Say what a rule checks, or the whole way of a quantity, claim, fact or finding.

    \b
    claimtrack explain CUR101
    claimtrack explain c-0123456789abcdef --tables tables/
    """
    is_row = "-" in what
    click.echo(
        _guarded(lambda: explaining.explain_row(what, folder) if is_row else explaining.explain_rule(what.upper()))
    )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def summary(folder: Path) -> None:
    """Say in a few lines what the tables in FOLDER hold.

    \b
    claimtrack summary data
    """
    _say_rejects(folder)
    click.echo(_guarded(lambda: running.counts(folder)))
    if (folder / "report" / "index.html").is_file():
        click.echo(f"report: {folder / 'report' / 'index.html'}")


def _options(published: datetime | None, metadata: Path | None) -> Options:
    return Options(published.date() if published else None, metadata)


def _guarded(work: Callable[[], Result]) -> Result:
    """Run; what the user can mend ends with one clear line and status 2."""
    try:
        return work()
    except KeyError as error:
        click.echo(f"claimtrack: {error.args[0]}", err=True)
    except (
        InputError,
        ParameterError,
        ContractError,
        AcknowledgementError,
        FileNotFoundError,
        PermissionError,
    ) as error:
        click.echo(f"claimtrack: {error}", err=True)
    sys.exit(COULD_NOT)


def _selected(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    """Whether the rule is asked for, by its code or the beginning of it."""
    return (not select or code.startswith(select)) and not (ignore and code.startswith(ignore))


def _as_known(item: Diagnostic) -> Diagnostic:
    """With paths as the user gave them."""
    compared = tuple(replace(place, path=running.shown_path(place.path)) for place in item.compared)
    return replace(item, place=replace(item.place, path=running.shown_path(item.place.path)), compared=compared)


def _say_rejects(folder: Path, harmless: Sequence[str] = ()) -> int:
    """Name what could not be read, on standard error; how many of them are not harmless."""
    rejected = _guarded(lambda: running.rejections(folder))
    for _, line in rejected:
        click.echo(line, err=True)
    return sum(reason not in harmless for reason, _ in rejected)


if __name__ == "__main__":
    main()
