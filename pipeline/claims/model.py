"""What goes into and comes out of reading claims, as immutable values.

Offsets are Unicode code points of the document's text. Positions (`restates`, `repeats`, `Role.claim`)
count in the list of claims, which has one claim for every quantity, in the quantities' order.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pipeline.languages import Language, language


class Document(NamedTuple):
    """A text and what is known about it from outside."""

    doc_id: str
    text: str
    language: str
    published_on: date | None = None
    publisher: str | None = None
    title: str | None = None

    @property
    def traits(self) -> Language:
        """How its language builds its sentences."""
        return language(self.language)


AS_OF = ("as_of_start", "as_of_end", "as_of_label", "as_of_basis")


class Claim(NamedTuple):
    """Who or what one quantity is about; the fields mean what ``pipeline/tables/claims.yaml`` says."""

    quantity: int
    metric: str = "other"
    aspect: str = "level"
    modality: str = "reported"
    direction: str | None = None
    subject_id: str | None = None
    subject: str | None = None
    object_id: str | None = None
    object: str | None = None
    qualifier: str | None = None
    as_of_start: date | None = None
    as_of_end: date | None = None
    as_of_label: str | None = None
    as_of_basis: str = "none"
    base_start: date | None = None
    base_end: date | None = None
    attribution_id: str | None = None
    attribution: str | None = None
    quote_start: int = 0
    quote_end: int = 0
    restates: int | None = None
    repeats: int | None = None
    confidence: str = "low"
    reason: str | None = None

    def dated_like(self, other: Claim) -> Claim:
        """The claim in the period that the other one states."""
        return self._replace(**{name: getattr(other, name) for name in AS_OF})


class Role(NamedTuple):
    """The words that a field of a claim rests on: ``text[start:end] == surface``."""

    claim: int
    role: str
    start: int
    end: int
    surface: str
    entity_id: str | None = None


# The cases of a noun that acts: `도담은`, `도담이`, `도담도`.
ACTORS = ("topic", "subject", "also")


class Phrase(NamedTuple):
    """A run of words with one part in its clause.

    `kind` is noun, quantity, date, verb, adverb or mark. `case` is what a particle, a preposition or
    the word order makes of it: topic, subject, object, of, to, at, from, by, with, and, until, than,
    source, copula, or empty. `item` is the position of the quantity or date. `text` is the words
    of a noun, the dictionary form of a verb. `depth` counts the brackets around it, `quoted` the
    quotation marks. `start` and `end` leave particles and endings out.
    """

    kind: str
    start: int
    end: int
    text: str
    case: str = ""
    clause: int = 0
    item: int | None = None
    depth: int = 0
    quoted: int = 0

    def standing(self, clause: int, case: str) -> Phrase:
        """The phrase in a clause and case; itself when it stands so already."""
        if clause == self.clause and case == self.case:
            return self
        return self._replace(case=case, clause=clause)


class Clause(NamedTuple):
    """What stands up to and including one verb.

    `link` says how it hangs on what follows or on its head: final, and, quote, relative, condition,
    nominal, purpose (an infinitive). `verb` is the position of its phrase, None where the words end without one.
    `ending` is
    the verb with everything grammatical after it, in the notation of the language's modality cues.
    `subjects` are the phrases whose subject it shares, nearest first, where it has none of its own.
    """

    verb: int | None
    lemma: str
    link: str
    ending: str
    passive: bool = False
    subjects: tuple[int, ...] = ()


class Saying(NamedTuple):
    """A stretch of the sentence that somebody is said to say; `speaker` is the phrase that names who.

    `verb` is the phrase of the verb of saying, None for `according to`; `weak` marks a source that is only
    a place where figures stand (`보고서에서`), which a speaker outdoes.
    """

    start: int
    end: int
    speaker: int
    verb: int | None = None
    weak: bool = False


class Parse(NamedTuple):
    """A sentence as phrases in reading order, and its clauses by number."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    clauses: tuple[Clause, ...]
    sayings: tuple[Saying, ...] = ()
