"""Documents that cannot both be right: what conflicting facts show, one `Conflict` a claim.

In: the corpus with its facts. Out: for every claim outside a fact's agreeing group the claims it
stands against. Judgements, all for the sake of few false alarms:
- Only across documents: a document that states both numbers is taken to speak of two things.
- Forecasts differ by nature; they conflict only when the same source is named for both.
- A claim without metric and subject in sight (confidence low) accuses nobody and defends nobody.
- A subject outside the entities table counts when it reads like a name: with a capital letter, or in
  Hangul and none of the words of ``common_nouns.csv`` (정부, 업계).
- What changes with time (a price, a revenue) conflicts only where both claims state the same period and the
  entities table knows the subject, which is no place; percentages only where it is said of what; counts only of
  the same things; a change only from a stated base. Without that, two numbers are two things more often than a
  contradiction.
- A metric with another party (the test of a score, the target of a purchase) is compared only where
  some claim names the party.
- A claim is held against the 200 earliest that agree, so that a crowd costs no more than its size.
- A power of ten counts when the digits are the same, and either the power is one that scale words
  slip by (three or more) or there are at least two digits to be the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import re2

from pipeline.evidence.corpus import Corpus
from pipeline.evidence.finding import Finding, Part
from pipeline.evidence.tolerance import positive, power_of_ten, rounded, stated
from pipeline.evidence.wording import amount, entity_name, metric_label
from pipeline.languages import folders
from pipeline.languages import table as language_table
from pipeline.reference import table
from pipeline.tables import Row

FORECAST = "forecast"
SLIP = 3
HANGUL = re2.compile(r"\p{Hangul}{2}")
MOST_SPANS = 10
MOST_COMPARED = 200
TIMELESS, CUMULATIVE, STATE, CHANGE = "timeless", "cumulative", "state", "change"
COUNT, PERCENT, PLACE = "count", "percent", "place"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A claim, and those of other documents that agree with one another and not with it."""

    fact: Row
    claim: Row
    quantity: Row
    others: tuple[tuple[Row, Row], ...]

    @property
    def opposite(self) -> Row:
        """The quantity to compare with: one without a bound if there is one, else the earliest."""
        return next((quantity for _, quantity in self.others if quantity["bound"] == "eq"), self.others[0][1])

    @property
    def power(self) -> int:
        """The power of ten between the claim and one of the others; 0 when none explains it."""
        return next((power for _, other in self.others if (power := same_digits(self.quantity, other))), 0)

    @property
    def documents(self) -> int:
        """Other documents that agree."""
        return len({claim["doc_id"] for claim, _ in self.others})

    def finding(self, corpus: Corpus, deviation: str | None, basis: str, tail: str, suggestion: str | None) -> Finding:
        """The conflict as a finding; the claim first, then the others."""
        rows = ((self.quantity, self.claim), *((quantity, claim) for claim, quantity in self.others[:MOST_SPANS]))
        count = f"{self.documents} other document{'s state' if self.documents > 1 else ' states'}"
        about = _about(self.fact, self.claim, corpus.language(self.claim["doc_id"]))
        return Finding(
            parts=tuple(Part("other" if i else "claim", quantity, claim) for i, (quantity, claim) in enumerate(rows)),
            stated=amount(self.quantity),
            expected=amount(self.opposite),
            deviation=deviation,
            basis=basis,
            message=f"{about}: {amount(self.quantity)} here, {count} {amount(self.opposite)}{tail}",
            suggestion=suggestion,
            fact_id=self.fact["fact_id"],
        )


def conflicts(corpus: Corpus) -> Iterator[Conflict]:
    """Every conflict, fact by fact."""
    for fact_id in sorted(corpus.facts):
        fact = corpus.facts[fact_id]
        complete = fact["metric"] not in _with_party() or (fact["object"] and _like_a_name(fact["object"]))
        if fact["status"] == "conflicting" and complete and _a_name(fact):
            yield from _of_fact(corpus, fact)


def _a_name(fact: Row) -> bool:
    """The subject is somebody in particular."""
    if fact["subject_id"]:
        return True
    last = fact["subject"].casefold().rpartition(" ")[2]
    return _like_a_name(fact["subject"]) and last not in _common_nouns()


def _like_a_name(words: str) -> bool:
    """With a capital among several letters, or in Hangul."""
    return (len(words) > 1 and any(map(str.isupper, words))) or HANGUL.search(words) is not None


