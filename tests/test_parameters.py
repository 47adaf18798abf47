"""params.yaml: typed, complete, and clear about what is wrong."""

from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.parameters import ParameterError, load

HERE = Path(__file__).parents[1]


def test_the_file_says_what_the_defaults_are():
    assert load(HERE / "params.yaml") == load()


def test_bands_are_exact():
    assert load(HERE / "params.yaml").findings.fx_band == Decimal("0.03")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("findings: {fx_bnad: 0.03}", "findings.fx_bnad: Extra inputs are not permitted"),
        ("findings: {fx_band: 3}", "findings.fx_band: Input should be less than 1"),
        ("extract: {workers: many}", "extract.workers: Input should be a valid integer"),
        ("as_of: 2026-13-01", "as_of: "),
        ("- a list", "expected a mapping"),
        ("a: [", "not YAML"),
    ],
)
def test_an_impossible_parameter_is_named_in_one_line(content, said, tmp_path):
    path = tmp_path / "params.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ParameterError) as raised:
        load(path)
    assert said in str(raised.value) and str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ParameterError, match="there is no such parameter file"):
        load(tmp_path / "params.yaml")
