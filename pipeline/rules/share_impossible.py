"""Shares of one whole add up to more than all of it.

What it checks: a list of percentages that one predicate makes shares of one whole (``갑이 60%, 을이 55%를
차지했다``, ``Ann owns 60% and Bob 55% of the company``).

Why it matters: at least one of them is wrong, and nothing outside the sentence is needed to know it.

How it decides: their sum exceeds 100 % by more than one unit of the last digit for each of them. Silent where
a share says of what it is (``여성의 55%``; of several answers a later one), where one owner holds parts of several
things, where they are told group by group (``학력별``, or every one behind a group of people: ``비율은 남성 60%,
여성 55%``), and in a document that allows several answers (``복수응답``,
multiple answers). Answers count as one whole where one excludes the
other: yes and no, for and against, 찬성 and 반대.

Known limits: lists with a share of another whole inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import has_cue
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.passages import Related, related
from pipeline.evidence.tolerance import HUNDRED, stated
from pipeline.evidence.wording import exact, shown
from pipeline.tables import Row

AROUND = 8
GROUPED = 40


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every list of shares beyond the whole."""
    for doc_id, document in corpus.documents.items():
        for found in related(corpus, doc_id, "shares"):
            if (
                _shares(found)
                and not _several(document)
                and not _of_others(corpus, found)
                and not _of_one_owner(corpus, found)
                and not _by_group(corpus, found)
            ):
                yield from _judged(found)


def _of_others(corpus: Corpus, found: Related) -> bool:
    """A share says of what it is (``여성의 55%``), so that the list is of several wholes; the first answer may say
    whose."""
    rows = sorted(found.rows.values(), key=lambda row: row["start"])
    rows = rows[1:] if "pro" in found.cues else rows
    return any(has_cue(corpus.language(row["doc_id"]), "of_whole", _before(corpus, row)) for row in rows)


def _of_one_owner(corpus: Corpus, found: Related) -> bool:
    """One holds shares of several things (``자본 90%와 의결권 94%를 보유``): no second owner stands between them."""
    first, second = sorted(found.rows.values(), key=lambda row: row["start"])[:2]
    language = corpus.language(first["doc_id"])
    held = has_cue(language, "holding", found.cues.get("occupy", ""))
    return held and not has_cue(language, "owner", corpus.between(first, second))


def _by_group(corpus: Corpus, found: Related) -> bool:
    """The shares are told group by group (``학력별``, by age; behind groups of people), each of its own whole."""
    first = min(found.rows.values(), key=lambda row: row["start"])
    text, language = corpus.documents[first["doc_id"]]["text"], corpus.language(first["doc_id"])
    before = text[max(0, first["start"] - GROUPED) : first["start"]]
    people = "occupy" not in found.cues and all(
        has_cue(language, "people", _before(corpus, row)) for row in found.rows.values()
    )
    return (people or has_cue(language, "by_group", before)) and not has_cue(language, "composition", before)


def _before(corpus: Corpus, row: Row) -> str:
    return corpus.documents[row["doc_id"]]["text"][max(0, row["start"] - AROUND) : row["start"]]


def _several(document: Row) -> bool:
    """The document lets people give several answers."""
    return has_cue(document["language"], "several_answers", document["text"])


def _shares(found: Related) -> bool:
    numbers = [stated(row) for row in found.rows.values()]
    return all(row["kind"] == "percent" and row["bound"] in ("eq", "approx") for row in found.rows.values()) and all(
        number is not None and 0 <= number <= HUNDRED for number in numbers
    )


def _judged(found: Related) -> Iterator[Finding]:
    rows = sorted(found.rows.values(), key=lambda row: row["start"])
    total = sum(stated(row) for row in rows)
    room = sum(row["resolution"] or Decimal(1) for row in rows)
    if total > HUNDRED + room:
        yield Finding(
            parts=tuple(Part("part", row) for row in rows),
            stated=f"{exact(total)} %",
            expected="at most 100 %",
            deviation=f"{total - HUNDRED:+.1f} percentage points",
            basis=f"the sum of the shares; rounding explains at most {shown(room)} percentage points",
            message=(
                f"{', '.join(row['surface'] for row in rows)} of one whole add up to {shown(total)} %; "
                f"rounding explains at most {shown(room)} percentage points"
            ),
        )


RULE = Rule(
    code="RAT105",
    name="share-impossible",
    severity="error",
    tolerance="one unit of the last digit of each share",
    check=check,
    examples=(
        Fires("ko", ("시장은 삼성이 62%, 애플이 51%를 차지하고 있다.",), ("62%", "51%")),
        Fires("en", ("The founder owns 62% and the fund 51% of the company.",), ("62%", "51%")),
        Silent("ko", ("시장은 삼성이 62%, 애플이 38%를 차지하고 있다.",)),
        Fires("en", ("In the poll, 62% said yes, 41% said no and 9% were undecided.",), ("62%", "41%", "9%")),
        Fires("ko", ("조사에서 찬성 46%, 반대 57%, 모름·무응답 21%로 나타났다.",), ("46%", "57%", "21%")),
        Silent("en", ("62% of men said yes and 51% of women agreed.",)),
        Silent("ko", ("상위 5개사가 전체 자산의 54%, 매출액 57%, 순이익 72%를 차지했다.",)),
        Silent("ko", ("주식자본 90%와 의결권 94%를 보유하고 있다.",)),
        Silent("ko", ("학력별 위험군 비중은 고졸 51%, 전문대졸 48%, 대졸 41% 순이었다.",)),
        Silent("ko", ("흡연자는 남성의 62%, 여성의 51%를 차지했다.",)),
        Silent("ko", ("이념 성향별 긍정 평가 비율은 보수층 64%, 중도층 37%, 진보층 15%다.",)),
        Silent("ko", ("흡연 경험 비율은 남성 62%, 여성 51%다.",)),
        Fires("ko", ("응답자 구성 비율은 남성 62%, 여성 51%다.",), ("62%", "51%")),
        Silent("ko", ("찬성은 62%, 투표율은 51%였다.",)),
        Silent("ko", ("복수응답으로 커피가 62%, 차가 51%를 차지했다.",)),
        Silent("en", ("The founder owns 49% and the fund 51% of the company.",)),
        Silent("en", ("Sales rose 62% and 51% of the staff stayed.",)),
    ),
)
