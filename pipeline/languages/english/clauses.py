"""English phrases to clauses, with subjects and sayings.

In: phrases and verb groups. Out: the phrases with their clause and case, the clauses, and who says what.
Judgements: a clause begins at the last comma, conjunction or relative pronoun before its verb, else right
after the verb before; the first free noun of a clause is its subject, later ones before the verb stand
beside it; a clause without a subject shares the noun that its relative pronoun or participle describes, or
the subject of the clause before; what somebody says reaches from the verb of saying to the end of the
sentence, or from its start where the verb of saying follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pipeline.claims.model import Clause, Phrase, Saying
from pipeline.languages.english.phrases import Grouping, Verb, saying_verbs

BOUNDS = {",", ";", ":", "—", "–", "-", "and", "but", "or", "while", "whereas", "although", "though", "because", "so", "as", "when", "once",
          "if", "unless", "which", "who", "whose", "that", "whom", "where", "even as", "whether", "“", "\"", "”"}
RELATIVES = {"which", "who", "that", "whose", "whom", "where"}
WEAK = {",", "and", "or", "—", "–", "-", "“", "”", "\""}


def assign(grouping: Grouping) -> tuple[Phrase, ...]:
    """The phrases with clause numbers and the cases that word order makes."""
    verbs = sorted(grouping.verbs)
    starts = [_clause_start(grouping, verbs[n - 1] if n else None, verb) for n, verb in enumerate(verbs)]
    numbered, clause = [], 0
    for number, phrase in enumerate(grouping.phrases):
        while clause + 1 < len(starts) and number >= starts[clause + 1]:
            clause += 1
        numbered.append(replace(phrase, clause=clause))
    return tuple(_with_cases(numbered, verbs))


def _clause_start(grouping: Grouping, before: int | None, verb: int) -> int:
    """The phrase that begins the clause of the verb at `verb`."""
    if before is None:
        return 0
    phrases = grouping.phrases
    bounds = [n for n in range(before + 1, verb) if phrases[n].kind == "mark" and phrases[n].text in BOUNDS]
    strong = [n for n in bounds if phrases[n].text not in WEAK]
    for bound in reversed(strong or bounds):
        if bound == verb - 1 or any(_is_free(p) for p in phrases[bound:verb]):
            return bound
    if bounds:
        return bounds[-1]
    return _unmarked_start(grouping, before, verb)


def _is_free(phrase: Phrase) -> bool:
    return phrase.kind in ("noun", "quantity") and not phrase.case


def _unmarked_start(grouping: Grouping, before: int, verb: int) -> int:
    """Without a mark: at the subject of a finite verb (`said revenue rose`), else at the verb itself."""
    phrases, group = grouping.phrases, grouping.verbs[verb]
    finite = group.form not in ("ing", "infinitive") and not (group.passive and not group.auxiliaries)
    free = [n for n in range(before + 1, verb) if _is_free(phrases[n]) and phrases[n].kind == "noun"]
    if not finite or not free:
        return verb
    return free[0] if phrases[before].text in saying_verbs() else free[-1]


def _with_cases(phrases: Sequence[Phrase], verbs: Sequence[int]) -> Iterator[Phrase]:
    """Free nouns before their verb: the first is the subject; after it: object."""
    seen: set[int] = set()
    for number, phrase in enumerate(phrases):
        verb = verbs[phrase.clause] if phrase.clause < len(verbs) else len(phrases)
        if phrase.kind != "noun" or phrase.case:
            yield phrase
        elif number > verb:
            yield replace(phrase, case="object" if _is_object(phrases, number, verb) else "")
        elif phrase.clause in seen:
            yield phrase
        else:
            seen.add(phrase.clause)
            yield replace(phrase, case="subject")


def _is_object(phrases: Sequence[Phrase], number: int, verb: int) -> bool:
    return all(p.kind in ("adverb",) or p.case == "of" for p in phrases[verb + 1:number])


def clauses(phrases: Sequence[Phrase], grouping: Grouping) -> tuple[Clause, ...]:
    """One clause for every verb; one without a verb where there is none."""
    verbs = sorted(grouping.verbs)
    if not verbs:
        return (Clause(None, "", "final", ""),)
    return tuple(_clause(phrases, grouping, verbs, number) for number in range(len(verbs)))


def _clause(phrases: Sequence[Phrase], grouping: Grouping, verbs: Sequence[int], number: int) -> Clause:
    verb: Verb = grouping.verbs[verbs[number]]
    own = [n for n, p in enumerate(phrases) if p.clause == number]
    opener = phrases[own[0]].text if own else ""
    words = [*verb.auxiliaries, phrases[verbs[number]].text if not verb.auxiliaries else "", *_after(phrases, verbs[number])]
    if opener == "if":
        words.insert(0, "if")
    elif any(p.text == "if" for p in phrases[:verbs[number]]) and "would" in words:
        words.insert(0, "if")
    ending = " ".join(filter(None, words)) + " "
    link = _link(phrases, own[0] if own else 0, opener, verb)
    return Clause(verbs[number], phrases[verbs[number]].text, link, ending, verb.passive, _shared(phrases, link, number))


def _link(phrases: Sequence[Phrase], begin: int, opener: str, verb: Verb) -> str:
    """How the clause hangs on the rest; `that` right after a verb of saying quotes."""
    if opener in RELATIVES:
        quotes = any(p.kind == "verb" and p.text in saying_verbs() for p in phrases[max(0, begin - 4):begin])
        return "quote" if opener == "that" and quotes else "relative"
    if opener == "if":
        return "condition"
    return "relative" if _is_reduced(verb) else "final"


def _after(phrases: Sequence[Phrase], verb: int) -> list[str]:
    return [p.text.lower() for p in phrases[verb + 1:verb + 2] if p.kind in ("noun", "adverb")]


def _is_reduced(group: Verb) -> bool:
    """`analysts polled by FactSet`, `the startup, founded by two engineers`: a participle that describes."""
    return not group.auxiliaries and (group.form == "ing" or group.passive)


def _shared(phrases: Sequence[Phrase], link: str, number: int) -> tuple[int, ...]:
    """Phrases whose subject the clause can share: nouns before it, subjects first."""
    begin = min((n for n, p in enumerate(phrases) if p.clause == number), default=0)
    before = [n for n in range(begin) if phrases[n].kind == "noun"]
    if link == "relative" and phrases[begin].text in RELATIVES:
        return tuple(reversed(before))
    subjects = [n for n in before if phrases[n].case == "subject"]
    return tuple(reversed(subjects))


def sayings(phrases: Sequence[Phrase], read: Sequence[Clause], start: int, end: int) -> Iterator[Saying]:
    """Every stretch that somebody is said to say."""
    for number, clause in enumerate(read):
        kind = saying_verbs().get(clause.lemma)
        if clause.verb is None or kind is None or (clause.passive and kind != "report"):
            continue
        speaker = _speaker(phrases, read, number)
        if speaker is not None:
            yield _said(phrases, clause.verb, speaker, start, end)
    for number, phrase in enumerate(phrases):
        if phrase.kind == "noun" and phrase.case == "source":
            yield Saying(start, end, number)


def _speaker(phrases: Sequence[Phrase], read: Sequence[Clause], number: int) -> int | None:
    """The subject of the verb of saying; the noun after it where it stands inverted (`said Fischer`)."""
    verb = read[number].verb
    own = [n for n, p in enumerate(phrases) if p.clause == number and p.kind == "noun" and p.case == "subject" and n < verb]
    if read[number].passive:
        agents = [n for n, p in enumerate(phrases) if p.clause == number and p.case == "by"]
        return agents[0] if agents else None
    if own:
        return own[0]
    after = phrases[verb + 1] if verb + 1 < len(phrases) else None
    if verb and phrases[verb - 1].kind == "mark" and after is not None and after.kind == "noun" and read[number].lemma == "say":
        return verb + 1
    return next(iter(read[number].subjects), None)


def _said(phrases: Sequence[Phrase], verb: int, speaker: int, start: int, end: int) -> Saying:
    """What follows the verb of saying, or what stands before it when little follows."""
    follows = [p for p in phrases[verb + 1:] if p.kind in ("quantity", "verb")]
    if follows and speaker < verb:
        return Saying(phrases[speaker].start, end, speaker, verb)
    return Saying(start, end, speaker, verb)
