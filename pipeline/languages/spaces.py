"""The spaces of Unicode made alike, every character at its place.

In: any text. Out: a text of the same length in which every blank of another width, or that no line may break at, is a
plain space. Web pages put them between words, most of all before units and in Korean, where a reader that looks for
the end of a word at a space would take a whole clause for one. Tabs and line breaks divide more than words: they stay.
"""

from __future__ import annotations

SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
WIDE = frozenset(SPACES)
PLAIN = str.maketrans(dict.fromkeys(SPACES, " "))


def evenly_spaced(text: str) -> str:
    """The text with plain spaces, character for character as long."""
    return text if text.isascii() or WIDE.isdisjoint(text) else text.translate(PLAIN)
