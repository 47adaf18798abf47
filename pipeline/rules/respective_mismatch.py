"""각각 or respectively pairs lists of different lengths.

What it checks: names and numbers that 각각 or respectively pairs in order (``갑과 을은 각각 1억원, 2억원``).

Why it matters: nobody can tell which number belongs to whom, and pairing them anyway invents facts.

How it decides: both lists have at least two members and their lengths differ; the numbers are of one kind and at
most five. One number after 각각 holds for each and is no list. Only names of one word in Korean, and capitalised
names in English, that follow a particle or begin the sentence are counted; silent where a name ends like a verb,
and where the list is joined in two ways (``부동산과 보건·사회복지``), so that no list is cut short.

Known limits: names of several words in Korean; more than five numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import only_names, split_names
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.passages import Related, related

MOST = 6
DOTS = ("·", "ㆍ", "/")
JOINTS = (",", "와 ", "과 ", " 및 ", " and ")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every pair of lists of different lengths."""
    for doc_id in corpus.documents:
        for found in related(corpus, doc_id, "respective"):
            names = split_names(corpus.language(doc_id), found.cues["list"])
            if (
                _alike(found)
                and not _nested(found.cues["list"])
                and only_names(corpus.language(doc_id), names)
                and len(names) != len(found.rows) < MOST
            ):
                yield _finding(found, names)


def _nested(words: str) -> bool:
    """Joined in two ways (``부동산과 보건·사회복지``), so that some members may be one."""
    return any(sign in words for sign in DOTS) and any(joint in words for joint in JOINTS)


def _alike(found: Related) -> bool:
    """All numbers are of one kind and unit; only the last may say its unit."""
    units = {row["unit"] for row in found.rows.values()} - {None}
    return len({row["kind"] for row in found.rows.values()}) == 1 and len(units) <= 1


def _finding(found: Related, names: tuple[str, ...]) -> Finding:
    rows = sorted(found.rows.values(), key=lambda row: row["start"])
    return Finding(
        parts=tuple(Part("member", row) for row in rows),
        stated=f"{len(rows)} numbers",
        expected=f"{len(names)} names",
        deviation=f"{len(rows) - len(names):+d}",
        basis="both lists counted",
        message=(
            f"{len(names)} names ({', '.join(names)}) are paired with {len(rows)} numbers "
            f"({', '.join(row['surface'] for row in rows)})"
        ),
    )


RULE = Rule(
    code="DIS101",
    name="respective-mismatch",
    severity="warning",
    tolerance="none",
    check=check,
    examples=(
        Fires("ko", ("갑전자와 을전자는 각각 1억원, 2억원, 3억원을 냈다.",), ("1억원", "2억원", "3억원")),
        Fires(
            "en",
            ("Northtel and Southtel paid $10 million, $20 million and $30 million, respectively.",),
            ("$10 million", "$20 million", "$30 million"),
        ),
        Silent("ko", ("부동산과 보건·사회복지 생산이 각각 14.2%, 13.6% 늘었다.",)),
        Silent("ko", ("갑전자와 을전자는 각각 1억원, 2억원을 냈다.",)),
        Silent("ko", ("갑전자와 을전자, 병전자는 각각 1억원을 냈다.",)),
        Silent("ko", ("먼저 새 은행과 옛 은행은 각각 1억원, 2억원, 3억원을 냈다.",)),
        Silent(
            "en",
            ("Northtel, Southtel and Westtel paid $10 million, $20 million and $30 million, respectively.",),
        ),
        Silent("en", ("Northtel and Southtel paid $10 million and $20 million, respectively.",)),
    ),
)
