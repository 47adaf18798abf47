"""Faults in shares, sums and lists."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.planted import Pair
from tests.planted.words import COMPANIES, money, significant

SHARES = {
    "ko": ("응답자 {w}명 중 {p}명({s})이 찬성했다.", "전체 {w}명의 {s}인 {p}명이 찬성했다.", "찬성은 {p}명으로 전체({w}명)의 {s}였다."),
    "en": ("In the survey {p} people of {w} ({s}) agreed.", "Some {p} out of {w} workers, or {s}, agreed.", "{s}, or {p} people, of the {w} workers agreed."),
}  # fmt: skip
WHOLES = {
    "ko": ("지분은 {0}가 {a}, {1}가 {b}를 차지한다.", "시장은 {0} {a}, {1} {b}, {2} {c}로 나뉜다."),
    "en": ("{0} owns {a} and {1} {b} of the company.", "{0} holds {a}, {1} {b} and {2} {c} of the market."),
}
SUMS = {
    "ko": ("참가자는 총 {t}명(남자 {a}명, 여자 {b}명)이다.", "올해 {a}명과 내년 {b}명을 더하면 {t}명이다."),
    "en": ("A total of {t} people ({a} men and {b} women) took part.", "It hired {a} men and {b} women, for a total of {t}."),
}
NUMERALS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
FALSE_ENDS = {"ko": "참여했다", "en": "took part"}


def rat104(random: Random, language: str) -> Pair:
    """The share is off by a quarter and at least three points."""
    whole = random.randint(101, 4999)
    part = random.randint(whole // 10, whole * 8 // 10)
    true = Decimal(part) / whole * 100
    wrong = true + random.choice([1, -1]) * max(Decimal(3), true / 4)
    template = random.choice(SHARES[language])

    def text(share: Decimal) -> str:
        return template.format(w=f"{whole:,}", p=f"{part:,}", s=f"{share:.1f}%")

    return Pair((text(true),), (text(min(wrong, Decimal("99.9"))),), None, f"{true:.1f}%")


def rat105(random: Random, language: str) -> Pair:
    """Shares add up to 105 to 140 %."""
    names = random.sample(COMPANIES[language], 3)
    template = random.choice(WHOLES[language])
    several = "{c}" in template
    first = random.randint(20, 55)
    second = random.randint(10, 40) if several else 100 - first
    third = 100 - first - second if several else 0
    extra = random.randint(6, min(40, 99 - second))

    def text(more: int) -> str:
        return template.format(*names, a=f"{first}%", b=f"{second + more}%", c=f"{third}%")

    return Pair((text(0),), (text(extra),)) if third > 0 or not several else rat105(random, language)


def sum101(random: Random, language: str) -> Pair:
    """The total is off by 6 to 30 %."""
    first, second = random.randint(105, 899), random.randint(105, 899)
    true = first + second
    wrong = int(true * random.choice([random.randint(107, 130), random.randint(75, 93)]) / 100)
    template = random.choice(SUMS[language])

    def text(total: int) -> str:
        return template.format(a=first, b=second, t=f"{total:,}")

    return Pair((text(true),), (text(wrong),), None, f"{true:,}명" if language == "ko" else f"{true:,}")


def cnt101(random: Random, language: str) -> Pair:
    """A list with one name too many or too few."""
    count = random.randint(2, 6)
    names = random.sample(COMPANIES[language], 8)
    wrong = count + random.choice([1, -1] if count > 2 else [1])

    def text(many: int) -> str:
        if language == "ko":
            return f"{random_kind}{count}개 기업({random_sign.join(names[:many])})이 {FALSE_ENDS['ko']}."
        listed = ", ".join(names[: many - 1]) + f" and {names[many - 1]}"
        return f"{random_kind}{NUMERALS[count] if random_kind else NUMERALS[count].capitalize()} companies ({listed}) {FALSE_ENDS['en']}."

    random_kind = random.choice(("국내 ", "대형 ", "") if language == "ko" else ("", "In all, "))
    random_sign = random.choice(("·", ", "))
    return Pair((text(count),), (text(wrong),))


def dis101(random: Random, language: str) -> Pair:
    """Two or three names, and one number too many or too few."""
    count = random.randint(2, 3)
    names = random.sample([name for name in COMPANIES[language] if " " not in name], count)
    currency = "KRW" if language == "ko" else "USD"
    numbers = [money(significant(random, 2, 8, 10), currency, language) for _ in range(count + 1)]
    many = count + 1 if count == 2 else random.choice([2, 4])

    def text(given: list[str]) -> str:
        if language == "ko":
            return f"{', '.join(names[:-1])}와 {names[-1]}는 각각 {', '.join(given)}을 냈다."
        return f"{', '.join(names[:-1])} and {names[-1]} paid {', '.join(given[:-1])} and {given[-1]}, respectively."

    return Pair((text(numbers[:count]),), (text(numbers[:many]),))
