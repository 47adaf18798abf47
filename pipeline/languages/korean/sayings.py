"""Who is said to say what in a Korean sentence, and whose subject a clause shares.

In: phrases and clauses. Out: for every verb of saying with a named speaker the stretch it governs, and
for every clause the phrases whose subject it can share. Judgements: the speaker is the topic or subject
beside the verb of saying, else the first topic of the sentence that stands outside quotation marks;
a passive verb (`알려졌다`) has no speaker; a subject in 이/가 inside a relative clause stays inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.claims.model import ACTORS, Clause, Phrase, Saying
from pipeline.languages import table

FORECASTS = ("전망치", "예상치", "추정치", "목표주가", "눈높이", "투자의견")
UNSAID = ("보이", "알려지", "전해지", "나타나", "나오", "드러나", "되", "있", "없")


@cache
def saying_verbs() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in table("ko", "claims_saying")}


@cache
def _source_nouns() -> tuple[str, ...]:
    return tuple(row["noun"] for row in table("ko", "claims_source_nouns"))


@cache
def _opinion_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("ko", "claims_opinion_nouns"))


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
            yield Saying(phrases[begin].start, phrases[clause.verb].end, _first_joined(phrases, speaker), clause.verb)
            begin = clause.verb + 1 if clause.link in ("and", "final", "quote") else begin
    yield from _sources(phrases, clauses, end)
    yield from _opinions(phrases, end)


def _is_said(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """Any verb after a quotation that somebody makes, or a verb of belief after what is believed."""
    clause = clauses[number]
    if clause.passive or clause.link == "relative" or clause.lemma in UNSAID:
        return False
    if number and clauses[number - 1].link == "quote" and not _is_received(clauses[number - 1], clause):
        return _follows(phrases, clauses, number)
    kind = "estimate" if _revises(phrases, number) else saying_verbs().get(clause.lemma)
    before = next(
        (p for p in reversed(phrases[: clause.verb]) if p.kind != "mark" and not p.depth and p.kind != "adverb"), None
    )
    if kind is None or before is None or clause.lemma == "하":
        return False
    told = (
        before.case == "into"
        or kind == "report"
        and before.text == "것"
        or kind == "estimate"
        and before.case == "object"
    )
    return _revises(phrases, number) or told


def _is_received(quote: Clause, clause: Clause) -> bool:
    """`앞섰다는 평가를 받았다`: what others say of somebody describes a noun that they only receive."""
    ends = (part for part in quote.ending.split(" ") if part.rpartition("/")[2][:2] in ("EC", "EF", "ET"))
    adnominal = next(ends, "").endswith("/ETM")
    return quote.ending.split(" ")[-1].endswith("/ETM") or adnominal and clause.lemma in _receiving()


@cache
def _receiving() -> frozenset[str]:
    return frozenset(row["word"] for row in table("ko", "claims_receiving"))


def _revises(phrases: Sequence[Phrase], number: int) -> bool:
    """`성장률 전망치를 2.0%로 낮췄다`: whoever sets a forecast says it."""
    return any(
        p.clause == number and p.kind == "noun" and p.case in ("object", "") and p.text.endswith(FORECASTS)
        for p in phrases
    )


def _follows(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """Whether the verb directly takes the quotation (`…다고 30일 밝혔다`), nothing but its speaker and day between."""
    between = phrases[clauses[number - 1].verb + 1 : clauses[number].verb]
    counted = any(p.kind == "quantity" or p.case == "subject" for p in between)
    return clauses[number].lemma in saying_verbs() or (clauses[number].link != "quote" and not counted)


def _speaker(phrases: Sequence[Phrase], clauses: Sequence[Clause], begin: int, number: int) -> int | None:
    """The phrase that says it: beside the verb, else `회사는`, else the first actor outside quotation marks."""
    here = [p for p in _actors(phrases, begin, clauses[number].verb) if phrases[p].clause == number]
    if here:
        return here[-1]
    open_actors = [
        p for p in _actors(phrases, begin, clauses[number].verb) if not phrases[p].depth and not phrases[p].quoted
    ]
    topics = [p for p in open_actors if phrases[p].case == "topic"]
    topics = [p for p in topics if phrases[p].text in _descriptions()] or topics
    listed = clauses[number].lemma in saying_verbs()
    subjects = [p for p in open_actors if listed and clauses[phrases[p].clause].link != "relative"]
    return next(iter(topics[:1] or subjects[:1]), None)


def _first_joined(phrases: Sequence[Phrase], number: int) -> int:
    """Of several who say it the first (`산업부와 관세청은`)."""
    while number and phrases[number - 1].kind == "noun" and phrases[number - 1].case in ("and", "with"):
        number -= 1
    return number


def _actors(phrases: Sequence[Phrase], begin: int, end: int) -> list[int]:
    return [n for n in range(begin, end) if phrases[n].kind == "noun" and phrases[n].case in ACTORS]


def _sources(phrases: Sequence[Phrase], clauses: Sequence[Clause], end: int) -> Iterator[Saying]:
    """`N에 따르면`, `N 조사에서`, `N가 발표한 …을 보면`, `N가 분석한 결과`: the source of all that follows."""
    for number, phrase in enumerate(phrases):
        if phrase.kind != "noun":
            continue
        named = phrase.text.endswith(_source_nouns()) and phrase.case in ("at", "source", "by")
        if _is_looked_at(phrases, number):
            continue
        computed = _is_computed(phrases, clauses, number)
        cited = _is_cited(phrases, clauses, number)
        if phrase.case == "source" or named or computed or cited or _is_found(phrases, clauses, number):
            source = _first_joined(phrases, _publisher(phrases, number))
            weak = not (phrase.case == "source" or computed or cited)
            yield Saying(phrases[source].start if source < number else phrase.start, end, source, weak=weak)


def _is_looked_at(phrases: Sequence[Phrase], number: int) -> bool:
    """`기간별 추이를 보면`: what nobody is said to have brought out only opens what follows."""
    looked = phrases[number].case == "source" and phrases[number].text.endswith(_column("claims_looked_at"))
    return looked and _publisher(phrases, number) == number


def _is_found(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """`공단이 자료를 분석한 결과`: whoever looked into something says what was found."""
    if phrases[number].text != "결과" or phrases[number].case or not number or phrases[number - 1].kind != "verb":
        return False
    studied = clauses[phrases[number - 1].clause].lemma in _column("claims_studying")
    return studied and _publisher(phrases, number) != number


def _is_computed(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """`가람연구소가 산출한 이용률에서`: whoever worked a figure out says it, whoever else passes it on."""
    publisher = _publisher(phrases, number) if phrases[number].case == "at" else number
    if publisher == number or phrases[publisher].case != "subject":
        return False
    return clauses[phrases[publisher].clause].lemma in _column("claims_studying")


def _is_cited(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """`가람연구소 자료를 인용해`: whose data somebody cites says them."""
    phrase = phrases[number]
    if phrase.case != "object" or not phrase.text.endswith(_source_nouns()):
        return False
    noted = any(p.text in _column("claims_passed_on") for p in phrases[number + 1 : number + 2])
    verb = clauses[phrase.clause]
    return noted or verb.lemma in _column("claims_quoted_from") and verb.link != "relative"


@cache
def _column(name: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in table("ko", name))


def _opinions(phrases: Sequence[Phrase], end: int) -> Iterator[Saying]:
    """`…는 것이 업계의 분석이다`: the owner of the opinion says all before it."""
    nouns = _opinion_nouns()
    for number, phrase in enumerate(phrases[1:], start=1):
        if (
            phrase.kind == "noun"
            and phrase.case == "copula"
            and phrase.text in nouns
            and phrases[number - 1].case == "of"
        ):
            yield Saying(phrases[0].start, end, number - 1)


def _publisher(phrases: Sequence[Phrase], number: int) -> int:
    """Who brought out the source: its genitive, the subject of the clause that describes it, or the name before a title
    in quotation marks (`통계원 '고용동향'`), that of a series passed over (`통계원이 낸 총서 '고용의 미래'`)."""
    if (
        number
        and phrases[number - 1].kind == "noun"
        and phrases[number - 1].case == "of"
        and not phrases[number].quoted
    ):
        return number - 1
    before = number - 1
    while before > 0 and (phrases[before].kind in ("date", "adverb", "mark") or phrases[before].quoted):
        before -= 1
    name = before if before >= 0 and phrases[number].quoted and phrases[before].kind == "noun" else number
    if name != number and phrases[name].case not in ("of", ""):
        return number
    verb = before - (name != number)
    if verb > 0 and phrases[verb].kind == "verb":
        actors = [n for n in _actors(phrases, 0, verb) if phrases[n].clause == phrases[verb].clause]
        return actors[-1] if actors else name
    return name


def shared_subjects(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> tuple[int, ...]:
    """Phrases whose subject clause `number` can share: its head, what went before, later topics."""
    found = []
    verb = clauses[number].verb
    if clauses[number].link == "relative" and verb is not None:
        after = verb + 1
        if (
            after < len(phrases)
            and phrases[after].kind == "noun"
            and phrases[after].case not in ("into", "at", "by", "than", "from")
        ):
            found.append(after)
    earlier = [n for n, p in enumerate(phrases) if p.kind == "noun" and p.clause < number and _outlasts(p, clauses)]
    circumstances = [n for n in earlier if phrases[n].case == "subject" and not _counts(phrases, phrases[n].clause)]
    topics = [n for n in earlier if phrases[n].case == "topic" and circumstances and n < circumstances[-1]]
    found += [n for n in reversed(earlier) if n not in circumstances or not topics]
    found += [n for n, p in enumerate(phrases) if p.kind == "noun" and p.clause > number and p.case == "topic"]
    return tuple(found)


def _counts(phrases: Sequence[Phrase], clause: int) -> bool:
    """Whether a clause counts anything; one that does not only tells the circumstances (`기대가 겹치면서`)."""
    return any(p.kind == "quantity" and p.clause == clause for p in phrases)


def _outlasts(phrase: Phrase, clauses: Sequence[Clause]) -> bool:
    """A topic holds beyond its clause; a subject does unless its clause describes a noun."""
    if phrase.case in ("topic", "also"):
        return True
    return phrase.case == "subject" and clauses[phrase.clause].link != "relative"
