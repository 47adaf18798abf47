"""Two amounts that are the ends of one: ranges, scores and tolerances.

In: the first amount, the text behind it and the lexicon. Out: one `Amount` over both, or the first unchanged.
Judgements:
- A tilde or dash between two numbers makes a range; `A에서 B`, `A부터 B` only with `까지` or `사이` behind, `A와 B`
  only with `사이`; `from A to B` not behind a verb of change, its object between them or not (`raise the yield of older
  fields from 4% to 6%`); `최소 A에서 B` does, unless something went there (`최소 3명에서 5명으로`).
- The first end takes the unit of the last, and its scale where it has none and the words mean so: `2~3억`
  is 2억 to 3억, `1500~2천만` is 1500만 to 2천만. Where no reading ascends the amounts stay unread (malformed).
- `two or three months` is a range where the second number is the next round one, `3 or 7 percent` is two amounts.
- Bare numbers in a list take the unit that closes it (`16·14·12㎾`, `5, 10 and 15 percent`), but for counts and money.
- `4-3` without a unit is a score when the words around it speak of winning or the first number is larger.
"""

from __future__ import annotations

from pipeline.quantities.amount import Amount
from pipeline.quantities.ends import alike, inheriting, merged, read_end
from pipeline.quantities.evidence import YEAR, cues
from pipeline.quantities.lexicon import WINDOW, Lexicon
from pipeline.quantities.segment import Segment

MOST_TO_ONE, MOST_LISTED = 100_000, 5
SHARED_KINDS = frozenset(
    "percent percentage_point multiple duration mass length area volume energy power data temperature speed "
    "frequency age".split()
)
CLAUSE, FROM = 120, "from "
STEPS, MOST_STEPS = (1, 10, 100, 1000), 20


def extended(segment: Segment, lexicon: Lexicon, first: Amount) -> Amount:
    """The range or score that `first` begins, or `first`."""
    if first.status != "ok" or first.number.hedge or first.low is None:
        return first
    behind = {segment.folded[end : end + 1] for end in (first.end, first.number.end)}
    if behind.isdisjoint(lexicon.range_heads):
        return first
    whole = opened(segment, lexicon, first) or joined(segment, lexicon, first)
    return whole or listed(segment, lexicon, first) or first


def opened(segment: Segment, lexicon: Lexicon, first: Amount) -> Amount | None:
    """`between A and B`, `from A to B`, `A에서 B까지`, `A와 B 사이`."""
    frames = lexicon.frames if segment.text[first.end : first.end + 1] in lexicon.frame_heads else ()
    for frame in frames:
        if not segment.folded.startswith(frame.middle, first.end) or not frame_opens(segment, frame, first):
            continue
        last = read_end(segment, lexicon, first.end + len(frame.middle), first.kind == "money")
        if last is None:
            continue
        if frame.opening == FROM and moved(segment, lexicon, first, first.start - len(frame.opening)):
            return inheriting(first, last) or first
        closing = next((close for close in frame.closings if segment.folded.startswith(close, last.end)), None)
        arrives = first.bare and segment.text.startswith(lexicon.parts["arrival"], last.end)
        arrives = arrives and (first.number.scaled or not last.bare)
        if closing is None and arrives:
            return first if last.bare else inheriting(first, last) or first
        risen = closing == "" and segment.text.startswith(lexicon.parts["arrival"], last.end)
        if closing is None or risen or not alike(first, last):  # `최소 3명에서 5명으로` went from one to the other
            continue
        start = first.start - len(frame.opening) if frame.opening else first.start
        whole = merged(first, last, start)
        falls = frame.opening == FROM and whole.status == "ok" and whole.low > whole.high  # `from 45 mln to 43 mln`
        if falls and ranges(segment, lexicon, start):
            return whole._replace(low=whole.high, high=whole.low)
        return (inheriting(first, last) or first) if falls else whole
    return None


def ranges(segment: Segment, lexicon: Lexicon, start: int) -> bool:
    """`temperatures ranged from -18 to -34 °C`: what lies between two amounts, whichever is said first."""
    return bool(cues(lexicon.code)["among"].search(segment.folded[max(0, start - WINDOW) : start]))


