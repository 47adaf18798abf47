"""The place that a report opens with, which nothing is told of: `NEW DELHI: Fuel prices rose 5 percent.`

In: a document, its names and a sentence. Out: where the sentence's own words begin. Judgements: only running text at
the start of a paragraph has a dateline; its place is written in capitals, or known as a place that is no country, for
`JAPAN: Exports fell` is told of Japan; a name that is known as anything else is no place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import re2

from pipeline.claims.model import Document
from pipeline.claims.names.demonyms import countries
from pipeline.claims.names.entities import Mention
from pipeline.languages import table
from pipeline.languages.sentences import encodable
from pipeline.mentions import Sentence

LONGEST = 80
FINAL = ".!?\"'”’"


@cache
def _pattern(language: str) -> re2._Regexp | None:
    forms = [row["pattern"] for row in table(language, "claims_datelines")]
    return re2.compile("|".join(forms)) if forms else None


def behind_dateline(document: Document, names: Sequence[Mention], sentence: Sentence) -> int:
    """Where a sentence begins, without the place that its report was sent from."""
    text, start = document.text, sentence.start
    pattern = _pattern(document.language)
    if pattern is None or start and text[start - 1] != "\n" or text[sentence.end - 1] not in FINAL:
        return start
    found = pattern.match(encodable(text[start : min(sentence.end, start + LONGEST)]))
    if found is None:
        return start
    at = bisect_left(names, start, key=lambda m: m.start)
    known = names[at].entity if at < len(names) and names[at].start == start else None
    if known is None:
        return start + found.end() if (found.group(1) or found.group(2)).isupper() else start
    town = known.type == "place" and known.entity_id not in countries(document.language)
    return start + found.end() if town else start
