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
from pipeline.languages.english.words import Word, of_plural, word_list

# Determiners that stand alone as well (`this represents a third`).
POINTING = {"this", "that"}
OPENS_NOUN = {"determiner", "preposition"}
GERUND_AFTER = {"after", "before", "by", "for", "without", "from", "since"}
# How far into a headline its verb may stand.
LATEST_HEADLINE_VERB = 5
TAKEN = ("quantity", "determiner")
FULL = {"past", "participle", "present", "base"}
# What `have` takes, and how many words before the verb it may stand.
COMPLETED = {"participle", "past"}
FURTHEST_AUXILIARY = 3
LONGEST_BRACKET = 8
DOUBTFUL = {"present?", "base?"}
ARTICLES = {"a", "an"}
# What hangs on a noun of expectation, as nothing does on the verb.
OUTLOOK_OF = {"of", "for", "from", "to"}
# Forms in -ing that describe the noun after them (`, rising costs`).
DESCRIBING = "claims_describing"


@cache
def _described() -> tuple[str, ...]:
    return tuple(sorted(word_list("claims_adjective_endings")))


def is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at`, standing after a noun or at the start, works as a verb there."""
    word, before = words[at], words[at - 1] if at else None
    if not word.forms or (word.text[:1].isupper() and at):
        return False
    if before is not None and before.kind == "noun" and "past" in _forms(before) and "past" not in _forms(word):
        return False
    if _is_outlook(words, at):
        return False
    if _is_behind_conversion(words, at):
        return bool(_forms(word) & FULL)
    counts = _counts(words, at)
    if before is None or before.kind in ("mark", "conjunction", "subordinator"):
        return _opens_clause(words, at, counts)
    if before.text.lower() == "whose" or _owns(words, at - 1) or _is_sized(words, at) or _is_taken(words, at):
        return False
    if before.text.lower() == "that" and _acts_itself(words, at):
        return False
    if before.kind == "relative" or before.kind in AUXILIARY or before.text.lower() == "to":
        return agrees(words, at)
    if before.kind == "adverb":
        return bool(_forms(word) & FULL or counts and _forms(word) & DOUBTFUL)
    if before.text.lower() in POINTING and "present" in _forms(word):
        return True
    if before.kind in OPENS_NOUN:
        return before.text.lower() in GERUND_AFTER and _is_gerund(words, at, ("quantity", "determiner", "name"))
    return _follows_name(words, at, counts)


def agrees(words: Sequence[Word], at: int) -> bool:
    """Whether the auxiliary before takes a form of the word: `had profit of` is no verb group, `had cut` is one."""
    near = reversed(words[max(0, at - FURTHEST_AUXILIARY) : at])
    before = next((word.kind for word in near if word.kind != "adverb"), "")
    return before != "have" or any(form in COMPLETED for form in _forms(words[at]))


def _acts_itself(words: Sequence[Word], at: int) -> bool:
    """`said that prices rose`, `that sales had fallen`: a word that is as often a noun, right before another verb."""
    after = words[at + 1 : at + 2]
    return bool(_forms(words[at]) & DOUBTFUL) and any(w.kind in AUXILIARY or "past" in _forms(w) for w in after)


def _is_outlook(words: Sequence[Word], at: int) -> bool:
    """`the GDP forecast for 2022`, `estimates of 150,000`, `its forecast to 3%`: a noun, which others hang on."""
    after = words[at + 1 : at + 3]
    if words[at].text.lower() not in word_list("claims_forecasters") or len(after) < 2 or not at:
        return False
    hangs = after[0].text.lower() in OUTLOOK_OF and not after[1].forms
    return hangs and words[at - 1].kind not in AUXILIARY


def _owns(words: Sequence[Word], at: int) -> bool:
    """`Mirr's plan to cut`: behind a possessive stands what is owned."""
    word = words[at]
    apart = word.text.lower() == "s" and at > 0 and words[at - 1].text in ("'", "’")
    return word.kind != "be" and (apart or of_plural(words, at) or word.text.endswith(("'s", "’s")))


def _is_sized(words: Sequence[Word], at: int) -> bool:
    """`a $3 billion bid`, `Mirr's 5% cut`, `a July forecast`, `its full-year forecast`: behind an article or owner and
    a number, or what only describes, a noun; and so is it behind a name with an article (`a Mirr survey`)."""
    if at < 2 or not _forms(words[at]) & {"base", "base?"}:
        return False
    if words[at - 2].text.lower() in ARTICLES and words[at - 1].text[:1].isupper() and "base?" in _forms(words[at]):
        return True
    describes = "-" in words[at - 1].text and words[at - 1].text.endswith(_described())
    if not describes and (words[at - 1].kind not in ("quantity", "date") or "base?" not in _forms(words[at])):
        return False
    before = words[at - 2]
    return before.kind == "determiner" or before.text.endswith(("'s", "’s")) or before.text.lower() == "s"


