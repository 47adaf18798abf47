"""Write an amount the way a source wrote another one: ``5000만 달러`` and 5e11 give ``5000억 달러``.

In: the surface of a quantity and a new amount. Out: the new surface, or None where the style does not
carry the amount (words, ranges, mixed scripts). Judgements: what stands before and behind the number
stays; commas, blanks between scales and ``천`` are used when the source used them; English keeps its
family of scale words (million to billion, m to bn, M to B), and plain digits from a million on get one.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import re2

from pipeline.languages import table

NUMBER = r"[0-9][0-9,.]{0,40}"
SCALED = rf"{NUMBER}(?: ?[천백십]{{0,3}}[만억조경](?: ?{NUMBER})?){{1,5}}|{NUMBER}천"
KOREAN = re2.compile(rf"^([^0-9]{{0,12}})({SCALED})([^0-9]{{0,20}})$")
ENGLISH = re2.compile(rf"^([^0-9]{{0,12}})({NUMBER})([ -]?)([A-Za-z]{{0,8}})([^0-9]{{0,24}})$")
HANGUL = re2.compile(r"\p{Hangul}")
MYRIAD = Decimal(10_000)
THOUSAND = Decimal(1000)
MILLION = Decimal(1_000_000)
THOUSANDS = 3
MOST_DECIMALS = 3
MOST_CENTS = 2


def write_like(surface: str, amount: Decimal) -> str | None:
    """The amount in the style of `surface`."""
    if amount <= 0:
        return None
    korean = KOREAN.match(surface)
    if korean:
        return _around(korean.group(1), _korean(korean.group(2), amount), korean.group(3))
    english = ENGLISH.match(surface)
    if english and HANGUL.search(surface) and amount >= MYRIAD:
        return _around(english.group(1), _korean("", amount), english.group(3) + english.group(4) + english.group(5))
    return _english(english, amount) if english else None


def _around(before: str, number: str | None, behind: str) -> str | None:
    return None if number is None else f"{before}{number}{behind}"


def _korean(number: str, amount: Decimal) -> str | None:
    """Groups of four digits, each with its scale: 735억1000만."""
    if "." in number:
        return _korean_decimal(amount)
    if amount != amount.to_integral_value():
        return None
    groups = []
    rest = int(amount)
    for word, power in _scales("ko")["myriad"] + (("", 0),):
        group, rest = divmod(rest, 10**power)
        if group:
            groups.append(_group(group, number) + word)
    joint = " " if re2.search(r"[만억조경] [0-9]", number) else ""
    return joint.join(groups)


def _group(group: int, like: str) -> str:
    """Up to four digits as the source writes them: 5000, 5,000 or 5천."""
    if "천" in like and not group % 1000:
        return f"{group // 1000}천"
    return f"{group:,}" if "," in like else str(group)


def _korean_decimal(amount: Decimal) -> str | None:
    """One scale with decimals, as in 7.5조; the largest that the amount reaches."""
    for word, power in _scales("ko")["myriad"]:
        scaled = amount.scaleb(-power)
        if scaled >= 1:
            return None if _decimals(scaled) > MOST_DECIMALS else f"{_plain(scaled)}{word}"
    return _plain(amount) if _decimals(amount) <= MOST_DECIMALS else None


def _english(found: re2._Match, amount: Decimal) -> str | None:
    before, number, blank, word, behind = found.groups()
    family = next((pairs for pairs in _scales("en").values() if word in dict(pairs)), None)
    if family is None:
        blank, word, behind = "", "", blank + word + behind
    for scale, power in family or (_scales("en")["word"] if amount >= MILLION else ()):
        scaled = amount.scaleb(-power)
        if scaled >= 1 and _decimals(scaled) <= MOST_DECIMALS and power > THOUSANDS:
            return f"{before}{_plain(scaled)}{blank if family else ' '}{scale}{behind}"
    if _decimals(amount) > MOST_CENTS:
        return None
    amount = _placed(amount, "" if family else number)
    grouped = "," in number or amount >= (THOUSAND if family else MYRIAD)
    return f"{before}{f'{amount:,f}' if grouped else f'{amount:f}'}{behind}"


@cache
def _scales(language: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Style to its words with their powers of ten, largest first."""
    rows = table(language, "written_scales")
    styles = dict.fromkeys(row["style"] for row in rows)
    of = {style: [row for row in rows if row["style"] == style] for style in styles}
    return {style: tuple((row["word"], int(row["power"])) for row in own) for style, own in of.items()}


def _decimals(number: Decimal) -> int:
    return max(0, -number.normalize().as_tuple().exponent)


def _placed(amount: Decimal, like: str) -> Decimal:
    """The amount with as many decimals as the source shows, or as it needs."""
    places = max(_decimals(amount), len(like.partition(".")[2]) if amount < MYRIAD else 0)
    return amount.quantize(Decimal(1).scaleb(-places))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
