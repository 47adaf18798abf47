"""Faults in multiples, growth and percentages."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.planted import Pair
from tests.planted.currencies import twice
from tests.planted.words import Style, significant, story, style, templates

TIMES = {
    2: ("twice", "twofold", "doubled", "두"),
    3: ("three times", "threefold", "tripled", "세"),
    4: ("four times", "fourfold", "quadrupled", "네"),
    5: ("five times", "fivefold", "quintupled", "다섯"),
    7: ("seven times", "sevenfold", None, "일곱"),
    10: ("ten times", "tenfold", None, "열"),
}
CURRENCY = {"ko": "KRW", "en": "USD"}


def rat101(random: Random, language: str) -> Pair:
    """The multiple is one and a half to two and a half times what the values give."""
    base = significant(random, 3, 8, 11)
    said = random.choice(list(TIMES))
    near = [times for times in TIMES if 3 * said <= 2 * times <= 5 * said or 2 * said <= 5 * times <= 3 * said]
    wrong = random.choice(near)
    verbs = TIMES[said][2] and TIMES[wrong][2]
    family = [one for one in templates(language, "multiple") if verbs or "{v}" not in one]
    template = random.choice(family)
    house, word = style(random, language), random.random() < 0.4
    sound, faulty = twice(
        random,
        lambda times: _multiple(random, house, template, base, base * said, times, word),
        {"times": said},
        {"times": wrong},
    )
    return Pair((sound,), (faulty,))


def _multiple(random: Random, house: Style, template: str, base: int, value: int, times: int, word: bool) -> str:
    currency = CURRENCY[house.language]
    words, folds, verb, korean = TIMES[times]
    slots = {
        "a": house.money(base, currency),
        "b": house.money(value, currency),
        "m": f"{korean} " if word else times,
        "w": words,
        "f": folds if word else f"{times}-fold",
        "v": verb,
    }
    return story(random, house.language, (template,), **slots)


def rat102(random: Random, language: str) -> Pair:
    """The percentage is off by a quarter of itself and at least four points."""
    start = significant(random, 4, 8, 12)
    share = Decimal(random.randint(-800, 900)) / 10
    share = share if abs(share) > 4 else share + 9
    end = int((start * (1 + share / 100)).scaleb(-start_step(start)).quantize(Decimal(1)).scaleb(start_step(start)))
    true = abs(Decimal(end) / start - 1) * 100
    wrong = true + random.choice([1, -1]) * max(Decimal(4), true / 4)
    wrong = wrong if wrong > 1 else true + 5
    house, currency = style(random, language), CURRENCY[language]
    family = "growth_up" if share > 0 else "growth_down"
    a, b = house.money(start, currency), house.money(end, currency)
    sound, faulty = twice(
        random, lambda p: story(random, language, family, a=a, b=b, p=f"{p:.1f}%"), {"p": true}, {"p": wrong}
    )
    return Pair((sound,), (faulty,), None, (f"{true:.1f}%",))


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
    what = random.choice(templates(language, "rates"))
    words = (
        (random.choice(("%포인트", "%p")), "%")
        if language == "ko"
        else (" percentage points", random.choice(("%", " percent")))
    )
    family = "points_up" if end > start else "points_down"
    sound, faulty = twice(
        random,
        lambda sign: story(random, language, family, what=what, a=f"{start:.1f}", b=f"{end:.1f}", p=f"{points}{sign}"),
        *({"sign": sign} for sign in words),
    )
    meant = (f"{points}%포인트", f"{points}%p") if language == "ko" else (f"{points}{words[0]}",)
    return Pair((sound,), (faulty,), None, meant)
