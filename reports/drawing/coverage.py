"""The band of coverage as a chart of its own."""

import plotly.graph_objects as go

from reports.drawing import band


def to_plotly(figure, palette):
    marks, table = figure.marks, figure.numbers
    axis, drawn = marks["axis"], go.Figure()
    values, labels = axis.ticks(marks["language"])
    drawn.update_layout(
        height=90 + 26 * len(band.cells(table)[0]),
        bargap=0,
        xaxis={
            "range": [0, max(1, axis.size)],
            "tickvals": values,
            "ticktext": [t.replace("\n", "<br>") for t in labels],
            "showgrid": False,
            "zeroline": False,
            "color": palette.ink,
            "tickangle": 0,
            "anchor": "y",
            "fixedrange": True,
        },
        yaxis={"anchor": "x"},
    )
    band.add_plotly(drawn, table, axis, marks["band"], marks["language"], palette, ("x", "y"))
    return drawn


def to_canvas(canvas, figure):
    marks = figure.marks
    axes = canvas.add_axes((0.2, 0.14, 0.76, 0.66))
    band.add_canvas(axes, figure.numbers, marks["axis"], marks["band"], marks["language"])
    axes.set_xticks(*marks["axis"].ticks(marks["language"]), fontsize=8)
