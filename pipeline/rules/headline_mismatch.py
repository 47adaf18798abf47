"""The headline and the body disagree.

What it checks: numbers of the title against those of the body that were read as the same kind of thing.

Why it matters: more people read the headline than the body, and search engines index both.

How it decides: no number of the body in that unit agrees with the title's, which is taken as rounded or
cut off anywhere within one unit of its last digit that is not zero; and either a number of the body has
the same digits by another power of ten (two digits or more and a thousand apart, or of the same subject and
metric), or the only one with the same subject, metric and aspect differs by
less than half; what was expected does not contradict what is reported, nor an average one of those it is of, nor
an amount a share the whole; what one number of the title tells contradicts no other of it. Conversions of the body
count as its numbers. Numbers in words, without a unit and parts of counted things are left out.

Known limits: headlines that quote another number on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.evidence.conflicts import SLIP, digits, same_digits
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import has_cue
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.tolerance import Interval, one_unit, positive, stated
from pipeline.evidence.wording import amount, shown
from pipeline.tables import Row
from pipeline.writing import write_like

NEAR = Decimal("0.5")
AROUND = 40
COUNT = "count"
COMPARED = ("metric", "aspect", "direction", "subject_id", "subject", "qualifier")
LEFT_OUT = ("object_id", "as_of_start", "as_of_label")
# What was expected of a figure does not contradict it.
APART = {"reported", "forecast"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every number of a title that its body contradicts."""
    for doc_id in corpus.documents:
        rows = corpus.of("quantities", doc_id)
        body = [row for row in rows if row["section"] == "body"]
        title = [row for row in rows if row["section"] == "title" and positive(stated(row))]
        for row in filter(_plain, title):
            told = [other for other in title if other is not row and _same_kind(row, other)]
            yield from _compared(corpus, row, [other for other in body if _same_kind(row, other)], told)


def _plain(row: Row) -> bool:
    """In digits and with a unit; no part of a thing, which is a price whose currency was not read (``1.04 dlrs``)."""
    a_part = row["kind"] == COUNT and stated(row) % 1 != 0
    return None not in (row["unit"], row["resolution"]) and not a_part


def _same_kind(row: Row, other: Row) -> bool:
    return one_unit(row, other) and positive(stated(other))


def _compared(corpus: Corpus, row: Row, body: list[Row], told: list[Row]) -> Iterator[Finding]:
    """The title's number against those of the body that none of its other numbers (`told`) already tells."""
    if any(_wide(row).meets(_wide(other)) for other in body):
        return
    body = [other for other in body if not any(_wide(one).meets(_wide(other)) for one in told)]
    slipped = [other for other in body if _slipped(corpus, row, other)]
    alike = [other for other in body if _of_one_thing(corpus, row, other)]
    near = [other for other in alike if len(alike) == 1 and abs(stated(row) / stated(other) - 1) < NEAR]
    if slipped or near:
        yield _finding((slipped or near)[0], row)


def _slipped(corpus: Corpus, row: Row, other: Row) -> bool:
    """The same digits with another scale word, of the same thing or too many to be chance."""
    power = same_digits(row, other) if row["per"] == other["per"] else 0
    alike = power != 0 and _of_one_thing(corpus, row, other)
    return alike or (abs(power) >= SLIP and len(digits(other)) > 1)


def _of_one_thing(corpus: Corpus, row: Row, other: Row) -> bool:
    """The two claims are about the same, and both numbers are averages or neither is."""
    averages = {_is_average(corpus, each) for each in (row, other)}
    return len(averages) == 1 and _alike(corpus.claim_of(row), corpus.claim_of(other))


def _is_average(corpus: Corpus, row: Row) -> bool:
    before = corpus.documents[row["doc_id"]]["text"][max(0, row["start"] - AROUND) : row["start"]]
    return has_cue(corpus.language(row["doc_id"]), "averaged", before)


def _wide(row: Row) -> Interval:
    """Everything that may have been rounded or cut off to the number."""
    step = row["resolution_coarse"] or Decimal(1)
    return Interval(stated(row) - step, stated(row) + step)


def _alike(claim: Row | None, other: Row | None) -> bool:
    """The title's claim is about what the body's is about; a title may leave out object and time."""
    if not claim or not other or claim["metric"] == "other" or claim["subject"] is None:
        return False
    if {claim["modality"], other["modality"]} == APART:
        return False
    short = all(claim[column] in (None, other[column]) for column in LEFT_OUT)
    return short and all(claim[column] == other[column] for column in COMPARED)


def _finding(body: Row, title: Row) -> Finding:
    return Finding(
        parts=(Part("headline", title), Part("body", body)),
        stated=amount(title),
        expected=amount(body),
        deviation=f"×{shown(stated(title) / stated(body))}",
        basis="title and body compared; a headline may round or cut off at its last digit that is not zero",
        message=f"the headline says {title['surface']}, the body {body['surface']}",
        suggestion=write_like(title["surface"], stated(body)),
    )


RULE = Rule(
    code="FCT103",
    name="headline-mismatch",
    severity="warning",
    tolerance="one unit of the headline's last digit that is not zero",
    check=check,
    examples=(
        Fires(
            "ko",
            ("삼성전자, 5000억 달러 투자\n\n삼성전자가 미국에 5000만 달러를 투자한다고 밝혔다.",),
            ("5000억 달러", "5000만 달러"),
            suggestion="5000만 달러",
        ),
        Fires(
            "en",
            ("Samsung to invest $500 billion\n\nSamsung will invest $500 million in a new plant.",),
            ("$500 billion", "$500 million"),
            suggestion="$500 million",
        ),
        Silent("ko", ("삼성전자, 5000억 달러 투자\n\n삼성전자가 미국에 5123억 달러를 투자한다고 밝혔다.",)),
        Silent("ko", ("삼성전자, 5000억 달러 투자\n\n삼성전자가 직원 300명을 뽑고 배당에 20억 달러를 쓴다.",)),
        Silent("en", ("Samsung to invest $500 billion\n\nSamsung will invest $502 billion in a new plant.",)),
        Silent("en", ("Samsung to invest $500 billion\n\nSamsung paid a fine of $20 million.",)),
        Silent("ko", ("삼성전자 3분기 매출 67조원서 80조원으로\n\n삼성전자의 3분기 매출은 80조원이다.",)),
        Fires("ko", ("삼성전자 3분기 매출 67조원\n\n삼성전자의 3분기 매출은 80조원이다.",), ("67조원", "80조원")),
        Silent("ko", ("삼성전자 3분기 매출 67조원\n\n삼성전자의 3분기 매출 컨센서스는 69조원으로 추정됐다.",)),
        Silent("en", ("Samsung's revenue was $52 billion in FY2025\n\nIn FY2024 Samsung's revenue was $57 billion.",)),
        Silent("en", ("Samsung's revenue was $52 billion\n\nAnalysts had expected Samsung's revenue of $57 billion.",)),
    ),
)
