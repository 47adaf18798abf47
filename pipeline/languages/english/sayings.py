"""Who says what in an English sentence.

In: phrases and clauses. Out: sayings, each a stretch with its speaker. Judgements: what somebody says reaches
from the verb of saying to the end of the sentence, or from its start where the verb of saying follows; of a
survey or data the source is who made it (`a survey by Mirr found`), of people who are only described and tell it
to somebody it is whom they tell (`people familiar with the matter told Reuters`); who plans, aims or expects
something speaks for itself, unless somebody else says so, and so does who raises or keeps an outlook; a deal that is
announced is told, results that are announced are somebody's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.claims.model import Clause, Phrase, Saying
from pipeline.languages import table
from pipeline.languages.english.grouping import saying_verbs
from pipeline.languages.english.makers import source
from pipeline.languages.english.words import word_list

# Whoever says `we expect` is said to say so elsewhere.
FIRST_PERSON = ("we", "i")
LIKENING = ("than", "as")
FORESIGHT, ANNOUNCEMENT, CLAUSE = "foresight", "announcement", "clause"
# Verbs of stating a figure of one's own, and the one that passes on others' too.
OWN, REPORT = "own", "report"


@cache
def _own_plans() -> tuple[str, ...]:
    """Openings of verb groups that state what their subject itself means to do."""
    return tuple(row["ending"] for row in table("en", "claims_own_plans"))


def sayings(phrases: Sequence[Phrase], read: Sequence[Clause], start: int, end: int) -> Iterator[Saying]:
    """Every stretch that somebody is said to say."""
    for number, clause in enumerate(read):
        if clause.verb is None:
            continue
        if _says(phrases, read, number):
            speaker = _speaker(phrases, read, number)
            if speaker is not None and not _may_speak(phrases[speaker]):
                continue
            if speaker is not None and phrases[speaker].text.lower() in FIRST_PERSON:
                yield _said(phrases, clause.verb, speaker, start, end)._replace(weak=True)
            elif speaker is not None:
                said = _said(phrases, clause.verb, source(phrases, speaker, clause.lemma), start, end)
                yield said._replace(weak=_states_figure(phrases, clause))
        elif clause.ending.startswith(_own_plans()):
            yield from _own_plan(phrases, read, number)
        elif _is_of_outlook(phrases, clause):
            yield from (plan._replace(end=end) for plan in _own_plan(phrases, read, number))
    for number, phrase in enumerate(phrases):
        if phrase.kind == "noun" and phrase.case == "source":
            yield Saying(start, end, source(phrases, number, ""))


def _may_speak(phrase: Phrase) -> bool:
    """Whether a noun before a verb of saying can be who says it: a name, or a common noun for people, bodies and what
    they publish, unlike `the rate hikes foreseen in June`."""
    last = phrase.text.replace("-", " ").split(" ")[-1]
    return not last.islower() or last in word_list("claims_speaking") or last in word_list("claims_unnamed_sources")


def _own_plan(phrases: Sequence[Phrase], read: Sequence[Clause], number: int) -> Iterator[Saying]:
    """`Dodam plans to spend`: the subject's own words, as far as its clause goes."""
    own = [n for n, p in enumerate(phrases) if p.clause == number]
    verb = read[number].verb or 0
    acting = [n for n in own if phrases[n].case == "subject" and n < verb]
    acting = acting or [n for n in read[number].subjects if n + 1 != verb][:1]
    if acting and own:
        first = min(own[0], acting[0]) if phrases[acting[0]].clause == number else own[0]
        yield Saying(phrases[first].start, phrases[own[-1]].end, acting[0], read[number].verb, weak=True)


def _says(phrases: Sequence[Phrase], read: Sequence[Clause], number: int) -> bool:
    """Whether the verb says something here: `find`, `add`, `show` only with a clause or at the end."""
    clause = read[number]
    kind = saying_verbs().get(clause.lemma)
    if _is_likened(phrases, clause.verb):
        return False
    if kind == CLAUSE and clause.link == "relative" and _is_of_figures(phrases, clause.verb):
        return True
    if kind is None or (clause.link in ("relative", "purpose") and not clause.passive):
        return False
    if kind == FORESIGHT:
        return clause.ending.startswith((f"{clause.lemma} ", f"{clause.lemma}s "))
    if kind == ANNOUNCEMENT:
        return _is_of_figures(phrases, clause.verb) if clause.passive else _announces(phrases, clause.verb)
    if kind == OWN and (" to " in clause.ending or not _posts_results(phrases, clause.verb)):
        return False
    if kind in ("report", "estimate", OWN):
        return not clause.passive or kind == "report"
    after = _after_dates(phrases, clause.verb)
    quotes = number + 1 < len(read) and read[number + 1].link == "quote"
    told = after is not None and after.case == "subject" and after.clause == number + 1
    return after is None or after.kind == "mark" or quotes or told or _is_inverted(phrases, clause.verb)


def _posts_results(phrases: Sequence[Phrase], verb: int) -> bool:
    """`posted sales growth of 5%`, unlike `posted his 30th triple-double`."""
    told = {word for p in phrases[verb + 1 : verb + 6] if p.kind == "noun" for word in p.text.lower().split(" ")}
    return not told.isdisjoint(word_list("claims_results"))


def _is_inverted(phrases: Sequence[Phrase], verb: int) -> bool:
    """`…," adds Vale.`, `…, warned Ada Vale, the chairman`: a name behind the verb, and nothing more of the clause."""
    after = phrases[verb + 1 : verb + 3]
    named = bool(after) and _is_name(after[0]) and (len(after) < 2 or after[1].kind in ("mark", "date"))
    return named and verb > 0 and phrases[verb - 1].kind == "mark"


