"""Korean words to morphemes, with quantities, dates and names kept whole.

In: a stretch of text without line breaks and the items found in it. Out: morphemes with their place
in the text, in order. Judgement: an item is covered by a stand-in that Kiwi knows (`1개`, `작년`,
`삼성`) before the words are analysed, because figures, signs and unknown names make it misread the
particle that follows (`62%는` becomes the verb 늘다). The stand-in ends in a consonant or a vowel as
the following particle needs. Kiwi is loaded once per process, when the first sentence comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kiwipiepy import Kiwi

from pipeline.claims.names.items import Item
from pipeline.languages import table

# How far behind the best reading another may lie before it is given up (the analyser's default is 8): a seventh less
# time, and the rows of 2 in 1,279 real documents and sentences change.
CUTOFF = 5.0
STAND_INS = {"quantity": ("1원", "1개"), "date": ("작년", "올해"), "name": ("삼성", "도요타")}
JOINERS = ("와", "과")
AFTER_VOWEL = "는를가로와랑며고나라란다였여지면니"


class Morpheme(NamedTuple):
    """`tag` is Kiwi's without its inflection class, or the kind of the item that stands here."""

    form: str
    tag: str
    start: int
    end: int
    item: int | None = None


@cache
def kiwi() -> Kiwi:
    """The analyser of this process; loading it takes about 1.5 seconds and 550 MB."""
    analyser = Kiwi(num_workers=1)
    analyser.global_config.cutoff_threshold = CUTOFF
    for row in table("ko", "claims_analyser_words"):
        analyser.add_user_word(row["word"], row["tag"])
    return analyser


def analyse(text: str, start: int, end: int, items: Sequence[Item]) -> list[Morpheme]:
    """The morphemes of ``text[start:end]``; items must lie inside, in order, without overlap.

    Consonants that chat hangs onto words (`했는뎅`) are not looked for: news has none, and looking takes time.
    """
    covered, pieces = _cover(text, start, end, items)
    return list(_uncover(kiwi().tokenize(covered, z_coda=False), pieces))


def _cover(text: str, start: int, end: int, items: Iterable[Item]) -> tuple[str, list[tuple]]:
    """The text with stand-ins, and its pieces as (place in it, length, place in the text, item)."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int, Item | None]] = []
    length = 0

    def add(words: str, place: int, item: Item | None) -> None:
        nonlocal length
        if words:
            parts.append(words)
            pieces.append((length, len(words), place, item))
            length += len(words)

    here = start
    for item in items:
        add(text[here : item.start].replace("\n", " "), here, None)
        add(_stand_in(item, text[item.end : item.end + 2]), item.start, item)
        here = item.end
    add(text[here:end].replace("\n", " "), here, None)
    return "".join(parts), pieces


def _stand_in(item: Item, after: str) -> str:
    """The stand-in that ends as the particle after it needs: a vowel before 는, a consonant before 은."""
    vowel = not after or not after[0].isalnum() or (after[0] in AFTER_VOWEL and not after.startswith("가량"))
    return STAND_INS[item.kind][vowel]


def _without_joiner(this: Morpheme) -> Iterator[Morpheme]:
    """An unknown name and the 와 or 과 that the analyser took for its end (`애로우와 화성통신`)."""
    bare, last = this.form[:-1], this.form[-1:]
    joins = len(bare) > 1 and this.end - this.start == len(this.form)
    if joins and "가" <= bare[-1] <= "힣" and ((ord(bare[-1]) - ord("가")) % 28 == 0) == (last == "와"):
        yield Morpheme(bare, this.tag, this.start, this.end - 1)
        yield Morpheme(last, "JC", this.end - 1, this.end)
    else:
        yield this


def _uncover(tokens: Sequence, pieces: Sequence[tuple]) -> Iterator[Morpheme]:
    """Kiwi's tokens at their place in the text; the tokens of a stand-in become one morpheme."""
    rest, done, stop = iter(pieces), None, 0
    for token in tokens:
        start = token.start
        while start >= stop:
            place, length, origin, item = next(rest)
            stop = place + length
        if item is None:
            begin = origin + start - place
            this = Morpheme(token.form, token.tag.partition("-")[0], begin, begin + token.len)
            if this.tag == "NNP" and this.form.endswith(JOINERS):
                yield from _without_joiner(this)
            else:
                yield this
        elif done is not item:
            done = item
            tag = "NNP" if item.kind == "name" else item.kind
            yield Morpheme(item.kind, tag, item.start, item.end, item.position)
