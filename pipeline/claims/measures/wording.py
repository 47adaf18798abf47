"""What stands around the words of a cue: whether they name a measure there.

In: text, a phrase and the place of the words in it. Out: yes or no. Judgements: capitals beside capitals are those of a
name, but in a headline or a label; what stands before a word for who acts measures nothing; what a thing is worth is no
valuation; rates of something else are none of interest (``claims_bare_cues``).
"""

from __future__ import annotations

from functools import cache

from pipeline.claims.model import Parse, Phrase
from pipeline.claims.names.words import descriptions, word_list
from pipeline.languages import language as traits
from pipeline.languages import table

LONGEST_SMALL_WORD = 3
# Types of those who act.
ACTING = {"company", "government", "organisation", "person"}
# How many phrases a bracket between a label and its colon may hold.
LONGEST_LABEL = 6
WORTH = "worth"


def is_headline(words: str) -> bool:
    """Whether more than three in four of the longer words are capitalised, as in an English headline."""
    long = [word for word in words.split() if len(word) > LONGEST_SMALL_WORD and word.isascii() and word.isalpha()]
    return bool(long) and 4 * sum(word[0].isupper() for word in long) > 3 * len(long)


def is_in_name(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether a capitalised word stands beside other capitalised ones of its phrase (`Daon Savings Association`)."""
    if not text[start].isupper() or text[start + 1 : start + 2].isupper() or not text[start].isascii():
        return False
    before, after = text[first:start].split(), text[end:last].split()
    return bool(before and before[-1][0].isupper() and before[-1] != "The") or bool(after and after[0][0].isupper())


def is_label(parse: Parse, number: int) -> bool:
    """`Adjusted Net Debt (AND): $5m`, `Total Revenue of $5m`: capitals before a colon or a size are a label's."""
    here, after = parse.phrases[number], parse.phrases[number + 1 : number + LONGEST_LABEL]
    behind = next((p for p in after if p.depth <= here.depth), None)
    sized = any(p.kind == "quantity" and p.case == "of" for p in after[:1])
    return sized or behind is not None and behind.text == ":"


def is_before_house(text: str, phrase: Phrase, end: int, language: str) -> bool:
    """`a lending agency`, `the bond insurer`: what stands before a word for who acts measures nothing."""
    last = text[end : phrase.end].rpartition(" ")[2].lower() if phrase.kind == "noun" else ""
    return (
        bool(last) and traits(language).capitals and bool(ACTING & set(descriptions(language).get(f"the {last}", ())))
    )


def is_worth_of_thing(words: str, before: str, phrase: Phrase, language: str) -> bool:
    """`cigarettes worth $400`, `tax cuts worth $6bn`: what a thing is worth is no valuation but of who acts or of a
    market, whatever else it measures."""
    if words != WORTH or words not in _bare_cues(language) or phrase.kind != "noun" or not before.strip():
        return False
    noun = before.split()[-1].lower()
    markets = {row["subject"] for row in table(language, "claims_turned") if row["metric"] == "valuation"}
    acts = ACTING & set(descriptions(language).get(f"the {noun}", ()))
    return noun.islower() and not acts and noun not in markets and noun not in _bare_cues(language)[WORTH][1]


def read_bare(cue: str, before: str, language: str) -> str:
    """A cue of ``claims_bare_cues`` as what stands before it lets it be read: `obesity rates` are only a rate, `higher
    short-term rates` are those of interest."""
    row = _bare_cues(language).get(cue)
    last = before.split(" ")[-2] if row is not None and before.endswith(" ") else ""
    common = last.islower() and not last.endswith("er") and last not in word_list(language, "claims_adjectives")
    return row[0] if row is not None and common and last not in row[1] else cue


@cache
def _bare_cues(language: str) -> dict[str, tuple[str, frozenset[str]]]:
    rows = table(language, "claims_bare_cues")
    return {row["word"]: (row["reads"], frozenset(row["before"].split("|"))) for row in rows}
