"""Events: a row a report, a dot or a span by what is known of its date; the band of coverage on the same axis."""

import plotly.graph_objects as go

from reports.drawing import band
from reports.drawing.markers import add_markers, lines_on_canvas, markers_on_canvas, room_for
from reports.palette import LIGHT, faint, on_ground
from reports.words import day

_ROW, _BAND_ROW, _GAP = 21, 20, 62
_LONGEST = 27  # letters of a row's label
_MOST_TICKS = 6  # beside such labels little room is left on a phone


def to_plotly(figure, palette):
    marks, table = figure.marks, figure.numbers
    rows, axis, outlets = _dated(figure), marks["axis"], len(band.cells(table)[0])
    high, low = max(3, len(rows)) * _ROW, outlets * _BAND_ROW
    inside = high + (low + _GAP) * bool(low)
    drawn = go.Figure()
    values, labels = axis.ticks(marks["language"], _MOST_TICKS)
    plain = {"showgrid": False, "zeroline": False, "color": palette.ink, "fixedrange": True}
    drawn.update_layout(
        height=inside + (110 if marks["markers"] else 90),
        legend={"y": 1 + room_for(marks["markers"]) / inside},
        selectdirection="h",
        bargap=0.1,
        barmode="overlay",
        xaxis={
            "range": [-0.02 * axis.size, 1.02 * max(1, axis.size)],
            "tickvals": values,
            "ticktext": [t.replace("\n", "<br>") for t in labels],
            "tickangle": 0,
            "anchor": "y",
            "gridcolor": palette.grid,
            "zeroline": False,
            "color": palette.ink,
            "fixedrange": True,
        },
        yaxis={
            "domain": [1 - high / inside, 1],
            "range": [len(rows) - 0.4, -0.6],
            "tickvals": list(range(len(rows))),
            "ticktext": [_short(r["label"]) for r in rows],
            "automargin": True,
            "tickfont": {"size": 11},
            **plain,
        },
        yaxis2={"domain": [0, low / inside], "anchor": "x"},
    )
    for kind in ("crackdown", "other"):
        colour = on_ground(marks["colours"][kind], palette)
        own = [i for i, r in enumerate(rows) if (kind == "crackdown") == bool(r["crackdown"])]
        spans, dots = [i for i in own if not _is_dot(rows[i])], [i for i in own if _is_dot(rows[i])]
        shared = {"name": marks["labels"][kind], "legendgroup": kind, "hovertemplate": "%{text}<extra></extra>"}
        drawn.add_bar(
            y=spans,
            base=[marks["at"][i][0] for i in spans],
            x=[max(marks["at"][i][1] - marks["at"][i][0], 0.012 * axis.size) for i in spans],
            orientation="h",
            width=0.5,
            marker={"color": faint(colour, palette.ground), "line": {"width": 1, "color": colour}},
            customdata=[rows[i]["article_id"] for i in spans],
            text=[_said(rows[i], marks["language"]) for i in spans],
            textposition="none",
            showlegend=not dots and bool(spans),
            **shared,
        )
        drawn.add_scatter(
            x=[marks["at"][i][0] for i in dots],
            y=dots,
            mode="markers",
            marker={"size": 10, "color": colour},
            customdata=[rows[i]["article_id"] for i in dots],
            text=[_said(rows[i], marks["language"]) for i in dots],
            showlegend=bool(dots),
            **shared,
        )
    if band.add_plotly(drawn, table, axis, marks["band"], marks["language"], palette, ("x", "y2")):
        band.note(drawn, marks["band"]["title"], "y2", palette)
    add_markers(drawn, marks["markers"], axis, palette, drawn.layout.yaxis.range)
    return drawn


def to_canvas(canvas, figure):
    marks, rows = figure.marks, _dated(figure)
    axis, outlets = marks["axis"], len(band.cells(figure.numbers)[0])
    floor = markers_on_canvas(canvas, marks, 0.13)
    deep = min(0.18, 0.025 * outlets) if outlets else 0
    bottom = floor + deep + 0.08 * bool(deep)
    axes = canvas.add_axes((0.32, bottom, 0.64, 0.84 - bottom))
    for i, row in enumerate(rows):
        low, high = marks["at"][i]
        colour = marks["colours"]["crackdown" if row["crackdown"] else "other"]
        if _is_dot(row):
            axes.plot([low], [i], "o", color=colour, markersize=4)
        else:
            axes.barh(
                [i],
                [max(high - low, 0.01 * axis.size)],
                left=low,
                height=0.5,
                color=faint(colour, LIGHT.ground),
                edgecolor=colour,
                hatch="////",
                linewidth=0.4,
            )
    axes.set_yticks(range(len(rows)), [_short(r["label"]) for r in rows], fontsize=6 if len(rows) > 30 else 7.5)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(-0.02 * axis.size, 1.02 * max(1, axis.size))
    axes.set_xticks(*axis.ticks(marks["language"]), fontsize=8)
    axes.grid(axis="x", color=LIGHT.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_facecolor("none")
    axes.tick_params(length=0)
    for kind in ("crackdown", "other"):
        axes.plot([], [], "o", color=marks["colours"][kind], markersize=4, label=marks["labels"][kind])
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), frameon=False, ncols=2, fontsize=8)
    lines_on_canvas(axes, marks, axis)
    if outlets:
        below = canvas.add_axes((0.32, floor, 0.64, deep))
        band.add_canvas(below, figure.numbers, axis, marks["band"], marks["language"])
        below.set_xlim(axes.get_xlim())


def _dated(figure):
    return figure.numbers[figure.numbers["lane"] == "dated"].to_dict("records")


def _is_dot(row):
    """Known to the day: the day it began, however long it went on."""
    return row["precision"] == "day"


def _said(row, language):
    when = (
        day(row["first"], language)
        if _is_dot(row) or row["first"] == row["last"]
        else f"{day(row['first'], language)} – {day(row['last'], language)}"
    )
    return f"{row['label']}<br>{when}"


def _short(label):
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
