"""Korean morphemes to phrases: nouns, quantities, dates and verbs, each with its case.

In: the morphemes of a stretch of text. Out: phrases in reading order, and the ending of every verb.
Judgements, rows of the folder's ``claims_*`` tables: which particle makes which case, and which words
after a quantity only size it (`규모`, `이상`), so that the particle after them is the quantity's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.claims.model import ACTORS, Phrase
from pipeline.languages.korean.grouping import Grouping, cases, column
from pipeline.languages.korean.morphemes import Morpheme
from pipeline.languages.korean.verbs import MAKES_VERB, take_verb

NOUN = {"NNG", "NNP", "NNB", "NR", "NP", "SN", "SL", "SH", "XPN", "XSN", "XR", "W_SERIAL", "MM"}
NOUN_INSIDE = {"SW", "SO"}
ITEMS = {"quantity", "date"}
ENDS_NAMES = {"JX", "JKS"}
STEMS = {"VV", "VA", "VX", "VCN"}
BRACKETS = tuple("()[]{}（）〔〕【】")
CURRENCIES = ("원", "엔", "달러", "유로", "위안", "파운드")
PARTITIVE = ("중", "가운데", "동안")


def group(text: str, morphemes: Sequence[Morpheme]) -> Grouping:
    """The phrases of one stretch of text."""
    grouping = Grouping(text)
    place = 0
    while place < len(morphemes):
        place = _take(grouping, morphemes, place)
    grouping.flush()
    return grouping


def _take(to: Grouping, morphemes: Sequence[Morpheme], place: int) -> int:
    """One morpheme, or a verb with its endings; returns the place after it."""
    this = morphemes[place]
    if this.tag in NOUN:
        _take_noun(to, this)
        return place + 1
    if this.tag in STEMS and _is_tail(to, morphemes, place):
        return place + 1
    if this.tag in STEMS or this.tag in MAKES_VERB or this.tag == "VCP":
        return take_verb(to, morphemes, place)
    if this.tag in ITEMS:
        to.flush()
        to.add(this.tag, this.start, this.end, text_of(to.text, this), item=this.item)
    elif this.form in ("·", "/") and to.run and to.run[-1].form in CURRENCIES:
        to.run.append(this)
    elif (this.tag == "MAG" and _opens_name(morphemes, place)) or (
        this.tag in NOUN_INSIDE and to.run and to.run[-1].end == this.start
    ):
        _take_noun(to, this)
    elif to.run and this.tag in ENDS_NAMES and _is_in_name(morphemes, place):
        to.run.append(this)
    elif this.tag == "JKQ":
        to.quote()
    elif this.tag.startswith("J") or (this.form, this.tag) in cases():
        to.mark(cases().get((this.form, this.tag), ""))
    else:
        _take_mark(to, this)
    return place + 1


def _is_tail(to: Grouping, morphemes: Sequence[Morpheme], place: int) -> bool:
    """`4년치 일감`: what the analyser takes for a bare stem right behind a quantity only sizes it."""
    this, after = morphemes[place], morphemes[place + 1] if place + 1 < len(morphemes) else None
    glued = bool(to.phrases) and not to.run and to.phrases[-1].kind == "quantity" and to.phrases[-1].end == this.start
    return glued and this.form in column("claims_tails", "word") and (after is None or not after.tag.startswith("E"))


def _opens_name(morphemes: Sequence[Morpheme], place: int) -> bool:
    """`한결증권`: an adverb with a noun right behind it is part of a name."""
    this, after = morphemes[place], morphemes[place + 1] if place + 1 < len(morphemes) else None
    return after is not None and after.start == this.end and after.tag in ("NNG", "NNP") and after.item is None


def _is_in_name(morphemes: Sequence[Morpheme], place: int) -> bool:
    """`산은나눔재단`: what looks like a particle with a noun right behind it is part of a name."""
    this, after = morphemes[place], morphemes[place + 1] if place + 1 < len(morphemes) else None
    looks = len(this.form) == 1
    return (
        looks and after is not None and after.start == this.end and after.tag in ("NNG", "NNP") and after.item is None
    )


def text_of(text: str, morpheme: Morpheme) -> str:
    return text[morpheme.start : morpheme.end]


def _take_noun(to: Grouping, this: Morpheme) -> None:
    """A noun waits for its particle, but a word that sizes the quantity before it is left out."""
    sizes = not to.run and text_of(to.text, this) in column("claims_tails", "word")
    head = to.head() if sizes else None
    if head is not None and to.phrases[head].kind == "quantity" and not to.phrases[head].case:
        return
    if this.tag == "MM" and to.run and to.run[-1].end < this.start:
        to.flush()
    if this.form in _findings() and not to.run and to.phrases and to.phrases[-1].kind == "verb":
        # `분석한 결과 누리톡의`: what was found stands alone before whatever it says.
        to.add("noun", this.start, this.end, this.form)
        return
    if to.run and to.run[-1].form in _findings() and to.run[-1].end < this.start and _is_found(to.run):
        # `한결리서치 조사 결과 취업자는`: what was looked into opens what was found.
        to.flush()
    if this.form in PARTITIVE and to.run:
        to.flush()
        to.add("adverb", this.start, this.end, this.form)
        return
    to.run.append(this)


def _is_found(run: Sequence[Morpheme]) -> bool:
    """`조사 결과`, `가축동향조사 결과`: whether nouns are what somebody found."""
    return len(run) > 1 and f"{run[-2].form}하" in column("claims_studying", "word")


def _take_mark(to: Grouping, this: Morpheme) -> None:
    """Adverbs and punctuation end a run of nouns; brackets and quotation marks are counted."""
    to.flush()
    if this.tag in ("MAG", "MAJ", "IC"):
        to.add("adverb", this.start, this.end, this.form)
        return
    bracket = this.form in BRACKETS
    if this.tag == "SSO":
        to.depth, to.quotes = to.depth + bracket, to.quotes + (not bracket)
    to.add("mark", this.start, this.end, this.form)
    if this.tag == "SSC":
        to.depth, to.quotes = max(0, to.depth - bracket), max(0, to.quotes - (not bracket))


def _topics(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Nouns whose particle stands elsewhere: behind the size that tells them apart (`새솔아파트 84㎡는`), behind a word
    that only makes a topic of them (`새솔아파트의 경우`)."""
    found = [_without_case(p) for p in phrases]
    for number in range(1, len(found)):
        before, phrase = found[number - 1 : number + 1]
        if phrase.text in column("claims_topical", "word") and before.kind == "noun" and before.case == "of":
            found[number - 1] = before = before._replace(case="topic")
            found[number] = phrase._replace(case="")
        again = phrase.kind == "adverb" and phrase.text in column("claims_also", "word")
        if again and before.kind == "noun" and not before.case and before.end + 1 == phrase.start:
            found[number - 1] = before = before._replace(case="also")
        noun = found[number - 2] if number > 1 and before.kind == "quantity" else None
        sized = noun is not None and before.case in ACTORS and before.text.endswith(_sizes())
        if sized and noun.kind == "noun" and not noun.case:
            found[number - 2], found[number - 1] = noun._replace(case=before.case), before._replace(case="")
    return found


