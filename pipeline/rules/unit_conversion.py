"""A measure is converted to another unit wrongly.

What it checks: a physical measure and its restatement in another unit (``100평(330㎡)``, ``10 miles (16 km)``).

Why it matters: a wrong factor, or a slipped digit, gives a size that is false in one of the two units.

How it decides: both numbers on the scale of their dimension (``seeds/reference/units.csv``). The original is
taken as exact up to 1 %, the conversion as rounded at its last printed digit, and ``unit_band`` (3 %) is left
to either, since the original may be the rounded one and everyday factors (a 평 of 3.3 ㎡) are rounded too; a
temperature gets no band. Silent where other words stand between the two (``징역 1년 6개월(집행유예 3년)``).
Off by more than twelve times is another measure, and so are 평 that are a fifth to a half more than
the ㎡ before them (``84㎡(33평)``: a flat without and with its share of the building).

Known limits: units without a factor; ranges.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.agreement.measures import Measure, measure
from pipeline.evidence.conversions import restates
from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Fires, Part, Rule, Silent
from pipeline.evidence.tolerance import ROUNDED_SHARE, WORD_STEP, Interval, percent, positive, significant, stated
from pipeline.evidence.wording import amount, shown
from pipeline.tables import Row
from pipeline.writing import write_like

UNRELATED = Decimal(12)
FLATS, SHARED_SPACE = "pyeong", (Decimal("1.2"), Decimal("1.5"))


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for every conversion that its factor excludes."""
    for doc_id in corpus.documents:
        for original, restated in corpus.conversions(doc_id):
            scales = measure(original["kind"], original["unit"]), measure(restated["kind"], restated["unit"])
            if _comparable(original, restated, scales) and restates(corpus, original, restated):
                yield from _judged(corpus, original, restated, scales)


def _comparable(original: Row, restated: Row, scales: tuple[Measure, Measure]) -> bool:
    same = scales[0].dimension == scales[1].dimension and original["unit"] != restated["unit"]
    physical = original["kind"] not in ("money", "count") and original["per"] == restated["per"]
    return same and physical and positive(stated(original), stated(restated))


def _judged(corpus: Corpus, original: Row, restated: Row, scales: tuple[Measure, Measure]) -> Iterator[Finding]:
    band = corpus.parameters.unit_band
    band = Decimal(0) if scales[1].offset else band
    first = _width(original, scales[0], Decimal(0)).wider(band)
    second = _width(restated, scales[1], restated["resolution"] or WORD_STEP).wider(band)
    meant = scales[1].stated(scales[0].scaled(stated(original)))
    if first.meets(second) or not positive(meant):
        return
    off = stated(restated) / meant
    if 1 / UNRELATED < off < UNRELATED and not _with_shared_space(restated, off):
        yield _finding(original, restated, meant, off, percent(band))


def _with_shared_space(restated: Row, off: Decimal) -> bool:
    """A flat's ㎡ are those inside it, its 평 usually those with its share of the building."""
    return restated["unit"] == FLATS and SHARED_SPACE[0] <= off <= SHARED_SPACE[1]


def _width(row: Row, scale: Measure, step: Decimal) -> Interval:
    """The number on the dimension's scale, as wide as its rounding: half a step, or 1 % where it ends in zeros."""
    half = max(step / 2, min((row["resolution_coarse"] or Decimal(0)) / 2, abs(stated(row)) * ROUNDED_SHARE))
    return Interval(scale.scaled(stated(row) - half), scale.scaled(stated(row) + half))


def _finding(original: Row, restated: Row, meant: Decimal, off: Decimal, band: str) -> Finding:
    meant_like = significant(meant, restated)
    limits = f"more than half of its last digit explains, and the band is {band} %"
    return Finding(
        parts=(Part("original", original), Part("conversion", restated)),
        stated=amount(restated),
        expected=f"{shown(meant)} {restated['unit']}",
        deviation=f"{(off - 1) * 100:+.1f} %",
        basis=f"the factor of the units table; {limits}",
        message=(
            f"{original['surface']} is {shown(meant)} {restated['unit']}, restated as {restated['surface']}: "
            f"off by {percent(abs(off - 1))} %; {limits}"
        ),
        suggestion=write_like(restated["surface"], meant_like),
    )


RULE = Rule(
    code="UNI101",
    name="unit-conversion",
    severity="warning",
    tolerance="half of the conversion's last printed digit, and unit_band",
    check=check,
    examples=(
        Fires("ko", ("넓이가 100평(380㎡)인 창고를 지었다.",), ("100평", "380㎡"), suggestion="330㎡"),
        Fires("en", ("The road is 100 miles (130 km) long.",), ("100 miles", "130 km"), suggestion="160 km"),
        Silent("ko", ("넓이가 100평(330㎡)인 창고를 지었다.",)),
        Silent("ko", ("박씨는 징역 1년 6개월(집행유예 3년)을 받았다.",)),
        Silent("ko", ("넓이가 100평(높이 5m)인 창고를 지었다.",)),
        Silent("ko", ("전용 84㎡(33평) 아파트가 팔렸다.",)),
        Silent("en", ("They camp 1.5 kilometers (one mile) from the gate.",)),
        Silent("en", ("The road is 10 miles (16 km) long.",)),
        Silent("en", ("It was 68 degrees Fahrenheit (20 degrees Celsius) outside.",)),
    ),
)
