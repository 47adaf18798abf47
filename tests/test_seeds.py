"""The seed articles and their hand-checked truth hold together: spans, order, closed lists, front matter."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PATHS = sorted((SEEDS / "documents").glob("*.md"))
TEXTS = {path.name: unicodedata.normalize("NFC", path.read_text(encoding="utf-8")) for path in PATHS}

KINDS = set(
    "money percent percentage_point multiple count duration mass length area volume energy power data "
    "temperature speed frequency score index rank age other".split()
)
BOUNDS = {"eq", "approx", "lt", "le", "gt", "ge", "range"}
METRICS = set(
    "investment funding_raised valuation market_cap revenue operating_income net_income loss cost "
    "training_cost unit_cost capital_expenditure budget price fee acquisition_price penalty contract_value "
    "savings market_size debt trade_volume tariff_rate interest_rate inflation_rate exchange_rate "
    "stock_price index_level users usage subscribers employees hires layoffs units downloads "
    "model_parameters tokens context_length benchmark_score market_share ownership_stake margin growth "
    "adoption_rate productivity time_saved power_capacity energy_use emissions data_volume weight dimension "
    "speed duration casualties population rank other".split()
)
ASPECTS = {"level", "change", "share", "ratio", "rank"}
MODALITIES = {"reported", "planned", "forecast", "hypothetical", "denied"}
QUALIFIERS = {None, "initial", "additional"}
GRANULARITIES = {"minute", "day", "week", "month", "quarter", "half", "year", "decade", "part_of_month", "part_of_year"}
SEVERITIES = {"error", "warning", "info"}
CODE = re.compile(r"(CUR|UNI|RAT|SUM|CNT|DIS|RNG|DAT|FCT)10[1-5]")
JUNK = re.compile(r"^##+ (많이 본 뉴스|암호화폐 시세|함께 읽을 기사)$", re.M)

# Figures that an article must keep as its source writes them, mistakes included.
VERBATIM = {
    "mediapen-2025-02-05-deepseek-shock.md": [
        "600만 달러(86억 원) 미만",
        "3배에 달하는",
        "최대 5000만 달러(735조1000억 원)",
        "통신3사(SKT·KT·LGU+)",
        "지난 4일",
    ],
    "etoday-2024-12-26-ai-monopoly.md": [
        "137억5000만 달러(약 18조9600억 원) 이상",
        "직원 70명 대부분",
        "2개월 만에",
        "각각 1억 달러, 1000만 달러",
    ],
    "mk-2024-06-24-apple-meta.md": ["다음해에 100억달러의 매출 손실", "사용량이 2배", "10년 이상"],
    "blog-orion-vision-pro.md": [
        "100그램이 안 되는",
        "만불이 넘는",
        "$500-$1,000",
        "$10,000",
        "전체 매출 절반을 넘기는",
    ],
    "unicornfactory-2025-01-22-stargate.md": ["초기 1000억 달러(143조7000억원)", "4년간 추가로 5000억 달러(718조원)"],
    "aimatters-stargate.md": ["4년간 최대 5,000억 달러", "각각 150억 달러 이상", "약 70억 달러 상당의 칩"],
    "zdnetkr-2025-09-24-stargate.md": ["총 5천억 달러(약 690조 원)", "약 7기가와트(GW)", "약 130억 달러(약 18조원)"],
    "outstanding-2023-06-02-ms-openai.md": [
        "100억달러(약 13조 1170억원)",
        "MS 49%, 그 외 투자자 49%, 비영리 모회사 2%",
    ],
    "vietnamvn-inflection.md": ["6억 2000만 달러", "약 3000만 달러", "합 6억5000만 달러", "2023년 6월 13억 달러 조달"],
}


def rows(name):
    lines = (SEEDS / "gold" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


QUANTITIES, DATES = rows("quantities.jsonl"), rows("dates.jsonl")
FINDINGS, NOT_FLAGGED = rows("findings.jsonl"), rows("not_flagged.jsonl")


def front_matter(text):
    head, end = text[4:].split("\n---\n", 1)[0], text.index("\n---\n", 4) + 5
    return yaml.safe_load(head), end


def label(row):
    return f"{row['id']}:{row['start']}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_an_article_says_whose_reporting_it_restates(path):
    meta, end = front_matter(TEXTS[path.name])
    assert set(meta) == {"title", "publisher", "language", "licence", "reports_on"}
    assert meta["publisher"] == "claimtrack seeds" and meta["licence"] == "CC-BY-4.0"
    assert meta["language"] in {"ko", "en"}
    source = meta["reports_on"]
    assert source["publisher"] and set(source) <= {"publisher", "url", "published_on"}
    assert isinstance(source.get("published_on", date.today()), date)
    assert not re.search(r"\d", meta["title"])
    assert 80 <= len(JUNK.split(TEXTS[path.name][end:])[0].split()) <= 300


def test_there_are_sixteen_articles():
    assert len(PATHS) == 16


@pytest.mark.parametrize("row", QUANTITIES + DATES, ids=label)
def test_a_span_is_its_surface_and_lies_in_running_text(row):
    text = TEXTS[row["id"]]
    junk = JUNK.search(text)
    assert text[row["start"] : row["end"]] == row["surface"]
    assert front_matter(text)[1] <= row["start"]
    assert row["end"] <= (junk.start() if junk else len(text))


@pytest.mark.parametrize("table", [QUANTITIES, DATES], ids=["quantities", "dates"])
def test_rows_stand_in_reading_order_and_do_not_overlap(table):
    ends = {}
    assert [row["id"] for row in table] == sorted(row["id"] for row in table)
    for row in table:
        assert ends.get(row["id"], 0) <= row["start"], label(row)
        ends[row["id"]] = row["end"]


@pytest.mark.parametrize("row", QUANTITIES, ids=label)
def test_a_quantity_has_legal_values(row):
    assert row["kind"] in KINDS and row["bound"] in BOUNDS and row["metric"] in METRICS
    assert row["aspect"] in ASPECTS and row["modality"] in MODALITIES and row["qualifier"] in QUALIFIERS
    assert row["direction"] in ({"up", "down"} if row["aspect"] == "change" else {None})
    assert (row["low"] is None) == (row["bound"] in {"lt", "le"})
    assert (row["high"] is None) == (row["bound"] in {"gt", "ge"})
    if row["bound"] in {"eq", "approx"}:
        assert row["low"] == row["high"]
    if row["bound"] == "approx":
        assert row["approximate"]
    assert (row["resolution"] is None) == (row["resolution_coarse"] is None)


def test_a_conversion_restates_the_amount_just_before_it():
    for before, row in zip(QUANTITIES, QUANTITIES[1:]):
        if row["converts"]:
            same = [
                "id",
                "kind",
                "bound" if row["bound"] != "approx" else "kind",
                "subject",
                "metric",
                "object",
                "as_of",
                "modality",
                "attribution",
            ]
            assert before["surface"] == row["converts"], label(row)
            assert [before[field] for field in same] == [row[field] for field in same], label(row)


@pytest.mark.parametrize("row", DATES, ids=label)
def test_a_date_is_a_period_or_unknown(row):
    assert row["granularity"] in GRANULARITIES and row["basis"] in {"absolute", "relative"}
    ends = row["date_start"], row["date_end"]
    if None in ends:
        assert ends == (None, None) and row["basis"] == "relative"
    else:
        assert date.fromisoformat(ends[0]) <= date.fromisoformat(ends[1])


def test_findings_and_near_misses_compare_quantities_of_their_articles():
    surfaces = {}
    for row in QUANTITIES:
        surfaces.setdefault(row["id"], set()).add(row["surface"])
    for row in FINDINGS:
        assert CODE.fullmatch(row["code"]) and row["severity"] in SEVERITIES
        documents = row.get("documents") or [row["id"]] * len(row["surfaces"])
        assert len(documents) == len(row["surfaces"])
        assert all(surface in surfaces[document] for document, surface in zip(documents, row["surfaces"]))
    for row in NOT_FLAGGED:
        assert row["reason"] and all(CODE.fullmatch(code) for code in row["codes"])
        assert set(row["surfaces"]) <= set().union(*(surfaces[document] for document in row["documents"]))


@pytest.mark.parametrize("name", VERBATIM)
def test_figures_stand_as_the_source_writes_them(name):
    assert [figure for figure in VERBATIM[name] if figure not in TEXTS[name]] == []
