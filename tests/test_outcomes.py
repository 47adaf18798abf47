"""What must come out of the corpus, stated as an analyst would ask for it, from documents to findings.

The same claims are asked of the project's own articles and, where they are at hand, of the five real
ones that these restate.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline import documents, extract, facts, findings, tables
from pipeline.parameters import load

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
# The real articles and what their files do not say: the day of publication.
REAL = {
    "000_ab7be5d59cdda682.txt": None,
    "001_6a391cc3ec09456c.txt": "2024-06-24",
    "002_920fad0d56ce9daa.txt": None,
    "003_75e7e6d78cff64a9.txt": "2025-02-05",
    "004_14c6b4d797c86727.txt": None,
}


class Corpus:
    """The tables of a run, claims joined with their surface."""

    def __init__(self, folder: Path) -> None:
        self.quantities = {row["quantity_id"]: row for row in tables.rows("quantities", folder)}
        self.claims = tables.rows("claims", folder)
        self.dates = tables.rows("dates", folder)
        self.facts = tables.rows("facts", folder)
        self.findings = tables.rows("findings", folder)
        self.spans = tables.rows("finding_spans", folder)
        self.texts = {row["doc_id"]: row["text"] for row in tables.rows("documents", folder)}
        self.links = tables.rows("fact_claims", folder)

    def claim(self, document: str, surface: str) -> dict:
        """The one claim of a document about a number with this surface."""
        found = [
            row
            for row in self.claims
            if row["doc_id"].startswith(document) and self.quantities[row["quantity_id"]]["surface"] == surface
        ]
        assert len(found) == 1, (document, surface, len(found))
        return found[0]

    def compared(self, code: str) -> list[set[str]]:
        """The surfaces that each finding with this code compares."""
        ids = [row["finding_id"] for row in self.findings if row["code"] == code]
        return [
            {
                self.texts[span["doc_id"]][span["start"] : span["end"]]
                for span in self.spans
                if span["finding_id"] == id_
            }
            for id_ in ids
        ]


def run(inputs: list[Path], folder: Path, metadata: Path | None = None) -> Corpus:
    parameters = load()
    documents.run(inputs, folder, documents.Options(metadata=metadata), parameters)
    for stage in (extract, facts, findings):
        stage.run(folder, parameters)
    return Corpus(folder)


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return run([ROOT / "seeds" / "documents"], tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the five real articles are third parties' and lie outside the repository")
    folder = tmp_path_factory.mktemp("real")
    known = folder / "metadata.csv"
    known.write_text(
        "id,published_on\n" + "".join(f"{name},{day}\n" for name, day in REAL.items() if day), encoding="utf-8"
    )
    return run([SHARED / "seeds"], folder / "tables", known)


@pytest.fixture(params=["own", "real"])
def five(request):
    """The articles on Orion, Apple, DeepSeek and Microsoft, ours or the real ones."""
    names = {"own": ("blog-orion", "mk-", "mediapen", "etoday"), "real": ("000", "001", "003", "004")}
    return request.getfixturevalue(request.param), *names[request.param]


def truth(name: str, folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def test_every_quantity_of_the_real_articles_and_nothing_else(real):
    expected = {_quantity(row, row["id"]) for row in truth("seeds_quantities.jsonl", SHARED / "gold")}
    assert {_quantity(row, row["doc_id"]) for row in real.quantities.values()} == expected


def test_every_quantity_of_the_own_articles_and_nothing_else(own):
    expected = {_quantity(row, row["id"]) for row in truth("quantities.jsonl", ROOT / "seeds" / "gold")}
    assert {_quantity(row, row["doc_id"]) for row in own.quantities.values()} == expected


def _quantity(row: dict, document: str) -> tuple:
    """Counter classes are a matter of taste and are scored elsewhere."""
    unit = None if row["kind"] == "count" else row["unit"]
    amounts = tuple(
        None if row[name] is None else Decimal(row[name]) for name in ("low", "high", "resolution", "resolution_coarse")
    )
    return (document, row["start"], row["end"], row["surface"], row["kind"], unit, row["bound"], *amounts)


def test_every_date_and_nothing_else(own, real):
    for corpus, rows in (
        (own, truth("dates.jsonl", ROOT / "seeds" / "gold")),
        (real, truth("seeds_dates.jsonl", SHARED / "gold")),
    ):
        expected = {
            (row["id"], row["start"], row["end"], row["date_start"], row["date_end"], row["granularity"])
            for row in rows
        }
        assert {
            (
                row["doc_id"],
                row["start"],
                row["end"],
                *(day and day.isoformat() for day in (row["date_start"], row["date_end"])),
                row["granularity"],
            )
            for row in corpus.dates
        } == expected


def test_what_deepseek_r1_cost_and_its_conversion(five):
    corpus, _, _, article, _ = five
    dollars, won = corpus.claim(article, "600만 달러"), corpus.claim(article, "86억 원")
    for claim in (dollars, won):
        assert (claim["subject_id"], claim["metric"], claim["bound"], claim["low"]) == (
            "deepseek-r1",
            "training_cost",
            "lt",
            None,
        )
    assert (dollars["high"], dollars["unit"]) == (6_000_000, "USD")
    assert (won["high"], won["unit"], won["restates"]) == (8_600_000_000, "KRW", dollars["claim_id"])


def test_what_microsoft_put_into_openai(five):
    corpus, *_, article = five
    claim = corpus.claim(article, "137억5000만 달러")
    assert (claim["subject_id"], claim["metric"], claim["object_id"]) == ("microsoft", "investment", "openai")
    assert (claim["low"], claim["high"], claim["bound"], claim["modality"]) == (13_750_000_000, None, "ge", "reported")


def test_who_scored_what(five):
    corpus, _, _, article, _ = five
    ours, theirs = corpus.claim(article, "25.3%"), corpus.claim(article, "9.4%")
    assert (ours["subject_id"], ours["metric"], ours["low"]) == ("deep-research", "benchmark_score", Decimal("25.3"))
    assert (theirs["subject_id"], theirs["metric"], theirs["low"]) == ("deepseek-r1", "benchmark_score", Decimal("9.4"))


def test_the_stargate_amount_is_an_error_with_a_suggestion(five):
    corpus, _, _, article, _ = five
    claim = corpus.claim(article, "5000만 달러")
    assert (claim["subject_id"], claim["metric"], claim["modality"], claim["high"]) == (
        "stargate",
        "budget",
        "planned",
        50_000_000,
    )
    found = next(row for row in corpus.findings if row["code"] == "CUR101")
    assert (found["doc_id"][: len(article)], found["severity"]) == (article, "error")
    assert (found["suggestion"], found["alternatives"]) == ("5000억 달러", ["735억1000만 원"])
    assert corpus.compared("CUR101") == [{"5000만 달러", "735조1000억 원"}]


def test_two_investments_go_to_the_right_companies(five):
    corpus, *_, article = five
    objects = {surface: corpus.claim(article, surface)["object_id"] for surface in ("1억 달러", "1000만 달러")}
    assert objects == {"1억 달러": "anthropic", "1000만 달러": "perplexity"}
    assert {corpus.claim(article, surface)["subject_id"] for surface in objects} == {"sk-telecom"}


def test_the_loss_that_meta_feared(five):
    corpus, _, article, _, _ = five
    claim = corpus.claim(article, "100억달러")
    assert (claim["subject_id"], claim["attribution_id"], claim["modality"]) == ("meta", "meta", "forecast")
    assert (claim["low"], claim["as_of_start"], claim["as_of_end"]) == (
        10_000_000_000,
        date(2022, 1, 1),
        date(2022, 12, 31),
    )
    assert (claim["aspect"], claim["direction"]) == ("change", "down")


def test_orions_prices_are_hypothetical(five):
    corpus, article, *_ = five
    for surface in ("$500-$1,000", "$10,000"):
        claim = corpus.claim(article, surface)
        assert (claim["subject_id"], claim["metric"], claim["modality"]) == ("meta-orion", "price", "hypothetical")


def test_within_the_real_articles_nothing_else_is_flagged(real):
    found = {(row["code"], row["severity"]) for row in real.findings}
    assert found == {("CUR101", "error"), ("CUR102", "warning"), ("RAT101", "info")}
    assert len(real.findings) == 3


def test_documents_contradict_each_other_where_they_should_and_nowhere_else(own):
    assert [{"5000만 달러", "5,000억 달러", "5천억 달러"} <= surfaces for surfaces in own.compared("FCT102")] == [True]
    conflicts = own.compared("FCT101")
    assert any({"25.3%", "26.6%"} <= surfaces for surfaces in conflicts)
    assert any("$294,000" in surfaces for surfaces in conflicts)
    assert len(conflicts) == 2


def test_nothing_that_adds_up_is_flagged(own):
    for case in truth("not_flagged.jsonl", ROOT / "seeds" / "gold"):
        for code in case["codes"]:
            wrong = [surfaces for surfaces in own.compared(code) if set(case["surfaces"]) == surfaces]
            assert not wrong, case["reason"]


def test_agreeing_claims_make_one_fact(own):
    facts_of = {link["claim_id"]: (link["fact_id"], link["agrees"]) for link in own.links}
    bound, exact, other = (
        facts_of[own.claim(document, surface)["claim_id"]]
        for document, surface in (("mediapen", "600만 달러"), ("syntax", "$5.576 million"), ("techspot", "$294,000"))
    )
    assert bound == exact == (bound[0], True)
    assert other == (bound[0], False)
    stated, over = (
        facts_of[own.claim(*place)["claim_id"]]
        for place in (("etoday", "137억5000만 달러"), ("cybercareers", "$13 billion"))
    )
    assert stated == over == (stated[0], True)
