"""Running a stage as a program.

Judgement: what a user can put right (a table, parameter or file that is missing or not as it must be) ends
the stage with one line and status 1; anything else is a fault of ours and keeps its traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.parameters import ParameterError
from pipeline.tables import ContractError

USERS = (FileNotFoundError, ContractError, ParameterError)


@contextmanager
def clear_faults(stage: str, *more: type[Exception]) -> Iterator[None]:
    """End with one line on a fault a user can put right; `more` are the stage's own."""
    try:
        yield
    except (*USERS, *more) as fault:
        print(f"{stage}: {fault}", file=sys.stderr)
        sys.exit(1)
