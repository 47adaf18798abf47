"""Faults between documents, and between a headline and its body."""

from __future__ import annotations

from random import Random

from tests.planted import Pair
from tests.planted.words import Style, fill, plain, significant, style, surrounded, templates, writings

TOLD = {"ko": ("cost", "sales"), "en": ("cost", "sales", "bought")}


def told(random: Random, language: str, house: Style, amounts: list[int]) -> tuple[str, ...]:
    """One fact in as many documents, each in its own words."""
    chosen = random.sample(templates(language, random.choice(TOLD[language])), len(amounts))
    return tuple(
        surrounded(random, language, fill(template, a=house.money(amount, "USD")))
        for template, amount in zip(chosen, amounts)
    )


def both(random: Random, language: str, true: int, wrong: int, meant: bool) -> Pair:
    """Three documents that agree, and the same with the last one wrong."""
    house = style(random, language)
    state = random.getstate()
    sound = told(random, language, house, [true, true, true])
    random.setstate(state)
    faulty = told(random, language, house, [true, true, wrong])
    return Pair(sound, faulty, None, writings(language, true, "USD") if meant else ())


def fct101(random: Random, language: str) -> Pair:
    """One of three documents is 30 to 200 % off, which no power of ten explains."""
    true = significant(random, 3, 6, 9)
    return both(random, language, true, true * random.randint(130, 300) // 100, False)


def fct102(random: Random, language: str) -> Pair:
    """One of three documents slips by a scale word."""
    true = significant(random, random.randint(2, 3), 6, 9)
    return both(random, language, true, true * 10 ** random.choice([3, 4, 6]), True)


def fct103(random: Random, language: str) -> Pair:
    """The headline slips by a scale word."""
    true = significant(random, 2, 8, 10)
    wrong = true * 10 ** random.choice([3, 4])
    house = random.choice((plain(language), style(random, language)))
    head, body = random.choice(templates(language, "headline"))
    right, slipped = (house.money(number, "USD") for number in (true, wrong))
    sound, faulty = (f"{fill(head, h=number)}\n\n{fill(body, b=right)}" for number in (right, slipped))
    return Pair((sound,), (faulty,), None, writings(language, true, "USD"))
