"""Amounts, names and sentences as the two languages write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

import yaml

FOLDERS = {"ko": "korean", "en": "english"}
TEMPLATES = Path(__file__).parent / "templates"
COMPANIES = {
    "ko": ("한빛전자", "새롬소프트", "두레에너지", "미르바이오", "가온건설", "다온물산", "나래항공", "바로택배", "해솔제약", "온누리통신"),
    "en": ("Northtel", "Harbour Foods", "Brightwell", "Quillon", "Larkspur Energy", "Tessera", "Oakmont", "Vantis", "Meridian Steel", "Calloway"),
}  # fmt: skip
PLACES = {
    "ko": ("독일", "베트남", "인도", "브라질", "폴란드", "울산", "광주", "평택"),
    "en": ("Germany", "Vietnam", "Poland", "Leeds", "Brazil", "Lisbon", "Osaka", "Turin"),
}
MYRIADS = (("조", 12), ("억", 8), ("만", 4), ("", 0))
WORDS = (("trillion", "tn", 12), ("billion", "bn", 9), ("million", "m", 6))
SIGNS = {"USD": "$", "KRW": "₩", "EUR": "€", "JPY": "¥", "GBP": "£"}
NAMES = {
    "ko": {"USD": "달러", "KRW": "원", "EUR": "유로", "JPY": "엔", "GBP": "파운드", "CNY": "위안", "CHF": "스위스프랑", "CAD": "캐나다달러", "AUD": "호주달러", "INR": "루피", "SGD": "싱가포르달러"},
    "en": {"USD": "dollars", "KRW": "won", "EUR": "euros", "JPY": "yen", "GBP": "pounds", "CNY": "yuan", "CHF": "Swiss francs", "CAD": "Canadian dollars", "AUD": "Australian dollars", "INR": "rupees", "SGD": "Singapore dollars"},
}  # fmt: skip
PARTICLES = {
    "은": "는",
    "이": "가",
    "을": "를",
    "과": "와",
    "으로": "로",
    "이다": "다",
    "이었": "였",
    "이라고": "라고",
    "이고": "고",
    "이던": "던",
}
MARK = re.compile(r"\[([가-힣]+)\]")
BRACKET = re.compile(r"\([^()]*\)$")
CLOSED_DIGITS = "013678"


@cache
def templates(language: str, family: str) -> tuple:
    """The sentences of a family."""
    return tuple(yaml.safe_load((TEMPLATES / f"{FOLDERS[language]}.yaml").read_text(encoding="utf-8"))[family])


def fill(template: str, **slots: object) -> str:
    """The template with its slots filled and its particles in agreement."""
    parts = MARK.split(template.format(**slots))
    text = parts[0]
    for particle, rest in zip(parts[1::2], parts[2::2]):
        closed, rieul = final(text)
        text += (particle if closed and not (particle == "으로" and rieul) else PARTICLES[particle]) + rest
    return text


def final(text: str) -> tuple[bool, bool]:
    """Whether the last syllable before a bracket ends in a consonant, and whether that is ㄹ."""
    last = BRACKET.sub("", text).rstrip("”\"'")[-1:]
    if last.isdigit():
        return last in CLOSED_DIGITS, last in "178"
    place = ord(last) - 0xAC00
    return (place % 28 > 0, place % 28 == 8) if 0 <= place < 11172 else (False, False)


def surrounded(random: Random, language: str, told: str) -> str:
    """The sentence alone, or among up to three others."""
    before, behind = random.choice(((0, 0), (0, 0), (1, 0), (0, 1), (1, 1), (2, 1)))
    others = random.sample(templates(language, "surroundings"), before + behind)
    return " ".join((*others[:before], told, *others[before:]))


def story(random: Random, language: str, family: str | tuple[str, ...], **slots: object) -> str:
    """A sentence of the family, or of the templates given, among others."""
    slots = {"name": company(random, language), "place": random.choice(PLACES[language])} | slots
    return surrounded(
        random,
        language,
        fill(random.choice(templates(language, family) if isinstance(family, str) else family), **slots),
    )


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


@dataclass(frozen=True)
class Style:
    """One house's way with amounts: ``5,000만 달러`` or ``5000만달러``, ``$50m`` or ``50 million dollars``."""

    language: str
    commas: bool
    blank: bool
    short: bool
    signs: bool

    def money(self, number: int, currency: str) -> str:
        """The amount in this style."""
        return self._korean(number, currency) if self.language == "ko" else self._english(number, currency)

    def _korean(self, number: int, currency: str) -> str:
        parts = []
        for word, power in MYRIADS:
            group, number = divmod(number, 10**power)
            parts += [f"{group:,}{word}" if self.commas else f"{group}{word}"] if group else []
        joint = " " if self.blank else ""
        return f"{joint.join(parts)}{joint if currency == 'KRW' else ' '}{NAMES['ko'][currency]}"

    def _english(self, number: int, currency: str) -> str:
        sign = SIGNS.get(currency) if self.signs else None
        word, short, power = next((row for row in WORDS if number >= 10 ** row[2]), ("", "", 0))
        digits = f"{(Decimal(number) / 10**power).normalize():,f}"
        if sign:
            return f"{sign}{digits}{short if self.short else ' ' * bool(word) + word}"
        return " ".join(part for part in (digits, word, NAMES["en"][currency]) if part)


def writings(language: str, number: int, currency: str) -> tuple[str, ...]:
    """The amount in every style, to compare a suggestion with."""
    choices = product((False, True), repeat=4)
    return tuple(dict.fromkeys(Style(language, *chosen).money(number, currency) for chosen in choices))


def style(random: Random, language: str) -> Style:
    return Style(language, *(random.random() < share for share in (0.3, 0.3, 0.25, 0.8)))


def plain(language: str) -> Style:
    """The style that every house reads."""
    return Style(language, False, False, False, True)


def company(random: Random, language: str) -> str:
    return random.choice(COMPANIES[language])
