"""English text to words, with quantities, dates and names kept whole.

In: a stretch of text and the items found in it. Out: words with their class and place. Judgements: closed
classes (``claims_words``) and verbs of news (``claims_verbs``, with regular forms made by rule) are known,
everything else is a noun or adjective, which is all that finding subjects and objects needs; expressions
of two and three words (`according to`) are one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import re2

from pipeline.claims.names.items import Item
from pipeline.languages import table

WORD = re2.compile(
    r"\.[A-Z][A-Z0-9]{1,12}|[A-Z0-9]{1,8}=[A-Z0-9]{0,4}|(?:\pL\.){2,6}|(?:Corp|Inc|Co|Ltd|Mr|Ms|Mrs|Dr|St|Jr|Gov|Sen|Rep)\.|[\pL\pN]+(?:['’.&\-][\pL\pN]+)*|\S"
)
# What a terminal calls a security by, behind its name: `.DJI`, `EUR=`, `US10YT=RR`, `CLc1`, `BA.N`.
TICKER = re2.compile(r"\.[A-Z][A-Z0-9]{1,12}|[A-Z0-9]{1,8}=[A-Z0-9]{0,4}|[A-Z]{1,5}[cv]\d|[A-Z]{2,5}\.[A-Z]{1,2}")
LONGEST = 3
# What a verb may begin with before a hyphen (`re-opened`).
PREFIXES = ("re-", "over-", "under-", "out-", "co-", "pre-")
# Verbs of several syllables that double their last letter.
DOUBLING = {
    "admit",
    "commit",
    "submit",
    "permit",
    "transfer",
    "occur",
    "refer",
    "prefer",
    "defer",
    "deter",
    "incur",
    "begin",
    "regret",
    "control",
    "offset",
    "equip",
    "propel",
    "forget",
    "upset",
    "reset",
    "outbid",
    "undercut",
    "compel",
    "concur",
    "confer",
    "dispel",
    "excel",
    "expel",
    "infer",
    "omit",
    "patrol",
    "rebut",
    "recur",
    "remit",
    "repel",
}


# What stands behind a plural's apostrophe.
OWNED = ("noun", "name", "quantity", "adverb")


@dataclass(frozen=True, slots=True)
class Word:
    """`kind` is the class of the word, quantity, date, name, mark, or noun for every other; `case` what
    a preposition makes of what follows; `forms` the verbs it can be a form of, as (lemma, form)."""

    text: str
    kind: str
    start: int
    end: int
    case: str = ""
    item: int | None = None
    forms: tuple[tuple[str, str], ...] = ()


@cache
def classes() -> dict[str, tuple[str, str]]:
    """Class and case of every word of the closed classes."""
    return {row["word"]: (row["class"], row["case"]) for row in table("en", "claims_words")}


@cache
def _openers() -> frozenset[str]:
    """First words of expressions of several words."""
    return frozenset(words.split(" ")[0] for words in classes() if " " in words)


@cache
def verb_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Every form of every verb: (lemma, base | present | past | participle | ing), base forms of words that are
    as often nouns as `base?` and `present?`."""
    forms: dict[str, list[tuple[str, str]]] = {}
    for row in table("en", "claims_verbs"):
        for word, form in _forms(row["lemma"], row["past"], row["participle"]):
            unsure = "?" if row["noun"] and form in ("base", "present") else ""
            forms.setdefault(word, []).append((row["lemma"], form + unsure))
    return {word: tuple(found) for word, found in forms.items()}


def _forms(lemma: str, past: str, participle: str) -> Iterator[tuple[str, str]]:
    stem = lemma.removesuffix("e") if not lemma.endswith("ee") else lemma
    closed = lemma[-1] not in "aeiouwxy" and lemma[-2:-1] in "aeiou" and lemma[-3:-2] not in "aeiou" and len(lemma) < 5
    doubled = lemma + lemma[-1] if closed or lemma in DOUBLING else lemma
    softened = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma
    sibilant = lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
    regular = lemma + "d" if lemma.endswith("e") else (softened if softened != lemma else doubled) + "ed"
    yield lemma, "base"
    yield softened + "es" if sibilant or softened != lemma else lemma + "s", "present"
    yield past or regular, "past"
    yield participle or past or regular, "participle"
    yield (doubled if doubled != lemma else stem) + "ing", "ing"
    if lemma[-1] == "l" and lemma[-2:-1] in "aeiou" and lemma[-3:-2] not in "aeiou" and doubled == lemma and not past:
        yield from ((lemma + "led", "past"), (lemma + "led", "participle"), (lemma + "ling", "ing"))


