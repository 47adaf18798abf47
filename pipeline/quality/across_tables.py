"""What a row must be in the light of other tables.

Each function is an expectation (`pipeline.quality.row_expectations`); its keyword-only parameters are
lookups. A row whose reference leads nowhere is left to `expect_column_values_to_refer_to`, which says
so once; here it passes.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.quality.lookups import following
from pipeline.quality.row_expectations import row_expectation

READ = ("title", "body")


@row_expectation
def expect_span_to_equal_text(doc_id: str, start: int, end: int, surface: str, *, texts: dict) -> bool:
    """The words are those at their place in the document."""
    return doc_id not in texts or texts[doc_id][start:end] == surface


@row_expectation
def expect_span_to_lie_in_text(doc_id: str, start: int, end: int, *, texts: dict) -> bool:
    """The span ends within the document."""
    return doc_id not in texts or 0 <= start < end <= len(texts[doc_id])


@row_expectation
def expect_sections_not_to_overlap(doc_id: str, start: int, end: int, *, section_starts: dict) -> bool:
    """A section ends where the next one begins, or before."""
    return _ends_before_next(section_starts, doc_id, start, end)


@row_expectation
def expect_sentences_not_to_overlap(doc_id: str, start: int, end: int, *, sentence_starts: dict) -> bool:
    """A sentence ends before the next one begins."""
    return _ends_before_next(sentence_starts, doc_id, start, end)


@row_expectation
def expect_quantities_not_to_overlap(doc_id: str, start: int, end: int, *, quantity_starts: dict) -> bool:
    """No character belongs to two quantities."""
    return _ends_before_next(quantity_starts, doc_id, start, end)


def _ends_before_next(starts: dict, doc_id: str, start: int, end: int) -> bool:
    after = following(starts[doc_id], start)
    return after is None or end <= after


@row_expectation
def expect_sentence_to_lie_in_its_section(doc_id: str, start: int, end: int, section: str, *, sections: dict) -> bool:
    """A sentence lies within one section, of the kind it names."""
    return any(first <= start and end <= last and kind == section for first, last, kind in sections.get(doc_id, ()))


@row_expectation
def expect_mention_to_lie_in_its_sentence(
    sentence_id: str, doc_id: str, start: int, end: int, section: str, *, sentences: dict
) -> bool:
    """A quantity or date lies within its sentence, and names that sentence's section."""
    held = sentences.get(sentence_id)
    if held is None:
        return True
    within = held["start"] <= start and end <= held["end"]
    return within and held["doc_id"] == doc_id and held["section"] == section


@row_expectation
def expect_unit_to_be_of_its_kind(kind: str, unit: str | None, *, units: dict) -> bool:
    """The unit is one of those that the reference tables give this kind; kinds without units are free."""
    return unit is None or kind not in units or unit in units[kind]


@row_expectation
def expect_conversion_to_restate_its_neighbour(
    quantity_id: str, doc_id: str, converts: str | None, *, quantities: dict
) -> bool:
    """A conversion restates another amount of the same document."""
    if converts is None or converts not in quantities:
        return True
    return converts != quantity_id and quantities[converts]["doc_id"] == doc_id


@row_expectation
def expect_quantity_to_be_claimed_once(quantity_id: str, section: str, *, claimed: dict) -> bool:
    """Every quantity in title and body has one claim: nothing is lost."""
    return section not in READ or claimed[quantity_id] == 1


@row_expectation
def expect_claim_to_copy_its_quantity(
    quantity_id: str,
    doc_id: str,
    kind: str,
    unit: str | None,
    per: str | None,
    low: Decimal | None,
    high: Decimal | None,
    bound: str,
    *,
    quantities: dict,
) -> bool:
    """A claim's number is its quantity's, unchanged."""
    held = quantities.get(quantity_id)
    if held is None:
        return True
    copied = {"doc_id": doc_id, "kind": kind, "unit": unit, "per": per, "low": low, "high": high, "bound": bound}
    return all(held[name] == value for name, value in copied.items())