def moved(segment: Segment, lexicon: Lexicon, first: Amount, start: int) -> bool:
    """Whether something moved from one amount to the other, its verb near or the object between them."""
    if changing(segment, lexicon, first, start):
        return True
    before, known = segment.folded[max(0, start - CLAUSE) : start], cues(lexicon.code)
    return bool(known["brought"].search(before)) and not known["among"].search(before)


def changing(segment: Segment, lexicon: Lexicon, first: Amount, start: int) -> bool:
    """Whether a verb of change leads up to the amount (`rose $2 to $85` are two amounts, `growth of 7% to 8%` one)."""
    known = cues(lexicon.code)
    if first.kind == "percent" and known["ranging"].search(segment.before(start)):
        return False
    return bool(known["change"].search(segment.folded[max(0, start - WINDOW) : start]))


def frame_opens(segment: Segment, frame: object, first: Amount) -> bool:
    return segment.folded.endswith(frame.opening, 0, first.start) if frame.opening else True


def joined(segment: Segment, lexicon: Lexicon, first: Amount) -> Amount | None:
    """`A~B`, `A-B`, and scores (`4-3`, `53대 46`)."""
    if segment.text.startswith(lexicon.parts["lower"], first.end):
        return from_bound(segment, lexicon, first)
    for mark in lexicon.parts["range"]:
        if not segment.text.startswith(mark, first.end):
            continue
        last = read_end(segment, lexicon, first.end + len(mark), first.kind == "money")
        if last is None or not alike(first, last):
            return None
        complete = not last.bare or first.number.scales or last.number.scales  # `£808m to 8,177 cases`
        falling = not first.bare and complete and first.low >= last.low  # `54 percent to 46 percent`
        if "-" in mark and falling:  # `2300만원-1350만원` is a difference
            return None
        if "to" in mark and (falling or changing(segment, lexicon, first, first.start)):
            return None
        if first.bare and last.bare and ("-" in mark or counted_votes(segment, lexicon, first, last)):
            return paired(segment, lexicon, first, last)
        return merged(first, last, first.start)
    return either(segment, lexicon, first) or score(segment, lexicon, first)


def either(segment: Segment, lexicon: Lexicon, first: Amount) -> Amount | None:
    """`two or three months`, `20 or 30 people`: two round numbers in a row are a range, other ones are two amounts."""
    mark = next((mark for mark in lexicon.parts["either"] if segment.folded.startswith(mark, first.end)), None)
    last = read_end(segment, lexicon, first.end + len(mark)) if mark and first.bare and first.number.exact else None
    if last is None or not alike(first, last) or last.number.scales or last.approximate:
        return None
    step = last.number.low - first.number.low
    even = step in STEPS and not first.number.low % step and first.number.low < MOST_STEPS * step
    return merged(first, last, first.start) if even and first.number.low else None


def listed(segment: Segment, lexicon: Lexicon, first: Amount, most: int = MOST_LISTED) -> Amount | None:
    """`16·14·12㎾`, `3 and 7 percent`: a bare number in the unit at the end of its list, or None."""
    number = first.number
    if not most or not first.bare or not number.printed or number.form != "plain" or number.scaled:
        return None
    mark = next((mark for mark in lexicon.parts["listing"] if segment.folded.startswith(mark, first.end)), None)
    if mark is None or unlisted(segment, lexicon, first):
        return None
    last = read_end(segment, lexicon, first.end + len(mark))
    if last is not None and last.bare:
        last = listed(segment, lexicon, last, most - 1)
    elif mark in lexicon.parts["listing_on"] and not goes_on(segment, lexicon, first.start, mark):
        return None
    return inheriting(first, last) if last is not None and last.kind in SHARED_KINDS else None


