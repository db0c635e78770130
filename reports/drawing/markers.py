"""Context markers on a time chart: thin lines with small numerals, explained under the chart; in files only where they are asked for."""

import textwrap

import numpy as np

from reports.palette import LIGHT


_STEPS = 4  # rows of numerals on a page
_NEAR = {"page": 0.068, "file": 0.03}  # of the axis: what two figures take on a phone, and in a file
_STEP = 12  # pixels from row to row


def room_for(markers) -> int:
    """Pixels between a chart and its legend: for the rows of numerals, where there are any."""
    return 10 + _STEP * _STEPS if markers else 6


def _stepped(markers, axis, where, steps):
    """Each marker, and on which row from below its numeral finds room; where none has any, on the one that is free the longest."""
    ends = [-np.inf] * steps
    for marker in markers:
        free = [row for row, end in enumerate(ends) if marker["at"] - end >= _NEAR[where] * axis.size]
        row = free[0] if free else int(np.argmin(ends))
        ends[row] = marker["at"]
        yield marker, row


def add_markers(drawn, markers, axis, palette, span):
    """Thin lines with small numerals on top, over the whole height of the chart (`span`: what stands at its bottom and at its top).

    Two traces for all of them: as shapes and notes the browser would lay out each by itself.
    """
    if not markers:
        return
    (bottom, top), found = span, list(_stepped(markers, axis, "page", _STEPS))
    drawn.add_scatter(
        x=[x for marker, _ in found for x in (marker["at"], marker["at"], None)],
        y=[bottom, top, None] * len(found),
        mode="lines",
        line={"color": palette.ink, "width": 1, "dash": "dot"},
        opacity=0.55,
        hoverinfo="skip",
        showlegend=False,
    )
    drawn.add_scatter(
        x=[marker["at"] for marker, _ in found],
        y=[top] * len(found),
        mode="text",
        text=[str(marker["numeral"]) + "<br>\u00a0" * row for marker, row in found],
        textposition="top center",
        textfont={"size": 10, "color": palette.ink},
        hovertext=[marker["words"] for marker, _ in found],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
        showlegend=False,
    )


def markers_on_canvas(canvas, marks, floor):
    """Writes what the numerals stand for above the caption, in two columns, where files are to have it; gives the floor above it.

    A line takes 0.1085 inches.
    """
    if not marks["markers_in_files"] or not marks["markers"]:
        return floor
    half = -(-len(marks["markers"]) // 2)
    columns = [
        [line for m in part for line in textwrap.wrap(f"{m['numeral']}  {m['words']}", 96)]
        for part in (marks["markers"][:half], marks["markers"][half:])
    ]
    tall = max(map(len, columns)) * 0.1085 / canvas.get_figheight()
    for x, lines in zip((0.04, 0.51), columns):
        canvas.text(x, floor - 0.035 + tall, "\n".join(lines), fontsize=5.8, va="top", linespacing=1.3)
    return floor + tall + 0.015


def lines_on_canvas(axes, marks, axis):
    """The lines and numerals in matplotlib axes whose x runs along the axis."""
    for marker, row in _stepped(marks["markers"] if marks["markers_in_files"] else [], axis, "file", 2):
        axes.axvline(marker["at"], color=LIGHT.ink, linewidth=0.7, linestyle=":")
        axes.annotate(
            str(marker["numeral"]),
            (marker["at"], 1),
            xycoords=("data", "axes fraction"),
            xytext=(0, 1 + 8 * row),
            textcoords="offset points",
            ha="center",
            fontsize=6.5,
        )
