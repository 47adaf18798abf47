"""The two currencies of a rate.

In: a document, its readings and quantities. Out: the readings, where a rate has the currency that is told of as its
subject and the other one as its object. Judgements:
- a pair is two currencies with a sign between (`달러-엔`, `EUR/USD`), before a word for a rate (`원 엔 환율`), or with
  words for what it is against (`유로에 대한 달러 환율`); the first is told of, but the reader's own wherever it stands;
- a pair with a sign is told of as it is written (`원·달러 환율`), and the other currency is still its object;
- a number is of the pair that its subject names, else of the one it is per (`달러당 1400원`), else, where its subject
  names no currency, of the last pair before it or the first one behind it;
- what is told of a pair is its rate, whatever else its verb could measure (`원/달러 환율은 1400원에 마감했다`); how
  long something lasted is told of the same currency.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import re2

from pipeline.claims.claim import Reading
from pipeline.claims.model import Document
from pipeline.claims.names.words import role_ends, role_list
from pipeline.claims.parties.filled import OBJECT, SUBJECT, filled
from pipeline.claims.scene import Name
from pipeline.languages import table
from pipeline.languages.sentences import encodable
from pipeline.mentions import Quantity

RATE, LASTING = "exchange_rate", "duration"
# What a verb of a market, or none, measures where its subject is a rate.
MISTAKEN = ("stock_price", "index_level", "price", "market_cap", "trade_volume", "growth", "other")
KINDS = ("money", "percent", "percentage_point", "other")
WORDS, NAMES, RATED = "claims_rate_words", "claims_paired_currencies", "rate"
SIGNS = "[·/∙ㆍ・‧-]"
LONGEST_PER = 12


class Pair(NamedTuple):
    """The currency told of, the other one, and where their words stand."""

    told: Name
    other: Name
    start: int
    end: int


def in_pairs(document: Document, readings: Sequence[Reading], quantities: Sequence[Quantity]) -> list[Reading]:
    """The readings, rates with both of their currencies."""
    done, pairs = list(readings), find_pairs(document)
    starts = [pair.start for pair in pairs]
    for number, reading in enumerate(done):
        quantity = quantities[number]
        pair = _named(reading.subject, pairs, starts)
        if pair is None and _is_rated(document, reading):
            pair = _per(document, quantity) or _nearest(document, reading, quantity, pairs, starts)
        rates = quantity.kind in KINDS and reading.claim.metric in (RATE, *MISTAKEN)
        if pair is not None and (rates or quantity.kind == LASTING):
            done[number] = _of_pair(document, reading, quantity, pair)
    return done


def _named(name: Name | None, pairs: Sequence[Pair], starts: Sequence[int]) -> Pair | None:
    """The pair that a subject's words are part of or hold."""
    if name is None or name.entity:
        return None
    last = bisect_right(starts, name.end) - 1
    return pairs[last] if last >= 0 and name.start < pairs[last].end and pairs[last].start < name.end else None


def _is_rated(document: Document, reading: Reading) -> bool:
    """Whether a claim is of a rate, or its subject's words are ones for it."""
    return reading.claim.metric == RATE or _words(document, reading).endswith(
        role_ends(document.language, WORDS, RATED)
    )


def _words(document: Document, reading: Reading) -> str:
    name = reading.subject
    return name.words_in(document.text) if name is not None else ""


def _of_pair(document: Document, reading: Reading, quantity: Quantity, pair: Pair) -> Reading:
    reading = filled(document, reading, SUBJECT, pair.told)
    if quantity.kind == LASTING:
        return reading
    claim = reading.claim
    claim = claim._replace(metric=RATE, reason=None) if claim.metric in MISTAKEN else claim
    return filled(document, reading._replace(claim=claim), OBJECT, pair.other)


def _nearest(
    document: Document, reading: Reading, quantity: Quantity, pairs: Sequence[Pair], starts: Sequence[int]
) -> Pair | None:
    """The last pair before a number whose subject names no currency, else the first one behind it."""
    bare = reading.subject is None or _words(document, reading).endswith(role_ends(document.language, WORDS, RATED))
    if not bare or not pairs or quantity.kind == LASTING and reading.subject is None:
        return None
    return pairs[max(0, bisect_right(starts, quantity.start) - 1)]


def _per(document: Document, quantity: Quantity) -> Pair | None:
    """`달러당 1400원`, `100엔당 900원`: the currency of the number and the one that it is per."""
    names = table(document.language, NAMES)
    own = next((row["name"] for row in names if row["unit"] == quantity.unit), None)
    before = document.text[max(0, quantity.start - LONGEST_PER) : quantity.start].rstrip()
    pers = [(r, per) for r in names for per in role_list(document.language, WORDS, "per")]
    found = [(r, per) for r, per in pers if before.endswith(r["word"] + per)] if own is not None else []
    if not found:
        return None
    row, per = max(found, key=lambda one: len(one[0]["word"]))
    end = max(0, quantity.start - LONGEST_PER) + len(before) - len(per)
    other = Name(row["name"], None, end - len(row["word"]), end)
    told = Name(own, None, quantity.start, quantity.end)
    return Pair(told, other, other.start, quantity.end) if own != row["name"] else None


def find_pairs(document: Document) -> list[Pair]:
    """Every pair of currencies in a text, in order."""
    text, pattern = document.text, _pattern(document.language)
    if pattern is None:
        return []
    rows, found = _rows(document.language), []
    for match in pattern.finditer(encodable(text)):
        # Each way of writing a pair has two groups of its own.
        one, other = [n for n in range(1, pattern.groups + 1) if match.group(n)]
        sides = [(rows[match.group(n)], match.start(n), match.end(n)) for n in (one, other)]
        sides = sides[::-1] if sides[1][0]["side"] else sides
        told, against = (Name(row["name"], None, start, end) for row, start, end in sides)
        if told.text != against.text:
            sign = text[match.end(one) : match.start(other)].strip(" ")
            told = _written(document, match.start(one), match.end(other)) if sign and sign in SIGNS else told
            found.append(Pair(told, against, match.start(one), match.end()))
    return found


def _written(document: Document, start: int, end: int) -> Name:
    """A pair as it is written, with the word for a rate behind it: `원·달러 환율`, `EUR/USD`."""
    behind = (f"{gap}{rate}" for gap in (" ", "") for rate in role_ends(document.language, WORDS, RATED))
    end += max((len(words) for words in behind if document.text.startswith(words, end)), default=0)
    return Name(document.text[start:end], None, start, end)


@cache
def _rows(language: str) -> dict[str, dict[str, str]]:
    return {row["word"]: row for row in table(language, NAMES)}


@cache
def _pattern(language: str) -> re2.Pattern | None:
    """What finds a pair: with a sign between, or with words for what the first is against before a rate."""
    words = sorted((row["word"] for row in table(language, NAMES)), key=len, reverse=True)
    if not words:
        return None
    currency = f"({'|'.join(map(re2.escape, words))})"
    rate = "|".join(map(re2.escape, role_ends(language, WORDS, RATED)))
    against = "|".join(map(re2.escape, role_ends(language, WORDS, "against")))
    ways = [f"{currency} ?{SIGNS} ?{currency}(?: ?(?:{rate}))?"]
    ways += [f"{currency}(?:{against})? {currency} ?(?:{rate})"] if rate else []
    # Particles may be glued to a pair, a letter of another script makes a word of it.
    behind = r"[^\pL]|\p{Hangul}|$"
    return re2.compile(rf"(?:^|[^\pL])(?:{'|'.join(ways)})(?:{behind})")
