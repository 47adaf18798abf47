"""The contracts of the tables: a YAML file each, read once.

In: ``<table>.yaml`` beside this module and the closed lists of ``vocabulary.yaml``. Out: a `Contract`
with its Arrow schema. An ``amount`` is decimal128(38, 9) and brings a float64 twin ``<name>_f64``
right behind it, so that no reader has to handle decimals; ``values`` names a closed list and makes the
column a dictionary; ``references: table.column`` is a foreign key; ``form`` is a regular expression
for the whole value; ``public: false`` keeps a column out of the release.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa
import yaml

HERE = Path(__file__).parent
AMOUNT = pa.decimal128(38, 9)
ID_FORM = "{prefix}-[0-9a-f]{{16}}"
TYPES = {
    "string": pa.string(),
    "id": pa.string(),
    "integer": pa.int32(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "amount": AMOUNT,
    "strings": pa.list_(pa.string()),
}
# From the texts to what is found wrong with them: the order in which people read the tables.
READING_ORDER = tuple(
    "documents sections rejects sentences quantities dates claims roles "
    "facts fact_claims findings finding_spans validation".split()
)
CLOSED_LIST = pa.dictionary(pa.int16(), pa.string())


@dataclass(frozen=True, slots=True)
class Column:
    """One column as its contract describes it."""

    name: str
    type: str
    description: str
    nullable: bool = False
    unit: str | None = None
    values: tuple[str, ...] | None = None
    references: str | None = None
    form: str | None = None
    minimum: int | None = None
    public: bool = True
    twin_of: str | None = None

    @property
    def field(self) -> pa.Field:
        """The Arrow field, with description and unit as its metadata."""
        arrow = pa.float64() if self.twin_of else CLOSED_LIST if self.values else TYPES[self.type]
        notes = {"description": self.description} | ({"unit": self.unit} if self.unit else {})
        return pa.field(self.name, arrow, self.nullable, notes)


@dataclass(frozen=True, slots=True)
class Contract:
    """One table: its columns in order, its key and the columns its rows are sorted by."""

    name: str
    description: str
    key: tuple[str, ...]
    sort: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema, with the table's description as metadata."""
        return pa.schema([column.field for column in self.columns], {"description": self.description})

    def column(self, name: str) -> Column:
        """The column of that name; KeyError names the table."""
        found = next((column for column in self.columns if column.name == name), None)
        if found is None:
            raise KeyError(f"table {self.name} has no column {name}")
        return found


@cache
def vocabulary() -> dict[str, tuple[str, ...]]:
    """Name of a closed list to its values."""
    lists = yaml.safe_load((HERE / "vocabulary.yaml").read_text(encoding="utf-8"))
    return {name: tuple(values) for name, values in lists.items()}


@cache
def names() -> tuple[str, ...]:
    """Every table that has a contract, in alphabetical order."""
    return tuple(sorted(path.stem for path in HERE.glob("*.yaml") if path.stem != "vocabulary"))


@cache
def contract(name: str) -> Contract:
    """The contract of one table; KeyError lists the tables there are."""
    if name not in names():
        raise KeyError(f"no table {name!r}; the tables are {', '.join(names())}")
    said = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    key = said["key"] if isinstance(said["key"], list) else [said["key"]]
    columns = [column for item in said["columns"].items() for column in _columns(*item)]
    return Contract(name, said["description"], tuple(key), tuple(said["sort"]), tuple(columns))


def _columns(name: str, said: dict) -> list[Column]:
    """The column, and for an amount its float64 twin behind it."""
    said = dict(said)
    prefix = said.pop("prefix", None)
    if prefix:
        said["form"] = ID_FORM.format(prefix=prefix)
    if "values" in said:
        said["values"] = vocabulary()[said["values"]]
    column = Column(name, **said)
    return [column, _twin(column)] if column.type == "amount" else [column]


def _twin(column: Column) -> Column:
    return Column(
        f"{column.name}_f64",
        "number",
        f"{column.name} as float64, for analysis.",
        nullable=column.nullable,
        unit=column.unit,
        twin_of=column.name,
    )