def _without_case(phrase: Phrase) -> Phrase:
    """`새솔아파트 경우`: the word that makes a topic of a noun may stand right behind it; `한결리서치 조사 결과` says
    whose the figures are."""
    if phrase.kind != "noun" or " " not in phrase.text or phrase.case not in ("", *ACTORS):
        return phrase
    words, _, last = phrase.text.rpartition(" ")
    if last in _findings() and not phrase.case and words.endswith(_studies()):
        return phrase._replace(case="source")
    if last not in column("claims_topical", "word"):
        return phrase
    return phrase._replace(text=words, end=phrase.end - len(last) - 1, case="topic")


@cache
def _findings() -> frozenset[str]:
    return frozenset(column("claims_findings", "word"))


@cache
def _studies() -> tuple[str, ...]:
    """What is looked into: `조사`, `집계`."""
    return tuple(word.removesuffix("하") for word in column("claims_studying", "word"))


@cache
def _sizes() -> tuple[str, ...]:
    return tuple(column("claims_sizes", "word"))


def listed(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Quantities joined by commas share the particle of the last (`50조원, 5조원으로`); the noun before a
    headline's comma is its topic where no other word is (`가람전자, 3분기 영업익 9천억`); 와 before anything
    but a noun is company, not a list (`미르와 최대 3억 달러 규모의 계약`)."""
    found = _topics(phrases)
    comma = next((n for n, p in enumerate(found) if p.text == ","), 0)
    opens = 0 < comma < len(found) - 1 and all(p.kind == "noun" and not p.case or p.text == "·" for p in found[:comma])
    if opens and not any(p.case in ACTORS for p in found):
        found[comma - 1] = found[comma - 1]._replace(case="topic")
    for number, phrase in enumerate(found):
        if phrase.kind == "noun" and phrase.case == "and":
            after = next((p for p in found[number + 1 :] if p.kind != "adverb" and p.depth <= phrase.depth), None)
            found[number] = phrase if after and after.kind == "noun" else phrase._replace(case="with")
    for number in range(len(found) - 3, -1, -1):
        first, mark, *rest = found[number : number + 4]
        last = rest[-1] if len(rest) == 2 and rest[0].kind == "date" else rest[0]
        if (
            first.kind == last.kind == "quantity"
            and mark.text in (",", "·")
            and not first.case
            and first.clause == last.clause
        ):
            found[number] = first._replace(case=last.case)
    return tuple(found)
