"""Korean morphemes to phrases: nouns, quantities, dates and verbs, each with its case.

In: the morphemes of a stretch of text. Out: phrases in reading order, and the ending of every verb.
Judgements, all of them rows of the folder's ``claims_*`` tables: which particle makes which case;
verbs that are particles in disguise (`에 따르면`); words after a quantity that only size it (`규모`,
`이상`), so that the particle after them is the quantity's own; verbs that size a quantity before a
noun (`3배에 달하는 수치`), which bind the two as 의 would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from pipeline.claims.model import Phrase
from pipeline.languages import table
from pipeline.languages.korean.morphemes import Morpheme

NOUN = {"NNG", "NNP", "NNB", "NR", "NP", "SN", "SL", "SH", "XPN", "XSN", "XR", "W_SERIAL", "MM"}
NOUN_INSIDE = {"SW", "SO"}
ITEMS = {"quantity", "date"}
STEMS = {"VV", "VA", "VX", "VCN"}
MAKES_VERB = {"XSV", "XSA"}
PASSIVE = {"되", "당하", "받"}
BRACKETS = tuple("()[]{}（）〔〕【】")
ACTORS = ("topic", "subject", "also")
CLOSING_QUOTES = ("’", "”", "'", '"', "》", "〉", "」", "』")
CURRENCIES = ("원", "엔", "달러", "유로", "위안", "파운드")
PARTITIVE = ("중", "가운데", "동안")
NEGATING = {"안", "못"}
COMPARING = {"대비", "비"}


@cache
def _column(name: str, key: str, value: str | None = None) -> dict[str, str]:
    return {row[key]: row[value or key] for row in table("ko", name)}


@cache
def _joined() -> dict[str, tuple[str, str]]:
    return {row["lemma"]: (row["case"], row["ending"]) for row in table("ko", "claims_joined_verbs")}


@cache
def _cases() -> dict[tuple[str, str], str]:
    return {(row["form"], row["tag"]): row["case"] for row in table("ko", "claims_particles")}


@dataclass
class Grouping:
    """The phrases so far, and the nouns that still wait for their particle."""

    text: str
    phrases: list[Phrase] = field(default_factory=list)
    endings: dict[int, str] = field(default_factory=dict)
    last: dict[int, Morpheme | None] = field(default_factory=dict)
    passive: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    run: list[Morpheme] = field(default_factory=list)
    clause: int = 0
    depth: int = 0
    quotes: int = 0

    def add(self, kind: str, start: int, end: int, words: str, case: str = "", item: int | None = None) -> None:
        self.phrases.append(Phrase(kind, start, end, words, case, self.clause, item, self.depth, self.quotes))

    def flush(self, case: str = "") -> None:
        """The waiting nouns become a phrase; `A 대비` is a comparison with what stands before."""
        run, self.run = self.run, []
        if run and run[-1].form in COMPARING and run[-1].tag == "NNG":
            run, case = run[:-1], "than"
            if not run and (head := self.head()) is not None:
                self.phrases[head] = replace(self.phrases[head], case=case)
        while run and run[0].form in _column("claims_connectives", "noun"):
            self.add("adverb", run[0].start, run[0].end, run[0].form)
            run = run[1:]
        sized = run[-1:] if run and not case and _is_measure(run[-1]) else []
        run = run[:len(run) - len(sized)]
        if run:
            start, end = run[0].start, run[-1].end
            self.add("noun", start, end, self.text[start:end], case)
        for word in sized:
            self.add("adverb", word.start, word.end, word.form)

    def mark(self, case: str) -> None:
        """A particle: of the waiting nouns, else of the phrase that it directly follows."""
        if self.run:
            self.flush(case)
        elif (head := self.head()) is not None:
            self.phrases[head] = replace(self.phrases[head], case=self.phrases[head].case or case)

    def quote(self) -> None:
        """`"…"라고`: what the last verb says is quoted; without a verb, the words are."""
        self.flush("quoted")
        verb = next((n for n in range(len(self.phrases) - 1, -1, -1) if self.phrases[n].kind == "verb"), None)
        if verb is not None and verb >= len(self.phrases) - 4:
            self.quoted.add(verb)

    def head(self) -> int | None:
        """The noun or item that a word right here belongs to; a bracket and its contents are passed over."""
        place = len(self.phrases) - 1
        if place > 0 and self.phrases[place].text in CLOSING_QUOTES:
            place -= 1
        if place >= 0 and self.phrases[place].text == ")":
            depth = self.phrases[place].depth
            while place >= 0 and not (self.phrases[place].text == "(" and self.phrases[place].depth == depth):
                place -= 1
            place -= 1
        return place if place >= 0 and self.phrases[place].kind in ("noun", "quantity", "date") else None


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
    if this.tag in STEMS or this.tag in MAKES_VERB or this.tag == "VCP":
        return _take_verb(to, morphemes, place)
    if this.tag in ITEMS:
        to.flush()
        to.add(this.tag, this.start, this.end, text_of(to.text, this), item=this.item)
    elif this.form in ("·", "/") and to.run and to.run[-1].form in CURRENCIES:
        to.run.append(this)
    elif this.tag in NOUN or (this.tag in NOUN_INSIDE and to.run and to.run[-1].end == this.start):
        _take_noun(to, this)
    elif this.tag == "JKQ":
        to.quote()
    elif this.tag.startswith("J") or (this.form, this.tag) in _cases():
        to.mark(_cases().get((this.form, this.tag), ""))
    else:
        _take_mark(to, this)
    return place + 1


def _is_measure(this: Morpheme) -> bool:
    """`총`, `월`, `배럴당` before a quantity say how it counts and are no noun of the clause."""
    return this.form in _column("claims_measures", "word") or (this.form, this.tag) == ("당", "XSN")


def text_of(text: str, morpheme: Morpheme) -> str:
    return text[morpheme.start:morpheme.end]


def _take_noun(to: Grouping, this: Morpheme) -> None:
    """A noun waits for its particle, but a word that sizes the quantity before it is left out."""
    head = None if to.run else to.head()
    sizes = head is not None and to.phrases[head].kind == "quantity" and not to.phrases[head].case
    if sizes and text_of(to.text, this) in _column("claims_tails", "word"):
        return
    if this.tag == "MM" and to.run:
        to.flush()
    if this.form in PARTITIVE and to.run:
        to.flush()
        to.add("adverb", this.start, this.end, this.form)
        return
    to.run.append(this)


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


def _take_verb(to: Grouping, morphemes: Sequence[Morpheme], place: int) -> int:
    """A verb with all that is grammatical after it; a verb in disguise gives the noun before a case."""
    first = morphemes[place]
    lemma, start = _lemma(to, first)
    after = _after_endings(morphemes, place + 1)
    last = next((m for m in reversed(morphemes[place + 1:after]) if m.tag.startswith("E")), None)
    following = morphemes[after].form if after < len(morphemes) else ""
    if _is_joined(to, lemma, last) or _binds(to, first, lemma, last, following):
        return after
    to.flush()
    after = _after_dependent(morphemes, after, last)
    last = next((m for m in reversed(morphemes[place + 1:after]) if m.tag.startswith("E")), last)
    number = len(to.phrases)
    to.add("verb", start, max(first.end, first.start + 1), lemma)
    to.last[number] = last
    to.endings[number] = " ".join(f"{m.form}/{m.tag}" for m in morphemes[place:min(after + 6, len(morphemes))])
    if first.form in PASSIVE:
        to.passive.add(number)
    to.clause += 1
    return after


def _after_endings(morphemes: Sequence[Morpheme], place: int) -> int:
    while place < len(morphemes) and (morphemes[place].tag.startswith("E") or morphemes[place].tag == "VX"):
        place += 1
    return place


def _after_dependent(morphemes: Sequence[Morpheme], place: int, last: Morpheme | None) -> int:
    """The place after `수 있다`, `것이다`, `계획이다`: they belong to the verb before them."""
    if last is None or last.tag != "ETM" or place >= len(morphemes):
        return place
    if morphemes[place].form not in _column("claims_dependent_nouns", "noun"):
        return place
    at = place + 1
    while at < len(morphemes) and (morphemes[at].tag in ("JKS", "JX", "XSN")):
        at += 1
    if at < len(morphemes) and (morphemes[at].tag == "VCP" or morphemes[at].form in ("있", "없", "크")):
        return _after_endings(morphemes, at + 1)
    return place


def _lemma(to: Grouping, first: Morpheme) -> tuple[str, int]:
    """The dictionary stem and where it starts; 하다 and 되다 take the noun before them."""
    if first.tag == "VCP":
        to.flush("copula")
        return "이", first.start
    if first.tag in MAKES_VERB and to.run:
        noun = to.run.pop()
        prefix = to.run.pop() if to.run and to.run[-1].tag == "XPN" and to.run[-1].end == noun.start else None
        return (prefix.form if prefix else "") + noun.form + "하", prefix.start if prefix else noun.start
    to.flush()
    return first.form, first.start


def _is_joined(to: Grouping, lemma: str, last: Morpheme | None) -> bool:
    """`N에 따르면`: the verb is a particle of the noun before it."""
    case, ending = _joined().get(lemma, ("", ""))
    if not case or last is None or not last.form.endswith(ending) or (last.tag == "ETM" and case != "about") or last.tag not in ("EC", "ETM") or not to.phrases or to.run:
        return False
    noun = to.phrases[-1]
    if noun.kind not in ("noun", "date") or noun.case not in ("to", "object", "with", "by", ""):
        return False
    to.phrases[-1] = replace(noun, case=case)
    return True


def _is_predicate(to: Grouping) -> bool:
    """Whether an adjective says something of a quantity or subject before it (`20% 높은`, `비중이 높은`)."""
    here = [p for p in to.phrases if p.clause == to.clause]
    return bool(here) and (here[-1].kind == "quantity" or any(p.case in ("subject", "than") for p in here))


def _binds(to: Grouping, first: Morpheme, lemma: str, last: Morpheme | None, following: str) -> bool:
    """`3배에 달하는`, `3% 넘게`, `같은`, `최고가인`: the verb makes no clause of its own."""
    if last is None or following in _column("claims_dependent_nouns", "noun"):
        return False
    if last.tag == "ETM" and (first.tag == "VCP" or lemma in _column("claims_modifiers", "stem")):
        to.flush()
        return True
    if last.tag == "ETM" and first.tag == "VA" and not _is_predicate(to):
        to.flush()
        return True
    if lemma not in _column("claims_light_verbs", "lemma") or to.run:
        return False
    while to.phrases and to.phrases[-1].text in NEGATING:
        to.phrases.pop()
    head = to.head()
    if head is None or to.phrases[head].kind != "quantity" or (last.tag != "ETM" and last.form != "게"):
        return False
    to.phrases[head] = replace(to.phrases[head], case="of" if last.tag == "ETM" else "")
    return True


def listed(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Quantities joined by commas share the particle of the last (`50조원, 5조원으로`); the noun before a
    headline's comma is its topic where no other word is (`가람전자, 3분기 영업익 9천억`); 와 before anything
    but a noun is company, not a list (`미르와 최대 3억 달러 규모의 계약`)."""
    found = list(phrases)
    if len(found) > 2 and found[0].kind == "noun" and not found[0].case and found[1].text == "," and not any(p.case in ACTORS for p in found):
        found[0] = replace(found[0], case="topic")
    for number, phrase in enumerate(found):
        after = next((p for p in found[number + 1:] if p.kind != "adverb"), None)
        if phrase.kind == "noun" and phrase.case == "and" and (after is None or after.kind != "noun"):
            found[number] = replace(phrase, case="with")
    for number in range(len(found) - 3, -1, -1):
        first, mark, *rest = found[number:number + 4]
        last = rest[-1] if len(rest) == 2 and rest[0].kind == "date" else rest[0]
        if first.kind == last.kind == "quantity" and mark.text in (",", "·") and not first.case and first.clause == last.clause:
            found[number] = replace(first, case=last.case)
    return tuple(found)
