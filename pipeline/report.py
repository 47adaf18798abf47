"""Stage report: everything that came out, for people -> report/.

In: every table, ``metrics/*.json`` and ``plots/fields.csv`` beside them where there are any, and the baseline.
Out: a static site (``index.html`` and what it leads to) that needs no server and no network, and
``report.md``, one screen long. The same tables give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.parameters import Parameters, load
from pipeline.quality import baseline
from pipeline.renderers.html import corpus, site, summary
from pipeline.stages import clear_faults


def run(folder: Path, parameters: Parameters) -> Path:
    """Write the report below the folder; returns where it lies."""
    target = folder / "report"
    held, known = corpus.load(folder), baseline.load()
    site.write(held, known, target)
    (target / "report.md").write_text(summary.render(held, known), encoding="utf-8")
    return target


def main() -> int:
    """Report on the tables in data/."""
    with clear_faults("report"):
        run(Path("data"), load(Path("params.yaml")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
