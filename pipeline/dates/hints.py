"""Words beside a bare date that point forward: ``will open on Monday``, ``by December``, ``3월 출시할 예정``.

In: a text, the span of a date that says no year, and the `Lexicon`. Out: whether the date lies ahead.
Judgements: what stands before the date counts in languages with cues of the role forward (will, until, set
to; unless `strict`, as for weekdays, also of the role perhaps: would, planned), unless a word that looks back (said,
bought, any other -ed) stands nearer without a forward one before it (will hit); what stands behind it counts in
languages with cues of the role ahead (예정, 열린다), unless a past form stands between, and where the sentence ends
in one of the role final (한다), unless a past form or a word of the role report (따르면) stands between; so does one
of the role early in front (``늦어도 3월 초``), and a date that is itself what is said (``발인은 15일이다.``). Where
the date opens its sentence, the first verb behind it decides (``In May, voters will choose``). All end with the
sentence; a title in quotes that begins with the date hears no word outside of it.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.dates.lexicon import Lexicon

BEFORE = 80
BEHIND = 40
FINAL = 120
EARLY = 6
CLOCK = 14
KNOWN = 4096
OPEN, CLOSED = "'‘\"“「『<《", "'’\"”」』>》"
WORDS = 12
PHRASE = 3
STOPS = (". ", "\n", "; ", "? ", "! ")
ASKED = "? "
POSSESSIVE = ("'s", "’s")
PAST = "ed"
BY = "by"
TACKED, TACKED_CURLY = ("'ll", " 'll"), ("’ll", "'ll")
OPENS = 3
PASSIVE = frozenset({"be", "been", "being"})


def points_forward(text: str, start: int, end: int, words: Lexicon, strict: bool = False) -> bool:
    """Whether the words around ``text[start:end]`` put it after the publication."""
    if strict and text.startswith(POSSESSIVE, end):
        return False
    cues = words.forward if strict else words.forward | words.perhaps
    opened = _opened(text, start, end, words) if cues else 0
    if opened or cues and _before(text, start, cues, words):
        return opened >= 0
    if words.early and text[max(0, start - EARLY) : start].rstrip().endswith(words.early):
        return True
    if words.ahead and _promises(_said(text, start, end, BEHIND), words):
        return True
    return ends_ahead(text, start, end, words) or _is_predicate(text, start, end, words)


def _is_predicate(text: str, start: int, end: int, words: Lexicon) -> bool:
    """``발인은 15일 오전 6시다.``: the date is what the sentence says of its topic, without a verb."""
    if not words.predicates or not text[max(0, start - EARLY) : start].rstrip().endswith(words.topics):
        return False
    said, point, _ = _said(text, start, end, CLOCK).partition(".")
    ending = next((word for word in words.predicates if said.endswith(word)), "")
    said = said.removesuffix(ending)
    for word in words.clock:
        said = said.replace(word, "")
    return bool(point) and not any(letter.isalpha() for letter in said)


def ends_ahead(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether the sentence runs from the date to a present form (``23일 개막한다.``) with nothing past between."""
    if not words.final:
        return False
    said, point, _ = _said(text, start, end, FINAL).partition(".")
    if not point or not said.endswith(words.final) or "\n" in said:
        return False
    return not any(word in said for word in words.behind + words.report)


