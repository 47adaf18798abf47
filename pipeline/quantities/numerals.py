"""Numerals in digits, words or both, with their scale, as exact numbers.

In: a segment, a position and a language's numeral words. Out: a `Number` or None. Judgements:
- `18조9600억`, `5천550억`, `two hundred and fifty million` follow one grammar: digits and tens add up, small
  scales (십 백 천, hundred) multiply inside a block, large scales (만 억 조, thousand million) close it, each
  smaller than the one before.
- A number after a space continues only where the words cannot mean two numbers (`2억 4천 4백만`, `5만 8200`).
- Resolution is the unit of the last printed digit of the smallest written scale; words have none.
- `수천` is 2000 to 9999, `dozens` 24 to 99; `여` behind a number hedges it and belongs to its surface.
"""

from __future__ import annotations

from decimal import Decimal

import re2

from pipeline.quantities.digits import VULGAR, Printed, read_digits
from pipeline.quantities.lookup import Words
from pipeline.quantities.number import Number, Sum, Word, number, unreadable
from pipeline.quantities.spaced import begins_compound, spaced_step, whole_word

MOST_TOKENS = 24
# How many blanks may stand at the end of a text.
LONGEST_END = 100
PARTICLE_END = re2.compile(r"[ 다었며고라상하내후인지에용넘되안]")  # what makes a last 이 a particle
SPACED_DECIMALS = re2.compile(
    r" [영공일이삼사오육칠팔구]{1,6}(?:점|%|퍼센트|이다|입니다|이었|이며|이고)"
)  # `이백점 칠일이다`
COUNTED_SCALE = re2.compile(
    r" ?(?:원|달러|불|명|엔|유로|위안|파운드|루피|개|건|대|톤|t|여|가구|세대|배럴|마리|척|㎡|㎞|km|kg)"
    r"| (?:장|회|주|평|인|호|곳|표)"  # Without a space these are words: 만장일치, 만회, 만주, 만평, 만인.
)  # `수십 억 원`, `5천 만 가구`
GROUPED = re2.compile(
    "(?:[0-9]인|예선|결승|결선|본선|리그|프로그램|레이스|[0-9]분경) ?[1-9][0-9]?조"
    "(?:$|[^ 0-9원억만천백달유위엔].?$| [^0-9원달유위엔]?$)"
)  # `2인 1조`, `예선 3조`: no trillion
COUNTED = re2.compile(" (?:개월|명|개|년|원|달러|세|시간|퍼센트|프로|킬로|미터|대|건)")
GROUP = "조"
OPENS_NOTHING = Decimal(10) ** 12


def begins_digits(text: str, position: int) -> bool:
    """Whether a digit stands here, or a point with a digit behind it (`.5`)."""
    first = position + 1 if text[position] == "." else position
    return text[first : first + 1].isdecimal()


