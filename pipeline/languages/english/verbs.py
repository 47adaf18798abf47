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
from pipeline.languages.english.words import Word

OPENS_NOUN = {"determiner", "preposition"}
GERUND_AFTER = {"after", "before", "by", "for", "without", "from", "since"}
# How far into a headline its verb may stand.
LATEST_HEADLINE_VERB = 5
EACH = {"each", "both", "all", "since"}
PHRASAL = {"make up", "take up", "set up", "end up", "give up", "snap up", "buy up", "sell off", "spin off", "lay off", "let go", "take over", "pay off", "write off", "set aside", "bring in", "take in"}
COUNTING = ("that", "to", "about", "between", "at least", "up to", "more than", "less than", "nearly", "roughly", "around",
            "over", "only", "just", "as much as", "an estimated")


def verb_group(to: Grouping, words: Sequence[Word], place: int) -> int | None:
    """The place after a verb group that starts here, or None."""
    auxiliaries: list[str] = []
    passive, at, main = False, place, None
    while at < len(words):
        word = words[at]
        if word.kind in AUXILIARY:
            passive = word.kind == "be" or (passive and word.kind != "have")
            auxiliaries.append(word.text.lower())
        elif (word.kind == "adverb" or word.text.lower() in EACH) and (auxiliaries or main) and _verb_follows(words, at):
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
    if main is None and at < len(words) and words[at].kind == "quantity" and words[at].forms and (auxiliaries or place == at and _follows_noun(to)):
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
        return bool(words[at].forms) and words[at].kind == "noun" and not words[at].text[:1].isupper()
    return first and words[at].kind == "noun" and is_verb(words, at)


def _verb_follows(words: Sequence[Word], at: int) -> bool:
    """Whether a verb or auxiliary comes next, adverbs aside."""
    for word in words[at + 1:at + 4]:
        if word.kind != "adverb" and word.text.lower() not in EACH:
            return word.kind in AUXILIARY or word.kind == "noun" and bool(word.forms) and not word.text[:1].isupper()
    return False


def _bare_be(to: Grouping, words: Sequence[Word], place: int, auxiliaries: list[str], at: int) -> int | None:
    """`is`, `has`, `was` without another verb are the verb themselves."""
    goes_on = len(auxiliaries) > 2 and auxiliaries[-2:] == ["to", "be"]
    kinds = [word.kind for word in words[place:at] if word.kind in ("be", "have", "do")]
    if not auxiliaries or not kinds and not goes_on:
        return None
    lemma = "be" if goes_on else kinds[-1]
    to.add("verb", words[place].start, words[at - 1].end, lemma)
    to.verbs[len(to.phrases) - 1] = Verb(tuple(auxiliaries), "past", False)
    return at


def _add_verb(to: Grouping, words: Sequence[Word], place: int, main: int, auxiliaries: tuple[str, ...], passive: bool) -> int:
    lemma, form = _best_form(words[main], bool(auxiliaries))
    to.case = ""
    if main + 1 < len(words) and f"{lemma} {words[main + 1].text.lower()}" in PHRASAL:
        lemma, main = f"{lemma}_{words[main + 1].text.lower()}", main + 1
    to.add("verb", words[place].start, words[main].end, lemma)
    bare = not auxiliaries and place > 0 and words[place - 1].text.lower() == "to"
    form = "infinitive" if form.startswith("base") and (bare or auxiliaries[-1:] == ("to",) and auxiliaries[0] == "to") else form
    follows = words[main + 1].text.lower() if main + 1 < len(words) else ""
    by_whom = follows == "by" and main + 2 < len(words) and words[main + 2].kind in ("noun", "name", "determiner")
    can = any(found == "participle" for _, found in words[main].forms) if words[main].forms else False
    commas = [n for n, word in enumerate(words[:place]) if word.text == ","] if not to.verbs else []
    described = commas == [place - 1] and place > 1 and words[place - 2].kind in ("noun", "name") and lemma not in saying_verbs()
    reduced = (by_whom or described) and can and not auxiliaries
    form = "participle" if reduced else form
    to.verbs[len(to.phrases) - 1] = Verb(auxiliaries, form, reduced or passive and form == "participle")
    return main + 1


def _best_form(word: Word, after_auxiliary: bool) -> tuple[str, str]:
    wanted = ("participle", "base", "ing", "past", "present") if after_auxiliary else ("past", "present", "participle", "ing", "base")
    return min(word.forms, key=lambda f: wanted.index(f[1].rstrip("?")))


def is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at`, standing after a noun or at the start, works as a verb there."""
    word = words[at]
    if not word.forms or (word.text[:1].isupper() and at):
        return False
    before = words[at - 1] if at else None
    forms = {form for _, form in word.forms}
    if before is not None and before.kind == "noun" and "past" in {form for _, form in before.forms} and "past" not in forms:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    counts = after is not None and (after.kind in ("quantity", "determiner") or after.text.lower() in COUNTING)
    counts |= after is not None and before is not None and before.kind in ("mark", "relative") and after.kind == "noun" and after.text[:1].isupper()
    if before is None or before.kind in ("mark", "conjunction", "subordinator"):
        joined = before is not None and bool(forms & {"present", "base"} or counts and forms & {"present?", "base?"})
        takes = "ing" in forms and before is not None and before.text == "," and word.text.lower() not in _describing()
        return bool(forms & {"past", "participle"}) or ("ing" in forms and (takes or not _opens(after))) or joined
    if before.text.lower() == "whose":
        return False
    if before.kind == "relative" or before.kind in AUXILIARY or before.text.lower() == "to":
        return True
    if before.kind == "adverb":
        return bool(forms & {"past", "participle", "present", "base"} or counts and forms & {"present?", "base?"})
    if before.kind in OPENS_NOUN:
        return before.text.lower() in GERUND_AFTER and "ing" in forms and after is not None and after.kind in ("quantity", "determiner", "name")
    if forms & {"past", "participle"}:
        return after is None or after.kind != "noun" or before.kind in ("name", "pronoun", "quantity", "date") or "past" in forms
    if forms & {"present", "base"}:
        return before.kind in ("noun", "name", "pronoun", "quantity", "date") and _agrees(word, before)
    if forms & {"present?", "base?"}:
        if (before.kind == "name" or before.text[:1].isupper() and at < LATEST_HEADLINE_VERB or _takes_name(after)) and _rules(words, at):
            return True
        return counts and _agrees(word, before) or (after is None or after.kind == "mark") and before.kind in ("noun", "name") and _says(word)
    return "ing" in forms and before.kind in ("noun", "name") and after is not None and after.kind in ("quantity", "determiner")


def _rules(words: Sequence[Word], at: int) -> bool:
    """`Dodam charges drivers a fee`: such a word after a name is the verb where its sentence has no other."""
    ruling = any(row["lemma"] == lemma for row in table("en", "claims_verbs_after_names") for lemma, _ in words[at].forms)
    rest: list[Word] = []
    for word in words[at + 1:]:
        if word.kind in ("mark", "subordinator", "relative", "conjunction"):
            break
        rest.append(word)
    other = any(word.kind in AUXILIARY or any(form == "past" for _, form in word.forms) for word in rest)
    return ruling and bool(rest) and not other


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


@cache
def _describing() -> frozenset[str]:
    """Forms in -ing that describe the noun after them (`, rising costs`)."""
    return frozenset(row["word"] for row in table("en", "claims_describing"))


def _opens(after: Word | None) -> bool:
    return after is None or after.kind == "noun"
