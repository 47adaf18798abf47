"""Which licences let a text be passed on: the rows of ``licences.csv``, by SPDX identifier.

Judgement: an unknown licence, or none, lets nothing be passed on; what a user feeds in stays theirs.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("licences.csv")
OF_THE_DATA = "CC-BY-4.0"  # of what the pipeline adds: the rows


@cache
def open_licences() -> Mapping[str, dict[str, str]]:
    """SPDX identifier to name and address."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["licence"]: row for row in csv.DictReader(lines)}


def may_pass_on(licence: str | None) -> bool:
    """Whether a text under this licence may be in a release."""
    return licence in open_licences()
