"""Charts as SVG, drawn when the report is made.

In: what to draw, as values. Out: SVG text to stand in a page; its colours are the page's CSS variables,
so that it follows light and dark. Judgements: the same values give the same bytes (fixed hash salt, no
date, the font that ships with matplotlib); every chart stands beside a table with the same values, so
its label says what it shows and no more.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from unicodedata import east_asian_width

import matplotlib
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import LogLocator, MaxNLocator
from matplotlib.transforms import Affine2D

from pipeline.renderers.html.wording import short

# Colours that stand for CSS variables until the SVG is written.
INK, FAINT, AGREE, DIFFER = "#010101", "#020202", "#030303", "#040404"
VARIABLES = {INK: "var(--ink)", FAINT: "var(--rule)", AGREE: "var(--accent)", DIFFER: "var(--error)"}
SETTINGS = {
    "svg.fonttype": "none",
    "svg.hashsalt": "claimtrack",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": FAINT,
    "xtick.color": INK,
    "axes.labelcolor": INK,
    "xtick.labelsize": 8,
    "savefig.transparent": True,
    "text.parse_math": False,  # a name with dollar signs is a name
}
WIDTH, EDGE, ROW, AXIS = 4.6, 0.12, 0.42, 0.5  # inches: of a chart, its sides, a report, the axis below
TICK, SMALL = 0.05, 8
POINTS = 72  # in an inch
LOGARITHMIC_FROM = 30  # values further apart than this factor share a logarithmic axis
COLUMNS = 58  # how many letters one line above another fits; a Korean one takes the room of two
SCALES = ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "k"))
NOWHERE = (math.nan, math.nan)  # what separates the stretches of one line


@dataclass(frozen=True, slots=True)
class Point:
    """One reported value: by whom and when, its two ends (None where it is open), in words, whether it agrees."""

    label: str
    reported: date | None
    low: float | None
    high: float | None
    agrees: bool
    told: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A text and where it stands, in inches from the left and from below."""

    across: float
    up: float
    text: str
    anchor: str
    size: int = 9


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to inches from the left."""

    low: float
    high: float
    logarithmic: bool

    def place(self, value: float) -> float:
        """Where a value stands."""
        low, high, value = (math.log10(one) if self.logarithmic else one for one in (self.low, self.high, value))
        return EDGE + (value - low) / (high - low) * (WIDTH - 2 * EDGE)

    def ticks(self) -> list[float]:
        """A few round values."""
        locator = LogLocator(numticks=5) if self.logarithmic else MaxNLocator(4)
        return [float(tick) for tick in locator.tick_values(self.low, self.high) if self.low <= tick <= self.high]


def values_over_time(points: Sequence[Point], unit: str, label: str) -> str:
    """A line for each report, oldest first, its value on a shared axis; arrows where a bound is open.

    Drawn without matplotlib's axes, which take six times as long; a report may have thousands of charts.
    """
    height, scale = AXIS + ROW * len(points), scale_of(points)
    rows = [height - ROW * (row + 0.7) for row in range(len(points))]
    with matplotlib.rc_context(SETTINGS):
        figure = Figure(figsize=(WIDTH, height))
        inches = Affine2D().scale(1 / WIDTH, 1 / height) + figure.transFigure
        for line in (*_guides(rows), *_values(points, rows, scale), *_axis(scale)):
            figure.add_artist(line).set_transform(inches)
        told = [word for point, row in zip(points, rows) for word in _words(point, row)]
        told += [Word(scale.place(tick), AXIS - 0.22, compact(tick), "middle", SMALL) for tick in scale.ticks()]
        told.append(Word(WIDTH / 2, 0.08, unit, "middle", SMALL))
        return _with_words(_svg(figure, label), told, height)


def scale_of(points: Sequence[Point]) -> Scale:
    """An axis that all values fit on."""
    ends = [end for point in points for end in (point.low, point.high) if end is not None]
    low, high = min(ends), max(ends)
    if low > 0 and high / low > LOGARITHMIC_FROM:
        return Scale(low / 3, high * 3, True)
    room = (high - low) * 0.15 or abs(high) * 0.1 or 1
    return Scale(low - room, high + room, False)


def _guides(rows: Sequence[float]) -> Iterable[Line2D]:
    yield _line([stretch for row in rows for stretch in ((EDGE, row), (WIDTH - EDGE, row), NOWHERE)], FAINT, 0.6)


def _axis(scale: Scale) -> Iterable[Line2D]:
    yield _line([(EDGE, AXIS - TICK), (WIDTH - EDGE, AXIS - TICK)], FAINT, 0.8)
    places = [scale.place(tick) for tick in scale.ticks()]
    yield _line(
        [end for place in places for end in ((place, AXIS - TICK), (place, AXIS - 2 * TICK), NOWHERE)], INK, 0.8
    )


def _values(points: Sequence[Point], rows: Sequence[float], scale: Scale) -> Iterable[Line2D]:
    """One line a colour for all intervals, one a colour and shape for all ends."""
    for agrees, colour, shape in ((True, AGREE, "o"), (False, DIFFER, "D")):
        told = [(point, row) for point, row in zip(points, rows) if point.agrees == agrees and _ended(point)]
        places = [(_place(point.low, EDGE, scale), _place(point.high, WIDTH - EDGE, scale), row) for point, row in told]
        yield _line([end for low, high, row in places for end in ((low, row), (high, row), NOWHERE)], colour, 2)
        closed = [(scale.place(end), row) for point, row in told for end in {point.low, point.high} - {None}]
        yield _line(sorted(closed), colour, 0, shape)
        yield _line([(EDGE, row) for point, row in told if point.low is None], colour, 0, "<")
        yield _line([(WIDTH - EDGE, row) for point, row in told if point.high is None], colour, 0, ">")


def _ended(point: Point) -> bool:
    return (point.low, point.high) != (None, None)


def _place(end: float | None, edge: float, scale: Scale) -> float:
    return edge if end is None else scale.place(end)


def _line(places: Sequence[tuple[float, float]], colour: str, width: float, marker: str = "") -> Line2D:
    across, up = zip(*places) if places else ((), ())
    return Line2D(
        across, up, color=colour, linewidth=width, linestyle="-" if width else "", marker=marker, markersize=6
    )


def _words(point: Point, row: float) -> Iterable[Word]:
    """Above its line: when and by whom on the left, what on the right, cut so that they do not meet."""
    value = columns(short(point.told), COLUMNS // 2)
    who = f"{point.reported.isoformat() if point.reported else 'undated'} · {short(point.label)}"
    yield Word(EDGE, row + 0.1, columns(who, COLUMNS - width(value) - 2), "start")
    yield Word(WIDTH - EDGE, row + 0.1, value, "end")


def _with_words(drawn: str, told: Iterable[Word], height: float) -> str:
    """Words are the browser's to set, which has the fonts for every script."""
    texts = "".join(
        f'<text x="{word.across * POINTS:.2f}" y="{(height - word.up) * POINTS:.2f}" text-anchor="{word.anchor}" '
        f'font-size="{word.size}" fill="var(--ink)">{escape(word.text)}</text>\n'
        for word in told
    )
    return drawn.replace("</svg>", f"{texts}</svg>")


