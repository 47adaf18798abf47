"""Parts do not add up to the total that the sentence states.

What it checks: totals with all their parts (``총 100명(남자 60명, 여자 45명)``), and sums said to be sums (``6억원과
3000만원을 더한 7억원``, ``$60 million and $45 million, totalling $100 million``).

Why it matters: a part or the total is wrong; tables built from either will not balance.

How it decides: the parts, each widened by half of its last printed digit or, ending in zeros, by up to
1 %, against the total widened likewise. A list that leaves parts unsaid (등, 외, including), or lacks exactly
what another number of the document states, can only be too large. A sum more than half off the total is taken to be
no list of its parts.

Known limits: parts in several sentences; more than five of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import has_cue
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.passages import Related, related
from pipeline.evidence.tolerance import Interval, one_unit, percent, positive, rounded, stated
from pipeline.evidence.wording import amount, in_words, with_unit
from pipeline.tables import Row
from pipeline.writing import write_like

UNRELATED = Decimal("0.5")
AROUND = 16
LISTING = (",", "·", "ㆍ")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every total that its parts exclude."""
    for doc_id in corpus.documents:
        for found in related(corpus, doc_id, "parts"):
            parts = sorted((row for name, row in found.rows.items() if name != "total"), key=lambda row: row["start"])
            if (
                _comparable(found, parts)
                and not _predicated(corpus, found, parts)
                and not _begins_before(corpus, parts[0], found.rows["total"])
            ):
                yield from _judged(found.rows["total"], parts, _unsaid(corpus, parts) or _made_up(corpus, found, parts))


def _comparable(found: Related, parts: list[Row]) -> bool:
    total = found.rows["total"]
    alike = all(one_unit(row, total) or row["kind"] == total["kind"] == "count" for row in parts)
    whole = all(row["kind"] != "count" or stated(row) is None or stated(row) % 1 == 0 for row in parts)
    return (
        alike
        and whole
        and all(row["bound"] == "eq" for row in (total, *parts))
        and positive(*map(stated, (total, *parts)))
    )


def _begins_before(corpus: Corpus, first: Row, total: Row) -> bool:
    """A list of numbers goes on to the left of the first part; the total itself is no part of it."""
    rows = corpus.of("quantities", first["doc_id"])
    before = [row for row in rows if row["sentence_id"] == first["sentence_id"] and row["end"] <= first["start"]]
    if not before or before[-1]["kind"] != first["kind"] or before[-1]["start"] == total["start"]:
        return False
    between = corpus.between(before[-1], first)
    return len(between) <= AROUND and any(sign in between for sign in LISTING)


def _predicated(corpus: Corpus, found: Related, parts: list[Row]) -> bool:
    """Something is said of the total itself before its parts (``a total of 50 were new, 30 were old``): no list."""
    total = found.rows["total"]
    before = total["start"] < parts[0]["start"]
    return before and has_cue(corpus.language(total["doc_id"]), "predicate", corpus.between(total, parts[0]))


def _unsaid(corpus: Corpus, parts: list[Row]) -> bool:
    """The list says that it leaves parts out."""
    document = corpus.documents[parts[0]["doc_id"]]
    around = document["text"][max(0, parts[0]["start"] - AROUND) : parts[-1]["end"] + AROUND]
    return has_cue(document["language"], "unsaid", around)


def _made_up(corpus: Corpus, found: Related, parts: list[Row]) -> bool:
    """Another number of the document is what the parts lack of the total: a part told elsewhere."""
    total = found.rows["total"]
    lacking = stated(total) - sum(map(stated, parts))
    known = {row["start"] for row in (total, *parts)}
    rows = corpus.of("quantities", total["doc_id"])
    return any(stated(row) == lacking and row["kind"] == total["kind"] and row["start"] not in known for row in rows)


def _judged(total: Row, parts: list[Row], unsaid: bool) -> Iterator[Finding]:
    added = sum(stated(row) for row in parts)
    possible = reduce(Interval.plus, map(rounded, parts))
    off = added / stated(total) - 1
    beyond = possible.low > rounded(total).high if unsaid else not possible.meets(rounded(total))
    if beyond and abs(off) < UNRELATED:
        room = (possible.high - possible.low) / 2 / added
        limits = f"rounding explains at most {percent(room)} %"
        yield Finding(
            parts=(Part("total", total), *(Part("part", row) for row in parts)),
            stated=amount(total),
            expected=with_unit(in_words(added), total["unit"]),
            deviation=f"{off * 100:+.1f} %",
            basis=f"the sum of the parts; {limits}",
            message=(
                f"{' + '.join(row['surface'] for row in parts)} is {with_unit(in_words(added), total['unit'])}, "
                f"called {total['surface']}: off by {percent(abs(off))} %; {limits}"
            ),
            suggestion=write_like(total["surface"], added),
        )


RULE = Rule(
    code="SUM101",
    name="parts-mismatch",
    severity="warning",
    tolerance="half of the last digit of each part and of the total",
    check=check,
    examples=(
        Fires("ko", ("참가자는 총 105명(남자 62명, 여자 48명)이다.",), ("105명", "62명", "48명"), suggestion="110명"),
        Fires(
            "ko",
            ("사용료 6억2000만원과 위로금 3000만원을 합하면 7억5000만원이다.",),
            ("6억2000만원", "3000만원", "7억5000만원"),
            suggestion="6억5000만원",
        ),
        Fires(
            "en",
            ("It took a total of 105 people (62 men and 48 women).",),
            ("105", "62", "48"),
            suggestion="110",
        ),
        Silent("ko", ("참가자는 총 110명(남자 62명, 여자 48명)이다.",)),
        Silent("ko", ("참가자는 총 110명(남자 42명, 여자 38명 등)이다.",)),
        Silent("ko", ("사용료 6억2000만원과 위로금 3000만원을 합하면 6억5000만원이다.",)),
        Silent("en", ("The hosts won 12 golds, eight silvers and 12 bronzes for a total of 32 medals.",)),
        Silent("en", ("It took a total of 110 people (62 men and 48 women).",)),
        Silent("en", ("It took a total of 110 people (including 42 men and 38 women).",)),
    ),
)
