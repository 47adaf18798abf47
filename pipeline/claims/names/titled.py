"""People who go on under their family name and office: `한서준 나래은행 회장` … `한 회장`.

In: a text and its language. Out: for every short form the stretch that names the person in full. Judgements: the full
name is a family name of ``claims_surnames`` with two more syllables, at most two words (a house) and an office that
ends like the short one, before the short form; where two people fit, nobody is meant. A language without family names
in its table has no such forms.
"""

from __future__ import annotations

from functools import cache
from itertools import islice

import re2

from pipeline.claims.names.entities import tails
from pipeline.languages import table
from pipeline.languages.sentences import encodable

Span = tuple[int, int]
# How many short forms of a text are looked for.
MOST = 24
# What makes another, lower office of an office: 부회장.
VICE = "부"


@cache
def _short(language: str) -> re2.Pattern | None:
    """What finds a family name before an office."""
    surnames = "|".join(sorted(row["word"] for row in table(language, "claims_surnames")))
    words = (re2.escape(row["word"]) for row in table(language, "claims_offices"))
    offices = "|".join(sorted(words, key=len, reverse=True))
    return re2.compile(rf"(?:^|[^\pL\pN])({surnames}) ({offices})(\pL{{0,4}})") if surnames else None


def titled(text: str, language: str) -> dict[str, Span]:
    """Short form to the stretch that names the person in full."""
    pattern = _short(language)
    first: dict[tuple[str, str], int] = {}
    for match in pattern.finditer(encodable(text)) if pattern else ():
        if not match.group(3) or match.group(3) in tails(language):
            first.setdefault((match.group(1), match.group(2)), match.start(1))
    found = ((key, _full(text, *key, end)) for key, end in islice(first.items(), MOST))
    return {f"{surname} {office}": span for (surname, office), span in found if span is not None}


def _full(text: str, surname: str, office: str, end: int) -> Span | None:
    """The only person of that family name and office who is named before `end`."""
    name = rf"(?:^|[^\pL\pN])({surname}\pL{{2}})(?:\([^()]{{1,20}}\))? (?:[^\s.,]{{1,20}} ){{0,2}}"
    pattern = re2.compile(rf"{name}(\pL{{0,8}}?){re2.escape(office)}")
    held = [m for m in pattern.finditer(encodable(text[:end])) if not m.group(2).endswith(VICE)]
    return (held[0].start(1), held[0].end()) if len({m.group(1) for m in held}) == 1 else None
