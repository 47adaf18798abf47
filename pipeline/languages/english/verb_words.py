"""Which English words work as verbs where they stand.

In: the words of a sentence and a place. Out: whether the word there is a verb. Judgements: forms that can only be
verbs are, forms that can be nouns only where what follows is counted or taken, and a capital inside a sentence is a
name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.languages import table
from pipeline.languages.english.grouping import AUXILIARY, saying_verbs
from pipeline.languages.english.nouns import (
    ARTICLES,
    DOUBTFUL,
    acts_itself,
    describes,
    forms_of,
    is_behind_conversion,
    is_counted,
    is_object,
    is_of,
    is_outlook,
    is_owner_before,
    is_quoted,
    is_sized,
    is_taken,
    says,
)
from pipeline.languages.english.perceived import is_perceived
from pipeline.languages.english.words import Word, word_list

# Determiners that stand alone as well (`this represents a third`).
POINTING = {"this", "that"}
# What only sizes a number behind a preposition.
SIZING = {"about", "around", "over", "under", "near"}
POINTING_MANY = {"these", "those"}
OPENS_NOUN = {"determiner", "preposition"}
GERUND_AFTER = {"after", "before", "by", "for", "without", "from", "since"}
# How far into a headline its verb may stand.
LATEST_HEADLINE_VERB = 5
OPENING_OBJECT = ("that", "to")
TAKEN = ("quantity", "determiner")
FULL = {"past", "participle", "present", "base"}
# What `have` takes, and how many words before the verb it may stand.
COMPLETED = {"participle", "past"}
FURTHEST_AUXILIARY = 3
# Where something is, of which only a noun says so (`Property prices in Norway`).
PLACING = {"in", "at", "for"}
# `people who drink coffee`: what has a verb right behind it.
ACTING = "who"
# Forms in -ing that describe the noun after them (`, rising costs`).
DESCRIBING = "claims_describing"


def is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at`, standing after a noun or at the start, works as a verb there."""
    word, before = words[at], words[at - 1] if at else None
    if not word.forms or (word.text[:1].isupper() and at):
        return False
    if before is not None and before.kind == "noun" and "past" in forms_of(before) and "past" not in forms_of(word):
        return False
    if is_outlook(words, at) or is_of(words, at) or describes(words, at):
        return False
    if before is not None and before.text.lower() == ACTING and forms_of(word) & (FULL | DOUBTFUL):
        return True
    if is_perceived(words, at):
        return True
    if is_behind_conversion(words, at):
        return bool(forms_of(word) & FULL)
    counts = _counts(words, at)
    if before is None or before.kind in ("mark", "conjunction", "subordinator"):
        return _opens_clause(words, at, counts)
    if before.text.lower() == "whose" or is_owner_before(words, at - 1) or is_sized(words, at) or is_taken(words, at):
        return False
    if before.text.lower() == "that" and acts_itself(words, at):
        return False
    if before.kind == "relative" or before.kind in AUXILIARY or before.text.lower() == "to":
        return agrees(words, at) and not is_quoted(words, at)
    if before.kind == "adverb":
        return bool(forms_of(word) & FULL or counts and forms_of(word) & DOUBTFUL)
    if before.text.lower() in POINTING and "present" in forms_of(word):
        return True
    if before.text.lower() in POINTING_MANY and "base" in forms_of(word) and counts:
        return True
    if before.kind in OPENS_NOUN:
        return before.text.lower() in GERUND_AFTER and _is_gerund(words, at, ("quantity", "determiner", "name"))
    return _follows_name(words, at, counts)


def agrees(words: Sequence[Word], at: int) -> bool:
    """Whether the auxiliary before takes a form of the word: `had profit of` is no verb group, `had cut` is one."""
    near = reversed(words[max(0, at - FURTHEST_AUXILIARY) : at])
    before = next((word.kind for word in near if word.kind != "adverb"), "")
    return before != "have" or any(form in COMPLETED for form in forms_of(words[at]))


def _reaches(words: Sequence[Word], at: int) -> bool:
    """`sales sliding by 19%`, `contracts starting from 2020`: a preposition and a number or a date follow."""
    if at + 1 >= len(words) or words[at + 1].kind != "preposition":
        return False
    rest = (w for w in words[at + 2 : at + 5] if w.kind not in ("adverb", "determiner") and w.text not in SIZING)
    return next((word.kind for word in rest), "") in ("quantity", "date")


def _accounts(words: Sequence[Word], at: int) -> bool:
    """`Norway accounts for 40%`: with its preposition and a number such a word is a verb."""
    pair = f"{words[at].forms[0][0]} {words[at + 1].text.lower()}" if at + 1 < len(words) else ""
    return pair in word_list("claims_verbs_with") and _reaches(words, at) and _agrees(words[at], words[at - 1])


