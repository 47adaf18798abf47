"""dvc.yaml says everything a stage uses: its imports, the files it opens, the tables it reads."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
STAGES = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
# Runs a stage and prints every file of the repository that it opens or whose table it reads.
WATCHED_RUN = """
import runpy, sys
from pathlib import Path
root, module = Path(sys.argv[1]), sys.argv[2]
seen = set()
def opened(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and "r" in (arguments[1] or "r"):
        path = Path(arguments[0]).absolute()
        if path.is_relative_to(root):
            seen.add(path.relative_to(root).as_posix())
from pipeline.tables import storage
read = storage.pq.read_table
storage.pq.read_table = lambda source, *rest, **named: (seen.add(Path(source).as_posix()), read(source, *rest, **named))[1]
sys.addaudithook(opened)
sys.argv = [module]
runpy.run_module(module, run_name="__main__")
print("\\n".join(sorted("SEEN " + path for path in seen)))
"""


def paths(stage: str, key: str) -> list[str]:
    """The paths under `key`; an output may carry options."""
    return [next(iter(item)) if isinstance(item, dict) else item for item in STAGES[stage].get(key, [])]


def covered(path: str, listed: list[str]) -> bool:
    return any(path == item or path.startswith(item + "/") for item in listed)


@cache
def imported(module: Path) -> frozenset[Path]:
    """The modules of the package that a module imports, with the packages that hold them."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            found |= _files(name)
    return frozenset(found | _discovered(module))


def _discovered(package: Path) -> set[Path]:
    """What a package finds by looking into its own folder."""
    return set(package.parent.glob("*.py")) if "iter_modules(" in package.read_text(encoding="utf-8") else set()


def _files(name: str) -> set[Path]:
    parts = name.split(".")
    if parts[0] != "pipeline":
        return set()
    packages = {ROOT.joinpath(*parts[:end]) / "__init__.py" for end in range(1, len(parts) + 1)}
    return {path for path in packages | {ROOT.joinpath(*parts).with_suffix(".py")} if path.is_file()}


def used(module: Path) -> set[Path]:
    """Everything a module imports, directly or not, with itself."""
    reached, waiting = set(), [module]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting += imported(current)
    return reached


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_one_described_file_and_outputs_lie_in_data(stage):
    assert STAGES[stage]["cmd"] == f"python -m pipeline.{stage}"
    assert STAGES[stage]["desc"]
    assert all(path.startswith("data/") for key in ("outs", "metrics", "plots") for path in paths(stage, key))


@pytest.mark.parametrize("stage", STAGES)
def test_every_import_is_a_dependency(stage):
    files = {path.relative_to(ROOT).as_posix() for path in used(ROOT / "pipeline" / f"{stage}.py")}
    missing = {path for path in files if not covered(path, paths(stage, "deps"))}
    assert not missing, f"add to the deps of {stage} in dvc.yaml: {sorted(missing)}"


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_another(stage):
    others = {ROOT / "pipeline" / f"{name}.py" for name in STAGES if name != stage}
    assert not others & used(ROOT / "pipeline" / f"{stage}.py")


@pytest.mark.parametrize("stage", STAGES)
def test_every_package_among_the_dependencies_is_imported(stage):
    files = {path.relative_to(ROOT).as_posix() for path in used(ROOT / "pipeline" / f"{stage}.py")}
    code = [path for path in paths(stage, "deps") if path.startswith("pipeline") and path != "pipeline/languages"]
    unused = [path for path in code if not any(covered(file, [path]) for file in files)]
    assert not unused, f"remove from the deps of {stage} in dvc.yaml: {unused}"


def test_every_file_a_stage_opens_is_a_dependency(tmp_path_factory):
    """In a copy of the checkout, in order, so that the tables there are are left alone."""
    copy = tmp_path_factory.mktemp("checkout")
    tracked = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in tracked.stdout.splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((ROOT / name).read_bytes())
    for stage in STAGES:
        done = subprocess.run(
            [sys.executable, "-c", WATCHED_RUN, str(copy), f"pipeline.{stage}"],
            cwd=copy,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        seen = {line[5:] for line in done.stdout.splitlines() if line.startswith("SEEN ")}
        allowed = [
            *paths(stage, "deps"),
            *paths(stage, "outs"),
            *paths(stage, "metrics"),
            *paths(stage, "plots"),
            "params.yaml",
        ]
        missing = {
            path for path in seen if (copy / path).is_file() and path[-4:] != ".pyc" and not covered(path, allowed)
        }
        assert not missing, f"add to the deps of {stage} in dvc.yaml: {sorted(missing)}"