def words(text: str, start: int, end: int, items: Sequence[Item]) -> list[Word]:
    """The words of ``text[start:end]``, items and fixed expressions as one word each."""
    found: list[Word] = []
    here = start
    for item in items:
        found += _plain(text, here, item.start)
        surface = text[item.start : item.end]
        forms = verb_forms().get(surface.lower(), ()) if item.kind == "quantity" else ()
        found.append(Word(surface, item.kind, item.start, item.end, item=item.position, forms=forms))
        here = item.end
    return found + _plain(text, here, end)


def _plain(text: str, start: int, end: int) -> list[Word]:
    spans = [span for m in WORD.finditer(text[start:end]) for span in _parted(text, start + m.start(), start + m.end())]
    found, place = [], 0
    while place < len(spans):
        opens = text[slice(*spans[place])].lower() in _openers()
        size = next(
            (
                n
                for n in range(min(LONGEST, len(spans) - place), 1, -1)
                if opens and text[spans[place][0] : spans[place + n - 1][1]].lower() in classes()
            ),
            1,
        )
        found.append(_word(text, spans[place][0], spans[place + size - 1][1]))
        place += size
    return found


@cache
def _contractions() -> dict[str, str]:
    return {row["ending"]: row["word"] for row in table("en", "claims_contractions")}


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """`we're`, `it’s`: a pronoun and its auxiliary are two words; every other word is one."""
    at = max(text.rfind("'", start, end), text.rfind("’", start, end))
    base = text[start:at].lower() if at > start else ""
    pronoun = base in word_list("claims_contracting") or classes().get(base, ("", ""))[0] == "pronoun"
    if not pronoun or text[at:end].lower().replace("’", "'") not in _contractions():
        return [(start, end)]
    return [(start, at), (at, end)]


def _word(text: str, start: int, end: int) -> Word:
    surface = text[start:end]
    lower = surface.lower().replace("’", "'")
    whole = _contractions().get(lower)
    if whole is not None:
        return Word(whole, classes()[whole][0], start, end)
    kind, case = classes().get(lower, ("", ""))
    if not kind:
        kind = (
            "mark"
            if not any(c.isalnum() for c in surface)
            else "adverb"
            if _is_adverb(lower, surface, text[max(0, start - 3) : start]) or _is_ticker(surface)
            else "noun"
        )
    return Word(surface, kind, start, end, case, forms=_verb_of(surface) if kind == "noun" else ())


def _verb_of(surface: str) -> tuple[tuple[str, str], ...]:
    """The verbs that a word can be a form of; an unknown word in -ed is a past form."""
    known = verb_forms().get(surface.lower())
    if known is None and surface.endswith("ed") and len(surface) > 5 and surface.islower() and not _describes(surface):
        return ((surface[:-2], "past"), (surface[:-2], "participle"))
    return known or ()


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one of the English lists."""
    return frozenset(row["word"] for row in table("en", name))


def _describes(word: str) -> bool:
    """Adjectives in -ed (`unchanged`, `London-based`), no forms of a verb."""
    return (
        word in word_list("claims_adjectives") or word.startswith("un") or "-" in word and not word.startswith(PREFIXES)
    )


def _is_adverb(word: str, surface: str, before: str) -> bool:
    """A word in -ly; a capital inside a sentence makes it a name (`Bentley`, `Tessaly`)."""
    ends = word.endswith("ly") and len(word) > 4 and word not in word_list("claims_not_adverbs")
    return ends and (surface.islower() or before.rstrip("\"'“‘ ")[-1:] in (".", "?", "!", "\n", ":", ""))


def _is_ticker(surface: str) -> bool:
    return not surface.isalpha() and TICKER.fullmatch(surface) is not None


def of_plural(words: Sequence[Word], after: int) -> bool:
    """`General Motors' profit`: an apostrophe behind an s, with a noun after it, that closes no quotation."""
    if not 0 < after < len(words) - 1 or words[after].text not in "'’" or words[after - 1].text[-1:] != "s":
        return False
    opened = any(w.text in "'‘" and (not n or words[n - 1].end < w.start) for n, w in enumerate(words[:after]))
    close, apart = words[after - 1].end == words[after].start, words[after].end < words[after + 1].start
    return close and apart and not opened and words[after + 1].kind in OWNED
