"""params.yaml, typed and checked.

In: a YAML file. Out: `Parameters`. Judgement: an unknown name is an error, not a remark, because a
misspelt parameter would otherwise leave its default in force unseen. Away from a checkout (the
command on somebody's own files) the defaults below hold; a test keeps them equal to params.yaml.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

Band = Annotated[Decimal, Field(gt=0, lt=1)]
Positive = Annotated[int, Field(gt=0)]


class ParameterError(ValueError):
    """A parameter file that cannot be used; the message says which parameter, and what was expected."""


class Group(BaseModel):
    """Parameters of one stage; immutable, nothing unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DocumentParameters(Group):
    max_bytes: Positive = 10_000_000


class ExtractParameters(Group):
    workers: Annotated[int, Field(gt=0, le=64)] = 2


class FactParameters(Group):
    state_window_days: Annotated[int, Field(ge=0)] = 45


class FindingParameters(Group):
    fx_band: Band = Decimal("0.03")
    exceeded_band: Band = Decimal("0.10")
    nearly_band: Band = Decimal("0.15")
    approx_band: Band = Decimal("0.05")
    fx_magnitude_band: Band = Decimal("0.10")
    unit_band: Band = Decimal("0.03")
    fx_years: Positive = 5


class QualityParameters(Group):
    sample_ids: Positive = 20


class Parameters(Group):
    """Everything in params.yaml."""

    as_of: date = date(2026, 11, 23)
    documents: DocumentParameters = DocumentParameters()
    extract: ExtractParameters = ExtractParameters()
    facts: FactParameters = FactParameters()
    findings: FindingParameters = FindingParameters()
    quality: QualityParameters = QualityParameters()


class _Loader(yaml.SafeLoader):
    """Decimal numbers stay decimal: 0.03 must not become a binary fraction. Days are left to the model."""


_Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node)))
_Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))


def load(path: Path | None = None) -> Parameters:
    """The parameters of a file, or the defaults without one; ParameterError says what is wrong."""
    if path is None:
        return Parameters()
    try:
        said = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except FileNotFoundError as error:
        raise ParameterError(f"{path}: there is no such parameter file") from error
    except yaml.YAMLError as error:
        raise ParameterError(f"{path}: not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(said, dict):
        raise ParameterError(f"{path}: expected a mapping of parameters")
    try:
        return Parameters.model_validate(said)
    except ValidationError as error:
        raise ParameterError(f"{path}: {_first(error)}") from error


def _first(error: ValidationError) -> str:
    problem = error.errors()[0]
    name = ".".join(str(part) for part in problem["loc"])
    return f"{name}: {problem['msg']} (found {problem['input']!r})"
