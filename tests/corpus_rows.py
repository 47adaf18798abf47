"""A small corpus written by hand as tables, for the tests of what comes after extraction.

Out: rows of every table up to `finding_spans`. Six documents in two languages: three state one budget,
of which one is off by a power of ten and restates itself in won; two disagree about a training cost,
one of them with markup in its title; one is written from right to left, one is a single character.
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.tables import contract, mention_ids, path, row_id, write

Row = dict
SCRIPT = 'R1 cost <script>document.title = "owned"</script> & "little"'
TEXTS = {
    "en/r1-cheap": (
        "en",
        date(2025, 9, 19),
        "Tech Wire",
        SCRIPT
        + "\n\nTraining R1 cost DeepSeek $294,000, its paper says. That is 5% of the $6 million quoted in January 2025.\n",
    ),
    "en/r1-early": (
        "en",
        date(2025, 2, 1),
        "Daily Ledger",
        "R1 trained on a shoestring\n\nDeepSeek trained R1 for under $6 million.\n",
    ),
    "he/right-to-left": ("und", date(2025, 3, 1), None, "\u202eדיפסיק חסכה כסף\u202c\n\nהמודל עלה מעט.\n"),
    "ko/dot": ("und", None, None, "점"),
    "ko/stargate-early": (
        "ko",
        date(2025, 1, 22),
        "가나일보",
        "스타게이트 출범\n\n스타게이트에는 5000억 달러가 들어갈 예정이다.\n",
    ),
    "ko/stargate-late": (
        "ko",
        date(2025, 2, 5),
        "다라경제",
        "미국, 스타게이트에 베팅\n\n미국은 올해 스타게이트에 최대 5000만 달러(735조1000억 원)를 쓸 계획이다.\n",
    ),
}
# doc_id, surface, kind, unit, low, high, bound, subject_id, subject, metric, modality, attribution, resolution
MENTIONS = [
    (
        "en/r1-cheap",
        "$294,000",
        "money",
        "USD",
        "294000",
        "294000",
        "eq",
        "deepseek-r1",
        "R1",
        "training_cost",
        "reported",
        "its paper",
        "1",
    ),
    ("en/r1-cheap", "5%", "percent", "%", "5", "5", "eq", "deepseek-r1", "R1", "other", "reported", None, "1"),
    (
        "en/r1-cheap",
        "$6 million",
        "money",
        "USD",
        "6000000",
        "6000000",
        "eq",
        "deepseek-r1",
        "R1",
        "training_cost",
        "reported",
        None,
        "1000000",
    ),
    (
        "en/r1-early",
        "$6 million",
        "money",
        "USD",
        None,
        "6000000",
        "lt",
        "deepseek-r1",
        "R1",
        "training_cost",
        "reported",
        None,
        "1000000",
    ),
    (
        "ko/stargate-early",
        "5000억 달러",
        "money",
        "USD",
        "500000000000",
        "500000000000",
        "eq",
        "stargate",
        "스타게이트",
        "budget",
        "planned",
        None,
        "100000000",
    ),
    (
        "ko/stargate-late",
        "5000만 달러",
        "money",
        "USD",
        None,
        "50000000",
        "le",
        "stargate",
        "스타게이트",
        "budget",
        "planned",
        None,
        "10000",
    ),
    (
        "ko/stargate-late",
        "735조1000억 원",
        "money",
        "KRW",
        None,
        "735100000000000",
        "le",
        "stargate",
        "스타게이트",
        "budget",
        "planned",
        None,
        "100000000000",
    ),
]
DATES = [
    ("en/r1-cheap", "January 2025", date(2025, 1, 1), date(2025, 1, 31), "month", "absolute"),
    ("ko/stargate-late", "올해", date(2025, 1, 1), date(2025, 12, 31), "year", "relative"),
]


def corpus() -> dict[str, list[Row]]:
    """Rows of every table, by table; each call makes new ones, so that a test may spoil them."""
    documents = [_document(doc_id, *said) for doc_id, said in TEXTS.items()]
    sections = [row for doc_id in TEXTS for row in _sections(doc_id)]
    sentences = [row for doc_id in TEXTS for row in _sentences(doc_id)]
    quantities = [row for doc_id in TEXTS for row in _quantities(doc_id, sentences)]
    claims = [_claim(row, said, sentences) for row, said in zip(quantities, MENTIONS)]
    quantities[6]["converts"] = quantities[5]["quantity_id"]
    claims[6]["restates"] = claims[5]["claim_id"]
    facts, fact_claims = _facts(claims)
    findings, spans = _findings(quantities, claims, facts)
    return {
        "documents": documents,
        "sections": sections,
        "rejects": _rejects(),
        "sentences": sentences,
        "quantities": quantities,
        "dates": _dates(sentences),
        "claims": claims,
        "roles": _roles(claims),
        "facts": facts,
        "fact_claims": fact_claims,
        "findings": findings,
        "finding_spans": spans,
    }


def write_corpus(folder: Path, tables: dict[str, list[Row]] | None = None) -> Path:
    """Write the tables (the whole corpus unless told) through the contracts; returns the folder."""
    for name, rows in (corpus() if tables is None else tables).items():
        write(name, rows, folder)
    return folder


def write_unchecked(name: str, rows: list[Row], folder: Path) -> Path:
    """Write rows in the contract's types without its other promises, as a careless program would."""
    agreed = contract(name)
    fields, arrays = [], []
    for column in agreed.columns:
        values = [row.get(column.name, row.get(column.twin_of)) for row in rows]
        if column.twin_of:
            values = [None if value is None else float(value) for value in values]
        kind = column.field.type
        plain = pa.array(values, pa.string() if pa.types.is_dictionary(kind) else kind)
        arrays.append(plain.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else plain)
        fields.append(pa.field(column.name, kind))
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), path(name, folder))
    return path(name, folder)