def is_expected(word: Word) -> bool:
    """`better than forecast`: a participle of belief, of which `than` or `as` makes a measure."""
    return any(form == "participle" and saying_verbs().get(lemma) == "estimate" for lemma, form in word.forms)


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether what follows is something that a verb counts or takes."""
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return False
    if after.text.lower() in OPENING_OBJECT and "present?" in forms_of(words[at]):
        return _goes_on(words, at, after.text.lower())
    if after.kind in ("quantity", "determiner") or after.text.lower() in word_list("claims_counting"):
        return True
    if after.text.lower() in word_list("claims_object_pronouns"):
        return True
    named = after.kind in ("noun", "name") and after.text[:1].isupper()
    return named and before is not None and before.kind in ("mark", "relative")


def _goes_on(words: Sequence[Word], at: int, opener: str) -> bool:
    """`rates that were low`, `exports to Mirr` are nouns, `estimates that it lost` and `exports to 5%` verbs."""
    if opener == "that":
        return says(words[at])
    goal = words[at + 2] if at + 2 < len(words) else None
    return goal is not None and (goal.kind in ("quantity", *AUXILIARY) or bool(goal.forms) or _sizes(goal))


def _sizes(word: Word) -> bool:
    """`to more than 5%`, `to about`, `to a record`: words before a number that is reached."""
    return word.kind == "adverb" or word.text.lower() in ARTICLES or word.text.lower() in word_list("claims_counting")


def _opens_clause(words: Sequence[Word], at: int, counts: bool) -> bool:
    """At the start, or behind a mark or a conjunction."""
    word, before = words[at], words[at - 1] if at else None
    after, forms = words[at + 1] if at + 1 < len(words) else None, forms_of(words[at])
    joined = before is not None and bool(forms & {"present", "base"} or counts and forms & DOUBTFUL)
    takes = (
        "ing" in forms and before is not None and before.text == "," and word.text.lower() not in word_list(DESCRIBING)
    )
    return bool(forms & {"past", "participle"}) or ("ing" in forms and (takes or not _opens(after))) or joined


def _is_gerund(words: Sequence[Word], at: int, kinds: tuple[str, ...]) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return "ing" in forms_of(words[at]) and after is not None and after.kind in kinds


def _follows_name(words: Sequence[Word], at: int, counts: bool) -> bool:
    """Behind a noun or a name."""
    word, before, forms = words[at], words[at - 1], forms_of(words[at])
    after = words[at + 1] if at + 1 < len(words) else None
    if before.text in word_list("claims_adjectives") and not forms & {"past", "participle"}:
        return False
    if "base" in forms and _is_said_at(words, at):
        return True
    if forms & {"past", "participle"}:
        acting = before.kind in ("name", "pronoun", "quantity", "date")
        return after is None or after.kind != "noun" or acting or "past" in forms
    if forms & {"present", "base"} and not is_counted(words, at):
        return before.kind in ("noun", "name", "pronoun", "quantity", "date") and _agrees(word, before)
    if forms & DOUBTFUL and _accounts(words, at):
        return True
    if forms & DOUBTFUL and not is_counted(words, at):
        headline = before.text[:1].isupper() and at < LATEST_HEADLINE_VERB
        if (before.kind == "name" or headline or _takes_name(after)) and _rules(words, at):
            return True
        ends = (after is None or after.kind == "mark") and before.kind in ("noun", "name")
        ends = ends and not (at > 1 and words[at - 2].case == "of")
        named = before.text[:1].isupper() or before.text.endswith("s")
        ends = ends and (named or at > 1 and words[at - 2].kind == "determiner")
        return counts and _agrees(word, before) and not is_object(words, at - 1) or ends and says(word)
    takes = _takes_name(after) and word.text.lower() not in word_list(DESCRIBING) or _reaches(words, at)
    return before.kind in ("noun", "name") and "ing" in forms and (takes or _is_gerund(words, at, TAKEN))


def _is_said_at(words: Sequence[Word], at: int) -> bool:
    """`Analysts at Mirr Research expect`, `economists polled by Mirr expect`: what people at a house, or asked by one,
    say."""
    house = at - 1
    while house > 0 and words[house].text[:1].isupper():
        house -= 1
    said = any(lemma in saying_verbs() for lemma, _ in words[at].forms)
    asked = house > 1 and words[house].case == "by" and bool(words[house - 1].forms)
    people = words[house - 1 - asked].text.lower() if house else ""
    near = house < at - 1 and (asked or words[house].case == "at")
    return said and near and people in word_list("claims_groups_at")


def _rules(words: Sequence[Word], at: int) -> bool:
    """`Dodam charges drivers a fee`: such a word after a name is the verb where its sentence has no other."""
    ruling = any(
        row["lemma"] == lemma for row in table("en", "claims_verbs_after_names") for lemma, _ in words[at].forms
    )
    rest: list[Word] = []
    for word in words[at + 1 :]:
        if word.kind in ("mark", "subordinator", "relative", "conjunction"):
            break
        rest.append(word)
    other = any(word.kind in AUXILIARY or _is_past(word) for word in rest)
    placed = bool(rest) and rest[0].case in PLACING and not any(lemma in _moving() for lemma, _ in words[at].forms)
    return ruling and bool(rest) and not other and not placed


@cache
def _moving() -> frozenset[str]:
    """Verbs that need no object (`Dodam slides in Paris`)."""
    return frozenset(row["cue"] for row in table("en", "claims_directions"))


def _is_past(word: Word) -> bool:
    """Whether a word can only be a past form, unlike `forecast` or `cut`."""
    forms = forms_of(word)
    return "past" in forms and not forms & {"base", "base?"}


def _takes_name(after: Word | None) -> bool:
    """`the offer values Dodam`: a name right behind can only be its object."""
    return after is not None and after.kind in ("name", "noun") and after.text[:1].isupper()


def _agrees(word: Word, before: Word) -> bool:
    """A base form after a plural, a form in -s after a singular; a name may be either."""
    plural = before.text.lower().endswith("s") or before.kind in ("pronoun", "name", "quantity")
    base = any(form in ("base", "base?") for _, form in word.forms)
    return plural if base else not before.text.endswith("s") or before.kind != "noun" or before.text[:1].isupper()


def _opens(after: Word | None) -> bool:
    return after is None or after.kind == "noun"
