"""A counted list names more or fewer than it counts.

What it checks: a count that is followed by the names of what it counts, in brackets (``통신 3사(SKT·KT)``, ``three
carriers (Ann and Bob)``), between commas or behind a colon or dash (``three carriers: Ann and Bob.``); counts of
things already named too (``the two banks (Ann, Bob and Cid)``).

Why it matters: a name is missing, or the count is of another list.

How it decides: the list holds nothing but names, with one kind of separator, and their number is not the count;
outside brackets the names are capitalised, joined by commas and ``and``, and the list is closed by a comma or the
end of the sentence. Silent where the list leaves something unsaid (등, 외, including), where it holds numbers, for
counts above twelve or with a bound, where the list is more than twice or less than half as long, and where another
number of the sentence counts it.

Known limits: brackets that list where the counted come from instead of who they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.names import listed
from pipeline.evidence.passages import Related, related
from pipeline.evidence.tolerance import stated
from pipeline.evidence.wording import exact
from pipeline.tables import Row

MOST = 12
FARTHEST = 2


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every count that its list contradicts."""
    for doc_id in corpus.documents:
        for found in related(corpus, doc_id, "enumeration"):
            names = listed(found.cues["list"], corpus.language(doc_id))
            other = not names or _counted_before(corpus, found.rows["count"], len(names))
            if not other and _counts(found) and _near(found.rows["count"], len(names)):
                yield _finding(corpus, found, names)


def _counts(found: Related) -> bool:
    count = found.rows["count"]
    plain = count["kind"] == "count" and count["bound"] == "eq" and not count["approximate"]
    return plain and stated(count) is not None and 2 <= stated(count) <= MOST


def _near(count: Row, names: int) -> bool:
    """Another number, but not more than twice or less than half of it: that is a list of something else."""
    return names != stated(count) and stated(count) <= names * FARTHEST and names <= stated(count) * FARTHEST


def _counted_before(corpus: Corpus, count: Row, names: int) -> bool:
    """Another number of the sentence is the one that counts the names."""
    rows = (row for row in corpus.of("quantities", count["doc_id"]) if row["sentence_id"] == count["sentence_id"])
    return any(row["start"] < count["start"] and stated(row) == names for row in rows)


def _finding(corpus: Corpus, found: Related, names: tuple[str, ...]) -> Finding:
    count = found.rows["count"]
    words, doc_id = found.cues["list"], count["doc_id"]
    start = corpus.documents[doc_id]["text"].index(words, count["end"])
    span = {"doc_id": doc_id, "start": start, "end": start + len(words), "surface": words}
    return Finding(
        parts=(Part("count", count), Part("list", span)),
        stated=f"{exact(stated(count))} members",
        expected=f"{len(names)} names",
        deviation=f"{len(names) - stated(count):+.0f}",
        basis="the names in the brackets, counted",
        message=f"{count['surface']}, and {len(names)} names follow: {', '.join(names)}",
    )


RULE = Rule(
    code="CNT101",
    name="enumeration-count",
    severity="warning",
    tolerance="none",
    check=check,
    examples=(
        Fires("en", ("The three carriers, Ann, Bob, Cid and Dora, were fined.",), ("three", "Ann, Bob, Cid and Dora")),
        Silent("en", ("She is survived by three children Nora, Hasna and Guy.",)),
        Silent("en", ("Four teams - Bremen, Schalke, Bayern and Stuttgart, who drew 0-0 - went on.",)),
        Fires("ko", ("통신 3사(갑텔·을텔)가 요금을 내렸다.",), ("3사", "갑텔·을텔")),
        Fires(
            "en",
            ("Three carriers (Northtel and Southtel) cut their prices.",),
            ("Three", "Northtel and Southtel"),
        ),
        Silent("ko", ("통신 3사(갑텔·을텔·병텔)가 요금을 내렸다.",)),
        Silent("ko", ("통신 3사(갑텔·을텔 등)가 요금을 내렸다.",)),
        Silent("ko", ("판매업체 3개사인 가람몰(나루·다온), 라온몰, 마루몰의 매출이 늘었다.",)),
        Silent("ko", ("항공기 6편(출발 3, 도착 3)이 결항했다.",)),
        Silent("en", ("The five largest states have two seats (Ayle, Borden, Corlin, Dray and Elm).",)),
        Silent("ko", ("통신 3사(1위 갑텔, 2위 을텔)가 요금을 내렸다.",)),
        Silent("en", ("Three carriers (Northtel, Southtel and Westtel) cut their prices.",)),
        Silent("en", ("Three carriers (including Northtel and Southtel) cut their prices.",)),
    ),
)
