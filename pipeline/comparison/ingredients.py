"""What a revision is made of, each with the cause that it belongs to.

In: the folder with the files of a revision. Out: `Recipe`: the stages that the compared tables come from, and
their ingredients: files, parameters (one by one, as ``params.yaml: findings.fx_band``) and the stages as
``dvc.yaml`` has them. Judgements:
- What no such stage uses is left out: it can change nothing that is compared.
- A parameter of extraction belongs to the extractor, one of facts or findings to the rules, because
  every stage says which parameters it reads.
- A folder of data among the dependencies belongs to whoever uses it, as code does: the acknowledgements,
  which only the findings use, count as a rule.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from pipeline.comparison.causes import causes, tables
from pipeline.comparison.revisions import RECIPE, RevisionError

PARAMETERS = "params.yaml"
Stage = dict[str, Any]
Content = Path | yaml.Node | Stage


@dataclass(frozen=True)
class Recipe:
    """The files of a revision, its stages and its parameters."""

    files: dict[str, Path]
    stages: dict[str, Stage]
    parameters: dict[str, yaml.Node]

    @cached_property
    def ingredients(self) -> dict[str, Content]:
        """Name to content of everything that the compared tables are made with."""
        needed = set().union(*(self._behind(table) for table in tables()))
        said = {f"{RECIPE}: {name}": {**self.stages[name], "desc": None} for name in needed}
        parameters = {f"{PARAMETERS}: {name}": node for name, node in self.parameters.items()}
        return {name: content for name, content in (self.files | parameters | said).items() if self.cause(name)}

    def cause(self, name: str) -> str | None:
        """The cause that an ingredient belongs to; None for what no compared table is made with."""
        if name.startswith(f"{PARAMETERS}: "):
            return self._first(lambda stage: _under(_member(name), _listed(stage, "params"), "."))
        if name.startswith(f"{RECIPE}: "):
            return self._first(lambda stage: stage is self.stages.get(_member(name)))
        owned = next((one.cause for one in causes() if _under(name, one.paths)), None)
        return owned or self._first(lambda stage: _under(name, _listed(stage, "deps")))

    def table(self, name: str) -> str:
        """Where a table lies; RevisionError where no stage writes it."""
        found = next((out for stage in self.stages.values() for out in _outs(stage) if Path(out).stem == name), None)
        if found is None:
            raise RevisionError(f"no stage of its {RECIPE} writes the table {name}")
        return found

    def _first(self, used: Callable[[Stage], bool]) -> str | None:
        """The first cause whose tables come from a stage that uses something."""
        for one in causes():
            if any(used(self.stages[name]) for table in one.tables for name in self._behind(table)):
                return one.cause
        return None

    def _behind(self, table: str) -> set[str]:
        """The stages that a table comes from, directly or not."""
        reached: set[str] = set()
        waiting = [self.table(table)]
        while waiting:
            wanted = waiting.pop()
            for name, stage in self.stages.items():
                if name not in reached and wanted in _outs(stage):
                    reached.add(name)
                    waiting += _listed(stage, "deps")
        return reached


def read(folder: Path) -> Recipe:
    """The recipe of the files in a folder; RevisionError where it has none, or none of the tables."""
    if not (folder / RECIPE).is_file():
        raise RevisionError(f"it has no {RECIPE}")
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    try:
        stages = yaml.safe_load((folder / RECIPE).read_text(encoding="utf-8"))["stages"]
        known = yaml.compose((folder / PARAMETERS).read_text(encoding="utf-8")) if PARAMETERS in files else None
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise RevisionError(f"its {RECIPE} or {PARAMETERS} cannot be read: {' '.join(str(error).split())}") from error
    found = Recipe(files, stages, dict(_leaves(known)))
    for name in tables():
        found.table(name)
    return found


def same(one: Content | None, other: Content | None) -> bool:
    """Whether two contents are equal, byte by byte for files."""
    if isinstance(one, Path) and isinstance(other, Path):
        return one.read_bytes() == other.read_bytes()
    if isinstance(one, yaml.Node) and isinstance(other, yaml.Node):
        return yaml.serialize(one) == yaml.serialize(other)
    return one == other


def unequal(before: Recipe, after: Recipe) -> dict[str, str]:
    """Name to cause of every ingredient that is not the same in both; the newer recipe says which cause."""
    one, other = before.ingredients, after.ingredients
    names = [name for name in sorted(one.keys() | other.keys()) if not same(one.get(name), other.get(name))]
    return {name: after.cause(name) or before.cause(name) for name in names}


def mixed(before: Recipe, after: Recipe, replaced: Collection[str]) -> dict[str, Content]:
    """The older ingredients, but the newer ones of the causes in `replaced`."""
    newer = {name for name, cause in unequal(before, after).items() if cause in replaced}
    old = {name: content for name, content in before.ingredients.items() if name not in newer}
    return old | {name: content for name, content in after.ingredients.items() if name in newer}


def write(ingredients: Mapping[str, Content], target: Path) -> None:
    """Lay the ingredients out in a folder where ``dvc repro`` makes the tables."""
    stages: dict[str, Stage] = {}
    parameters: dict[str, yaml.Node] = {}
    for name, content in ingredients.items():
        if isinstance(content, Path):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(content, target / name)
        else:
            chosen = parameters if isinstance(content, yaml.Node) else stages
            chosen[_member(name)] = content
    (target / PARAMETERS).write_text(yaml.serialize(_nested(parameters)), encoding="utf-8")
    written = {out for stage in stages.values() for out in _outs(stage)}
    there = {path for stage in stages.values() for path in _listed(stage, "deps") if (target / path).exists()}
    possible = {name: _possible(stage, written | there, parameters) for name, stage in stages.items()}
    (target / RECIPE).write_text(yaml.safe_dump({"stages": possible}), encoding="utf-8")


def _possible(stage: Stage, paths: Collection[str], parameters: Iterable[str]) -> Stage:
    """The stage without dependencies and parameters that a mixture of two revisions does not have."""
    deps = [path for path in _listed(stage, "deps") if path in paths]
    params = [name for name in _listed(stage, "params") if any(_under(leaf, [name], ".") for leaf in parameters)]
    return {key: value for key, value in stage.items() if key != "desc"} | {"deps": deps, "params": params}


def _member(name: str) -> str:
    """What a name names inside of its file: ``findings.fx_band``."""
    return name.partition(": ")[2]


def _listed(stage: Stage, key: str) -> list[str]:
    """The names under a key; a name may carry options."""
    return [next(iter(item)) if isinstance(item, dict) else item for item in stage.get(key, [])]


def _outs(stage: Stage) -> list[str]:
    return _listed(stage, "outs")


def _under(name: str, places: Iterable[str], mark: str = "/") -> bool:
    return any(name == place or name.startswith(place + mark) for place in places)


def _leaves(node: yaml.Node | None, above: str = "") -> Iterator[tuple[str, yaml.Node]]:
    """Dotted name and node of every parameter, as written: 0.10 stays 0.10."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, f"{above}.{key.value}" if above else key.value)
    elif node is not None and above:
        yield above, node


def _nested(leaves: Mapping[str, yaml.Node]) -> yaml.MappingNode:
    """The parameters as the mapping that they came from."""
    groups: dict[str, dict[str, yaml.Node]] = {}
    for name, node in leaves.items():
        first, _, rest = name.partition(".")
        groups.setdefault(first, {})[rest] = node
    pairs = [(_scalar(key), inner[""] if "" in inner else _nested(inner)) for key, inner in groups.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs)


def _scalar(text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text)
