"""A year's meetings → a bar chart of attendance, and the same figures in words."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from protokollant.model import AnnualReport, YearMeeting
from protokollant.renderer.pictures import Picture, fitted
from protokollant.swedish import format_date, join_list

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH_MM, _HEIGHT_MM = 160, 75
_INK = "#1f2933"
_SERIES = (
    ("present", "Närvarande", "#1f4e79", "white", ""),
    ("absent", "Frånvarande", "#c8d6e5", _INK, ""),
    ("unknown", "Uppgift saknas", "white", _INK, "////"),
)
"""Field, legend, fill, the figure's own colour, hatching: told apart without colour too."""


def attendance_chart(report: AnnualReport) -> Picture | None:
    """The chart with its alternative text; None where fewer than two meetings can be compared."""
    meetings = [m for m in report.meetings if m.present + m.absent + m.unknown]
    if len(meetings) < 2:
        return None
    return fitted(
        _drawn(meetings), in_words(meetings), "Diagram", width=_WIDTH_MM, height=_HEIGHT_MM
    )


def in_words(meetings: Sequence[YearMeeting]) -> str:
    """The chart's figures, for those who cannot see it."""
    told = []
    for meeting in meetings:
        figures = [f"{getattr(meeting, field)} {label.lower()}" for field, label, *_ in _SERIES[:2]]
        if meeting.unknown:
            figures.append(f"{meeting.unknown} utan uppgift")
        told.append(f"{format_date(meeting.date)}: {join_list(figures)}")
    return f"Stapeldiagram över närvaron möte för möte. {'; '.join(told)}."


def _drawn(meetings: Sequence[YearMeeting]) -> bytes:
    """PNG; the same figures give the same bytes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH_MM / 25.4, _HEIGHT_MM / 25.4), dpi=200, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    _draw_bars(axes, meetings)
    _dress(axes, meetings)
    stream = io.BytesIO()
    figure.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()


def _draw_bars(axes: Axes, meetings: Sequence[YearMeeting]) -> None:
    bottoms = [0] * len(meetings)
    for field, label, fill, ink, hatch in _SERIES:
        heights = [getattr(meeting, field) for meeting in meetings]
        if not any(heights):
            continue
        places = range(len(meetings))
        bars = axes.bar(
            places,
            heights,
            width=min(0.62, 0.12 * len(meetings)),
            bottom=bottoms,
            label=label,
            color=fill,
            edgecolor=_INK,
            linewidth=0.6,
            hatch=hatch,
        )
        figures = [str(height) if height else "" for height in heights]
        boxed = {"boxstyle": "round,pad=0.05", "fc": "white", "ec": "none"} if hatch else None
        axes.bar_label(bars, figures, label_type="center", color=ink, fontsize=8, bbox=boxed)
        bottoms = [bottom + height for bottom, height in zip(bottoms, heights, strict=True)]


def _dress(axes: Axes, meetings: Sequence[YearMeeting]) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.set_xticks(range(len(meetings)), [f"{m.date.day}/{m.date.month}" for m in meetings])
    axes.set_xlim(-0.6, max(len(meetings), 3) - 0.4)
    axes.set_ylabel("Antal personer", color=_INK, fontsize=9)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.tick_params(colors=_INK, labelsize=8, length=0)
    axes.grid(axis="y", color="#d5dbe1", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=3,
        frameon=False,
        fontsize=8,
        labelcolor=_INK,
        borderaxespad=0.2,
    )
