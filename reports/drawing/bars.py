"""Bars of one field: one bar a code, its number written at its end."""

import plotly.graph_objects as go

from reports.palette import LIGHT, on_ground


def to_plotly(figure, palette):
    table = figure.numbers.iloc[::-1]
    drawn = go.Figure(
        go.Bar(
            x=table["reports"].to_numpy(), y=list(table["label"]), orientation="h",
            marker={"color": [on_ground(c, palette) for c in figure.marks["colours"][::-1]]},
            text=table["reports"].to_numpy(), textposition="outside", customdata=table["code"].to_numpy(), cliponaxis=False,
            hovertemplate="%{y}: %{x}<extra></extra>",
        )
    )  # fmt: skip
    drawn.update_layout(height=60 + 26 * max(3, len(table)), bargap=0.25)
    drawn.update_xaxes(gridcolor=palette.grid, zeroline=False, rangemode="tozero", color=palette.ink)
    drawn.update_yaxes(color=palette.ink, automargin=True)
    return drawn


def to_canvas(canvas, figure):
    table = figure.numbers.iloc[::-1]
    axes = canvas.add_axes((0.24, 0.17, 0.7, 0.67))
    axes.barh(list(table["label"]), table["reports"], color=figure.marks["colours"][::-1], height=0.75)
    for at, n in enumerate(table["reports"]):
        axes.text(n, at, f" {n}", va="center", fontsize=9)
    axes.grid(axis="x", color=LIGHT.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_facecolor("none")
    axes.set_xlabel(figure.marks["axis"])