def _announces(phrases: Sequence[Phrase], verb: int) -> bool:
    """`announced that`, `announced it had bought`, `announced profit of`, unlike `announced a $3 billion order`."""
    after = _after_dates(phrases, verb)
    if after is None or after.kind == "mark" or after.case == "subject":
        return True
    told = [p.text.lower().split(" ")[-1] for p in phrases[verb + 1 : verb + 4] if p.kind == "noun"]
    return any(word in word_list("claims_results") for word in told)


def _is_of_figures(phrases: Sequence[Phrase], verb: int) -> bool:
    """`The GDP figure, announced by the ministry, topped`, `a Mirr survey that found`: their makers' word."""
    before = [p for p in phrases[max(0, verb - 3) : verb] if p.kind == "noun"][-1:]
    return any(p.text.lower().split(" ")[-1] in word_list("claims_made_sources") for p in before)


def _is_of_outlook(phrases: Sequence[Phrase], clause: Clause) -> bool:
    """`raised its forecast`, `kept the outlook unchanged`: whoever moves an outlook states it."""
    if clause.passive or clause.lemma not in word_list("claims_outlook_verbs"):
        return False
    near = phrases[clause.verb + 1 : clause.verb + 4]
    taken = [
        p for p in near if p.kind == "noun" and p.case in ("object", "") and p.clause == phrases[clause.verb].clause
    ]
    return any(p.text.lower().split(" ")[-1] in word_list("claims_outlooks") for p in taken)


def _states_figure(phrases: Sequence[Phrase], clause: Clause) -> bool:
    """`posted a loss`, `reported sales of`: whoever says that somebody did so outdoes them."""
    after = phrases[clause.verb + 1 : clause.verb + 2]
    states = saying_verbs().get(clause.lemma) == OWN or clause.lemma == REPORT
    return states and any(p.case == "object" or p.kind == "quantity" for p in after)


def _is_likened(phrases: Sequence[Phrase], verb: int) -> bool:
    """`fewer than expected`, `as forecast`: nobody in the sentence is said to expect it."""
    before = phrases[verb - 1] if verb else None
    return before is not None and before.kind in ("mark", "adverb") and before.text.split(" ")[-1] in LIKENING


def _after_dates(phrases: Sequence[Phrase], place: int) -> Phrase | None:
    """What follows a phrase, days and adverbs passed over (`said on Tuesday,`)."""
    return next((p for p in phrases[place + 1 :] if p.kind not in ("date", "adverb")), None)


def _speaker(phrases: Sequence[Phrase], read: Sequence[Clause], number: int) -> int | None:
    """The subject of the verb of saying; the noun after it where it stands inverted (`said Fischer`)."""
    verb = read[number].verb
    own = [
        n for n, p in enumerate(phrases) if p.clause == number and p.kind == "noun" and p.case == "subject" and n < verb
    ]
    if read[number].passive:
        agents = [n for n, p in enumerate(phrases) if p.clause == number and p.case == "by" and p.kind == "noun"]
        return agents[0] if agents else None
    if _is_counted(phrases, number, verb):
        return None
    if own:
        return _named_beside(phrases, own[0], verb)
    after = phrases[verb + 1] if verb + 1 < len(phrases) else None
    if (
        verb
        and phrases[verb - 1].kind == "mark"
        and after is not None
        and after.kind == "noun"
        and after.clause == number
        and (read[number].lemma == "say" or _is_inverted(phrases, verb))
    ):
        return verb + 1
    if verb and phrases[verb - 1].kind == "noun" and phrases[verb - 1].case == "than":
        return verb - 1
    if verb > 2 and [phrases[n].text for n in (verb - 1, verb - 3)] == [",", ","] and _is_name(phrases[verb - 2]):
        return verb - 2
    return next(iter(read[number].subjects), None)


def _is_counted(phrases: Sequence[Phrase], number: int, verb: int) -> bool:
    """`36% of investors said`: who only counts among those asked is nobody's source."""
    before = [p for p in phrases[max(0, verb - 3) : verb] if p.clause == number and p.kind != "adverb"]
    of = before and before[-1].kind == "noun" and before[-1].case == "of"
    return bool(of) and len(before) > 1 and before[-2].kind == "quantity" and not before[-2].case


def _named_beside(phrases: Sequence[Phrase], number: int, verb: int) -> int:
    """`Microsoft's chief financial officer, John Connors, said`, `John Connors, chief financial officer, said`: the
    name beside the office."""
    if not phrases[number].text.islower():
        return number
    closed = phrases[verb - 1].text == ","
    for beside, comma in ((number + 2, number + 1), *([(number - 2, number - 1)] if closed else [])):
        if 0 <= beside < len(phrases) and phrases[comma].text == "," and _is_name(phrases[beside]):
            return beside
    return number


def _is_name(phrase: Phrase) -> bool:
    return phrase.kind == "noun" and phrase.text[:1].isupper() and phrase.case in ("", "subject", "object")


def _said(phrases: Sequence[Phrase], verb: int, speaker: int, start: int, end: int) -> Saying:
    """What follows the verb of saying, or what stands before it when little follows."""
    beside = speaker and speaker < verb and phrases[speaker].case == "subject"
    if beside and phrases[speaker - 1].kind == "quantity":
        return Saying(phrases[speaker - 1].start, phrases[verb].end, speaker, verb)
    follows = [p for p in phrases[verb + 1 :] if p.kind in ("quantity", "verb")]
    after = _after_dates(phrases, verb)
    aside = after is not None and after.text in (",", ".", ";")
    if follows and speaker < verb and not aside:
        own = next(p for p in phrases if p.clause == phrases[verb].clause)
        return Saying(max(phrases[speaker].start, own.start), end, speaker, verb)
    return Saying(start, end, speaker, verb)
