"""Words that only look like a numeral: `이상`, `한편`, `tenant`.

In: a language's code, its numeral words, and what else may stand behind one. Out: the words of ``lookalikes.csv``, each
with whether nothing behind its first numeral word can go on with the number (`이상`, but not `조사`: 조 and 사 are
numerals both). Where nothing can, no number need be read to know that there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.languages import table
from pipeline.quantities.lookup import Words

# The parts of ``number_words.csv`` that make a share of the number before them, and what else its words are joined by.
JOINING = ("fraction", "mixed", "among")
BETWEEN = frozenset(" ,-.&여0123456789")


def lookalikes(code: str, numerals: Sequence[str], joining: Iterable[str]) -> Words[bool]:
    """The words, each with whether it is sure to be none."""
    goes_on = BETWEEN | {word[0] for word in (*numerals, *joining)}
    begun = {word[:length] for word in numerals for length in range(1, len(word) + 1)}
    first = Words(dict.fromkeys(numerals, True))
    found = {}
    for surface in (row["surface"] for row in table(code, "lookalikes")):
        end = (first.at(surface, 0) or (True, len(surface)))[1]
        found[surface] = end < len(surface) and surface[end] not in goes_on and surface[: end + 1] not in begun
    return Words(found)
