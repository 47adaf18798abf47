"""Halves and quarters of a match, which are none of the year: ``a penalty in the second half``; a batsman's centuries.

In: a text, a half or quarter that names no year, and the `Lexicon`. Out: whether it is one of a game. Judgements: it
is before what is played or told (``of the season``) and where a word of games stands near (goal, penalty, referee)
and none of business, no money and no share in its own sentence; a language with other words for the halves of a match
lists none.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.dates.hints import STOPS
from pipeline.dates.lexicon import Lexicon
from pipeline.dates.tokens import Token

NEAR, SENTENCE = 240, 120
OF_WHAT, OF_WORDS = 40, 4
AMOUNTS = "%$£€¥₩"
BARE = frozenset("tOoUQH")
HALVES = ("quarter", "half", "century")


def is_of_a_game(text: str, tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether the tokens name a half or quarter of a match."""
    if not words.games or not {token.kind for token in tokens} <= BARE or not _is_half(tokens[-1]):
        return False
    start, end = tokens[0].start, tokens[-1].end
    if not words.contests.isdisjoint(_words(text[end : end + OF_WHAT])[:OF_WORDS]):
        return True
    before, after = text[max(0, start - SENTENCE) : start], text[end : end + SENTENCE]
    for stop in STOPS:
        before, after = before.rpartition(stop)[2], after.partition(stop)[0]
    said = f"{before} {after}"
    if any(sign in said for sign in AMOUNTS) or not words.business.isdisjoint(_words(said)):
        return False
    return not words.games.isdisjoint(_words(text[max(0, start - NEAR) : end + NEAR]))


def _is_half(last: Token) -> bool:
    return last.kind in "QH" or last.kind == "U" and last.value in HALVES


def _words(said: str) -> list[str]:
    return [word.strip(".,;:!?()\"'’”“-").removesuffix("'s") for word in said.lower().split()]
