"""Faults between documents, and between a headline and its body."""

from __future__ import annotations

from random import Random

from tests.planted import Pair
from tests.planted.words import money, significant

TRAINING = {
    "ko": ("딥시크 R1의 훈련 비용은 {}였다.", "딥시크 R1은 훈련 비용으로 {}를 썼다.", "딥시크 R1의 훈련에는 {}가 들었다."),
    "en": ("DeepSeek R1 cost {} to train.", "Training DeepSeek R1 cost {}.", "The training cost of DeepSeek R1 was {}."),
}
HEADLINES = {
    "ko": "삼성전자, 미국에 {} 투자\n\n삼성전자가 미국 공장에 {}를 투자한다고 밝혔다.",
    "en": "Samsung to invest {} in Texas\n\nSamsung will invest {} in a new plant in Texas.",
}


def told(random: Random, language: str, amounts: list[int]) -> tuple[str, ...]:
    templates = random.sample(TRAINING[language], len(amounts))
    return tuple(template.format(money(amount, "USD", language)) for template, amount in zip(templates, amounts))


def fct101(random: Random, language: str) -> Pair:
    """One of three documents is 30 to 200 % off, which no power of ten explains."""
    true = significant(random, 3, 6, 9)
    wrong = true * random.randint(130, 300) // 100
    state = random.getstate()
    sound = told(random, language, [true, true, true])
    random.setstate(state)
    return Pair(sound, told(random, language, [true, true, wrong]))


def fct102(random: Random, language: str) -> Pair:
    """One of three documents slips by a scale word."""
    true = significant(random, random.randint(2, 3), 6, 9)
    wrong = true * 10 ** random.choice([3, 4, 6])
    state = random.getstate()
    sound = told(random, language, [true, true, true])
    random.setstate(state)
    return Pair(sound, told(random, language, [true, true, wrong]), None, money(true, "USD", language))


def fct103(random: Random, language: str) -> Pair:
    """The headline slips by a scale word."""
    true = significant(random, 2, 8, 10)
    wrong = true * 10 ** random.choice([3, 4])
    sound, faulty = (HEADLINES[language].format(money(head, "USD", language), money(true, "USD", language)) for head in (true, wrong))
    return Pair((sound,), (faulty,), None, money(true, "USD", language))
