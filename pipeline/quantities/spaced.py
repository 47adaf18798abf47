"""Numerals in words that stand apart, as Latin script writes them.

In: a text and a numeral word of it. Out: whether the word is whole, runs on into a compound (`one-time`), or continues
the number before it.
"""

from __future__ import annotations

from pipeline.quantities.lookup import Words, latin
from pipeline.quantities.number import Sum, Word


def whole_word(text: str, end: int) -> bool:
    """Whether no Latin letter or digit follows."""
    return not latin(text[end : end + 1])


def begins_compound(folded: str, end: int, words: Words[Word]) -> bool:
    """Whether a numeral word runs on into a word of another kind (`one-time`, but not `twenty-five`)."""
    if folded[end : end + 1] != "-":
        return False
    following = words.at(folded, end + 1)
    return following is None and not folded.startswith("and", end + 1)


def spaced_step(text: str, at: int, end: int, word: Word, joiner: str, total: Sum, compound: bool) -> bool:
    """Whether a Latin-script numeral or scale continues the number: whole words, no two numbers in a row;
    `compound` says that it runs on into a word of another kind."""
    if not whole_word(text, end) or (joiner == "" and text[at - 1].isascii() and text[at - 1].isalpha()):
        return False
    if word.role == "point":
        spelled = text[end : end + 1] == " " and text[end + 1 : end + 4].isalpha()
        return joiner == " " and spelled and total.last != "digits"
    if joiner in (" -", "- "):  # `2.2- billion`, as a broken line leaves it
        return word.role == "large" and total.last == "digits"
    if word.role in ("digit", "tens") and joiner == " " and (total.printed or compound):
        return False  # `$2.6 million one-time gain`
    if joiner == " - ":  # `ninety - five`, as text cut into words spells it
        return total.last == "tens" and word.role == "digit" and not total.printed
    if joiner.strip() in ("and", ",", "&") and word.role != "part":
        joins = ("small",) if total.printed else ("small", "large")  # `3 hundred and one`
        return total.last in joins and word.role in ("digit", "tens")
    return not (word.role in ("digit", "tens") and total.last == "digits")