def width(text: str) -> int:
    """How many columns a text takes; a Korean letter takes two."""
    return sum(2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def columns(text: str, most: int) -> str:
    """The first letters that fit, with an ellipsis where something is left out."""
    if width(text) <= most:
        return text
    kept = next(end for end in range(len(text), -1, -1) if width(text[:end]) < most)
    return text[:kept].rstrip() + "…"


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
        return _svg(figure, label, bbox_inches="tight", pad_inches=0.04)


def compact(value: float) -> str:
    """1,500,000 as 1.5M: for the axis only, where exact values have no room."""
    for size, letter in SCALES:
        if abs(value) >= size:
            return f"{value / size:,.10g}{letter}" if abs(value) < size * 10**6 else f"{value:.0e}"
    return f"{value:.6g}"


def _frameless(axes) -> None:
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0)


def _svg(figure: Figure, label: str, **cut: object) -> str:
    """The figure as SVG for a page: no prolog, a label for those who do not see it."""
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None}, **cut)
    drawn = buffer.getvalue()
    drawn = drawn[drawn.index("<svg") :]
    before, _, rest = drawn.partition(" <metadata>")
    drawn = before + rest.partition("</metadata>\n")[2]
    for colour, variable in VARIABLES.items():
        drawn = drawn.replace(colour, variable)
    return drawn.replace("<svg ", f'<svg class="chart" role="img" aria-label="{escape(label)}" ', 1)


def as_float(value: object) -> float | None:
    """A decimal for the axis; None stays None, and so does what no axis can show."""
    told = None if value is None else float(value)  # type: ignore[arg-type]
    return told if told is None or math.isfinite(told) else None
