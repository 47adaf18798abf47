"""The stretch of text being read, spelled uniformly, with every offset kept.

In: a document's text and the range to read. Out: a `Segment` whose ``text`` is as long as the range:
full-width digits, letters and signs, the many dashes, tildes and spaces are replaced one for one, so that an
offset into it plus ``start`` is an offset into the document. ``folded`` is the lower-case twin.
"""

from __future__ import annotations

from string import ascii_letters
from typing import NamedTuple

from pipeline.languages.spaces import SPACES

DASHES, TILDES = "‐‑‒–−─﹣－", "〜～∼˜∽"
SINGLE = {
    "，": ",",
    "．": ".",
    "％": "%",
    "＄": "$",
    "＋": "+",
    "／": "/",
    "：": ":",
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
}
UNIFORM = str.maketrans(
    {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    | {chr(0xFEE0 + ord(letter)): letter for letter in ascii_letters}
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys(TILDES, "~")
    | dict.fromkeys(SPACES, " ")
    | SINGLE
)
UNUSUAL = frozenset(map(chr, UNIFORM))
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class Segment(NamedTuple):
    """Text to read (uniform spelling), its lower-case twin, and where it starts in the document."""

    text: str
    folded: str
    start: int

    def before(self, position: int, width: int = 40) -> str:
        """Up to `width` characters that end at `position`."""
        return self.text[max(0, position - width) : position]

    def after(self, position: int, width: int = 40) -> str:
        """Up to `width` characters from `position` on."""
        return self.text[position : position + width]


def segment(text: str, start: int, end: int) -> Segment:
    """text[start:end], spelled uniformly; every character keeps its place."""
    piece = encodable(text[start:end])
    if not piece.isascii() and not UNUSUAL.isdisjoint(piece):
        piece = piece.translate(UNIFORM)
    folded = piece.lower()
    return Segment(piece, folded if len(folded) == len(piece) else piece, start)


def encodable(piece: str) -> str:
    """Lone surrogates, which no encoding can carry, as replacement characters."""
    try:
        piece.encode()
    except UnicodeEncodeError:
        return piece.translate(SURROGATES)
    return piece
