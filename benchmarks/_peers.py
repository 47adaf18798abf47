"""Peers run on the same texts in the same run, in an environment of their own.

In: cases of the suites with the expected spans. Out: printed rows, ours beside the peer's, with the ratio. quantulum3
is installed from the package index into a virtual environment below the system's temporary folder and reused from
there; where that fails one line says why and nothing else is affected. Judgement: the peer is scored by the very
functions that score us, its unit names mapped by ``suite_units.csv``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks._suite_values import right, unit_names
from pipeline.mentions import Quantity
from pipeline.quantities import find_quantities

PACKAGE = "quantulum3==0.10.0"
PLACE = Path(tempfile.gettempdir()) / "claimtrack-peers" / PACKAGE
SCRIPT = Path(__file__).with_name("_peer_quantulum3.py")
PATIENCE = 300  # seconds for an installation or a run


def environment() -> Path | None:
    """The peer's Python, installed when it is not there yet; None, with a line that says why, when it cannot be."""
    python = PLACE / "bin" / "python"
    try:
        if not (PLACE / "ready").exists():
            subprocess.run(
                [sys.executable, "-m", "venv", str(PLACE)], check=True, capture_output=True, timeout=PATIENCE
            )
            install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PACKAGE]
            subprocess.run(install, check=True, capture_output=True, timeout=PATIENCE, text=True)
            (PLACE / "ready").touch()
    except (OSError, subprocess.SubprocessError) as error:
        reason = (getattr(error, "stderr", None) or str(error)).strip().splitlines()[-1:]
        print(f"\n{PACKAGE} is skipped: it cannot be installed ({''.join(map(str, reason))})")
        return None
    return python


def ask(python: Path, texts: Sequence[str]) -> dict[str, Any] | None:
    """What the peer finds in each text and the CPU seconds it took; None when it does not run."""
    command = [str(python), "-W", "ignore", str(SCRIPT)]
    try:
        run = subprocess.run(
            command, input=json.dumps(texts), capture_output=True, text=True, check=True, timeout=PATIENCE
        )
    except (OSError, subprocess.SubprocessError) as error:
        print(f"\n{PACKAGE} is skipped: it does not run ({error})")
        return None
    return json.loads(run.stdout)


def quantity(text: str, start: int, end: int, value: float, unit: str) -> Quantity:
    """A finding of the peer in our form; its unit by the same table as the suites' units."""
    known = unit_names().get(unit) or unit_names().get(unit.capitalize()) or unit
    amount, kind = Decimal(str(value)), "percent" if unit == "percentage" else "other"
    return Quantity(start, end, text[start:end], kind, known.split(" ")[0] if known else None, low=amount, high=amount)


def compare(cases: Sequence[tuple[str, str, Sequence[dict[str, Any]]]]) -> None:
    """Prints, for every family of (family, text, expected spans), what is right here and there, and the speeds."""
    python = environment()
    answer = ask(python, [text for _, text, _ in cases]) if python is not None else None
    if answer is None:
        return
    start = time.process_time()
    ours = [find_quantities(text, "en") for _, text, _ in cases]
    seconds = time.process_time() - start
    theirs = [[quantity(text, *row) for row in rows] for (_, text, _), rows in zip(cases, answer["found"], strict=True)]
    print(f"\n{'the same cases, raw':34} {'cases':>6} {'ours':>6} {PACKAGE:>18} {'ratio':>6}")
    for name in sorted({family for family, _, _ in cases}):
        chosen = [index for index, (family, _, _) in enumerate(cases) if family == name]
        left, other = (sum(right(found[index], cases[index][2])[0] for index in chosen) for found in (ours, theirs))
        print(f"{name:34} {len(chosen):6} {left:6} {other:18} {left / max(1, other):6.2f}")
    length = sum(len(text) for _, text, _ in cases)
    ratio = answer["seconds"] / max(1e-9, seconds)
    rates = f"{length / max(1e-9, seconds):,.0f} against {length / max(1e-9, answer['seconds']):,.0f}"
    print(f"characters per CPU second on them: {rates}, ratio {ratio:.1f}")
