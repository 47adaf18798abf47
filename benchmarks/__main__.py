"""``python -m benchmarks [NAME...] [--peers]``: every benchmark of this folder, or those named.

A benchmark is a module with ``run(peers: bool) -> None`` that prints its own table. Nothing here is
asserted: a figure is for reading, and each is printed beside a baseline or a peer.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.option("--peers", is_flag=True, help="Run the peers that can be installed on the same text too.")
def main(names: tuple[str, ...], peers: bool) -> None:
    """Measure accuracy, speed and memory."""
    for name in names or NAMES:
        module = import_module(f"benchmarks.{name}")
        if hasattr(module, "run"):
            module.run(peers)


if __name__ == "__main__":
    main()