def empty() -> dict[str, list[Row]]:
    """Every table without a row."""
    return {name: [] for name in corpus()}


def _document(doc_id: str, language: str, published: date | None, publisher: str | None, text: str) -> Row:
    text = unicodedata.normalize("NFC", text)
    return {
        "doc_id": doc_id,
        "source_path": f"seeds/documents/{doc_id}.md",
        "text": text,
        "n_chars": len(text),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "title": text.split("\n")[0] if "\n" in text else None,
        "publisher": "claimtrack seeds",
        "source_publisher": publisher,
        "is_restatement": publisher is not None,
        "url": f"https://example.org/{doc_id}" if publisher else None,
        "licence": "CC-BY-4.0" if publisher else None,
        "language": language,
        "published_on": published,
        "published_basis": "metadata" if published else "none",
    }


def _sections(doc_id: str) -> list[Row]:
    text = TEXTS[doc_id][3]
    cut = text.find("\n\n") + 2 if "\n\n" in text else 0
    title = [{"doc_id": doc_id, "start": 0, "end": cut, "kind": "title"}] if cut else []
    return [*title, {"doc_id": doc_id, "start": cut, "end": len(text), "kind": "body"}]


def _sentences(doc_id: str) -> list[Row]:
    text = TEXTS[doc_id][3]
    found = []
    for section in _sections(doc_id):
        start = section["start"]
        for piece in text[start : section["end"]].replace(". ", ".\n").split("\n"):
            if piece:
                found.append((start, start + len(piece), section["kind"]))
            start += len(piece) + 1
    ids = mention_ids("s", doc_id, [("sentence", text[start:end]) for start, end, _ in found])
    return [
        {"sentence_id": key, "doc_id": doc_id, "start": start, "end": end, "section": kind}
        for key, (start, end, kind) in zip(ids, found)
    ]


