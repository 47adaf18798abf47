"""Faults in converted measures, ranges, dates and periods."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.planted import Pair

FACTORS = {
    "ko": (("평", "㎡", "3.305785"), ("마일", "km", "1.609344"), ("에이커", "㎡", "4046.8564"), ("인치", "cm", "2.54")),
    "en": ((" miles", " km", "1.609344"), (" gallons", " liters", "3.785411784"), (" feet", " meters", "0.3048"), (" acres", " hectares", "0.40468564")),
}  # fmt: skip
WEEKDAYS = {"ko": "월화수목금토일", "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
NUMERALS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def uni101(random: Random, language: str) -> Pair:
    """The converted measure is 12 to 60 % off."""
    unit, other, factor = random.choice(FACTORS[language])
    number = random.randint(21, 980)
    true = Decimal(number) * Decimal(factor)
    wrong = true * Decimal(random.choice([random.randint(112, 160), random.randint(55, 88)])) / 100
    template = {"ko": "크기가 {a}({b})인 물건을 들여왔다.", "en": "It measures {a} ({b}) in all."}[language]

    def text(restated: Decimal) -> str:
        return template.format(a=f"{number}{unit}", b=f"{restated:.1f}{other}")

    return Pair((text(true),), (text(wrong),))


def rng101(random: Random, language: str) -> Pair:
    """The ends of a range are swapped."""
    low = random.randint(2, 60)
    high = low + random.randint(2, 35)
    if 94 < low + high < 102:  # two such percentages may be the sides of a vote
        return rng101(random, language)
    template = {
        "ko": ("물가는 {}~{}% 오를 전망이다.", "비용은 {}~{}억원으로 예상된다.", "직원 {}~{}명을 뽑는다."),
        "en": ("Prices may rise {}-{}% next year.", "It will cost ${}-{} million.", "The share lies between {}% and {}%."),
    }[language]
    chosen = random.choice(template)
    return Pair((chosen.format(low, high),), (chosen.format(high, low),))


def written(day: tuple[int, int, int], language: str) -> str:
    year, month, number = day
    return f"{year}년 {month}월 {number}일" if language == "ko" else f"{MONTHS[month - 1]} {number}, {year}"


def dat101(random: Random, language: str) -> Pair:
    """A day beyond the end of its month."""
    year, month = random.randint(2005, 2025), random.choice([2, 4, 6, 9, 11])
    last = monthrange(year, month)[1]
    template = {"ko": "박람회는 {}에 열려 {}명이 찾았다.", "en": "The fair opened on {} and drew {} visitors."}[language]
    crowd = random.randint(200, 900)
    sound, faulty = (template.format(written((year, month, day), language), crowd) for day in (random.randint(1, last), last + 1))
    return Pair((sound,), (faulty,))


def dat102(random: Random, language: str) -> Pair:
    """The weekday of another day."""
    day = date(2010, 1, 1) + timedelta(days=random.randrange(5500))
    off = random.randint(1, 6)
    crowd = random.randint(200, 900)

    def text(weekday: int) -> str:
        told = written((day.year, day.month, day.day), language)
        if language == "ko":
            return f"{told}({WEEKDAYS['ko'][weekday]}) 행사에 {crowd}명이 모였다."
        return f"On {WEEKDAYS['en'][weekday]}, {told}, {crowd} people met."

    return Pair((text(day.weekday()),), (text((day.weekday() + off) % 7),))


def dat103(random: Random, language: str) -> Pair:
    """Told as done a month to ten years after the publication."""
    published = date(2012, 1, 1) + timedelta(days=random.randrange(4500))
    before, after = (published + timedelta(days=days) for days in (-random.randint(2, 900), random.randint(30, 3650)))
    template = random.choice({
        "ko": ("공장은 {}에 문을 열었다.", "회사는 {} 신제품을 내놨다.", "노사는 {} 임금을 3% 올렸다."),
        "en": ("The plant opened on {}.", "The company launched the phone on {}.", "On {}, the firm sold its stake."),
    }[language])  # fmt: skip
    sound, faulty = (template.format(written((day.year, day.month, day.day), language)) for day in (before, after))
    return Pair((sound,), (faulty,), published)


def dat104(random: Random, language: str) -> Pair:
    """The length is two or three years off."""
    start, years = random.randint(1995, 2018), random.randint(4, 9)
    end = start + years
    wrong = years + random.choice([-3, -2, 3])
    budget = random.randint(11, 99)

    def text(length: int) -> str:
        if language == "ko":
            return f"{start}년부터 {end}년까지 {length}년간 {budget}억원을 썼다."
        return f"From {start} to {end}, a period of {NUMERALS[length]} years, it spent ${budget} million."

    return Pair((text(years),), (text(wrong),))