@row_expectation
def expect_quote_to_equal_text(doc_id: str, quote_start: int, quote_end: int, quote: str, *, texts: dict) -> bool:
    """The quote is what stands at its place in the document."""
    return doc_id not in texts or texts[doc_id][quote_start:quote_end] == quote


@row_expectation
def expect_quote_to_hold_its_quantity(quantity_id: str, quote_start: int, quote_end: int, *, quantities: dict) -> bool:
    """The quote contains the number it is quoted for."""
    held = quantities.get(quantity_id)
    return held is None or (quote_start <= held["start"] and held["end"] <= quote_end)


@row_expectation
def expect_metric_to_be_known(metric: str, *, metrics: frozenset) -> bool:
    """The metric is one of the reference table's, or other."""
    return metric == "other" or metric in metrics


@row_expectation
def expect_subject_to_be_known(subject_id: str | None, *, entities: frozenset) -> bool:
    """The subject's id is one of the entities table's."""
    return subject_id is None or subject_id in entities


@row_expectation
def expect_object_to_be_known(object_id: str | None, *, entities: frozenset) -> bool:
    """The object's id is one of the entities table's."""
    return object_id is None or object_id in entities


@row_expectation
def expect_attribution_to_be_known(attribution_id: str | None, *, entities: frozenset) -> bool:
    """The id of the named source is one of the entities table's."""
    return attribution_id is None or attribution_id in entities


@row_expectation
def expect_restated_claim_to_be_near(claim_id: str, doc_id: str, restates: str | None, *, claims: dict) -> bool:
    """A claim restates another one of the same document."""
    return _other_of_document(claim_id, doc_id, restates, claims)


@row_expectation
def expect_repeated_claim_to_be_near(claim_id: str, doc_id: str, repeats: str | None, *, claims: dict) -> bool:
    """A claim repeats another one of the same document."""
    return _other_of_document(claim_id, doc_id, repeats, claims)


def _other_of_document(claim_id: str, doc_id: str, other: str | None, claims: dict) -> bool:
    if other is None or other not in claims:
        return True
    return other != claim_id and claims[other]["doc_id"] == doc_id


@row_expectation
def expect_evidence_to_equal_text(
    claim_id: str, start: int, end: int, surface: str, *, claims: dict, texts: dict
) -> bool:
    """The evidence for a claim's field stands where it says, in the claim's document."""
    held = claims.get(claim_id)
    return held is None or texts.get(held["doc_id"], "")[start:end] == surface


@row_expectation
def expect_n_claims_to_count_members(fact_id: str, n_claims: int, *, members: dict) -> bool:
    """n_claims is how many claims the fact was built from."""
    return members[fact_id] == n_claims


@row_expectation
def expect_status_to_follow_from_agreement(fact_id: str, status: str, *, members: dict, agreeing: dict) -> bool:
    """Claims outside the agreeing group make a fact conflicting, and nothing else does."""
    if status == "superseded":
        return True
    return (status == "conflicting") == (agreeing[fact_id] < members[fact_id])


@row_expectation
def expect_fact_to_have_agreement(fact_id: str, *, agreeing: dict) -> bool:
    """Every fact has a claim in its agreeing group."""
    return agreeing[fact_id] > 0


@row_expectation
def expect_finding_to_name_what_it_compares(finding_id: str, *, spans: dict) -> bool:
    """A finding has at least one span."""
    return spans[finding_id] > 0


@row_expectation
def expect_span_to_cover_its_quantity(
    quantity_id: str | None, doc_id: str, start: int, end: int, *, quantities: dict
) -> bool:
    """A compared span that names a quantity lies at that quantity."""
    held = quantities.get(quantity_id)
    if held is None:
        return True
    return held["doc_id"] == doc_id and start <= held["start"] and held["end"] <= end


@row_expectation
def expect_span_to_be_in_the_claims_document(claim_id: str | None, doc_id: str, *, claims: dict) -> bool:
    """A compared span that names a claim lies in that claim's document."""
    return claims.get(claim_id, {"doc_id": doc_id})["doc_id"] == doc_id
