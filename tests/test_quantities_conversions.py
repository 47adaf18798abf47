"""Amounts that restate another one: linked whatever stands between, with the bound that holds for both."""

import pytest

from pipeline.quantities import find_quantities

LINKED = {
    "ko": [
        ("5000만 달러(735조1000억 원)을 쓴다", {"735조1000억 원": "5000만 달러"}),
        ("137억5000만 달러(약 18조9600억 원)를 썼다", {"18조9600억 원": "137억5000만 달러"}),
        ("49달러(한화 약 5만 8200원)에 판다", {"5만 8200원": "49달러"}),
        ("49달러 (우리 돈 5만8200원)에 판다", {"5만8200원": "49달러"}),
        ("49달러[약 5만8200원]에 판다", {"5만8200원": "49달러"}),
        ("260억 달러, 우리 돈으로 약 36조 원을 쓴다", {"36조 원": "260억 달러"}),
        ("260억 달러, 한화로 36조 원을 쓴다", {"36조 원": "260억 달러"}),
        ("$500(약 70만 원)에 판다", {"70만 원": "$500"}),
        ("100억 달러 규모(약 14조 원)의 계약", {"14조 원": "100억 달러"}),
        ("10억 유로(11억 달러·1조6000억 원)를 냈다", {"11억 달러": "10억 유로", "1조6000억 원": "10억 유로"}),
        ("넓이는 100평(330㎡)이다", {"330㎡": "100평"}),
        ("10마일(16km)을 뛰었다", {"16km": "10마일"}),
        (
            "20억3000만위안(약 3708억원)과 3억 달러(약 4천억원)를 썼다",
            {"3708억원": "20억3000만위안", "4천억원": "3억 달러"},
        ),
    ],
    "en": [
        ("It cost €3.2bn ($3.7bn) in all.", {"$3.7bn": "€3.2bn"}),
        ("It cost 12.1 trillion won ($8.5 billion) in all.", {"$8.5 billion": "12.1 trillion won"}),
        ("It cost ¥500 million (about $3.3 million) in all.", {"$3.3 million": "¥500 million"}),
        ("It cost €3.2bn, or about $3.7bn, in all.", {"$3.7bn": "€3.2bn"}),
        ("It is 10 miles (16 km) away.", {"16 km": "10 miles"}),
        ("It cost $1 billion (KRW 1.4 trillion) in all.", {"KRW 1.4 trillion": "$1 billion"}),
    ],
}
APART = {
    "ko": [
        "매출 3억 달러, 이익 5000만 원을 냈다",
        "매출은 3억 원(10%)이다",
        "매출 3억 달러와 비용 2억 유로",
        "3억 달러를 썼다. (비용은 2억 원이다)",
        "3억 원(전년 2억 원)이다",
    ],
    "en": [
        "It earned $3 million and spent €2 million.",
        "It earned $3 million (up 10%).",
        "It sold 5 cars for $3 million.",
    ],
}
CASES = [(language, text, links) for language, rows in LINKED.items() for text, links in rows]


@pytest.mark.parametrize(("language", "text", "links"), CASES, ids=lambda value: str(value)[:30])
def test_linked(language, text, links):
    found = find_quantities(text, language)
    assert {each.surface: found[each.converts].surface for each in found if each.converts is not None} == links


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, rows in APART.items() for text in rows])
def test_apart(language, text):
    assert all(each.converts is None for each in find_quantities(text, language))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("최대 5000만 달러(735조1000억 원)을 쓴다", [("le", False), ("le", False)]),
        ("137억5000만 달러(약 18조9600억 원) 이상을 썼다", [("ge", False), ("ge", True)]),
        ("600만 달러(86억 원) 미만이다", [("lt", False), ("lt", False)]),
        ("600만 달러(86억 원)를 넘었다", [("gt", False), ("gt", False)]),
        ("약 600만 달러(86억 원)를 썼다", [("approx", True), ("approx", True)]),
        ("600만 달러(약 86억 원)를 썼다", [("eq", False), ("approx", True)]),
        ("600만 달러(최소 86억 원)를 썼다", [("eq", False), ("ge", False)]),
    ],
)
def test_a_bound_outside_the_brackets_holds_inside_too(text, bounds):
    assert [(each.bound, each.approximate) for each in find_quantities(text, "ko")] == bounds


def test_a_rise_keeps_its_two_amounts_and_the_scale_of_the_second():
    found = find_quantities("Sales rose from $2 to $3 billion.", "en")
    assert [int(each.low) for each in found] == [2_000_000_000, 3_000_000_000]
    korean = find_quantities("매출이 2조에서 3조 원으로 늘었다", "ko")
    assert [(each.unit, int(each.low)) for each in korean] == [("KRW", 2 * 10**12), ("KRW", 3 * 10**12)]
