"""Scores as dots with their intervals, a panel a language; a tick stands where two people agreed, a diamond at first sight."""

import numpy as np
import plotly.graph_objects as go

from reports.palette import LIGHT, faint

_FROM = 0.3  # the axis begins here unless a score lies below


def to_plotly(figure, palette):
    drawn, legend = go.Figure(), figure.marks["legend"]
    for number, (language, own) in enumerate(_panels(figure)):
        axis = "" if number == 0 else "2"
        labels, shared = list(own["label"]), {"xaxis": f"x{axis}", "yaxis": "y", "showlegend": number == 0}
        spread = np.array([own["f1"] - own["low"], own["high"] - own["f1"]])
        drawn.add_scatter(
            x=own["f1"], y=labels, mode="markers", name=legend["open"], marker={"size": 9, "color": palette.strong},
            error_x={"type": "data", "array": spread[1], "arrayminus": spread[0], "color": faint(palette.strong, palette.ground, 0.55), "thickness": 4, "width": 0},
            hovertemplate="%{y}: %{x:.2f}<extra></extra>", **shared,
        )  # fmt: skip
        drawn.add_scatter(
            x=own["first_sight"], y=labels, mode="markers", name=legend["first"], hovertemplate="%{y}: %{x:.2f}<extra></extra>",
            marker={"size": 10, "symbol": "diamond-open", "color": palette.ink, "line": {"width": 1.5}}, **shared,
        )  # fmt: skip
        drawn.add_scatter(
            x=own["agreement"], y=labels, mode="markers", name=legend["people"], hovertemplate="%{y}: %{x:.2f}<extra></extra>",
            marker={"size": 16, "symbol": "line-ns", "line": {"width": 3, "color": "#D55E00"}}, **shared,
        )  # fmt: skip
        drawn.add_annotation(
            text=f"<b>{figure.marks['languages'][language]}</b>", xref=f"x{axis} domain", yref="paper", x=0, y=1.0, yanchor="bottom", xanchor="left",
            showarrow=False,
        )  # fmt: skip
    low = _low(figure)
    axis = {"range": [low, 1.02], "gridcolor": palette.grid, "color": palette.ink, "zeroline": False, "tickformat": ".1f"}
    drawn.update_layout(height=600, xaxis={"domain": [0, 0.47], **axis}, xaxis2={"domain": [0.53, 1], "anchor": "y", **axis})
    drawn.update_layout(legend={"y": 1.07}, yaxis={"autorange": "reversed", "showgrid": False, "color": palette.ink, "automargin": True})
    return drawn


def to_canvas(canvas, figure):
    for number, (language, own) in enumerate(_panels(figure)):
        axes = canvas.add_axes((0.2 + number * 0.39, 0.13, 0.36, 0.64))
        at = np.arange(len(own))[::-1]
        axes.hlines(at, own["low"], own["high"], color=faint(LIGHT.strong, LIGHT.ground, 0.55), linewidth=4)
        axes.plot(own["f1"], at, "o", color=LIGHT.strong, label=figure.marks["legend"]["open"])
        axes.plot(own["first_sight"], at, "D", markerfacecolor="none", markeredgecolor=LIGHT.ink, label=figure.marks["legend"]["first"])
        axes.plot(own["agreement"], at, "|", markersize=14, markeredgewidth=2.5, color="#D55E00", label=figure.marks["legend"]["people"])
        axes.set_yticks(at, list(own["label"]) if number == 0 else [""] * len(own), fontsize=9)
        axes.set_xlim(_low(figure), 1.02)
        axes.set_title(figure.marks["languages"][language], loc="left", fontsize=10, weight="bold")
        axes.grid(axis="x", color=LIGHT.grid)
        axes.set_axisbelow(True)
        axes.set_facecolor("none")
        if number == 0:
            axes.legend(loc="lower left", bbox_to_anchor=(0, 1.06), ncols=3, frameon=False, fontsize=8.5)


def _panels(figure):
    return [(language, figure.numbers[figure.numbers["language"] == language]) for language in figure.marks["languages"]]


def _low(figure):
    lowest = figure.numbers[["f1", "low", "first_sight", "agreement"]].min().min() if len(figure.numbers) else _FROM
    return min(_FROM, float(lowest) - 0.02)
