"""Faults in conversions between currencies."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from pipeline.reference import FOLDER
from tests.planted import Pair
from tests.planted.words import company, money, rounded, significant, topic

PAIRS = {"ko": (("USD", "KRW"), ("EUR", "KRW"), ("JPY", "KRW")), "en": (("EUR", "USD"), ("USD", "KRW"), ("JPY", "USD"))}
TEMPLATES = {
    "ko": ("{topic} 공장에 {a}({b})를 투입한다.", "{topic} 이날 {a}(약 {b})의 빚을 갚았다.", "인수 대금은 {a}({b})로 정해졌다.", "{topic} 최대 {a}({b})를 쓸 계획이다."),
    "en": ("{name} will spend {a} ({b}) on the plant.", "{name} repaid {a} (about {b}) last week.", "The price was set at {a} ({b}).", "{name} plans to spend up to {a} ({b})."),
}  # fmt: skip


@cache
def per_euro() -> list[dict[str, str]]:
    with (FOLDER / "exchange_rates.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def drawn(random: Random, language: str, days: int = 2500) -> tuple[date, str, str, Decimal]:
    """A publication day among the last `days`, two currencies and the rate between them the day before."""
    rows = per_euro()
    place = random.randrange(len(rows) - days, len(rows) - 1)
    before, after = rows[place], rows[place + 1]
    base, quote = random.choice(PAIRS[language])
    rates = [Decimal(1) if code == "EUR" else Decimal(before[code]) for code in (base, quote)]
    return date.fromisoformat(after["day"]), base, quote, rates[1] / rates[0]


def told(random: Random, language: str, a: str, b: str) -> str:
    name = company(random, language)
    return random.choice(TEMPLATES[language]).format(name=name, topic=topic(name) if language == "ko" else "", a=a, b=b)


def amounts(random: Random, rate: Decimal) -> tuple[int, int]:
    """An amount and its true conversion with three or four digits."""
    amount = significant(random, random.randint(1, 4), 7, 11)
    return amount, rounded(amount * rate * Decimal(random.randint(-5, 5) + 1000) / 1000, random.randint(3, 4))


def cur101(random: Random, language: str) -> Pair:
    """A scale word slips: the conversion is ten to a hundred million times too large or small."""
    undated = random.random() < 0.3
    published, base, quote, rate = drawn(random, language, 250 if undated else 2500)
    amount, true = amounts(random, rate)
    power = random.choice([1, 2, 3, 4, 4, 4, 6, 8]) * random.choice([1, -1])
    if power < 0 and amount / 10**-power < 1000:
        power = -power
    wrong = amount * 10**power if power > 0 else amount // 10**-power
    state = random.getstate()
    sound = told(random, language, money(amount, base, language), money(true, quote, language))
    random.setstate(state)
    faulty = told(random, language, money(wrong, base, language), money(true, quote, language))
    return Pair((sound,), (faulty,), None if undated else published, money(amount, base, language) if wrong * 10**-power == amount else None)


def cur102(random: Random, language: str) -> Pair:
    """The rate is 5 to 40 % off."""
    published, base, quote, rate = drawn(random, language)
    amount, true = amounts(random, rate)
    off = Decimal(random.choice([random.randint(105, 140), random.randint(62, 95)])) / 100
    wrong = rounded(amount * rate * off, 4)
    state = random.getstate()
    sound = told(random, language, money(amount, base, language), money(true, quote, language))
    random.setstate(state)
    return Pair((sound,), (told(random, language, money(amount, base, language), money(wrong, quote, language)),), published)


def cur103(random: Random, language: str) -> Pair:
    """Two conversions, one of them 9 to 40 % off; no date."""
    _, base, quote, rate = drawn(random, language)
    (first, true), (second, also) = (amounts(random, rate) for _ in range(2))
    wrong = rounded(also * Decimal(random.randint(109, 140)) / 100, 4)
    parts = {"ko": "{} 사는 {}({})를, {} 사는 {}({})를 냈다.", "en": "{} paid {} ({}) and {} paid {} ({})."}[language]
    names = random.sample(["갑", "을", "병"] if language == "ko" else ["Northtel", "Quillon", "Tessera"], 2)

    def text(last: int) -> str:
        return parts.format(names[0], money(first, base, language), money(true, quote, language), names[1], money(second, base, language), money(last, quote, language))

    return Pair((text(also),), (text(wrong),))