def _is_taken(words: Sequence[Word], at: int) -> bool:
    """`to supply pumps`: right behind an infinitive stands what it takes."""
    return at > 1 and words[at - 2].text.lower() == "to" and "base" in {f.rstrip("?") for f in _forms(words[at - 1])}


def is_expected(word: Word) -> bool:
    """`better than forecast`: a participle of belief, of which `than` or `as` makes a measure."""
    return any(form == "participle" and saying_verbs().get(lemma) == "estimate" for lemma, form in word.forms)


def _forms(word: Word) -> set[str]:
    return {form for _, form in word.forms}


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether what follows is something that a verb counts or takes."""
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return False
    if after.kind in ("quantity", "determiner") or after.text.lower() in word_list("claims_counting"):
        return True
    named = after.kind in ("noun", "name") and after.text[:1].isupper()
    return named and before is not None and before.kind in ("mark", "relative")


def _opens_clause(words: Sequence[Word], at: int, counts: bool) -> bool:
    """At the start, or behind a mark or a conjunction."""
    word, before = words[at], words[at - 1] if at else None
    after, forms = words[at + 1] if at + 1 < len(words) else None, _forms(words[at])
    joined = before is not None and bool(forms & {"present", "base"} or counts and forms & DOUBTFUL)
    takes = (
        "ing" in forms and before is not None and before.text == "," and word.text.lower() not in word_list(DESCRIBING)
    )
    return bool(forms & {"past", "participle"}) or ("ing" in forms and (takes or not _opens(after))) or joined


def _is_gerund(words: Sequence[Word], at: int, kinds: tuple[str, ...]) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return "ing" in _forms(words[at]) and after is not None and after.kind in kinds


def _follows_name(words: Sequence[Word], at: int, counts: bool) -> bool:
    """Behind a noun or a name."""
    word, before, forms = words[at], words[at - 1], _forms(words[at])
    after = words[at + 1] if at + 1 < len(words) else None
    if before.text in word_list("claims_adjectives") and not forms & {"past", "participle"}:
        return False
    if "base" in forms and _is_said_at(words, at):
        return True
    if forms & {"past", "participle"}:
        acting = before.kind in ("name", "pronoun", "quantity", "date")
        return after is None or after.kind != "noun" or acting or "past" in forms
    if forms & {"present", "base"} and not _is_counted(words, at):
        return before.kind in ("noun", "name", "pronoun", "quantity", "date") and _agrees(word, before)
    if forms & DOUBTFUL:
        headline = before.text[:1].isupper() and at < LATEST_HEADLINE_VERB
        if (before.kind == "name" or headline or _takes_name(after)) and _rules(words, at):
            return True
        ends = (after is None or after.kind == "mark") and before.kind in ("noun", "name")
        return counts and _agrees(word, before) or ends and _says(word)
    takes = _takes_name(after) and word.text.lower() not in word_list(DESCRIBING)
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


def _is_behind_conversion(words: Sequence[Word], at: int) -> bool:
    """`a $375m (£195m) profit`: behind a number and its bracket stands what it measures."""
    if not at or words[at - 1].text != ")":
        return False
    opened = next((n for n in range(at - 2, max(0, at - LONGEST_BRACKET), -1) if words[n].text == "("), 0)
    return opened > 0 and words[opened - 1].kind == "quantity"


def _is_counted(words: Sequence[Word], at: int) -> bool:
    """`with 11 assists`, `of 300 works`: a number behind a preposition counts what follows."""
    return at > 1 and words[at - 1].kind == "quantity" and words[at - 2].kind == "preposition"


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
    return ruling and bool(rest) and not other


def _is_past(word: Word) -> bool:
    """Whether a word can only be a past form, unlike `forecast` or `cut`."""
    forms = _forms(word)
    return "past" in forms and not forms & {"base", "base?"}


def _takes_name(after: Word | None) -> bool:
    """`the offer values Dodam`: a name right behind can only be its object."""
    return after is not None and after.kind in ("name", "noun") and after.text[:1].isupper()


def _says(word: Word) -> bool:
    """`…, the institute estimates.`"""
    return any(lemma in saying_verbs() and form != "base?" for lemma, form in word.forms)


def _agrees(word: Word, before: Word) -> bool:
    """A base form after a plural, a form in -s after a singular; a name may be either."""
    plural = before.text.lower().endswith("s") or before.kind in ("pronoun", "name", "quantity")
    base = any(form in ("base", "base?") for _, form in word.forms)
    return plural if base else not before.text.endswith("s") or before.kind != "noun" or before.text[:1].isupper()


def _opens(after: Word | None) -> bool:
    return after is None or after.kind == "noun"
