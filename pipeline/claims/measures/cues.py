"""The words of a sentence that name metrics.

In: a parsed sentence and the types of the things it names. Out: `Cue` values. A cue is a word or words;
`~invest` is a verb by its dictionary form, `~cut jobs` a verb with a noun of its clause, `~settle @with` one
with a noun in that case after it, `~pay @@for` with a name, `~make #` one that takes the number; `model:~cost`
counts only in a sentence that names something of that type, `percent:~buy` only for a quantity of that kind.
Judgement: a capitalised cue beside other capitals is part of a name (`Garam Savings Bank`), but in a headline that
capitalises everything and in a label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline import reference
from pipeline.claims.measures.heads import names_measure
from pipeline.claims.measures.metrics import Cue, Metric, metrics
from pipeline.claims.measures.wording import (
    is_before_house,
    is_headline,
    is_in_name,
    is_label,
    is_worth_of_thing,
    read_bare,
)
from pipeline.claims.model import Parse, Phrase
from pipeline.claims.names.naming import described
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Scene
from pipeline.languages import language as traits
from pipeline.languages import table

VERB, CASE, NAMED, AMOUNT = "~", "@", "@@", "#"
KINDS = (
    *("money", "percent", "percentage_point", "multiple", "count", "duration"),
    *("mass", "volume", "power", "energy", "length"),
)
LONGEST_IDIOM = 30
# How many phrases a list of causes takes, and the cases that it ends in.
LONGEST_CAUSE = 7
CAUSED = ("to", "into", "at", "other")
SETTING = (*CAUSED, "in", "on", "of")
# Metrics whose nouns only say how much of something else there is (`growth of sales`, `members of staff`).
IDLE_HEADS = ("growth", "users", "duration", "valuation")
SHORTEST_CODE = 3


@cache
def _cues(language: str) -> dict[str, tuple[tuple[Metric, str], ...]]:
    """Every cue of a language with the metrics it can stand for, each with the type it needs."""
    found: dict[str, list[tuple[Metric, str]]] = {}
    for row in reference.table("metrics"):
        for cue in filter(None, row[f"cues_{language}"].split("|")):
            needs, _, words = cue.strip().lower().rpartition(":")
            found.setdefault(words, []).append((metrics()[row["id"]], needs))
    return {cue: tuple(of) for cue, of in found.items()}


@cache
def _verbs(language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Verb to its cues, as (noun that must stand in the clause or nothing, cue)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for cue in _cues(language):
        if cue.startswith(VERB):
            verb, _, noun = cue.removeprefix(VERB).partition(" ")
            found.setdefault(verb, []).append((noun, cue))
    return {verb: tuple(of) for verb, of in found.items()}


@cache
def _nouns(language: str) -> tuple[tuple[str, ...], AhoCorasick]:
    idle = (row["word"] for row in table(language, "claims_not_cues"))
    nouns = (*(cue for cue in _cues(language) if not cue.startswith(VERB)), *idle)
    return nouns, AhoCorasick(list(nouns), matchkind=MatchKind.LeftmostLongest)


def find_cues(text: str, parse: Parse, language: str, types: frozenset[str]) -> list[Cue]:
    """Every cue of the sentence, in the order of its phrases; `types` are those of the things it names."""
    found = []
    headline = is_headline(text[parse.start : parse.end])
    # Half of all sentences hold the words of no metric; one look at the whole shows it.
    told = bool(_nouns(language)[1].find_matches_as_indexes(text[parse.start : parse.end].lower()))
    for number, phrase in enumerate(parse.phrases):
        noun = told and phrase.kind == "noun" and not _is_source(phrase, language)
        noun = noun and not _is_setting(parse, number, language)
        read = _in_verb if phrase.kind == "verb" else _in_noun if noun else None
        for words, start, end in read(text, parse, number, language) if read else ():
            called = not headline and phrase.kind == "noun" and is_in_name(text, phrase.start, phrase.end, start, end)
            called = called and not (end == phrase.end and is_label(parse, number))
            if is_before_house(text, phrase, end, language):
                continue
            head = _other_head(text, words, phrase, end, language)
            if head.endswith("s") or is_worth_of_thing(words, text[phrase.start : start], phrase, language):
                continue
            weak = bool(head) or words in word_list(language, "claims_weak_cues")
            found += [
                Cue(metric, number, start, end, phrase.kind == "verb", needs if needs in KINDS else "", weak)
                for metric, needs in _cues(language).get(words, ())
                if (not needs or needs in types or needs in KINDS) and (metric.standalone or not called)
            ]
    return [cue._replace(is_weak=True) if _is_hung(parse, cue, found) else cue for cue in found]


def _other_head(text: str, words: str, phrase: Phrase, end: int, language: str) -> str:
    """The head of `loan applications`, `trade talks`: a measure before another noun only says of what that is, unless
    that says how the measure moves or stands (`revenue growth`, `profit forecast`) or measures too. A plural is surely
    a noun; of another word it is only likely."""
    _, apart, last = text[end : phrase.end].rpartition(" ")
    if not apart or not last.islower() or not last.isalpha() or not traits(language).capitals:
        return ""
    heads = word_list(language, "claims_idle_heads") | word_list(language, "claims_directions", "cue")
    idle = phrase.kind != "noun" or words in word_list(language, "claims_parts")
    return "" if idle or {last, last.removesuffix("s"), last.removesuffix("es")} & heads else last


def _is_source(phrase: Phrase, language: str) -> bool:
    """Who or what a text is drawn from, unless it is a measure that is looked at (`지지율을 보면`)."""
    return phrase.case == "source" and not names_measure(phrase.text.rsplit(" ", 1)[-1], language)


def _is_hung(parse: Parse, cue: Cue, found: Sequence[Cue]) -> bool:
    """`an index of shares`, `the cost of sales`: what the noun before is of is not what that measures; a growth or a
    part of something, and people who do it, measure nothing themselves."""
    phrase, before = parse.phrases[cue.phrase], parse.phrases[cue.phrase - 1] if cue.phrase else None
    if before is None or before.kind != "noun" or phrase.case not in ("of", "on", "for") or cue.is_verb:
        return False
    heads = (c for c in found if c.phrase == cue.phrase - 1 and c.end >= before.end - 1 and not c.is_weak)
    return any(c.metric.metric_id not in (*IDLE_HEADS, cue.metric.metric_id) and not c.kind for c in heads)


def _is_setting(parse: Parse, number: int, language: str) -> bool:
    """`고환율 탓에`, `장외시장에서`, `시장의 불안`, `before currency`: why or where something
    happened, or without what."""
    phrase, after = parse.phrases[number], parse.phrases[number + 1 : number + 2]
    if phrase.case in ("", "and"):
        return _joins_cause(parse, number, language)
    if phrase.case not in SETTING:
        return False
    last = phrase.text.rsplit(" ", 1)[-1]
    if phrase.case in CAUSED and last in word_list(language, "claims_circumstances"):
        return True
    where = phrase.case in ("at", "in", "on") or phrase.case == "of" and any(p.kind != "quantity" for p in after)
    return where and last.lower().endswith(word_ends(language, "claims_venues"))


def _joins_cause(parse: Parse, number: int, language: str) -> bool:
    """`광고 성장, 신작 판매 호조와 환율 효과로`: whether a noun only goes on in a list that says why."""
    causes = word_list(language, "claims_circumstances") if traits(language).head_final else ()
    for phrase in parse.phrases[number + 1 : number + 1 + LONGEST_CAUSE] if causes else ():
        listed = phrase.kind == "noun" and phrase.case in ("", "and") or phrase.text in (",", "및", "등")
        named = phrase.kind == "verb" and parse.clauses[phrase.clause].link == "nominal"
        if phrase.kind == "noun" and phrase.case in CAUSED:
            return phrase.text.rsplit(" ", 1)[-1] in causes
        if not listed and not named:
            return False
    return False


def _in_verb(text: str, parse: Parse, number: int, language: str) -> Iterator[tuple[str, int, int]]:
    phrase = parse.phrases[number]
    for noun, cue in _verbs(language).get(phrase.text.lower(), ()):
        beside = [p for p in parse.phrases if p.clause == phrase.clause and p.kind == "noun"]
        if noun.startswith(CASE):
            called, after = noun.startswith(NAMED), [p for p in beside if p.start > phrase.start]
            if any(p.case == noun.lstrip(CASE) and (_is_called(p.text) or not called) for p in after):
                yield cue, phrase.start, phrase.end
        elif noun == AMOUNT:
            taken = [p for p in parse.phrases[number + 1 :] if p.kind != "adverb"][:2]
            if taken and taken[0].kind == "quantity" and not (len(taken) > 1 and _is_plain_noun(taken[1])):
                yield cue, phrase.start, phrase.end
        elif not noun or any(_has_word(p.text.lower(), noun, language) for p in beside):
            yield cue, phrase.start, phrase.end


def _is_plain_noun(phrase: Phrase) -> bool:
    return phrase.kind == "noun" and phrase.case in ("", "object")


def _is_called(words: str) -> bool:
    """Whether a noun phrase is a name."""
    return any(word[:1].isupper() for word in words.split(" ")[1 if words[:1].islower() else 0 :])


def _has_word(words: str, noun: str, language: str) -> bool:
    at = words.find(noun)
    return at >= 0 and (traits(language).glued or _is_word(words, at, at + len(noun)))


def _in_noun(text: str, parse: Parse, number: int, language: str) -> Iterator[tuple[str, int, int]]:
    phrase = parse.phrases[number]
    names, search = _nouns(language)
    words = text[phrase.start : phrase.end].lower()
    if len(words) != phrase.end - phrase.start:
        return
    inside = word_list(language, "claims_inside_names")
    for which, start, end in search.find_matches_as_indexes(words):
        stands = words[end : end + 1] not in inside if traits(language).glued else _is_word(words, start, end)
        first = phrase.start + start
        stands = stands and not text[first : first + LONGEST_IDIOM].lower().startswith(_idioms(language))
        before_noun = words[end : end + 1] == " " and not _is_code(text[first + end - start + 1 : phrase.end])
        if stands and not (before_noun and names[which] in word_list(language, "claims_last_cues")):
            before = text[phrase.start : first]
            told = read_bare(names[which], before.lower() if phrase.start == parse.start else before, language)
            yield told, phrase.start + start, phrase.start + end


def _is_code(words: str) -> bool:
    """`Brent LCOc1`, `the euro EUR`: whether what stands behind a word is only its code in a list of prices."""
    return words.isalnum() and sum(letter.isupper() for letter in words) > 1 and len(words) >= SHORTEST_CODE


@cache
def _idioms(language: str) -> tuple[str, ...]:
    """What is no cue with the preposition behind it (`margin of error`)."""
    return tuple(row["word"] for row in table(language, "claims_not_cues") if " of " in row["word"])


def _is_word(words: str, start: int, end: int) -> bool:
    """An English cue is a whole word; a plural or possessive s belongs to it."""
    after = words[end:].removeprefix("'s").removeprefix("’s").removeprefix("es").removeprefix("s")
    return not (start and words[start - 1].isalnum()) and not after[:1].isalnum()


def types_named(scene: Scene) -> frozenset[str]:
    """The types of everything that the sentence names or points back to."""
    types = {m.entity.type for m in scene.named_in(scene.parse.start, scene.parse.end)}
    for phrase in scene.parse.phrases:
        if phrase.kind == "noun" and (meant := described(scene, phrase.start, phrase.end)):
            types |= set(meant)
    return frozenset(types)
