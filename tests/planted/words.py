"""Amounts and names as the two languages write them."""

from __future__ import annotations

from decimal import Decimal
from random import Random

CURRENCIES = {
    "ko": {"USD": "달러", "KRW": "원", "EUR": "유로", "JPY": "엔"},
    "en": {"USD": "$", "KRW": "₩", "EUR": "€", "JPY": "¥"},
}
COMPANIES = {
    "ko": ("한빛전자", "새롬소프트", "두레에너지", "미르바이오", "가온건설", "다온물산", "나래항공", "바로택배"),
    "en": ("Northtel", "Harbour Foods", "Brightwell", "Quillon", "Larkspur Energy", "Tessera", "Oakmont", "Vantis"),
}
SCALES = (("조", 12), ("억", 8), ("만", 4), ("", 0))
WORDS = (("trillion", 12), ("billion", 9), ("million", 6))


def significant(random: Random, digits: int, low: int, high: int) -> int:
    """A number with that many significant digits, of a size between 10^low and 10^high."""
    lead = random.randrange(10 ** (digits - 1), 10**digits)
    while lead % 10 == 0:
        lead = random.randrange(10 ** (digits - 1), 10**digits)
    return lead * 10 ** max(0, random.randint(low, high) - digits + 1)


def rounded(number: Decimal, digits: int) -> int:
    """The number with only that many significant digits."""
    step = Decimal(1).scaleb(number.adjusted() - digits + 1)
    return int((number / step).quantize(Decimal(1)) * step)


def myriads(number: int) -> str:
    """735조1000억."""
    parts = []
    for word, power in SCALES:
        group, number = divmod(number, 10**power)
        parts += [f"{group}{word}"] if group else []
    return "".join(parts)


def scaled(number: int) -> str:
    """13.75 billion; plain digits below a million."""
    for word, power in WORDS:
        if number >= 10**power:
            return f"{(Decimal(number) / 10**power).normalize():f} {word}"
    return f"{number:,}"


def money(number: int, currency: str, language: str) -> str:
    sign = CURRENCIES[language][currency]
    if language == "ko":
        return f"{myriads(number)}{' ' if currency != 'KRW' else ''}{sign}"
    return f"{sign}{scaled(number)}"


def company(random: Random, language: str) -> str:
    return random.choice(COMPANIES[language])


def topic(name: str) -> str:
    """The name with 은 or 는, as its last syllable asks."""
    return name + ("은" if (ord(name[-1]) - 0xAC00) % 28 else "는")
