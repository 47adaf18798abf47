"""English words to phrases: noun phrases with their case, verb groups, quantities and dates.

In: the words of a stretch. Out: phrases in reading order, with the auxiliaries and form of every verb
group. Judgements: the noun phrase after a preposition has the preposition's case; a possessive is a
genitive of its own; `over` and the like before a quantity only size it; a quantity after `or` has the case
of the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.claims.model import Phrase
from pipeline.languages import table
from pipeline.languages.english.grouping import AUXILIARY, Grouping, rates
from pipeline.languages.english.possessives import ENDINGS, apostrophe_next, owns
from pipeline.languages.english.verb_words import is_expected, is_verb
from pipeline.languages.english.verbs import verb_group
from pipeline.languages.english.words import Word, of_plural

# Prepositions that join a clause as well, and how many words its subject may have.
SUBORDINATING = {"after", "before", "until", "since"}
LONGEST_SUBJECT = 8
DESCRIBED = {"a", "an", "its", "their", "his", "her"}
SIZES = {
    "off",
    "over",
    "under",
    "about",
    "around",
    "near",
    "between",
    "past",
    "up to",
    "like",
    "above",
    "below",
    "out of",
}


def group(text: str, words: Sequence[Word]) -> Grouping:
    """The phrases of one stretch of text."""
    to = Grouping(text)
    place = 0
    while place < len(words):
        place = _take(to, words, place)
    return to


def _take(to: Grouping, words: Sequence[Word], place: int) -> int:
    word = words[place]
    verb = verb_group(to, words, place)
    if verb:
        return verb
    if word.kind in ("quantity", "date"):
        waiting = (
            to.case
            if "-" in word.text.strip("-") and place + 1 < len(words) and words[place + 1].kind in ("noun", "name")
            else ""
        )
        if word.kind == "date" and apostrophe_next(words, place + 1):
            waiting, after = to.case, 3
        else:
            after = 1
        to.add(word.kind, word.start, word.end, word.text, word.item)
        to.case = waiting
        return place + after
    if word.kind == "pronoun" and _stresses(to, word):
        to.add("adverb", word.start, word.end, word.text.lower())
        return place + 1
    if word.kind in ("noun", "name", "determiner", "pronoun") or word.forms or _points(words, place):
        return _noun(to, words, place)
    if word.kind == "preposition":
        _preposition(to, words, place)
    elif word.kind == "adverb" or word.kind in AUXILIARY:
        to.add("adverb", word.start, word.end, word.text.lower())
    else:
        _mark(to, word)
    return place + 1


@cache
def _reflexive() -> frozenset[str]:
    return frozenset(row["word"] for row in table("en", "claims_object_pronouns") if row["reflexive"])


def _stresses(to: Grouping, word: Word) -> bool:
    """`The bank itself said`: right behind a noun such a pronoun names nobody."""
    before = to.phrases[-1] if to.phrases else None
    return before is not None and before.kind == "noun" and word.text.lower() in _reflexive()


def _points(words: Sequence[Word], place: int) -> bool:
    """`That is 3% more`, `"That compares with`: at the head of a sentence and before its verb `that` is a noun."""
    after = words[place + 1] if place + 1 < len(words) else None
    if words[place].text.lower() != "that" or after is None or any(w.kind != "mark" for w in words[:place]):
        return False
    return after.kind in AUXILIARY or any(form in ("present", "past") for _, form in after.forms)


def _preposition(to: Grouping, words: Sequence[Word], place: int) -> None:
    """What the next noun is; before a quantity `over` and the like only size it."""
    word = words[place]
    sizes = word.text.lower() in SIZES and place + 1 < len(words) and words[place + 1].kind == "quantity"
    if sizes and not (word.text.lower() == "up to" and place and words[place - 1].forms):
        to.add("adverb", word.start, word.end, word.text.lower())
    elif word.text.lower() == "up to":
        to.case = "to"
    elif _cites(words, place):
        to.case = "source"
    elif word.case == "than" and words[place + 1 : place + 2] and is_expected(words[place + 1]):
        _mark(to, word)
    elif word.text.lower() in SUBORDINATING and not _nets(words, place) and _opens_clause(words, place + 1):
        _mark(to, word)
    else:
        to.case = word.case


def _cites(words: Sequence[Word], place: int) -> bool:
    """`rose 5%, per Mirr Research`: behind a mark and before a name `per` says who says so."""
    after = words[place + 1 : place + 2]
    apart = place > 0 and words[place - 1].kind == "mark"
    return words[place].text.lower() == "per" and apart and bool(after) and after[0].text[:1].isupper()


@cache
def _netted() -> frozenset[str]:
    return frozenset(row["word"] for row in table("en", "claims_netted"))


def _nets(words: Sequence[Word], place: int) -> bool:
    """`profit before exceptional items rose`: what a result leaves out begins no clause."""
    return place > 0 and words[place].text.lower() == "before" and words[place - 1].text.lower() in _netted()


def _opens_clause(words: Sequence[Word], place: int) -> bool:
    """`after the central bank left`: whether a noun phrase with its own finite verb follows."""
    for at in range(place, min(place + LONGEST_SUBJECT, len(words))):
        word = words[at]
        if word.kind in AUXILIARY or word.forms and at > place and is_verb(words, at):
            return at > place and any(w.kind in ("noun", "name", "pronoun") for w in words[place:at])
        if word.kind not in (
            "determiner",
            "noun",
            "name",
            "pronoun",
            "adverb",
            "quantity",
        ) and word.text.lower() not in ("of", "in", "'", "s"):
            return False
    return False


def _mark(to: Grouping, word: Word) -> None:
    """Punctuation, conjunctions and relative pronouns; brackets are counted."""
    if word.text in "([":
        to.depth += 1
    to.case = ""
    to.add("mark", word.start, word.end, word.text.lower())
    if word.text in ")]":
        to.depth = max(0, to.depth - 1)


def _noun(to: Grouping, words: Sequence[Word], place: int) -> int:
    """The longest run of determiners, adjectives, nouns and names; a possessive makes a genitive."""
    after = place
    while after < len(words) and _continues(words, place, after):
        after += 1
        if owns(words, after):
            return _genitive(to, words, place, after)
    after = max(after, place + 1)
    closed = after + 2 * apostrophe_next(words, after)
    start, end = words[place].start, words[after - 1].end
    bare = all(word.kind == "determiner" for word in words[place:after]) or _describes_number(to, words, place, after)
    if bare and after < len(words) and words[after].kind in ("quantity", "date", "adverb"):
        to.add("adverb", start, end, to.text[start:end].lower())
        return after
    rate = to.phrases and to.phrases[-1].kind == "quantity" and to.text[start:end].lower() in rates()
    to.add("adverb" if rate else "noun", start, end, to.text[start:end])
    return closed


def _describes_number(to: Grouping, words: Sequence[Word], place: int, after: int) -> bool:
    """`an unwelcome 12% stake`, `to a near-record 720 pence`, `its two 90-seat jets`: adjectives of what is counted."""
    if (
        after + 1 >= len(words)
        or words[after].kind != "quantity"
        or not all(w.text.islower() for w in words[place:after])
    ):
        return False
    counts = words[after + 1].kind == "noun" and not words[after + 1].forms
    joined = "-" in words[after].text.strip("-")
    own = words[place].text.lower() in DESCRIBED and (counts or bool(to.case))
    return own or words[place].kind == "determiner" and counts and joined


def _genitive(to: Grouping, words: Sequence[Word], place: int, after: int) -> int:
    """`Amazon's`: a phrase of its own with the case `of`; the preposition waits for the head noun."""
    waiting, to.case = to.case, "of"
    end = words[after - 1].end - (2 if words[after - 1].text.endswith(ENDINGS) else 0)
    to.add("noun", words[place].start, end, to.text[words[place].start : end])
    to.case = waiting
    return after + 2 if apostrophe_next(words, after) else after + of_plural(words, after)


def _continues(words: Sequence[Word], place: int, at: int) -> bool:
    word = words[at]
    if word.kind == "determiner":
        return at == place or words[at - 1].kind == "determiner"
    if word.kind == "pronoun":
        return at == place
    if at > place and words[at - 1].kind == "pronoun":
        return False
    return word.kind in ("noun", "name") and (at == place or not is_verb(words, at))


def listed(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """A quantity after `or` is the one before in other words and has its case (`to $4 billion, or 53 cents`)."""
    found = list(phrases)
    for number in range(1, len(found)):
        if found[number].kind != "quantity" or found[number].case:
            continue
        before = number - 1
        while before >= 0 and (found[before].text in (",", "or") or found[before].kind == "adverb"):
            before -= 1
        joined = before >= 0 and found[before].kind == "quantity" and any(p.text == "or" for p in found[before:number])
        if joined:
            found[number] = found[number]._replace(case=found[before].case)
    return tuple(found)
