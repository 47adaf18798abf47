"""English verb groups.

In: the phrases so far and the words from a place on. Out: the place after a verb group that starts there, or
None. Judgements: a word that can be a verb is one after an auxiliary or `to`, or as a past form or a form that
agrees after a noun, and never after a determiner, an adjective or a preposition; a chain (`plans to spend`,
`is expected to grow`) is one verb, its last; `would double` is a verb and a quantity at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.languages import table
from pipeline.languages.english.grouping import AUXILIARY, Grouping, Verb, saying_verbs
from pipeline.languages.english.verb_words import agrees, is_verb
from pipeline.languages.english.words import Word

EACH = {"each", "both", "all", "since"}


@cache
def phrasal() -> frozenset[str]:
    """Verbs with a word of their own (`make up`)."""
    return frozenset(row["word"] for row in table("en", "claims_phrasal"))


def verb_group(to: Grouping, words: Sequence[Word], place: int) -> int | None:
    """The place after a verb group that starts here, or None."""
    auxiliaries: list[str] = []
    passive, at, main = False, place, None
    while at < len(words):
        word = words[at]
        if word.kind in AUXILIARY:
            passive = word.kind == "be" or (passive and word.kind != "have")
            auxiliaries.append(word.text.lower())
        elif (
            (word.kind == "adverb" or word.text.lower() in EACH) and (auxiliaries or main) and _verb_follows(words, at)
        ):
            auxiliaries.append(word.text.lower())
        elif _is_main(words, at, bool(auxiliaries) or main is not None, main is None and at == place):
            if main is not None:
                auxiliaries.append(words[main].text.lower())
                passive = False
            main = at
        elif word.text.lower() == "to" and (main is not None or auxiliaries) and _verb_follows(words, at):
            auxiliaries += [words[main].text.lower()] if main is not None else []
            auxiliaries.append("to")
            passive, main = False, None
        else:
            break
        at += 1
        if main is not None and not (at < len(words) and words[at].text.lower() == "to" and _verb_follows(words, at)):
            break
    if (
        main is None
        and at < len(words)
        and words[at].kind == "quantity"
        and words[at].forms
        and (auxiliaries or place == at and _follows_noun(to))
    ):
        return _counted_verb(to, words, place, at, tuple(auxiliaries))
    if main is None:
        return _bare_be(to, words, place, auxiliaries, at)
    return _add_verb(to, words, place, main, tuple(auxiliaries), passive)


def _follows_noun(to: Grouping) -> bool:
    before = next((p for p in reversed(to.phrases[-2:]) if p.kind != "adverb"), None)
    return before is not None and before.kind == "noun" and not to.case


def _counted_verb(to: Grouping, words: Sequence[Word], place: int, at: int, auxiliaries: tuple[str, ...]) -> int:
    """`would double`, `tripled`: a verb that is a quantity at once is a phrase as each."""
    word = words[at]
    to.case = ""
    to.add("verb", words[place].start, word.end, word.forms[0][0])
    to.verbs[len(to.phrases) - 1] = Verb(auxiliaries, "past", False)
    to.add("quantity", word.start, word.end, word.text, word.item)
    return at + 1


def _is_main(words: Sequence[Word], at: int, after_auxiliary: bool, first: bool) -> bool:
    if after_auxiliary:
        known = agrees(words, at) if words[at].forms else words[at - 1].kind == "modal" and words[at].text.isalpha()
        return known and words[at].kind == "noun" and not words[at].text[:1].isupper()
    return first and words[at].kind == "noun" and is_verb(words, at)


def _verb_follows(words: Sequence[Word], at: int) -> bool:
    """Whether a verb or auxiliary comes next, adverbs aside."""
    for word in words[at + 1 : at + 4]:
        if word.kind != "adverb" and word.text.lower() not in EACH:
            return word.kind in AUXILIARY or word.kind == "noun" and bool(word.forms) and not word.text[:1].isupper()
    return False


def _bare_be(to: Grouping, words: Sequence[Word], place: int, auxiliaries: list[str], at: int) -> int | None:
    """`is`, `has`, `was` without another verb are the verb themselves; `to be`, `to have` behind a noun infinitives."""
    goes_on = len(auxiliaries) > 2 and auxiliaries[-2:] == ["to", "be"]
    kinds = [word.kind for word in words[place:at] if word.kind in ("be", "have", "do")]
    if not auxiliaries or not kinds and not goes_on:
        return None
    lemma = "be" if goes_on else kinds[-1]
    infinitive = len(auxiliaries) == 1 and place > 0 and words[place - 1].text.lower() == "to"
    to.add("verb", words[place].start, words[at - 1].end, lemma)
    to.verbs[len(to.phrases) - 1] = Verb(tuple(auxiliaries), "infinitive" if infinitive else "past", False)
    return at


def _add_verb(
    to: Grouping, words: Sequence[Word], place: int, main: int, auxiliaries: tuple[str, ...], passive: bool
) -> int:
    bare = not auxiliaries and place > 0 and words[place - 1].text.lower() == "to"
    lemma, form = _best_form(words[main], bool(auxiliaries), bare)
    to.case = ""
    if main + 1 < len(words) and f"{lemma} {words[main + 1].text.lower()}" in phrasal():
        lemma, main = f"{lemma}_{words[main + 1].text.lower()}", main + 1
    to.add("verb", words[place].start, words[main].end, lemma)
    form = (
        "infinitive"
        if form.startswith("base") and (bare or auxiliaries[-1:] == ("to",) and auxiliaries[0] == "to")
        else form
    )
    follows = words[main + 1].text.lower() if main + 1 < len(words) else ""
    by_whom = follows == "by" and main + 2 < len(words) and words[main + 2].kind in ("noun", "name", "determiner")
    can = any(found == "participle" for _, found in words[main].forms) if words[main].forms else False
    commas = [n for n, word in enumerate(words[:place]) if word.text == ","] if not to.verbs else []
    described = (
        commas == [place - 1]
        and place > 1
        and words[place - 2].kind in ("noun", "name")
        and lemma not in saying_verbs()
    )
    reduced = (by_whom or described) and can and not auxiliaries
    form = "participle" if reduced else form
    to.verbs[len(to.phrases) - 1] = Verb(auxiliaries, form, reduced or passive and form == "participle")
    return main + 1


def _best_form(word: Word, after_auxiliary: bool, after_to: bool) -> tuple[str, str]:
    """The form that a word most likely has there; behind `to` only the plain one (`a decision to cut`)."""
    wanted = (
        ("participle", "base", "ing", "past", "present")
        if after_auxiliary
        else ("past", "present", "participle", "ing", "base")
    )
    wanted = ("base", *wanted) if after_to else wanted
    # Whatever word stands behind a modal is a verb (`could seal a deal`).
    if not word.forms:
        return word.text.lower(), "base"
    return min(word.forms, key=lambda f: wanted.index(f[1].rstrip("?")))
