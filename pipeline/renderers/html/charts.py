"""Charts as SVG, drawn when the report is made.

In: what to draw, as values. Out: SVG text to stand in a page; its colours are the page's CSS variables,
so that it follows light and dark. Judgements: the same values give the same bytes (fixed hash salt, no
date, the font that ships with matplotlib); every chart stands beside a table with the same values, so
its label says what it shows and no more.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullFormatter

from pipeline.renderers.html.wording import short

# Colours that stand for CSS variables until the SVG is written.
INK, FAINT, AGREE, DIFFER = "#010101", "#020202", "#030303", "#040404"
VARIABLES = {INK: "var(--ink)", FAINT: "var(--rule)", AGREE: "var(--accent)", DIFFER: "var(--error)"}
SETTINGS = {
    "svg.fonttype": "none", "svg.hashsalt": "claimtrack", "font.family": "DejaVu Sans", "font.size": 9,
    "text.color": INK, "axes.edgecolor": FAINT, "xtick.color": INK, "axes.labelcolor": INK,
    "xtick.labelsize": 8, "savefig.transparent": True,
    "text.parse_math": False,  # a name with dollar signs is a name
}
WIDTH, ROW, MARGIN = 4.4, 0.42, 0.55  # inches
LOGARITHMIC_FROM = 30  # values further apart than this factor share a logarithmic axis
LABEL_LENGTH = 44
SCALES = ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "k"))


@dataclass(frozen=True, slots=True)
class Point:
    """One reported value: by whom and when, its two ends (None where it is open), and whether it agrees."""

    label: str
    reported: date | None
    low: float | None
    high: float | None
    agrees: bool


def values_over_time(points: Sequence[Point], unit: str, label: str) -> str:
    """A line for each report, oldest first, its value on a shared axis; arrows where a bound is open."""
    with warnings.catch_warnings(), matplotlib.rc_context(SETTINGS):
        warnings.simplefilter("ignore")  # a name in another script is drawn by the reader's fonts
        figure = Figure(figsize=(WIDTH, MARGIN + ROW * len(points)))
        axes = figure.subplots()
        _scale(axes, points)
        for row, point in enumerate(points):
            _draw(axes, row, point)
        axes.set_ylim(len(points) - 0.4, -0.75)
        axes.set_xlabel(unit)
        _plain(axes)
        return _svg(figure, label)


def bars(counts: Sequence[tuple[str, int]], label: str) -> str:
    """A horizontal bar a name, as many as it counts."""
    with matplotlib.rc_context(SETTINGS):
        figure = Figure(figsize=(WIDTH, 0.3 + 0.27 * len(counts)))
        axes = figure.subplots()
        axes.barh(range(len(counts)), [count for _, count in counts], height=0.55, color=AGREE)
        for row, (_, count) in enumerate(counts):
            axes.text(count, row, f" {count:,}", va="center")
        axes.set_yticks(range(len(counts)), [name for name, _ in counts])
        axes.set_ylim(len(counts) - 0.4, -0.6)
        axes.set_xlim(0, max(count for _, count in counts) * 1.15)
        axes.set_xticks([])
        _frameless(axes)
        return _svg(figure, label)


def _scale(axes, points: Sequence[Point]) -> None:
    ends = [end for point in points for end in (point.low, point.high) if end is not None]
    low, high = min(ends), max(ends)
    if low > 0 and high / low > LOGARITHMIC_FROM:
        axes.set_xscale("log")
        axes.set_xlim(low / 3, high * 3)
    else:
        room = (high - low) * 0.15 or abs(high) * 0.1 or 1
        axes.set_xlim(low - room, high + room)
        axes.xaxis.set_major_locator(MaxNLocator(4))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: compact(value)))
    axes.xaxis.set_minor_formatter(NullFormatter())


def _draw(axes, row: int, point: Point) -> None:
    colour, shape = (AGREE, "o") if point.agrees else (DIFFER, "D")
    told = f"{point.reported.isoformat() if point.reported else 'undated'} · {point.label}"
    axes.text(0, row - 0.28, short(told, LABEL_LENGTH), transform=axes.get_yaxis_transform(), va="center")
    axes.axhline(row, color=FAINT, linewidth=0.6, zorder=0)
    low, high = point.low, point.high
    if low is None and high is None:
        return
    first, last = axes.get_xlim()
    axes.plot([first if low is None else low, last if high is None else high], [row, row], color=colour, linewidth=2)
    ends = [("<", first) if low is None else (shape, low), (">", last) if high is None else (shape, high)]
    for marker, place in dict.fromkeys(ends):
        axes.plot([place], [row], marker=marker, color=colour, markersize=6, clip_on=False)


def compact(value: float) -> str:
    """1,500,000 as 1.5M: for the axis only, where exact values have no room."""
    for size, letter in SCALES:
        if abs(value) >= size:
            return f"{value / size:,.10g}{letter}" if abs(value) < size * 10**6 else f"{value:.0e}"
    return f"{value:.6g}"


def _plain(axes) -> None:
    axes.set_yticks([])
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)


def _frameless(axes) -> None:
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0)


def _svg(figure: Figure, label: str) -> str:
    """The figure as SVG for a page: no prolog, a label for those who do not see it."""
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", bbox_inches="tight", pad_inches=0.04, metadata={"Date": None, "Creator": None})
    drawn = buffer.getvalue()
    drawn = drawn[drawn.index("<svg") :]
    before, _, rest = drawn.partition(" <metadata>")
    drawn = before + rest.partition("</metadata>\n")[2]
    for colour, variable in VARIABLES.items():
        drawn = drawn.replace(colour, variable)
    spoken = label.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return drawn.replace("<svg ", f'<svg class="chart" role="img" aria-label="{spoken}" ', 1)


def as_float(value: object) -> float | None:
    """A decimal for the axis; None stays None, and so does what no axis can show."""
    told = None if value is None else float(value)  # type: ignore[arg-type]
    return told if told is None or math.isfinite(told) else None
