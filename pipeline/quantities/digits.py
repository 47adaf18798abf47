"""Numbers written in digits: separators checked, decimals, powers and fractions, exactly.

In: text and the position of a digit. Out: a `Printed` number and where it ends. Judgements: commas group
by three (`1,234,567`) or the Indian way (`12,34,567`), `1.234.567,8` is the continental spelling of the same,
anything else with separators (`1,2,3`, `1.2.3`, `1,3`) is malformed, more than 29 digits before or 9 behind
the point overflow what a table can hold. A fraction (`2/3`, `10 1/2`, `¾`) is not rounded until written.
"""

from __future__ import annotations

import unicodedata
from decimal import Context, Decimal
from fractions import Fraction
from typing import NamedTuple

import re2

EXACT = Context(prec=120)
LIMIT = Decimal(10) ** 29
MOST_PLACES = 9
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # may stand inside a number unseen
UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
GROUPED = re2.compile(r"[0-9]{1,3}(,[0-9]{3}){1,20}|[1-9][0-9]?(,[0-9]{2}){1,12},[0-9]{3}")
CONTINENTAL = re2.compile(r"[0-9]{1,3}(\.[0-9]{3}){1,12},[0-9]{1,9}|[0-9]{1,3}(\.[0-9]{3}){2,12}")
POWER = re2.compile(r"[eE]([+-]?[0-9]{1,3})|\^([+-]?[0-9]{1,3})|\s?[x×X*·]\s?10(?:\^|([+-]))([+-]?[0-9]{1,3})")
FRACTION = re2.compile(r"\s{0,2}([0-9]{1,4}) ?/ ?([0-9]{1,4})")
CUT = re2.compile(r" \.[0-9]{1,3}| ,[0-9]{3}")
LOWER = re2.compile(" [a-z]{4,7}")
SPACED = re2.compile(r"( [0-9]{3}){1,8}")


class Printed(NamedTuple):
    """A number in digits: `value` is None unless status is ok; `unit` and `coarse` are those of its last digit
    and of its last digit that is not zero."""

    value: Decimal | None
    end: int
    unit: Decimal | None
    coarse: Decimal | None
    status: str = "ok"
    form: str = "plain"


def run_end(text: str, position: int) -> int:
    """Where the digits and the separators between them end."""
    width, rest, piece = 16, "", ""
    while not rest and len(piece) == (width if piece else 0):
        width *= 4
        piece = text[position : position + width]
        rest = piece.lstrip("0123456789.," + INVISIBLE)
    run = piece[: len(piece) - len(rest)]
    return position + len(run.rstrip(".," + INVISIBLE))


def separated(run: str) -> Decimal | str:
    """The value of digits with separators, or the status that says why there is none."""
    whole, point, decimals = run.partition(".")
    if CONTINENTAL.fullmatch(run):
        whole, point, decimals = run.replace(".", "").partition(",")
    elif (point and not decimals.isdecimal()) or ("," in whole and not GROUPED.fullmatch(whole)):
        return "malformed"
    whole = whole.replace(",", "")
    if len(whole.lstrip("0")) > 29 or len(decimals) > MOST_PLACES:
        return "overflow"
    return Decimal(f"{whole or 0}.{decimals}" if decimals else whole)


def last_units(value: Decimal) -> tuple[Decimal, Decimal]:
    """The units of the last digit and of the last one that is not zero."""
    _, digits, exponent = value.as_tuple()
    trailing = 0
    for digit in reversed(digits):
        if digit:
            break
        trailing += 1
    if trailing == len(digits):
        trailing = 0
    return Decimal(1).scaleb(int(exponent)), Decimal(1).scaleb(int(exponent) + trailing)


def plain(text: str, position: int) -> Printed:
    """Digits with separators, without what may follow them."""
    end = run_end(text, position)
    run = text[position:end]
    run = run if run.isascii() else run.translate(UNSEEN)
    if run.isdecimal() and len(run) < 30:
        value: Decimal | str = Decimal(run)
    else:
        value = separated("0" + run if run.startswith(".") else run)
    if isinstance(value, str):
        return Printed(None, end, None, None, value, "grouped")
    unit, coarse = last_units(value)
    return Printed(value, end, unit, coarse, "ok", "grouped" if "," in run else "plain")


