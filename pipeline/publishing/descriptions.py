"""The release described for machines: a Data Package and Croissant, as JSON.

In: the dictionary's pages and the released files with their sizes and hashes. Out: ``datapackage.json``
(https://specs.frictionlessdata.io/data-package) and ``croissant.json`` (MLCommons Croissant 1.0). No
clock: the date published is the parameter ``as_of``. Judgements, each so that frictionless and mlcroissant
themselves find nothing wrong: sizes and hashes of the files stand in Croissant only, which reads them
from Parquet; a list is of type any, because readers of Parquet give it as no JSON array; Croissant is told
of references only to other tables that refer to none, because its reader joins what is referred to and
cannot join what is joined already. The Data Package has all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pipeline.publishing.dictionary import Entry, Page
from pipeline.publishing.licences import OF_THE_DATA, open_licences

NAME = "claimtrack"
TITLE = "Numbers that news claims, in Korean and English"
ABOUT = (
    "Every number that a set of Korean and English news articles states, as a row that can be checked: who "
    "claims what about whom, how much, in which unit, as of when; what the articles say together, and what "
    "does not add up."
)
PARQUET = "application/vnd.apache.parquet"
CROISSANT = "http://mlcommons.org/croissant/1.0"
# Arrow type to the type of a Table Schema field and of a Croissant field.
TYPES = {
    "string": ("string", "sc:Text"),
    "int32": ("integer", "sc:Integer"),
    "bool": ("boolean", "sc:Boolean"),
    "date32": ("date", "sc:Date"),
    "double": ("number", "sc:Float"),
    "decimal(38, 9)": ("number", "sc:Float"),
    "list<string>": ("any", "sc:Text"),
}
CONTEXT = Path(__file__).with_name("croissant_context.yaml")


@dataclass(frozen=True, slots=True)
class File:
    """A released file."""

    name: str
    size: int
    sha256: str


def described(path: Path) -> File:
    """Size and hash of a file."""
    held = path.read_bytes()
    return File(path.name, len(held), hashlib.sha256(held).hexdigest())


def data_package(pages: Sequence[Page], files: Mapping[str, File], version: str, sources: list[dict]) -> dict[str, Any]:
    """The Data Package descriptor; `sources` have a title and, where known, a path."""
    return {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": ABOUT,
        "version": version,
        "licenses": [_licence()],
        "sources": sources,
        "resources": [_resource(page, files[page.name]) for page in pages],
    }


def _licence() -> dict[str, str]:
    held = open_licences()[OF_THE_DATA]
    return {"name": held["licence"], "path": held["url"], "title": held["name"]}


def _resource(page: Page, file: File) -> dict[str, Any]:
    return {
        "name": page.name,
        "path": file.name,
        "description": page.description,
        "format": "parquet",
        "mediatype": PARQUET,
        "profile": "data-resource",
        "schema": {
            "fields": [_field(entry, page.key) for entry in page.entries],
            "missingValues": [],
            "primaryKey": list(page.key),
            "foreignKeys": [_foreign(entry, page.name) for entry in page.entries if entry.references],
        },
    }


def _field(entry: Entry, key: tuple[str, ...]) -> dict[str, Any]:
    limits = {"required": not entry.nullable, "unique": key == (entry.name,)}
    limits |= {"enum": list(entry.values)} if entry.values else {}
    limits |= {"pattern": entry.form} if entry.form else {}
    limits |= {} if entry.minimum is None else {"minimum": entry.minimum}
    unit = {"unit": entry.unit} if entry.unit else {}
    named = {"name": entry.name, "type": TYPES[entry.type][0], "description": entry.description}
    return named | unit | {"constraints": limits}


def _foreign(entry: Entry, table: str) -> dict[str, Any]:
    target, _, column = (entry.references or "").partition(".")
    return {"fields": [entry.name], "reference": {"resource": "" if target == table else target, "fields": [column]}}


def croissant(pages: Sequence[Page], files: Mapping[str, File], version: str, published: date) -> dict[str, Any]:
    """The Croissant description."""
    return {
        "@context": yaml.safe_load(CONTEXT.read_text(encoding="utf-8")),
        "@type": "sc:Dataset",
        "name": NAME,
        "description": f"{TITLE}. {ABOUT}",
        "conformsTo": CROISSANT,
        "license": _licence()["path"],
        "version": version,
        "datePublished": published.isoformat(),
        "isLiveDataset": False,
        "citeAs": f"{NAME} {version}: {TITLE}. {published.isoformat()}.",
        "creator": {"@type": "sc:Organization", "name": NAME},
        "inLanguage": ["ko", "en"],
        "distribution": [_file_object(page.name, files[page.name]) for page in pages],
        "recordSet": [_record_set(page, _joined(pages)) for page in pages],
    }


def _joined(pages: Sequence[Page]) -> frozenset[str]:
    """The tables that refer to others than themselves."""
    return frozenset(page.name for page in pages for entry in page.entries if _target(entry) not in ("", page.name))


def _target(entry: Entry) -> str:
    """The table that a column refers to, if any."""
    return (entry.references or "").partition(".")[0]


def _file_object(table: str, file: File) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": table,
        "contentUrl": file.name,
        "contentSize": f"{file.size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _record_set(page: Page, joined: frozenset[str]) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": page.name,
        "name": page.name,
        "description": page.description,
        "key": [{"@id": f"{page.name}/{column}"} for column in page.key],
        "field": [_record_field(page.name, entry, joined) for entry in page.entries],
    }


def _record_field(table: str, entry: Entry, joined: frozenset[str]) -> dict[str, Any]:
    target, _, column = (entry.references or "").partition(".")
    refers = {"references": {"field": {"@id": f"{target}/{column}"}}} if target not in ("", table, *joined) else {}
    repeated = {"repeated": True} if entry.type.startswith("list") else {}
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{entry.name}",
        "name": entry.name,
        "description": entry.description,
        "dataType": TYPES[entry.type][1],
        **repeated,
        **refers,
        "source": {"fileObject": {"@id": f"{table}.parquet"}, "extract": {"column": entry.name}},
    }
