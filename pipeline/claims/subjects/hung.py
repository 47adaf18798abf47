"""The name that an English number is hung on.

In: a scene and a quantity's phrase. Out: a `Name` or None. Judgements: an age stands behind a name and a comma, and a
description between commas (`Calder, the third-biggest bank,`) is of the name before; a name right before a number has
it where `with` or `at` joins them (`followed by Dodam with 17%`), behind a label's colon (`Dodam: 17%`), as its owner
(`Mirr's 43% target`), and in a list that leaves its verb out (`Dodam rose 12%, Mirr 8% and Taro 5%`); whoever only
estimates a number (`than Wall Street estimates of 150,000`) does not have it; what a number moved from is of whoever
has the number before it (`2.7%, down from the 2.9% it had estimated`); a percentage is of what moves by it (`a 3% drop
in farm output`).
"""

from __future__ import annotations

from pipeline.claims.measures.metrics import RELATIVE
from pipeline.claims.names.cast import GROUP, type_of
from pipeline.claims.names.genitives import SIZES, genitive, is_idle
from pipeline.claims.names.naming import named
from pipeline.claims.names.words import is_owner, word_list
from pipeline.claims.scene import Name, Scene

# Words that a description between commas begins with, and kinds of number that it can have.
OPENING_DESCRIPTION = ("the", "a", "an", "its", "one")
AGED = ("age", "aged", "ages")
DESCRIBING = ("rank", "duration", "age")
LISTING = (",", "and", ";")
# Kinds of number that say which thing is meant, or what it is like.
TELLING = (*SIZES, "rank", "age", "speed")
# Cases that a noun without a preposition has.
FREE = ("", "subject", "object")
# What is bought of whoever owns it.
HELD = ("ownership_stake", "acquisition_price")
OPENING = ("-", "–", "•", "*", "·")


def beside(scene: Scene, place: int) -> Name | None:
    """The name that the quantity at `place` is hung on."""
    if not scene.traits.capitals or not place:
        return None
    hung = next(
        (
            n
            for n in (
                _aged(scene, place),
                _apposed(scene, place),
                _owned(scene, place),
                _won(scene, place),
                _joined(scene, place),
                _listed(scene, place),
                _gapped(scene, place),
                _offering(scene, place),
                _moved(scene, place),
            )
            if n is not None
        ),
        None,
    )
    return named(scene, scene.phrase(hung).start, scene.phrase(hung).end) if hung is not None else None


def _is_name(scene: Scene, place: int) -> bool:
    """A capitalised noun that names no measure and is no forecast."""
    phrase = scene.phrase(place)
    expects = phrase.text.lower().split(" ")[-1] in word_list(scene.document.language, "claims_forecasters")
    measures = bool(scene.cues_in(place)) and not scene.named_in(phrase.start, phrase.end)
    measures |= phrase.text.lower() in word_list(scene.document.language, "claims_companys")
    return phrase.kind == "noun" and phrase.text.removeprefix("the ")[:1].isupper() and not expects and not measures


def _aged(scene: Scene, place: int) -> int | None:
    """`said Ada Vale, 49, who runs a shop`, `voters aged 50`: whose age stands between commas, or right before it."""
    aged = place > 1 and scene.quantities[scene.phrase(place).item].kind == "age"
    before = scene.phrase(place - 1)
    if aged and before.kind == "noun" and before.text.split(" ")[-1] in AGED and " " in before.text:
        return place - 1
    return place - 2 if aged and scene.phrase(place - 1).text == "," and _is_name(scene, place - 2) else None


def _apposed(scene: Scene, place: int) -> int | None:
    """`Calder, the country's third-biggest bank,`, `Calder, a 50-year-old brewer,`: whom a number describes."""
    at = place - 1
    while at > 0 and (scene.phrase(at).kind == "adverb" or scene.phrase(at).case == "of"):
        at -= 1
    words = scene.document.text[scene.phrase(at).end : scene.phrase(place).start].split()
    described = at > 0 and at < place - 1 and scene.phrase(at).text == "," and words[0].lower() in OPENING_DESCRIPTION
    kind = scene.quantities[scene.phrase(place).item].kind
    free = described and kind in DESCRIBING and scene.phrase(at - 1).case in ("", "subject", "object")
    return at - 1 if free and _is_name(scene, at - 1) else None


def _owned(scene: Scene, place: int) -> int | None:
    """`Mirr's 43% target`: whose the thing is that a number belongs to; a stake may be another's."""
    before = scene.phrase(place - 1)
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    owns = before.kind == "noun" and before.case == "of" and is_owner(scene.document.text, before.end)
    if not owns or after is None or after.kind != "noun" or after.case not in FREE or is_idle(scene, place - 1):
        return None
    held = any(cue.metric.metric_id in HELD for cue in scene.cues_in(place + 1))
    held |= scene.quantities[scene.phrase(place).item].kind in TELLING
    reach = before.text.lower().split(" ")[-1] in word_list(scene.document.language, "claims_scopes")
    people = type_of(before.text, scene.document.language, scene.memory.cast) == GROUP
    return None if held or reach or people else place - 1


