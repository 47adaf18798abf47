"""Whether a number without a word for its measure goes on about the last metric, or moves as the last one.

In: a scene, a quantity's phrase, its aspect and the last metric. Out: whether it does. Judgements: a change does, a
part of what was named before, the level that a change starts from, what was expected, a share in a bracket after a
name, the next of a list in one unit, and whatever an English pronoun or a word like `the figure`
does that stands for what was measured (`It fell to 4%`, `The figure was revised to 3%`); but a level is no growth.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.claims.measures.aspects import is_base_level
from pipeline.claims.measures.listed import is_dear, is_price
from pipeline.claims.measures.metrics import RELATIVE, fits, metrics
from pipeline.claims.measures.moves import TRANSITIVE, directions
from pipeline.claims.measures.shares import SHARES
from pipeline.claims.model import Claim
from pipeline.claims.names.words import word_ends, word_list
from pipeline.claims.scene import Scene
from pipeline.languages import table

# How far behind a number the next one of the same money or vehicles still measures alike.
NEXT_SENTENCE = 120
NOT_ALIKE = ("duration", "age", "rank", "count")
# Metrics of how many there are, and cases of a count that says it.
STOCKS = ("population", "subscribers", "employees", "users")
TOLD = ("into", "copula")
GROWTH, PRICE = "growth", "price"


def goes_on(scene: Scene, place: int, kind: str, last: str) -> bool:
    """Whether the number at phrase `place`, of aspect `kind`, measures what was measured last."""
    quantity = scene.quantities[scene.phrase(place).item]
    expected = _is_dated(scene, place) or _is_expected(scene, place)
    again = (
        kind == "change"
        or _points_back(scene, place)
        or is_base_level(scene, place)
        or _is_share(scene, place, last)
        or _is_alike(scene, place)
        or _is_it(scene, place)
        or expected
        or last == PRICE
        and is_price(quantity)
    )
    timed = last == "duration" and quantity.kind in RELATIVE
    grown = last == GROWTH and kind != "change" and not expected
    cases = last == "trade_volume" and quantity.unit == "case"
    return again and not (timed or grown or cases) and fits(metrics()[last], quantity.kind, unit=quantity.unit)


def counted_on(scene: Scene, place: int, kind: str) -> str | None:
    """`초등학교는 11만 명으로, 중학교는 4만 명으로`, `LG는 9만 회선 늘어난 63만 회선이다`: the metric of the last count
    in the same unit, where that tells how many there are and this one says so of another, or how far they moved."""
    quantity, here = scene.quantities[scene.phrase(place).item], scene.phrase(place)
    last = scene.memory.counted.get(quantity.unit or "") if scene.traits.head_final else None
    if quantity.kind != "count" or last not in STOCKS:
        return None
    bracket = place > 0 and scene.phrase(place - 1).text == "("
    return last if kind == "change" or here.case in TOLD or bracket else None


def moves_on(scene: Scene, place: int, before: Claim | None) -> str | None:
    """The way of the change before, for the next of its list: `A는 26.7% 올랐다. 이어 B 23.1%, C 21.7% 등 순이었다`."""
    item = scene.phrase(place).item
    if not scene.traits.head_final or not item or before is None or before.aspect != "change":
        return None
    last, this = scene.quantities[item - 1], scene.quantities[item]
    if before.quantity != item - 1 or this.kind not in RELATIVE or this.kind != last.kind:
        return None
    clause = scene.parse.clauses[scene.phrase(place).clause]
    follows = clause.lemma in word_list(scene.document.language, "claims_following")
    if last.start < scene.parse.start or follows:
        begun = scene.document.text[scene.parse.start : this.start].lstrip()
        follows = follows or begun.startswith(tuple(word_list(scene.document.language, "claims_next")))
        return before.direction if follows and this.start - last.end <= NEXT_SENTENCE else None
    first = scene.place(item - 1) + 1
    between = scene.parse.phrases[first:place]
    listed = all(p.kind in ("noun", "mark", "adverb") and p.case in ("", "subject") for p in between)
    return before.direction if listed and not any(map(scene.cues_in, range(first, place))) else None


def _is_it(scene: Scene, place: int) -> bool:
    """`It fell to 4%`, `The figure was revised to 3%`: the subject of the number's clause stands for what was measured;
    a pronoun only where its verb moves it or says what it is."""
    if scene.traits.head_final:
        return False
    clause = scene.parse.clauses[scene.phrase(place).clause]
    taken = (p for p in scene.parse.phrases[clause.verb or 0 : place] if p.kind == "noun" and p.case == "object")
    if any(taken):
        return False
    acting = [p for p in scene.parse.phrases[: clause.verb or 0] if p.clause == scene.phrase(place).clause]
    subject = next((p.text.lower() for p in reversed(acting) if p.kind == "noun" and p.case in ("subject", "")), "")
    rows = {row["word"]: row["verbs"] for row in table(scene.document.language, "claims_standing")}
    moves = clause.lemma in directions(scene.document.language)
    moves = moves and directions(scene.document.language)[clause.lemma][1] != TRANSITIVE
    wanted = rows.get(subject)
    return wanted is not None and (wanted == "any" or moves or clause.lemma in wanted.split("|"))


def _is_alike(scene: Scene, place: int) -> bool:
    """`국내 30억원, 해외 12억원`, `2012년(2.8%), 2013년(1.6%)`: the next number of a sentence in the same unit, where
    the verb comes last; of money and vehicles also the next sentence's, unless a verb takes it (`5억원을 냈다`); a
    large sum is no price of a thing."""
    here, taken = scene.phrase(place).item, scene.phrase(place).case == "object"
    if not here or not scene.traits.head_final:
        return False
    before, this = scene.quantities[here - 1], scene.quantities[here]
    lasts = not taken and (this.kind == "money" or this.unit == "vehicle")
    near = this.start - before.end <= NEXT_SENTENCE if lasts else before.start >= scene.parse.start
    alike = (lasts or this.kind not in NOT_ALIKE) and not (is_price(before) and is_dear(this))
    return alike and near and (before.kind, before.unit) == (this.kind, this.unit)


def _is_share(scene: Scene, place: int, last: str | None) -> bool:
    """`도담의 지분은 20%다. 미르(75%)와`: a percentage in a bracket after a name goes on about shares."""
    percent = scene.quantities[scene.phrase(place).item].kind == "percent"
    return percent and last in SHARES and place > 1 and scene.phrase(place - 1).text == "("


def _is_dated(scene: Scene, place: int) -> bool:
    """`6월(6.0%)에 이어`, `전망치(4.5%)보다`: a figure in a bracket after a date, or after a word for an expectation,
    is of what the text goes on about."""
    sign = place > 1 and scene.phrase(place - 1).text == "+"
    if place < 2 + sign or scene.phrase(place - 1 - sign).text != "(" or not scene.traits.head_final:
        return False
    before = scene.phrase(place - 2 - sign)
    expected = before.kind == "noun" and before.text in word_list(scene.document.language, "claims_forecast_nouns")
    return before.kind == "date" or expected


def _is_expected(scene: Scene, place: int) -> bool:
    """`정부 전망은 1.8%다`, `예상치는 2.4%였다`: what was expected of what the text goes on about."""
    before = scene.phrase(place - 1) if place and scene.traits.head_final else None
    nouns = word_ends(scene.document.language, "claims_forecast_nouns")
    told = before is not None and before.kind == "noun" and before.case in ("topic", "subject", "also")
    return told and before.text.endswith(nouns) and not scene.cues_in(place - 1)


def _points_back(scene: Scene, place: int) -> bool:
    """`이 가운데 300억 달러`: a part of what was named before measures the same."""
    words = word_list(scene.document.language, "claims_parts_of_before")
    near = [p for p in scene.parse.phrases[max(0, place - 4) : place] if p.kind in ("noun", "adverb", "mark")]
    pairs_ = [f"{one.text} {two.text}" for one, two in pairwise(near)]
    return any(text.lower() in words for text in (*(p.text for p in near), *pairs_))
