"""Facts: what counts as one thing, what agrees, and what time has overtaken."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from pipeline.agreement.clusters import facts
from pipeline.agreement.intervals import Span, largest_group, meeting_groups
from pipeline.agreement.observations import observation
from tests import rows

TIMES = {
    "training_cost": "timeless", "benchmark_score": "timeless", "users": "state", "revenue": "period",
    "investment": "cumulative", "duration": "unsettled",
}  # fmt: skip
WINDOW = timedelta(days=45)
FX_BAND = ABOUT = Decimal("0.05")
KRW_PER_USD = Decimal("1400")


def said(number, *, doc="a", metric="training_cost", published=None, subject="model", bound="eq", **more):
    """A claim with its quantity and document as an observation: a number, an open end or a range."""
    low, high = number if isinstance(number, tuple) else (number, number)
    low, high = (None if bound in ("lt", "le") else low), (None if bound in ("gt", "ge") else high)
    of_quantity = {
        name: more.pop(name) for name in ("resolution", "resolution_coarse", "unit", "kind", "per") if name in more
    }
    amount = rows.quantity(doc, f"{number} {metric}", low, high, bound=bound, **of_quantity)
    claim = rows.claim(amount, subject, metric, published_on=published, **more)
    duplicate_of = claim.pop("duplicate_of", None)
    claim["approximate"] = more.get("approximate", False)
    return observation(claim, amount, rows.document(doc, published=published, duplicate_of=duplicate_of), ABOUT)


def made(*observations):
    return facts([one for one in observations if one], TIMES, WINDOW, FX_BAND)


def statuses(*observations):
    found, _ = made(*observations)
    return sorted(fact["status"] for fact in found)


def disagreeing(*observations):
    """Stated numbers of the claims outside the agreeing group."""
    _, links = made(*observations)
    outside = {link["claim_id"] for link in links if not link["agrees"]}
    ends = [(one.low, one.high) for one in observations if one and one.claim["claim_id"] in outside]
    return sorted(low if low is not None else high for low, high in ends)


def test_one_claim_is_a_single_fact():
    (fact,), links = made(said(Decimal(5)))
    assert (fact["status"], fact["low"], fact["high"], fact["n_claims"]) == ("single", 5, 5, 1)
    assert [link["agrees"] for link in links] == [True]


def test_the_same_number_in_two_documents_is_corroborated():
    assert statuses(said(5, doc="a"), said(5, doc="b")) == ["corroborated"]


def test_twice_in_one_document_is_one_source():
    assert statuses(said(5, doc="a"), said(Decimal("5.0"), doc="a")) == ["single"]


def test_rounding_agrees_and_the_finer_number_is_kept():
    (fact,), _ = made(said("5.6", doc="a", resolution="0.1"), said("5.576", doc="b", resolution="0.001"))
    assert fact["status"] == "corroborated"
    assert fact["low"] <= Decimal("5.576") <= fact["high"] <= Decimal("5.5765")


def test_a_bound_agrees_with_what_it_allows_and_hides_no_conflict():
    under = said(
        6_000_000, doc="a", bound="lt", resolution=10_000, resolution_coarse=1_000_000, published=date(2025, 2, 5)
    )
    reported = said(5_576_000, doc="b", resolution=1000)
    paper = said(294_000, doc="c", resolution=1000, published=date(2025, 9, 19))
    assert statuses(under, reported) == ["corroborated"]
    assert statuses(under, reported, paper) == ["conflicting"]
    assert disagreeing(under, reported, paper) == [294_000]


def test_bounds_on_one_side_are_compared_by_their_numbers():
    over_13 = said(13, doc="a", bound="gt", resolution=1)
    at_least = said("13.75", doc="b", bound="ge", resolution="0.01")
    over_130 = said(130, doc="c", bound="gt", resolution=1, resolution_coarse=10)
    assert statuses(over_13, at_least) == ["corroborated"]
    assert statuses(over_13, over_130) == ["conflicting"]


def test_up_to_a_ten_thousandth_conflicts():
    wrong = said(5 * 10**7, doc="a", bound="le", resolution=10**4, resolution_coarse=10**7)
    assert statuses(wrong, said(5 * 10**11, doc="b", resolution=10**8, resolution_coarse=10**11)) == ["conflicting"]
    other = said(5 * 10**11, doc="b", bound="le", resolution=10**8, resolution_coarse=10**11)
    assert statuses(wrong, other) == ["conflicting"]


def test_agreement_is_not_transitive():
    ten, eleven, twelve = (said(n, doc=str(n), resolution=2) for n in (10, 12, 14))
    assert statuses(ten, eleven) == statuses(eleven, twelve) == ["corroborated"]
    assert statuses(ten, twelve) == statuses(ten, eleven, twelve) == ["conflicting"]
    assert disagreeing(ten, eleven, twelve) == [14]


def test_a_part_does_not_conflict_with_the_total():
    assert (
        statuses(
            said(100, doc="a", qualifier="initial"), said(500, doc="b"), said(400, doc="c", qualifier="additional")
        )
        == ["single"] * 3
    )


@pytest.mark.parametrize("modality", ["planned", "forecast"])
def test_what_is_expected_does_not_conflict_with_what_is_reported(modality):
    assert statuses(said(100, doc="a", modality=modality), said(500, doc="b")) == ["single"] * 2


@pytest.mark.parametrize(
    "left_out",
    [
        {"modality": "hypothetical"}, {"modality": "denied"}, {"restates": "c-1"}, {"repeats": "c-1"},
        {"metric": "other"}, {"subject": None}, {"duplicate_of": "b"},
    ],
)  # fmt: skip
def test_claims_that_make_no_fact(left_out):
    assert said(5, **left_out) is None


def test_an_amount_that_could_not_be_read_makes_no_fact():
    assert said((None, None)) is None


def test_a_name_outside_the_table_is_compared_without_case_and_spaces():
    assert statuses(said(5, doc="a", subject="Deep Seek R1"), said(5, doc="b", subject="DeepSeek R1")) == [
        "corroborated"
    ]
    assert statuses(said(5, doc="a", subject="R1"), said(6, doc="b", subject="R2")) == ["single"] * 2


def test_no_object_joins_the_only_object():
    named, unnamed = said(5, doc="a", object="A"), said(6, doc="b")
    assert statuses(named, unnamed) == ["conflicting"]
    assert statuses(named, unnamed, said(7, doc="c", object="B")) == ["single"] * 3


def test_units_of_one_dimension_are_compared_on_one_scale():
    small = said(7000, doc="a", kind="power", unit="MW", published=date(2025, 1, 1))
    assert statuses(small, said(7, doc="b", kind="power", unit="GW")) == ["corroborated"]
    (fact,), _ = made(small, said(7, doc="b", kind="power", unit="GW"))
    assert (fact["unit"], fact["low"]) == ("MW", 7000)


def test_currencies_agree_by_the_dated_rate():
    dollars = said(10, doc="a", published=date(2025, 1, 1))
    won = said(14_200, doc="b", unit="KRW", fx_rate=KRW_PER_USD, published=date(2025, 1, 2))
    assert statuses(dollars, won) == ["corroborated"]
    assert statuses(dollars, said(28_000, doc="b", unit="KRW", fx_rate=KRW_PER_USD)) == ["conflicting"]
    assert statuses(dollars, said(28_000, doc="b", unit="KRW")) == ["single"] * 2
    assert statuses(said(28_000, doc="a", unit="KRW"), said(28_000, doc="b", unit="KRW")) == ["corroborated"]


def test_a_fall_and_a_rise_disagree():
    change = {"metric": "benchmark_score", "aspect": "change", "kind": "percent", "unit": "%"}
    assert statuses(said(3, doc="a", direction="up", **change), said(3, doc="b", direction="down", **change)) == [
        "conflicting"
    ]
    assert statuses(said(-3, doc="a", direction="down", **change), said(3, doc="b", direction="down", **change)) == [
        "corroborated"
    ]


def test_changes_against_different_bases_are_different_facts():
    change = {"metric": "benchmark_score", "aspect": "change", "kind": "percent", "unit": "%", "direction": "up"}
    on_year = said(3, doc="a", base_start=date(2023, 4, 1), base_end=date(2023, 6, 30), **change)
    on_quarter = said(9, doc="b", base_start=date(2024, 1, 1), base_end=date(2024, 3, 31), **change)
    assert statuses(on_year, on_quarter) == ["single"] * 2


def in_year(year):
    return {"as_of_start": date(year, 1, 1), "as_of_end": date(year, 12, 31)}


def test_a_state_is_compared_at_one_time_and_a_later_one_supersedes_it():
    old, new = said(5, doc="a", metric="users", **in_year(2023)), said(9, doc="b", metric="users", **in_year(2024))
    found, _ = made(old, new)
    assert sorted(fact["status"] for fact in found) == ["single", "superseded"]
    earlier, later = sorted(found, key=lambda fact: fact["as_of_end"])
    assert earlier["superseded_by"] == later["fact_id"]


def test_a_state_without_date_is_read_as_its_publications():
    def users(number, published, **more):
        return said(number, doc=str(number), metric="users", published=published, **more)

    assert statuses(users(5, date(2024, 1, 1)), users(9, date(2024, 2, 1))) == ["conflicting"]
    assert statuses(users(5, date(2024, 1, 1)), users(9, date(2024, 4, 1))) == ["single", "superseded"]
    assert statuses(users(5, None), users(9, None)) == ["single"] * 2
    assert statuses(users(5, date(2024, 1, 20)), users(9, None, **in_year(2023))) == ["conflicting"]


def test_a_periods_number_stays_true():
    assert (
        statuses(
            said(5, doc="a", metric="revenue", **in_year(2023)), said(9, doc="b", metric="revenue", **in_year(2024))
        )
        == ["single"] * 2
    )
    undated = said(9, doc="b", metric="revenue", published=date(2024, 1, 20))
    assert statuses(said(5, doc="a", metric="revenue", **in_year(2023)), undated) == ["single"] * 2


def test_running_totals_conflict_only_when_both_say_when():
    def put_in(number, doc, **more):
        return said(number, doc=doc, metric="investment", resolution=1, **more)

    assert statuses(put_in(10, "a"), put_in(14, "b")) == ["single"] * 2
    assert statuses(put_in(14, "a"), put_in(14, "b")) == ["corroborated"]
    assert statuses(put_in(14, "a"), put_in(14, "b", **in_year(2024)), put_in(10, "c", **in_year(2023))) == [
        "corroborated",
        "superseded",
    ]
    assert statuses(put_in(10, "a", **in_year(2023)), put_in(14, "b", **in_year(2023))) == ["conflicting"]


def test_what_a_unit_alone_says_never_conflicts():
    def took(number, doc):
        return said(number, doc=doc, metric="duration", kind="duration", unit="year", resolution=1)

    assert statuses(took(5, "a"), took(10, "b")) == ["single"] * 2
    assert statuses(took(5, "a"), took(5, "b")) == ["corroborated"]


def test_a_document_that_states_two_numbers_speaks_of_two_things():
    assert statuses(said(13, doc="a"), said("10.5", doc="a")) == ["single"] * 2
    assert statuses(said(13, doc="a"), said("10.5", doc="a"), said(13, doc="b")) == ["corroborated", "single"]


def test_counts_of_documents_and_publishers():
    (fact,), _ = made(
        said(5, doc="a", published=date(2025, 1, 3)), said(5, doc="b", published=date(2025, 1, 1)), said(6, doc="c")
    )
    assert (fact["n_claims"], fact["n_documents"], fact["n_publishers"]) == (3, 3, 3)
    assert (fact["first_reported"], fact["last_reported"]) == (date(2025, 1, 1), date(2025, 1, 3))


def crowd(random):
    """Claims on one key, with every kind of bound, some of them dated."""
    return [
        said(
            random.randint(1, 30), doc=str(number), bound=random.choice(["eq", "lt", "ge"]),
            resolution=random.choice([1, 2, 10]), metric=random.choice(["training_cost", "users", "investment"]),
            published=random.choice([None, date(2025, 1, 1), date(2025, 2, 1), date(2025, 6, 1)]),
            **random.choice([{}, in_year(2024), in_year(2025)]),
        )
        for number in range(random.randint(1, 12))
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(150))
def test_the_order_of_input_never_matters(seed):
    random = Random(seed)
    observations = crowd(random)
    assert made(*random.sample(observations, len(observations))) == made(*observations)


def span_of(low, width):
    low, high = Decimal(low), Decimal(low + width)
    return Span(low, high, low, high)


def spans_of(seed, least):
    random = Random(seed)
    return [span_of(random.randint(0, 40), random.randint(0, 12)) for _ in range(random.randint(least, 14))]


@pytest.mark.parametrize("seed", range(150))
def test_the_agreeing_group_is_the_largest_with_a_common_point(seed):
    spans = spans_of(seed, least=1)
    group = largest_group(spans)
    assert max(spans[i].low for i in group) <= min(spans[i].high for i in group)
    assert len(group) == max(sum(one.low <= point.low <= one.high for one in spans) for point in spans)


@pytest.mark.parametrize("seed", range(100))
def test_meeting_groups_split_everything_into_sets_that_meet(seed):
    spans = spans_of(seed, least=0)
    groups = meeting_groups(spans)
    assert sorted(i for group in groups for i in group) == list(range(len(spans)))
    assert all(max(spans[i].low for i in group) <= min(spans[i].high for i in group) for group in groups)


def test_a_hundred_thousand_claims_on_one_key_have_a_largest_group():
    random = Random(7)
    spans = [span_of(random.randrange(10**6), random.randrange(1, 2000)) for _ in range(100_000)]
    group = largest_group(spans)
    assert max(spans[i].low for i in group) <= min(spans[i].high for i in group)
    assert len(group) > 50