@cache
def _common_nouns() -> frozenset[str]:
    return frozenset(row["word"] for code in folders() for row in language_table(code, "common_nouns"))


@cache
def _with_party() -> frozenset[str]:
    return frozenset(row["id"] for row in table("metrics") if row["object"])


def _of_fact(corpus: Corpus, fact: Row) -> Iterator[Conflict]:
    seen = [(claim, agrees) for claim, agrees in corpus.members(fact["fact_id"]) if claim["confidence"] != "low"]
    inside = {claim["doc_id"] for claim, agrees in seen if agrees}
    agreeing = [claim for claim, agrees in seen if agrees][:MOST_COMPARED]
    for claim, agrees in seen:
        if agrees or claim["doc_id"] in inside:
            continue
        others = [(other, corpus.quantity_of(other)) for other in agreeing if _comparable(claim, other)]
        if others:
            yield Conflict(fact, claim, corpus.quantity_of(claim), tuple(others))


def _comparable(claim: Row, other: Row) -> bool:
    """The two speak of one thing at one time, as far as their words say."""
    if FORECAST in (claim["modality"], other["modality"]):
        return claim["attribution"] is not None and claim["attribution"] == other["attribution"]
    return _one_thing(claim, other) and (claim["metric"] in _metrics(TIMELESS) or _one_time(claim, other))


def _one_thing(claim: Row, other: Row) -> bool:
    """Counts of the same things; and no changes whose start is left open."""
    same = claim["unit"] == other["unit"] is not None or COUNT not in (claim["kind"], other["kind"])
    return same and (claim["aspect"] != CHANGE or claim["base_start"] is not None)


def _one_time(claim: Row, other: Row) -> bool:
    """Both state the same period, of somebody that the entities table knows."""
    period = claim["as_of_start"], claim["as_of_end"]
    stated_both = period == (other["as_of_start"], other["as_of_end"]) and period[0] is not None
    return stated_both and claim["subject_id"] in _whoever() and _settled(claim)


def _settled(claim: Row) -> bool:
    """No tally or price that changes by the hour, and no share without what it is a share of."""
    tally = claim["kind"] == COUNT and claim["metric"] in _metrics(CUMULATIVE)
    of_the_hour = claim["as_of_start"] == claim["as_of_end"] and claim["metric"] in _metrics(STATE)
    return not tally and not of_the_hour and (claim["kind"] != PERCENT or claim["qualifier"] is not None)


@cache
def _metrics(time: str) -> frozenset[str]:
    return frozenset(row["id"] for row in table("metrics") if row["time"] == time and not row["default_for"])


@cache
def _whoever() -> frozenset[str]:
    """Entities that are no places: of a place there are many prices and rates."""
    return frozenset(row["id"] for row in table("entities") if row["type"] != PLACE)


def same_digits(quantity: Row, other: Row) -> int:
    """The power of ten that makes one number the other, digit for digit; 0 when none does."""
    if quantity["unit"] != other["unit"] or not positive(stated(quantity), stated(other)):
        return 0
    power = power_of_ten(stated(quantity) / stated(other))
    rescaled = rounded(quantity).over(rounded(other))
    same = rescaled.low.scaleb(-power) <= 1 <= rescaled.high.scaleb(-power)
    shown = min(len(digits(row)) for row in (quantity, other))
    return power if same and power and (abs(power) >= SLIP or shown > 1) else 0


def digits(quantity: Row) -> str:
    """The significant digits of the stated number."""
    return "".join(map(str, stated(quantity).as_tuple().digits)).strip("0")


def _about(fact: Row, claim: Row, language: str) -> str:
    """What the fact is about, in words; names as the claim's document has them."""
    subject = entity_name(fact["subject_id"], language, claim["subject"])
    party = entity_name(fact["object_id"], language, claim["object"] or fact["object"])
    day = f" as of {fact['as_of_end']}" if fact["as_of_end"] else ""
    return f"{subject}, {metric_label(fact['metric'])}{f' ({party})' if party else ''}{day}"


def ratio(conflict: Conflict) -> Decimal | None:
    """How many times the opposite the claim is; None where that has no meaning."""
    numbers = stated(conflict.quantity), stated(conflict.opposite)
    same = conflict.quantity["unit"] == conflict.opposite["unit"]
    return numbers[0] / numbers[1] if same and positive(*numbers) else None