class Numerals:
    """Reads numerals with one language's words. `glued` languages write words onto each other; the others
    separate them by a space, a hyphen or `and`."""

    def __init__(
        self,
        words: Words[Word],
        letters: Words[Word],
        denominators: Words[Decimal],
        not_scales: tuple[str, ...],
        glued: bool,
    ) -> None:
        self.words, self.letters, self.denominators = words, letters, denominators
        self.not_scales, self.glued = not_scales, glued
        self.joiners = (
            ("", " ", "  ") if glued else ("", " ", "-", " and ", ", ", " & ", "  ", "  and  ", " - ", " -", "- ")
        )

    def read(self, text: str, folded: str, position: int, money: bool = False) -> Number | None:
        """The longest number that starts at `position`, or None; `money` says that a currency stands before it."""
        if position >= len(text):
            return None
        total = Sum()
        if begins_digits(text, position) or text[position] in VULGAR:
            printed = read_digits(text, position)
            if printed.value is None:
                return unreadable(position, self.past_scales(folded, printed.end), printed.status)
            total.add_printed(printed)
            end = printed.end
        else:
            found = self.words.at(folded, position)
            if found is None or not self.opens(text, found) or not total.add_word(found[0]):
                return None
            end = found[1]
        return self.rest(text, folded, position, end, total, money)

    def opens(self, text: str, found: tuple[Word, int]) -> bool:
        """Whether a word can begin a number: 조 and 경 begin other words, a Latin word must be whole."""
        if self.glued:
            return found[0].value < OPENS_NOTHING
        return found[0].style != "plural" and whole_word(text, found[1])

    def past_scales(self, folded: str, end: int) -> int:
        """Where the scales behind an unreadable number end."""
        while (found := self.words.at(folded, end)) and found[0].role in ("small", "large"):
            end = found[1]
        return end

    def rest(self, text: str, folded: str, start: int, end: int, total: Sum, money: bool) -> Number:
        """Takes in what continues the number."""
        hedge, words = None, 1
        for _ in range(MOST_TOKENS):
            if self.glued and hedge is None and text.startswith("여", end) and not self.words.at(folded, end):
                hedge, end = (end, end + 1), end + 1
                following = self.words.at(folded, end) or self.scale_apart(text, folded, end)
                if following is None or following[0].role != "large" or not total.add_word(following[0]):
                    break
                end = following[1]
                continue
            step = self.letter_step(text, end, total, money) or self.step(text, folded, end, total)
            if step is None:
                break
            end, words = step, words + 1
        if self.glued and total.printed and total.last in ("digits", "large") and self.runs_on(text, end):
            return unreadable(start, self.past_scales(folded, end), "malformed")
        return number(total, start, end, words, hedge)

    def scale_apart(self, text: str, folded: str, end: int) -> tuple[Word, int] | None:
        """The scale behind a space in `3000여 만원`, when what is counted follows it."""
        found = self.words.at(folded, end + 1) if text.startswith(" ", end) else None
        return found if found is not None and COUNTED_SCALE.match(text[found[1] : found[1] + 3]) else None

    def no_scale(self, text: str, at: int) -> bool:
        """Whether what could be a scale is none: part of a word, or a group."""
        grouped = text[at] == GROUP and GROUPED.search(text[max(0, at - 9) : at + 3])
        return bool(grouped) or text.startswith(self.not_scales, at)

    def runs_on(self, text: str, end: int) -> bool:
        """Whether another scale is written onto the number, as in `3조억` or `5만3만`."""
        found = self.words.at(text, end)
        return found is not None and found[0].role == "large" and not self.no_scale(text, end)

    def letter_step(self, text: str, end: int, total: Sum, money: bool) -> int | None:
        """`3.5M`, `$5m`, `13.1 mn`: a scale in letters, whole and right behind the digits; `three mln` too."""
        if total.last not in ("digits", "digit", "tens"):
            return None
        for gap in ("", " "):
            found = self.letters.at(text, end + len(gap)) if text.startswith(gap, end) else None
            if found is None or not whole_word(text, found[1]):
                continue
            word, after = found
            if word.style == "tight" and "°" in text[max(0, end - 30) : end]:
                continue
            if (gap and word.style == "tight") or (word.style == "money" and not money):
                continue
            if total.last != "digits" and word.style != "loose":
                continue
            if total.add_word(word):
                return after
        return None

    def step(self, text: str, folded: str, end: int, total: Sum) -> int | None:
        """The end of one more token that continues the number, or None."""
        for joiner in self.joiners:
            if joiner and not folded.startswith(joiner, end):
                continue
            at = end + len(joiner)
            taken = self.digits_step(text, at, joiner, total) or self.word_step(text, folded, at, joiner, total)
            if taken is not None:
                return taken
        return None

    def digits_step(self, text: str, at: int, joiner: str, total: Sum) -> int | None:
        """Digits behind a scale: `5천550`, `5만 8200`, `3 hundred and 21`."""
        if not text[at : at + 1].isdecimal() or total.last not in ("small", "large") or "," in joiner:
            return None
        printed = read_digits(text, at)
        if (joiner and joiner != " and ") and not self.may_follow_space(text, printed):
            return None
        plain = printed.value and printed.form == "plain" and printed.unit == 1
        if joiner == " and " and (not plain or self.scale_behind(text, printed.end)):
            return None
        return printed.end if total.add_printed(printed) else None

    def may_follow_space(self, text: str, printed: Printed) -> bool:
        """Digits with a scale of their own, or three or more of them that are no year."""
        if printed.value is None:
            return False
        if not self.glued or self.scale_behind(text, printed.end):
            return self.scale_behind(text, printed.end)
        return printed.value >= 100 and printed.unit == 1 and not text.startswith(("년", "월", "일"), printed.end)

    def scale_behind(self, text: str, end: int) -> bool:
        """Whether a scale follows the digits that end at `end`."""
        following = self.words.at(text, end if self.glued else end + 1)
        return following is not None and following[0].role in ("small", "large")

    def word_step(self, text: str, folded: str, at: int, joiner: str, total: Sum) -> int | None:
        found = self.words.at(folded, at)
        if found is None:
            return None
        word, end = found
        if joiner.strip() == "and" and self.denominators.at(folded, end + 1) is not None:
            return None
        if self.glued and word.style != "english":
            may = self.glued_step(text, at, end, word, joiner, total)
        else:
            compound = begins_compound(folded, end, self.words)
            may = spaced_step(text, at, end, word, joiner, total, compound)
        return end if may and total.add_word(word) else None

    def glued_step(self, text: str, at: int, end: int, word: Word, joiner: str, total: Sum) -> bool:
        """Whether a Hangul numeral continues the number instead of starting a word of its own."""
        following = self.words.at(text, end)
        scaled = following is not None and following[0].role in ("small", "large")
        if joiner and total.last == "point":
            return joiner == " " and word.role in ("digit", "pair")
        if word.role in ("digit", "vague", "pair", "some"):
            if word.style == "native" and total.last in ("small", "large") and len(text[at:end]) == 1:
                return False
            if (
                joiner
                and not total.printed
                and not text[end : end + LONGEST_END].strip()
                and end + LONGEST_END >= len(text)
            ):
                return word.role == "digit"
            if joiner == " " and total.last == "small" and word.style == "sino" and not total.printed:
                return scaled or bool(COUNTED.match(text[end : end + 5]))  # `십 팔 개월`
            if total.printed or joiner:
                return scaled and word.role == "digit" and word.style != "native"
            return not (text[at:end] == "이" and PARTICLE_END.match(text[end : end + 2]))
        if self.no_scale(text, at):
            return False
        if word.role == "point":
            following = self.words.at(text, end)
            if following is None and not joiner:
                return bool(SPACED_DECIMALS.match(text[end : end + 12]))
            if following is None or following[0].role not in ("digit", "pair") or joiner:
                return False
            return self.glued_step(text, end, following[1], following[0], "", total)
        if word.role == "tens" or (joiner and word.style == "native"):
            return total.last != "digits" and not joiner
        if joiner and not total.printed and (total.pending is not None or total.last == "small"):
            return word.role == "large" and bool(COUNTED_SCALE.match(text[end : end + 3]))
        if joiner and total.last == "small" and word.role == "large":  # `5천 억원`, `3백 만 명`
            return bool(COUNTED_SCALE.match(text[end : end + 3]))
        if joiner and total.pending is None:
            digits = text[end : end + 1].isdecimal() or text[end + 1 : end + 2].isdecimal()
            return word.role == "small" and (scaled or digits)
        return True
