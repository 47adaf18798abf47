"""Findings that somebody looked at and accepted: ``seeds/acknowledged.yaml``.

In: the file and the rows of findings. Out: the rows with the reason filled in, and a line for every
entry that is out of date or matches nothing any more: an exception that outlives its cause is
itself a fault. The stage of the findings prints these lines, and the stage that validates puts them into
`validation` as a warning, where the quality page and every later run show them: such an entry has no
document to stand in, so it cannot be a finding. ``until`` is compared with ``as_of`` of params.yaml, never with the
clock.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from pipeline.tables import Row

FILE = Path("seeds/acknowledged.yaml")
Said = Annotated[str, Field(min_length=1)]


class AcknowledgementError(ValueError):
    """A file of acknowledgements that cannot be used; the message says which entry and why."""


class Acknowledgement(BaseModel):
    """One accepted finding: its id, why, who says so and until when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    finding: Annotated[str, Field(pattern=r"^n-[0-9a-f]{16}$")]
    reason: Said
    who: Said
    until: date


def acknowledgements(path: Path) -> tuple[Acknowledgement, ...]:
    """The entries of a file; none where there is no file."""
    if not path.is_file():
        return ()
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
        return tuple(TypeAdapter(list[Acknowledgement]).validate_python(entries))
    except yaml.YAMLError as error:
        raise AcknowledgementError(f"{path}: not YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(map(str, problem["loc"]))
        raise AcknowledgementError(f"{path}: entry {place}: {problem['msg']}; found {problem['input']!r}") from error


def acknowledged(rows: Sequence[Row], entries: Sequence[Acknowledgement], today: date) -> tuple[list[Row], list[str]]:
    """The findings with their reasons, and what is wrong with the entries."""
    valid = {entry.finding: entry.reason for entry in entries if entry.until >= today}
    marked = [row | {"acknowledged": valid.get(row["finding_id"])} for row in rows]
    return marked, list(stale({row["finding_id"] for row in rows}, entries, today).values())


def stale(known: Collection[str], entries: Sequence[Acknowledgement], today: date) -> dict[str, str]:
    """Finding id to what is wrong with its entry; `known` are the ids that there are."""
    wrong = {
        entry.finding: f"{entry.finding} ran out on {entry.until}: look again, renew or remove it"
        for entry in entries
        if entry.until < today
    }
    gone = {
        entry.finding: f"{entry.finding} matches no finding any more: remove it"
        for entry in entries
        if entry.finding not in known
    }
    return wrong | gone
