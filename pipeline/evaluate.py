"""Stage evaluate: the tables and the extractor against hand-checked truth -> metrics, plots.

In: the tables of the corpus and ``seeds/gold``. Out: ``metrics/*.json``, the scores that say most, a file and
so a row of ``dvc metrics show`` a set (``corpus`` and every set of sentences) and language; and
``plots/*.csv``: ``fields`` (a row for every score, the majority's beside it) and ``confusion_<field>`` (a row a
matched pair). How each score is counted stands in `pipeline.scoring`. A set or language without truth has no
scores.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.extraction import read_document
from pipeline.parameters import Parameters, load
from pipeline.scoring import fields, findings, truth
from pipeline.scoring.matching import overlapping
from pipeline.scoring.samples import CORPUS, Read, Sample, of_corpus, of_sentences
from pipeline.stages import clear_faults
from pipeline.tables import Row, rows

GOLD = Path("seeds/gold")
READ = ("documents", "quantities", "dates", "claims", "findings", "finding_spans")
FINDINGS = "findings"
HEADLINES = {
    "quantities": ("f1", "value"),
    "claims": ("metric", "aspect", "modality", "subject", "object", "as_of", "attribution"),
    "confidence": ("high",),
    "dates": ("f1",),
}
CONFUSED = ("kind", "bound", "metric", "aspect", "modality")


def run(folder: Path, parameters: Parameters, gold: Path = GOLD, read: Read | None = None) -> dict[str, Any]:
    """Write metrics/ and plots/ into the folder; returns every score.

    `read` turns a row of documents and its sections into rows by table; the extractor's own unless told.
    """
    known, tables = truth.load(gold), {name: rows(name, folder) for name in READ}
    samples = of_corpus(known, tables)
    for name, lines in known.sentences.items():
        samples += of_sentences(name, lines, read or _read)
    scores: dict[str, Any] = {}
    for sample in samples:
        scores.setdefault(sample.name, {})[sample.language] = _scores(sample)
    if known.findings:
        scores.setdefault(CORPUS, {})[FINDINGS] = _findings(known, tables)
    _write_metrics(folder / "metrics", headlines(scores))
    _write_plots(folder / "plots", samples)
    return scores


def headlines(scores: dict[str, Any]) -> dict[str, Any]:
    """What ``dvc metrics show`` has room for: of each language the chosen scores, and all of the findings."""
    return {
        name: {language: told if language == FINDINGS else _chosen(told) for language, told in held.items()}
        for name, held in scores.items()
    }


def _chosen(told: dict[str, fields.Scores]) -> dict[str, fields.Scores]:
    return {group: {name: told[group][name] for name in names} for group, names in HEADLINES.items() if group in told}


def _read(document: Row, sections: list[Row]) -> dict[str, list[Row]]:
    return read_document(document, sections)._asdict()


def _scores(sample: Sample) -> dict[str, fields.Scores]:
    pairs = overlapping(sample.true, sample.found)
    told = {
        "quantities": fields.spans(sample.true, sample.found) | fields.quantities(pairs),
        "claims": fields.claims(pairs),
        "confidence": fields.confident(pairs),
        "majority": fields.baselines(pairs),
    }
    if sample.true_dates:
        told["dates"] = fields.dates(sample.true_dates, sample.found_dates)
    return told


def _findings(known: truth.Truth, tables: dict[str, list[Row]]) -> fields.Scores:
    texts = {row["doc_id"]: row["text"] for row in tables["documents"]}
    items = findings.found(tables["findings"], tables["finding_spans"], texts)
    return findings.score([findings.expected(line) for line in known.findings], items, known.not_flagged)


def _write_metrics(folder: Path, metrics: dict[str, Any]) -> None:
    """A file a set and language, and one for the findings; files of sets that are no more are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    for name, held in metrics.items():
        for language, told in held.items():
            text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
            (folder / f"{name}-{language}.json").write_text(text, encoding="utf-8")


def _write_plots(folder: Path, samples: Sequence[Sample]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _write_csv(folder / "fields.csv", ("set", "language", "measure", "score", "majority"), _field_rows(samples))
    for name in CONFUSED:
        _write_csv(folder / f"confusion_{name}.csv", ("set", "language", "actual", "predicted"), _pairs(name, samples))


def _field_rows(samples: Iterable[Sample]) -> Iterable[tuple[Any, ...]]:
    for sample in samples:
        scores = _scores(sample)
        simplest = scores.pop("majority")
        for group, told in scores.items():
            for name, score in told.items():
                yield sample.name, sample.language, f"{group}.{name}", score, simplest.get(name)


def _pairs(name: str, samples: Iterable[Sample]) -> Iterable[tuple[Any, ...]]:
    for sample in samples:
        said = [(true.fields[name], found.fields[name]) for true, found in overlapping(sample.true, sample.found)]
        for actual, predicted in sorted(said, key=str):
            yield sample.name, sample.language, actual, predicted


def _write_csv(target: Path, header: Sequence[str], lines: Iterable[Sequence[Any]]) -> None:
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main() -> int:
    """Score the tables in data/."""
    with clear_faults("evaluate", truth.TruthError):
        run(Path("data"), load(Path("params.yaml")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