def tells(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether a past form stands behind the date in its sentence."""
    said = _sentence(text, start, end)
    return any(past in said for past in words.behind)


def looks_back(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether the sentence puts the date before the publication: ``met on May 3``; no word that quotes is heard."""
    if words.backward:
        said = _tense(text[max(0, start - BEFORE) : start].lower(), words.forward | words.perhaps, words)
        behind = _first_verb(text, start, end, words)
        return (said or behind) < 0 and behind <= 0
    said = _sentence(text, start, end)[:BEHIND]
    return any(past in said for past in words.past) and not any(word in said for word in words.quoting)


def _sentence(text: str, start: int, end: int) -> str:
    """What follows the date in its sentence."""
    said = _said(text, start, end, FINAL)
    for stop in STOPS:
        said = said.partition(stop)[0]
    return said


def _opened(text: str, start: int, end: int, words: Lexicon) -> int:
    """1 where the date opens a sentence whose first verb looks ahead (``In May, voters will choose``), -1 for back."""
    clause = _last_clause(text[max(0, start - BEFORE) : start])
    if len(clause.split()) >= OPENS or clause[:1].islower():
        return 0
    return _first_verb(text, start, end, words)


def opens_past(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether the words open a sentence about the past: ``Over the next two years it sold``."""
    return bool(words.backward) and _opened(text, start, end, words) < 0


def _first_verb(text: str, start: int, end: int, words: Lexicon) -> int:
    """1 where the first verb behind the date in its sentence looks ahead, -1 where it looks back."""
    said = _words(_sentence(text, start, end).lower().replace(",", " "))
    verbs = words.forward - words.prepositions
    known = (word for word in said if word in verbs or word in words.backward or word.endswith(PAST))
    first = next(known, None)
    return 0 if first is None else 1 if first in verbs else -1


def _before(text: str, start: int, cues: frozenset[str], words: Lexicon) -> bool:
    clause = text[max(0, start - BEFORE) : start].lower()
    asked, question, rest = clause.rpartition(ASKED)
    if question and rest.strip() in words.again:  # ``Will it open in two days? Or in a week?``
        clause = asked
    return _tense(clause, cues, words) > 0


@lru_cache(maxsize=KNOWN)
def _tense(clause: str, cues: frozenset[str], words: Lexicon) -> int:
    """1 where a clause says last that something is to come, -1 where that it was; what repeats is read once."""
    said = _words(_last_clause(clause).replace(",", " , "))[-WORDS:]
    for place in range(len(said) - 1, -1, -1):
        if any(" ".join(said[place : place + length]) in cues for length in range(PHRASE, 0, -1)):
            if not _by_somebody(said, place, words):
                return 1
            continue
        if _is_past(said, place, words):
            return 1 if place > 0 and said[place - 1] in words.forward else -1
    return 0


def _words(clause: str) -> list[str]:
    """The words of a clause, a verb that is tacked to its subject (``we'll``) apart."""
    return clause.replace(*TACKED_CURLY).replace(*TACKED).split()


def _last_clause(clause: str) -> str:
    """What stands behind the last stop; the point of ``9 a.m.`` and of ``the U.S.`` is none."""
    point, *others = STOPS
    at = clause.rfind(point)
    while at > 1 and clause[at - 2] == ".":
        at = clause.rfind(point, 0, at)
    clause = clause[at + len(point) :] if at >= 0 else clause
    for stop in others:
        clause = clause.rpartition(stop)[2]
    return clause


def _by_somebody(said: list[str], place: int, words: Lexicon) -> bool:
    """``released by the company in May``, ``hit by strikes``: who did it, and no day on which it ends."""
    if said[place] != BY or not 0 < place < len(said) - 1:
        return False
    return said[place - 1].endswith(PAST) or said[place - 1] in words.backward


def _is_past(said: list[str], place: int, words: Lexicon) -> bool:
    """A word that looks back or a form in -ed, that no passive of the future explains (``will be made``)."""
    looks_back = said[place] in words.backward or said[place].endswith(PAST)
    return looks_back and (place == 0 or said[place - 1] not in PASSIVE)


def _said(text: str, start: int, end: int, length: int) -> str:
    """What follows the date; of a title in quotes that begins with it no more than the title."""
    clause = text[end : end + length]
    if start == 0 or text[start - 1] not in OPEN:
        return clause
    return clause.partition(CLOSED[OPEN.index(text[start - 1])])[0]


@lru_cache(maxsize=KNOWN)
def _promises(clause: str, words: Lexicon) -> bool:
    """Whether a clause comes to something that lies ahead before anything past."""
    for stop in STOPS:
        clause = clause.partition(stop)[0]
    found = [clause.find(cue) for cue in words.ahead if cue in clause]
    return bool(found) and not any(past in clause[: min(found)] for past in words.behind)
