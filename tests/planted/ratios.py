"""Faults in multiples, growth and percentages."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.planted import Pair
from tests.planted.words import company, money, significant, topic

MULTIPLES = {
    "ko": ("매출은 {a}에서 {b}으로 {m}배 늘었다.", "{b}은 지난해({a})의 {m}배다.", "생산액 {b}을 기록했는데 이는 지난해({a})의 {m}배다.", "{a}의 {m}배인 {b}을 썼다."),
    "en": ("Sales reached {b}, {w} the {a} of the year before.", "Output of {b} was {w} the {a} of 2019.", "Sales rose from {a} to {b}, a {f} increase."),
}  # fmt: skip
TIMES = {2: ("twice", "twofold"), 3: ("three times", "threefold"), 4: ("four times", "fourfold"), 5: ("five times", "fivefold"), 7: ("seven times", "sevenfold"), 10: ("ten times", "tenfold")}  # fmt: skip
GROWTH = {
    "ko": {
        "up": ("{topic} 매출이 {a}에서 {b}으로 {p} 늘었다고 밝혔다.", "매출은 {b}으로 전년({a}) 대비 {p} 증가했다.", "지난해 {a}보다 {p} 증가한 {b}을 벌었다."),
        "down": ("{topic} 매출이 {a}에서 {b}으로 {p} 줄었다고 밝혔다.", "매출은 {b}으로 전년({a}) 대비 {p} 감소했다.", "지난해 {a}보다 {p} 감소한 {b}을 벌었다."),
    },
    "en": {
        "up": ("{name}'s revenue rose {p} from {a} to {b}.", "Revenue went from {a} to {b}, a {p} increase.", "Revenue reached {b}, up {p} from {a}.", "Sales rose {p} to {b} from {a} a year earlier."),
        "down": ("{name}'s revenue fell {p} from {a} to {b}.", "Revenue went from {a} to {b}, a {p} drop.", "Revenue came to {b}, down {p} from {a}.", "Sales fell {p} to {b} from {a} a year earlier."),
    },
}  # fmt: skip
POINTS = {
    "ko": ("{what}은 {a}%에서 {b}%로 {p} {verb}.", "{what}은 {b}%로 지난달({a}%)보다 {p} {verb}."),
    "en": ("The {what} {verb} {p} from {a}% to {b}%.", "The {what} went from {a}% to {b}%, a {p} {noun}."),
}  # fmt: skip


def rat101(random: Random, language: str) -> Pair:
    """The multiple is one and a half to two and a half times what the values give."""
    base = significant(random, 3, 8, 11)
    said = random.choice(list(TIMES))
    value = base * said
    wrong = random.choice([times for times in TIMES if Decimal("1.5") <= Decimal(times) / said <= Decimal("2.6") or Decimal("0.38") <= Decimal(times) / said <= Decimal("0.6")])
    template = random.choice(MULTIPLES[language])
    currency = "KRW" if language == "ko" else "USD"

    def text(times: int) -> str:
        return template.format(a=money(base, currency, language), b=money(value, currency, language), m=times, w=TIMES[times][0], f=TIMES[times][1])

    return Pair((text(said),), (text(wrong),))


def rat102(random: Random, language: str) -> Pair:
    """The percentage is off by a quarter of itself and at least four points."""
    start = significant(random, 4, 9, 12)
    share = Decimal(random.randint(50, 900)) / 10 * random.choice([1, -1] if start else [1])
    if share < -80:
        share = -share
    end = int((start * (1 + share / 100)).scaleb(-start_step(start)).quantize(Decimal(1)).scaleb(start_step(start)))
    true = abs(Decimal(end) / start - 1) * 100
    wrong = true + random.choice([1, -1]) * max(Decimal(4), true / 4)
    wrong = wrong if wrong > 1 else true + 5
    name = company(random, language)
    currency = "KRW" if language == "ko" else "USD"
    template = random.choice(GROWTH[language]["up" if share > 0 else "down"])

    def text(percent: Decimal) -> str:
        shown = f"{percent:.1f}%"
        return template.format(name=name, topic=topic(name) if language == "ko" else "", a=money(start, currency, language), b=money(end, currency, language), p=shown)

    return Pair((text(true),), (text(wrong),), None, f"{true:.1f}%")


def start_step(number: int) -> int:
    """Power of ten of the fifth significant digit."""
    return max(0, len(str(number)) - 5)


def rat103(random: Random, language: str) -> Pair:
    """Points are called percent."""
    start = Decimal(random.randint(20, 600)) / 10
    points = Decimal(random.randint(3, 90)) / 10
    end = start + points if random.random() < 0.5 or points >= start else start - points
    if abs(points / start * 100 - points) < 2:
        return rat103(random, language)
    up = end > start
    template = random.choice(POINTS[language])
    what = random.choice(("실업률", "지지율", "점유율") if language == "ko" else ("jobless rate", "approval rating", "vacancy rate"))
    verb = ("올랐다" if up else "떨어졌다") if language == "ko" else ("rose" if up else "fell")
    words = ("%포인트", "%") if language == "ko" else (" percentage points", "%")

    def text(sign: str) -> str:
        return template.format(what=what, a=start, b=end, p=f"{points}{sign}", verb=verb, noun="rise" if up else "drop")

    return Pair((text(words[0]),), (text(words[1]),), None, f"{points}{words[0]}")