def goes_on(segment: Segment, lexicon: Lexicon, start: int, mark: str) -> bool:
    """Whether another number of the list stands before the one at `start`, or a word that opens one (`각각`)."""
    if cues(lexicon.code)["severally"].search(segment.before(start, 6)):
        return True
    return segment.text.endswith(mark, 0, start) and segment.before(start - len(mark), 1).isdecimal()


def unlisted(segment: Segment, lexicon: Lexicon, first: Amount) -> bool:
    """Whether the number may be a year or a name's, which open no list."""
    known, surface = cues(lexicon.code), segment.text[first.number.start : first.number.end]
    named = known["not_before"].search(segment.before(first.start))
    return bool(named) or YEAR.fullmatch(surface) is not None


def from_bound(segment: Segment, lexicon: Lexicon, first: Amount) -> Amount | None:
    """`30세 이상~40세 미만`: the words between the ends say that the range begins there."""
    lower = next(word for word in lexicon.parts["lower"] if segment.text.startswith(word, first.end))
    position = first.end + len(lower)
    mark = next((mark for mark in lexicon.parts["range"] if segment.text.startswith(mark, position)), None)
    last = read_end(segment, lexicon, position + len(mark)) if mark else None
    if last is None or not alike(first, last):
        return None
    whole = merged(first, last, first.start)
    return whole._replace(hedges=((first.end, position), *whole.hedges))


def counted_votes(segment: Segment, lexicon: Lexicon, first: Amount, last: Amount) -> bool:
    """`passed the bill 218 to 212`: a falling pair is no range, and a score where the words speak of votes or games."""
    before = segment.folded[max(0, first.start - WINDOW) : first.start]
    return first.low > last.low and bool(cues(lexicon.code)["votes"].search(before))


def paired(segment: Segment, lexicon: Lexicon, first: Amount, last: Amount) -> Amount | None:
    """Two bare numbers around a dash: a score, a range that ascends, or neither (`2-3-1`)."""
    if segment.text.startswith("-", last.end) or segment.text.endswith("-", 0, first.start):
        return None
    known = cues(lexicon.code)
    before = segment.folded[max(0, first.start - WINDOW) : first.start]
    scored = known["score_after"].match(segment.after(last.end)) or known["score_before"].search(before)
    falls = first.low >= last.low and known["score_falling"].search(before)
    sides = known["score_names_before"].search(segment.before(first.start, 20))
    sides = sides and known["score_names"].match(segment.after(last.end, 20))  # `England 17-18 France`
    scored = scored or falls or sides or counted_votes(segment, lexicon, first, last)
    if scored and whole(first) and whole(last):
        return played(first, last)
    return merged(first, last, first.start) if first.low < last.low else None


def score(segment: Segment, lexicon: Lexicon, first: Amount) -> Amount | None:
    """`53대 46`, `0대1`: two small numbers with the word between them."""
    for mark in lexicon.parts["score"]:
        if segment.text.startswith(mark, first.number.end) and first.number.printed:
            last = read_end(segment, lexicon, first.number.end + len(mark))
            if last is None or not last.bare or not whole(last) or not last.number.printed:
                continue
            game = last.number.low != 1 or cues(lexicon.code)["beaten"].match(segment.after(last.end, 24))
            return played(first, last) if whole(first) and game else ratio(first, last)
    return None


def ratio(first: Amount, last: Amount) -> Amount | None:
    """`14.52대 1`: so many to one."""
    if first.number.low is None or last.number.low != 1 or first.number.low >= MOST_TO_ONE:
        return None
    return first._replace(end=last.end, kind="multiple", unit="x", bare=False, counted=None, reading=None)


def whole(amount: Amount) -> bool:
    """Whether the amount can be points of a game or votes."""
    return amount.number.exact and amount.number.unit == 1 and amount.number.low < 1000 and not amount.number.scales


def played(first: Amount, last: Amount) -> Amount:
    """A score, its two numbers in the order they stand in."""
    return first._replace(
        end=last.end,
        kind="score",
        unit=None,
        low=first.number.low,
        high=last.number.low,
        resolution=None,
        coarse=None,
        counted=None,
        bound="range",
        approximate=False,
        reading=None,
        bare=False,
    )
