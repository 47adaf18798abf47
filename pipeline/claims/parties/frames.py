"""The two parties of a number, by the verb or the noun that it hangs on.

In: a scene and a quantity's phrase. Out: positions of phrases, likeliest first. Judgements: a row of ``claims_frames``
says for a word, and the kinds of number that it can be told of, in which cases the other party stands
(`offer $3 million for`, `beat Mirr 24-18`); a verb's parties stand in its clause, a noun's right behind it, with
nothing but other things that hang on it between (`imports of gas from`); who acts may stand there too (`a bid from`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.claims.names.words import word_list
from pipeline.claims.scene import Scene
from pipeline.languages import table

VERB, NOUN = "verb", "noun"
# The kind of any number that says by how much one leads another.
GAP = "gap"
ORDER, COMPANY = "order", "company"
# Kinds of numbers whose other party may be people in general.
TOLD_OF_PEOPLE = ("money", "score")
HANGING = ("noun", "quantity", "date", "adverb")
# What goes on with two things in one case (`in cash and stock for`).
AND = ("and", "&")


@cache
def _frames(language: str) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["word"], row["stands"]): row for row in table(language, "claims_frames")}


@cache
def _has_nouns(language: str) -> bool:
    """Whether any noun of a language has two parties; where none has, none is looked for."""
    return any(stands == NOUN for _, stands in _frames(language))


def others(scene: Scene, place: int) -> Iterator[int]:
    """Phrases that can be the other party of the quantity at `place`."""
    noun = _noun(scene, place)
    if noun is not None:
        yield from _behind(scene, noun, "other")
        yield from _bought(scene, noun)
        yield from _made(scene, noun)
    clause = scene.phrase(place).clause
    verb = scene.parse.clauses[clause].verb
    row = _told(scene, place, _frames(scene.document.language).get((scene.parse.clauses[clause].lemma, VERB)))
    bracketed = scene.traits.head_final and scene.phrase(place).depth > 0
    if row is not None and verb is not None and not bracketed:
        passive = scene.parse.clauses[clause].passive and "object" in row["other"].split("|")
        nouns = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.clause == clause]
        beside = nouns if scene.traits.head_final else [n for n in nouns if n > verb]
        for case in ("by",) if passive else row["other"].split("|"):
            near = [n for n in beside if scene.phrase(n).case == case and not _is_done(scene, n)]
            yield from [n for n in near if not _is_sized(scene, n, place) and not _is_supplied(scene, n, place)][:1]


def _bought(scene: Scene, noun: int) -> Iterator[int]:
    """`a $3 billion bid to buy Mirr`: what the infinitive behind a bid takes."""
    verb = noun + 1
    bids = _frames(scene.document.language)[_word(scene, noun), NOUN]["whose"]
    if verb + 1 >= len(scene.parse.phrases) or scene.phrase(verb).kind != "verb" or not bids:
        return
    clause = scene.parse.clauses[scene.phrase(verb).clause]
    if clause.link == "purpose" and scene.phrase(verb + 1).case == "object":
        yield verb + 1


def _made(scene: Scene, noun: int) -> Iterator[int]:
    """`an order for 30 Mirr jets`: who makes what is ordered."""
    hung = noun + 1 < len(scene.parse.phrases) and scene.phrase(noun + 1).case in ("for", "of")
    thing = noun + 2 if hung and scene.phrase(noun + 1).kind == "quantity" else len(scene.parse.phrases)
    if _word(scene, noun) != ORDER or thing >= len(scene.parse.phrases) or scene.phrase(thing).kind != "noun":
        return
    phrase = scene.phrase(thing)
    makers = [m for m in scene.named_in(phrase.start, phrase.end) if m.entity.type == COMPANY]
    if makers and makers[0].start == phrase.start:
        yield thing


def _is_sized(scene: Scene, noun: int, place: int) -> bool:
    """`supplied a cluster of 512 processors`: what has the number is what is supplied, not who gets it."""
    return place == noun + 1 and scene.phrase(place).case == "of"


def _is_supplied(scene: Scene, noun: int, place: int) -> bool:
    """`supply its turbines with a capacity of 230MW`: goods in the object of a verb are what somebody gets."""
    goods = (
        scene.quantities[scene.phrase(place).item].kind not in TOLD_OF_PEOPLE and scene.phrase(noun).case == "object"
    )
    return goods and scene.traits.capitals and scene.phrase(noun).text.split(" ")[-1].islower()


def _is_done(scene: Scene, place: int) -> bool:
    """`a fine for bribing officials`: what somebody does is no party."""
    first = scene.phrase(place).text.split(" ")[0]
    return first.islower() and first.endswith("ing")


def actor(scene: Scene, place: int) -> int | None:
    """`a $3 billion bid from Mirr`: who acts, where that stands behind the noun that the quantity hangs on."""
    noun = _noun(scene, place)
    acting = _behind(scene, noun, "whose") if noun is not None else ()
    # `growth` and the like are what is forecast; `a car loan` has the rate.
    return next((n for n in acting if not scene.cues_in(n) or _has_article(scene, n)), None)


def _has_article(scene: Scene, place: int) -> bool:
    return scene.phrase(place).text.split(" ")[0].lower() in ("a", "an")


def is_other(scene: Scene, noun: int, place: int) -> bool:
    """`imports from Norway`: whether what stands behind a noun is its other party, not its owner."""
    return place in _behind(scene, noun, "other")


def _row(scene: Scene, place: int) -> dict[str, str] | None:
    """The row of a noun phrase, by its last word."""
    return _frames(scene.document.language).get((_word(scene, place), NOUN))


def _word(scene: Scene, place: int) -> str:
    """The last word of a noun phrase as its table has it, a plural in the singular."""
    word = scene.phrase(place).text.lower().removesuffix(" worth").split(" ")[-1]
    return word if (word, NOUN) in _frames(scene.document.language) else word.removesuffix("s")


def _told(scene: Scene, place: int, row: dict[str, str] | None) -> dict[str, str] | None:
    """The row, if a number of this kind can be told of its word."""
    if row is None:
        return None
    kinds = row["kinds"].split("|")
    told = scene.quantities[scene.phrase(place).item].kind in kinds
    return row if told or GAP in kinds and is_gap(scene, place) else None


def is_gap(scene: Scene, place: int) -> bool:
    """`미르를 2점 차로 꺾었다`: whether a number says by how much one leads another."""
    behind = scene.parse.phrases[place + 1 : place + 2]
    return any(p.text in word_list(scene.document.language, "claims_gaps") for p in behind)


def _noun(scene: Scene, place: int) -> int | None:
    """The noun with two parties that is nearest to the quantity in its clause."""
    if not _has_nouns(scene.document.language):
        return None
    clause = scene.phrase(place).clause
    near = [n for n, p in enumerate(scene.parse.phrases) if p.kind == "noun" and p.clause == clause]
    framed = [n for n in near if _told(scene, place, _row(scene, n)) is not None]
    return min(framed, key=lambda n: abs(n - place), default=None)


def _behind(scene: Scene, noun: int, column: str) -> Iterator[int]:
    """The nouns that hang on one in the cases of its row, as they stand in the row."""
    row, hanging = _row(scene, noun), _hanging(scene, noun)
    for case in filter(None, row[column].split("|") if row is not None else ()):
        yield from [n for n in hanging if scene.phrase(n).case == case][:1]


def _hanging(scene: Scene, noun: int) -> list[int]:
    """The nouns behind a noun that hang on it, one participle passed over (`a stake in Mirr held by`)."""
    found, verbs = [], 0
    for number in range(noun + 1, len(scene.parse.phrases)):
        phrase = scene.phrase(number)
        verbs += phrase.kind == "verb"
        described = phrase.kind == "verb" and verbs == 1 and scene.parse.clauses[phrase.clause].passive
        participle = described and scene.parse.clauses[phrase.clause].link == "relative"
        joined = phrase.text in AND or phrase.kind == "noun" and scene.phrase(number - 1).text in AND
        if not joined and (phrase.kind == "noun" and not phrase.case or phrase.kind not in HANGING and not participle):
            break
        found += [number] if phrase.kind == "noun" and (not verbs or phrase.case == "by") else []
    return found
