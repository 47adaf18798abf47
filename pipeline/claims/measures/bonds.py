"""How tightly a noun and a number are bound.

In: a parsed sentence, the phrases of a quantity and of a noun. Out: whether one belongs to the other. Judgements: a
number behind an article belongs to the noun after it (`a 19% jump in profits`), one in the genitive is the size of the
noun before it, and what a bracket holds stands between nothing.
"""

from __future__ import annotations

from pipeline.claims.model import Parse

JOINING = ("and", "but", "while", "or")
LONGEST_BRACKET = 8
ARTICLES = ("a", "an", "the", "its", "their", "his", "her")


def begins_next(parse: Parse, place: int) -> bool:
    """`sales rose 3% and profits 5%`: behind `and` the next item begins."""
    after = parse.phrases[place + 1 : place + 3]
    return len(after) == 2 and after[0].text in JOINING and after[1].kind == "noun"


def is_chained(parse: Parse, place: int, cue: int) -> bool:
    """`7% of the world's electricity use`, `7% share of the market`, `a 7% rise in profits`: one hangs on the other."""
    depth = parse.phrases[place].depth
    chain = [p for p in parse.phrases[place + 1 : cue + 1] if p.depth <= depth]
    if len(chain) == 1:
        return chain[0].kind == "noun" and (chain[0].case == "of" or is_compound(parse, place))
    part = chain[1:] if len(chain) > 1 and chain[0].kind == "noun" and not chain[0].case else chain
    hung = ("of", "in") if len(part) < len(chain) else ("of",)
    return all(p.kind == "noun" and p.case in hung for p in part)


def is_size_of(parse: Parse, cue: int, place: int) -> bool:
    """`savings of about $2m`, `earnings per share of $2`: a number in the genitive is the size of what stands right
    before it."""
    hedges = parse.phrases[cue + 1 : place]
    per = len(hedges) == 1 and hedges[0].kind == "noun" and hedges[0].case == "other"
    return parse.phrases[place].case == "of" and (per or all(p.kind == "adverb" for p in hedges))


def is_compound(parse: Parse, place: int) -> bool:
    """`at a $6bn valuation`, `and a 19% jump in profits`: a number behind an article belongs to the noun after it."""
    here, before = parse.phrases[place], parse.phrases[place - 1 : place]
    after = [p for p in parse.phrases[place + 1 : place + LONGEST_BRACKET] if p.depth <= here.depth][:1]
    article = bool(before) and before[0].kind == "adverb" and before[0].text.split(" ")[0] in ARTICLES
    article |= here.text.split(" ")[0] in ARTICLES
    return article and bool(after) and after[0].kind == "noun" and not after[0].case


def between(parse: Parse, first: int, last: int) -> int:
    """How many nouns, quantities and commas stand between two phrases of the sentence."""
    return sum(p.kind in ("noun", "quantity") or p.text in (",", ";", "…") for p in parse.phrases[first + 1 : last])
