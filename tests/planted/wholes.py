"""Faults in shares, sums and lists."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.planted import Pair
from tests.planted.currencies import twice
from tests.planted.words import COMPANIES, significant, story, style

NUMERALS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
OPENINGS = {"ko": ("", "", "대형 ", "이날 "), "en": ("", "", "In all, ", "The ")}


def rat104(random: Random, language: str) -> Pair:
    """The share is off by a quarter and at least three points."""
    whole = random.choice([random.randint(101, 999), random.randint(1000, 49999)])
    part = random.randint(whole // 20, whole * 9 // 10)
    true = Decimal(part) / whole * 100
    wrong = true + random.choice([1, -1]) * max(Decimal(3), true / 4)
    wrong = true * 3 / 4 if wrong > 99 else wrong
    shares = {"s": true}, {"s": wrong}
    sound, faulty = twice(
        random, lambda s: story(random, language, "share", w=f"{whole:,}", p=f"{part:,}", s=f"{s:.1f}%"), *shares
    )
    return Pair((sound,), (faulty,), None, (f"{true:.1f}%",))


def rat105(random: Random, language: str) -> Pair:
    """Shares add up to 105 to 140 %."""
    x, y, z = random.sample(COMPANIES[language], 3)
    several = random.random() < 0.7
    first = random.randint(20, 55)
    second = random.randint(10, 40) if several else 100 - first
    third = 100 - first - second
    if several and third < 1:
        return rat105(random, language)
    extra = random.randint(6, min(40, 99 - second))
    tenth = random.choice((Decimal(0), Decimal("0.4")))
    sound, faulty = twice(
        random,
        lambda b: story(
            random,
            language,
            "whole_three" if several else "whole_two",
            x=x,
            y=y,
            z=z,
            a=f"{first + tenth}%",
            b=f"{b - tenth}%",
            c=f"{third}%",
        ),
        {"b": second},
        {"b": second + extra},
    )
    return Pair((sound,), (faulty,))


def sum101(random: Random, language: str) -> Pair:
    """The total is off by 6 to 30 %; too small where the list leaves parts unsaid."""
    parts = [random.randint(15, random.choice((99, 899, 4800))) for _ in range(random.choice((2, 2, 3)))]
    true = sum(parts)
    left_out = "open_" if language == "ko" and random.random() < 0.4 else ""
    too_small = random.randint(75, 93)
    wrong = true * (too_small if left_out else random.choice((too_small, random.randint(107, 130)))) // 100
    family = f"parts_{left_out}{'two' if len(parts) == 2 else 'three'}"
    slots = {name: f"{part:,}" for name, part in zip("abc", parts)}
    sound, faulty = twice(
        random, lambda t: story(random, language, family, t=f"{t:,}", **slots), {"t": true}, {"t": wrong}
    )
    return Pair((sound,), (faulty,))


def cnt101(random: Random, language: str) -> Pair:
    """A list with one name too many or too few."""
    count = random.randint(2, 6)
    names = random.sample(COMPANIES[language], 8)
    wrong = count + random.choice([1, -1] if count > 2 else [1])
    opening, sign = random.choice(OPENINGS[language]), random.choice(("·", ", "))
    number = count if language == "ko" else NUMERALS[count] if opening else NUMERALS[count].capitalize()
    told = (
        (lambda many: sign.join(names[:many]))
        if language == "ko"
        else (lambda many: ", ".join(names[: many - 1]) + f" and {names[many - 1]}")
    )
    sound, faulty = twice(
        random,
        lambda many: story(random, language, "listed", k=opening, n=number, list=told(many)),
        {"many": count},
        {"many": wrong},
    )
    return Pair((sound,), (faulty,))


def dis101(random: Random, language: str) -> Pair:
    """Two or three names, and one number too many or too few."""
    count = random.randint(2, 3)
    names = random.sample([name for name in COMPANIES[language] if " " not in name], count)
    currency = "KRW" if language == "ko" else "USD"
    house = style(random, language)
    numbers = [house.money(significant(random, 2, 8, 10), currency) for _ in range(count + 1)]
    many = count + 1 if count == 2 else random.choice([2, 4])
    listed = (
        (lambda given: ", ".join(given))
        if language == "ko"
        else (lambda given: f"{', '.join(given[:-1])} and {given[-1]}")
    )
    sound, faulty = twice(
        random,
        lambda given: story(
            random, language, "respective", first=", ".join(names[:-1]), last=names[-1], numbers=listed(given)
        ),
        {"given": numbers[:count]},
        {"given": numbers[:many]},
    )
    return Pair((sound,), (faulty,))
