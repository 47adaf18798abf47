"""Stage: claims to facts, across documents.

In: ``documents``, ``quantities`` and ``claims`` of a folder, the metrics of ``seeds/reference``. Out:
``facts`` and ``fact_claims``. What counts as the same thing and as agreement is said in
`pipeline.agreement`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from pipeline.agreement.clusters import facts
from pipeline.agreement.observations import Observation, observation
from pipeline.agreement.periods import metric_times
from pipeline.parameters import Parameters, load
from pipeline.stages import clear_faults
from pipeline.tables import rows, write


def run(folder: Path, parameters: Parameters) -> None:
    """Read the folder's claims and write its facts."""
    window = timedelta(days=parameters.facts.state_window_days)
    seen = _observations(folder, parameters)
    found, links = facts(seen, metric_times(), window, parameters.findings.fx_band)
    write("facts", found, folder)
    write("fact_claims", links, folder)


def _observations(folder: Path, parameters: Parameters) -> Iterator[Observation]:
    documents = {row["doc_id"]: row for row in rows("documents", folder)}
    quantities = {row["quantity_id"]: row for row in rows("quantities", folder)}
    for claim in rows("claims", folder):
        seen = observation(
            claim, quantities[claim["quantity_id"]], documents[claim["doc_id"]], parameters.findings.approx_band
        )
        if seen:
            yield seen


def main() -> None:
    """``python -m pipeline.facts``."""
    with clear_faults("facts"):
        run(Path("data"), load(Path("params.yaml")))


if __name__ == "__main__":
    main()
