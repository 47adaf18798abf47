"""A part, its whole and the stated share do not agree.

What it checks: sentences that state all three (``100명 중 30명(25%)``, ``30 of the 100 firms (25%)``).

Why it matters: a share is quoted without the numbers it came from; here they stand beside it.

How it decides: the quotient of part and whole, each widened by half of its last printed digit or, ending in
zeros, by up to 1 %, against the share, widened by a whole unit of its last digit, in words (``절반``, half)
by a tenth of itself; hedged, by ``approx_band`` (5 %). A share of the part itself (``그중 91%``, of them), a part
larger than its whole, or a share more than four times off, is taken to be about something else.

Known limits: shares whose whole stands in another sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.cues import has_cue
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.passages import Related, related
from pipeline.evidence.tolerance import HUNDRED, Interval, one_unit, positive, rounded, stated
from pipeline.evidence.wording import amount, shown
from pipeline.writing import write_like

UNRELATED = Decimal(4)
IN_WORDS = Decimal("0.1")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every share that its part and whole exclude."""
    for doc_id in corpus.documents:
        for found in related(corpus, doc_id, "share"):
            if (
                _comparable(found)
                and not _of_part(corpus, found)
                and not _allowed(corpus, found).meets(_possible(found))
            ):
                yield from _finding(found)


def _comparable(found: Related) -> bool:
    part, whole, share = (found.rows[name] for name in ("part", "whole", "share"))
    numbers = tuple(map(stated, (part, whole, share)))
    alike = one_unit(part, whole) or part["kind"] == whole["kind"] == "count"
    of_things = alike and part["kind"] != "percent" == share["kind"]
    return of_things and positive(*numbers) and numbers[0] <= numbers[1]


def _of_part(corpus: Corpus, found: Related) -> bool:
    """``29필지 중 20필지가 문제인데 그 중 91%``: words between part and share say that it is a share of the part."""
    part, share = found.rows["part"], found.rows["share"]
    return part["end"] <= share["start"] and has_cue(
        corpus.language(part["doc_id"]), "of_part", corpus.between(part, share)
    )


def _possible(found: Related) -> Interval:
    quotient = rounded(found.rows["part"]).over(rounded(found.rows["whole"]))
    return Interval(quotient.low * HUNDRED, quotient.high * HUNDRED)


def _allowed(corpus: Corpus, found: Related) -> Interval:
    share = found.rows["share"]
    step = share["resolution"] or stated(share) * IN_WORDS
    if share["approximate"] or share["bound"] == "approx":
        step = max(step, stated(share) * corpus.parameters.approx_band)
    low = Decimal(0) if share["bound"] in ("lt", "le") else stated(share) - step
    return Interval(low, HUNDRED if share["bound"] in ("gt", "ge") else stated(share) + step)


def _finding(found: Related) -> Iterator[Finding]:
    part, whole, share = (found.rows[name] for name in ("part", "whole", "share"))
    number = stated(part) / stated(whole) * HUNDRED
    step = share["resolution"] or Decimal(1)
    limits = f"rounding explains at most {shown(step)} % of it and half of the last digit of either number"
    if number / UNRELATED < stated(share) < number * UNRELATED:
        yield Finding(
            parts=tuple(Part(role, row) for role, row in (("share", share), ("part", part), ("whole", whole))),
            stated=amount(share),
            expected=f"{shown(number)} %",
            deviation=f"{(stated(share) / number - 1) * 100:+.1f} %",
            basis=f"part divided by whole; {limits}",
            message=(
                f"{part['surface']} of {whole['surface']} is {shown(number)} %, called {share['surface']}; {limits}"
            ),
            suggestion=write_like(share["surface"], (number / step).quantize(Decimal(1)) * step),
        )


RULE = Rule(
    code="RAT104",
    name="share-mismatch",
    severity="warning",
    tolerance="half of the last digit of part and whole, a whole unit of the share's; hedges approx_band",
    check=check,
    examples=(
        Fires("ko", ("조사에 응한 400명 중 120명(40%)이 찬성했다.",), ("400명", "120명", "40%"), suggestion="30%"),
        Fires(
            "en",
            ("Of those asked, 120 people of the 400 workers (40%) agreed.",),
            ("120", "400", "40%"),
            suggestion="30%",
        ),
        Silent("ko", ("조사에 응한 400명 중 120명(30%)이 찬성했다.",)),
        Silent("ko", ("조사에 응한 400명 중 122명(30.5%)이 찬성했다.",)),
        Silent("ko", ("필지 29곳 중 20곳이 문제인데 그 중 91%가 보전 지역이다.",)),
        Silent("en", ("Of those asked, 120 people of the 400 workers (30%) agreed.",)),
        Silent("en", ("Of the 400 people asked, 120 agreed; last year it was 40%.",)),
    ),
)
