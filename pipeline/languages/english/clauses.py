"""English phrases to clauses, with subjects.

In: phrases and verb groups. Out: the phrases with their clause and case, and the clauses.
Judgements: a clause begins at the last comma, conjunction or relative pronoun before its verb, else right
after the verb before; the first free noun of a clause is its subject, later ones before the verb stand
beside it; a clause without a subject shares the noun that its relative pronoun or participle describes, or
the subject of the clause before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.claims.model import Clause, Phrase
from pipeline.claims.names.words import is_owner
from pipeline.languages import table
from pipeline.languages.english.absolutes import Absolute, absolutes
from pipeline.languages.english.grouping import Grouping, Verb, saying_verbs
from pipeline.languages.english.intentions import intended, is_believed, surface
from pipeline.languages.english.phrases import listed
from pipeline.languages.english.sharing import RELATIVES, opening, shared
from pipeline.languages.english.subjects import subject_of
from pipeline.languages.english.words import verb_forms

# Marks that part what stands in brackets, and open no clause behind them.
WITHIN = {",", ";"}
WEAK = {",", "and", "or", "—", "–", "-", "“", "”", '"'}


@cache
def _bounds() -> frozenset[str]:
    """Marks and words at which a clause can begin."""
    return frozenset(row["word"] for row in table("en", "claims_clause_bounds"))


def assign(grouping: Grouping) -> tuple[tuple[Phrase, ...], tuple[int | None, ...]]:
    """The phrases with clause numbers and the cases that word order makes, and the verb of every clause.

    Words before a relative pronoun that comes before the first verb make a clause without a verb, and so can words
    behind `with`.
    """
    hung = list(absolutes(grouping))
    starts, verbs = _openings(grouping, hung)
    numbered, clause = [], 0
    for number, phrase in enumerate(grouping.phrases):
        while clause + 1 < len(starts) and number >= starts[clause + 1]:
            clause += 1
        verb = verbs[clause] if clause < len(verbs) else None
        aside = clause and verb is not None and number > verb + 1 and _is_aside(grouping.phrases, starts[clause], verb)
        numbered.append(phrase.standing(clause - 1 if aside else clause, phrase.case))
    for absolute in hung:
        numbered[absolute.start] = numbered[absolute.start].standing(numbered[absolute.start].clause, "")
        numbered[absolute.head] = numbered[absolute.head].standing(numbered[absolute.head].clause, "subject")
    infinitives = frozenset(
        n for n, verb in grouping.verbs.items() if verb.form == "infinitive" and n and numbered[n - 1].case == "of"
    )
    acting = frozenset(numbered[absolute.head].clause for absolute in hung)
    return listed(tuple(_with_cases(numbered, verbs, infinitives, acting))), tuple(verbs)


def _openings(grouping: Grouping, hung: Sequence[Absolute]) -> tuple[list[int], list[int | None]]:
    """Where every clause starts, and its verb."""
    verbs, opened = sorted(grouping.verbs), {absolute.verb: absolute.start for absolute in hung}
    found: list[tuple[int, int | None]] = [(absolute.start, None) for absolute in hung if absolute.verb is None]
    for number, verb in enumerate(verbs):
        start = opened.get(verb, _clause_start(grouping, verbs[number - 1] if number else None, verb))
        within = [a.end for a in hung if a.verb != verb and a.start <= verb and start < a.end <= verb]
        found.append((max([start, *within]), verb))
    found.sort(key=lambda opening: (opening[0], opening[1] is not None))
    if found and found[0][0]:
        found.insert(0, (0, None))
    return [start for start, _ in found], [verb for _, verb in found]


def _is_aside(phrases: Sequence[Phrase], start: int, verb: int) -> bool:
    """`, Freddie Mac said,`: what follows belongs to the clause before."""
    after = phrases[verb + 1].text if verb + 1 < len(phrases) else ""
    return phrases[verb].text in saying_verbs() and phrases[start].text == "," and after == ","


def _clause_start(grouping: Grouping, before: int | None, verb: int) -> int:
    """The phrase that begins the clause of the verb at `verb`."""
    phrases = grouping.phrases
    if before is None:
        marks = [n for n in range(verb) if phrases[n].kind in ("mark", "noun") and phrases[n].text in RELATIVES]
        return marks[-1] if marks and any(_is_free(p) for p in phrases[: marks[-1]]) else 0
    marks = [n for n in range(before + 1, verb) if phrases[n].kind == "mark" and phrases[n].text in _bounds()]
    bounds = [n for n in marks if phrases[n].depth <= phrases[verb].depth or phrases[n].text not in WITHIN]
    closed = [n for n in bounds if phrases[n].text in ("”", '"') and phrases[n - 1].text == ","]
    if closed and phrases[verb].text in saying_verbs() and any(_is_free(p) for p in phrases[closed[-1] : verb]):
        return closed[-1]
    strong = [n for n in bounds if phrases[n].text not in WEAK and not _is_role(phrases, n, verb)]
    for bound in reversed(strong or bounds):
        if bound == verb - 1 and (opened := _before_apposition(phrases, bounds, verb)) is not None:
            return opened
        if bound == verb - 1 or any(_is_free(p) for p in phrases[bound:verb]):
            return bound
    if bounds:
        return bounds[-1]
    return _unmarked_start(grouping, before, verb)


def _is_role(phrases: Sequence[Phrase], bound: int, verb: int) -> bool:
    """`its first loss as a public firm, said`: an `as` whose words a comma closes before the verb opens no clause."""
    return phrases[bound].text == "as" and phrases[verb - 1].text == ","


def _before_apposition(phrases: Sequence[Phrase], bounds: Sequence[int], verb: int) -> int | None:
    """`, its chief executive, Ida Munk, told`: the comma before the subject whose apposition ends at the verb."""
    last = [n for n in bounds if phrases[n].text == ","][-3:]
    inverted = verb + 1 < len(phrases) and phrases[verb + 1].text[:1].isupper() and phrases[verb].text in saying_verbs()
    if len(last) < 3 or last[-1] != verb - 1 or inverted:
        return None
    first, second, third = last
    subject = any(_is_free(p) and p.kind == "noun" for p in phrases[first:second])
    return first if subject and any(_is_free(p) for p in phrases[second:third]) else None


def _is_free(phrase: Phrase) -> bool:
    return phrase.kind in ("noun", "quantity") and not phrase.case


def _unmarked_start(grouping: Grouping, before: int, verb: int) -> int:
    """Without a mark: at the subject of a finite verb (`said revenue rose`), else at the verb itself."""
    phrases, group = grouping.phrases, grouping.verbs[verb]
    plain = bool(group.auxiliaries) and group.auxiliaries[0] != "to"
    finite = plain or group.form not in ("ing", "infinitive", "participle") and not group.passive
    free = [n for n in range(before + 1, verb) if _is_free(phrases[n]) and phrases[n].kind == "noun"]
    says = phrases[before].text in saying_verbs()
    if (who := next((n for n in free if phrases[n].text in RELATIVES), None)) is not None:
        return who
    if not finite or not free or not says and _goes_on(grouping, before, verb, free, plain):
        return verb
    first = free[0] if says else free[-1]
    while first - 1 > before and (_is_possessive(grouping, first - 1) or says and _is_counting(phrases[first - 1])):
        first -= 1
    return first


def _goes_on(grouping: Grouping, before: int, verb: int, free: Sequence[int], plain: bool) -> bool:
    """`The group that owns 300 shops said`, `its plan to cut 300 jobs was stopped`: behind what only describes a noun
    that noun goes on; `bought shops based in Lyon`: what a verb takes does nothing, a form that can describe it does.
    """
    phrases = grouping.phrases
    opener = phrases[before - 1] if before else None
    gerund = grouping.verbs[before].form == "ing"
    if opener is not None and opener.text in RELATIVES and opener.text != "what" and not gerund:
        return True
    takes = all(p.kind in ("adverb", "quantity") for p in phrases[before + 1 : free[0]]) and len(free) == 1
    decided = opener is not None and opener.kind == "noun" and grouping.verbs[before].form == "infinitive"
    opens = grouping.verbs[before].form == "ing" and (opener is None or opener.kind == "mark")
    describes = not plain and not opens and phrases[before].text != "be" and _can_describe(grouping, verb)
    return takes and (decided or describes)


def _can_describe(grouping: Grouping, verb: int) -> bool:
    """`based`, unlike `took`: a form that is a participle as well."""
    words = grouping.text[grouping.phrases[verb].start : grouping.phrases[verb].end].lower()
    return any(form == "participle" for _, form in verb_forms().get(words, ()))


def _is_counting(phrase: Phrase) -> bool:
    """`said two people were rescued`: the number belongs to what it counts."""
    return phrase.kind == "quantity" and not phrase.case


def _is_possessive(grouping: Grouping, place: int) -> bool:
    """`said Calder's revenue rose`: whose the subject is belongs to its clause."""
    phrase = grouping.phrases[place]
    return phrase.case == "of" and is_owner(grouping.text, phrase.end)


def _with_cases(
    phrases: Sequence[Phrase], verbs: Sequence[int | None], infinitives: frozenset[int], acting: frozenset[int]
) -> Iterator[Phrase]:
    """The subject of every clause and the objects after its verb; `to slash` has none of its own, and the subject of
    the clauses `acting` is known."""
    subjects = {
        subject_of(phrases, number, verb)
        for number, verb in enumerate(verbs)
        if verb not in infinitives and number not in acting
    }
    for number, phrase in enumerate(phrases):
        verb = verbs[phrase.clause] if phrase.clause < len(verbs) else None
        if phrase.kind != "noun" or phrase.case:
            yield phrase
        elif number in subjects:
            yield phrase.standing(phrase.clause, "subject")
        else:
            after = verb is not None and number > verb and _is_object(phrases, number, verb)
            yield phrase.standing(phrase.clause, "object" if after else "")


def _is_object(phrases: Sequence[Phrase], number: int, verb: int) -> bool:
    return all(p.kind in ("adverb",) or p.case == "of" for p in phrases[verb + 1 : number])


def clauses(phrases: Sequence[Phrase], grouping: Grouping, verbs: Sequence[int | None]) -> tuple[Clause, ...]:
    """The clauses by number; one without a verb where there is none."""
    if not verbs:
        return (Clause(None, "", "final", ""),)
    return tuple(_clause(phrases, grouping, verbs, number) for number in range(len(verbs)))


def _clause(phrases: Sequence[Phrase], grouping: Grouping, verbs: Sequence[int | None], number: int) -> Clause:
    if verbs[number] is None:
        return Clause(None, "", "final", "", False, shared(phrases, "final", number) if number else ())
    verb: Verb = grouping.verbs[verbs[number]]
    own = [n for n, p in enumerate(phrases) if p.clause == number]
    begin = opening(phrases, own[0]) if own else 0
    opener = phrases[begin].text if own else ""
    words = [
        *verb.auxiliaries,
        surface(phrases[verbs[number]], grouping) if not verb.auxiliaries else "",
        *_after(phrases, verbs[number]),
    ]
    words = [*intended(phrases, grouping, verbs, number), *words]
    if any(phrases[n].text == "if" for n in own if n < verbs[number]):
        words.insert(0, "if")
    elif any(p.text == "if" for p in phrases[: verbs[number]]) and "would" in words:
        words.insert(0, "if")
    ending = " ".join(filter(None, words)) + " "
    link = _link(phrases, begin, opener, verb)
    return Clause(verbs[number], phrases[verbs[number]].text, link, ending, verb.passive, shared(phrases, link, number))


def _link(phrases: Sequence[Phrase], begin: int, opener: str, verb: Verb) -> str:
    """How the clause hangs on the rest; `that` right after a verb of saying quotes."""
    if opener in RELATIVES:
        quotes = any(p.kind == "verb" and p.text in saying_verbs() for p in phrases[max(0, begin - 4) : begin])
        return "quote" if opener == "that" and quotes else "relative"
    if opener == "if":
        return "condition"
    if verb.form == "infinitive":
        said = any(p.kind == "verb" and p.text in saying_verbs() for p in phrases[max(0, begin - 3) : begin])
        return "quote" if said else "purpose"
    if verb.form == "ing" and phrases[begin].kind == "verb" and is_believed(phrases, begin):
        return "quote"
    return "relative" if _is_reduced(verb) else "final"


def _after(phrases: Sequence[Phrase], verb: int) -> list[str]:
    return [p.text.lower() for p in phrases[verb + 1 : verb + 2] if p.kind in ("noun", "adverb")]


def _is_reduced(group: Verb) -> bool:
    """`analysts polled by FactSet`, `the startup, founded by two engineers`: a participle that describes."""
    return not group.auxiliaries and (group.form == "ing" or group.passive)
