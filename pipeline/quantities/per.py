"""Rates: what an amount is per.

In: a segment and its amounts in reading order. Out: the amounts with `per`, without those that only say what
another is per (`100엔당 950원` is one quantity, per 100 JPY). Judgements: `당` behind a unit, counter or number
rates the next amount of the clause, `에` behind one of a unit the amount that follows at once; in English `a`,
`per`, `/` and a noun behind the amount rate it, and two of them multiply (`per user per month` is user·month).
"""

from __future__ import annotations

from functools import cache
from itertools import zip_longest

import re2

from pipeline.languages import language, table
from pipeline.quantities.amount import Amount
from pipeline.quantities.evidence import cues
from pipeline.quantities.lexicon import Lexicon
from pipeline.quantities.lookup import ends_word
from pipeline.quantities.segment import Segment

RATE, JOINING = "당", frozenset("/-ape")  # what a rate needs, and what one behind an amount begins with
STROKE = "/"
JOINED = ("per ", " per ", " for every ", STROKE)
MOST_BETWEEN, MOST_EACH = 40, 8
LONGEST_UNIT = 40  # ` per million British thermal units`
PRICED = ("mass", "volume", "area", "length")
PERIODS = ("year", "quarter", "month", "week", "day", "h", "min", "s")


@cache
def rates(code: str) -> dict[str, dict[str, str]]:
    """The words of ``per.csv`` by side."""
    sides: dict[str, dict[str, str]] = {}
    for each in reversed(language(code).reads):
        for row in table(each, "per"):
            sides.setdefault(row["side"], {})[row["surface"]] = row["per"]
    return sides


@cache
def behind_pattern(code: str) -> object:
    words = "|".join(re2.escape(word) for word in sorted(rates(code)["after"], key=lambda word: (-len(word), word)))
    joiners = " ?/ ?| ?- ?an? ?- ?| ?(?:an?|per|each|every) "
    return re2.compile(rf"(?i)(?:{joiners})({words})(?:[^A-Za-z]|$)| per ([a-z]{{3,16}})")


def rated(segment: Segment, lexicon: Lexicon, amounts: list[Amount]) -> list[Amount]:
    """The amounts with what they are per; amounts that only rate another are gone."""
    result: list[Amount] = []
    pending: tuple[int, str, str] | None = None
    for amount, following in zip_longest(amounts, amounts[1:]):
        between = segment.folded[result[-1].end : amount.start] if result else ""
        if between in JOINED and (between != STROKE or result[-1].kind != amount.kind):  # `74.8%/75.0%` are two
            result[-1] = result[-1]._replace(per=rate_name(amount))
            continue
        if carries_rate(segment, lexicon, amount) or each_of(segment, lexicon, amount, following):
            pending = amount.end, rate_name(amount), amount.kind
            continue
        if pending and pending[2] == amount.kind == "area":  # `3.3㎡당 평균 분양가는 60㎡ 이하가 …`
            result.append(amount)
            continue
        per = per_behind(segment, lexicon, noun_end(segment, lexicon, amount))
        if per is None and pending and amount.start - pending[0] <= MOST_BETWEEN:
            per = pending[1]
        if pending and pending[2] == amount.kind and per == pending[1] and amount.kind != "money":
            result.append(amount if amount.number.exact and pending[1] == amount.unit else amount._replace(per=per))
            continue
        per = per or per_ahead(segment, lexicon, amount)
        pending = None
        result.append(amount._replace(per=per) if per else amount)
    return result


def carries_rate(segment: Segment, lexicon: Lexicon, amount: Amount) -> bool:
    """`100엔당`, `1기당`: the amount says what the next one is per."""
    if not lexicon.glued or amount.unit is None:
        return False
    tail = segment.after(amount.end, 3).lstrip(" ")
    return tail.startswith("당") and not tail[1:2].isalpha() or segment.text[amount.start : amount.end].endswith("당")


def each_of(segment: Segment, lexicon: Lexicon, amount: Amount, following: Amount | None) -> bool:
    """`한 달에 2개`, `1㎏에 3만 원`: one stretch of time, or one measure of what is paid for, before the amount."""
    if following is None or amount.low != 1 or amount.low != amount.high or following.start - amount.end > MOST_EACH:
        return False
    if amount.kind != "duration" and (amount.kind not in PRICED or following.kind != "money"):
        return False
    return cues(lexicon.code)["each"].fullmatch(segment.text[amount.end : following.start]) is not None


def rate_name(amount: Amount) -> str:
    """The unit, with its number unless that is one."""
    name = amount.unit or amount.kind
    return name if amount.low in (1, None) else f"{amount.low:f} {name}"


def noun_end(segment: Segment, lexicon: Lexicon, amount: Amount) -> int:
    """Where the noun that an English number counts ends (`50 requests per second`), else where the amount does."""
    noun = f" {amount.counted}"
    return amount.end + len(noun) if not lexicon.glued and segment.text.startswith(noun, amount.end) else amount.end


def per_behind(segment: Segment, lexicon: Lexicon, end: int) -> str | None:
    """`a barrel`, `per user per month`, `/hour`."""
    found: list[str] = []
    for _ in range(2):
        joined = segment.after(end, 2).lstrip(" ")[:1].lower() in JOINING
        match = behind_pattern(lexicon.code).match(segment.after(end, LONGEST_UNIT)) if joined else None
        if not match or ago(segment, lexicon, end, match):
            return "·".join(found) or per_unit(segment, lexicon, end)
        word = (match.group(1) or match.group(2)).lower()
        found.append(rates(lexicon.code)["after"].get(word, word))
        end += max(match.end(1), match.end(2))
    return "·".join(found) or None


def per_unit(segment: Segment, lexicon: Lexicon, end: int) -> str | None:
    """`5 kg/m2`: the sign of a unit behind a slash."""
    if segment.text[end : end + 1] != "/":
        return None
    found = lexicon.symbols.at(segment.text, end + 1)
    return found[0][0].unit if found is not None and ends_word(segment.text, found[1]) else None


def ago(segment: Segment, lexicon: Lexicon, end: int, match: object) -> bool:
    """Whether `a year` says when (`$8 billion a year earlier`) and not how often."""
    per = rates(lexicon.code)["after"].get((match.group(1) or "").lower())
    article = match.group().lstrip(" -").lower().startswith("a")
    if per not in PERIODS or not article:
        return False
    return bool(cues(lexicon.code)["not_rate"].match(segment.after(end + match.end(1), 12)))


def per_ahead(segment: Segment, lexicon: Lexicon, amount: Amount) -> str | None:
    """`배럴당 80달러`, `월 3만 원`."""
    if not lexicon.glued:
        return None
    before = segment.before(amount.start, 28)
    match = cues(lexicon.code)["rated"].search(before) if RATE in before else None
    if match:
        words = rates(lexicon.code)["before"]
        word = match.group(1)
        for size in range(len(word)):
            whole = size == 0 or not "가" <= word[size - 1] <= "힣"  # 민주당 is no rate per share
            if whole and word[size:] in words:
                return words[word[size:]]
    if amount.kind != "money":
        return None
    last = segment.before(amount.start, 8).rstrip().rpartition(" ")[2]
    return rates(lexicon.code)["period"].get(last)