def _won(scene: Scene, place: int) -> int | None:
    """`the Hawks' fifth victory, 24-18`: whose game a score tells the end of."""
    scored = place > 1 and scene.quantities[scene.phrase(place).item].kind == "score"
    if not scored or scene.phrase(place - 1).text != "," or scene.phrase(place - 2).kind != "noun":
        return None
    return genitive(scene, place - 2)


def _joined(scene: Scene, place: int) -> int | None:
    """`followed by Dodam with 17%`, `ahead of Mirr at 9%`."""
    if scene.phrase(place).case not in ("with", "at") or not _is_name(scene, place - 1):
        return None
    case = scene.phrase(place - 1).case
    listed = case in ("", "object") and place > 1 and scene.phrase(place - 2).text in LISTING
    return place - 1 if listed or case in ("by", "than", "of", "and") else None


def _listed(scene: Scene, place: int) -> int | None:
    """`Dodam: 17%`, `rose 12%, Mirr 8% and Taro 5%`."""
    label = place > 1 and scene.phrase(place - 1).text == ":"
    at = place - 1 - label
    alone = place + 1 >= len(scene.parse.phrases) or scene.phrase(place + 1).kind != "noun"
    cases = ("", "subject", "of") if alone and not label else ("", "subject")
    if scene.phrase(place).case or not _is_name(scene, at) or scene.phrase(at).case not in cases:
        return None
    opened = scene.phrase(at - 1).text if at else ""
    if label:
        return at if (not at or opened in OPENING) and not is_idle(scene, at) else None
    return at if opened in LISTING and _has_alike(scene, place, at) else None


def _gapped(scene: Scene, place: int) -> int | None:
    """`The Hills had 19% and the Coast, 16%.`: a comma stands for the verb that is left out."""
    at, after = place - 2, scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    ends = after is None or after.kind == "mark"
    if at < 1 or not ends or scene.phrase(place).case or scene.phrase(place - 1).text != "," or not _is_name(scene, at):
        return None
    opened = scene.phrase(at - 1).text in ("and", ";", "while") and scene.phrase(at).case in ("", "subject")
    return at if opened and _has_alike(scene, place, at) else None


def _has_alike(scene: Scene, place: int, before: int) -> bool:
    """Whether a number of the same kind stands before a phrase."""
    kind = scene.quantities[scene.phrase(place).item].kind
    return any(p.kind == "quantity" and scene.quantities[p.item].kind == kind for p in scene.parse.phrases[:before])


def _offering(scene: Scene, place: int) -> int | None:
    """`a Mirr $3 billion offer`: a name between an article and what is counted."""
    after = scene.phrase(place + 1) if place + 1 < len(scene.parse.phrases) else None
    words = scene.phrase(place - 1).text.split(" ")
    told = after is not None and after.kind == "noun" and not after.case and bool(scene.cues_in(place + 1))
    article = words[0].lower() in ("a", "an", "the") and len(words) > 1 and words[1][:1].isupper()
    near = scene.phrase(place - 1).end + 1 == scene.phrase(place).start
    return place - 1 if told and article and near and scene.phrase(place - 1).kind == "noun" else None


def _moved(scene: Scene, place: int) -> int | None:
    """`a 3% drop in farm output`: what moves by a percentage, where it is no measure and no place."""
    if scene.quantities[scene.phrase(place).item].kind not in RELATIVE or place + 2 >= len(scene.parse.phrases):
        return None
    move, what = scene.phrase(place + 1), scene.phrase(place + 2)
    word = move.text.lower().rpartition(" ")[2] if move.kind == "noun" and not move.case else ""
    told = what.kind == "noun" and what.case == "in" and not scene.cues_in(place + 2) and not is_idle(scene, place + 2)
    where = any(m.entity.type == "place" and m.end == what.end for m in scene.named_in(what.start, what.end))
    moves = word in word_list(scene.document.language, "claims_directions", "cue")
    return place + 2 if moves and told and not where else None


def compared(scene: Scene, place: int) -> int | None:
    """The quantity that this one is only compared with, unless it has a name of its own (`with 9% for Mirr`)."""
    here = scene.phrase(place)
    if not scene.traits.capitals or _reached(scene, place) not in ("from", "than") or beside(scene, place) is not None:
        return None
    before = next((p for p in reversed(scene.parse.phrases[:place]) if p.kind == "quantity"), None)
    own = any(p.case == "for" for p in scene.parse.phrases[place + 1 : place + 2])
    if before is None or own or genitive(scene, place) is not None:
        return None
    one, other = scene.quantities[before.item], scene.quantities[here.item]
    return before.item if (one.kind, one.unit) == (other.kind, other.unit) else None


def _reached(scene: Scene, place: int) -> str:
    """The case of a number, or of the noun that it is the size of (`from a July forecast of 2.3%`)."""
    if scene.phrase(place).case != "of" or not place or scene.phrase(place - 1).kind != "noun":
        return scene.phrase(place).case
    before = scene.phrase(place - 1)
    dated = not before.case and place > 1 and scene.phrase(place - 2).kind == "date"
    return scene.phrase(place - 2).case if dated else before.case
