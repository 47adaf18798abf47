"""Sources that a Korean sentence names without a verb of saying.

In: phrases and clauses. Out: for every `N에 따르면`, `N가 분석한 결과`, `…는 것이 N의 분석이다` the stretch that it
governs, with the phrase that names who. Judgements: who brought a source out says it, not the source; of several the
first; things (`매출은`, `이번 투자는`) say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.claims.measures.heads import names_measure
from pipeline.claims.model import ACTORS, Clause, Phrase, Saying
from pipeline.languages import table


@cache
def column(name: str, key: str = "word") -> tuple[str, ...]:
    """One column of a table, as `str.endswith` takes it."""
    return tuple(row[key] for row in table("ko", name))


def actors_in(phrases: Sequence[Phrase], begin: int, end: int) -> list[int]:
    return [n for n in range(begin, end) if phrases[n].kind == "noun" and phrases[n].case in ACTORS]


def first_joined(phrases: Sequence[Phrase], number: int) -> int:
    """Of several who say it the first (`산업부와 관세청은`)."""
    while number and phrases[number - 1].kind == "noun" and phrases[number - 1].case in ("and", "with"):
        number -= 1
    return number


@cache
def _source_nouns() -> tuple[str, ...]:
    """The longest first."""
    return tuple(sorted(column("claims_source_nouns", "noun"), key=len, reverse=True))


def is_thing(words: str) -> bool:
    """Whether a noun names a thing, which says nothing."""
    last = words.rpartition(" ")[2]
    return last in _things() or last.endswith(_thing_ends()) or names_measure(last, "ko")


@cache
def _things() -> frozenset[str]:
    return frozenset(column("claims_speechless"))


@cache
def _thing_ends() -> tuple[str, ...]:
    return tuple(row["word"] for row in table("ko", "claims_speechless") if row["reads"] == "end")


def _is_nobodys(words: str) -> bool:
    """`치매 관련 설문`, `지지율`: whether nobody is named before a word for a source."""
    noun = next((noun for noun in _source_nouns() if words.endswith(" " + noun)), "")
    return is_thing(words.removesuffix(noun).rstrip()) and (bool(noun) or not words.endswith(_source_nouns()))


def sources(phrases: Sequence[Phrase], clauses: Sequence[Clause], end: int) -> Iterator[Saying]:
    """`N에 따르면`, `N 조사에서`, `N가 발표한 …을 보면`, `N가 분석한 결과`: the source of all that follows."""
    for number, phrase in enumerate(phrases):
        if phrase.kind != "noun":
            continue
        named = phrase.text.endswith(_source_nouns()) and phrase.case in ("at", "source", "by")
        if _is_looked_at(phrases, number):
            continue
        computed = _is_computed(phrases, clauses, number)
        cited = _is_cited(phrases, clauses, number)
        found = _is_found(phrases, clauses, number) or _is_worked_out(phrases, clauses, number)
        if phrase.case == "source" or named or computed or cited or found:
            source = first_joined(phrases, _publisher(phrases, number))
            if _is_nobodys(phrases[source].text) or source == number and _is_bare(phrases, number):
                continue
            weak = not (phrase.case == "source" or computed or cited)
            yield Saying(phrases[source].start if source < number else phrase.start, end, source, weak=weak)


def _is_looked_at(phrases: Sequence[Phrase], number: int) -> bool:
    """`기간별 추이를 보면`: what nobody is said to have brought out only opens what follows."""
    looked = phrases[number].case == "source" and phrases[number].text.endswith(column("claims_looked_at"))
    return looked and _publisher(phrases, number) == number


def _is_found(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """`공단이 자료를 분석한 결과`: whoever looked into something says what was found."""
    if phrases[number].text != "결과" or phrases[number].case or not number or phrases[number - 1].kind != "verb":
        return False
    studied = clauses[phrases[number - 1].clause].lemma in column("claims_studying")
    return studied and _publisher(phrases, number) != number


def _is_result(phrase: Phrase) -> bool:
    """`한결리서치 집계 결과`: what somebody found opens the sentence that tells it."""
    found = phrase.text.endswith(column("claims_findings"))
    return found and phrase.case == "source" and phrase.text.endswith(_source_nouns())


def _is_bare(phrases: Sequence[Phrase], number: int) -> bool:
    """`이번 조사 결과`, `발표한 주간집계 결과`: whether a result is nobody's that its phrase names."""
    phrase = phrases[number]
    noun = next((noun for noun in _source_nouns() if phrase.text.endswith(f" {noun}")), phrase.text)
    owner = phrase.text.removesuffix(noun).strip()
    described = number > 0 and phrases[number - 1].kind in ("verb", "date")
    bare = not owner or owner in column("claims_nobody") or owner.endswith(_source_nouns())
    return _is_result(phrase) and (bare or described)


