"""What a row must be in itself, beyond what its contract says.

Each function is an expectation (`pipeline.quality.row_expectations`); its docstring is its meaning.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

from pipeline.quality.row_expectations import row_expectation

OPEN_BELOW, OPEN_ABOVE = ("lt", "le"), ("gt", "ge")
FIRST_DAY = date(1900, 1, 1)


@row_expectation
def expect_text_to_be_composed(text: str) -> bool:
    """The text is in Unicode NFC, which offsets rely on."""
    return unicodedata.is_normalized("NFC", text)


@row_expectation
def expect_n_chars_to_be_the_length_of_text(text: str, n_chars: int) -> bool:
    """n_chars counts the code points of the text."""
    return len(text) == n_chars


@row_expectation
def expect_published_basis_to_explain_published_on(published_on: date | None, published_basis: str) -> bool:
    """There is a day of publication exactly when there is a source for it."""
    return (published_on is None) == (published_basis == "none")


@row_expectation
def expect_restatement_to_name_its_source(is_restatement: bool, source_publisher: str | None) -> bool:
    """Who restates says whose reporting it is."""
    return not is_restatement or source_publisher is not None


@row_expectation
def expect_duplicate_to_be_of_another(doc_id: str, duplicate_of: str | None) -> bool:
    """No document is a duplicate of itself."""
    return duplicate_of != doc_id


@row_expectation
def expect_span_to_have_length(start: int, end: int) -> bool:
    """A span begins before it ends."""
    return start < end


@row_expectation
def expect_low_to_be_at_most_high(low: Decimal | None, high: Decimal | None) -> bool:
    """Where both ends are stated, the lower is not above the upper."""
    return low is None or high is None or low <= high


@row_expectation
def expect_bound_to_agree_with_nulls(low: Decimal | None, high: Decimal | None, bound: str, status: str) -> bool:
    """A readable number is null exactly on the open side of its bound."""
    if status != "ok":
        return True
    return (low is None) == (bound in OPEN_BELOW) and (high is None) == (bound in OPEN_ABOVE)


@row_expectation
def expect_exact_bound_to_be_one_number(low: Decimal | None, high: Decimal | None, bound: str) -> bool:
    """A number that is stated as such has two equal ends."""
    return bound != "eq" or low == high


@row_expectation
def expect_unreadable_number_to_be_null(low: Decimal | None, high: Decimal | None, status: str) -> bool:
    """What could not be read has no amount: nothing is guessed."""
    return status == "ok" or (low is None and high is None)


@row_expectation
def expect_resolution_to_be_fine_first(resolution: Decimal | None, resolution_coarse: Decimal | None) -> bool:
    """A resolution is positive, and the coarse one is no finer."""
    if resolution is not None and resolution <= 0:
        return False
    return resolution is None or resolution_coarse is None or resolution <= resolution_coarse


@row_expectation
def expect_share_to_be_within_the_whole(
    aspect: str, unit: str | None, low: Decimal | None, high: Decimal | None
) -> bool:
    """A share in percent lies between 0 and 100."""
    if aspect != "share" or unit != "%":
        return True
    return all(end is None or 0 <= end <= 100 for end in (low, high))


@row_expectation
def expect_only_changes_to_have_direction(aspect: str, direction: str | None) -> bool:
    """Up and down belong to changes."""
    return direction is None or aspect == "change"


@row_expectation
def expect_date_to_be_whole(date_start: date | None, date_end: date | None) -> bool:
    """A date has both ends in order, or neither."""
    if date_start is None or date_end is None:
        return date_start is date_end
    return date_start <= date_end


@row_expectation
def expect_date_to_be_of_our_time(date_start: date | None) -> bool:
    """News of our time rarely speaks of a day before 1900."""
    return date_start is None or date_start >= FIRST_DAY


@row_expectation
def expect_unanchored_date_to_be_null(basis: str, anchor: str, date_start: date | None) -> bool:
    """A relative date that was resolved against nothing has no days."""
    return basis != "relative" or anchor != "none" or date_start is None


@row_expectation
def expect_as_of_to_be_whole(as_of_start: date | None, as_of_end: date | None) -> bool:
    """The period a claim holds for has both ends in order, or neither."""
    return expect_date_to_be_whole(as_of_start, as_of_end)


@row_expectation
def expect_base_to_be_whole(base_start: date | None, base_end: date | None) -> bool:
    """The period a change is measured against has both ends in order, or neither."""
    return expect_date_to_be_whole(base_start, base_end)


@row_expectation
def expect_as_of_dates_only_when_stated(as_of_start: date | None, as_of_basis: str) -> bool:
    """As-of days are filled only when the text states them."""
    return as_of_start is None or as_of_basis == "stated"


@row_expectation
def expect_as_of_to_be_of_our_time(as_of_start: date | None) -> bool:
    """News of our time rarely holds for a day before 1900."""
    return as_of_start is None or as_of_start >= FIRST_DAY


@row_expectation
def expect_reported_to_be_past(modality: str, as_of_start: date | None, published_on: date | None) -> bool:
    """What is reported as done began no later than the day it was published."""
    return modality != "reported" or None in (as_of_start, published_on) or as_of_start <= published_on


@row_expectation
def expect_rate_to_be_known_before_publication(fx_date: date | None, published_on: date | None) -> bool:
    """An exchange rate is of a day before publication, never later."""
    return fx_date is None or published_on is None or fx_date < published_on


@row_expectation
def expect_dollars_to_have_a_rate(
    kind: str, low_usd: Decimal | None, high_usd: Decimal | None, fx_rate: Decimal | None
) -> bool:
    """Amounts in dollars belong to money, and come with the rate they were computed at."""
    computed = low_usd is not None or high_usd is not None
    return not computed or (kind == "money" and fx_rate is not None)


@row_expectation
def expect_missing_role_to_have_a_reason(metric: str, subject: str | None, reason: str | None) -> bool:
    """A claim without metric or subject says why."""
    return reason is not None or (metric != "other" and subject is not None)


@row_expectation
def expect_confidence_to_follow_from_roles(metric: str, subject: str | None, confidence: str) -> bool:
    """Confidence is low exactly when metric or subject is missing."""
    return (confidence == "low") == (metric == "other" or subject is None)


@row_expectation
def expect_counts_to_nest(n_claims: int, n_documents: int, n_publishers: int) -> bool:
    """There are no more publishers than documents, and no more documents than claims."""
    return n_publishers <= n_documents <= n_claims


@row_expectation
def expect_first_report_to_be_first(first_reported: date | None, last_reported: date | None) -> bool:
    """The earliest publication is not after the latest."""
    return expect_date_to_be_whole(first_reported, last_reported)


@row_expectation
def expect_status_single_to_be_one_claim(status: str, n_claims: int) -> bool:
    """One claim corroborates and contradicts nothing."""
    return n_claims > 1 or status in ("single", "superseded")


@row_expectation
def expect_superseded_to_name_its_successor(fact_id: str, status: str, superseded_by: str | None) -> bool:
    """A fact is superseded exactly when another one is named that replaces it."""
    return (status == "superseded") == (superseded_by is not None) and superseded_by != fact_id


@row_expectation
def expect_suggestion_to_change_something(surface: str, suggestion: str | None) -> bool:
    """What was probably meant is not what stands there already."""
    return suggestion != surface


@row_expectation
def expect_fact_rule_to_name_its_fact(code: str, fact_id: str | None) -> bool:
    """A finding across documents names the fact that it is about."""
    return code not in ("FCT101", "FCT102") or fact_id is not None