def read_digits(text: str, position: int) -> Printed:
    """The number in digits (or a vulgar fraction sign) that starts at `position`."""
    if text[position] in VULGAR:
        return quotient(Fraction(unicodedata.numeric(text[position])).limit_denominator(10), position + 1)
    found = plain(text, position)
    follow = text[found.end : found.end + 1]
    if found.value is None or not follow or follow not in "/- eE^x×X*·" + VULGAR:
        return found
    if follow in VULGAR:
        tail = read_digits(text, found.end)
        return quotient(Fraction(found.value) + Fraction(unicodedata.numeric(follow)).limit_denominator(10), tail.end)
    whole = cut(text, position, found) or fraction(text, position, found)
    return whole or spaced(text, found) or power(text, found) or found


def cut(text: str, position: int, found: Printed) -> Printed | None:
    """`0 .12`, `995 ,000`: text cut into words sets its point or comma off."""
    match = CUT.match(text[found.end : found.end + 12])
    if not match or found.unit is None or found.unit < 1 or found.value >= 1000:
        return None
    end = found.end + match.end()
    if text[end : end + 2].lstrip(".,")[:1].isdecimal():
        return None
    value = separated(text[position : found.end] + match.group()[1:])
    return None if isinstance(value, str) else Printed(value, end, *last_units(value), "ok", "grouped")


def fraction(text: str, position: int, found: Printed) -> Printed | None:
    """`3/4` or `10 1/2` at `position`, whose first digits have been read."""
    if found.form != "plain" or found.value is None or found.value != int(found.value):
        return None
    whole = Fraction(0)
    match = FRACTION.match(text[position : position + 14])
    if text[found.end] in " -":  # `10 1/2`, `10-1/2`
        position = found.end + (text[found.end] == "-")
        whole, match = Fraction(found.value), FRACTION.match(text[position : position + 14])
    if not match or match.group(2).lstrip("0") == "":
        return None
    after = position + match.end()
    if after < len(text) and text[after] in "/0123456789":
        return None
    above, below = int(match.group(1)), int(match.group(2))
    if above in (0, below) or (whole and above > below):
        return None
    return quotient(whole + Fraction(above, below), position + match.end())


def spaced(text: str, found: Printed) -> Printed | None:
    """`1 234 567.89`: groups of three between single spaces: two of them, or one of zeros or before a noun."""
    if found.form != "plain" or found.value is None or found.value >= 1000 or found.value < 1 or found.unit != 1:
        return None
    match = SPACED.match(text[found.end : found.end + 40])
    end = found.end + match.end() if match else 0
    if not match or text[end : end + 1].isdecimal():
        return None
    if match.end() < 8 and match.group() != " 000" and not LOWER.match(text[end : end + 8]):
        return None
    tail = plain(text, end + 1) if text[end : end + 1] == "." and text[end + 1 : end + 2].isdecimal() else None
    digits = str(found.value) + match.group().replace(" ", "") + (f".{text[end + 1 : tail.end]}" if tail else "")
    value = separated(digits)
    if isinstance(value, str):
        return None
    return Printed(value, tail.end if tail else end, *last_units(value), "ok", "grouped")


def power(text: str, found: Printed) -> Printed | None:
    """`4e14`, `2.5^-1`, `2.48×10-5`."""
    match = POWER.match(text[found.end : found.end + 12])
    end = found.end + (match.end() if match else 0)
    if not match or found.value is None or text[end : end + 1].isalnum() and text[end : end + 1].isascii():
        return None
    exponent = int(match.group(1) or match.group(2) or (match.group(3) or "") + match.group(4))
    if abs(exponent) > 60:
        return Printed(None, end, None, None, "overflow", "power")
    if match.group(2):
        return quotient(Fraction(found.value) ** exponent, end) if found.value else None
    value = found.value.scaleb(exponent)
    return Printed(value, end, *last_units(value), "ok", "power")


def quotient(value: Fraction, end: int) -> Printed:
    """A fraction as a decimal of as many places as a table holds."""
    return Printed(decimal(value), end, None, None, "ok", "fraction")


def decimal(value: Fraction) -> Decimal:
    """The fraction to forty digits: exact wherever it is finite and short."""
    return Context(prec=40).divide(Decimal(value.numerator), Decimal(value.denominator))


def times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    """The product, exactly; None stays None."""
    return value if value is None or factor == 1 else EXACT.multiply(value, factor)
