"""What a rule is, and what it yields.

A rule file holds one `Rule` named ``RULE``; its module docstring is its documentation. Its examples
are its tests: each `Fires` says which words are compared, each `Silent` is a near miss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.evidence.corpus import Corpus
from pipeline.tables import Row, row_id


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things compared: its role, and a row of quantities or dates, or a bare span."""

    role: str
    row: Row
    claim: Row | None = None

    @property
    def identity(self) -> str:
        """What the part is, wherever it stands."""
        row = self.row
        return row.get("quantity_id") or row.get("date_id") or f"{row['doc_id']} {row['surface']}"


def parts(rows: dict[str, Row], corpus: Corpus | None = None) -> tuple[Part, ...]:
    """Parts by their roles, in order; with the corpus, quantities bring their claims."""
    return tuple(Part(role, row, corpus.claim_of(row) if corpus else None) for role, row in rows.items())


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not add up; the first part is where to look. Texts are plain, one line each."""

    parts: tuple[Part, ...]
    stated: str
    expected: str
    basis: str
    message: str
    deviation: str | None = None
    suggestion: str | None = None
    alternatives: tuple[str, ...] = ()
    severity: str | None = None
    fact_id: str | None = None


@dataclass(frozen=True, slots=True)
class Fires:
    """Documents in which the rule finds something: `surfaces` are the words that it compares."""

    language: str
    texts: tuple[str, ...]
    surfaces: tuple[str, ...]
    published: date | None = None
    suggestion: str | None = None
    severity: str | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """Documents in which the rule finds nothing, near as they come to it."""

    language: str
    texts: tuple[str, ...]
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `tolerance` says in words what is not yet a finding."""

    code: str
    name: str
    severity: str
    tolerance: str
    check: Callable[[Corpus], Iterator[Finding]]
    examples: tuple[Fires | Silent, ...]


def finding_row(rule: Rule, finding: Finding) -> Row:
    """The finding as a row of ``findings``; its id is made of the code and of everything compared."""
    first = finding.parts[0].row
    told = ("stated", "expected", "basis", "message", "deviation", "suggestion", "fact_id")
    return {name: getattr(finding, name) for name in told} | {
        "finding_id": row_id("n", rule.code, *sorted(part.identity for part in finding.parts)),
        "code": rule.code,
        "name": rule.name,
        "severity": finding.severity or rule.severity,
        **{name: first[name] for name in ("doc_id", "start", "end", "surface")},
        "alternatives": list(finding.alternatives),
        "acknowledged": None,
    }


def span_rows(finding_id: str, finding: Finding) -> list[Row]:
    """Rows of ``finding_spans``, one for each part."""
    return [
        {
            "finding_id": finding_id,
            "role": part.role,
            **{name: part.row[name] for name in ("doc_id", "start", "end")},
            "quantity_id": part.row.get("quantity_id"),
            "date_id": part.row.get("date_id"),
            "claim_id": part.claim["claim_id"] if part.claim else None,
        }
        for part in finding.parts
    ]
