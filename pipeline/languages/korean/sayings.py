"""Who is said to say what in a Korean sentence, and whose subject a clause shares.

In: phrases and clauses. Out: for every verb of saying with a named speaker the stretch it governs, and
for every clause the phrases whose subject it can share. Judgements: the speaker is the topic or subject
beside the verb of saying, else the first topic of the sentence that stands outside quotation marks;
a passive verb (`알려졌다`) has no speaker; a subject in 이/가 inside a relative clause stays inside it;
things (`투자는`, `매출은`) say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.claims.model import ACTORS, Clause, Phrase, Saying
from pipeline.languages import table
from pipeline.languages.korean.cited import actors_in, column, first_joined, is_thing, opinions, sources

# Cases in which a noun is where, when or by what something happened.
CIRCUMSTANTIAL = ("into", "at", "by", "than", "from")
UNSAID = ("보이", "알려지", "전해지", "나타나", "나오", "드러나", "되", "있", "없")


@cache
def saying_verbs() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in table("ko", "claims_saying")}


@cache
def _descriptions() -> frozenset[str]:
    return frozenset(row["word"] for row in table("ko", "claims_descriptions"))


def sayings(phrases: Sequence[Phrase], clauses: Sequence[Clause], end: int) -> Iterator[Saying]:
    """Every stretch that somebody is said to say, in reading order of their verbs."""
    begin = 0
    for number, clause in enumerate(clauses):
        if clause.verb is None or not _is_said(phrases, clauses, number):
            continue
        speaker = _speaker(phrases, clauses, begin, number)
        if speaker is not None:
            yield Saying(phrases[begin].start, phrases[clause.verb].end, first_joined(phrases, speaker), clause.verb)
            begin = clause.verb + 1 if clause.link in ("and", "final", "quote") else begin
    yield from sources(phrases, clauses, end)
    yield from opinions(phrases, end)


def _is_said(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """Any verb after a quotation that somebody makes, or a verb of belief after what is believed."""
    clause = clauses[number]
    if clause.passive or clause.link == "relative" or clause.lemma in UNSAID:
        return False
    quote = _quoted_before(phrases, clauses, number)
    if quote is not None and (quote < number - 1 or not _is_received(clauses[quote], clause)):
        return _follows(phrases, clauses, quote, number)
    revised = _revises(phrases, number)
    kind = "estimate" if revised else saying_verbs().get(clause.lemma)
    if kind is None or clause.lemma == "하":
        return False
    before = next(
        (p for p in reversed(phrases[: clause.verb]) if p.kind != "mark" and not p.depth and p.kind != "adverb"), None
    )
    if before is None:
        return False
    told = (
        before.case == "into"
        or kind == "report"
        and (before.text == "것" or before.case == "object" and before.text.endswith(column("claims_brought_out")))
        or kind == "estimate"
        and before.case == "object"
    )
    return revised or told


def _quoted_before(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> int | None:
    """The clause that says what is said in clause `number`: the one before, but for what only describes the speaker
    (`…다고 이 문제에 정통한 소식통이 전했다`)."""
    quote = number - 1
    if quote > 0 and clauses[quote].link == "relative":
        head = phrases[clauses[quote].verb + 1] if clauses[quote].verb is not None else None
        quote -= head is not None and head.clause == number and head.case in ACTORS
    return quote if quote >= 0 and clauses[quote].link == "quote" else None


def _is_received(quote: Clause, clause: Clause) -> bool:
    """`앞섰다는 평가를 받았다`: what others say of somebody describes a noun that they only receive."""
    ends = (part for part in quote.ending.split(" ") if part.rpartition("/")[2][:2] in ("EC", "EF", "ET"))
    adnominal = next(ends, "").endswith("/ETM")
    return quote.ending.split(" ")[-1].endswith("/ETM") or adnominal and clause.lemma in _receiving()


@cache
def _receiving() -> frozenset[str]:
    return frozenset(row["word"] for row in table("ko", "claims_receiving"))


@cache
def _forecasts() -> tuple[str, ...]:
    return tuple(row["word"] for row in table("ko", "claims_set_forecasts"))


def _revises(phrases: Sequence[Phrase], number: int) -> bool:
    """`성장률 전망치를 2.0%로 낮췄다`: whoever sets a forecast says it."""
    return any(
        p.clause == number and p.kind == "noun" and p.case in ("object", "") and p.text.endswith(_forecasts())
        for p in phrases
    )


def _follows(phrases: Sequence[Phrase], clauses: Sequence[Clause], quote: int, number: int) -> bool:
    """Whether the verb directly takes the quotation (`…다고 30일 밝혔다`), nothing but its speaker and day between."""
    between = phrases[clauses[quote].verb + 1 : clauses[number].verb]
    counted = any(p.kind == "quantity" or p.case == "subject" for p in between)
    return clauses[number].lemma in saying_verbs() or (clauses[number].link != "quote" and not counted)


def _speaker(phrases: Sequence[Phrase], clauses: Sequence[Clause], begin: int, number: int) -> int | None:
    """The phrase that says it: beside the verb, else `회사는`, else the first actor outside quotation marks."""
    actors = [p for p in actors_in(phrases, begin, clauses[number].verb) if not is_thing(phrases[p].text)]
    here = [p for p in actors if phrases[p].clause == number]
    if here:
        return here[-1]
    open_actors = [p for p in actors if not phrases[p].depth and not phrases[p].quoted]
    topics = [p for p in open_actors if phrases[p].case == "topic"]
    topics = [p for p in topics if phrases[p].text in _descriptions()] or topics
    listed = clauses[number].lemma in saying_verbs()
    subjects = [p for p in open_actors if listed and clauses[phrases[p].clause].link != "relative"]
    return next(iter(topics[:1] or subjects[:1]), None)


def shared_subjects(phrases: Sequence[Phrase], clauses: Sequence[Clause]) -> Iterator[tuple[int, ...]]:
    """For every clause the phrases whose subject it can share: its head, what went before, later topics."""
    lasting = [n for n, p in enumerate(phrases) if p.kind == "noun" and _outlasts(p, clauses)]
    topics = [n for n in lasting if phrases[n].case == "topic"]
    for number, clause in enumerate(clauses):
        earlier = _earlier(phrases, [n for n in lasting if phrases[n].clause < number])
        yield (*_head(phrases, clause), *earlier, *(n for n in topics if phrases[n].clause > number))


def _head(phrases: Sequence[Phrase], clause: Clause) -> Iterator[int]:
    """The noun that a clause describes."""
    after = clause.verb + 1 if clause.link == "relative" and clause.verb is not None else len(phrases)
    if after < len(phrases) and phrases[after].kind == "noun" and phrases[after].case not in CIRCUMSTANTIAL:
        yield after


def _earlier(phrases: Sequence[Phrase], lasting: Sequence[int]) -> list[int]:
    """Of the topics and subjects before a clause those that it can share, the nearest first."""
    circumstances = [n for n in lasting if phrases[n].case == "subject" and not _counts(phrases, n)]
    topics = circumstances and any(phrases[n].case == "topic" and n < circumstances[-1] for n in lasting)
    return [n for n in reversed(lasting) if n not in circumstances or not topics]


def _counts(phrases: Sequence[Phrase], subject: int) -> bool:
    """Whether a clause counts anything behind its subject; else it tells circumstances (`기대가 겹치면서`)."""
    return any(p.kind == "quantity" and p.clause == phrases[subject].clause for p in phrases[subject:])


def _outlasts(phrase: Phrase, clauses: Sequence[Clause]) -> bool:
    """A topic holds beyond its clause; a subject does unless its clause describes a noun."""
    if phrase.case in ("topic", "also"):
        return True
    return phrase.case == "subject" and clauses[phrase.clause].link != "relative"
