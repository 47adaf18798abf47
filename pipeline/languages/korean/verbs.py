"""Korean verbs with their endings, and the verbs that are none.

In: the phrases so far and the morphemes from a verb on. Out: the place after the verb; the phrases grow by a
verb, or the noun before gets a case. Judgements: verbs that are particles in disguise (`에 따르면`) and verbs
that size a quantity before a noun (`3배에 달하는 수치`) make no clause; `수 있다`, `것이다`, `계획이다` belong to
the verb before them; adjectives before a noun describe it unless they say something of a quantity or subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.languages import table
from pipeline.languages.korean.grouping import Grouping, column
from pipeline.languages.korean.morphemes import Morpheme

MAKES_VERB = {"XSV", "XSA"}
PASSIVE = {"되", "당하", "받"}
NEGATING = {"안", "못"}


def take_verb(to: Grouping, morphemes: Sequence[Morpheme], place: int) -> int:
    """A verb with all that is grammatical after it; a verb in disguise gives the noun before a case."""
    first = morphemes[place]
    lemma, start = _lemma(to, first)
    after = _after_endings(morphemes, place + 1)
    last = _last_ending(morphemes, place + 1, after)
    following = morphemes[after].form if after < len(morphemes) else ""
    if _is_joined(to, lemma, last) or _binds(to, first, lemma, last, following):
        return after
    to.flush()
    after = _after_dependent(morphemes, after, last)
    last = _last_ending(morphemes, place + 1, after)
    number, lemma = len(to.phrases), _turned(lemma, morphemes[place + 1 : after])
    to.add("verb", start, max(first.end, first.start + 1), lemma)
    to.last[number] = last
    to.endings[number] = " ".join(f"{m.form}/{m.tag}" for m in morphemes[place : min(after + 6, len(morphemes))])
    if first.form in PASSIVE and (first.form, first.tag) != ("받", "VV"):
        to.passive.add(number)
    to.clause += 1
    return after


def _last_ending(morphemes: Sequence[Morpheme], start: int, end: int) -> Morpheme | None:
    for place in range(end - 1, start - 1, -1):
        if morphemes[place].tag.startswith("E"):
            return morphemes[place]
    return None


def _after_endings(morphemes: Sequence[Morpheme], place: int) -> int:
    while place < len(morphemes) and (morphemes[place].tag.startswith("E") or morphemes[place].tag == "VX"):
        place += 1
    return place


def _after_dependent(morphemes: Sequence[Morpheme], place: int, last: Morpheme | None) -> int:
    """The place after `수 있다`, `것이다`, `계획이다`: they belong to the verb before them."""
    if last is None or last.tag != "ETM" or place >= len(morphemes):
        return place
    if morphemes[place].form not in column("claims_dependent_nouns", "noun"):
        return place
    at = place + 1
    while at < len(morphemes) and (morphemes[at].tag in ("JKS", "JX", "XSN")):
        at += 1
    if at < len(morphemes) and (morphemes[at].tag == "VCP" or morphemes[at].form in ("있", "없", "크")):
        return _after_endings(morphemes, at + 1)
    return place


def _lemma(to: Grouping, first: Morpheme) -> tuple[str, int]:
    """The dictionary stem and where it starts; 하다 and 되다 take the noun before them."""
    if first.tag == "VCP":
        to.flush("copula")
        return "이", first.start
    if first.tag in MAKES_VERB and to.run:
        noun = to.run.pop()
        prefix = to.run.pop() if to.run and to.run[-1].tag == "XPN" and to.run[-1].end == noun.start else None
        return (prefix.form if prefix else "") + noun.form + "하", prefix.start if prefix else noun.start
    to.flush()
    return first.form, first.start


def _turned(lemma: str, after: Sequence[Morpheme]) -> str:
    """`빌려주`: what an auxiliary makes of a verb that it turns round."""
    helping = {m.form for m in after if m.tag == "VX"}
    rows = (r for r in table("ko", "claims_auxiliaries") if r["lemma"] == lemma)
    return next((r["becomes"] for r in rows if r["auxiliary"] in helping), lemma)


def _is_joined(to: Grouping, lemma: str, last: Morpheme | None) -> bool:
    """`N에 따르면`: the verb is a particle of the noun before it."""
    ways = _joined().get(lemma, ()) if last is not None else ()
    case = next((case for case, ending in ways if last.form.endswith(ending)), "")
    head = to.head()
    fits = case and (last.tag == "EC" or last.tag == "ETM" and case == "about")
    if not fits or head is None or to.run:
        return False
    noun = to.phrases[head]
    if noun.kind not in ("noun", "date") or noun.case not in ("to", "object", "with", "by", ""):
        return False
    to.phrases[head] = noun._replace(case=case)
    return True


def _is_predicate(to: Grouping) -> bool:
    """Whether an adjective says something of a quantity or subject before it (`20% 높은`, `비중이 높은`)."""
    here = [p for p in to.phrases if p.clause == to.clause]
    return bool(here) and (here[-1].kind == "quantity" or any(p.case in ("subject", "than") for p in here))


def _binds(to: Grouping, first: Morpheme, lemma: str, last: Morpheme | None, following: str) -> bool:
    """`3배에 달하는`, `3% 넘게`, `크게`, `같은`, `최고가인`: the verb makes no clause of its own."""
    if last is None or following in column("claims_dependent_nouns", "noun"):
        return False
    if last.form == "게" and lemma in column("claims_manner", "stem"):
        to.flush()
        return True
    if last.tag == "ETM" and (first.tag == "VCP" or lemma in column("claims_modifiers", "stem")):
        to.flush()
        return True
    if last.tag == "ETM" and first.tag == "VA" and not _is_predicate(to):
        to.flush()
        return True
    if lemma not in column("claims_light_verbs", "lemma") or to.run:
        return False
    while to.phrases and to.phrases[-1].text in NEGATING:
        to.phrases.pop()
    head = to.head()
    if head is None or to.phrases[head].kind != "quantity" or (last.tag != "ETM" and last.form != "게"):
        return False
    to.phrases[head] = to.phrases[head]._replace(case="of" if last.tag == "ETM" else "")
    return True


@cache
def _joined() -> dict[str, list[tuple[str, str]]]:
    """Verbs that are particles in disguise, with their cases by ending (`에 따르면` is a source, `에 따라` none)."""
    ways: dict[str, list[tuple[str, str]]] = {}
    for row in table("ko", "claims_joined_verbs"):
        ways.setdefault(row["lemma"], []).append((row["case"], row["ending"]))
    return ways
