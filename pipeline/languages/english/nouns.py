"""Which English words that can be verbs are nouns where they stand.

In: the words of a sentence and a place. Out: yes or no. Judgements: a noun stands behind an owner, an article and a
number (`a $3 billion bid`), a number's bracket, what an infinitive takes, and before `of`; of expectations others hang
on the noun alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.languages.english.grouping import AUXILIARY, saying_verbs
from pipeline.languages.english.possessives import ENDINGS, is_owned
from pipeline.languages.english.words import Word, of_plural, word_list

LONGEST_BRACKET = 8
DOUBTFUL = {"present?", "base?"}
ARTICLES = {"a", "an"}
# What hangs on a noun of expectation, as nothing does on the verb.
OUTLOOK_OF = {"of", "for", "from", "to"}


def forms_of(word: Word) -> set[str]:
    """The forms that a word can be of a verb."""
    return {form for _, form in word.forms}


@cache
def _described() -> tuple[str, ...]:
    return tuple(sorted(word_list("claims_adjective_endings")))


def is_quoted(words: Sequence[Word], at: int) -> bool:
    """`said that average salaries grew`: behind a verb of saying `that` opens a clause, which begins with a noun."""
    said = at > 1 and words[at - 1].text.lower() == "that" and words[at - 2].forms
    return bool(said) and any(lemma in saying_verbs() for lemma, _ in words[at - 2].forms)


def describes(words: Sequence[Word], at: int) -> bool:
    """`had expected adjusted earnings`: a participle behind a verb that only describes the noun after it."""
    before, after = words[at - 1 : at] if at else (), words[at + 1 : at + 2]
    behind = any(w.kind == "noun" and "past" in forms_of(w) for w in before) and any(w.kind == "noun" for w in after)
    return behind and words[at].text.lower() in word_list("claims_describing")


def is_outlook(words: Sequence[Word], at: int) -> bool:
    """`the GDP forecast for 2022`, `estimates of 150,000`, `its forecast to 3%`: a noun, which others hang on."""
    after = words[at + 1 : at + 3]
    if words[at].text.lower() not in word_list("claims_forecasters") or not at:
        return False
    if len(after) < 2 or after[0].kind in ("mark", "subordinator"):
        return _is_taken_along(words, at)
    hangs = after[0].text.lower() in OUTLOOK_OF and not after[1].forms
    return hangs and words[at - 1].kind not in AUXILIARY


def _is_taken_along(words: Sequence[Word], at: int) -> bool:
    """`lifts profit forecast as`, unlike `rose, analysts forecast.`: what a verb takes with the noun before it."""
    before = words[at - 1]
    people = before.text in word_list("claims_groups") or before.text in word_list("claims_outsiders")
    return before.kind == "noun" and before.text.islower() and not people and is_object(words, at - 1)


def is_object(words: Sequence[Word], at: int) -> bool:
    """`raised interest`: a noun right behind a verb that says nothing."""
    forms = words[at - 1].forms if at > 0 else ()
    return bool(forms) and words[at].text.islower() and not any(lemma in saying_verbs() for lemma, _ in forms)


def is_of(words: Sequence[Word], at: int) -> bool:
    """`Average price of a home`: what `of` hangs on is a noun, where it can be one."""
    of_next = at + 1 < len(words) and words[at + 1].case == "of"
    return of_next and bool(forms_of(words[at])) and forms_of(words[at]) <= DOUBTFUL


def is_owner_before(words: Sequence[Word], at: int) -> bool:
    """`Mirr's plan to cut`: behind a possessive stands what is owned."""
    apart = words[at].text.lower() == "s" and at > 0 and words[at - 1].text in ("'", "’")
    if words[at].kind == "be" or of_plural(words, at):
        return words[at].kind != "be"
    return (apart or words[at].text.endswith(ENDINGS)) and is_owned(words, at + 1)


def is_sized(words: Sequence[Word], at: int) -> bool:
    """`a $3 billion bid`, `Mirr's 5% cut`, `a July forecast`, `its full-year forecast`: behind an article or owner and
    a number, or what only describes, a noun; and so is it behind a name with an article (`a Mirr survey`)."""
    if at < 2 or not forms_of(words[at]) & {"base", "base?"}:
        return False
    if words[at - 2].text.lower() in ARTICLES and words[at - 1].text[:1].isupper() and "base?" in forms_of(words[at]):
        return True
    describes = "-" in words[at - 1].text and words[at - 1].text.endswith(_described())
    if not describes and (words[at - 1].kind not in ("quantity", "date") or "base?" not in forms_of(words[at])):
        return False
    before = words[at - 2]
    return before.kind == "determiner" or before.text.endswith(("'s", "’s")) or before.text.lower() == "s"


def is_taken(words: Sequence[Word], at: int) -> bool:
    """`to supply pumps`: right behind an infinitive stands what it takes."""
    return at > 1 and words[at - 2].text.lower() == "to" and "base" in {f.rstrip("?") for f in forms_of(words[at - 1])}


def is_behind_conversion(words: Sequence[Word], at: int) -> bool:
    """`a $375m (£195m) profit`: behind a number and its bracket stands what it measures."""
    if not at or words[at - 1].text != ")":
        return False
    opened = next((n for n in range(at - 2, max(0, at - LONGEST_BRACKET), -1) if words[n].text == "("), 0)
    return opened > 0 and words[opened - 1].kind == "quantity"


def is_counted(words: Sequence[Word], at: int) -> bool:
    """`with 11 assists`, `sold 300 pumps`: a number behind a preposition or a verb counts what follows."""
    if at < 2 or words[at - 1].kind != "quantity":
        return False
    before = words[at - 2]
    takes = bool(before.forms) and not any(lemma in saying_verbs() for lemma, _ in before.forms)
    return before.kind == "preposition" or takes


def acts_itself(words: Sequence[Word], at: int) -> bool:
    """`said that prices rose`, `said Monday that net income fell`: a word that is as often a noun before another verb;
    behind what is said a noun may stand between."""
    told = at > 1 and (words[at - 2].kind == "date" or says(words[at - 2]))
    apart = told and at + 1 < len(words) and words[at + 1].kind == "noun" and not words[at + 1].forms
    after = words[at + 1 + apart : at + 2 + apart]
    return bool(forms_of(words[at]) & DOUBTFUL) and any(w.kind in AUXILIARY or "past" in forms_of(w) for w in after)


def says(word: Word) -> bool:
    """`…, the institute estimates.`"""
    return any(lemma in saying_verbs() and form != "base?" for lemma, form in word.forms)