def _is_worked_out(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """`노동부가 발표한 7월 실업률은`: whoever brought out a measure says how much it is; a thing that is no measure
    (`공개한 배터리는`) only where an institution tells of it."""
    phrase = phrases[number]
    publisher = _publisher(phrases, number) if phrase.case in ACTORS else number
    if publisher == number or phrases[publisher].case != "subject" or is_thing(phrases[publisher].text):
        return False
    office = phrases[publisher].text.endswith(column("claims_institutions")) and is_thing(phrase.text)
    measure = names_measure(phrase.text.rpartition(" ")[2], "ko") or phrase.text.endswith(column("claims_report_names"))
    clause = clauses[phrases[publisher].clause]
    return (office or measure) and clause.link == "relative" and clause.lemma in column("claims_studying")


def _is_computed(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """`가람연구소가 산출한 이용률에서`: whoever worked a figure out says it, whoever else passes it on."""
    publisher = _publisher(phrases, number) if phrases[number].case == "at" else number
    if publisher == number or phrases[publisher].case != "subject":
        return False
    return clauses[phrases[publisher].clause].lemma in column("claims_studying")


def _is_cited(phrases: Sequence[Phrase], clauses: Sequence[Clause], number: int) -> bool:
    """`가람연구소 자료를 인용해`: whose data somebody cites says them."""
    phrase = phrases[number]
    if phrase.case != "object" or not phrase.text.endswith(_source_nouns()):
        return False
    after = phrases[number + 1].text if number + 1 < len(phrases) else ""
    verb = clauses[phrase.clause]
    based = after in column("claims_passed_on") or after in column("claims_quoted_from")
    return based or verb.lemma in column("claims_quoted_from") and verb.link != "relative"


def opinions(phrases: Sequence[Phrase], end: int) -> Iterator[Saying]:
    """`…는 것이 업계의 분석이다`: the owner of the opinion says all before it."""
    nouns = column("claims_opinion_nouns", "noun")
    for number, phrase in enumerate(phrases[1:], start=1):
        if (
            phrase.kind == "noun"
            and phrase.case == "copula"
            and phrase.text in nouns
            and phrases[number - 1].case == "of"
        ):
            yield Saying(phrases[0].start, end, number - 1)


def _is_introduced(words: str) -> bool:
    """`시장조사업체 한결리서치`: whether words in front of a name say what it is, so that a genitive is only where."""
    return words.rpartition(" ")[0].endswith(column("claims_kinds"))


def _publisher(phrases: Sequence[Phrase], number: int) -> int:
    """Who brought out the source: its genitive, the subject of the clause that describes it, or the name before a title
    in quotation marks (`통계원 '고용동향'`), that of a series passed over (`통계원이 낸 총서 '고용의 미래'`), or
    before its date (`통계원의 5월 자료`); a verb may be left out (`통계원이 최근 '고용동향'에 따르면`)."""
    if (
        number
        and phrases[number - 1].kind == "noun"
        and phrases[number - 1].case == "of"
        and not phrases[number].quoted
        and not _is_introduced(phrases[number].text)
    ):
        return number - 1
    dated = number > 1 and phrases[number - 1].kind == "date" and phrases[number - 2].kind == "noun"
    if dated and phrases[number].text in _source_nouns() and phrases[number - 2].case in ("of", ""):
        return number - 2
    before = number - 1
    while before > 0 and _is_passed_over(phrases[before]):
        before -= 1
    name = before if before >= 0 and phrases[number].quoted and phrases[before].kind == "noun" else number
    if name != number and phrases[name].case == "subject" and phrases[number].case == "source":
        return name
    if name != number and phrases[name].case not in ("of", ""):
        return number
    verb = before - (name != number)
    if verb > 0 and phrases[verb].kind == "verb":
        actors = [n for n in actors_in(phrases, 0, verb) if phrases[n].clause == phrases[verb].clause]
        return actors[-1] if actors else name
    return name


def _is_passed_over(phrase: Phrase) -> bool:
    """`최근`, `20일`: what stands between a title and whose it is."""
    opens = phrase.kind == "noun" and not phrase.case and phrase.text in column("claims_nobody")
    return phrase.kind in ("date", "adverb", "mark") or bool(phrase.quoted) or opens