def _place(doc_id: str, surface: str, sentences: list[Row]) -> Row:
    start = TEXTS[doc_id][3].index(surface)
    sentence = next(row for row in sentences if row["doc_id"] == doc_id and row["start"] <= start < row["end"])
    return {
        "doc_id": doc_id,
        "sentence_id": sentence["sentence_id"],
        "section": sentence["section"],
        "start": start,
        "end": start + len(surface),
        "surface": surface,
    }


def _quantities(doc_id: str, sentences: list[Row]) -> list[Row]:
    found = [said for said in MENTIONS if said[0] == doc_id]
    ids = mention_ids("q", doc_id, [(said[2], said[1]) for said in found])
    return [_quantity(key, said, sentences) for key, said in zip(ids, found)]


def _quantity(key: str, said: tuple, sentences: list[Row]) -> Row:
    doc_id, surface, kind, unit, low, high, bound = said[:7]
    return _place(doc_id, surface, sentences) | {
        "quantity_id": key,
        "kind": kind,
        "unit": unit,
        "low": _amount(low),
        "high": _amount(high),
        "bound": bound,
        "approximate": False,
        "resolution": _amount(said[12]),
        "status": "ok",
    }


def _amount(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


def _claim(quantity: Row, said: tuple, sentences: list[Row]) -> Row:
    subject_id, subject, metric, modality, attribution = said[7:12]
    sentence = next(row for row in sentences if row["sentence_id"] == quantity["sentence_id"])
    text = TEXTS[quantity["doc_id"]][3]
    copied = ("doc_id", "quantity_id", "kind", "unit", "low", "high", "bound", "approximate")
    return {name: quantity[name] for name in copied} | {
        "claim_id": row_id("c", quantity["quantity_id"]),
        "subject_id": subject_id,
        "subject": subject,
        "metric": metric,
        "aspect": "level",
        "as_of_basis": "none",
        "modality": modality,
        "published_on": TEXTS[quantity["doc_id"]][1],
        "attribution": attribution,
        "quote": text[sentence["start"] : sentence["end"]],
        "quote_start": sentence["start"],
        "quote_end": sentence["end"],
        "extractor": "claimtrack 0.1.0",
        "confidence": "low" if metric == "other" else "high",
        "reason": "no-metric-cue" if metric == "other" else None,
    }


def _dates(sentences: list[Row]) -> list[Row]:
    return [
        _place(doc_id, surface, sentences)
        | {
            "date_id": row_id("d", doc_id, surface),
            "date_start": first,
            "date_end": last,
            "granularity": granularity,
            "basis": basis,
            "anchor": "published" if basis == "relative" else "none",
        }
        for doc_id, surface, first, last, granularity, basis in DATES
    ]


def _roles(claims: list[Row]) -> list[Row]:
    rows = []
    for claim in claims:
        start = TEXTS[claim["doc_id"]][3].find(claim["subject"], claim["quote_start"], claim["quote_end"])
        if start >= 0:
            rows.append(
                {
                    "claim_id": claim["claim_id"],
                    "role": "subject",
                    "start": start,
                    "end": start + len(claim["subject"]),
                    "surface": claim["subject"],
                    "entity_id": claim["subject_id"],
                }
            )
    return rows


def _facts(claims: list[Row]) -> tuple[list[Row], list[Row]]:
    cost = [claims[3], claims[0], claims[2]]
    budget = [claims[4], claims[5]]
    facts = [_fact(cost, "conflicting"), _fact(budget, "conflicting"), _fact([claims[1]], "single")]
    agreeing = [{cost[0]["claim_id"], cost[2]["claim_id"]}, {budget[0]["claim_id"]}, {claims[1]["claim_id"]}]
    members = [
        {"fact_id": fact["fact_id"], "claim_id": claim["claim_id"], "agrees": claim["claim_id"] in group}
        for fact, group, held in zip(facts, agreeing, (cost, budget, [claims[1]]))
        for claim in held
    ]
    return facts, members


def _fact(claims: list[Row], status: str) -> Row:
    first = claims[0]
    published = sorted(claim["published_on"] for claim in claims)
    return {
        "fact_id": row_id("f", first["claim_id"]),
        "subject_id": first["subject_id"],
        "subject": first["subject"],
        "metric": first["metric"],
        "aspect": first["aspect"],
        "unit": first["unit"],
        "modality_group": "reported" if first["modality"] == "reported" else "expected",
        "low": first["low"],
        "high": first["high"],
        "status": status,
        "n_claims": len(claims),
        "n_documents": len({claim["doc_id"] for claim in claims}),
        "n_publishers": len({TEXTS[claim["doc_id"]][2] for claim in claims}),
        "first_reported": published[0],
        "last_reported": published[-1],
    }


def _findings(quantities: list[Row], claims: list[Row], facts: list[Row]) -> tuple[list[Row], list[Row]]:
    conversion = _finding("CUR101", "conversion-magnitude", "error", quantities[5]) | {
        "stated": "14702000 KRW per USD",
        "expected": "1455.45 KRW per USD",
        "deviation": "×10101",
        "basis": "ECB reference rate of 2025-02-04",
        "suggestion": "5000억 달러",
        "alternatives": ["735억1000만 원"],
        "message": "5000만 달러 and 735조1000억 원 imply 14702000 KRW per USD, the reference is 1455.45",
    }
    magnitude = _finding("FCT102", "cross-document-magnitude", "error", quantities[5]) | {
        "fact_id": facts[1]["fact_id"],
        "stated": "50000000 USD",
        "expected": "500000000000 USD",
        "deviation": "×10^4",
        "basis": "가나일보 of 2025-01-22",
        "alternatives": [],
        "message": "documents state budgets of 스타게이트 that differ by 10^4",
    }
    conflict = _finding("FCT101", "cross-document-conflict", "warning", quantities[0]) | {
        "fact_id": facts[0]["fact_id"],
        "stated": "294000 USD",
        "expected": "under 6000000 USD",
        "basis": "Daily Ledger of 2025-02-01",
        "alternatives": [],
        "message": 'documents disagree about the training cost of R1, in "R1 cost <script>"',
    }
    return [conversion, magnitude, conflict], [
        _span(conversion, "original", quantities[5], claims[5]),
        _span(conversion, "conversion", quantities[6], claims[6]),
        _span(magnitude, "value", quantities[5], claims[5]),
        _span(magnitude, "value", quantities[4], claims[4]),
        _span(conflict, "value", quantities[0], claims[0]),
        _span(conflict, "value", quantities[3], claims[3]),
    ]


def _finding(code: str, name: str, severity: str, quantity: Row) -> Row:
    return {
        "finding_id": row_id("n", code, quantity["quantity_id"]),
        "code": code,
        "name": name,
        "severity": severity,
        "doc_id": quantity["doc_id"],
        "start": quantity["start"],
        "end": quantity["end"],
        "surface": quantity["surface"],
    }


def _span(finding: Row, role: str, quantity: Row, claim: Row) -> Row:
    return {
        "finding_id": finding["finding_id"],
        "role": role,
        "doc_id": quantity["doc_id"],
        "start": quantity["start"],
        "end": quantity["end"],
        "quantity_id": quantity["quantity_id"],
        "claim_id": claim["claim_id"],
    }


def _rejects() -> list[Row]:
    return [
        {
            "source_path": "seeds/documents/broken.txt",
            "record": 0,
            "sha256": None,
            "reason": "binary",
            "detail": "expected text, found a NUL at byte 3; convert it to UTF-8",
        },
        {
            "source_path": "seeds/documents/many.jsonl",
            "record": 7,
            "sha256": None,
            "reason": "not-json",
            "detail": "expected a JSON object, found <b>bold</b>; correct the line",
        },
    ]
