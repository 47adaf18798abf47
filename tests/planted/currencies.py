"""Faults in conversions between currencies."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from pipeline.reference import FOLDER
from tests.planted import Pair
from tests.planted.words import COMPANIES, rounded, significant, story, style, writings

HOME = {"ko": ("KRW",), "en": ("USD", "USD", "GBP", "EUR")}
ABROAD = {
    "ko": ("USD", "USD", "USD", "EUR", "JPY", "GBP", "CNY", "CHF", "CAD", "AUD", "INR", "SGD"),
    "en": ("EUR", "KRW", "JPY", "GBP", "CNY", "CHF", "INR", "USD", "CAD"),
}


@cache
def per_euro() -> list[dict[str, str]]:
    with (FOLDER / "exchange_rates.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def drawn(random: Random, language: str, days: int = 2500) -> tuple[date, str, str, Decimal]:
    """A publication day among the last `days`, two currencies and the rate between them the day before."""
    rows = per_euro()
    place = random.randrange(len(rows) - days, len(rows) - 1)
    before, after = rows[place], rows[place + 1]
    quote = random.choice(HOME[language])
    base = random.choice([code for code in ABROAD[language] if code != quote])
    rates = [Decimal(1) if code == "EUR" else Decimal(before[code]) for code in (base, quote)]
    return date.fromisoformat(after["day"]), base, quote, rates[1] / rates[0]


def amounts(random: Random, rate: Decimal) -> tuple[int, int]:
    """An amount and its true conversion with three or four digits, the last of them not zero."""
    amount = significant(random, random.randint(1, 4), 6, 11)
    true = rounded(amount * rate * Decimal(random.randint(-5, 5) + 1000) / 1000, random.randint(3, 4))
    return (amount, true) if len(str(true).rstrip("0")) > 2 else amounts(random, rate)


def twice(random: Random, tell: Callable[..., str], *others: dict) -> tuple[str, ...]:
    """The same story told with each of the fillings."""
    state = random.getstate()
    told = []
    for slots in others:
        random.setstate(state)
        told.append(tell(**slots))
    return tuple(told)


def cur101(random: Random, language: str) -> Pair:
    """A scale word slips: the conversion is ten to a hundred million times too large or small."""
    undated = random.random() < 0.3
    published, base, quote, rate = drawn(random, language, 250 if undated else 2500)
    amount, true = amounts(random, rate)
    power = random.choice([1, 2, 3, 4, 4, 4, 6, 8]) * random.choice([1, -1])
    if power < 0 and amount / 10**-power < 1000:
        power = -power
    wrong = amount * 10**power if power > 0 else amount // 10**-power
    house = style(random, language)
    sound, faulty = twice(
        random,
        lambda a: story(random, language, "conversion", a=house.money(a, base), b=house.money(true, quote)),
        {"a": amount},
        {"a": wrong},
    )
    meant = writings(language, amount, base) if wrong * 10**-power == amount else ()
    return Pair((sound,), (faulty,), None if undated else published, meant)


def cur102(random: Random, language: str) -> Pair:
    """The rate is 5 to 40 % off."""
    published, base, quote, rate = drawn(random, language)
    amount, true = amounts(random, rate)
    off = Decimal(random.choice([random.randint(105, 140), random.randint(62, 95)])) / 100
    wrong = rounded(amount * rate * off, 4)
    house = style(random, language)
    sound, faulty = twice(
        random,
        lambda b: story(random, language, "conversion", a=house.money(amount, base), b=house.money(b, quote)),
        {"b": true},
        {"b": wrong},
    )
    return Pair((sound,), (faulty,), published)


def cur103(random: Random, language: str) -> Pair:
    """Two conversions, one of them 9 to 40 % off; no date."""
    _, base, quote, rate = drawn(random, language)
    (first, true), (second, also) = (amounts(random, rate) for _ in range(2))
    wrong = rounded(also * Decimal(random.randint(109, 140)) / 100, 4)
    house = style(random, language)
    x, y = random.sample(COMPANIES[language], 2)
    a, b, c = house.money(first, base), house.money(true, quote), house.money(second, base)
    sound, faulty = twice(
        random,
        lambda d: story(random, language, "conversions", x=x, y=y, a=a, b=b, c=c, d=house.money(d, quote)),
        {"d": also},
        {"d": wrong},
    )
    return Pair((sound,), (faulty,))
