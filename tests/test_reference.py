"""The table of entities holds together: ids, types, names, and what an ambiguous name needs."""

import csv
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
TABLE = SEEDS / "reference" / "entities.csv"
COLUMNS = ["id", "type", "name_ko", "name_en", "aliases_ko", "aliases_en", "context", "ambiguous"]
TYPES = set("company model product programme person government index benchmark place publisher organisation".split())
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# What the truth names by a description, because the article gives it no name of its own.
DESCRIPTIONS = {
    "그 외 투자자": "the other investors, left unnamed",
    "비영리 모회사": "the non-profit parent, left unnamed",
}

# Names that are ordinary words first: in won, delivery, means, match, famine.
WORDS = [
    "한화",
    "인도",
    "수단",
    "경기",
    "대상",
    "동원",
    "하나",
    "라인",
    "기아",
    "이란",
    "선전",
    "구미",
    "화성",
    "비자",
    "타깃",
    "오리온",
    "메타",
    "한국경제",
    "예보",
    "Target",
    "Shell",
    "Gap",
    "Visa",
    "WHO",
    "Nature",
]


def rows():
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def cell(row, column):
    return row[column].split("|") if row[column] else []


def names(row):
    return (
        [row[column] for column in ("name_ko", "name_en") if row[column]]
        + cell(row, "aliases_ko")
        + cell(row, "aliases_en")
    )


def folded(name):
    """Case and spacing do not tell two entities apart; punctuation does (`Disney`, `Disney+`)."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


ROWS = rows()


def test_the_columns_are_the_ones_the_reader_expects():
    assert list(ROWS[0]) == COLUMNS


def test_there_are_enough_entities_of_every_type():
    count = defaultdict(int)
    for row in ROWS:
        count[row["type"]] += 1
    assert len(ROWS) >= 1000
    assert set(count) == TYPES
    assert min(count.values()) >= 50


def test_ids_are_unique_slugs_in_order():
    ids = [row["id"] for row in ROWS]
    assert ids == sorted(set(ids))
    assert [each for each in ids if not SLUG.fullmatch(each)] == []


def test_a_row_has_a_name_and_no_stray_space():
    for row in ROWS:
        assert row["name_ko"] or row["name_en"], row["id"]
        for column in COLUMNS[2:]:
            parts = cell(row, column)
            assert all(parts) and parts == [part.strip() for part in parts], (row["id"], column)
            assert len(parts) == len(set(parts)), (row["id"], column)


def test_the_file_is_nfc_with_plain_line_ends():
    raw = TABLE.read_bytes()
    text = raw.decode("utf-8")
    assert b"\r" not in raw and not text.startswith("\ufeff") and text.endswith("\n")
    assert unicodedata.is_normalized("NFC", text)


def test_of_the_entities_of_one_name_all_but_one_need_context():
    """`두산` is the group, and the team where a match is told of: what needs no context is what is meant else."""
    bearers = defaultdict(dict)
    for row in ROWS:
        unsure = {folded(name) for name in cell(row, "ambiguous")}
        for name in map(folded, names(row)):
            bearers[name][row["id"]] = name in unsure
    assert {name: ids for name, ids in bearers.items() if list(ids.values()).count(False) > 1} == {}


def test_an_ambiguous_name_is_a_name_of_the_row_and_has_context():
    for row in ROWS:
        unsure = cell(row, "ambiguous")
        assert set(unsure) <= set(names(row)), row["id"]
        assert bool(unsure) == bool(row["context"]), row["id"]


def test_context_is_more_than_the_ambiguous_name_itself():
    for row in ROWS:
        assert set(cell(row, "context")) - set(cell(row, "ambiguous")) or not row["context"], row["id"]


def test_a_single_character_is_never_a_name_on_its_own():
    short = {
        (row["id"], name)
        for row in ROWS
        for name in names(row)
        if len(name) == 1 and name not in cell(row, "ambiguous")
    }
    assert short == set()


@pytest.mark.parametrize("word", WORDS)
def test_an_ordinary_word_needs_context(word):
    bearers = [row for row in ROWS if word in names(row)]
    assert bearers
    assert [row["id"] for row in bearers if word not in cell(row, "ambiguous")] == []


def gold_names():
    lines = (SEEDS / "gold" / "quantities.jsonl").read_text(encoding="utf-8").splitlines()
    found = {json.loads(line)[field] for line in lines for field in ("subject", "object", "attribution")}
    return sorted(found - {None})


@pytest.mark.parametrize("name", gold_names())
def test_a_name_of_the_truth_is_in_the_table_or_is_a_description(name):
    bearers = [row["id"] for row in ROWS if name in names(row)]
    assert len(bearers) == (0 if name in DESCRIPTIONS else 1), bearers


def test_every_listed_description_is_still_in_the_truth():
    assert set(DESCRIPTIONS) <= set(gold_names())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("오픈AI", "OpenAI"),
        ("앤트로픽", "앤스로픽"),
        ("마이크로소프트", "MS"),
        ("SKT", "SK텔레콤"),
        ("삼전", "Samsung Electronics"),
        ("연준", "the Fed"),
        ("금감원", "금융감독원"),
        ("딥리서치", "Deep Research"),
        ("월스트리트저널", "WSJ"),
        ("한은", "BOK"),
    ],
)
def test_variants_of_a_name_belong_to_one_entity(first, second):
    assert (
        [row["id"] for row in ROWS if first in names(row)] == [row["id"] for row in ROWS if second in names(row)] != []
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("삼성전자", "삼성그룹"),
        ("현대차", "현대차그룹"),
        ("딥시크", "딥시크 R1"),
        ("GPT-4", "GPT-4o"),
        ("o1", "o1-mini"),
        ("코스피", "코스피200"),
        ("나스닥", "나스닥100"),
        ("메타", "메타 오리온"),
        ("365 코파일럿", "코파일럿"),
        ("AIME 2024", "AIME 2025"),
    ],
)
def test_near_names_belong_to_different_entities(first, second):
    assert not {row["id"] for row in ROWS if first in names(row)} & {row["id"] for row in ROWS if second in names(row)}
