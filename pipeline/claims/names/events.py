"""The event that a text tells of: an earthquake, a storm, a fire.

In: a document. Out: a `Name` or None. Judgements, rows of ``claims_events``: it is named in the text's first lines, or
is what met with an accident (``claims_accidents``: `a ferry sank`), and no body called after it (`the Fire
Department`); a name beside its noun belongs to it (`Typhoon Mina`, `the Tessaly earthquake`), and one that has a name
is meant before one that has none; of several sorts without a name (`storms and earthquakes`) none is meant. In Korean
the noun that the text names most is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from pipeline.claims.model import Document
from pipeline.claims.names.trimming import spans_of
from pipeline.claims.names.words import role_list, word_list
from pipeline.claims.scene import Name

LEAD = 400
LONGEST_NAME = 3
# How many words an accident and its verb are.
NEAR = 3
ARTICLES = ("The", "A", "An", "This", "That")
MARKS = ".,;:!?'\"’”)"

Span = tuple[int, int]


def find_event(document: Document) -> Name | None:
    """The event of a text's first lines, the first with a name before the first of all."""
    if not word_list(document.language, "claims_events"):
        return None
    if document.traits.glued:
        return _glued(document)
    found = list(_events(document))
    called = next((name for name, proper in found if proper), None)
    alike = len({name.text.lower() for name, _ in found}) == 1
    return called or (found[0][0] if alike else None)


def _glued(document: Document) -> Name | None:
    """The event of the first lines that the text names most, where particles are glued to its noun; of two within one
    another the longer."""
    text, (nouns, search) = document.text, _search(document.language)
    named = {nouns[number] for number, *_ in search.find_matches_as_indexes(text[:LEAD], overlapping=True)}
    found = [(-text.count(noun), -len(noun), text.find(noun), noun) for noun in named]
    whole = [event for event in found if not any(event[3] in other[3] != event[3] for other in found)]
    if not whole:
        return None
    _, _, start, noun = min(whole)
    return Name(noun, None, start, start + len(noun))


@cache
def _search(language: str) -> tuple[list[str], AhoCorasick]:
    """The nouns for events, and what finds them all in one go."""
    nouns = sorted(word_list(language, "claims_events"))
    return nouns, AhoCorasick(nouns)


def _events(document: Document) -> Iterator[tuple[Name, bool]]:
    """The events that the first lines name, and whether each has a name."""
    text, nouns = document.text, word_list(document.language, "claims_events")
    spans = [(start, start + len(text[start:end].rstrip(MARKS))) for start, end in spans_of(text, 0, LEAD)]
    for at, (start, end) in enumerate(spans):
        if _meets_accident(text, document.language, spans[at : at + NEAR]):
            yield Name(text[start:end], None, start, end), False
        if text[start:end].lower() not in nouns or _is_body(text, document.language, spans[at : at + 2]):
            continue
        if text[start].isupper() and at + 1 < len(spans) and _is_capital(text, spans[at + 1], end):
            yield Name(text[start : spans[at + 1][1]], None, start, spans[at + 1][1]), True
        else:
            first = _first(text, spans, at)
            yield Name(text[first:end], None, first, end), first < start


def _meets_accident(text: str, language: str, spans: Sequence[Span]) -> bool:
    """`after a ferry sank`: a thing with the verb of an accident right behind it."""
    words = [text[slice(*span)].lower() for span in spans]
    verbs = role_list(language, "claims_accidents", "verb")
    return words[0] in role_list(language, "claims_accidents", "thing") and any(word in verbs for word in words[1:])


def _is_body(text: str, language: str, spans: Sequence[Span]) -> bool:
    """`Halden Fire Department`: a body that is called after what it fights."""
    behind = text[slice(*spans[-1])]
    return len(spans) > 1 and text[spans[0][0]].isupper() and behind in word_list(language, "claims_of_names")


def _is_capital(text: str, span: Span, end: int) -> bool:
    """Whether a capitalised word stands right behind the place `end`."""
    return span[0] == end + 1 and text[span[0]].isupper()


def _first(text: str, spans: Sequence[Span], at: int) -> int:
    """Where the name before an event's noun begins: the capitalised words right before it."""
    begin = at
    while begin and at - begin < LONGEST_NAME and spans[begin][0] == spans[begin - 1][1] + 1:
        if not text[spans[begin - 1][0]].isupper() or text[slice(*spans[begin - 1])] in ARTICLES:
            break
        begin -= 1
    return spans[begin][0]
